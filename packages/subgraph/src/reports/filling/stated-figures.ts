import { type Period, type StatedFigure, statedTotal, statedWhole, type Total } from '@cnscd/domain';
import sql from 'sql-template-tag';
import type { Readable } from '../../database/client.ts';
import type { IndicatorRow } from '../../entities/rows.ts';

/** Figures of units, as they stand, by unit. */
export type FiguresByUnit = ReadonlyMap<string, StatedFigure[]>;

export interface FigureQuestion {
  unitIds: readonly string[];
  indicatorCodes: readonly string[];
  period: Period;
  from: string;
  to: string;
}

/** What was recorded about units for a period, or for a day of it where no period is named: one statement. */
export async function figuresOfPeriod(
  { db }: Readable,
  { unitIds, indicatorCodes, period, from, to }: FigureQuestion,
): Promise<FiguresByUnit> {
  const rows = await db.rows<{ unitId: string; figures: StatedFigure[] }>(sql`
    /* figuresOfPeriod */
    select f.unit_id as "unitId", json_agg(json_build_object(
      'indicatorCode', f.indicator_code, 'unitId', f.unit_id, 'level', f.level, 'teamKind', f.team_kind, 'value', f.value,
      'numerator', f.numerator, 'denominator', f.denominator, 'qualifier', f.qualifier, 'asOf', f.as_of,
      'sourceId', f.source_id) order by f.as_of desc, f.id desc) as figures
    from reported_figure f
    where f.unit_id = any(${unitIds}::text[]) and f.indicator_code = any(${indicatorCodes}::text[])
      and f.superseded_at is null
      and (f.period = ${period} or (f.period is null and f.as_of between ${from}::date and ${to}::date))
    group by f.unit_id order by f.unit_id`);
  return new Map(rows.map(({ unitId, figures }) => [unitId, figures]));
}

/** What is stated about a unit for an indicator: parts are added up only where it is a sum. */
export function statedOf(
  figures: FiguresByUnit,
  unitId: string,
  { code, aggregation }: Pick<IndicatorRow, 'code' | 'aggregation'>,
): Total | null {
  const own = figures.get(unitId)?.filter((figure) => figure.indicatorCode === code) ?? [];
  return aggregation === 'SUM' ? statedTotal(own, code) : statedWhole(own, code);
}
