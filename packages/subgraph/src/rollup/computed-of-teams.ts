import { type Period, periodBounds } from '@cnscd/domain';
import sql from 'sql-template-tag';
import type { Readable } from '../database/client.ts';
import type { ComputedRegion } from './computed-in-regions.ts';

/**
 * What each of these teams did in a period, in the shape in which a region is counted, in one statement. Of a team alone
 * there are so few activities that they are counted as they are: no sum is kept of them.
 */
export function computedOfTeams(
  { db }: Readable,
  teamIds: readonly string[],
  period: Period,
): Promise<ComputedRegion[]> {
  const { from, to } = periodBounds(period);
  return db.rows<ComputedRegion>(sql`
    /* computedOfTeams */
    with verified as (
      select a.id, a.team_id, a.starts_at from activity a
      where a.team_id = any(${teamIds}::uuid[]) and a.status = 'VERIFIED'
        and a.starts_at >= (${from}::date)::timestamp at time zone 'Asia/Ho_Chi_Minh'
        and a.starts_at < (${to}::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh'),
    topics as (
      select v.team_id, o.topic, count(*) as activities, coalesce(sum(o.reached), 0) as reached,
        coalesce(sum(o.assisted), 0) as assisted, coalesce(sum(o.succeeded), 0) as succeeded,
        coalesce(sum(o.assisted) filter (where o.succeeded is not null), 0) as "assistedRated",
        coalesce(sum(o.succeeded) filter (where o.assisted is not null), 0) as "succeededRated",
        count(*) filter (where o.reached is null) as "reachedUnknown",
        count(*) filter (where o.assisted is null) as "assistedUnknown",
        count(*) filter (where o.succeeded is null) as "succeededUnknown"
      from verified v join activity_outcome o on o.activity_id = v.id
      group by v.team_id, o.topic)
    select team.id as "regionId", 1 as "workingTeams", least(count(v.id), 1) as "activeTeams",
      count(v.id) as activities, 0 as "unallocatedActivities",
      coalesce((select json_agg(to_jsonb(topics) - 'team_id' order by topic) from topics where team_id = team.id), '[]')
        as topics
    from unnest(${teamIds}::uuid[]) as team (id)
    left join verified v on v.team_id = team.id
    group by team.id order by team.id`);
}
