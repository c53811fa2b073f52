import {
  allocationUnknown,
  formatDate,
  type KpiBasis,
  type LocalDate,
  mixedAsOf,
  type Period,
  type Qualifier,
  ratioPartsMissing,
  statedTotal,
  statedWhole,
  sumOf,
  type Total,
  targetAmbiguous,
  unitsNotReporting,
  unitUnknown,
  type Warning,
  weakestQualifier,
} from '@cnscd/domain';
import type { IndicatorRow, TargetRow, UnitRow } from '../../entities/rows.ts';
import { type ComputedValue, computedOf, registeredOf } from '../../rollup/computed-value.ts';
import type { StatingUnit } from '../../rollup/figures-in-regions.ts';
import { completeness, type Extent, extentOf, speaking } from '../../rollup/parts-of-regions.ts';
import type { KpiFacts } from './kpi-loader.ts';

/** The value of an indicator for a unit and period. */
export interface Kpi {
  indicator: IndicatorRow;
  unit: UnitRow;
  period: Period;
  /** What sources state. */
  total: Total | null;
  reported: number | null;
  /** What verified activities give. */
  computed: ComputedValue | null;
  /** What the register gives. */
  registered: number | null;
  /** Which of the three the value is; null where there is none. */
  basis: KpiBasis | null;
  value: number | null;
  numerator: number | null;
  denominator: number | null;
  qualifier: Qualifier;
  target: TargetRow | null;
  completeness: number;
  rank: number | null;
  warnings: Warning[];
}

/** @returns the value with its target, or with nulls where nothing is stated: missing is not 0 */
export function kpiOf(facts: KpiFacts, indicator: IndicatorRow): Kpi {
  const stating = facts.stating
    .filter((unit) => unit.judgedFor === indicator.code)
    .map((unit) => withTeams(unit, facts.stating));
  const candidates = stating.filter((unit) => unit.standing === 'CHOSEN');
  const extent = extentOf(
    { id: facts.unit.id, isNation: facts.unit.level === 'NATION' },
    candidates,
    facts.parts,
  );
  const chosen = speaking(candidates, extent);
  const joined = join(indicator, facts.unit, chosen);
  const [computed, registered] = [computedOf(facts, indicator), registeredOf(facts, indicator)];
  const value = chosenValue(joined, computed.value, registered.value, {
    completeness: completenessOf(indicator, chosen, extent),
  });
  const target = targetOf(facts, indicator, chosen);
  return {
    indicator,
    unit: facts.unit,
    period: facts.period,
    total: joined.total,
    reported: joined.value,
    computed: computed.value,
    registered: registered.value,
    ...value,
    target,
    rank: null,
    warnings: [
      ...joined.warnings,
      ...computed.warnings,
      ...registered.warnings,
      ...daysOf(joined.total),
      ...stating
        .filter((unit) => unit.standing === 'UNALLOCATED')
        .map((unit) => allocationUnknown(unit.unitName)),
      ...(chosen.length > 0 && extent.silent > 0 ? [unitsNotReporting(extent.silent, extent.of)] : []),
      ...targetWarnings(target),
    ],
  };
}

type Chosen = Pick<Kpi, 'basis' | 'value' | 'numerator' | 'denominator' | 'qualifier' | 'completeness'>;

/** What a source states stands first: it is what was answered for. Then what activities give, then the register. */
function chosenValue(
  reported: Joined,
  computed: ComputedValue | null,
  registered: number | null,
  { completeness }: Pick<Kpi, 'completeness'>,
): Chosen {
  const { value, numerator, denominator, total } = reported;
  const qualifier = weakestQualifier(total === null ? [] : [total.qualifier]);
  if (value !== null) return { basis: 'REPORTED', value, numerator, denominator, qualifier, completeness };
  if (computed !== null) return { basis: 'COMPUTED', ...computed };
  if (registered === null) return { basis: null, value, numerator, denominator, qualifier, completeness };
  return { ...NO_PARTS, basis: 'REGISTERED', value: registered, qualifier: 'EXACT', completeness: 1 };
}

const NO_PARTS = { numerator: null, denominator: null };

/** Counted minus reported. Null where either is missing or not exact. */
export function varianceOf({ reported, total, computed, registered }: Kpi): number | null {
  if (reported === null || total?.qualifier !== 'EXACT') return null;
  if (computed !== null) return computed.qualifier === 'EXACT' ? computed.value - reported : null;
  return registered === null ? null : registered - reported;
}

/** Members are all members only if they are of every level that has teams: the teams are looked at beside them. */
function withTeams(unit: StatingUnit, all: readonly StatingUnit[]): StatingUnit {
  if (unit.judgedFor !== 'MEMBERS') return unit;
  const teams = all.find((other) => other.judgedFor === 'TEAMS' && other.unitId === unit.unitId);
  return { ...unit, figures: [...unit.figures, ...(teams?.figures ?? [])] };
}

/** What a unit states for an indicator: parts are added up only where the indicator is a sum. */
function totalOf(indicator: IndicatorRow, unit: StatingUnit): Total | null {
  return indicator.aggregation === 'SUM'
    ? statedTotal(unit.figures, indicator.code)
    : statedWhole(unit.figures, indicator.code);
}

