-- AlterTable
ALTER TABLE "audit_entry" ADD COLUMN     "personal_digest" TEXT,
ADD COLUMN     "team_id" UUID,
-- Entries from before this migration come first; a trigger fills in the later ones.
ADD COLUMN     "transaction" BIGINT NOT NULL DEFAULT 0,
ADD COLUMN     "unit_id" TEXT;
ALTER TABLE "audit_entry" ALTER COLUMN "transaction" DROP DEFAULT;

-- CreateTable
CREATE TABLE "audit_personal" (
    "entry_id" BIGINT NOT NULL,
    "salt" TEXT NOT NULL,
    "states" JSONB NOT NULL,

    CONSTRAINT "audit_personal_pkey" PRIMARY KEY ("entry_id")
);

-- CreateTable
CREATE TABLE "audit_seal" (
    "number" INTEGER NOT NULL,
    "until_transaction" BIGINT NOT NULL,
    "until_id" BIGINT NOT NULL,
    "entries" INTEGER NOT NULL,
    "previous_hash" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "sealed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "audit_seal_pkey" PRIMARY KEY ("number")
);

-- CreateTable
CREATE TABLE "audit_clock" (
    "only_row" BOOLEAN NOT NULL DEFAULT true,
    "shift" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "audit_clock_pkey" PRIMARY KEY ("only_row")
);

-- CreateTable
CREATE TABLE "journal" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "undone_at" TIMESTAMPTZ(3),

    CONSTRAINT "journal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "journal_row" (
    "n" BIGSERIAL NOT NULL,
    "journal_id" UUID NOT NULL,
    "table_name" TEXT NOT NULL,
    "key" JSONB NOT NULL,
    "old" JSONB,
    "new" JSONB,

    CONSTRAINT "journal_row_pkey" PRIMARY KEY ("n")
);

-- CreateIndex
CREATE INDEX "audit_entry_transaction_id_idx" ON "audit_entry"("transaction", "id");

-- CreateIndex
CREATE INDEX "journal_created_at_idx" ON "journal"("created_at");

-- CreateIndex
CREATE INDEX "journal_row_journal_id_n_idx" ON "journal_row"("journal_id", "n");

-- AddForeignKey
ALTER TABLE "audit_personal" ADD CONSTRAINT "audit_personal_entry_id_fkey" FOREIGN KEY ("entry_id") REFERENCES "audit_entry"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "journal_row" ADD CONSTRAINT "journal_row_journal_id_fkey" FOREIGN KEY ("journal_id") REFERENCES "journal"("id") ON DELETE CASCADE ON UPDATE CASCADE;



-- What Prisma's schema cannot say.

-- ── The audit ────────────────────────────────────────────────────────────────────────────────────────────────────

CREATE OR REPLACE FUNCTION "audit_is_append_only"() RETURNS trigger LANGUAGE plpgsql AS
  'BEGIN RAISE EXCEPTION ''% is append-only'', TG_TABLE_NAME; END';
CREATE TRIGGER "audit_seal_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "audit_seal"
  FOR EACH STATEMENT EXECUTE FUNCTION "audit_is_append_only"();
-- What is personal may be erased, and never rewritten.
CREATE TRIGGER "audit_personal_append_only" BEFORE UPDATE OR TRUNCATE ON "audit_personal"
  FOR EACH STATEMENT EXECUTE FUNCTION "audit_is_append_only"();

ALTER TABLE "audit_clock" ADD CONSTRAINT "audit_clock_only_row" CHECK ("only_row");
INSERT INTO "audit_clock" DEFAULT VALUES;

-- Stamps an entry with its transaction. An entry that would come before the last seal is refused: the clock has gone
-- back, because a dump was restored into another cluster, until the worker has set it right.
CREATE FUNCTION "audit_stamp"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW."transaction" := pg_current_xact_id()::text::bigint + (SELECT "shift" FROM "audit_clock");
  IF NEW."transaction" <= (SELECT "until_transaction" FROM "audit_seal" ORDER BY "number" DESC LIMIT 1) THEN
    RAISE EXCEPTION 'the audit is sealed beyond transaction %: let the worker seal once to set the clock', NEW."transaction";
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "audit_entry_stamp" BEFORE INSERT ON "audit_entry" FOR EACH ROW EXECUTE FUNCTION "audit_stamp"();

