import sql from 'sql-template-tag';
import { describe, expect, it } from 'vitest';
import { testDatabase } from '../support/database.ts';

const db = await testDatabase('loaded');

describe('targets', () => {
  it('leaves the value of an ambiguous target open and keeps both readings', async () => {
    const rows = await db.rows(sql`
      select value, readings::float8[] as readings from target where code = 'QT-CAM-LO-ONLINE-PAYMENT'`);
    expect(rows).toEqual([{ value: null, readings: [12.8, 32.9] }]);
  });

  it('has the six of Quảng Ninh for 2022, one without a unit of measure', async () => {
    const rows = await db.rows<{ value: number; measureUnit: string | null }>(sql`
      select value::float8 as value, measure_unit as "measureUnit" from target
      where unit_id = 'province:22' and period = '2022' order by measure_unit nulls last`);
    expect(rows.map((row) => row.measureUnit)).toEqual([
      'PERCENT',
      'PERCENT',
      'PERCENT',
      'PERCENT',
      'PERCENT',
      null,
    ]);
    expect(rows.map((row) => row.value)).toEqual([100, 100, 100, 100, 100, 100]);
  });

  it('joins the rates of Đà Nẵng to the national targets of 2023', async () => {
    const rows = await db.rows(sql`
      select figure.value::float8 as value, target.value::float8 as target, unit.code as unit, target.period
      from reported_figure figure
      join target on target.code = figure.target_code
      join admin_unit unit on unit.id = target.unit_id
      where figure.unit_id = 'province:48' order by figure.value desc`);
    expect(rows).toEqual([
      { value: 96, target: 80, unit: 'VN', period: '2023' },
      { value: 94, target: 60, unit: 'VN', period: '2023' },
    ]);
  });

  it('has the goals of Bến Tre for 2025 by level', async () => {
    const rows = await db.rows(sql`
      select level, value::float8 as value from target
      where indicator_code = 'E_PROCESSED_FILES_RATE' and period = '2025' order by value desc`);
    expect(rows).toEqual([
      { level: 'PROVINCE', value: 90 },
      { level: 'DISTRICT', value: 80 },
      { level: 'COMMUNE', value: 60 },
    ]);
  });
});

describe('rules, models, means', () => {
  it.each([
    ['QT-COMMUNE-SIZE', 5, 5],
    ['QT-VILLAGE-SIZE', 5, 8],
    ['BT-DAI-DIEN-VILLAGE-SIZE', 5, 10],
    ['DN-TEAM-SIZE', 7, null],
    ['DN-2025-TEAM-SIZE', 7, null],
    ['VN-793-VILLAGE-SIZE', 3, null],
  ])('asks for the team size of %s', async (code, min, max) => {
    expect(await db.rows(sql`select min, max from team_rule where code = ${code}`)).toEqual([{ min, max }]);
  });

  it('asks in Đà Nẵng for a village head as leader and five kinds of members', async () => {
    const rows = await db.rows<{ asks: string }>(sql`
      select requirement || ' ' || affiliation as asks from team_rule
      where unit_id = 'province:48' and affiliation is not null order by affiliation::text`);
    expect(rows.map((row) => row.asks)).toEqual([
      'AFFILIATION_PRESENT AREA_POLICE',
      'AFFILIATION_PRESENT FARMERS_UNION',
      'AFFILIATION_PRESENT SKILLED_RESIDENT',
      'LEADER_AFFILIATION VILLAGE_HEAD',
      'AFFILIATION_PRESENT WOMEN_UNION',
      'AFFILIATION_PRESENT YOUTH_UNION',
    ]);
  });

  it('has three models of Đà Nẵng, one adopted by 106 of 106 teams of An Hải Bắc', async () => {
    expect(await db.rows(sql`select code from operating_model order by code`)).toHaveLength(3);
    expect(
      await db.rows(sql`
        select model_code as model, unit.code as unit, adopted, total
        from model_adoption join admin_unit unit on unit.id = unit_id`),
    ).toEqual([{ model: 'DN-HO-TRO-LUU-DONG', unit: '20272', adopted: 106, total: 106 }]);
  });

  it('pays by Resolution 36 until the end of 2025 and by Resolution 26 from 2026 on', async () => {
    const on = (day: string) =>
      db.rows(sql`
        select basis, amount_vnd as amount from funding_rule
        where valid_from <= ${day} and valid_to >= ${day} order by amount_vnd desc`);
    expect(await on('2025-12-31')).toEqual([
      { basis: 'TEAM_YEAR', amount: 3_000_000 },
      { basis: 'PERSON_DAY', amount: 50_000 },
    ]);
    expect(await on('2026-01-01')).toEqual([
      { basis: 'TEAM_MONTH', amount: 300_000 },
      { basis: 'PERSON_DAY', amount: 50_000 },
    ]);
  });

  it('has eight materials of Quảng Ninh, and free data for two of each of 1,473 teams', async () => {
    expect(await db.rows(sql`select code from material where unit_id = 'province:22'`)).toHaveLength(8);
    const [free] = await db.rows<{ slots: number }>(sql`
      select min_recipients_per_team * teams.value::int as slots
      from benefit_programme
      join reported_figure teams on teams.unit_id = benefit_programme.unit_id
        and teams.indicator_code = 'TEAMS' and teams.team_kind is null
      where benefit_programme.code = 'QN-2022-FREE-DATA'`);
    expect(free?.slots).toBe(2946);
  });

  it('has five training partners of Hà Giang', async () => {
    const [training] = await db.rows<{ partners: string[] }>(
      sql`select partners from training where code = 'HG-2022-TEAM-TRAINING'`,
    );
    expect(training?.partners).toHaveLength(5);
  });

  it('puts villages, which have no code, under the commune of their day', async () => {
    expect(
      await db.rows(sql`
        select village.full_name as name, village.code, parent.full_name as parent, village.valid_to as "validTo"
        from admin_unit village join admin_unit parent on parent.id = village.parent_id
        where village.level = 'VILLAGE' and village.name in ('Tà Lang', 'Đông Xuân 3') order by village.name`),
    ).toEqual([
      { name: 'Thôn Tà Lang', code: null, parent: 'Xã Hòa Bắc', validTo: '2025-06-30' },
      { name: 'Khu dân cư Đông Xuân 3', code: null, parent: 'Phường An Khê', validTo: '2025-06-30' },
    ]);
  });

  it('has dated definitions of the digital transformation index side by side', async () => {
    const rows = await db.rows<{ definition: string }>(sql`
      select definition from indicator_version where indicator_code = 'DTI_RANK' order by version desc`);
    expect(rows.map((row) => /(\d+) chỉ số thành phần/.exec(row.definition)?.[1])).toEqual(['98', '47']);
  });
});
