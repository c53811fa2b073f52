import { describe, expect, it } from 'vitest';
import { readReportOnPaper } from '../../../src/reports/paper/report-facts-on-paper.ts';
import { requireReportSeen } from '../../../src/reports/report-access.ts';
import { officer } from '../../support/people.ts';
import { sendWrites } from '../../support/send-write.ts';
import { testSubgraph } from '../../support/subgraph.ts';
import { lineOf, reportWrites, valuesOf } from './report-writes.ts';
import { addActivity, addTeam, makeReportingCountry } from './reporting-country.ts';

/** What reports are filled with, in a country whose second quarter of 2026 is over. */
const { run, database, subgraph } = await testSubgraph('empty', '2026-07-06T03:00:00Z');
await makeReportingCountry(database);
const writes = reportWrites(run);
const about = { templateCode: 'TEAM_ACTIVITY', period: '2026-Q2' };
const nation = officer('ADMINISTRATOR', 'VN');
const province = officer('PROVINCIAL_OFFICER', '01');
const commune = (code: string) => officer('COMMUNE_OFFICER', code);
const measure = sendWrites(run, { UnitFigure: 'id' })('recordMeasurement');
const figure = {
  asOf: '2026-06-30',
  period: '2026-Q2',
  qualifier: 'EXACT',
  source: { title: 'Sổ theo dõi' },
};

const teams = {
  one: await addTeam(database, '00001'),
  two: await addTeam(database, '00002'),
};
await addActivity(database, teams.one.id, '2026-05-05', [10, 6]);
await addActivity(database, teams.one.id, '2026-05-06', [null, null]);
await addActivity(database, teams.two.id, '2026-06-06', [30, 3]);

async function approved(code: string) {
  const opened = await writes.openReport(commune(code), { ...about, unitCode: code });
  const submitted = await writes.submitReport(commune(code), {
    ...{ id: opened.id, expectedVersion: opened.version, reason: 'Đã kiểm tra' },
  });
  return writes.approveReport(province, { id: opened.id, expectedVersion: submitted.version });
}

