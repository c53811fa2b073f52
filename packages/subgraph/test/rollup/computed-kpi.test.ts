import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Claims } from '../../src/auth/credential.ts';
import { foldAllDeltas } from '../../src/rollup/fold-deltas.ts';
import { officer } from '../support/people.ts';
import { makeCountry } from '../support/small-country.ts';
import { testSubgraph } from '../support/subgraph.ts';

const { run, database } = await testSubgraph('empty', '2026-05-22T03:00:00Z');
const db = database.pool;
await makeCountry(database, {
  units: [
    ...['VN NATION -', '10 PROVINCE VN', '10001 COMMUNE 10', '10002 COMMUNE 10'],
    ...['10003 COMMUNE 10 ..2025-06-30', '20 PROVINCE VN', '20001 COMMUNE 20', '20002 COMMUNE 20'],
  ],
  links: ['10003 -> 10001 PART 2025-07-01', '10003 -> 20001 PART 2025-07-01'],
  figures: ['10001 TEAMS 5 2026-03-31', '10001 TALLEST 7 2026-03-31', '10002 TALLEST 9+ 2026-03-31'],
});
await db.query(`
  insert into indicator (code, name_vi, name_en, unit, direction, aggregation, search_text, measure, denominator_measure, topic) values
    ('ACTIVITIES', 'x', 'x', 'ACTIVITY', 'HIGHER_IS_BETTER', 'SUM', 'x', 'VERIFIED_ACTIVITIES', null, null),
    ('ACTIVE', 'x', 'x', 'TEAM', 'HIGHER_IS_BETTER', 'SUM', 'x', 'ACTIVE_TEAMS', null, null),
    ('ACTIVE_RATE', 'x', 'x', 'PERCENT', 'HIGHER_IS_BETTER', 'RATIO_OF_SUMS', 'x', 'ACTIVE_TEAMS', 'TEAMS', null),
    ('REACHED', 'x', 'x', 'PERSON', 'HIGHER_IS_BETTER', 'SUM', 'x', 'REACHED', null, null),
    ('SUCCEEDED', 'x', 'x', 'PERSON', 'HIGHER_IS_BETTER', 'SUM', 'x', 'SUCCEEDED', null, null),
    ('SUCCESS_RATE', 'x', 'x', 'PERCENT', 'HIGHER_IS_BETTER', 'RATIO_OF_SUMS', 'x', 'SUCCEEDED', 'ASSISTED', null),
    ('REACHED_E_ID', 'x', 'x', 'PERSON', 'HIGHER_IS_BETTER', 'SUM', 'x', 'REACHED', null, 'E_ID')`);
await db.query(`update indicator set measure = code::computed_measure where code in ('TEAMS', 'MEMBERS')`);
await db.query(`update indicator set measure = 'REACHED' where code = 'TALLEST'`);

/** A team that works since a day, and its verified activities: `day topic reached/assisted/succeeded`, `-` is unknown. */
async function team(unit: string, activities: string[] = [], founded = '2025-01-01'): Promise<string> {
  const id = randomUUID();
  await db.query(
    `insert into team (id, code, name, kind, status, level, unit_id, founded_on, search_text)
     values ($1, $2, 'x', 'COMMUNITY', 'ACTIVE', 'VILLAGE', $3, $4, 'x')`,
    [id, `T-${id}`, unit, founded],
  );
  for (const activity of activities) {
    const [day, topic, counts] = activity.split(' ');
    const held = randomUUID();
    await db.query(
      `insert into activity (id, team_id, kind, status, title, starts_at) values ($1, $2, 'MEETING', 'VERIFIED', 'x', $3)`,
      [held, id, `${day}T01:00:00+07:00`],
    );
    const values = counts?.split('/').map((count) => (count === '-' ? null : Number(count))) ?? [];
    if (topic !== undefined) {
      await db.query(`insert into activity_outcome values ($1, $2, $3, $4, $5)`, [held, topic, ...values]);
    }
  }
  return id;
}

