import { type Period, periodBounds, type Topic } from '@cnscd/domain';
import sql, { type Sql } from 'sql-template-tag';
import type { Readable } from '../database/client.ts';
import { workedWithin } from '../entities/team.ts';
import { counts, noCounts, summedCounts, summedSums, sums } from './kpi-counts.ts';
import { becomesActive } from './unit-sums.ts';

/** Sums over verified activities. A count that was not taken is in none of the sums; how often that was is told. */
export interface ActivityCounts {
  activities: number;
  reached: number;
  assisted: number;
  succeeded: number;
  /** Assisted and succeeded of the outcomes where both were counted: the whole and the part of a rate. */
  assistedRated: number;
  succeededRated: number;
  reachedUnknown: number;
  assistedUnknown: number;
  succeededUnknown: number;
}

/** What teams of a region did in a period, as their verified activities have it. */
export interface ComputedRegion {
  regionId: string;
  /** Teams that worked on at least one day of the period. */
  workingTeams: number;
  /** Teams with at least one verified activity. */
  activeTeams: number;
  /** Verified activities. */
  activities: number;
  /** Verified activities of teams whose unit lies only partly in the region: counted nowhere. */
  unallocatedActivities: number;
  /** Of outcomes, by topic; none where nothing was done. */
  topics: (ActivityCounts & { topic: Topic })[];
}

/**
 * What was done in many regions, in one statement: folded sums and the deltas that are still pending, in one snapshot.
 * It costs the same however many activities there are. The register follows lineage: a former unit's teams are counted
 * where it lies today.
 */
export function computedInRegions(
  { db }: Readable,
  regionIds: readonly string[],
  period: Period,
): Promise<ComputedRegion[]> {
  const { from, to } = periodBounds(period);
  return db.rows<ComputedRegion>(sql`
    /* computedInRegions */
    with ${pendingSums(regionIds, period)},
    fact as (
      select region_id, true as is_whole, topic, ${sums} from kpi_rollup
      where region_id = any(${regionIds}::text[]) and period = ${period}
      union all
      select scope.region_id, false, own.topic, ${sums}
      from unit_scope scope
      join kpi_rollup own on own.region_id = scope.unit_id and own.is_own and own.period = ${period}
      where scope.region_id = any(${regionIds}::text[]) and scope.containment = 'PART'
      union all
      select scope.region_id, scope.containment = 'WHOLE', topic, ${sums}
      from pending join unit_scope scope on scope.unit_id = pending.unit_id
      where scope.region_id = any(${regionIds}::text[])),
    done as (select region_id, is_whole, topic, ${summedSums} from fact group by region_id, is_whole, topic),
    working as (
      select scope.region_id, count(*) as teams from unit_scope scope join team t on t.unit_id = scope.unit_id
      where scope.region_id = any(${regionIds}::text[]) and scope.containment = 'WHOLE' and ${workedWithin(from, to)}
      group by scope.region_id)
    select region.id as "regionId",
      coalesce(max(working.teams), 0) as "workingTeams",
      coalesce(sum(active_teams) filter (where is_whole), 0) as "activeTeams",
      coalesce(sum(activities) filter (where is_whole and topic = ''), 0) as activities,
      coalesce(sum(activities) filter (where not is_whole and topic = ''), 0) as "unallocatedActivities",
      coalesce(json_agg(json_build_object('topic', topic, 'activities', activities, 'reached', reached,
        'assisted', assisted, 'succeeded', succeeded, 'assistedRated', assisted_rated, 'succeededRated', succeeded_rated,
        'reachedUnknown', reached_unknown, 'assistedUnknown', assisted_unknown, 'succeededUnknown', succeeded_unknown)
        order by topic) filter (where is_whole and topic <> '' and activities <> 0), '[]') as topics
    from unnest(${regionIds}::text[]) as region (id)
    left join done on done.region_id = region.id
    left join working on working.region_id = region.id
    group by region.id order by region.id`);
}

/** What is not folded yet, by unit and topic (`pending`). */
function pendingSums(regionIds: readonly string[], period: Period): Sql {
  const { from, to } = periodBounds(period);
  return sql`
    by_team as materialized (
      select team_id, unit_id, topic, ${summedCounts} from kpi_delta
      where day between ${from}::date and ${to}::date
        and unit_id in (select unit_id from unit_scope where region_id = any(${regionIds}::text[]))
      group by team_id, unit_id, topic),
    pending as materialized (
      select unit_id, topic, ${summedSums} from (
        select unit_id, topic, 0 as active_teams, ${counts} from by_team
        union all
        select unit_id, '', ${becomesActive(sql`coalesce(folded, 0)`, sql`coalesce(folded, 0) + activities`)}, ${noCounts}
        from by_team
        left join (
          select team_id, unit_id, activities as folded from kpi_team_period where period = ${period}
        ) as held using (team_id, unit_id)
        where topic = '') as part
      group by unit_id, topic)`;
}
