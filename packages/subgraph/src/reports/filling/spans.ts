import sql, { type Sql } from 'sql-template-tag';
import type { Readable } from '../../database/client.ts';
import { workedOn, workedWithin } from '../../entities/team.ts';
import type { ComputedRegion } from '../../rollup/computed-in-regions.ts';
import type { RegisteredRow } from '../../rollup/registered-in-regions.ts';

/** Teams of a region, without those of some smaller ones, and the days that count. */
export interface Span {
  /** Names the span in what is answered. */
  key: string;
  regionId: string;
  /** What lies in these, wholly or partly, is left out. */
  exceptIds: readonly string[];
  from: string;
  to: string;
}

/**
 * What teams did within spans of days, in one statement, counted from the verified activities themselves: the folded
 * sums know whole periods only. The cost grows with the activities of the spans, so whole regions and periods are asked
 * of `computedInRegions`.
 */
export async function computedOfSpans(
  { db }: Readable,
  spans: readonly Span[],
): Promise<Map<string, ComputedRegion>> {
  if (spans.length === 0) return new Map();
  const rows = await db.rows<ComputedRegion & { key: string }>(sql`
    /* computedOfSpans */
    with ${placesOf(spans)},
    done as materialized (
      select p.key, p.is_whole, a.id, a.team_id from place p
      join team t on t.unit_id = p.unit_id
      join activity a on a.team_id = t.id and a.status = 'VERIFIED'
        and a.starts_at >= (p."from"::timestamp at time zone 'Asia/Ho_Chi_Minh')
        and a.starts_at < ((p."to" + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh')),
    topic as (
      select d.key, o.topic, count(*) as activities,
        coalesce(sum(o.reached), 0)::bigint as reached, coalesce(sum(o.assisted), 0)::bigint as assisted,
        coalesce(sum(o.succeeded), 0)::bigint as succeeded,
        coalesce(sum(o.assisted) filter (where o.succeeded is not null), 0)::bigint as assisted_rated,
        coalesce(sum(o.succeeded) filter (where o.assisted is not null), 0)::bigint as succeeded_rated,
        count(*) filter (where o.reached is null) as reached_unknown,
        count(*) filter (where o.assisted is null) as assisted_unknown,
        count(*) filter (where o.succeeded is null) as succeeded_unknown
      from done d join activity_outcome o on o.activity_id = d.id where d.is_whole group by d.key, o.topic),
    working as (
      select p.key, count(*) as teams from place p join team t on t.unit_id = p.unit_id
      where p.is_whole and ${workedWithin(sql`p."from"`, sql`p."to"`)} group by p.key)
    select asked.key, asked."regionId", coalesce((select teams from working w where w.key = asked.key), 0) as "workingTeams",
      (select count(distinct team_id) from done d where d.key = asked.key and d.is_whole) as "activeTeams",
      (select count(*) from done d where d.key = asked.key and d.is_whole) as activities,
      (select count(*) from done d where d.key = asked.key and not d.is_whole) as "unallocatedActivities",
      coalesce((select json_agg(json_build_object('topic', t.topic, 'activities', t.activities, 'reached', t.reached,
        'assisted', t.assisted, 'succeeded', t.succeeded, 'assistedRated', t.assisted_rated, 'succeededRated', t.succeeded_rated,
        'reachedUnknown', t.reached_unknown, 'assistedUnknown', t.assisted_unknown, 'succeededUnknown', t.succeeded_unknown)
        order by t.topic) from topic t where t.key = asked.key), '[]') as topics
    from asked order by asked.key`);
  return new Map(rows.map(({ key, ...row }) => [key, row]));
}

/** What the register held on the last day of spans, in one statement. A span without any register has no entry. */
export async function registeredOfSpans(
  { db }: Readable,
  spans: readonly Span[],
): Promise<Map<string, RegisteredRow>> {
  const rows = await db.rows<RegisteredRow & { key: string }>(sql`
    /* registeredOfSpans */
    with ${placesOf(spans)}
    select p.key, p."regionId", null as level, null as "teamKind", true as "isTotal",
      count(distinct t.id) filter (where counts.it and p.is_whole) as teams,
      count(distinct ms.member_id) filter (where counts.it and p.is_whole) as members,
      count(distinct t.id) filter (where counts.it and not p.is_whole) as "unallocatedTeams"
    from place p
    join team t on t.unit_id = p.unit_id
    cross join lateral (select ${workedOn(sql`p."to"`)} as it) counts
    left join membership ms on ms.team_id = t.id
      and ms.valid_from <= p."to" and (ms.valid_to is null or ms.valid_to >= p."to")
    where t.status <> 'PLANNED' and (t.founded_on is null or t.founded_on <= p."to")
    group by p.key, p."regionId" order by p.key`);
  return new Map(rows.map(({ key, ...row }) => [key, row]));
}

/** The spans (`asked`), and the units whose teams each of them counts (`place`). */
const placesOf = (spans: readonly Span[]): Sql => sql`
  asked as materialized (
    select * from json_to_recordset(${JSON.stringify(spans)}::json)
      as asked (key text, "regionId" text, "exceptIds" text[], "from" date, "to" date)),
  place as materialized (
    select asked.key, asked."regionId", asked."from", asked."to", s.unit_id, s.containment = 'WHOLE' as is_whole
    from asked join unit_scope s on s.region_id = asked."regionId"
    where not exists (
      select from unit_scope other where other.region_id = any(asked."exceptIds") and other.unit_id = s.unit_id))`;
