import { type RetainedData, today } from '@cnscd/domain';
import sql, { type Sql } from 'sql-template-tag';
import type { Database } from '../../database/client.ts';
import { appendSelectedAudits } from '../../operations/audit.ts';
import { inTransaction, type Transaction } from '../../operations/transaction.ts';
import { isRestricted } from '../../permissions/restricted.ts';

/** What the application of a rule did. */
export interface RetentionOutcome {
  data: RetainedData;
  days: number;
  /** What is older went. */
  cutoff: Date;
  count: number;
}

/**
 * Applies the retention rules that are in force: what is past its time goes, each rule whole or not at all, and that it
 * went is recorded with its number.
 *
 * @param isDryRun - only counts
 */
export async function applyRetention(
  db: Database,
  now: Date,
  { isDryRun = false }: { isDryRun?: boolean } = {},
): Promise<RetentionOutcome[]> {
  const day = today(now);
  const rules = await db.rows<{ data: RetainedData; days: number }>(sql`
    /* retentionRulesInForce */
    select distinct on (data) data, days from retention_rule
    where valid_from <= ${day}::date and (valid_to is null or valid_to >= ${day}::date) order by data, valid_from desc`);
  const outcomes: RetentionOutcome[] = [];
  for (const { data, days } of rules) {
    const cutoff = new Date(now.getTime() - days * DAY_MS);
    const count = await applyRule(db, { data, days, cutoff, now, isDryRun });
    outcomes.push({ data, days, cutoff, count });
  }
  return outcomes;
}

const DAY_MS = 86_400_000;

interface Application {
  data: RetainedData;
  days: number;
  cutoff: Date;
  now: Date;
  isDryRun: boolean;
}

/** Thrown to undo what was only to be counted. */
const COUNTED = new Error('counted');

async function applyRule(db: Database, { data, days, cutoff, now, isDryRun }: Application): Promise<number> {
  let count = 0;
  const work = async (tx: Transaction) => {
    await tx.rows(sql`set local statement_timeout = 0`);
    count = await REMOVALS[data](tx, cutoff);
    if (isDryRun) throw COUNTED;
    if (count === 0) return;
    await tx.rows(sql`
      /* insertRetentionRun */
      insert into retention_run (data, days, cutoff, count, ran_at)
      values (${data}::retained_data, ${days}, ${cutoff.toISOString()}::timestamptz, ${count}, ${now.toISOString()}::timestamptz)`);
  };
  await inTransaction(db, work).catch((error: unknown) => {
    if (error !== COUNTED) throw error;
  });
  return count;
}

type Removal = (tx: Transaction, cutoff: Date) => Promise<number>;

/** A removal by one statement that gives back each row that went. */
const removal =
  (statement: (cutoff: Sql) => Sql): Removal =>
  async (tx, cutoff) =>
    (await tx.rows(statement(sql`${cutoff.toISOString()}::timestamptz`))).length;

/** What goes, by kind. A kind without a rule in force is kept. */
const REMOVALS: Readonly<Record<RetainedData, Removal>> = {
  // The keys stay, a hundred bytes each: a replay that comes after all is told so and is never run again.
  WRITE_OUTCOMES: removal(
    (cutoff) => sql`
      /* expireOutcomes */
      update idempotency_key set outcome = null where outcome is not null and created_at < ${cutoff} returning 1`,
  ),
  UNDO_JOURNALS: removal(
    (cutoff) => sql`/* expireJournals */ delete from journal where created_at < ${cutoff} returning 1`,
  ),
  FORMER_MEMBER_PHONES: forgetFormerPhones,
  CLOSED_REQUEST_TEXTS: removal(
    (cutoff) => sql`
      /* expireRequestTexts */
      update subject_request set statement = null, extension_reason = null, outcome = null, version = version + 1
      where closed_on < (${cutoff} at time zone 'Asia/Ho_Chi_Minh')::date
        and coalesce(statement, extension_reason, outcome) is not null returning 1`,
  ),
  PERSONAL_AUDIT_VALUES: removal(
    (cutoff) => sql`
      /* expireAuditPersonal */
      delete from audit_personal p using audit_entry e where e.id = p.entry_id and e.at < ${cutoff} returning 1`,
  ),
  // The import itself stays with its numbers; what it took over can be undone as long as its journal is kept.
  IMPORT_FILES: removal(
    (cutoff) => sql`
      /* expireImportFiles */
      with old as materialized (
        select i.id from import i where i.created_at < ${cutoff} and i.status not in ('READING', 'APPLYING', 'UNDOING')
          and (exists (select from import_file f where f.import_id = i.id) or exists (select from import_row r where r.import_id = i.id))
      ), file as (delete from import_file f using old where f.import_id = old.id
      ), judged as (delete from import_verdict v using old where v.import_id = old.id
      ), staged as (delete from import_row r using old where r.import_id = old.id)
      select id from old`,
  ),
};

/** People who left all teams: nobody calls them about the work any more. Restricted data are only kept, and not changed. */
async function forgetFormerPhones(tx: Transaction, cutoff: Date): Promise<number> {
  const gone = await tx.rows<{ id: string }>(sql`
    /* forgetFormerPhones */
    update member m set phone_cipher = null, phone_digest = null, version = version + 1
    where m.phone_cipher is not null and not ${isRestricted(sql`m.id`)}
      and exists (select from membership ms where ms.member_id = m.id)
      and not exists (select from membership ms where ms.member_id = m.id and (ms.valid_to is null
        or ms.valid_to >= (${cutoff.toISOString()}::timestamptz at time zone 'Asia/Ho_Chi_Minh')::date))
    returning m.id`);
  if (gone.length === 0) return 0;
  await appendSelectedAudits(
    tx,
    WORKER,
    sql`
      select 'Member', m.id::text, m.version, jsonb_build_object('phone', 'PRESENT'), jsonb_build_object('phone', 'ABSENT'),
        null::text, (select t.unit_id from membership ms join team t on t.id = ms.team_id where ms.member_id = m.id
          order by ms.valid_to desc nulls first, ms.id limit 1), null::uuid, null::jsonb
      from member m where m.id = any(${gone.map(({ id }) => id)}::uuid[]) order by m.id`,
  );
  return gone.length;
}

/** Who stands in the audit for what time does. */
const WORKER = { tenant: 'worker', actor: 'retention', field: 'retention' };
