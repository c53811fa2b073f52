import { describe, expect, it } from 'vitest';
import { deriveUnitScopes } from '../../src/features/units/loading/derive-unit-scopes.ts';
import { makeCountry } from '../support/small-country.ts';
import { testSubgraph } from '../support/subgraph.ts';

const { run, database } = await testSubgraph('empty');
await makeCountry(database, {
  units: [
    'VN NATION -',
    '10 PROVINCE VN',
    '10001 COMMUNE 10',
    '10002 COMMUNE 10',
    '10003 COMMUNE 10',
    '20 PROVINCE VN',
    '20001 COMMUNE 20',
  ],
  figures: [
    '10001 TEAMS 3 2026-03-31',
    '10002 TEAMS 4 2026-03-31',
    '10001 RATE 90 2026-03-31 90/100',
    '10002 RATE 10 2026-03-31 30/300',
    '10001 PLACE 2 2026-03-31',
    '10001 TALLEST 2 2026-03-31',
    '10002 TALLEST 5 2026-03-31',
    '20001 RATE 50 2026-03-31',
    '10003 TEAMS 0 2025-03-31',
  ],
});

interface Value {
  value: number | null;
  numerator: number | null;
  denominator: number | null;
  attainment: number | null;
  rank: number | null;
  completeness: number;
  warnings: { code: string }[];
}

async function board(unitCode: string, period = '2026-Q1', breakdown: string | null = null) {
  const { data, errors } = await run(
    `query ($unitCode: String!, $period: Period!, $breakdown: AdminLevel) {
      kpiBoard(unitCode: $unitCode, period: $period, breakdown: $breakdown) { rows { indicator { code }
        total { ...value } breakdown { unit { code } ...value } } } }
    fragment value on KpiValue { value numerator denominator attainment rank completeness warnings { code } }`,
    { unitCode, period, breakdown },
  );
  expect(errors).toBeUndefined();
  const rows = data.kpiBoard.rows as {
    indicator: { code: string };
    total: Value;
    breakdown: (Value & { unit: { code: string } })[];
  }[];
  return Object.fromEntries(rows.map((row) => [row.indicator.code, row]));
}

describe('a board joins the units below', () => {
  it('SUM adds, and tells that one of three is missing', async () => {
    const { TEAMS } = await board('10');
    expect(TEAMS?.total).toMatchObject({ value: 7, warnings: [{ code: 'UNITS_NOT_REPORTING' }] });
    expect(TEAMS?.total.completeness).toBeCloseTo(2 / 3, 10);
  });

  it('RATIO_OF_SUMS divides the sums and never averages the rates', async () => {
    const { RATE } = await board('10');
    expect(RATE?.total).toMatchObject({ value: 30, numerator: 120, denominator: 400 });
  });

  it('RATIO_OF_SUMS is null where a rate comes without its parts', async () => {
    const { RATE } = await board('20');
    expect(RATE?.total.value).toBeNull();
    expect(RATE?.total.warnings).toContainEqual({ code: 'RATIO_PARTS_MISSING' });
    const own = await board('20001');
    expect(own['RATE']?.total).toMatchObject({ value: 50, numerator: null, completeness: 1 });
  });

  it('LAST joins nothing, MAX takes the largest', async () => {
    const { PLACE, TALLEST } = await board('10');
    expect(PLACE?.total.value).toBeNull();
    expect(TALLEST?.total.value).toBe(5);
  });

  it('takes only figures of the period', async () => {
    expect((await board('10', '2025-Q1'))['TEAMS']?.total.value).toBe(0);
    expect((await board('10', '2025'))['TEAMS']?.total.value).toBe(0);
    expect(await board('10', '2024')).toEqual({});
  });
});

it('a breakdown ranks what has a value and leaves the rest without a rank, last', async () => {
  const { TEAMS } = await board('10', '2026-Q1', 'COMMUNE');
  expect(TEAMS?.breakdown.map(({ unit, value, rank }) => [unit.code, value, rank])).toEqual([
    ['10002', 4, 1],
    ['10001', 3, 2],
    ['10003', null, null],
  ]);
});

