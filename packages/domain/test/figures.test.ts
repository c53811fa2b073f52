import { describe, expect, it } from 'vitest';
import {
  rivalTotals,
  type StatedFigure,
  statedBreakdown,
  statedTotal,
  sumOf,
  weakestQualifier,
} from '../src/index.ts';

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

describe('what several sources state for one day', () => {
  const source = (sourceId: string, value: number, rest: Partial<StatedFigure> = {}) =>
    figure(value, { sourceId, ...rest });
  const both = ['a', 'b'].flatMap((id) => [
    source(id, 100, { level: 'COMMUNE' }),
    source(id, 900, { level: 'VILLAGE' }),
  ]);

  it('is counted once', () => {
    expect(statedTotal(both, 'TEAMS')?.value).toBe(1000);
    expect(rivalTotals(both, 'TEAMS')).toEqual([1000]);
  });

  it('is shown as rival totals where they differ, one of them taken as a whole', () => {
    const rivals = [...both, source('c', 1200)];
    expect(statedTotal(rivals, 'TEAMS')?.value).toBe(1200);
    expect(rivalTotals(rivals, 'TEAMS')).toEqual([1200, 1000]);
  });

  it('is counted once where one source states it for the day and for a period', () => {
    expect(
      statedTotal([source('a', 9, { level: 'VILLAGE' }), source('a', 9, { level: 'VILLAGE' })], 'TEAMS')
        ?.value,
    ).toBe(9);
  });
});

describe('a part', () => {
  it.each([
    ['enterprise teams', { teamKind: 'ENTERPRISE' }],
    ['youth squads', { teamKind: 'YOUTH_SQUAD' }],
    ['the commune team', { level: 'COMMUNE' }],
  ] as const)('%s alone is not the whole', (_, rest) => {
    expect(statedTotal([figure(7, rest)], 'TEAMS')).toBeNull();
  });

  it('of a later day does not take the place of an earlier total', () => {
    const stated = [
      figure(500, { asOf: '2023-03-31' }),
      figure(40, { level: 'COMMUNE', asOf: '2023-06-30' }),
    ];
    expect(statedTotal(stated, 'TEAMS')).toMatchObject({ value: 500, asOf: '2023-03-31' });
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
