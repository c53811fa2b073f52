-- AlterTable
ALTER TABLE "import_file" ADD COLUMN     "is_copy" BOOLEAN NOT NULL DEFAULT false;