-- The transaction from which on the audit may still get entries: those of every earlier one are there, or never will be.
-- Entries are read and sealed up to here, so that none slips in before. What runs in another database writes nothing
-- here and holds nothing back, nor does autovacuum; a standby cannot tell and waits for them. STABLE: it looks at the
-- snapshot of the statement that asks.
CREATE FUNCTION "audit_horizon"() RETURNS bigint LANGUAGE sql STABLE AS $$
  SELECT (SELECT "shift" FROM "audit_clock") + CASE WHEN pg_is_in_recovery()
    THEN pg_snapshot_xmin(pg_current_snapshot())::text::bigint
    ELSE coalesce(
      (SELECT min(running::text::bigint) FROM pg_snapshot_xip(pg_current_snapshot()) AS running
       WHERE NOT EXISTS (SELECT FROM pg_locks l JOIN pg_stat_activity a ON a.pid = l.pid
         WHERE l.locktype = 'transactionid' AND l.mode = 'ExclusiveLock'
           -- Locks know the lower half of the number only.
           AND l.transactionid::text::bigint = running::text::bigint & 4294967295
           AND (a.datid <> (SELECT oid FROM pg_database WHERE datname = current_database())
             OR a.backend_type = 'autovacuum worker'))),
      pg_snapshot_xmax(pg_current_snapshot())::text::bigint) END
$$;

-- ── The journal ──────────────────────────────────────────────────────────────────────────────────────────────────

-- Writes down what happened to a row. Its arguments are the columns of the table's primary key.
CREATE FUNCTION "journal_change"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  state jsonb := to_jsonb(coalesce(NEW, OLD));
BEGIN
  IF TG_OP = 'UPDATE' AND NEW IS NOT DISTINCT FROM OLD THEN
    RETURN NULL;
  END IF;
  INSERT INTO "journal_row" ("journal_id", "table_name", "key", "old", "new")
  SELECT current_setting('cnscd.journal')::uuid, TG_TABLE_NAME,
    (SELECT jsonb_object_agg(name, state -> name) FROM unnest(TG_ARGV) AS name),
    CASE WHEN TG_OP <> 'INSERT' THEN to_jsonb(OLD) END, CASE WHEN TG_OP <> 'DELETE' THEN to_jsonb(NEW) END;
  RETURN NULL;
END $$;

-- The condition is all that a write costs while no journal is kept.
CREATE TRIGGER "journal" AFTER INSERT OR UPDATE OR DELETE ON "source_document" FOR EACH ROW
  WHEN (current_setting('cnscd.journal', true) <> '') EXECUTE FUNCTION "journal_change"('id');
CREATE TRIGGER "journal" AFTER INSERT OR UPDATE OR DELETE ON "admin_unit" FOR EACH ROW
  WHEN (current_setting('cnscd.journal', true) <> '') EXECUTE FUNCTION "journal_change"('id');
CREATE TRIGGER "journal" AFTER INSERT OR UPDATE OR DELETE ON "unit_link" FOR EACH ROW
  WHEN (current_setting('cnscd.journal', true) <> '') EXECUTE FUNCTION "journal_change"('from_id', 'to_id');
CREATE TRIGGER "journal" AFTER INSERT OR UPDATE OR DELETE ON "unit_scope" FOR EACH ROW
  WHEN (current_setting('cnscd.journal', true) <> '') EXECUTE FUNCTION "journal_change"('region_id', 'unit_id');
CREATE TRIGGER "journal" AFTER INSERT OR UPDATE OR DELETE ON "indicator_version" FOR EACH ROW
  WHEN (current_setting('cnscd.journal', true) <> '') EXECUTE FUNCTION "journal_change"('indicator_code', 'version');
CREATE TRIGGER "journal" AFTER INSERT OR UPDATE OR DELETE ON "reported_figure" FOR EACH ROW
  WHEN (current_setting('cnscd.journal', true) <> '') EXECUTE FUNCTION "journal_change"('id');
