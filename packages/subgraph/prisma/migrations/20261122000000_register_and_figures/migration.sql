-- Search folds diacritics in Node, the index serves "contains" on the folded text.
CREATE EXTENSION IF NOT EXISTS pg_trgm;
-- Lets one constraint compare a code for equality and its days for overlap.
CREATE EXTENSION IF NOT EXISTS btree_gist;

-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "admin_level" AS ENUM ('NATION', 'PROVINCE', 'DISTRICT', 'COMMUNE', 'VILLAGE');

-- CreateEnum
CREATE TYPE "unit_link_kind" AS ENUM ('UNCHANGED', 'WHOLE', 'PART', 'RENAMED', 'KIND_CHANGED', 'UNSPECIFIED');

-- CreateEnum
CREATE TYPE "containment" AS ENUM ('WHOLE', 'PART');

-- CreateEnum
CREATE TYPE "scope_reason" AS ENUM ('DESCENT', 'LINEAGE');

-- CreateEnum
CREATE TYPE "qualifier" AS ENUM ('EXACT', 'AT_LEAST', 'ABOUT', 'ESTIMATE');

-- CreateEnum
CREATE TYPE "direction" AS ENUM ('HIGHER_IS_BETTER', 'LOWER_IS_BETTER', 'NEUTRAL');

-- CreateEnum
CREATE TYPE "aggregation" AS ENUM ('SUM', 'RATIO_OF_SUMS', 'LAST', 'MAX');

-- CreateEnum
CREATE TYPE "comparator" AS ENUM ('AT_LEAST', 'AT_MOST', 'EXACTLY');

-- CreateEnum
CREATE TYPE "requirement" AS ENUM ('MEMBER_COUNT', 'LEADER_AFFILIATION', 'AFFILIATION_PRESENT');

-- CreateEnum
CREATE TYPE "severity" AS ENUM ('ERROR', 'WARNING');

-- CreateEnum
CREATE TYPE "funding_basis" AS ENUM ('TEAM_YEAR', 'TEAM_MONTH', 'PERSON_MONTH', 'PERSON_DAY');

-- CreateEnum
CREATE TYPE "team_kind" AS ENUM ('COMMUNITY', 'MERGED_DE_AN_06', 'ENTERPRISE', 'YOUTH_SQUAD', 'MOBILE_SUPPORT', 'BINH_DAN_HOC_VU_SO');

-- CreateEnum
CREATE TYPE "team_status" AS ENUM ('PLANNED', 'ACTIVE', 'MERGED', 'DISSOLVED');

-- CreateEnum
CREATE TYPE "zalo_group_status" AS ENUM ('NONE', 'LINKED', 'BROKEN');

-- CreateEnum
CREATE TYPE "member_role" AS ENUM ('LEADER', 'DEPUTY', 'MEMBER');

-- CreateEnum
CREATE TYPE "affiliation" AS ENUM ('COMMUNE_LEADER', 'ADMIN_REFORM_OFFICIAL', 'VILLAGE_HEAD', 'YOUTH_UNION', 'WOMEN_UNION', 'FARMERS_UNION', 'FATHERLAND_FRONT', 'SOCIO_POLITICAL_ORGANISATION', 'AREA_POLICE', 'TELECOM_STAFF', 'ENTERPRISE_STAFF', 'TEACHER', 'SKILLED_RESIDENT');

-- CreateEnum
CREATE TYPE "responsibility_kind" AS ENUM ('VILLAGE', 'SCHOOL', 'ONE_STOP_DESK');

-- CreateEnum
CREATE TYPE "activity_status" AS ENUM ('PLANNED', 'DONE', 'VERIFIED', 'RETURNED', 'CANCELLED');

-- CreateEnum
CREATE TYPE "activity_kind" AS ENUM ('PROPAGANDA_SESSION', 'LAUNCH_DAY', 'HOUSEHOLD_VISIT', 'MARKET_VISIT', 'CULTURE_HOUSE_SESSION', 'ONE_STOP_DESK_DUTY', 'MOBILE_SUPPORT', 'SUPPORT_POINT_DUTY', 'DIGITAL_STREET', 'TRAINING_RECEIVED', 'TRAINING_GIVEN', 'MEETING');

