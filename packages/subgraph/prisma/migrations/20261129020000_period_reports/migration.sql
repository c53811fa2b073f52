-- CreateEnum
CREATE TYPE "period_kind" AS ENUM ('WEEK', 'MONTH', 'QUARTER', 'HALF', 'YEAR');

-- CreateEnum
CREATE TYPE "report_status" AS ENUM ('DRAFT', 'SUBMITTED', 'RETURNED', 'APPROVED', 'LOCKED');

-- CreateEnum
CREATE TYPE "report_action" AS ENUM ('OPEN', 'SUBMIT', 'RETURN', 'APPROVE', 'LOCK', 'REOPEN');

-- CreateEnum
CREATE TYPE "report_origin" AS ENUM ('COMPUTED', 'REGISTERED', 'MEASURED', 'CHILDREN', 'CORRECTED');

-- CreateTable
CREATE TABLE "report_template" (
    "id" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "version" TEXT NOT NULL,
    "name_vi" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "note" TEXT,
    "levels" "admin_level"[],
    "periods" "period_kind"[],
    "deadline_days" JSONB NOT NULL,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,

    CONSTRAINT "report_template_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "report_template_line" (
    "template_id" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "table_code" TEXT NOT NULL,
    "table_vi" TEXT NOT NULL,
    "table_en" TEXT NOT NULL,
    "label_vi" TEXT NOT NULL,
    "label_en" TEXT NOT NULL,
    "indicator_code" TEXT NOT NULL,
    "origin" "report_origin" NOT NULL,
    "is_required" BOOLEAN NOT NULL,

    CONSTRAINT "report_template_line_pkey" PRIMARY KEY ("template_id","code")
);

