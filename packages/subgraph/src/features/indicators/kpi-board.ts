import {
  type Boundary as BoundaryValue,
  DomainError,
  type AdminLevel as Level,
  type Period,
  periodBounds,
  unitCode,
} from '@cnscd/domain';
import sql from 'sql-template-tag';
import { dayOf, periodOf } from '../../arguments.ts';
import { builder } from '../../builder.ts';
import type { Context } from '../../context.ts';
import type { IndicatorRow, UnitRow } from '../../entities/rows.ts';
import { requireSource } from '../../entities/source.ts';
import { regionOf, standsOn, unitByCodeOnDay, unitColumns } from '../../entities/unit.ts';
import { AdminLevel, Boundary, Qualifier } from '../../enums.ts';
import { FigureWarning } from '../../figure-warning.ts';
import { indicators, type KpiFacts, kpiFactsOf } from './kpi-loader.ts';
import { attainmentOf, type Kpi, kpiOf, qualifierOf, ranked } from './kpi-value.ts';
import { Target } from './target.ts';

const KpiValue = builder.objectRef<Kpi>('KpiValue').implement({
  description: 'An indicator for a unit and a period, with its target.',
  fields: (t) => ({
    indicator: t.field({
      type: 'Indicator',
      description: 'What is measured.',
      resolve: (kpi) => kpi.indicator,
    }),
    unit: t.field({ type: 'AdminUnit', description: 'The unit.', resolve: (kpi) => kpi.unit }),
    period: t.expose('period', { type: 'Period', description: 'The period.' }),
    value: t.exposeFloat('value', {
      nullable: true,
      description:
        'In the unit of measure of the indicator. Null: nothing is stated, or it cannot be joined. Never 0 for that.',
    }),
    numerator: t.exposeFloat('numerator', {
      nullable: true,
      description: 'Of a ratio. Null where not stated.',
    }),
    denominator: t.exposeFloat('denominator', {
      nullable: true,
      description: 'Of a ratio. Null where not stated.',
    }),
    qualifier: t.field({
      type: Qualifier,
      description: 'How sure the value is; says nothing where it is null.',
      resolve: qualifierOf,
    }),
    target: t.field({
      type: Target,
      nullable: true,
      description:
        "The goal that the figure's source compares it with, or the nearest unit's goal for the period.",
      resolve: (kpi) => kpi.target,
    }),
    attainment: t.float({
      nullable: true,
      description:
        'Value ÷ target (target ÷ value for AT_MOST), 1 = just attained, may exceed 1. Null where unclear.',
      resolve: attainmentOf,
    }),
    rank: t.exposeInt('rank', {
      nullable: true,
      description:
        'Place among the units of the breakdown, 1 = best; equal values share a place. Null outside of one.',
    }),
    completeness: t.exposeFloat('completeness', {
      description: 'The share, 0–1, of what it joins that has a value.',
    }),
    asOf: t.field({
      type: 'DateTime',
      description: 'Up to when what is known is counted: the time of the request.',
      resolve: (_kpi, _args, ctx) => ctx.now,
    }),
    sources: t.field({
      type: ['SourceDocument'],
      description: 'Where its parts are stated, each document once.',
      listSize: { assumedSize: 3 },
      resolve: ({ total }, _, ctx) =>
        Promise.all(
          [...new Set(total?.parts.map((part) => part.sourceId))].map((id) => requireSource(ctx, id)),
        ),
    }),
    warnings: t.field({
      type: [FigureWarning],
      description: 'What a reader must know.',
      listSize: { assumedSize: 2 },
      resolve: (kpi) => kpi.warnings,
    }),
  }),
});

interface Row {
  indicator: IndicatorRow;
  total: Kpi;
  breakdown: Kpi[];
}

const KpiRow = builder.objectRef<Row>('KpiRow').implement({
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

interface Board {
  unit: UnitRow;
  period: Period;
  boundary: BoundaryValue;
  rows: Row[];
}

const KpiBoard = builder.objectRef<Board>('KpiBoard').implement({
  description: 'Indicators of a unit in a period against their targets [bảng chỉ tiêu].',
  fields: (t) => ({
    unit: t.field({ type: 'AdminUnit', description: 'The unit.', resolve: (board) => board.unit }),
    period: t.expose('period', { type: 'Period', description: 'The period.' }),
    boundary: t.expose('boundary', { type: Boundary, description: 'Whose borders.' }),
    rows: t.field({
      type: [KpiRow],
      description:
        'One row for each indicator that has a figure or a target, or that was asked for, by code.',
      listSize: { assumedSize: 30 },
      resolve: (board) => board.rows,
    }),
  }),
});

builder.queryField('kpiBoard', (t) =>
  t.field({
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
        description: 'Only these. Default: all that have a figure or a target.',
      }),
      breakdown: t.arg({ type: AdminLevel, description: 'Also the units of this level below it.' }),
      boundary: t.arg({ type: Boundary, description: 'Default: AS_REPORTED.' }),
    },
    resolve: (_, args, ctx) => readBoard(ctx, args),
  }),
);