-- CreateEnum
CREATE TYPE "topic" AS ENUM ('E_ID', 'SOCIAL_INSURANCE', 'E_HEALTH', 'MOBILE_MONEY', 'BANK_ACCOUNT', 'QR_PAYMENT', 'UTILITY_BILL', 'ONLINE_SERVICE_ACCOUNT', 'ONLINE_SERVICE_SUBMISSION', 'DE_AN_06_SERVICES', 'E_COMMERCE', 'DIGITAL_STALL', 'DIGITAL_SIGNATURE', 'SIM_OWNER', 'ONLINE_SAFETY', 'CITIZEN_APP', 'PASSWORD_RECOVERY', 'EDUCATION', 'SOCIAL_POLICY', 'PRODUCTION_TECHNOLOGY', 'POLICY_PROPAGANDA');

-- CreateTable
CREATE TABLE "admin_unit" (
    "id" TEXT NOT NULL,
    "code" TEXT,
    "name" TEXT NOT NULL,
    "full_name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "level" "admin_level" NOT NULL,
    "parent_id" TEXT,
    "valid_from" DATE,
    "valid_to" DATE,
    "aliases" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "search_text" TEXT NOT NULL,
    "is_synthetic" BOOLEAN NOT NULL DEFAULT false,
    "source_id" TEXT NOT NULL,

    CONSTRAINT "admin_unit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "unit_link" (
    "from_id" TEXT NOT NULL,
    "to_id" TEXT NOT NULL,
    "kind" "unit_link_kind" NOT NULL,
    "effective_on" DATE NOT NULL,
    "wording" TEXT,
    "source_id" TEXT NOT NULL,

    CONSTRAINT "unit_link_pkey" PRIMARY KEY ("from_id","to_id")
);

-- CreateTable
CREATE TABLE "unit_scope" (
    "region_id" TEXT NOT NULL,
    "unit_id" TEXT NOT NULL,
    "containment" "containment" NOT NULL,
    "reason" "scope_reason" NOT NULL,

    CONSTRAINT "unit_scope_pkey" PRIMARY KEY ("region_id","unit_id")
);

-- CreateTable
CREATE TABLE "source_document" (
    "id" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "publisher" TEXT,
    "published_on" DATE,
    "url" TEXT,
    "note" TEXT,

    CONSTRAINT "source_document_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "indicator" (
    "code" TEXT NOT NULL,
    "name_vi" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "unit" TEXT NOT NULL,
    "direction" "direction" NOT NULL,
    "aggregation" "aggregation" NOT NULL,
    "search_text" TEXT NOT NULL,

    CONSTRAINT "indicator_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "indicator_version" (
    "indicator_code" TEXT NOT NULL,
    "version" TEXT NOT NULL,
    "definition" TEXT NOT NULL,
    "valid_from" DATE,
    "valid_to" DATE,
    "source_id" TEXT,

    CONSTRAINT "indicator_version_pkey" PRIMARY KEY ("indicator_code","version")
);

-- CreateTable
CREATE TABLE "reported_figure" (
    "id" BIGSERIAL NOT NULL,
    "fact_key" TEXT NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "unit_id" TEXT NOT NULL,
    "indicator_code" TEXT NOT NULL,
    "level" "admin_level",
    "team_kind" "team_kind",
    "value" DECIMAL(65,30) NOT NULL,
    "value_max" DECIMAL(65,30),
    "numerator" DECIMAL(65,30),
    "denominator" DECIMAL(65,30),
    "qualifier" "qualifier" NOT NULL,
    "as_of" DATE NOT NULL,
    "period" TEXT,
    "stated_change" DECIMAL(65,30),
    "target_code" TEXT,
    "statement" TEXT,
    "source_id" TEXT NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "superseded_at" TIMESTAMPTZ(3),

    CONSTRAINT "reported_figure_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "target" (
    "id" BIGSERIAL NOT NULL,
    "code" TEXT NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "indicator_code" TEXT NOT NULL,
    "unit_id" TEXT NOT NULL,
    "level" "admin_level",
    "period" TEXT NOT NULL,
    "comparator" "comparator" NOT NULL,
    "value" DECIMAL(65,30),
    "measure_unit" TEXT,
    "readings" DECIMAL(65,30)[] DEFAULT ARRAY[]::DECIMAL(65,30)[],
    "statement" TEXT NOT NULL,
    "source_id" TEXT NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "superseded_at" TIMESTAMPTZ(3),

    CONSTRAINT "target_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "team_rule" (
    "code" TEXT NOT NULL,
    "unit_id" TEXT NOT NULL,
    "level" "admin_level",
    "team_kind" "team_kind",
    "requirement" "requirement" NOT NULL,
    "min" INTEGER,
    "max" INTEGER,
    "affiliation" "affiliation",
    "severity" "severity" NOT NULL DEFAULT 'WARNING',
    "valid_from" DATE,
    "valid_to" DATE,
    "statement" TEXT NOT NULL,
    "source_id" TEXT NOT NULL,

    CONSTRAINT "team_rule_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "founding_decision" (
    "id" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "issuer" TEXT NOT NULL,
    "issued_on" DATE,
    "effective_on" DATE,
    "unit_id" TEXT NOT NULL,
    "source_id" TEXT,

    CONSTRAINT "founding_decision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "operating_model" (
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "aliases" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "place" TEXT,
    "unit_id" TEXT NOT NULL,
    "initiator" TEXT,
    "approved_by" TEXT,
    "evaluation" TEXT,
    "description" TEXT,
    "source_id" TEXT NOT NULL,

    CONSTRAINT "operating_model_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "model_adoption" (
    "model_code" TEXT NOT NULL,
    "unit_id" TEXT NOT NULL,
    "as_of" DATE NOT NULL,
    "adopted" INTEGER NOT NULL,
    "total" INTEGER NOT NULL,
    "source_id" TEXT NOT NULL,

    CONSTRAINT "model_adoption_pkey" PRIMARY KEY ("model_code","unit_id","as_of")
);

