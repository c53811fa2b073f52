-- DropForeignKey
ALTER TABLE "journal_row" DROP CONSTRAINT "journal_row_journal_id_fkey";
