import {
  type Aggregation,
  joinReportNumbers,
  ratioValue,
  reportCompleteness,
  reportVariance,
} from '@cnscd/domain';
import { describe, expect, it } from 'vitest';

const number = (
  value: number | null,
  numerator: number | null = null,
  denominator: number | null = null,
) => ({
  ...{ value, numerator, denominator },
});

describe('joinReportNumbers', () => {
  it.each<[Aggregation, (number | null)[], number | null]>([
    ['SUM', [1, 2, null], 3],
    ['SUM', [0.1, 0.2], 0.3],
    ['SUM', [0, 0], 0],
    ['SUM', [null, null], null],
    ['SUM', [], null],
    ['MAX', [1, 7, null], 7],
    ['LAST', [3, 3], null],
  ])('%s of %o is %s', (aggregation, values, joined) => {
    const numbers = values.map((value) => number(value));
    expect(joinReportNumbers(numbers, { aggregation, unit: 'PERSON' }).value).toBe(joined);
  });

  it('makes a rate of its parts, never of rates', () => {
    const rule = { aggregation: 'RATIO_OF_SUMS', unit: 'PERCENT' } as const;
    expect(joinReportNumbers([number(90, 9, 10), number(10, 9, 90)], rule)).toEqual(number(18, 18, 100));
    expect(joinReportNumbers([number(90, 9, 10), number(10)], rule)).toEqual(number(null));
    expect(joinReportNumbers([number(90, 9, 10), number(null)], rule)).toEqual(number(90, 9, 10));
    expect(joinReportNumbers([number(0, 0, 0)], rule)).toEqual(number(null, 0, 0));
  });
});

it.each([
  [3, 4, 'PERCENT', 75],
  [3, 4, 'POINT', 0.75],
  [3, 0, 'PERCENT', null],
  [null, 4, 'PERCENT', null],
] as const)('%s of %s in %s is %s', (numerator, denominator, unit, value) => {
  expect(ratioValue({ numerator, denominator }, unit)).toBe(value);
});

it.each([
  [5, 3, 2],
  [0.3, 0.1, 0.2],
  [null, 3, null],
  [5, null, null],
])('own %s less gathered %s is %s', (own, gathered, variance) => {
  expect(reportVariance(own, gathered)).toBe(variance);
});

it('completeness is that of the required lines', () => {
  const line = (value: number | null, isRequired: boolean) => ({ value, isRequired });
  expect(reportCompleteness([line(1, true), line(null, true), line(null, false)])).toBe(0.5);
  expect(reportCompleteness([line(null, false)])).toBe(1);
});
