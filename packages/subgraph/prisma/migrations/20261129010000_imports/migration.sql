-- CreateEnum
CREATE TYPE "import_kind" AS ENUM ('ROSTER', 'TEAMS', 'ACTIVITIES', 'FIGURES', 'MEASUREMENTS');

-- CreateEnum
CREATE TYPE "import_status" AS ENUM ('WAITING', 'READING', 'READY', 'APPLYING', 'APPLIED', 'UNDOING', 'UNDONE', 'FAILED', 'DISCARDED');

-- CreateEnum
CREATE TYPE "import_outcome" AS ENUM ('NEW', 'CHANGED', 'UNCHANGED', 'FAULTY');

-- CreateTable
CREATE TABLE "import" (
    "id" UUID NOT NULL,
    "kind" "import_kind" NOT NULL,
    "status" "import_status" NOT NULL DEFAULT 'WAITING',
    "file_name" TEXT NOT NULL,
    "file_size" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "tenant" TEXT NOT NULL,
    "actor" TEXT NOT NULL,
    "region_ids" TEXT[],
    "judged_on" DATE NOT NULL,
    "mapping" JSONB NOT NULL DEFAULT '{}',
    "report" JSONB,
    "phase" TEXT,
    "done" INTEGER NOT NULL DEFAULT 0,
    "total" INTEGER,
    "rows" INTEGER NOT NULL DEFAULT 0,
    "new_rows" INTEGER NOT NULL DEFAULT 0,
    "changed_rows" INTEGER NOT NULL DEFAULT 0,
    "unchanged_rows" INTEGER NOT NULL DEFAULT 0,
    "faulty_rows" INTEGER NOT NULL DEFAULT 0,
    "warnings" INTEGER NOT NULL DEFAULT 0,
    "skip_faulty_rows" BOOLEAN NOT NULL DEFAULT false,
    "asker" JSONB NOT NULL,
    "failure" JSONB,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "staged_at" TIMESTAMPTZ(3),
    "applied_at" TIMESTAMPTZ(3),
    "undone_at" TIMESTAMPTZ(3),

    CONSTRAINT "import_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "import_file" (
    "import_id" UUID NOT NULL,
    "content" BYTEA NOT NULL,

    CONSTRAINT "import_file_pkey" PRIMARY KEY ("import_id")
);

-- CreateTable
CREATE TABLE "import_place" (
    "import_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "words" JSONB NOT NULL,

    CONSTRAINT "import_place_pkey" PRIMARY KEY ("import_id","number")
);

-- CreateTable
CREATE TABLE "import_row" (
    "import_id" UUID NOT NULL,
    "n" INTEGER NOT NULL,
    "sheet" TEXT NOT NULL,
    "sheet_row" INTEGER NOT NULL,
    "place" INTEGER NOT NULL,
    "cells" JSONB NOT NULL,
    "issues" JSONB,
    "is_faulty" BOOLEAN NOT NULL,
    "search_text" TEXT,
    "name_key" TEXT,
    "phone_cipher" BYTEA,
    "phone_digest" BYTEA,

    CONSTRAINT "import_row_pkey" PRIMARY KEY ("import_id","n")
);

-- CreateTable
CREATE TABLE "import_verdict" (
    "import_id" UUID NOT NULL,
    "n" INTEGER NOT NULL,
    "outcome" "import_outcome" NOT NULL,
    "findings" JSONB,
    "changes" JSONB,
    "plan" JSONB,

    CONSTRAINT "import_verdict_pkey" PRIMARY KEY ("import_id","n")
);

-- CreateTable
CREATE TABLE "import_mapping" (
    "region_id" TEXT NOT NULL,
    "kind" "import_kind" NOT NULL,
    "header" TEXT NOT NULL,
    "field" TEXT,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "import_mapping_pkey" PRIMARY KEY ("region_id","kind","header")
);

-- CreateIndex
CREATE INDEX "import_created_at_id_idx" ON "import"("created_at", "id");


-- What Prisma's schema cannot say.

-- At most a few are at work; the worker asks for them every second.
CREATE INDEX "import_at_work" ON "import" ("created_at", "id") WHERE "status" IN ('WAITING', 'READING', 'APPLYING', 'UNDOING');
