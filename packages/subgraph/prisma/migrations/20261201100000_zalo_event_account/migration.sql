-- AlterTable
ALTER TABLE "zalo_event" ADD COLUMN     "account_digests" BYTEA[] DEFAULT ARRAY[]::BYTEA[],
ADD COLUMN     "app_id" TEXT;