-- CreateTable
CREATE TABLE "report" (
    "id" UUID NOT NULL,
    "template_id" TEXT NOT NULL,
    "template_code" TEXT NOT NULL,
    "unit_id" TEXT NOT NULL,
    "parent_id" TEXT,
    "level" "admin_level" NOT NULL,
    "period" TEXT NOT NULL,
    "status" "report_status" NOT NULL DEFAULT 'DRAFT',
    "edition" INTEGER NOT NULL DEFAULT 1,
    "due_on" DATE,
    "submitted_on" DATE,
    "submitted_by" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "opened_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "report_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "report_edition" (
    "report_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "covers_from" DATE NOT NULL,
    "covers_to" DATE NOT NULL,
    "filled_at" TIMESTAMPTZ(3) NOT NULL,
    "basis" JSONB NOT NULL,
    "locked_at" TIMESTAMPTZ(3),
    "digest" TEXT,

    CONSTRAINT "report_edition_pkey" PRIMARY KEY ("report_id","number")
);

-- CreateTable
CREATE TABLE "report_value" (
    "report_id" UUID NOT NULL,
    "edition" INTEGER NOT NULL,
    "code" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "table_code" TEXT NOT NULL,
    "table_vi" TEXT NOT NULL,
    "table_en" TEXT NOT NULL,
    "label_vi" TEXT NOT NULL,
    "label_en" TEXT NOT NULL,
    "indicator_code" TEXT NOT NULL,
    "measure_unit" TEXT NOT NULL,
    "aggregation" "aggregation" NOT NULL,
    "is_required" BOOLEAN NOT NULL,
    "value" DECIMAL(65,30),
    "numerator" DECIMAL(65,30),
    "denominator" DECIMAL(65,30),
    "qualifier" "qualifier" NOT NULL,
    "origin" "report_origin" NOT NULL,
    "own" DECIMAL(65,30),
    "completeness" DECIMAL(65,30) NOT NULL,
    "warnings" JSONB NOT NULL,
    "parts" JSONB NOT NULL,
    "is_corrected" BOOLEAN NOT NULL DEFAULT false,
    "corrected" DECIMAL(65,30),
    "corrected_numerator" DECIMAL(65,30),
    "corrected_denominator" DECIMAL(65,30),
    "corrected_from" DECIMAL(65,30),
    "correction_reason" TEXT,
    "corrected_by" TEXT,
    "corrected_at" TIMESTAMPTZ(3),

    CONSTRAINT "report_value_pkey" PRIMARY KEY ("report_id","edition","code")
);

-- CreateTable
CREATE TABLE "report_step" (
    "id" BIGSERIAL NOT NULL,
    "report_id" UUID NOT NULL,
    "edition" INTEGER NOT NULL,
    "action" "report_action" NOT NULL,
    "from_status" "report_status",
    "to_status" "report_status" NOT NULL,
    "reason" TEXT,
    "actor" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "report_step_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "report_waiver" (
    "id" UUID NOT NULL,
    "template_code" TEXT NOT NULL,
    "period" TEXT NOT NULL,
    "unit_id" TEXT NOT NULL,
    "parent_id" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "actor" TEXT NOT NULL,
    "waived_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "report_waiver_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "report_template_code_version_key" ON "report_template"("code", "version");

-- CreateIndex
CREATE INDEX "report_template_code_period_parent_id_idx" ON "report"("template_code", "period", "parent_id");

-- CreateIndex
CREATE INDEX "report_unit_id_idx" ON "report"("unit_id");

-- CreateIndex
CREATE UNIQUE INDEX "report_template_code_period_unit_id_key" ON "report"("template_code", "period", "unit_id");

-- CreateIndex
CREATE INDEX "report_step_report_id_id_idx" ON "report_step"("report_id", "id");

-- CreateIndex
CREATE INDEX "report_waiver_template_code_period_parent_id_idx" ON "report_waiver"("template_code", "period", "parent_id");

-- AddForeignKey
ALTER TABLE "report_template_line" ADD CONSTRAINT "report_template_line_template_id_fkey" FOREIGN KEY ("template_id") REFERENCES "report_template"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report_template_line" ADD CONSTRAINT "report_template_line_indicator_code_fkey" FOREIGN KEY ("indicator_code") REFERENCES "indicator"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report" ADD CONSTRAINT "report_template_id_fkey" FOREIGN KEY ("template_id") REFERENCES "report_template"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report" ADD CONSTRAINT "report_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "admin_unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report" ADD CONSTRAINT "report_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "admin_unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report_edition" ADD CONSTRAINT "report_edition_report_id_fkey" FOREIGN KEY ("report_id") REFERENCES "report"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report_value" ADD CONSTRAINT "report_value_report_id_edition_fkey" FOREIGN KEY ("report_id", "edition") REFERENCES "report_edition"("report_id", "number") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report_step" ADD CONSTRAINT "report_step_report_id_fkey" FOREIGN KEY ("report_id") REFERENCES "report"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report_waiver" ADD CONSTRAINT "report_waiver_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "admin_unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report_waiver" ADD CONSTRAINT "report_waiver_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "admin_unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;




-- What Prisma's schema cannot say.

-- A unit is waived once at a time; what was taken back stays as a record.
CREATE UNIQUE INDEX "report_waiver_in_force" ON "report_waiver" ("template_code", "period", "unit_id") WHERE "revoked_at" IS NULL;

-- What was locked never changes, whatever the register does and whoever asks: neither its values nor the edition itself.
CREATE FUNCTION "report_value_guard"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM "report_edition" e WHERE e."locked_at" IS NOT NULL AND (
    (TG_OP <> 'INSERT' AND e."report_id" = OLD."report_id" AND e."number" = OLD."edition")
    OR (TG_OP <> 'DELETE' AND e."report_id" = NEW."report_id" AND e."number" = NEW."edition"))) THEN
    RAISE EXCEPTION 'the edition of this report_value is locked';
  END IF;
  RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE TRIGGER "report_value_guard" BEFORE INSERT OR UPDATE OR DELETE ON "report_value"
  FOR EACH ROW EXECUTE FUNCTION "report_value_guard"();

CREATE FUNCTION "report_is_kept"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% keeps what was locked, and who did what', TG_TABLE_NAME;
END $$;
CREATE TRIGGER "report_edition_kept" BEFORE UPDATE OR DELETE ON "report_edition"
  FOR EACH ROW WHEN (OLD."locked_at" IS NOT NULL) EXECUTE FUNCTION "report_is_kept"();
CREATE TRIGGER "report_step_kept" BEFORE UPDATE ON "report_step" FOR EACH ROW EXECUTE FUNCTION "report_is_kept"();
CREATE TRIGGER "report_edition_not_truncated" BEFORE TRUNCATE ON "report_edition"
  FOR EACH STATEMENT EXECUTE FUNCTION "report_is_kept"();
CREATE TRIGGER "report_value_not_truncated" BEFORE TRUNCATE ON "report_value"
  FOR EACH STATEMENT EXECUTE FUNCTION "report_is_kept"();
CREATE TRIGGER "report_step_not_truncated" BEFORE TRUNCATE ON "report_step"
  FOR EACH STATEMENT EXECUTE FUNCTION "report_is_kept"();

-- A draft that nobody has ever submitted is no record yet, and may go as a whole. Anything else leaves its trail.
CREATE FUNCTION "report_step_guard"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM "report" r WHERE r."id" = OLD."report_id" AND r."submitted_on" IS NOT NULL) THEN
    RAISE EXCEPTION 'report_step keeps who did what with a report that was submitted';
  END IF;
  RETURN OLD;
END $$;
CREATE TRIGGER "report_step_guard" BEFORE DELETE ON "report_step" FOR EACH ROW EXECUTE FUNCTION "report_step_guard"();

-- The digest of an edition: of every value as it stands there. The columns are named, so that a later one does not
-- change the digests of what was locked before.
CREATE FUNCTION "report_digest"(of_report uuid, of_edition integer) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT encode(sha256(convert_to(coalesce(jsonb_agg(jsonb_build_array(
      v."code", v."position", v."table_code", v."table_vi", v."table_en", v."label_vi", v."label_en", v."indicator_code",
      v."measure_unit", v."aggregation", v."is_required", v."value", v."numerator", v."denominator", v."qualifier", v."origin",
      v."own", v."completeness", v."warnings", v."parts", v."is_corrected", v."corrected", v."corrected_numerator",
      v."corrected_denominator", v."corrected_from", v."correction_reason", v."corrected_by",
      extract(epoch FROM v."corrected_at")
    ) ORDER BY v."code" COLLATE "C")::text, '[]'), 'UTF8')), 'hex')
  FROM "report_value" v WHERE v."report_id" = of_report AND v."edition" = of_edition
$$;
