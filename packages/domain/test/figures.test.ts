import { describe, expect, it } from 'vitest';
import { type StatedFigure, statedBreakdown, statedTotal, sumOf, weakestQualifier } from '../src/index.ts';

const figure = (value: number, rest: Partial<StatedFigure> = {}): StatedFigure => ({
  indicatorCode: 'TEAMS',
  unitId: 'u',
  level: null,
  teamKind: null,
  value,
  numerator: null,
  denominator: null,
  qualifier: 'EXACT',
  asOf: '2023-09-30',
  sourceId: 's',
  ...rest,
});

describe('statedTotal', () => {
  it('takes the stated total before its parts', () => {
    const stated = [
      figure(1473),
      figure(1462, { teamKind: 'COMMUNITY' }),
      figure(11, { teamKind: 'ENTERPRISE' }),
    ];
    expect(statedTotal(stated, 'TEAMS')?.value).toBe(1473);
  });

  it('adds levels where no total is stated', () => {
    const stated = [figure(115, { level: 'COMMUNE' }), figure(715, { level: 'VILLAGE' })];
    expect(statedTotal(stated, 'TEAMS')).toMatchObject({
      value: 830,
      qualifier: 'EXACT',
      asOf: '2023-09-30',
    });
  });

  it('adds kinds where only kinds are stated', () => {
    expect(statedTotal([figure(2531, { teamKind: 'MERGED_DE_AN_06' })], 'TEAMS')?.value).toBe(2531);
  });

  it('does not take the members of one level for all members', () => {
    const stated = [
      figure(1, { level: 'COMMUNE' }),
      figure(7, { level: 'VILLAGE' }),
      figure(12, { level: 'COMMUNE', indicatorCode: 'MEMBERS' }),
    ];
    expect(statedTotal(stated, 'MEMBERS')).toBeNull();
  });

  it('takes the latest day that has a total', () => {
    const stated = [
      figure(2400, { asOf: '2024-08-01', qualifier: 'ABOUT' }),
      figure(2531, { asOf: '2024-11-27' }),
      figure(9, { asOf: '2024-12-01', level: 'COMMUNE', teamKind: 'YOUTH_SQUAD' }),
    ];
    expect(statedTotal(stated, 'TEAMS')).toMatchObject({
      value: 2531,
      asOf: '2024-11-27',
      qualifier: 'EXACT',
    });
  });

  it('keeps 0 apart from nothing stated', () => {
    expect(statedTotal([figure(0)], 'TEAMS')?.value).toBe(0);
    expect(statedTotal([], 'TEAMS')).toBeNull();
  });
});

describe('statedBreakdown', () => {
  it('lists the parts of the latest day without the total', () => {
    const stated = [
      figure(830),
      figure(115, { level: 'COMMUNE' }),
      figure(100, { level: 'COMMUNE', asOf: '2022-12-31' }),
      figure(700, { level: 'VILLAGE', asOf: '2022-12-31' }),
    ];
    expect(statedBreakdown(stated, 'TEAMS').map((part) => [part.level, part.value])).toEqual([
      ['COMMUNE', 115],
    ]);
  });
});

describe('sumOf', () => {
  it('leaves out what is missing and is null only when all is', () => {
    const total = (value: number) => statedTotal([figure(value)], 'TEAMS');
    expect(sumOf([total(830), null, total(565)])?.value).toBe(1395);
    expect(sumOf([null, null])).toBeNull();
    expect(sumOf([])).toBeNull();
  });

  it('is as unsure as its least sure part and as late as its latest', () => {
    const exact = statedTotal([figure(43_575)], 'TEAMS');
    const atLeast = statedTotal([figure(4000, { qualifier: 'AT_LEAST', asOf: '2022-12-31' })], 'TEAMS');
    expect(sumOf([exact, atLeast])).toMatchObject({
      value: 47_575,
      qualifier: 'AT_LEAST',
      asOf: '2023-09-30',
    });
  });
});

it.each([
  [[], 'EXACT'],
  [['EXACT', 'ESTIMATE'], 'ESTIMATE'],
  [['ESTIMATE', 'AT_LEAST'], 'AT_LEAST'],
  [['AT_LEAST', 'ABOUT', 'EXACT'], 'ABOUT'],
] as const)('the weakest of %j is %s', (qualifiers, weakest) => {
  expect(weakestQualifier(qualifiers)).toBe(weakest);
});