beforeAll(async () => {
  await team('10001', ['2026-03-01 E_ID 20/10/5', '2026-03-31 E_HEALTH 30/20/-', '2026-04-01 E_ID 8/8/8']);
  await team('10001');
  await team('10002', ['2026-03-15 E_ID -/-/-', '2026-03-16']);
  await team('10003', ['2026-03-20 E_ID 50/40/30']);
  await team('20002', [], '2026-05-01');
});

const PROVINCE = officer('PROVINCIAL_OFFICER', '10');

async function kpi(code: string, indicatorCode: string, period = '2026-Q1', as: Claims | null = PROVINCE) {
  const { data, errors } = await run(
    `query ($code: String!, $indicatorCode: String!, $period: Period!) {
      adminUnit(code: $code) { kpi(indicatorCode: $indicatorCode, period: $period) {
        value basis reported computed computedNumerator computedDenominator registered variance
        numerator denominator qualifier completeness warnings { code } } } }`,
    { code, indicatorCode, period },
    as === null ? {} : { as },
  );
  expect(errors).toBeUndefined();
  return data.adminUnit.kpi;
}

const UNKNOWN = { code: 'COUNTS_UNKNOWN' };
const UNALLOCATED = { code: 'ALLOCATION_UNKNOWN' };

// The same before and after the worker has folded what is pending.
describe.each(['pending', 'folded'])('computed from verified activities, %s', (state) => {
  beforeAll(async () => {
    if (state === 'folded') await foldAllDeltas(database);
    const { rows } = await db.query('select count(*)::int as count from kpi_delta');
    expect(rows[0].count === 0).toBe(state === 'folded');
  });

  it('counts activities on the days of Vietnam', async () => {
    expect(await kpi('10001', 'ACTIVITIES', '2026-03')).toMatchObject({ value: 2, basis: 'COMPUTED' });
    expect(await kpi('10001', 'ACTIVITIES', '2026-04')).toMatchObject({ value: 1 });
    expect(await kpi('10', 'ACTIVITIES', '2026-H1')).toMatchObject({ value: 6, warnings: [] });
  });

  it('counts an active team once, and tells how many of the teams are active', async () => {
    expect(await kpi('10001', 'ACTIVE')).toMatchObject({ computed: 1, completeness: 0.5 });
    const rate = await kpi('10001', 'ACTIVE_RATE');
    expect(rate).toMatchObject({
      computed: 50,
      computedNumerator: 1,
      computedDenominator: 2,
      qualifier: 'EXACT',
    });
  });

  it('adds what was counted and says that it is at least that', async () => {
    const exact = await kpi('10001', 'REACHED');
    expect(exact).toMatchObject({ computed: 50, qualifier: 'EXACT', warnings: [UNALLOCATED] });
    const least = await kpi('10001', 'SUCCEEDED');
    expect(least).toMatchObject({ computed: 5, qualifier: 'AT_LEAST', warnings: [UNKNOWN, UNALLOCATED] });
    expect(await kpi('10001', 'REACHED_E_ID')).toMatchObject({ computed: 20 });
  });

  it('divides only where both parts were counted', async () => {
    const rate = await kpi('10001', 'SUCCESS_RATE');
    expect(rate).toMatchObject({
      value: 50,
      numerator: 5,
      denominator: 10,
      qualifier: 'ABOUT',
      basis: 'COMPUTED',
    });
  });

  it('is null where nobody counted, and where no team was there; 0 where teams did nothing', async () => {
    expect(await kpi('10002', 'REACHED')).toMatchObject({ computed: null, value: null, warnings: [UNKNOWN] });
    expect(await kpi('10002', 'SUCCESS_RATE')).toMatchObject({ computed: null });
    expect(await kpi('20002', 'REACHED', '2026-Q1', officer('ADMINISTRATOR', 'VN'))).toMatchObject({
      computed: null,
    });
    expect(await kpi('20002', 'REACHED', '2026-Q2', officer('ADMINISTRATOR', 'VN'))).toMatchObject({
      computed: 0,
    });
    expect(await kpi('10001', 'REACHED', '2026-05')).toMatchObject({ computed: 0, basis: 'COMPUTED' });
    expect(await kpi('10001', 'REACHED', '2026-06')).toMatchObject({ computed: null, basis: null });
  });

  it('counts in the province, and in neither part, what a divided commune did', async () => {
    expect(await kpi('10', 'REACHED')).toMatchObject({ computed: 100, warnings: [UNKNOWN] });
    expect(await kpi('10001', 'ACTIVITIES')).toMatchObject({ computed: 2, warnings: [UNALLOCATED] });
  });

  it('stands beside what is reported, which is the value', async () => {
    const both = await kpi('10001', 'TALLEST');
    expect(both).toMatchObject({ value: 7, basis: 'REPORTED', reported: 7, computed: 50, variance: 43 });
    expect(await kpi('10002', 'TALLEST')).toMatchObject({ value: 9, qualifier: 'AT_LEAST', variance: null });
  });

  it('is for those whose scope has the unit, and null for all others', async () => {
    for (const as of [null, officer('PROVINCIAL_OFFICER', '20'), officer('COMMUNE_OFFICER', '10002')]) {
      const hidden = await kpi('10001', 'REACHED', '2026-Q1', as);
      expect(hidden).toMatchObject({ computed: null, value: null, completeness: 0, warnings: [] });
    }
    expect(await kpi('10001', 'REACHED', '2026-Q1', officer('COMMUNE_OFFICER', '10001'))).toMatchObject({
      computed: 50,
    });
  });

  it('makes rows of a board by the same statements for one unit and for many', async () => {
    const board = (breakdown: string | null, as: Claims | undefined) =>
      run(
        `query ($breakdown: AdminLevel) { kpiBoard(unitCode: "10", period: "2026-Q1", breakdown: $breakdown) {
          rows { indicator { code measure denominatorMeasure topic } total { computed } breakdown { unit { code } value rank } } } }`,
        { breakdown },
        { as },
      );
    const one = await board(null, PROVINCE);
    const many = await board('COMMUNE', PROVINCE);
    expect(many.statements.filter((name) => !one.statements.includes(name))).toEqual(['unitsBelow']);
    const codes = many.data.kpiBoard.rows.map((row: { indicator: { code: string } }) => row.indicator.code);
    expect(codes).toEqual([
      // MEMBERS is nothing but the warning that a unit lies only partly in the province.
      ...[
        'ACTIVE',
        'ACTIVE_RATE',
        'ACTIVITIES',
        'MEMBERS',
        'REACHED',
        'REACHED_E_ID',
        'SUCCEEDED',
        'SUCCESS_RATE',
      ],
      ...['TALLEST', 'TEAMS'],
    ]);
    const reached = many.data.kpiBoard.rows.find(
      (row: { indicator: { code: string } }) => row.indicator.code === 'REACHED',
    );
    expect(reached.breakdown).toEqual([
      { unit: { code: '10001' }, value: 50, rank: 1 },
      { unit: { code: '10002' }, value: null, rank: null },
    ]);
    const open = await board('COMMUNE', undefined);
    expect(open.data.kpiBoard.rows.map((row: { indicator: { code: string } }) => row.indicator.code)).toEqual(
      ['MEMBERS', 'TALLEST', 'TEAMS'],
    );
  });
});

it('the register stands beside what is reported, up to today', async () => {
  expect(await kpi('10001', 'TEAMS', '2026-Q1', null)).toMatchObject({
    ...{ value: 5, basis: 'REPORTED', reported: 5, registered: 2, variance: -3, computed: null },
  });
  expect(await kpi('10', 'TEAMS', '2026', null)).toMatchObject({ registered: 4 });
  const soon = await kpi('20002', 'TEAMS', '2026-Q2', null);
  expect(soon).toMatchObject({ value: 1, basis: 'REGISTERED', registered: 1, completeness: 1 });
  expect(await kpi('20002', 'TEAMS', '2026-Q3', null)).toMatchObject({ registered: null, value: null });
});