type Joined = Pick<Kpi, 'total' | 'value' | 'numerator' | 'denominator' | 'warnings'>;

const NOTHING: Joined = { total: null, value: null, ...NO_PARTS, warnings: [] };

/** Makes one value of those of the chosen units, as the indicator's aggregation says. */
function join(indicator: IndicatorRow, region: UnitRow, chosen: readonly StatingUnit[]): Joined {
  const totals = chosen.map((unit) => totalOf(indicator, unit)).filter((total) => total !== null);
  const [only] = totals;
  if (only === undefined) return NOTHING;
  const isOwn = chosen.length === 1 && chosen[0]?.unitId === region.id;
  if (isOwn) return { ...NOTHING, total: only, value: only.value, ...ratioParts([only]) };
  const total = sumOf(totals);
  switch (indicator.aggregation) {
    case 'SUM':
      return { ...NOTHING, total, value: total?.value ?? null };
    case 'MAX':
      return { ...NOTHING, total, value: Math.max(...totals.map((each) => each.value)) };
    case 'RATIO_OF_SUMS':
      return ratioOf(indicator, totals, total);
    case 'LAST':
      return NOTHING;
    default:
      return indicator.aggregation satisfies never;
  }
}

function ratioOf(indicator: IndicatorRow, totals: readonly Total[], total: Total | null): Joined {
  const { numerator, denominator } = ratioParts(totals);
  if (numerator === null || denominator === null || denominator === 0) {
    const bare = totals.filter((each) => ratioParts([each]).numerator === null).length;
    return { ...NOTHING, total, warnings: [ratioPartsMissing(bare)] };
  }
  const scale = indicator.unit === 'PERCENT' ? 100 : 1;
  return { ...NOTHING, total, value: (numerator / denominator) * scale, numerator, denominator };
}

function ratioParts(totals: readonly Total[]): { numerator: number | null; denominator: number | null } {
  const parts = totals.flatMap((total) => total.parts);
  let [numerator, denominator] = [0, 0];
  for (const part of parts) {
    if (part.numerator === null || part.denominator === null) return { numerator: null, denominator: null };
    numerator += part.numerator;
    denominator += part.denominator;
  }
  return { numerator, denominator };
}

function completenessOf(indicator: IndicatorRow, chosen: readonly StatingUnit[], extent: Extent): number {
  const withTotal = new Set(
    chosen.filter((unit) => totalOf(indicator, unit) !== null).map((unit) => unit.unitId),
  );
  return completeness(extent, (unitId) => withTotal.has(unitId));
}

/** The target that the figure's source names; else the nearest one for the period. */
function targetOf(
  facts: KpiFacts,
  indicator: IndicatorRow,
  chosen: readonly StatingUnit[],
): TargetRow | null {
  const named = chosen
    .flatMap((unit) => unit.figures)
    .find((figure) => figure.targetCode !== null)?.targetCode;
  const fitting = facts.targets.filter((target) => target.indicatorCode === indicator.code);
  return (
    facts.targets.find((target) => target.code === named) ??
    fitting.find((target) => target.period === facts.period && target.level === null) ??
    null
  );
}

/** Value held against target, 1 = just attained. More than 1 is allowed. Null where either is missing or unclear. */
export function attainmentOf({
  value,
  target,
  indicator,
}: Pick<Kpi, 'value' | 'target' | 'indicator'>): number | null {
  if (value === null || target === null || target.value === null || target.measureUnit !== indicator.unit)
    return null;
  const [attained, goal] = target.comparator === 'AT_MOST' ? [target.value, value] : [value, target.value];
  // Nothing of what should be little, or a goal of nothing: attained, but by no number.
  return goal === 0 ? null : attained / goal;
}

/** Ranks values among their peers, 1 = best; equal values share a rank; what is missing has none. */
export function ranked(values: readonly Kpi[]): Kpi[] {
  return values.map((kpi) => {
    const { value, indicator } = kpi;
    if (value === null || indicator.direction === 'NEUTRAL') return kpi;
    const isBetter = (other: number) =>
      indicator.direction === 'HIGHER_IS_BETTER' ? other > value : other < value;
    return {
      ...kpi,
      rank: 1 + values.filter((other) => other.value !== null && isBetter(other.value)).length,
    };
  });
}

function daysOf(total: Total | null): Warning[] {
  const days = (total?.parts ?? []).map((part) => part.asOf).sort();
  const [earliest, latest] = [days.at(0), days.at(-1)];
  return earliest === undefined || latest === undefined || earliest === latest
    ? []
    : [mixedAsOf(formatDate(earliest as LocalDate, 'vi'), formatDate(latest as LocalDate, 'vi'))]; // real days, from the database
}

function targetWarnings(target: TargetRow | null): Warning[] {
  if (target === null) return [];
  return [
    ...(target.measureUnit === null ? [unitUnknown(target.statement)] : []),
    ...(target.readings.length > 1 ? [targetAmbiguous(target.statement, target.readings)] : []),
  ];
}
