-- What Prisma's schema cannot say.
--
-- Writes and their undoing by the hundred thousand: the journal is written once for each statement instead of once for
-- each row.

DO $$
DECLARE
  of_table regclass;
BEGIN
  FOR of_table IN SELECT tgrelid FROM pg_trigger WHERE tgname = 'journal' LOOP
    EXECUTE format('DROP TRIGGER "journal" ON %s', of_table);
  END LOOP;
END $$;
DROP FUNCTION "journal_change"();

-- Writes down what a statement did to the rows of a table, in one statement. Its arguments are the columns of the
-- table's primary key. The rows of a statement come in no order, and none of them twice; statements come in theirs.
CREATE FUNCTION "journal_statement"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  is_moved boolean;
  matching text := (SELECT string_agg(format('o.%1$I = n.%1$I', name), ' AND ') FROM unnest(TG_ARGV) AS name);
  key text := (SELECT string_agg(format('%1$L, %2$s.%1$I', name, CASE TG_OP WHEN 'DELETE' THEN 'o' ELSE 'n' END), ', ')
    FROM unnest(TG_ARGV) AS name);
BEGIN
  -- A row that got another key cannot be told from one that went and one that came.
  IF TG_OP = 'UPDATE' THEN
    EXECUTE format('SELECT EXISTS (SELECT FROM new_row n WHERE NOT EXISTS (SELECT FROM old_row o WHERE %s))', matching) INTO is_moved;
    IF is_moved THEN
      RAISE EXCEPTION 'a row of % gets another primary key: while a journal is kept, delete and insert it instead', TG_TABLE_NAME;
    END IF;
  END IF;
  EXECUTE format('INSERT INTO journal_row (journal_id, table_name, key, old, new) SELECT $1, %L, jsonb_build_object(%s), %s',
    TG_TABLE_NAME, key,
    CASE TG_OP
      WHEN 'INSERT' THEN 'NULL, to_jsonb(n) FROM new_row n'
      WHEN 'DELETE' THEN 'to_jsonb(o), NULL FROM old_row o'
      ELSE format('to_jsonb(o), to_jsonb(n) FROM new_row n JOIN old_row o ON %s WHERE o IS DISTINCT FROM n', matching)
    END)
  USING current_setting('cnscd.journal')::uuid;
  RETURN NULL;
END $$;

-- Lets a table take part in journals. The condition is all that a write costs while none is kept.
CREATE FUNCTION "journal_take_part"(of_table regclass) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  key text := (SELECT string_agg(quote_literal(a.attname), ', ' ORDER BY a.attnum)
    FROM pg_index i JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = ANY (i.indkey)
    WHERE i.indrelid = of_table AND i.indisprimary);
BEGIN
  EXECUTE format($sql$
    CREATE TRIGGER "journal_insert" AFTER INSERT ON %1$s REFERENCING NEW TABLE AS new_row FOR EACH STATEMENT
      WHEN (current_setting('cnscd.journal', true) <> '') EXECUTE FUNCTION "journal_statement"(%2$s);
    CREATE TRIGGER "journal_update" AFTER UPDATE ON %1$s REFERENCING OLD TABLE AS old_row NEW TABLE AS new_row FOR EACH STATEMENT
      WHEN (current_setting('cnscd.journal', true) <> '') EXECUTE FUNCTION "journal_statement"(%2$s);
    CREATE TRIGGER "journal_delete" AFTER DELETE ON %1$s REFERENCING OLD TABLE AS old_row FOR EACH STATEMENT
      WHEN (current_setting('cnscd.journal', true) <> '') EXECUTE FUNCTION "journal_statement"(%2$s);
  $sql$, of_table, key);
END $$;

SELECT "journal_take_part"(name::regclass) FROM unnest(ARRAY['source_document', 'admin_unit', 'unit_link', 'unit_scope',
  'indicator_version', 'reported_figure', 'target', 'team_rule', 'founding_decision', 'team', 'team_link', 'member',
  'membership', 'responsibility', 'activity', 'activity_outcome']) AS name;

-- As before, by the new name of the trigger.
CREATE OR REPLACE FUNCTION "journal_references"(to_table regclass)
RETURNS TABLE (child regclass, matching text, action "char") LANGUAGE sql STABLE AS $$
  SELECT c.conrelid::regclass, string_agg(format('child.%I = k.%I', f.attname, p.attname), ' AND '), c.confdeltype
  FROM pg_constraint c CROSS JOIN LATERAL unnest(c.conkey, c.confkey) AS pair (own, other)
  JOIN pg_attribute f ON f.attrelid = c.conrelid AND f.attnum = pair.own
  JOIN pg_attribute p ON p.attrelid = c.confrelid AND p.attnum = pair.other
  WHERE c.contype = 'f' AND c.confrelid = to_table
    AND EXISTS (SELECT FROM pg_trigger g WHERE g.tgrelid = c.conrelid AND g.tgname = 'journal_insert')
  GROUP BY c.oid, c.conrelid, c.confdeltype
$$;

-- What is looked for at each deletion of a row that others may refer to: undoing an import deletes by the thousand.
CREATE INDEX "member_merged_into" ON "member" ("merged_into_id") WHERE "merged_into_id" IS NOT NULL;
CREATE INDEX "team_decision" ON "team" ("decision_id") WHERE "decision_id" IS NOT NULL;
CREATE INDEX "target_team" ON "target" ("team_id") WHERE "team_id" IS NOT NULL;