describe('a report of a unit that nobody reports to', () => {
  it('is filled from the register, activities and figures; what nobody knows is null', async () => {
    await measure(commune('00001'), {
      ...figure,
      unitCode: '00001',
      indicatorCode: 'ONLINE_SERVICE_ACCOUNTS',
      value: 40,
    });
    await measure(commune('00001'), {
      ...{ ...figure, unitCode: '00001', indicatorCode: 'ONLINE_DOSSIER_RATE', value: 80 },
      ...{ numerator: 80, denominator: 100 },
    });
    const report = await writes.openReport(commune('00001'), { ...about, unitCode: '00001' });
    expect(valuesOf(report)).toMatchObject({
      ...{ TEAMS: 1, MEMBERS: 1, ACTIVE_TEAMS: 1, ACTIVE_TEAM_RATE: 100, VERIFIED_ACTIVITIES: 2 },
      ...{ ASSISTED: 10, SUCCESS_RATE: 60, ONLINE_SERVICE_ACCOUNTS: 40, ONLINE_DOSSIER_RATE: 80 },
      ...{ DTI_RANK: null, REACHED: null },
    });
    expect(lineOf(report, 'ASSISTED')).toMatchObject({
      origin: 'COMPUTED',
      warnings: [{ code: 'COUNTS_UNKNOWN' }],
    });
    expect(lineOf(report, 'ONLINE_DOSSIER_RATE')).toMatchObject({
      origin: 'MEASURED',
      numerator: 80,
      denominator: 100,
    });
  });

  it('takes 0 only where teams worked, and is not submitted without a word on what is missing', async () => {
    const empty = await writes.openReport(commune('00003'), { ...about, unitCode: '00003' });
    expect(valuesOf(empty)).toMatchObject({ TEAMS: null, ASSISTED: null });
    expect(empty.completeness).toBe(0);
    const asked = { id: empty.id, expectedVersion: 1 };
    expect(await writes.submitReport(commune('00003'), asked)).toMatchObject({
      ...{ code: 'REPORT_INCOMPLETE', field: 'reason', value: '5' },
    });
    expect(await writes.submitReport(commune('00003'), { ...asked, reason: 'Chưa có tổ' })).toMatchObject({
      status: 'SUBMITTED',
    });
    await addTeam(database, '00004');
    const idle = await writes.openReport(commune('00004'), { ...about, unitCode: '00004' });
    expect(valuesOf(idle)).toMatchObject({
      TEAMS: 1,
      ASSISTED: 0,
      VERIFIED_ACTIVITIES: 0,
      SUCCESS_RATE: null,
    });
  });

  it('is corrected with a reason, refreshed beneath it, and stands again when the correction is taken back', async () => {
    const { data } = await run(
      `{ reports(unitCode: "00004") { nodes { id version } } }`,
      {},
      { as: commune('00004') },
    );
    const [{ id }] = data.reports.nodes;
    const correct = (input: object, expectedVersion: number) =>
      writes.correctReportValue(commune('00004'), { id, reason: 'Sổ giấy', expectedVersion, ...input });
    expect(await correct({ code: 'ASSISTED', value: 12 }, 1)).toMatchObject({ version: 2 });
    expect(await correct({ code: 'SUCCESS_RATE', numerator: 9, denominator: 12 }, 2)).toMatchObject({
      version: 3,
    });
    expect(await correct({ code: 'ASSISTED', value: 1.5 }, 3)).toMatchObject({
      code: 'COUNT_INVALID',
      field: 'value',
    });
    expect(await correct({ code: 'ASSISTED', numerator: 1, denominator: 2 }, 3)).toMatchObject({
      field: 'numerator',
    });
    expect(await correct({ code: 'SUCCESS_RATE', numerator: 1 }, 3)).toMatchObject({ field: 'denominator' });
    const parts = { code: 'SUCCESS_RATE', numerator: 2, denominator: 3 };
    expect(await correct({ ...parts, value: 60 }, 3)).toMatchObject({
      ...{ code: 'INPUT_INVALID', field: 'value', message: expect.stringContaining('66,67') },
    });
    expect(await correct({ code: 'ASSISTED', value: 13 }, 2)).toMatchObject({
      code: 'VERSION_CONFLICT',
      currentVersion: 3,
    });
    await addActivity(database, (await addTeam(database, '00004')).id, '2026-04-04', [5, 5]);
    const refreshed = await writes.refreshReport(commune('00004'), { id, expectedVersion: 3 });
    expect(lineOf(refreshed, 'ASSISTED')).toMatchObject({
      ...{ value: 12, filled: 5, origin: 'CORRECTED', variance: -7 },
      correction: { value: 12, replaces: 0 },
    });
    expect(lineOf(refreshed, 'SUCCESS_RATE')).toMatchObject({ value: 75, filled: 100 });
    const back = await correct({ code: 'ASSISTED' }, 4);
    expect(lineOf(back, 'ASSISTED')).toMatchObject({ value: 5, origin: 'COMPUTED', correction: null });
  });
});

