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