CREATE TRIGGER "journal" AFTER INSERT OR UPDATE OR DELETE ON "target" FOR EACH ROW
  WHEN (current_setting('cnscd.journal', true) <> '') EXECUTE FUNCTION "journal_change"('id');
CREATE TRIGGER "journal" AFTER INSERT OR UPDATE OR DELETE ON "team_rule" FOR EACH ROW
  WHEN (current_setting('cnscd.journal', true) <> '') EXECUTE FUNCTION "journal_change"('code');
CREATE TRIGGER "journal" AFTER INSERT OR UPDATE OR DELETE ON "founding_decision" FOR EACH ROW
  WHEN (current_setting('cnscd.journal', true) <> '') EXECUTE FUNCTION "journal_change"('id');
CREATE TRIGGER "journal" AFTER INSERT OR UPDATE OR DELETE ON "team" FOR EACH ROW
  WHEN (current_setting('cnscd.journal', true) <> '') EXECUTE FUNCTION "journal_change"('id');
CREATE TRIGGER "journal" AFTER INSERT OR UPDATE OR DELETE ON "member" FOR EACH ROW
  WHEN (current_setting('cnscd.journal', true) <> '') EXECUTE FUNCTION "journal_change"('id');
CREATE TRIGGER "journal" AFTER INSERT OR UPDATE OR DELETE ON "membership" FOR EACH ROW
  WHEN (current_setting('cnscd.journal', true) <> '') EXECUTE FUNCTION "journal_change"('id');
CREATE TRIGGER "journal" AFTER INSERT OR UPDATE OR DELETE ON "responsibility" FOR EACH ROW
  WHEN (current_setting('cnscd.journal', true) <> '') EXECUTE FUNCTION "journal_change"('id');
CREATE TRIGGER "journal" AFTER INSERT OR UPDATE OR DELETE ON "activity" FOR EACH ROW
  WHEN (current_setting('cnscd.journal', true) <> '') EXECUTE FUNCTION "journal_change"('id');
CREATE TRIGGER "journal" AFTER INSERT OR UPDATE OR DELETE ON "activity_outcome" FOR EACH ROW
  WHEN (current_setting('cnscd.journal', true) <> '') EXECUTE FUNCTION "journal_change"('activity_id', 'topic');

-- A journal is undone in the reverse order. What a foreign key empties or deletes by itself is written down after the
-- row that it followed, which is the wrong order to undo it in: while a journal is kept, it has to be done beforehand.
CREATE FUNCTION "journal_guard"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  reference record;
  is_referenced boolean;
BEGIN
  FOR reference IN SELECT * FROM "journal_references"(TG_RELID) WHERE action IN ('c', 'n', 'd') LOOP
    EXECUTE format('SELECT EXISTS (SELECT FROM %1$s child, LATERAL (SELECT ($1).*) k WHERE %2$s)', reference.child, reference.matching)
    INTO is_referenced USING OLD;
    IF is_referenced THEN
      RAISE EXCEPTION 'a row of % refers to the row of % that is deleted: while a journal is kept, change or delete it first',
        reference.child, TG_TABLE_NAME;
    END IF;
  END LOOP;
  RETURN OLD;
END $$;

-- Which tables with a journal refer to a table, how their rows (child) match its own (k), and what a delete does to them.
CREATE FUNCTION "journal_references"(to_table regclass) RETURNS TABLE (child regclass, matching text, action "char") LANGUAGE sql STABLE AS $$
  SELECT c.conrelid::regclass, string_agg(format('child.%I = k.%I', f.attname, p.attname), ' AND '), c.confdeltype
  FROM pg_constraint c CROSS JOIN LATERAL unnest(c.conkey, c.confkey) AS pair (own, other)
  JOIN pg_attribute f ON f.attrelid = c.conrelid AND f.attnum = pair.own
  JOIN pg_attribute p ON p.attrelid = c.confrelid AND p.attnum = pair.other
  WHERE c.contype = 'f' AND c.confrelid = to_table
    AND EXISTS (SELECT FROM pg_trigger g WHERE g.tgrelid = c.conrelid AND g.tgname = 'journal')
  GROUP BY c.oid, c.conrelid, c.confdeltype