describe('a report that is gathered', () => {
  it('adds sums, never averages rates, and joins no ranks', async () => {
    for (const [code, parts] of [
      ['00001', null],
      ['00002', { value: 50, numerator: 100, denominator: 200 }],
    ] as const) {
      if (parts !== null)
        await measure(commune(code), {
          ...figure,
          unitCode: code,
          indicatorCode: 'ONLINE_DOSSIER_RATE',
          ...parts,
        });
      await measure(commune(code), { ...figure, unitCode: code, indicatorCode: 'DTI_RANK', value: 3 });
    }
    await measure(province, { ...figure, unitCode: '01', indicatorCode: 'DTI_RANK', value: 7 });
    const { data } = await run(
      `{ reports(unitCode: "00001") { nodes { id version } } }`,
      {},
      { as: province },
    );
    const [{ id, version }] = data.reports.nodes;
    const filled = await writes.refreshReport(commune('00001'), { id, expectedVersion: version });
    const sent = await writes.submitReport(commune('00001'), { id, expectedVersion: filled.version });
    await writes.approveReport(province, { id, expectedVersion: sent.version });
    await approved('00002');
    const report = await writes.openReport(province, { ...about, unitCode: '01' });
    expect(valuesOf(report)).toMatchObject({
      ...{ ASSISTED: 40, TEAMS: 2, SUCCESS_RATE: 22.5, ONLINE_SERVICE_ACCOUNTS: 40 },
      ...{ ONLINE_DOSSIER_RATE: 60, DTI_RANK: 7 },
    });
    expect(lineOf(report, 'ASSISTED')).toMatchObject({
      ...{ completeness: 0.5, own: 45, variance: 5, warnings: [{ code: 'UNITS_NOT_REPORTING' }] },
    });
    expect(lineOf(report, 'DTI_RANK')).toMatchObject({ origin: 'MEASURED' });
  });

  it('says so where a rate below has no parts to be joined by', async () => {
    const of = async (unitCode: string, level: string) => {
      const { data } = await run(
        `{ reports(unitCode: "${unitCode}", level: ${level}) { nodes { id version } } }`,
        {},
        { as: province },
      );
      return data.reports.nodes[0];
    };
    const below = await of('00002', 'COMMUNE');
    const [two, about] = [commune('00002'), { id: below.id }];
    await writes.returnReport(province, { ...about, expectedVersion: below.version, reason: 'x' });
    const corrected = await writes.correctReportValue(two, {
      ...{ ...about, expectedVersion: below.version + 1, code: 'SUCCESS_RATE', value: 70, reason: 'Sổ giấy' },
    });
    await writes.submitReport(two, { ...about, expectedVersion: corrected.version });
    await writes.approveReport(province, { ...about, expectedVersion: corrected.version + 1 });
    const above = await of('01', 'PROVINCE');
    const filled = await writes.refreshReport(province, { id: above.id, expectedVersion: above.version });
    expect(lineOf(filled, 'SUCCESS_RATE')).toMatchObject({
      ...{ origin: 'COMPUTED', warnings: [{ code: 'COUNTS_UNKNOWN' }, { code: 'RATIO_PARTS_MISSING' }] },
    });
  });

  it('is read for paper in one call, with the same numbers', async () => {
    const { data } = await run(
      `{ reports(unitCode: "01", level: PROVINCE) { nodes { id } } }`,
      {},
      { as: province },
    );
    const ctx = await subgraph.contextOf();
    ctx.credential = { kind: 'VERIFIED', claims: province };
    const report = await requireReportSeen(ctx, data.reports.nodes[0].id);
    const printed = await readReportOnPaper(ctx, report, null);
    expect(printed).toMatchObject({
      ...{ unit: { id: '01' }, parent: { id: 'VN' }, edition: { number: 1 } },
      children: [
        { unitName: '00001', standing: 'APPROVED', daysLate: 1 },
        { unitName: '00002', standing: 'APPROVED', daysLate: 1 },
        { unitName: '00003', standing: 'SUBMITTED' },
        { unitName: '00004', standing: 'DRAFT' },
      ],
    });
    expect(printed.values.find(({ code }) => code === 'ASSISTED')).toMatchObject({ value: 40 });
    await expect(readReportOnPaper(ctx, report, 2)).rejects.toMatchObject({ code: 'REPORT_NOT_FOUND' });
  });
});

describe('a report that is locked', () => {
  it('keeps its figures when they are corrected afterwards', async () => {
    const { data } = await run(
      `{ reports(unitCode: "00001", level: COMMUNE) { nodes { id version status } } }`,
      {},
      { as: province },
    );
    const [{ id, version, status }] = data.reports.nodes;
    expect(status).toBe('APPROVED');
    const locked = await writes.lockReport(province, { id, expectedVersion: version });
    const [edition] = locked.editions;
    const corrected = await measure(commune('00001'), {
      ...{ ...figure, unitCode: '00001', indicatorCode: 'ONLINE_SERVICE_ACCOUNTS', value: 400 },
      ...{ expectedVersion: 1, reason: 'Ghi thiếu số 0' },
    });
    expect(corrected.__typename).toBe('UnitFigure');
    const after = await writes.read(province, id);
    expect(after.editions).toEqual([edition]);
    expect(valuesOf(after)).toMatchObject({ ONLINE_SERVICE_ACCOUNTS: 40 });
    const { rows } = await database.pool.query('select report_digest($1, 1) as digest', [id]);
    expect(rows).toEqual([{ digest: edition.digest }]);
  });
});

