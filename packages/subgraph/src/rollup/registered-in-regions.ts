import type { AdminLevel, TeamKind } from '@cnscd/domain';
import sql from 'sql-template-tag';
import type { Context } from '../context.ts';
import type { Readable } from '../database/client.ts';
import { workedOn } from '../entities/team.ts';
import { standsOn } from '../entities/unit.ts';

/** What the register holds for a region; level and kind are null in the row for all teams together. */
export interface RegisteredRow {
  regionId: string;
  level: AdminLevel | null;
  teamKind: TeamKind | null;
  isTotal: boolean;
  teams: number;
  members: number;
  /** Teams of a unit that lies only partly in the region: counted nowhere. */
  unallocatedTeams: number;
}

/**
 * Teams that worked on a day and the people in them, each person once. No row: the region had no register yet.
 * The register follows lineage: teams of a former unit are counted where that unit lies today.
 */
export function registeredInRegions(
  { db }: Readable,
  regionIds: readonly string[],
  day: string,
): Promise<RegisteredRow[]> {
  return db.rows<RegisteredRow>(sql`
    /* registeredInRegions */
    select s.region_id as "regionId", t.level, t.kind as "teamKind", grouping(t.level) = 1 as "isTotal",
      count(distinct t.id) filter (where counts.it and s.containment = 'WHOLE') as teams,
      count(distinct ms.member_id) filter (where counts.it and s.containment = 'WHOLE') as members,
      count(distinct t.id) filter (where counts.it and s.containment = 'PART') as "unallocatedTeams"
    from unit_scope s
    join team t on t.unit_id = s.unit_id
    cross join lateral (select ${workedOn(day)} as it) counts
    left join membership ms on ms.team_id = t.id
      and ms.valid_from <= ${day}::date and (ms.valid_to is null or ms.valid_to >= ${day}::date)
    where s.region_id = any(${regionIds}::text[])
      and t.status <> 'PLANNED' and (t.founded_on is null or t.founded_on <= ${day}::date)
    group by grouping sets ((s.region_id, t.level, t.kind), (s.region_id))
    order by s.region_id, t.level nulls first, t.kind`);
}

/**
 * Units of a level that stand in a region on a day, and in how many of them a team works, at any level.
 * Villages are left out: there is no official list of them to count against.
 */
export interface RegisteredCoverageRow {
  regionId: string;
  level: AdminLevel;
  covered: number;
  total: number;
}

export function registeredCoverage(
  ctx: Context,
  regionIds: readonly string[],
  day: string,
): Promise<RegisteredCoverageRow[]> {
  return ctx.db.rows<RegisteredCoverageRow>(sql`
    /* registeredCoverage */
    select r.region_id as "regionId", u.level, count(*) as total,
      count(*) filter (where exists (
        select from unit_scope s join team t on t.unit_id = s.unit_id
        where s.region_id = u.id and s.containment = 'WHOLE' and ${workedOn(day)})) as covered
    from unit_scope r join admin_unit u on u.id = r.unit_id
    where r.region_id = any(${regionIds}::text[]) and r.reason = 'DESCENT' and r.unit_id <> r.region_id
      and u.level in ('DISTRICT', 'COMMUNE')
      and ${standsOn(day)}
    group by r.region_id, u.level order by r.region_id, u.level`);
}