-- CreateTable
CREATE TABLE "material" (
    "code" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "topics" "topic"[] DEFAULT ARRAY[]::"topic"[],
    "formats" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "language" TEXT NOT NULL DEFAULT 'vi',
    "owners" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "year" INTEGER,
    "unit_id" TEXT NOT NULL,
    "source_id" TEXT NOT NULL,

    CONSTRAINT "material_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "funding_rule" (
    "code" TEXT NOT NULL,
    "unit_id" TEXT NOT NULL,
    "basis" "funding_basis" NOT NULL,
    "amount_vnd" BIGINT NOT NULL,
    "is_maximum" BOOLEAN NOT NULL,
    "top_up_factor" DECIMAL(65,30),
    "purpose" TEXT NOT NULL,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,
    "statement" TEXT NOT NULL,
    "source_id" TEXT NOT NULL,

    CONSTRAINT "funding_rule_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "benefit_programme" (
    "code" TEXT NOT NULL,
    "unit_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "providers" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "min_recipients_per_team" INTEGER,
    "items_per_team" INTEGER,
    "eligible" TEXT,
    "valid_from" DATE,
    "statement" TEXT NOT NULL,
    "source_id" TEXT NOT NULL,

    CONSTRAINT "benefit_programme_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "training" (
    "code" TEXT NOT NULL,
    "unit_id" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "partners" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "topics" "topic"[] DEFAULT ARRAY[]::"topic"[],
    "as_of" DATE,
    "statement" TEXT,
    "source_id" TEXT NOT NULL,

    CONSTRAINT "training_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "team" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "kind" "team_kind" NOT NULL,
    "status" "team_status" NOT NULL,
    "level" "admin_level" NOT NULL,
    "unit_id" TEXT,
    "employer" TEXT,
    "founded_on" DATE,
    "ended_on" DATE,
    "decision_id" TEXT,
    "zalo_group_url" TEXT,
    "zalo_group_status" "zalo_group_status" NOT NULL DEFAULT 'NONE',
    "search_text" TEXT NOT NULL,
    "is_synthetic" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "team_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "member" (
    "id" UUID NOT NULL,
    "display_name" TEXT NOT NULL,
    "search_text" TEXT NOT NULL,
    "is_synthetic" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "member_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "membership" (
    "id" UUID NOT NULL,
    "team_id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "role" "member_role" NOT NULL,
    "is_core" BOOLEAN NOT NULL DEFAULT false,
    "affiliations" "affiliation"[] DEFAULT ARRAY[]::"affiliation"[],
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,

    CONSTRAINT "membership_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "responsibility" (
    "id" UUID NOT NULL,
    "membership_id" UUID NOT NULL,
    "kind" "responsibility_kind" NOT NULL,
    "name" TEXT NOT NULL,
    "unit_id" TEXT,

    CONSTRAINT "responsibility_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "activity" (
    "id" UUID NOT NULL,
    "team_id" UUID NOT NULL,
    "kind" "activity_kind" NOT NULL,
    "status" "activity_status" NOT NULL,
    "title" TEXT NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "duration_minutes" INTEGER,
    "unit_id" TEXT,
    "place" TEXT,
    "is_synthetic" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "activity_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "activity_outcome" (
    "activity_id" UUID NOT NULL,
    "topic" "topic" NOT NULL,
    "reached" INTEGER,
    "assisted" INTEGER,
    "succeeded" INTEGER,

    CONSTRAINT "activity_outcome_pkey" PRIMARY KEY ("activity_id","topic")
);

