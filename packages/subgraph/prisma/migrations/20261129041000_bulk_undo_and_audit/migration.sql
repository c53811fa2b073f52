-- AlterTable
ALTER TABLE "audit_entry" ALTER COLUMN "transaction" SET DEFAULT (current_setting('cnscd.audit_transaction'::text))::bigint;

-- What Prisma's schema cannot say.
--
-- Undoing by the hundred thousand, and audit entries by as many.

-- As before, but what the order of changes is found by does not carry the rows along.
CREATE OR REPLACE FUNCTION "journal_runs"(of_journal uuid)
RETURNS TABLE ("journal_id" uuid, "table_name" text, "operation" text, "first" bigint, "last" bigint) LANGUAGE sql STABLE AS $$
  WITH distinguishing AS MATERIALIZED (
    SELECT t.name, "journal_distinguishing"(t.name::regclass) AS columns
    FROM (SELECT DISTINCT j."table_name" AS name FROM "journal_row" j WHERE j."journal_id" = of_journal) t
  ), told AS MATERIALIZED (
    SELECT j."n", j."table_name", j."key",
      CASE WHEN j."old" IS NULL THEN 'INSERT' WHEN j."new" IS NULL THEN 'DELETE' ELSE 'UPDATE' END AS operation,
      j."old" IS NOT NULL AND j."new" IS NOT NULL AND EXISTS (
        SELECT FROM unnest(d.columns) AS name WHERE j."old" -> name IS DISTINCT FROM j."new" -> name) AS is_alone
    FROM "journal_row" j JOIN distinguishing d ON d.name = j."table_name" WHERE j."journal_id" = of_journal
  ), change AS (
    SELECT t.*, row_number() OVER (PARTITION BY t."table_name", t."key" ORDER BY t."n") AS time FROM told t
  ), started AS (
    SELECT c.*, c.is_alone OR (c."table_name", c.operation, c.time, false)
      IS DISTINCT FROM (lag(c."table_name") OVER w, lag(c.operation) OVER w, lag(c.time) OVER w, lag(c.is_alone) OVER w) AS starts
    FROM change c WINDOW w AS (ORDER BY c."n")
  ), numbered AS (
    SELECT s.*, count(*) FILTER (WHERE s.starts) OVER (ORDER BY s."n") AS number FROM started s
  )
  SELECT of_journal, "table_name", operation, min("n"), max("n") FROM numbered GROUP BY number, "table_name", operation
$$;

-- Its statements sort hundreds of thousands of keys.
ALTER FUNCTION "journal_undo"(uuid) SET work_mem = '64MB';

-- Entries are stamped with their transaction by the default of the column, which costs next to nothing for each: what it
-- reads is set before the statement, and afterwards it is seen to that no writer gave another number.
DROP TRIGGER "audit_entry_stamp" ON "audit_entry";
DROP FUNCTION "audit_stamp"();

CREATE FUNCTION "audit_transaction"() RETURNS bigint LANGUAGE sql AS $$
  SELECT pg_current_xact_id()::text::bigint + (SELECT "shift" FROM "audit_clock")
$$;

-- An entry that would come before the last seal is refused: the clock has gone back, because a dump was restored into
-- another cluster, until the worker has set it right. No seal comes past us later: from here on our transaction has its
-- number, and the worker seals only what lies before those that are running.
CREATE FUNCTION "audit_set_transaction"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  own bigint := "audit_transaction"();
BEGIN
  IF own <= (SELECT "until_transaction" FROM "audit_seal" ORDER BY "number" DESC LIMIT 1) THEN
    RAISE EXCEPTION 'the audit is sealed beyond transaction %: let the worker seal once to set the clock', own;
  END IF;
  PERFORM set_config('cnscd.audit_transaction', own::text, true);
  RETURN NULL;
END $$;
CREATE TRIGGER "audit_entry_before" BEFORE INSERT ON "audit_entry"
  FOR EACH STATEMENT EXECUTE FUNCTION "audit_set_transaction"();

CREATE FUNCTION "audit_check_transaction"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  own bigint := "audit_transaction"();
BEGIN
  IF EXISTS (SELECT FROM "new_row" WHERE "transaction" <> own) THEN
    RAISE EXCEPTION 'an entry of the audit has the number of its transaction, and no other';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER "audit_entry_after" AFTER INSERT ON "audit_entry" REFERENCING NEW TABLE AS "new_row"
  FOR EACH STATEMENT EXECUTE FUNCTION "audit_check_transaction"();
