import {
  type Boundary as BoundaryValue,
  DomainError,
  type AdminLevel as Level,
  type Period,
  periodBounds,
  unitCode,
} from '@cnscd/domain';
import sql from 'sql-template-tag';
import { bordersOn } from '../../arguments.ts';
import { builder } from '../../builder.ts';
import type { Context } from '../../context.ts';
import type { IndicatorRow, UnitRow } from '../../entities/rows.ts';
import { regionOf, standsOn, unitByCodeOnDay, unitColumns } from '../../entities/unit.ts';
import { AdminLevel, Boundary } from '../../enums.ts';
import { PUBLIC } from '../../permissions/access.ts';
import { computedOf, registeredOf } from '../../rollup/computed-value.ts';
import { inNaturalOrder } from '../../sql-fragments.ts';
import { KpiValue, requireIndicators, requirePeriod } from './kpi.ts';
import { indicators, type KpiFacts, kpiFactsOf } from './kpi-loader.ts';
import { type Kpi, kpiOf, ranked } from './kpi-value.ts';

/** One indicator on a board. */
export interface BoardRow {
  indicator: IndicatorRow;
  total: Kpi;
  breakdown: Kpi[];
}

const KpiRow = builder.objectRef<BoardRow>('KpiRow').implement({
  extensions: PUBLIC,
  description: 'One indicator on a board.',
  fields: (t) => ({
    indicator: t.field({
      type: 'Indicator',
      description: 'What is measured.',
      resolve: (row) => row.indicator,
    }),
    total: t.field({ type: KpiValue, description: "The board's unit.", resolve: (row) => row.total }),
    breakdown: t.field({
      type: [KpiValue],
      description:
        'The units below it that were asked for, best first, those without a value last; at most 500.',
      listSize: { assumedSize: 80 },
      resolve: (row) => row.breakdown,
    }),
  }),
});

export interface Board {
  unit: UnitRow;
  period: Period;
  boundary: BoundaryValue;
  rows: BoardRow[];
}

const KpiBoard = builder.objectRef<Board>('KpiBoard').implement({
  extensions: PUBLIC,
  description: 'Indicators of a unit in a period against their targets [bảng chỉ tiêu].',
  fields: (t) => ({
    unit: t.field({ type: 'AdminUnit', description: 'The unit.', resolve: (board) => board.unit }),
    period: t.expose('period', { type: 'Period', description: 'The period.' }),
    boundary: t.expose('boundary', { type: Boundary, description: 'Whose borders.' }),
    rows: t.field({
      type: [KpiRow],
      description:
        'One row for each indicator that has a figure, a target or a count other than 0, or that was asked for, by code.',
      listSize: { assumedSize: 30 },
      resolve: (board) => board.rows,
    }),
  }),
});

builder.queryField('kpiBoard', (t) =>
  t.field({
    extensions: PUBLIC,
    type: KpiBoard,
    description: `Indicators of a unit in a period. In borders AS_REPORTED the code is read on the last day of the
period, or else on its first; in CURRENT borders it means the unit of today, and a breakdown lists the units of today.
Errors: \`UNIT_NOT_FOUND\`, \`PERIOD_INVALID\`, \`AS_OF_BEFORE_DATA\`, \`INDICATOR_NOT_FOUND\`, \`INPUT_INVALID\` for a breakdown of over 500 units.`,
    args: {
      unitCode: t.arg.string({ required: true, description: 'Official code with leading zeros, or `VN`.' }),
      period: t.arg({
        type: 'Period',
        required: true,
        description: '`2023`, `2023-H1`, `2023-Q1`, `2023-03`, `2023-W12`.',
      }),
      indicatorCodes: t.arg.stringList({
        description: 'Only these. Default: all that have a figure, a target or a count other than 0.',
      }),
      breakdown: t.arg({ type: AdminLevel, description: 'Also the units of this level below it.' }),
      boundary: t.arg({ type: Boundary, description: 'Default: AS_REPORTED.' }),
    },
    resolve: (_, args, ctx) => readBoard(ctx, args),
  }),
);

export interface BoardQuestion {
  unitCode: string;
  period: string;
  indicatorCodes?: readonly string[] | null | undefined;
  breakdown?: Level | null | undefined;
  boundary?: BoundaryValue | null | undefined;
}