describe('a target', () => {
  it('is the nearest unit’s for the period, and may be exceeded', async () => {
    await database.pool.query(`
      insert into target (code, indicator_code, unit_id, period, comparator, value, measure_unit, statement, source_id) values
        ('nation', 'TEAMS', 'VN', '2026-Q1', 'AT_LEAST', 20, 'TEAM', 'toàn quốc', 's'),
        ('province', 'TEAMS', '10', '2026-Q1', 'AT_LEAST', 5, 'TEAM', 'tỉnh', 's'),
        ('rank', 'PLACE', '10001', '2026-Q1', 'AT_MOST', 3, 'RANK', 'nhóm 3', 's'),
        ('unit', 'TALLEST', '10', '2026-Q1', 'AT_LEAST', 100, null, '100', 's')`);
    expect((await board('10'))['TEAMS']?.total.attainment).toBe(1.4);
    expect((await board('20'))['TEAMS']?.total).toMatchObject({ value: null, attainment: null });
  });

  it('of AT_MOST is attained by staying below', async () => {
    expect((await board('10001'))['PLACE']?.total.attainment).toBe(1.5);
  });

  it('without a unit of measure gives no attainment, but a warning', async () => {
    const { TALLEST } = await board('10');
    expect(TALLEST?.total.attainment).toBeNull();
    expect(TALLEST?.total.warnings).toContainEqual({ code: 'UNIT_UNKNOWN' });
  });
});

it('does not take the members of one level for all members', async () => {
  await database.pool.query(`
    insert into reported_figure (fact_key, unit_id, indicator_code, level, value, qualifier, as_of, source_id)
    select 'part ' || code || level, '20001', code, level::admin_level, value, 'EXACT', '2026-03-31', 's'
    from (values ('TEAMS', 'COMMUNE', 1), ('TEAMS', 'VILLAGE', 7), ('MEMBERS', 'VILLAGE', 45)) part (code, level, value)`);
  const { TEAMS, MEMBERS } = await board('20001');
  expect(TEAMS?.total.value).toBe(8);
  expect(MEMBERS?.total.value).toBeNull();
});

it('a breakdown in CURRENT borders is of the units of today', async () => {
  await database.pool.query(`
    insert into admin_unit (id, code, name, full_name, kind, level, parent_id, valid_from, search_text, source_id)
    values ('10004', '10004', '10004', '10004', 'XA', 'COMMUNE', '10', '2026-07-01', '10004', 's')`);
  await deriveUnitScopes(database);
  const codesOf = async (boundary: string) => {
    const { data } = await run(
      `query ($boundary: Boundary) { kpiBoard(unitCode: "10", period: "2026-Q1", breakdown: COMMUNE, boundary: $boundary) {
        rows { breakdown { unit { code } } } } }`,
      { boundary },
    );
    return data.kpiBoard.rows[0].breakdown.map(({ unit }: { unit: { code: string } }) => unit.code).sort();
  };
  expect(await codesOf('AS_REPORTED')).toEqual(['10001', '10002', '10003']);
  expect(await codesOf('CURRENT')).toEqual(['10001', '10002', '10003', '10004']);
});

it('refuses more than a hundred indicators at once and answers one asked for twice once', async () => {
  const ask = (codes: string[]) =>
    run(
      'query ($codes: [String!]) { kpiBoard(unitCode: "10", period: "2026-Q1", indicatorCodes: $codes) { rows { indicator { code } } } }',
      { codes },
    );
  const { errors } = await ask(Array.from({ length: 101 }, () => 'TEAMS'));
  expect(errors?.[0]?.extensions).toMatchObject({
    code: 'INPUT_INVALID',
    field: 'indicatorCodes',
    value: '101',
  });
  expect((await ask(['TEAMS', 'TEAMS'])).data.kpiBoard.rows).toHaveLength(1);
});
