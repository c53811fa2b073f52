import sql, { raw, type Sql } from 'sql-template-tag';
import type { Database } from '../database/client.ts';

/** Entries in one link of the chain: small enough to be hashed at once, large enough for a few links a day. */
const LARGEST_SEAL = 1000;

/**
 * Seals what the audit got since the last seal into a chain of hashes. Whoever changes, removes or slips in an entry
 * later breaks it. Writers wait for nothing here; of several sealers at once one seals and the others do nothing.
 *
 * @returns how many entries this call sealed
 */
export async function sealAudit(db: Pick<Database, 'rows'>): Promise<number> {
  await setClock(db);
  let sealed = 0;
  for (;;) {
    const entries = await sealBatch(db);
    sealed += entries;
    if (entries < LARGEST_SEAL) return sealed;
  }
}

/** One statement, so that a seal is there whole or not at all, whenever the sealer is killed. */
async function sealBatch(db: Pick<Database, 'rows'>): Promise<number> {
  const [seal] = await db.rows<{ entries: number }>(sql`
    /* sealAudit */
    with last as (
      select number, until_transaction, until_id, hash from audit_seal order by number desc limit 1
    ), entry as (
      select e.transaction, e.id, ${canonicalEntry} as line from audit_entry e
      where (e.transaction, e.id) > (coalesce((select until_transaction from last), -1), coalesce((select until_id from last), 0))
        and e.transaction < audit_horizon()
      order by e.transaction, e.id limit ${LARGEST_SEAL}
    ), batch as (
      select count(*)::int as entries, string_agg(line, chr(10) order by transaction, id) as lines,
        (array_agg(transaction order by transaction desc, id desc))[1] as until_transaction,
        (array_agg(id order by transaction desc, id desc))[1] as until_id
      from entry having count(*) > 0
    ), s as (
      select coalesce(last.number, 0) + 1 as number, batch.until_transaction, batch.until_id, batch.entries,
        coalesce(last.hash, '') as previous_hash, date_trunc('milliseconds', now()) as sealed_at, batch.lines
      from batch left join last on true
    )
    insert into audit_seal (number, until_transaction, until_id, entries, previous_hash, sealed_at, hash)
    select number, until_transaction, until_id, entries, previous_hash, sealed_at, ${hashOf(sql`s.lines`)} from s
    on conflict (number) do nothing returning entries`);
  return seal?.entries ?? 0;
}

/**
 * Where a dump was restored on a server that is younger than the audit, its transactions have lower numbers than those
 * of the entries: they are shifted beyond.
 */
async function setClock(db: Pick<Database, 'rows'>): Promise<void> {
  await db.rows(sql`
    /* setAuditClock */
    update audit_clock set shift = last.transaction + 1 - pg_snapshot_xmin(pg_current_snapshot())::text::bigint
    from (select max(transaction) as transaction from audit_entry) last
    where last.transaction >= shift + pg_snapshot_xmax(pg_current_snapshot())::text::bigint`);
}

const instant = (column: string) => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/**
 * An entry e as the one text that is hashed: every column, in an order that never changes. Who did it stands there by a
 * digest, so that it can be erased; in entries from before that it stands in plain words.
 */
export const canonicalEntry: Sql = raw(`(jsonb_build_array(e.transaction, e.id, ${instant('e.at')})
  || case when e.actor_salt is null and e.actor_digest is null then jsonb_build_array(e.tenant, e.actor)
    else jsonb_build_array(coalesce(e.actor_digest, salted_digest(e.actor_salt, jsonb_build_array(e.tenant, e.actor)))) end
  || jsonb_build_array(e.field, e.entity_type, e.entity_id, e.version, e.before, e.after, e.reason, e.unit_id, e.team_id,
    e.personal_digest))::text`);

/** The hash of a seal s over the lines of its entries: it holds the hash before, and all that the seal says of itself. */
export const hashOf = (lines: Sql): Sql => sql`encode(sha256(convert_to(
  jsonb_build_array(s.number, ${raw(instant('s.sealed_at'))}, s.entries, s.until_transaction, s.until_id, s.previous_hash)::text
  || chr(10) || ${lines}, 'UTF8')), 'hex')`;
