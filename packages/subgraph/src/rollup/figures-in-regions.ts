import type { AdminLevel, Boundary, StatedFigure } from '@cnscd/domain';
import sql, { type Sql } from 'sql-template-tag';
import type { Context } from '../context.ts';
import { judge, type Standing } from './standing.ts';
import { overlapsOf } from './unit-overlaps.ts';

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

interface StatedRow extends Omit<StatingUnit, 'regionId' | 'standing'> {
  regions: { id: string; isWhole: boolean }[];
}

/**
 * Finds, for many regions in two statements, which units' figures make up each region.
 *
 * In borders AS_REPORTED only what lay in the region counts; the nation never changes, so there both borders give
 * the same sum.
 */
export async function figuresInRegions(ctx: Context, question: FigureQuestion): Promise<StatingUnit[]> {
  const rows = await readStated(ctx, question);
  const overlaps = await overlapsOf(ctx, [...new Set(rows.map((row) => row.unitId))]);
  const placed = rows.flatMap(({ regions, ...unit }) =>
    regions.map((region) => ({ ...unit, regionId: region.id, isWhole: region.isWhole })),
  );
  return judge(placed, overlaps);
}

/** Each unit that speaks in one of the regions, once, with its figures and the regions that it lies in. */
function readStated(ctx: Context, question: FigureQuestion): Promise<StatedRow[]> {
  const { regionIds, boundary, indicatorCodes, counts, headline } = question;
  return ctx.db.rows<StatedRow>(sql`
    /* figuresInRegions */
    with stated as materialized (
      select f.unit_id, case when ${headline === null} then f.indicator_code else '' end as judged_for,
        json_agg(json_build_object(
          'id', f.id, 'indicatorCode', f.indicator_code, 'unitId', f.unit_id, 'level', f.level, 'teamKind', f.team_kind,
          'value', f.value, 'numerator', f.numerator, 'denominator', f.denominator, 'qualifier', f.qualifier,
          'asOf', f.as_of, 'sourceId', f.source_id, 'targetCode', f.target_code
        ) order by f.as_of desc, f.id) as figures
      from reported_figure f
      where f.superseded_at is null and f.indicator_code = any(${indicatorCodes}::text[]) and ${counts}
        and f.unit_id in (select s.unit_id from unit_scope s where s.region_id = any(${regionIds}::text[]))
      group by 1, 2
      having ${headline === null} or bool_or(f.indicator_code = any(${headline ?? []}::text[]))
    )
    select x.judged_for as "judgedFor", u.id as "unitId", u.full_name as "unitName", u.level, u.parent_id as "parentId",
      x.figures, region.list as regions
    from stated x
    join admin_unit u on u.id = x.unit_id
    cross join lateral (
      select json_agg(json_build_object('id', s.region_id, 'isWhole', s.containment = 'WHOLE')) as list
      from unit_scope s
      join admin_unit r on r.id = s.region_id
      where s.unit_id = x.unit_id and s.region_id = any(${regionIds}::text[])
        and (${boundary} = 'CURRENT' or r.level = 'NATION' or s.reason = 'DESCENT')) region
    where region.list is not null
    order by x.judged_for, u.level, u.id`);
}
