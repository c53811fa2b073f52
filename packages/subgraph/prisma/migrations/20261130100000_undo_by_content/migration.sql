-- What Prisma's schema cannot say.
--
-- As before, but a row is as the journal left it where all but its version is. A row that was changed and changed back
-- bears a new version, so that whoever saw the change is told of it; the bundle before that change can be undone all the
-- same. Two imports of the same rows are so taken back one after the other, the later one first.
CREATE OR REPLACE FUNCTION "journal_changed_since"(of_journal uuid, of_table text) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  changed jsonb;
BEGIN
  EXECUTE format($sql$
    SELECT FROM (SELECT DISTINCT key FROM journal_row WHERE journal_id = $1 AND table_name = %1$L ORDER BY key) touched
    CROSS JOIN LATERAL jsonb_populate_record(NULL::%1$I, touched.key) k JOIN %1$I t ON %2$s FOR UPDATE OF t
  $sql$, of_table, journal_match(of_table)) USING of_journal;
  -- The states are compared as rows, not as texts: a column that a later migration added does not matter, nor how a
  -- session writes an instant.
  EXECUTE format($sql$
    SELECT jsonb_agg(jsonb_build_object('reason', 'CHANGED', 'table_name', %1$L, 'key', last.key) ORDER BY last.key)
    FROM (SELECT DISTINCT ON (key) key, new FROM journal_row
      WHERE journal_id = $1 AND table_name = %1$L ORDER BY key, n DESC) last
    CROSS JOIN LATERAL jsonb_populate_record(NULL::%1$I, last.key) k LEFT JOIN %1$I t ON %2$s
    WHERE CASE WHEN last.new IS NULL THEN NOT t IS NULL
      ELSE t IS NULL OR t IS DISTINCT FROM jsonb_populate_record(t, last.new - 'version') END
  $sql$, of_table, journal_match(of_table)) INTO changed USING of_journal;
  RETURN coalesce(changed, '[]');
END $$;
