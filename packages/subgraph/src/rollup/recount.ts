import sql from 'sql-template-tag';
import type { Database } from '../database/client.ts';
import { inTransaction } from '../operations/transaction.ts';
import { FOLD_LOCK } from './fold-deltas.ts';
import { anySum, replacedSums, signedSums, sums, sumsAsJson } from './kpi-counts.ts';
import { becomesActive, ownSums, regionSums, teamSums } from './unit-sums.ts';

/** A row whose sums are not what the activities give. */
export interface Drift {
  table: 'kpi_rollup' | 'kpi_team_period';
  /** Region, OWN or BELOW, period and topic; or team, unit and period. */
  key: string[];
  /** For each sum that differs: what the activities give, less what is held. */
  missing: Record<string, number>;
}

export interface RecountReport {
  /** Verified activities that were counted. */
  activities: number;
  /** Deltas that were not folded yet; they count. */
  pending: number;
  /** Rows that differ, at most a hundred. */
  drift: Drift[];
  /** How many differ. */
  driftCount: number;
}

const MOST_SHOWN = 100;

/**
 * Counts all verified activities and compares what it finds with the sums and what is pending, in one snapshot: nobody
 * waits, and writes may go on.
 */
export async function recount(db: Database): Promise<RecountReport> {
  return inTransaction(db, async (tx) => {
    await tx.rows(sql`/* recountSnapshot */ set transaction isolation level repeatable read, read only`);
    await tx.rows(sql`/* recountMemory */ set local work_mem = '256MB'`);
    const [size] = await tx.rows<Pick<RecountReport, 'activities' | 'pending'>>(sql`
      /* recountSize */
      select (select count(*) from activity where status = 'VERIFIED') as activities,
        (select count(*) from kpi_delta) as pending`);
    const found = [...(await tx.rows<Found>(driftOfSums)), ...(await tx.rows<Found>(driftOfTeams))];
    const inAll = new Map(found.map(({ drift, inTable }) => [drift.table, inTable]));
    return {
      ...{ activities: size?.activities ?? 0, pending: size?.pending ?? 0 },
      drift: found.slice(0, MOST_SHOWN).map(({ drift }) => drift),
      driftCount: [...inAll.values()].reduce((sum, count) => sum + count, 0),
    };
  });
}

interface Found {
  drift: Drift;
  /** How many rows of the table differ. */
  inTable: number;
}

/** Puts what the activities give in the place of the sums. Waits for a fold to end; writes may go on. */
export async function repairSums(db: Database): Promise<void> {
  await inTransaction(db, async (tx) => {
    await tx.rows(sql`/* recountMemory */ set local work_mem = '256MB'`);
    await tx.rows(sql`/* foldLock */ select pg_advisory_xact_lock(${FOLD_LOCK})`);
    await tx.rows(repair);
  });
}

/** Facts as deltas would have them, from the activities themselves. */
const COUNTED = sql`
  counted as materialized (
    select a.team_id, t.unit_id, kpi_day(a.starts_at) as day, fact.*
    from activity a join team t on t.id = a.team_id
    cross join lateral (
      select '' as topic, 1 as activities, 0 as reached, 0 as assisted, 0 as succeeded, 0 as assisted_rated, 0 as succeeded_rated,
        0 as reached_unknown, 0 as assisted_unknown, 0 as succeeded_unknown
      union all
      select o.topic::text, 1, coalesce(o.reached, 0), coalesce(o.assisted, 0), coalesce(o.succeeded, 0),
        case when o.succeeded is null or o.assisted is null then 0 else o.assisted end,
        case when o.succeeded is null or o.assisted is null then 0 else o.succeeded end,
        (o.reached is null)::int, (o.assisted is null)::int, (o.succeeded is null)::int
      from activity_outcome o where o.activity_id = a.id) as fact
    where a.status = 'VERIFIED' and t.unit_id is not null)`;

const COUNTED_SUMS = sql`
  ${COUNTED}, ${teamSums(sql`counted`)},
  ${ownSums(sql`counted`, sql`select unit_id, period, 1 as active_teams from team_sum`)}`;

const PENDING_SUMS = sql`
  ${teamSums(sql`kpi_delta`)},
  ${ownSums(
    sql`kpi_delta`,
    sql`select unit_id, period, ${becomesActive(sql`coalesce(activities, 0)`, sql`coalesce(activities, 0) + change`)} as active_teams
      from team_sum left join kpi_team_period using (team_id, unit_id, period)`,
  )}`;

const driftOfSums = sql`
  /* driftOfSums */
  with entry as (
    (with ${COUNTED_SUMS} select 1 as sign, * from (${regionSums}) as counted_sums)
    union all
    (with ${PENDING_SUMS} select -1, * from (${regionSums}) as pending_sums)
    union all
    select -1, region_id, is_own, period, topic, ${sums} from kpi_rollup),
  difference as (
    select region_id, is_own, period, topic, ${signedSums} from entry group by region_id, is_own, period, topic)
  select count(*) over () as "inTable", jsonb_build_object('table', 'kpi_rollup', 'missing', ${sumsAsJson},
    'key', array[region_id, case when is_own then 'OWN' else 'BELOW' end, period, topic]) as drift
  from difference where ${anySum} order by region_id, is_own, period, topic limit ${MOST_SHOWN}`;

const driftOfTeams = sql`
  /* driftOfTeams */
  with entry as (
    (with ${COUNTED_SUMS} select 1 as sign, team_id, unit_id, period, change as activities from team_sum)
    union all
    (with ${PENDING_SUMS} select -1, team_id, unit_id, period, change from team_sum)
    union all
    select -1, team_id, unit_id, period, activities from kpi_team_period)
  select count(*) over () as "inTable", jsonb_build_object('table', 'kpi_team_period',
    'missing', jsonb_build_object('activities', sum(sign * activities)), 'key', array[team_id::text, unit_id, period]) as drift
  from entry group by team_id, unit_id, period having sum(sign * activities) <> 0
  order by team_id, unit_id, period limit ${MOST_SHOWN}`;

// One statement, and so one snapshot: a delta that it does not see belongs to an activity that it does not count.
const repair = sql`
  /* repairSums */
  with pending_gone as (delete from kpi_delta),
  ${COUNTED_SUMS},
  team_gone as (
    delete from kpi_team_period held
    where not exists (select from team_sum counted
      where (counted.team_id, counted.unit_id, counted.period) = (held.team_id, held.unit_id, held.period))),
  team_written as (
    insert into kpi_team_period as held (team_id, unit_id, period, activities)
    select team_id, unit_id, period, change from team_sum order by team_id, unit_id, period
    on conflict (team_id, unit_id, period) do update set activities = excluded.activities
    where held.activities <> excluded.activities),
  total as materialized (select * from (${regionSums}) as counted_sums),
  gone as (
    delete from kpi_rollup held
    where not exists (select from total
      where (total.region_id, total.is_own, total.period, total.topic)
        = (held.region_id, held.is_own, held.period, held.topic)))
  insert into kpi_rollup (region_id, is_own, period, topic, ${sums})
  select region_id, is_own, period, topic, ${sums} from total order by region_id, is_own, period, topic
  on conflict (region_id, is_own, period, topic) do update set ${replacedSums}`;
