import sql, { type Sql } from 'sql-template-tag';
import type { Database } from '../database/client.ts';
import { inTransaction, type Transaction } from '../operations/transaction.ts';
import { addedSums, anySum, counts, sums } from './kpi-counts.ts';
import { becomesActive, ownSums, regionSums, teamSums } from './unit-sums.ts';

/** The lock of whoever writes sums: the fold, a repair, and the triggers of unit_scope, which name it too. */
export const FOLD_LOCK = 20261123;

/** A few seconds' work, so that whoever waits for the lock does not wait long. */
const MOST_AT_ONCE = 20_000;

/**
 * Folds deltas into the sums, the oldest first: takes them away and adds them in one transaction, so that each counts
 * exactly once, whatever becomes of the process. One folds at a time; who comes second has nothing to do.
 *
 * @returns how many deltas were folded
 */
export async function foldDeltas(db: Database, { limit = MOST_AT_ONCE } = {}): Promise<number> {
  return inTransaction(db, async (tx) => {
    // By a statement of its own: what the next one sees, it sees after the lock was given.
    const [lock] = await tx.rows<{ isOurs: boolean }>(sql`
      /* foldLock */ select pg_try_advisory_xact_lock(${FOLD_LOCK}) as "isOurs"`);
    if (lock?.isOurs !== true) return 0;
    await tx.rows(sql`/* foldMemory */ set local work_mem = '64MB'`);
    const [folded] = await tx.rows<Folded>(fold(limit));
    if (folded === undefined || folded.deltas === 0) return 0;
    await removeEmpty(tx, folded);
    return folded.deltas;
  });
}

/** Folds until nothing is left, for who has just loaded much. */
export async function foldAllDeltas(db: Database): Promise<void> {
  while ((await foldDeltas(db)) === MOST_AT_ONCE);
}

interface Folded {
  deltas: number;
  /** Keys of rows that came to nothing, as JSON; null where there are none. */
  emptySums: object[] | null;
  emptyTeams: object[] | null;
}

const fold = (limit: number): Sql => sql`
  /* foldDeltas */
  with taken as (
    delete from kpi_delta where id in (select id from kpi_delta order by id limit ${limit})
    returning team_id, unit_id, day, topic, ${counts}),
  ${teamSums(sql`taken`)},
  team_written as (
    insert into kpi_team_period as held (team_id, unit_id, period, activities)
    select team_id, unit_id, period, change from team_sum order by team_id, unit_id, period
    on conflict (team_id, unit_id, period) do update set activities = held.activities + excluded.activities
    returning team_id, unit_id, period, activities),
  ${ownSums(
    sql`taken`,
    sql`select unit_id, period, ${becomesActive(sql`activities - change`, sql`activities`)} as active_teams
      from team_written join team_sum using (team_id, unit_id, period)`,
  )},
  written as (
    insert into kpi_rollup as held (region_id, is_own, period, topic, ${sums})
    select region_id, is_own, period, topic, ${sums} from (${regionSums}) as added where ${anySum}
    order by region_id, is_own, period, topic
    on conflict (region_id, is_own, period, topic) do update set ${addedSums}
    returning region_id, is_own, period, topic, ${anySum} as is_held)
  select (select count(*) from taken) as deltas,
    (select json_agg(written) from written where not is_held) as "emptySums",
    (select json_agg(team_written) from team_written where activities = 0) as "emptyTeams"`;

/** A row can be changed only once by one statement: what came to nothing goes by the next. */
async function removeEmpty(tx: Transaction, { emptySums, emptyTeams }: Folded): Promise<void> {
  if (emptySums !== null) {
    await tx.rows(sql`
      /* removeEmptySums */
      delete from kpi_rollup held using json_to_recordset(${JSON.stringify(emptySums)}::json)
        as empty (region_id text, is_own boolean, period text, topic text)
      where (held.region_id, held.is_own, held.period, held.topic)
        = (empty.region_id, empty.is_own, empty.period, empty.topic)`);
  }
  if (emptyTeams !== null) {
    await tx.rows(sql`
      /* removeEmptyTeams */
      delete from kpi_team_period held using json_to_recordset(${JSON.stringify(emptyTeams)}::json)
        as empty (team_id uuid, unit_id text, period text)
      where (held.team_id, held.unit_id, held.period) = (empty.team_id, empty.unit_id, empty.period)`);
  }
}