$$;
CREATE TRIGGER "journal_guard" BEFORE DELETE ON "source_document" FOR EACH ROW
  WHEN (current_setting('cnscd.journal', true) <> '') EXECUTE FUNCTION "journal_guard"();
CREATE TRIGGER "journal_guard" BEFORE DELETE ON "admin_unit" FOR EACH ROW
  WHEN (current_setting('cnscd.journal', true) <> '') EXECUTE FUNCTION "journal_guard"();
CREATE TRIGGER "journal_guard" BEFORE DELETE ON "founding_decision" FOR EACH ROW
  WHEN (current_setting('cnscd.journal', true) <> '') EXECUTE FUNCTION "journal_guard"();
CREATE TRIGGER "journal_guard" BEFORE DELETE ON "team" FOR EACH ROW
  WHEN (current_setting('cnscd.journal', true) <> '') EXECUTE FUNCTION "journal_guard"();
CREATE TRIGGER "journal_guard" BEFORE DELETE ON "member" FOR EACH ROW
  WHEN (current_setting('cnscd.journal', true) <> '') EXECUTE FUNCTION "journal_guard"();
CREATE TRIGGER "journal_guard" BEFORE DELETE ON "membership" FOR EACH ROW
  WHEN (current_setting('cnscd.journal', true) <> '') EXECUTE FUNCTION "journal_guard"();

-- How a row t of a table is found by its key k: t."id" = k."id".
CREATE FUNCTION "journal_match"(table_name text) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT string_agg(format('t.%1$I = k.%1$I', a.attname), ' AND ' ORDER BY a.attnum)
  FROM pg_index i JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = ANY (i.indkey)
  WHERE i.indrelid = table_name::regclass AND i.indisprimary
$$;

-- Rows of a table that are no longer as the journal left them. They stay locked, so that they remain as found.
CREATE FUNCTION "journal_changed_since"(of_journal uuid, of_table text) RETURNS jsonb LANGUAGE plpgsql AS $$
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
      ELSE t IS NULL OR t IS DISTINCT FROM jsonb_populate_record(t, last.new) END
  $sql$, of_table, journal_match(of_table)) INTO changed USING of_journal;
  RETURN coalesce(changed, '[]');
END $$;

-- Rows that a run of the journal inserted and that others have come to refer to since. Asked by hand because a foreign
-- key may answer a delete by emptying the reference, or by deleting what refers.
CREATE FUNCTION "journal_referenced_since"(run record) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  reference record;
  referenced jsonb;
  found jsonb := '[]';
BEGIN
  FOR reference IN SELECT * FROM "journal_references"(run.table_name::regclass)
  LOOP
    EXECUTE format($sql$
      WITH inserted AS (SELECT j.key AS json, k.* FROM journal_row j
        CROSS JOIN LATERAL jsonb_populate_record(NULL::%1$I, j.new) k
        WHERE j.journal_id = $1 AND j.n BETWEEN $2 AND $3)
      SELECT jsonb_agg(DISTINCT jsonb_build_object('reason', 'REFERENCED', 'table_name', %1$L, 'key', k.json))
      FROM inserted k JOIN %2$s child ON %3$s WHERE %4$s
    $sql$, run.table_name, reference.child, reference.matching,
      -- What the same run inserted goes along with it.
      CASE WHEN reference.child = run.table_name::regclass
        THEN format('NOT EXISTS (SELECT FROM inserted t WHERE %s)', replace(journal_match(run.table_name), 'k.', 'child.'))
        ELSE 'true' END)
    INTO referenced USING run.journal_id, run.first, run.last;
    found := found || coalesce(referenced, '[]');
  END LOOP;
  RETURN found;
END $$;

