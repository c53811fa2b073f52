import type { AdminLevel, Boundary, StatedFigure } from '@cnscd/domain';
import sql, { type Sql } from 'sql-template-tag';
import type { Context } from '../context.ts';

/**
 * What a unit that states figures is to a region:
 * CHOSEN counts; BELOW lies in a chosen one and would be counted twice; UNALLOCATED lies only partly in the region.
 */
export type Standing = 'CHOSEN' | 'BELOW' | 'UNALLOCATED';

/** A unit in a region that states figures, and the figures. */
export interface StatingUnit {
  regionId: string;
  /** The indicator that the unit was judged for, or '' when it was judged for all asked indicators together. */
  judgedFor: string;
  unitId: string;
  unitName: string;
  level: AdminLevel;
  parentId: string | null;
  standing: Standing;
  figures: (StatedFigure & { id: number; targetCode: string | null })[];
}

export interface FigureQuestion {
  regionIds: readonly string[];
  boundary: Boundary;
  indicatorCodes: readonly string[];
  /** Which figures count, on reported_figure under the alias f. */
  counts: Sql;
  /** A unit that states one of these speaks for itself. Null: judge each indicator on its own. */
  headline: readonly string[] | null;
}

/**
 * Finds, for many regions in one statement, which units' figures make up each region.
 *
 * A unit's own statement stands before those below it; a successor's before its predecessors'; the larger unit's
 * before the smaller's where they overlap across a reorganisation. In borders AS_REPORTED only what lay in the
 * region counts; the nation never changes, so there both borders give the same sum.
 */
export function figuresInRegions(ctx: Context, question: FigureQuestion): Promise<StatingUnit[]> {
  const { regionIds, boundary, indicatorCodes, counts, headline } = question;
  return ctx.db.rows<StatingUnit>(sql`
    /* figuresInRegions */
    with fact as materialized (
      select f.*, case when ${headline === null} then f.indicator_code else '' end as judged_for
      from reported_figure f
      where f.superseded_at is null and f.indicator_code = any(${indicatorCodes}::text[]) and ${counts}
    ), speaker as materialized (
      select distinct unit_id, judged_for from fact
      where ${headline === null} or indicator_code = any(${headline ?? []}::text[])
    ), candidate as materialized (
      select r.id as region_id, p.judged_for, u.id as unit_id, u.full_name, u.level, u.parent_id, s.containment
      from admin_unit r
      join unit_scope s on s.region_id = r.id
      join speaker p on p.unit_id = s.unit_id
      join admin_unit u on u.id = s.unit_id
      where r.id = any(${regionIds}::text[])
        and (${boundary} = 'CURRENT' or r.level = 'NATION' or s.reason = 'DESCENT')
    ), overlap as materialized (
      select c.region_id, c.judged_for, c.unit_id,
        bool_or(k.level < c.level or (k.level = c.level and kc.containment = 'WHOLE')) as is_below,
        bool_or(k.level = c.level and kc.containment = 'PART') as is_split
      from candidate c
      join unit_scope mine on mine.region_id = c.unit_id
      join unit_scope theirs on theirs.unit_id = mine.unit_id
      join candidate k on k.unit_id = theirs.region_id and k.unit_id <> c.unit_id
        and k.region_id = c.region_id and k.judged_for = c.judged_for and k.containment = 'WHOLE'
      left join unit_scope kc on kc.region_id = k.unit_id and kc.unit_id = c.unit_id
      group by c.region_id, c.judged_for, c.unit_id
    )
    select c.region_id as "regionId", c.judged_for as "judgedFor", c.unit_id as "unitId", c.full_name as "unitName",
      c.level, c.parent_id as "parentId",
      case when o.is_below then 'BELOW'
        when c.containment = 'PART' or o.is_split then 'UNALLOCATED'
        else 'CHOSEN' end as standing,
      json_agg(json_build_object(
        'id', f.id, 'indicatorCode', f.indicator_code, 'unitId', f.unit_id, 'level', f.level, 'teamKind', f.team_kind,
        'value', f.value, 'numerator', f.numerator, 'denominator', f.denominator, 'qualifier', f.qualifier,
        'asOf', f.as_of, 'sourceId', f.source_id, 'targetCode', f.target_code
      ) order by f.as_of desc, f.id) as figures
    from candidate c
    join fact f on f.unit_id = c.unit_id and f.judged_for = c.judged_for
    left join overlap o on o.region_id = c.region_id and o.judged_for = c.judged_for and o.unit_id = c.unit_id
    group by c.region_id, c.judged_for, c.unit_id, c.full_name, c.level, c.parent_id, c.containment, o.is_below, o.is_split
    order by c.region_id, c.judged_for, c.level, c.unit_id`);
}