-- CreateTable
CREATE TABLE "data_load" (
    "name" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "loaded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "report" JSONB NOT NULL,

    CONSTRAINT "data_load_pkey" PRIMARY KEY ("name")
);

-- CreateIndex
CREATE INDEX "admin_unit_code_idx" ON "admin_unit"("code");

-- CreateIndex
CREATE INDEX "admin_unit_parent_id_idx" ON "admin_unit"("parent_id");

-- CreateIndex
CREATE INDEX "admin_unit_search" ON "admin_unit" USING GIN ("search_text" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "unit_link_to_id_idx" ON "unit_link"("to_id");

-- CreateIndex
CREATE INDEX "unit_scope_unit_id_idx" ON "unit_scope"("unit_id");

-- CreateIndex
CREATE INDEX "reported_figure_unit_id_indicator_code_as_of_idx" ON "reported_figure"("unit_id", "indicator_code", "as_of");

-- CreateIndex
CREATE UNIQUE INDEX "reported_figure_fact_key_revision_key" ON "reported_figure"("fact_key", "revision");

-- CreateIndex
CREATE INDEX "target_unit_id_indicator_code_period_idx" ON "target"("unit_id", "indicator_code", "period");

-- CreateIndex
CREATE UNIQUE INDEX "target_code_revision_key" ON "target"("code", "revision");

-- CreateIndex
CREATE INDEX "team_rule_unit_id_idx" ON "team_rule"("unit_id");

-- CreateIndex
CREATE UNIQUE INDEX "team_code_key" ON "team"("code");

-- CreateIndex
CREATE INDEX "team_unit_id_idx" ON "team"("unit_id");

-- CreateIndex
CREATE INDEX "team_search" ON "team" USING GIN ("search_text" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "team_order" ON "team"("search_text", "id");

-- CreateIndex
CREATE INDEX "membership_team_id_id_idx" ON "membership"("team_id", "id");

-- CreateIndex
CREATE INDEX "membership_member_id_idx" ON "membership"("member_id");

-- CreateIndex
CREATE INDEX "responsibility_membership_id_idx" ON "responsibility"("membership_id");

-- CreateIndex
CREATE INDEX "activity_team_id_starts_at_id_idx" ON "activity"("team_id", "starts_at", "id");

-- CreateIndex
CREATE INDEX "activity_starts_at_id_idx" ON "activity"("starts_at", "id");

-- AddForeignKey
ALTER TABLE "admin_unit" ADD CONSTRAINT "admin_unit_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "admin_unit"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "admin_unit" ADD CONSTRAINT "admin_unit_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "source_document"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "unit_link" ADD CONSTRAINT "unit_link_from_id_fkey" FOREIGN KEY ("from_id") REFERENCES "admin_unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "unit_link" ADD CONSTRAINT "unit_link_to_id_fkey" FOREIGN KEY ("to_id") REFERENCES "admin_unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "unit_link" ADD CONSTRAINT "unit_link_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "source_document"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "unit_scope" ADD CONSTRAINT "unit_scope_region_id_fkey" FOREIGN KEY ("region_id") REFERENCES "admin_unit"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "unit_scope" ADD CONSTRAINT "unit_scope_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "admin_unit"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "indicator_version" ADD CONSTRAINT "indicator_version_indicator_code_fkey" FOREIGN KEY ("indicator_code") REFERENCES "indicator"("code") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "indicator_version" ADD CONSTRAINT "indicator_version_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "source_document"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reported_figure" ADD CONSTRAINT "reported_figure_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "admin_unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reported_figure" ADD CONSTRAINT "reported_figure_indicator_code_fkey" FOREIGN KEY ("indicator_code") REFERENCES "indicator"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reported_figure" ADD CONSTRAINT "reported_figure_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "source_document"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "target" ADD CONSTRAINT "target_indicator_code_fkey" FOREIGN KEY ("indicator_code") REFERENCES "indicator"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "target" ADD CONSTRAINT "target_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "admin_unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "target" ADD CONSTRAINT "target_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "source_document"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "team_rule" ADD CONSTRAINT "team_rule_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "admin_unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "team_rule" ADD CONSTRAINT "team_rule_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "source_document"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "founding_decision" ADD CONSTRAINT "founding_decision_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "admin_unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "founding_decision" ADD CONSTRAINT "founding_decision_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "source_document"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "operating_model" ADD CONSTRAINT "operating_model_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "admin_unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "operating_model" ADD CONSTRAINT "operating_model_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "source_document"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "model_adoption" ADD CONSTRAINT "model_adoption_model_code_fkey" FOREIGN KEY ("model_code") REFERENCES "operating_model"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "model_adoption" ADD CONSTRAINT "model_adoption_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "admin_unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "model_adoption" ADD CONSTRAINT "model_adoption_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "source_document"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "material" ADD CONSTRAINT "material_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "admin_unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "material" ADD CONSTRAINT "material_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "source_document"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "funding_rule" ADD CONSTRAINT "funding_rule_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "admin_unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "funding_rule" ADD CONSTRAINT "funding_rule_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "source_document"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "benefit_programme" ADD CONSTRAINT "benefit_programme_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "admin_unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "benefit_programme" ADD CONSTRAINT "benefit_programme_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "source_document"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "training" ADD CONSTRAINT "training_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "admin_unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "training" ADD CONSTRAINT "training_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "source_document"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "team" ADD CONSTRAINT "team_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "admin_unit"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "team" ADD CONSTRAINT "team_decision_id_fkey" FOREIGN KEY ("decision_id") REFERENCES "founding_decision"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_team_id_fkey" FOREIGN KEY ("team_id") REFERENCES "team"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "responsibility" ADD CONSTRAINT "responsibility_membership_id_fkey" FOREIGN KEY ("membership_id") REFERENCES "membership"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "responsibility" ADD CONSTRAINT "responsibility_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "admin_unit"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "activity" ADD CONSTRAINT "activity_team_id_fkey" FOREIGN KEY ("team_id") REFERENCES "team"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "activity" ADD CONSTRAINT "activity_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "admin_unit"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "activity_outcome" ADD CONSTRAINT "activity_outcome_activity_id_fkey" FOREIGN KEY ("activity_id") REFERENCES "activity"("id") ON DELETE CASCADE ON UPDATE CASCADE;



-- What Prisma's schema cannot say.

-- A code names at most one unit on any day.
ALTER TABLE "admin_unit" ADD CONSTRAINT "admin_unit_code_once_a_day"
  EXCLUDE USING gist ("code" WITH =, daterange("valid_from", "valid_to", '[]') WITH &&) WHERE ("code" IS NOT NULL);
ALTER TABLE "admin_unit" ADD CONSTRAINT "admin_unit_days_in_order" CHECK ("valid_from" <= "valid_to");
ALTER TABLE "unit_link" ADD CONSTRAINT "unit_link_not_to_itself" CHECK ("from_id" <> "to_id");
ALTER TABLE "team" ADD CONSTRAINT "team_days_in_order" CHECK ("founded_on" <= "ended_on");
ALTER TABLE "membership" ADD CONSTRAINT "membership_days_in_order" CHECK ("valid_from" <= "valid_to");
ALTER TABLE "activity" ADD CONSTRAINT "activity_duration_minutes" CHECK ("duration_minutes" BETWEEN 1 AND 1440);
ALTER TABLE "activity_outcome" ADD CONSTRAINT "activity_outcome_counts"
  CHECK ("reached" >= 0 AND "assisted" >= 0 AND "succeeded" >= 0 AND "assisted" <= "reached" AND "succeeded" <= "assisted");

-- Sorted and searched by the folded text, byte by byte: the same order on every server.
ALTER TABLE "admin_unit" ALTER COLUMN "search_text" TYPE TEXT COLLATE "C";
ALTER TABLE "team" ALTER COLUMN "search_text" TYPE TEXT COLLATE "C";
ALTER TABLE "member" ALTER COLUMN "search_text" TYPE TEXT COLLATE "C";
ALTER TABLE "indicator" ALTER COLUMN "search_text" TYPE TEXT COLLATE "C";

-- One current revision of a fact.
CREATE UNIQUE INDEX "reported_figure_current" ON "reported_figure" ("fact_key") WHERE "superseded_at" IS NULL;
CREATE UNIQUE INDEX "target_current" ON "target" ("code") WHERE "superseded_at" IS NULL;

-- Larger units first, then by name: the order in which units are listed.
CREATE INDEX "admin_unit_order" ON "admin_unit" ((((CASE "level" WHEN 'NATION' THEN '0' WHEN 'PROVINCE' THEN '1'
  WHEN 'DISTRICT' THEN '2' WHEN 'COMMUNE' THEN '3' ELSE '4' END) || "search_text")), "id");