builder.objectField('AdminUnit', 'kpi', (t) =>
  t.field({
    type: KpiValue,
    nullable: true,
    description:
      'One indicator of the unit in a period. Errors: `INDICATOR_NOT_FOUND`, `PERIOD_INVALID`, `AS_OF_BEFORE_DATA`.',
    args: {
      indicatorCode: t.arg.string({ required: true, description: 'Code of the indicator.' }),
      period: t.arg({ type: 'Period', required: true, description: 'The period.' }),
      boundary: t.arg({ type: Boundary, description: 'Default: AS_REPORTED.' }),
    },
    resolve: async (unit, { indicatorCode, period, boundary }, ctx) => {
      const [indicator] = await requireIndicators(ctx, [indicatorCode]);
      const facts = await kpiFactsOf(ctx).load({
        unitId: unit.id,
        period: requirePeriod(period),
        boundary: boundary ?? 'AS_REPORTED',
      });
      return facts === null || indicator === undefined ? null : kpiOf(facts, indicator);
    },
  }),
);

/** More than a report has, far fewer than would hold the server up. */
const MOST_INDICATORS = 100;

interface BoardArguments {
  unitCode: string;
  period: string;
  indicatorCodes?: readonly string[] | null | undefined;
  breakdown?: Level | null | undefined;
  boundary?: BoundaryValue | null | undefined;
}

async function readBoard(ctx: Context, args: BoardArguments): Promise<Board> {
  const period = requirePeriod(args.period);
  const boundary = args.boundary ?? 'AS_REPORTED';
  const unit = await unitInPeriod(ctx, args.unitCode, period, boundary);
  const below =
    args.breakdown == null
      ? []
      : await unitsBelow(ctx, unit, args.breakdown, bordersOn(ctx, period, boundary));
  const wanted = args.indicatorCodes == null ? null : await requireIndicators(ctx, args.indicatorCodes);
  const loaded = await Promise.all(
    [unit, ...below].map(({ id }) => kpiFactsOf(ctx).load({ unitId: id, period, boundary })),
  );
  const [own, ...children] = loaded.filter((facts) => facts !== null);
  if (own === undefined) throw new Error(`no figures could be read for ${unit.id}`);
  const shown = wanted ?? (await statedIndicators(ctx, [own, ...children]));
  const rows = shown.map((indicator) => ({
    indicator,
    total: kpiOf(own, indicator),
    breakdown: ranked(children.map((facts) => kpiOf(facts, indicator))).sort(byRank),
  }));
  return { unit, period, boundary, rows };
}

/** The day whose units a board is about. */
function bordersOn(ctx: Context, period: Period, boundary: BoundaryValue): string {
  return boundary === 'CURRENT' ? dayOf(ctx, null) : periodBounds(period).to;
}

const byRank = (a: Kpi, b: Kpi) => (a.rank ?? Infinity) - (b.rank ?? Infinity) || 0;

function requirePeriod(text: string): Period {
  const period = periodOf(text);
  if (period === null) throw new Error('a required argument is null');
  return period;
}

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

async function requireIndicators(ctx: Context, codes: readonly string[]): Promise<IndicatorRow[]> {
  if (codes.length > MOST_INDICATORS) {
    throw new DomainError(
      'INPUT_INVALID',
      {
        vi: `indicatorCodes có ${codes.length} mã; tối đa ${MOST_INDICATORS}.`,
        en: `indicatorCodes has ${codes.length} codes; at most ${MOST_INDICATORS}.`,
      },
      { field: 'indicatorCodes', value: String(codes.length) },
    );
  }
  const all = await indicators(ctx).load('ALL');
  return [...new Set(codes)].map((code) => {
    const indicator = all.find((row) => row.code === code);
    if (indicator !== undefined) return indicator;
    throw new DomainError(
      'INDICATOR_NOT_FOUND',
      {
        vi: `Không có chỉ tiêu mang mã ${code}; xem indicators.`,
        en: `There is no indicator ${code}; see indicators.`,
      },
      { field: 'indicatorCodes', value: code },
    );
  });
}

async function statedIndicators(ctx: Context, facts: KpiFacts[]): Promise<IndicatorRow[]> {
  const codes = new Set(
    facts.flatMap((each) => [
      ...each.stating.map((unit) => unit.judgedFor),
      ...each.targets.filter((target) => target.period === each.period).map((target) => target.indicatorCode),
    ]),
  );
  return (await indicators(ctx).load('ALL')).filter((indicator) => codes.has(indicator.code));
}

const MOST_UNITS = 500;

async function unitsBelow(ctx: Context, unit: UnitRow, level: Level, day: string): Promise<UnitRow[]> {
  const rows = await ctx.db.rows<UnitRow>(sql`
    /* unitsBelow */
    select ${unitColumns} from unit_scope s join admin_unit u on u.id = s.unit_id
    where s.region_id = ${unit.id} and s.reason = 'DESCENT' and u.id <> s.region_id
      and u.level = ${level}::admin_level and ${standsOn(unit.validTo ?? day)}
    order by u.search_text, u.id limit ${MOST_UNITS + 1}`);
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