describe('who may do what', () => {
  it.each([
    ['an officer of another commune', commune('00002'), 'NOT_PERMITTED'],
    ['an officer of another province', officer('PROVINCIAL_OFFICER', '02'), 'NOT_PERMITTED'],
  ])('%s opens nothing here', async (_, as, code) => {
    expect(await writes.openReport(as, { ...about, period: '2026-05', unitCode: '00001' })).toMatchObject({
      code,
    });
  });

  it('a province fills its communes’ reports, but does not approve what it submitted itself', async () => {
    const opened = await writes.openReport(province, { ...about, period: '2026-05', unitCode: '00001' });
    const sent = await writes.submitReport(province, {
      id: opened.id,
      expectedVersion: 1,
      reason: 'Thay xã',
    });
    expect(
      await writes.approveReport(province, { id: opened.id, expectedVersion: sent.version }),
    ).toMatchObject({
      code: 'REPORT_OWN',
    });
    const other = officer('PROVINCIAL_OFFICER', '01');
    expect(await writes.approveReport(other, { id: opened.id, expectedVersion: sent.version })).toMatchObject(
      {
        status: 'APPROVED',
      },
    );
  });

  it.each([
    ['a template that is not there', { templateCode: 'KHAC' }, 'REPORT_TEMPLATE_NOT_FOUND'],
    [
      'a level that does not report by it',
      { templateCode: 'VILLAGE_SUPPORT', period: '2026-H1' },
      'REPORT_NOT_OF_UNIT',
    ],
    ['a period that has not begun', { period: '2026-Q4' }, 'REPORT_TOO_EARLY'],
    ['a period before any template', { period: '2022' }, 'REPORT_TEMPLATE_NOT_FOUND'],
    ['a unit named twice', { unitId: '00001' }, 'INPUT_INVALID'],
    [
      'a unit that did not stand then',
      { period: '2024-Q1', unitCode: null, unitId: '00001' },
      'UNIT_NOT_FOUND',
    ],
  ])('%s is refused', async (_, input, code) => {
    expect(await writes.openReport(nation, { ...about, unitCode: '00001', ...input })).toMatchObject({
      code,
    });
  });
});

describe('lists', () => {
  it('are empty for what no template is called, and refuse what is no period', async () => {
    const ask = `query ($templateCode: String, $period: Period) { reports(templateCode: $templateCode, period: $period) { totalCount } }`;
    const none = await run(ask, { templateCode: 'a\0b' }, { as: nation });
    expect(none).toMatchObject({ errors: undefined, data: { reports: { totalCount: 0 } } });
    const { errors } = await run(ask, { period: '2026-13' }, { as: nation });
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'PERIOD_INVALID', field: 'period' });
  });

  it('cost the same statements for few reports and for many', async () => {
    for (const period of ['2026-01', '2026-02', '2026-03', '2026-04']) {
      for (const code of ['00001', '00002', '00003', '01'])
        await writes.openReport(nation, { ...about, period, unitCode: code });
    }
    const ask = `query ($first: Int!) { reports(first: $first) { totalCount nodes { status dueOn daysLate completeness isStale
      isEditable actions unit { fullName } parentUnit { fullName } carriedOnBy { id } template { name lines { code } }
      tables { values { value parts { unit { id } } } } trail { action } editions { number } warnings { code }
      children { standing unit { fullName } report { status } waiver { reason } } } } }`;
    const few = await run(ask, { first: 9 }, { as: nation });
    const many = await run(ask, { first: 20 }, { as: nation });
    expect(few.errors).toBeUndefined();
    expect(many.data.reports.nodes.length).toBeGreaterThan(15);
    const own = (statements: string[]) => [...new Set(statements)].sort();
    expect(own(many.statements)).toEqual(own(few.statements));
    expect(many.statements.length - few.statements.length).toBeLessThanOrEqual(1);
  });
});
