-- CreateEnum
CREATE TYPE "consent_purpose" AS ENUM ('REGISTER', 'CONTACT', 'PUBLICATION', 'PHOTOGRAPHS', 'NOTICES', 'BENEFITS');

-- CreateEnum
CREATE TYPE "legal_basis" AS ENUM ('CONSENT', 'PUBLIC_TASK', 'LEGAL_DUTY', 'CONTRACT', 'EMERGENCY');

-- CreateEnum
CREATE TYPE "contact_channel" AS ENUM ('IN_PERSON', 'PAPER', 'PHONE', 'EMAIL', 'ZALO', 'PORTAL');

-- CreateEnum
CREATE TYPE "subject_request_kind" AS ENUM ('SEE', 'CORRECT', 'RESTRICT', 'OBJECT', 'WITHDRAW', 'ERASE');

-- CreateEnum
CREATE TYPE "subject_request_status" AS ENUM ('RECEIVED', 'ACKNOWLEDGED', 'EXTENDED', 'DONE', 'REFUSED');

-- CreateEnum
CREATE TYPE "day_count" AS ENUM ('WORKING', 'CALENDAR');

-- CreateEnum
CREATE TYPE "retained_data" AS ENUM ('WRITE_OUTCOMES', 'UNDO_JOURNALS', 'FORMER_MEMBER_PHONES', 'CLOSED_REQUEST_TEXTS', 'PERSONAL_AUDIT_VALUES', 'IMPORT_FILES');

-- AlterTable
ALTER TABLE "member" ADD COLUMN     "erased_at" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "consent_text" (
    "purpose" "consent_purpose" NOT NULL,
    "version" TEXT NOT NULL,
    "wording_vi" TEXT NOT NULL,
    "wording_en" TEXT NOT NULL,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,

    CONSTRAINT "consent_text_pkey" PRIMARY KEY ("purpose","version")
);

-- CreateTable
CREATE TABLE "consent" (
    "id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "purpose" "consent_purpose" NOT NULL,
    "basis" "legal_basis" NOT NULL,
    "text_version" TEXT,
    "channel" "contact_channel" NOT NULL,
    "given_on" DATE NOT NULL,
    "evidence" TEXT,
    "recorded_by" TEXT NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "consent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "consent_withdrawal" (
    "consent_id" UUID NOT NULL,
    "channel" "contact_channel" NOT NULL,
    "withdrawn_on" DATE NOT NULL,
    "reason" TEXT,
    "recorded_by" TEXT NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "consent_withdrawal_pkey" PRIMARY KEY ("consent_id")
);

-- CreateTable
CREATE TABLE "response_term" (
    "kind" "subject_request_kind" NOT NULL,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,
    "acknowledge_days" INTEGER NOT NULL,
    "days" INTEGER NOT NULL,
    "days_with_processor" INTEGER NOT NULL,
    "extension_days" INTEGER NOT NULL,
    "day_count" "day_count" NOT NULL,
    "basis" TEXT NOT NULL,
    "is_verified" BOOLEAN NOT NULL,
    "note" TEXT,

    CONSTRAINT "response_term_pkey" PRIMARY KEY ("kind","valid_from")
);

-- CreateTable
CREATE TABLE "subject_request" (
    "id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "kind" "subject_request_kind" NOT NULL,
    "status" "subject_request_status" NOT NULL DEFAULT 'RECEIVED',
    "channel" "contact_channel" NOT NULL,
    "received_on" DATE NOT NULL,
    "statement" TEXT,
    "has_processor" BOOLEAN NOT NULL,
    "acknowledge_due_on" DATE NOT NULL,
    "due_on" DATE NOT NULL,
    "is_due_provisional" BOOLEAN NOT NULL,
    "acknowledged_on" DATE,
    "extension_days" INTEGER,
    "extension_reason" TEXT,
    "closed_on" DATE,
    "outcome" TEXT,
    "recorded_by" TEXT NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "subject_request_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "restriction" (
    "id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "request_id" UUID,
    "reason" TEXT NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,
    "lifted_at" TIMESTAMPTZ(3),
    "lifted_reason" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "restriction_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "erasure" (
    "id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "request_id" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "report" JSONB NOT NULL,
    "executed_at" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "erasure_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "retention_rule" (
    "data" "retained_data" NOT NULL,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,
    "days" INTEGER NOT NULL,
    "counted_vi" TEXT NOT NULL,
    "counted_en" TEXT NOT NULL,
    "basis" TEXT NOT NULL,
    "is_verified" BOOLEAN NOT NULL,
    "note" TEXT,

    CONSTRAINT "retention_rule_pkey" PRIMARY KEY ("data","valid_from")
);

