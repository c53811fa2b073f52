import { type Boundary, type LocalDate, type Period, periodBounds, today } from '@cnscd/domain';
import sql from 'sql-template-tag';
import { bordersOn } from '../../arguments.ts';
import { type Context, groupBy, perRequest } from '../../context.ts';
import { indicatorColumns } from '../../entities/indicator.ts';
import type { IndicatorRow, TargetRow, UnitRow } from '../../entities/rows.ts';
import { targetColumns } from '../../entities/target.ts';
import { unitById } from '../../entities/unit.ts';
import { type ComputedRegion, computedInRegions } from '../../rollup/computed-in-regions.ts';
import { figuresInRegions, type StatingUnit } from '../../rollup/figures-in-regions.ts';
import { partsOfRegions, type RegionPart } from '../../rollup/parts-of-regions.ts';
import { type RegisteredRow, registeredInRegions } from '../../rollup/registered-in-regions.ts';
import { insideUnits } from './inside-units.ts';

/** Everything the KPI values of one unit and period are computed from. */
export interface KpiFacts {
  unit: UnitRow;
  period: Period;
  boundary: Boundary;
  stating: StatingUnit[];
  parts: RegionPart[];
  /** Targets of the unit and of those above it, the nearest first, and those that its figures name. */
  targets: TargetRow[];
  /** Whether the first day of the period is there. */
  hasBegun: boolean;
  /** What teams did. Null where the caller may not see inside the unit. */
  computed: ComputedRegion | null;
  /** What the register held on the last day, or holds today. Null: nothing yet, or the period has not begun. */
  registered: RegisteredRow | null;
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
  const day = today(ctx.now);
  const hasBegun = from <= day;
  const [stating, parts, units, targets, computed, registered] = await Promise.all([
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
    computedInside(ctx, regionIds, period),
    hasBegun ? registeredInRegions(ctx, regionIds, earlierOf(day, to)) : [],
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
            hasBegun,
            computed: computed.find((region) => region.regionId === unit.id) ?? null,
            registered: registered.find((row) => row.isTotal && row.regionId === unit.id) ?? null,
          },
        ],
  );
}

const earlierOf = (one: LocalDate, other: LocalDate) => (one < other ? one : other);

async function computedInside(
  ctx: Context,
  regionIds: readonly string[],
  period: Period,
): Promise<ComputedRegion[]> {
  const inside = await insideUnits(ctx, regionIds);
  return inside.length === 0 ? [] : computedInRegions(ctx, inside, period);
}

/** Targets for the period, and those that a figure of the period is compared with by its source. */
function targetsOf(
  ctx: Context,
  regionIds: string[],
  period: Period,
): Promise<(TargetRow & { regionId: string })[]> {
  return ctx.db.rows(sql`
    /* targetsOf */
    select s.unit_id as "regionId", ${targetColumns}
    from unit_scope s
    join target t on t.unit_id = s.region_id
    join admin_unit u on u.id = t.unit_id
    where s.unit_id = any(${regionIds}::text[]) and s.reason = 'DESCENT' and t.superseded_at is null
      and t.team_id is null
      and (t.period = ${period} or t.code in (
        select f.target_code from reported_figure f
        where f.target_code is not null and f.superseded_at is null and f.unit_id = s.unit_id))
    order by s.unit_id, t.indicator_code, (t.period = ${period}) desc, u.level desc, t.code`);
}
