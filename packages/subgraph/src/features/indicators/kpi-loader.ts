import { type Boundary, type Period, periodBounds } from '@cnscd/domain';
import sql from 'sql-template-tag';
import { bordersOn } from '../../arguments.ts';
import { type Context, groupBy, perRequest } from '../../context.ts';
import { indicatorColumns } from '../../entities/indicator.ts';
import type { IndicatorRow, TargetRow, UnitRow } from '../../entities/rows.ts';
import { unitById } from '../../entities/unit.ts';
import { figuresInRegions, type StatingUnit } from '../../rollup/figures-in-regions.ts';
import { partsOfRegions, type RegionPart } from '../../rollup/parts-of-regions.ts';

/** Everything the KPI values of one unit and period are computed from. */
export interface KpiFacts {
  unit: UnitRow;
  period: Period;
  boundary: Boundary;
  stating: StatingUnit[];
  parts: RegionPart[];
  /** Targets of the unit and of those above it, the nearest first, and those that its figures name. */
  targets: TargetRow[];
}

export interface KpiKey {
  unitId: string;
  period: Period;
  boundary: Boundary;
}

const identity = ({ unitId, period, boundary }: KpiKey) => `${period} ${boundary} ${unitId}`;

/** All indicators, by code: a short list that fits one page of a report. */
export const indicators = perRequest<'ALL', IndicatorRow[]>(async (ctx, keys) => {
  const rows = await ctx.db.rows<IndicatorRow>(sql`
    /* indicators */
    select ${indicatorColumns} from indicator i order by i.code`);
  return keys.map(() => rows);
});

/** Facts of many units: a fixed number of statements for each period and boundary asked for. */
export const kpiFactsOf = perRequest<KpiKey, KpiFacts | null>(async (ctx, keys) => {
  const groups = groupBy(keys, ({ period, boundary }) => `${period} ${boundary}`);
  const found = new Map<string, KpiFacts>();
  for (const group of groups.values()) {
    for (const facts of await readFacts(ctx, group))
      found.set(identity({ ...facts, unitId: facts.unit.id }), facts);
  }
  return keys.map((key) => found.get(identity(key)) ?? null);
}, identity);

async function readFacts(ctx: Context, keys: [KpiKey, ...KpiKey[]]): Promise<KpiFacts[]> {
  const [{ period, boundary }] = keys;
  const { from, to } = periodBounds(period);
  const regionIds = keys.map((key) => key.unitId);
  const all = await indicators(ctx).load('ALL');
  const [stating, parts, units, targets] = await Promise.all([
    figuresInRegions(ctx, {
      regionIds,
      boundary,
      indicatorCodes: all.map((indicator) => indicator.code),
      counts: sql`(f.period = ${period} or (f.period is null and f.as_of between ${from}::date and ${to}::date))`,
      headline: null,
    }),
    partsOfRegions(ctx, { regionIds, day: bordersOn(ctx, boundary, to), boundary }),
    unitById(ctx).loadMany(regionIds),
    targetsOf(ctx, regionIds, period),
  ]);
  return units.flatMap((unit) =>
    unit === null || unit instanceof Error
      ? []
      : [
          {
            unit,
            period,
            boundary,
            stating: stating.filter((row) => row.regionId === unit.id),
            parts: parts.filter((row) => row.regionId === unit.id),
            targets: targets.filter((row) => row.regionId === unit.id),
          },
        ],
  );
}

/** Targets for the period, and those that a figure of the period is compared with by its source. */
function targetsOf(
  ctx: Context,
  regionIds: string[],
  period: Period,
): Promise<(TargetRow & { regionId: string })[]> {
  return ctx.db.rows(sql`
    /* targetsOf */
    select s.unit_id as "regionId", t.code, t.indicator_code as "indicatorCode", t.unit_id as "unitId", t.level, t.period,
      t.comparator, t.value, t.measure_unit as "measureUnit", t.readings::float8[] as readings, t.statement,
      t.source_id as "sourceId"
    from unit_scope s
    join target t on t.unit_id = s.region_id
    join admin_unit u on u.id = t.unit_id
    where s.unit_id = any(${regionIds}::text[]) and s.reason = 'DESCENT' and t.superseded_at is null
      and (t.period = ${period} or t.code in (
        select f.target_code from reported_figure f
        where f.target_code is not null and f.superseded_at is null and f.unit_id = s.unit_id))
    order by s.unit_id, t.indicator_code, (t.period = ${period}) desc, u.level desc, t.code`);
}
