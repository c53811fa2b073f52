import sql, { type Sql } from 'sql-template-tag';
import { counts, noCounts, summedCounts, summedSums, sums } from './kpi-counts.ts';

/** Rows like those of kpi_delta by team, unit and period (`team_sum`), for each of the periods that a day lies in. */
export const teamSums = (rows: Sql): Sql => sql`
  day_period as materialized (
    select day, unnest(kpi_periods(day)) as period from (select distinct day from ${rows}) as days),
  team_sum as materialized (
    select team_id, unit_id, period, sum(activities)::int as change
    from ${rows} join day_period using (day) where topic = ''
    group by team_id, unit_id, period having sum(activities) <> 0)`;

/**
 * The same rows by unit, period and topic (`own`). Behind `teamSums`.
 *
 * @param activeTeams - how many teams of each unit become active in each period: `unit_id, period, active_teams`
 */
export const ownSums = (rows: Sql, activeTeams: Sql): Sql => sql`
  own as materialized (
    select unit_id, period, topic, ${summedSums} from (
      select unit_id, period, topic, 0 as active_teams, ${counts}
      from (select unit_id, day, topic, ${summedCounts} from ${rows} group by unit_id, day, topic) as by_day
      join day_period using (day)
      union all
      select unit_id, period, '', active_teams, ${noCounts} from (${activeTeams}) as active) as part
    group by unit_id, period, topic)`;

/** A team becomes active by its first activity and inactive without its last. */
export const becomesActive = (before: Sql, after: Sql): Sql =>
  sql`(${after} > 0)::int - (${before} > 0)::int`;

/** What units' own sums are to kpi_rollup: themselves, and a part of every other region that they wholly lie in. */
export const regionSums = sql`
  select unit_id as region_id, true as is_own, period, topic, ${sums} from own
  union all
  select scope.region_id, false, period, topic, ${summedSums}
  from own join unit_scope scope
    on scope.unit_id = own.unit_id and scope.region_id <> own.unit_id and scope.containment = 'WHOLE'
  group by scope.region_id, period, topic`;
