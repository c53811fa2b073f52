-- CreateEnum
CREATE TYPE "team_link_kind" AS ENUM ('MERGED', 'SPLIT');

-- CreateEnum
CREATE TYPE "merger_kind" AS ENUM ('TEAM_MERGE', 'TEAM_SPLIT', 'MEMBER_MERGE', 'UNIT_MERGE');

-- CreateEnum
CREATE TYPE "merger_status" AS ENUM ('APPLIED', 'UNDONE');

-- AlterTable
ALTER TABLE "activity" ADD COLUMN     "contributors" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "note" TEXT,
ADD COLUMN     "series_id" UUID,
ADD COLUMN     "status_reason" TEXT,
ADD COLUMN     "verified_at" TIMESTAMPTZ(3),
ADD COLUMN     "verified_by" TEXT;

-- AlterTable
ALTER TABLE "founding_decision" ADD COLUMN     "file_url" TEXT;

-- AlterTable
ALTER TABLE "member" ADD COLUMN     "merged_into_id" UUID,
ADD COLUMN     "name_key" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "phone_cipher" BYTEA,
ADD COLUMN     "phone_digest" BYTEA;

-- AlterTable
ALTER TABLE "membership" ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "reported_figure" ADD COLUMN     "reason" TEXT;

-- AlterTable
ALTER TABLE "target" ADD COLUMN     "reason" TEXT,
ADD COLUMN     "team_id" UUID;

-- AlterTable
ALTER TABLE "team" ADD COLUMN     "no_decision_reason" TEXT;

-- CreateTable
CREATE TABLE "team_link" (
    "from_id" UUID NOT NULL,
    "to_id" UUID NOT NULL,
    "kind" "team_link_kind" NOT NULL,
    "effective_on" DATE NOT NULL,

    CONSTRAINT "team_link_pkey" PRIMARY KEY ("from_id","to_id","effective_on")
);

-- CreateTable
CREATE TABLE "activity_evidence" (
    "id" UUID NOT NULL,
    "activity_id" UUID NOT NULL,
    "caption" TEXT,
    "width" INTEGER NOT NULL,
    "height" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "image" BYTEA NOT NULL,
    "thumbnail" BYTEA NOT NULL,
    "recorded_by" TEXT NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "activity_evidence_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "merger" (
    "id" UUID NOT NULL,
    "kind" "merger_kind" NOT NULL,
    "status" "merger_status" NOT NULL DEFAULT 'APPLIED',
    "effective_on" DATE NOT NULL,
    "unit_id" TEXT,
    "report" JSONB NOT NULL,
    "reason" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "applied_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "undone_at" TIMESTAMPTZ(3),

    CONSTRAINT "merger_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "team_link_to_id_idx" ON "team_link"("to_id");

-- CreateIndex
CREATE INDEX "activity_evidence_activity_id_idx" ON "activity_evidence"("activity_id");

-- CreateIndex
CREATE INDEX "merger_unit_id_idx" ON "merger"("unit_id");

-- CreateIndex
CREATE INDEX "member_name_key_idx" ON "member"("name_key");

-- CreateIndex
CREATE INDEX "member_phone_digest_idx" ON "member"("phone_digest");

-- CreateIndex
CREATE INDEX "responsibility_unit_id_idx" ON "responsibility"("unit_id");

-- AddForeignKey
ALTER TABLE "target" ADD CONSTRAINT "target_team_id_fkey" FOREIGN KEY ("team_id") REFERENCES "team"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "team_link" ADD CONSTRAINT "team_link_from_id_fkey" FOREIGN KEY ("from_id") REFERENCES "team"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "team_link" ADD CONSTRAINT "team_link_to_id_fkey" FOREIGN KEY ("to_id") REFERENCES "team"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "member" ADD CONSTRAINT "member_merged_into_id_fkey" FOREIGN KEY ("merged_into_id") REFERENCES "member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "activity_evidence" ADD CONSTRAINT "activity_evidence_activity_id_fkey" FOREIGN KEY ("activity_id") REFERENCES "activity"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "merger" ADD CONSTRAINT "merger_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "admin_unit"("id") ON DELETE SET NULL ON UPDATE CASCADE;


-- What Prisma's schema cannot say.

-- Few activities belong to a recurrence.
CREATE INDEX "activity_series" ON "activity" ("series_id") WHERE "series_id" IS NOT NULL;

-- Names of those who are there already, as the domain's nameKey makes it: the folded words in order, i and y as one.
UPDATE "member" SET "name_key" = coalesce((
  SELECT string_agg(key, ' ' ORDER BY key COLLATE "C")
  FROM regexp_split_to_table("search_text", ' ') AS word
  CROSS JOIN LATERAL regexp_replace(word, '^(h|k|l|m|s|t|qu)y$', '\1i') AS key
), '');

-- Links between teams are undone with the merger or split that made them.
CREATE TRIGGER "journal" AFTER INSERT OR UPDATE OR DELETE ON "team_link" FOR EACH ROW
  WHEN (current_setting('cnscd.journal', true) <> '') EXECUTE FUNCTION "journal_change"('from_id', 'to_id', 'effective_on');