-- The columns by which rows of a table exclude one another, the primary key left out.
CREATE FUNCTION "journal_distinguishing"(of_table regclass) RETURNS text[] LANGUAGE sql STABLE AS $$
  SELECT coalesce(array_agg(DISTINCT a.attname::text), '{}')
  FROM pg_index i LEFT JOIN pg_constraint c ON c.conindid = i.indexrelid AND c.conrelid = i.indrelid
  JOIN pg_attribute a ON a.attrelid = i.indrelid AND (a.attnum = ANY (i.indkey) OR a.attnum = ANY (c.conkey)
    OR EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_class'::regclass AND d.objid = i.indexrelid
      AND d.refobjid = i.indrelid AND d.refobjsubid = a.attnum))
  WHERE i.indrelid = of_table AND (i.indisunique OR i.indisexclusion) AND NOT i.indisprimary
$$;

-- A journal in runs: rows of one table that were inserted, changed or deleted one after the other, none of them twice. A
-- run is undone in one statement, because its rows may refer to one another, and because thousands may have been changed.
-- What was changed in a column that tells rows apart stands alone: there the order matters.
CREATE FUNCTION "journal_runs"(of_journal uuid)
RETURNS TABLE ("journal_id" uuid, "table_name" text, "operation" text, "first" bigint, "last" bigint) LANGUAGE sql STABLE AS $$
  WITH distinguishing AS (
    SELECT t.name, "journal_distinguishing"(t.name::regclass) AS columns
    FROM (SELECT DISTINCT j."table_name" AS name FROM "journal_row" j WHERE j."journal_id" = of_journal) t
  ), change AS (
    SELECT j."n", j."table_name", o.operation, row_number() OVER (PARTITION BY j."table_name", j."key" ORDER BY j."n") AS time,
      o.operation = 'UPDATE' AND EXISTS (
        SELECT FROM unnest(d.columns) AS name WHERE j."old" -> name IS DISTINCT FROM j."new" -> name) AS is_alone
    FROM "journal_row" j JOIN distinguishing d ON d.name = j."table_name" CROSS JOIN LATERAL (SELECT
      CASE WHEN j."old" IS NULL THEN 'INSERT' WHEN j."new" IS NULL THEN 'DELETE' ELSE 'UPDATE' END AS operation) o
    WHERE j."journal_id" = of_journal
  ), started AS (
    SELECT c.*, c.is_alone OR (c."table_name", c.operation, c.time, false)
      IS DISTINCT FROM (lag(c."table_name") OVER w, lag(c.operation) OVER w, lag(c.time) OVER w, lag(c.is_alone) OVER w) AS starts
    FROM change c WINDOW w AS (ORDER BY c."n")
  ), numbered AS (
    SELECT s.*, count(*) FILTER (WHERE s.starts) OVER (ORDER BY s."n") AS number FROM started s
  )
  SELECT of_journal, "table_name", operation, min("n"), max("n") FROM numbered GROUP BY number, "table_name", operation
$$;

-- Undoes a run of a journal.
-- A restored row gets a version that nobody has seen yet: whoever saw the undone one must not take it for the same.
CREATE FUNCTION "journal_undo_run"(run record) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  names text;
  states text;
  is_versioned boolean;
