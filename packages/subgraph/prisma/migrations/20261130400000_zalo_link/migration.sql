-- AlterEnum
ALTER TYPE "consent_purpose" ADD VALUE 'ZALO_SIGN_IN';

-- CreateTable
CREATE TABLE "zalo_link" (
    "id" UUID NOT NULL,
    "app_id" TEXT NOT NULL,
    "member_id" UUID NOT NULL,
    "account_digest" BYTEA,
    "key_id" TEXT NOT NULL,
    "linked_at" TIMESTAMPTZ(3) NOT NULL,
    "removed_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "zalo_link_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "zalo_attempt" (
    "app_id" TEXT NOT NULL,
    "account_digest" BYTEA NOT NULL,
    "attempts" INTEGER NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "zalo_attempt_pkey" PRIMARY KEY ("app_id","account_digest")
);

-- CreateTable
CREATE TABLE "zalo_event" (
    "id" TEXT NOT NULL,
    "forget_after" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "zalo_event_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "zalo_link_app_id_account_digest_key" ON "zalo_link"("app_id", "account_digest");

-- CreateIndex
CREATE INDEX "zalo_link_member_id_idx" ON "zalo_link"("member_id");

-- CreateIndex
CREATE INDEX "zalo_attempt_since_idx" ON "zalo_attempt"("since");

-- CreateIndex
CREATE INDEX "zalo_event_forget_after_idx" ON "zalo_event"("forget_after");

-- AddForeignKey
ALTER TABLE "zalo_link" ADD CONSTRAINT "zalo_link_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;



-- What Prisma's schema cannot say.

-- A removed link does not say any longer whose account it was.
ALTER TABLE "zalo_link" ADD CONSTRAINT "zalo_link_removed_is_forgotten" CHECK (("removed_at" IS NULL) = ("account_digest" IS NOT NULL));
-- One account of an app for each record.
CREATE UNIQUE INDEX "zalo_link_standing" ON "zalo_link"("app_id", "member_id") WHERE "removed_at" IS NULL;
