import type { Aggregation, MeasureUnit } from './vocabulary.ts';

/** A number of a report. Null: not known, which is never 0. */
export interface ReportNumber {
  value: number | null;
  /** Of a rate; null where not known or no rate. */
  numerator: number | null;
  denominator: number | null;
}

export interface JoinRule {
  aggregation: Aggregation;
  unit: MeasureUnit;
}

export const NO_NUMBER: ReportNumber = { value: null, numerator: null, denominator: null };

/**
 * Several units' numbers as one: sums are added, rates come from their parts and are never averaged, the largest is
 * taken of MAX, and what is only the latest somewhere is not joined at all. What is missing is left out, not 0.
 *
 * @returns null as value where nothing can be joined
 */
export function joinReportNumbers(
  numbers: readonly ReportNumber[],
  { aggregation, unit }: JoinRule,
): ReportNumber {
  const known = numbers.filter(({ value }) => value !== null);
  if (known.length === 0) return NO_NUMBER;
  switch (aggregation) {
    case 'SUM':
      return { ...NO_NUMBER, value: exactSum(known.map(({ value }) => value ?? 0)) };
    case 'MAX':
      return { ...NO_NUMBER, value: Math.max(...known.map(({ value }) => value ?? 0)) };
    case 'RATIO_OF_SUMS':
      return ratioOf(known, unit);
    case 'LAST':
      return NO_NUMBER;
    default:
      return aggregation satisfies never;
  }
}

/** A rate of which one has no parts cannot be joined with others. */
function ratioOf(known: readonly ReportNumber[], unit: MeasureUnit): ReportNumber {
  const parts = known.flatMap(({ numerator, denominator }) =>
    numerator === null || denominator === null ? [] : [{ numerator, denominator }],
  );
  if (parts.length < known.length) return NO_NUMBER;
  const numerator = exactSum(parts.map((part) => part.numerator));
  const denominator = exactSum(parts.map((part) => part.denominator));
  if (denominator === 0) return { value: null, numerator, denominator };
  return { value: (numerator / denominator) * (unit === 'PERCENT' ? 100 : 1), numerator, denominator };
}

/** The rate that a numerator and a denominator give. Null where there is none. */
export function ratioValue(
  { numerator, denominator }: Pick<ReportNumber, 'numerator' | 'denominator'>,
  unit: MeasureUnit,
): number | null {
  if (numerator === null || denominator === null || denominator === 0) return null;
  return (numerator / denominator) * (unit === 'PERCENT' ? 100 : 1);
}

/** Decimals as people wrote them: 0.1 + 0.2 is 0.3. */
function exactSum(values: readonly number[]): number {
  const places = Math.max(0, ...values.map((value) => (String(value).split('.')[1] ?? '').length));
  return Number(values.reduce((sum, value) => sum + value, 0).toFixed(Math.min(places, 12)));
}

/** What a unit's own register gives less what was gathered from below. Null where either is missing. */
export function reportVariance(own: number | null, gathered: number | null): number | null {
  return own === null || gathered === null ? null : exactSum([own, -gathered]);
}

/** The share of the required lines that have a value, 0–1; 1 where none is required. */
export function reportCompleteness(lines: readonly { isRequired: boolean; value: number | null }[]): number {
  const required = lines.filter(({ isRequired }) => isRequired);
  return required.length === 0 ? 1 : required.filter(({ value }) => value !== null).length / required.length;
}