BEGIN
  -- Only what the journal knows: a column that a later migration added keeps its value, or gets its default.
  SELECT string_agg(quote_ident(a.attname), ', ' ORDER BY a.attnum), string_agg(format('x.%I', a.attname), ', ' ORDER BY a.attnum),
    coalesce(bool_or(a.attname = 'version' AND a.atttypid = 'integer'::regtype), false)
  INTO names, states, is_versioned
  FROM pg_attribute a JOIN "journal_row" j ON j.n = run.first AND j.old ? a.attname::text
  WHERE a.attrelid = run.table_name::regclass AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = '';
  CASE run.operation
    WHEN 'INSERT' THEN
      EXECUTE format('DELETE FROM %1$I t USING journal_row j CROSS JOIN LATERAL jsonb_populate_record(NULL::%1$I, j.key) k
        WHERE j.journal_id = $1 AND j.n BETWEEN $2 AND $3 AND %2$s', run.table_name, journal_match(run.table_name))
      USING run.journal_id, run.first, run.last;
    WHEN 'DELETE' THEN
      -- The deletion would have been the next version.
      EXECUTE format('INSERT INTO %1$I (%2$s) SELECT %3$s FROM journal_row j
        CROSS JOIN LATERAL jsonb_populate_record(NULL::%1$I, j.old || %4$s) x
        WHERE j.journal_id = $1 AND j.n BETWEEN $2 AND $3', run.table_name, names, states,
        CASE WHEN is_versioned THEN 'jsonb_build_object(''version'', (j.old ->> ''version'')::int + 2)' ELSE '''{}''' END)
      USING run.journal_id, run.first, run.last;
    WHEN 'UPDATE' THEN
      EXECUTE format('UPDATE %1$I t SET (%2$s) = (SELECT %3$s FROM jsonb_populate_record(t, j.old || %4$s) x)
        FROM journal_row j CROSS JOIN LATERAL jsonb_populate_record(NULL::%1$I, j.new) k
        WHERE j.journal_id = $1 AND j.n BETWEEN $2 AND $3 AND %5$s', run.table_name, names, states,
        CASE WHEN is_versioned THEN 'jsonb_build_object(''version'', t.version + 1)' ELSE '''{}''' END,
        journal_match(run.table_name))
      USING run.journal_id, run.first, run.last;
  END CASE;
END $$;

-- Undoes a journal, or nothing of it. Answers the rows that it touched, or those that stand in the way and why.
CREATE FUNCTION "journal_undo"(undone uuid) RETURNS TABLE ("reason" text, "table_name" text, "key" jsonb) LANGUAGE plpgsql AS $$
#variable_conflict use_column
DECLARE
  touched record;
  run record;
  blocked jsonb := '[]';
  violated text;
  detail text;
BEGIN
  PERFORM set_config('cnscd.journal', '', true);
  BEGIN
    UPDATE "journal" SET "undone_at" = now() WHERE "id" = undone AND "undone_at" IS NULL;
    IF NOT FOUND THEN
      RAISE EXCEPTION 'journal % is not there, or undone already', undone;
    END IF;
    -- People before teams, and teams before what they have, as other writes lock them.
    FOR touched IN SELECT j."table_name" FROM "journal_row" j WHERE j."journal_id" = undone
      GROUP BY 1 ORDER BY array_position(ARRAY['member', 'team'], j."table_name"), 1 LOOP
      blocked := blocked || "journal_changed_since"(undone, touched.table_name);
    END LOOP;
    IF blocked <> '[]' THEN
      RAISE EXCEPTION USING ERRCODE = 'JB000';
    END IF;
    FOR run IN SELECT * FROM "journal_runs"(undone) ORDER BY first DESC
    LOOP
      IF run.operation = 'INSERT' THEN
        blocked := "journal_referenced_since"(run);
        IF blocked <> '[]' THEN
          RAISE EXCEPTION USING ERRCODE = 'JB000';
        END IF;
      END IF;
      PERFORM "journal_undo_run"(run);
    END LOOP;
  EXCEPTION
    WHEN SQLSTATE 'JB000' THEN NULL;
    -- From PostgreSQL 18 on, RESTRICT has a code of its own.
    WHEN foreign_key_violation OR restrict_violation OR unique_violation OR exclusion_violation THEN
      -- Everything of this block is undone; what stands in the way is told as PostgreSQL names it: "Key (code)=(T1) …".
      GET STACKED DIAGNOSTICS violated = TABLE_NAME, detail = PG_EXCEPTION_DETAIL;
      blocked := jsonb_build_array(jsonb_build_object('table_name', violated,
        'reason', CASE WHEN SQLSTATE IN ('23505', '23P01') THEN 'TAKEN' WHEN run.operation = 'INSERT' THEN 'REFERENCED' ELSE 'MISSING' END,
        'key', jsonb_build_object(substring(detail FROM '\((.*?)\)='), substring(detail FROM '\)=\((.*?)\)'))));
  END;
  IF blocked <> '[]' THEN
    RETURN QUERY SELECT b.reason, b.table_name, b.key
      FROM jsonb_to_recordset(blocked) AS b (reason text, table_name text, key jsonb) ORDER BY 2, 3;
  ELSE
    RETURN QUERY SELECT DISTINCT NULL::text, j."table_name", j."key" FROM "journal_row" j WHERE j."journal_id" = undone ORDER BY 2, 3;
  END IF;
END $$;
