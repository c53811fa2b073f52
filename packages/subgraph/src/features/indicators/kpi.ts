import { DomainError, type Period } from '@cnscd/domain';
import { periodOf } from '../../arguments.ts';
import { builder } from '../../builder.ts';
import type { Context } from '../../context.ts';
import type { IndicatorRow } from '../../entities/rows.ts';
import { requireSource } from '../../entities/source.ts';
import { Boundary, KpiBasis, Qualifier } from '../../enums.ts';
import { FigureWarning } from '../../figure-warning.ts';
import { PUBLIC } from '../../permissions/access.ts';
import { indicators, kpiFactsOf } from './kpi-loader.ts';
import { attainmentOf, type Kpi, kpiOf, varianceOf } from './kpi-value.ts';
import { Target } from './target.ts';

export const KpiValue = builder.objectRef<Kpi>('KpiValue').implement({
  extensions: PUBLIC,
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
        'In the unit of measure of the indicator: reported, or else computed, or else registered. Null: none of them is known. Never 0 for that.',
    }),
    basis: t.expose('basis', {
      type: KpiBasis,
      nullable: true,
      description: 'Which of reported, computed and registered the value is. Null where there is none.',
    }),
    reported: t.exposeFloat('reported', {
      nullable: true,
      description: 'What sources state. Null: nothing is stated, or it cannot be joined.',
    }),
    computed: t.float({
      nullable: true,
      description:
        'What verified activities of the period give; 0 only where teams worked that could have acted. Null: no such teams, nobody took the count, the indicator is not computed, or it is not for you to see: for officers of the unit and above.',
      resolve: ({ computed }) => computed?.value ?? null,
    }),
    computedNumerator: t.float({
      nullable: true,
      description: 'Of a computed ratio. Null where computed is, or is no ratio.',
      resolve: ({ computed }) => computed?.numerator ?? null,
    }),
    computedDenominator: t.float({
      nullable: true,
      description: 'Of a computed ratio. Null where computed is, or is no ratio.',
      resolve: ({ computed }) => computed?.denominator ?? null,
    }),
    registered: t.exposeFloat('registered', {
      nullable: true,
      description:
        'What the register of teams holds on the last day of the period, or today if that is earlier. Null: no register, or the indicator is not of it.',
    }),
    variance: t.float({
      nullable: true,
      description: 'Computed (or else registered) minus reported. Null where either is missing or not exact.',
      resolve: varianceOf,
    }),
    numerator: t.exposeFloat('numerator', {
      nullable: true,
      description: 'Of a value that is a ratio. Null where not known.',
    }),
    denominator: t.exposeFloat('denominator', {
      nullable: true,
      description: 'Of a value that is a ratio. Null where not known.',
    }),
    qualifier: t.expose('qualifier', {
      type: Qualifier,
      description: 'How sure the value is; says nothing where it is null.',
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
      description:
        'The share, 0–1, of what it joins that has a value; of a computed value, active teams ÷ teams that worked in the period. Of the nation: of the provinces that report at all; UNITS_NOT_REPORTING counts the others.',
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

/** @throws {DomainError} `INPUT_INVALID` for over a hundred, `INDICATOR_NOT_FOUND` */
export async function requireIndicators(ctx: Context, codes: readonly string[]): Promise<IndicatorRow[]> {
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

/** @throws {DomainError} `PERIOD_INVALID`, `AS_OF_BEFORE_DATA` */
export function requirePeriod(text: string): Period {
  const period = periodOf(text);
  if (period === null) throw new Error('a required argument is null');
  return period;
}