/** @throws {DomainError} what the query `kpiBoard` does */
export async function readBoard(ctx: Context, args: BoardQuestion): Promise<Board> {
  const period = requirePeriod(args.period);
  const boundary = args.boundary ?? 'AS_REPORTED';
  const unit = await unitInPeriod(ctx, args.unitCode, period, boundary);
  const below =
    args.breakdown == null
      ? []
      : await unitsBelow(ctx, unit, args.breakdown, bordersOn(ctx, boundary, periodBounds(period).to));
  const wanted = args.indicatorCodes == null ? null : await requireIndicators(ctx, args.indicatorCodes);
  const loaded = await Promise.all(
    [unit, ...below].map(({ id }) => kpiFactsOf(ctx).load({ unitId: id, period, boundary })),
  );
  const [own, ...children] = loaded.filter((facts) => facts !== null);
  if (own === undefined) throw new Error(`no figures could be read for ${unit.id}`);
  const shown = wanted ?? (await indicatorsToShow(ctx, [own, ...children]));
  const rows = shown.map((indicator) => ({
    indicator,
    total: kpiOf(own, indicator),
    breakdown: ranked(children.map((facts) => kpiOf(facts, indicator))).sort(byRank),
  }));
  return { unit, period, boundary, rows };
}

const byRank = (a: Kpi, b: Kpi) => (a.rank ?? Infinity) - (b.rank ?? Infinity) || 0;

async function unitInPeriod(
  ctx: Context,
  code: string,
  period: Period,
  boundary: BoundaryValue,
): Promise<UnitRow> {
  const { from, to } = periodBounds(period);
  const last =
    boundary === 'CURRENT'
      ? null
      : await unitByCodeOnDay(ctx).load({ code: unitCode(code, 'unitCode'), day: to });
  return last ?? regionOf(ctx, code, from, boundary);
}

async function indicatorsToShow(ctx: Context, facts: KpiFacts[]): Promise<IndicatorRow[]> {
  const codes = new Set(
    facts.flatMap((each) => [
      ...each.stating.map((unit) => unit.judgedFor),
      ...each.targets.filter((target) => target.period === each.period).map((target) => target.indicatorCode),
    ]),
  );
  const isCounted = (indicator: IndicatorRow) =>
    facts.some((each) => computedOf(each, indicator).value?.value || registeredOf(each, indicator).value);
  // What lies only partly in the unit is counted nowhere: a reader must see that, and once is enough.
  const isHeadline = ({ measure, topic }: IndicatorRow) =>
    topic === null && (measure === 'TEAMS' || measure === 'MEMBERS' || measure === 'VERIFIED_ACTIVITIES');
  const isWarned = (indicator: IndicatorRow) =>
    isHeadline(indicator) &&
    facts.some((each) =>
      [computedOf(each, indicator), registeredOf(each, indicator)].some(
        ({ warnings }) => warnings.length > 0,
      ),
    );
  return (await indicators(ctx).load('ALL')).filter(
    (indicator) => codes.has(indicator.code) || isCounted(indicator) || isWarned(indicator),
  );
}

const MOST_UNITS = 500;

/** Units of a level that lie in a unit on a day, by name.
 *
 * @throws {DomainError} `INPUT_INVALID` for over 500
 */
export async function unitsBelow(ctx: Context, unit: UnitRow, level: Level, day: string): Promise<UnitRow[]> {
  const rows = await ctx.db.rows<UnitRow>(sql`
    /* unitsBelow */
    select ${unitColumns} from unit_scope s join admin_unit u on u.id = s.unit_id
    where s.region_id = ${unit.id} and s.reason = 'DESCENT' and u.id <> s.region_id
      and u.level = ${level}::admin_level and ${standsOn(unit.validTo ?? day)}
    order by ${inNaturalOrder(sql`u.search_text`)}, u.id limit ${MOST_UNITS + 1}`);
  if (rows.length <= MOST_UNITS) return rows;
  throw new DomainError(
    'INPUT_INVALID',
    {
      vi: `breakdown ${level} của ${unit.fullName} có hơn ${MOST_UNITS} đơn vị; hãy chọn một tỉnh hoặc một cấp cao hơn.`,
      en: `breakdown ${level} of ${unit.fullName} has over ${MOST_UNITS} units; choose a province or a higher level.`,
    },
    { field: 'breakdown', value: level },
  );
}