-- CreateTable
CREATE TABLE "retention_run" (
    "id" BIGSERIAL NOT NULL,
    "data" "retained_data" NOT NULL,
    "days" INTEGER NOT NULL,
    "cutoff" TIMESTAMPTZ(3) NOT NULL,
    "count" INTEGER NOT NULL,
    "ran_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "retention_run_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "processing_activity" (
    "code" TEXT NOT NULL,
    "place" INTEGER NOT NULL,
    "name_vi" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "purpose_vi" TEXT NOT NULL,
    "purpose_en" TEXT NOT NULL,
    "basis" "legal_basis" NOT NULL,
    "people_categories" TEXT[],
    "data_categories" TEXT[],
    "recipients" TEXT[],
    "safeguards" TEXT[],
    "retained" TEXT[],
    "is_verified" BOOLEAN NOT NULL,
    "note" TEXT,

    CONSTRAINT "processing_activity_pkey" PRIMARY KEY ("code")
);

-- CreateIndex
CREATE INDEX "consent_member_id_idx" ON "consent"("member_id");

-- CreateIndex
CREATE INDEX "subject_request_member_id_idx" ON "subject_request"("member_id");

-- CreateIndex
CREATE INDEX "subject_request_due_on_id_idx" ON "subject_request"("due_on", "id");

-- CreateIndex
CREATE INDEX "restriction_member_id_idx" ON "restriction"("member_id");

-- CreateIndex
CREATE INDEX "erasure_member_id_idx" ON "erasure"("member_id");

-- AddForeignKey
ALTER TABLE "consent" ADD CONSTRAINT "consent_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "consent" ADD CONSTRAINT "consent_purpose_text_version_fkey" FOREIGN KEY ("purpose", "text_version") REFERENCES "consent_text"("purpose", "version") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "consent_withdrawal" ADD CONSTRAINT "consent_withdrawal_consent_id_fkey" FOREIGN KEY ("consent_id") REFERENCES "consent"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "subject_request" ADD CONSTRAINT "subject_request_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "restriction" ADD CONSTRAINT "restriction_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "restriction" ADD CONSTRAINT "restriction_request_id_fkey" FOREIGN KEY ("request_id") REFERENCES "subject_request"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "erasure" ADD CONSTRAINT "erasure_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "erasure" ADD CONSTRAINT "erasure_request_id_fkey" FOREIGN KEY ("request_id") REFERENCES "subject_request"("id") ON DELETE RESTRICT ON UPDATE CASCADE;



-- What Prisma's schema cannot say.

ALTER TABLE "consent" ADD CONSTRAINT "consent_text_for_consent" CHECK (("basis" = 'CONSENT') = ("text_version" IS NOT NULL));
-- A person is restricted once at a time; asked with every name that is shown.
CREATE UNIQUE INDEX "restriction_open" ON "restriction"("member_id") WHERE "lifted_at" IS NULL;
-- The list of what is due.
CREATE INDEX "subject_request_open" ON "subject_request"("due_on", "id") WHERE "status" NOT IN ('DONE', 'REFUSED');

-- Consents and their withdrawals are proof: never rewritten, but for what an erasure empties.
CREATE FUNCTION "consent_is_proof"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND to_jsonb(NEW) - '{evidence,reason,recorded_by}'::text[] = to_jsonb(OLD) - '{evidence,reason,recorded_by}'::text[] THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION '% is proof and is not rewritten', TG_TABLE_NAME;
END $$;
CREATE TRIGGER "consent_is_proof" BEFORE UPDATE OR DELETE ON "consent" FOR EACH ROW EXECUTE FUNCTION "consent_is_proof"();
CREATE TRIGGER "consent_withdrawal_is_proof" BEFORE UPDATE OR DELETE ON "consent_withdrawal" FOR EACH ROW EXECUTE FUNCTION "consent_is_proof"();
