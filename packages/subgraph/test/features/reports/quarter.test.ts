import sql from 'sql-template-tag';
import { afterEach, describe, expect, it } from 'vitest';
import { verifyLockedReports } from '../../../src/reports/verify-locked-reports.ts';
import { officer, person } from '../../support/people.ts';
import { sendWrites, type Written } from '../../support/send-write.ts';
import { testSubgraph } from '../../support/subgraph.ts';
import { addQuarter } from './quarter-work.ts';
import { lineOf, reportWrites, valuesOf } from './report-writes.ts';
import { addActivity, makeReportingCountry } from './reporting-country.ts';

/** The third quarter of 2026, reported from villages up to the nation, with two communes that became one in August. */
let now = '2026-08-10T03:00:00Z';
const { run, database, logged } = await testSubgraph('empty', () => now);
afterEach(() => expect(logged).toEqual([]));
await makeReportingCountry(database);
const on = (day: string) => {
  now = `${day}T03:00:00Z`;
};

const teams = await addQuarter(database);

const about = { templateCode: 'VILLAGE_SUPPORT', period: '2026-Q3' };
const nation = officer('ADMINISTRATOR', 'VN');
const province = officer('PROVINCIAL_OFFICER', '01');
const commune = (code: string) => officer('COMMUNE_OFFICER', code);
const [one, two, four] = [commune('00001'), commune('00002'), commune('00004')];
const leader1 = person(teams['v1']?.leaderId ?? '');
const leader2 = person(teams['v2']?.leaderId ?? '');

const writes = reportWrites(run);
const merger = sendWrites(run, { Merger: 'id version report { kind details }' });
const ids: Record<string, string> = {};
const digests = () =>
  database.rows<{ id: string; number: number; digest: string; now: string }>(sql`
    select report_id as id, number, digest, report_digest(report_id, number) as now from report_edition
    where locked_at is not null order by report_id, number`);

/** Submits a report and approves it as the one above does. */
async function carry(
  id: string,
  [filler, approver]: readonly [typeof one, typeof one],
  reason?: string,
): Promise<Written> {
  const { version } = await writes.read(filler, id);
  const submitted = await writes.submitReport(filler, {
    id,
    expectedVersion: version,
    ...(reason && { reason }),
  });
  expect(submitted).toMatchObject({ __typename: 'Report', status: 'SUBMITTED' });
  const approved = await writes.approveReport(approver, { id, expectedVersion: submitted.version });
  expect(approved).toMatchObject({ __typename: 'Report', status: 'APPROVED' });
  return approved;
}

describe('a quarter through four levels', () => {
  it('a report is opened while its period runs, and goes on with who oversees its unit after a merger', async () => {
    const opened = await writes.openReport(two, { ...about, unitCode: '00002' });
    expect(opened).toMatchObject({
      __typename: 'Report',
      status: 'DRAFT',
      dueOn: '2026-10-06',
      level: 'COMMUNE',
    });
    ids['00002'] = opened.id;
    expect(await writes.submitReport(two, { id: opened.id, expectedVersion: 1 })).toMatchObject({
      code: 'REPORT_TOO_EARLY',
    });

    on('2026-09-20');
    const merged = await merger('mergeUnits')(nation, {
      ...{ fromUnits: [{ code: '00002' }, { code: '00003' }], code: '00005', name: 'Mới', kind: 'XA' },
      ...{ effectiveOn: '2026-08-15', source: { title: 'Nghị quyết sáp nhập' } },
    });
    expect(merged).toMatchObject({ __typename: 'Merger' });
    expect(merged.report).toContainEqual({
      ...{ kind: 'REPORTS_CARRIED_ON', details: ['00002, 2026-Q3: VILLAGE_SUPPORT'] },
    });
    ids['merger'] = merged.id;

    on('2026-10-02');
    const five = commune('00005');
    const before = await writes.read(five, opened.id);
    expect(before).toMatchObject({
      ...{ isStale: true, isEditable: true, unit: { id: '00002' }, warnings: [{ code: 'UNIT_ENDED' }] },
      carriedOnBy: { id: 'commune:00005:2026-08-15' },
    });
    expect(await writes.submitReport(five, { id: opened.id, expectedVersion: 1 })).toMatchObject({
      code: 'REPORT_STALE',
    });
    const refreshed = await writes.refreshReport(five, { id: opened.id, expectedVersion: 1 });
    expect(refreshed).toMatchObject({
      ...{ isStale: false, version: 2, editions: [{ coversFrom: '2026-07-01', coversTo: '2026-08-14' }] },
    });
    expect(valuesOf(refreshed)).toMatchObject({
      VERIFIED_ACTIVITIES: 1,
      ASSISTED: 20,
      SUCCEEDED: 10,
      TEAMS: 1,
    });
    const corrected = await writes.correctReportValue(five, {
      ...{ id: opened.id, code: 'ASSISTED', value: 22, reason: 'Hai người ghi sổ giấy', expectedVersion: 2 },
    });
    expect(lineOf(corrected, 'ASSISTED')).toMatchObject({
      ...{ value: 22, filled: 20, origin: 'CORRECTED' },
      correction: { value: 22, replaces: 20, reason: 'Hai người ghi sổ giấy' },
    });
    await carry(opened.id, [five, province]);
  });

  it('the successor shows both halves, takes what its predecessor answered for, and counts nothing twice', async () => {
    const five = commune('00005');
    const opened = await writes.openReport(five, { ...about, unitCode: '00005' });
    ids['00005'] = opened.id;
    expect(lineOf(opened, 'ASSISTED')).toMatchObject({
      value: 22 + 7 + 6,
      parts: [
        { unit: { id: '00002' }, from: '2026-07-01', to: '2026-08-14', value: 22, reportId: ids['00002'] },
        { unit: { id: '00003' }, from: '2026-07-01', to: '2026-08-14', value: 7, reportId: null },
        {
          unit: { id: 'commune:00005:2026-08-15' },
          from: '2026-08-15',
          to: '2026-09-30',
          value: 6,
          reportId: null,
        },
      ],
    });
    expect(valuesOf(opened)).toMatchObject({ VERIFIED_ACTIVITIES: 4, TEAMS: 2, SUCCEEDED: 22 });
    await carry(opened.id, [five, province]);
  });

  it('a village is reported by the leader of its team, returned by the commune, mended and approved', async () => {
    expect(await writes.openReport(leader1, { ...about, unitId: 'v2' })).toMatchObject({
      code: 'NOT_PERMITTED',
    });
    const first = await writes.openReport(leader1, { ...about, unitId: 'v1' });
    expect(first).toMatchObject({
      status: 'DRAFT',
      dueOn: '2026-10-02',
      daysLate: 0,
      parentUnit: { id: '00001' },
    });
    expect(first.actions).toEqual(['SUBMIT']);
    const second = await writes.openReport(leader2, { ...about, unitId: 'v2' });
    const submitted = await writes.submitReport(leader2, { id: second.id, expectedVersion: 1 });
    expect(await writes.approveReport(leader2, { id: second.id, expectedVersion: 2 })).toMatchObject({
      code: 'NOT_PERMITTED',
    });
    const returned = await writes.returnReport(one, {
      ...{ id: second.id, expectedVersion: submitted.version, reason: 'Thiếu buổi ngày 20/8' },
    });
    expect(returned).toMatchObject({ status: 'RETURNED', version: 3 });
    expect(returned.trail).toMatchObject([
      { action: 'OPEN', from: null, to: 'DRAFT' },
      { action: 'SUBMIT', from: 'DRAFT', to: 'SUBMITTED' },
      { action: 'RETURN', from: 'SUBMITTED', to: 'RETURNED', reason: 'Thiếu buổi ngày 20/8' },
    ]);
    await carry(second.id, [leader2, one]);
    await carry(first.id, [leader1, one]);
    [ids['v1'], ids['v2']] = [first.id, second.id];
  });

  it('a commune gathers its villages and adds what its own team did, beside its register', async () => {
    const opened = await writes.openReport(one, { ...about, unitCode: '00001' });
    expect(lineOf(opened, 'ASSISTED')).toMatchObject({ value: 20, own: 20, variance: 0, origin: 'CHILDREN' });
    expect(lineOf(opened, 'SUCCESS_RATE')).toMatchObject({ value: 75, numerator: 15, denominator: 20 });
    expect(await writes.openReport(one, { ...about, unitCode: '00001' })).toMatchObject({
      ...{ code: 'REPORT_EXISTS', value: opened.id },
    });
    ids['00001'] = opened.id;
    await carry(opened.id, [one, province]);
  });

  it('a late commune is waived, then reports after all', async () => {
    on('2026-10-08');
    const before = await writes.progress(province, '01', about);
    expect(before).toMatchObject({
      dueOn: '2026-10-12',
      expected: 3,
      approved: 2,
      missing: 1,
      late: 1,
      waived: 0,
    });
    expect(before.children.find(({ unit }: Written) => unit.id === '00004')).toMatchObject({
      ...{ standing: 'MISSING', dueOn: '2026-10-06', daysLate: 2, submittedOn: null },
    });
    const opened = await writes.openReport(province, { ...about, unitCode: '01' });
    ids['01'] = opened.id;
    expect(await writes.submitReport(province, { id: opened.id, expectedVersion: 1 })).toMatchObject({
      ...{ code: 'REPORT_CHILDREN_OPEN', message: expect.stringContaining('00004') },
    });
    const asked = { ...about, unitCode: '00004', reason: 'Xã bị ngập' };
    expect(await writes.waiveReport(four, asked)).toMatchObject({ code: 'NOT_PERMITTED' });
    const waiver = await writes.waiveReport(province, asked);
    expect(waiver).toMatchObject({ __typename: 'ReportWaiver', unit: { id: '00004' }, reason: 'Xã bị ngập' });
    expect(await writes.waiveReport(province, asked)).toMatchObject({ code: 'REPORT_STATE' });
    expect(await writes.progress(province, '01', about)).toMatchObject({ missing: 0, waived: 1, late: 0 });
    const revoked = await writes.revokeWaiver(province, {
      id: waiver.id,
      expectedVersion: 1,
      reason: 'Xã đã gửi được',
    });
    expect(revoked).toMatchObject({ version: 2, revokedAt: expect.any(String) });

    const late = await writes.openReport(four, { ...about, unitCode: '00004' });
    expect(valuesOf(late)).toMatchObject({ ASSISTED: 3, VERIFIED_ACTIVITIES: 1 });
    ids['00004'] = late.id;
    expect(await carry(late.id, [four, province])).toMatchObject({ daysLate: 2, submittedOn: '2026-10-08' });
  });

  it('a province is filled from its communes’ approved values and its own team, and what it holds stands still', async () => {
    const id = ids['01'] ?? '';
    expect(await writes.submitReport(province, { id, expectedVersion: 1 })).toMatchObject({
      code: 'REPORT_STALE',
    });
    const filled = await writes.refreshReport(province, { id, expectedVersion: 1 });
    expect(lineOf(filled, 'ASSISTED')).toMatchObject({
      ...{ value: 20 + 35 + 3 + 2, own: 58, variance: -2, completeness: 1, origin: 'CHILDREN' },
    });
    const submitted = await writes.submitReport(province, { id, expectedVersion: 2 });
    expect(submitted).toMatchObject({ status: 'SUBMITTED', submittedOn: '2026-10-08', daysLate: 0 });
    expect(
      await writes.returnReport(province, { id: ids['00004'], expectedVersion: 3, reason: 'Xem lại' }),
    ).toMatchObject({ code: 'REPORT_PARENT_CLOSED' });
    expect(await writes.discardReport(province, { id, expectedVersion: submitted.version })).toMatchObject({
      code: 'REPORT_STATE',
    });
    expect(await writes.approveReport(nation, { id, expectedVersion: submitted.version })).toMatchObject({
      status: 'APPROVED',
    });
  });

  it('the nation goes up with a waiver for a province of which nothing is known', async () => {
    const waiver = await writes.waiveReport(nation, { ...about, unitCode: '02', reason: 'Chưa triển khai' });
    expect(waiver.__typename).toBe('ReportWaiver');
    const opened = await writes.openReport(nation, { ...about, unitCode: 'VN' });
    ids['VN'] = opened.id;
    expect(lineOf(opened, 'ASSISTED')).toMatchObject({
      ...{ value: 60, completeness: 0.5, warnings: [{ code: 'UNITS_NOT_REPORTING' }] },
    });
    expect(opened.children).toMatchObject([
      { unit: { id: '01' }, standing: 'APPROVED' },
      { unit: { id: '02' }, standing: 'WAIVED', waiver: { reason: 'Chưa triển khai' } },
    ]);
    // Nobody is above the nation: whoever submits it approves it.
    await carry(opened.id, [nation, nation]);
  });

  it('who was done without comes too late for a report that has gone up, and is not shown as if it were in it', async () => {
    const late = officer('PROVINCIAL_OFFICER', '02');
    const commune = await writes.waiveReport(late, {
      ...about,
      unitCode: '00021',
      reason: 'Chưa triển khai',
    });
    expect(commune.__typename).toBe('ReportWaiver');
    const opened = await writes.openReport(late, { ...about, unitCode: '02' });
    const sent = await writes.submitReport(late, {
      id: opened.id,
      expectedVersion: 1,
      reason: 'Không có số',
    });
    expect(
      await writes.approveReport(nation, { id: opened.id, expectedVersion: sent.version }),
    ).toMatchObject({
      ...{ code: 'REPORT_PARENT_CLOSED', value: 'APPROVED' },
    });
    expect((await writes.progress(nation, 'VN', about)).children).toMatchObject([
      { unit: { id: '01' }, standing: 'APPROVED' },
      { unit: { id: '02' }, standing: 'WAIVED' },
    ]);
  });

  it('a lock takes all levels below along, and nothing moves what was locked', async () => {
    const { version } = await writes.read(nation, ids['VN'] ?? '');
    const locked = await writes.lockReport(nation, { id: ids['VN'], expectedVersion: version });
    expect(locked).toMatchObject({
      status: 'LOCKED',
      editions: [{ digest: expect.stringMatching(/^[0-9a-f]{64}$/) }],
    });
    const sealed = await digests();
    // Also that of the unit that had ended, which its successor's holds.
    expect(sealed).toHaveLength(8);

    await addActivity(database, teams['v1']?.id ?? '', '2026-07-06', [1000, 1000]);
    await database.pool.query(`update activity_outcome set assisted = 99, succeeded = 1`);
    await database.pool.query(`update indicator set name_vi = 'Tên khác' where code = 'ASSISTED'`);
    const merged = await merger('mergeUnits')(nation, {
      ...{ fromUnits: [{ code: '00001' }, { code: '00004' }], code: '00006', name: 'Sau', kind: 'XA' },
      ...{ effectiveOn: '2026-09-15', source: { title: 'Nghị quyết khác' } },
    });
    expect(merged.__typename).toBe('Merger');
    const after = await digests();
    expect(after).toEqual(sealed);
    expect(after.every(({ digest, now }) => digest === now)).toBe(true);
    expect(valuesOf(await writes.read(nation, ids['VN'] ?? ''))).toMatchObject({ ASSISTED: 60 });
    await merger('undoMerger')(nation, { id: merged.id, expectedVersion: 1, reason: 'Thử' });
  });

  it.each([
    `update report_value set value = 1 where report_id = $1`,
    `delete from report_value where report_id = $1`,
    `insert into report_value select * from report_value where report_id = $1`,
    `update report_edition set digest = 'x' where report_id = $1`,
    `delete from report_edition where report_id = $1`,
    `update report_step set reason = 'x' where report_id = $1`,
    `delete from report_step where report_id = $1`,
  ])('the database itself refuses: %s', async (statement) => {
    await expect(database.pool.query(statement, [ids['VN']])).rejects.toThrow(/locked|keeps/);
  });

  it('is reopened from the top, as a new edition beside the old one', async () => {
    const reopen = async (unit: string, as: typeof nation) => {
      const { version } = await writes.read(nation, ids[unit] ?? '');
      return writes.reopenReport(as, {
        id: ids[unit],
        expectedVersion: version,
        reason: 'Số của 00004 ghi nhầm',
      });
    };
    expect(await reopen('00004', province)).toMatchObject({ code: 'REPORT_PARENT_CLOSED' });
    expect(await reopen('01', nation)).toMatchObject({ code: 'REPORT_PARENT_CLOSED' });
    expect(await reopen('VN', nation)).toMatchObject({ status: 'DRAFT', edition: 2 });
    expect(await reopen('01', nation)).toMatchObject({ status: 'DRAFT', edition: 2 });
    const opened = await reopen('00004', province);
    expect(opened).toMatchObject({ status: 'DRAFT', edition: 2, submittedOn: '2026-10-08' });
    const corrected = await writes.correctReportValue(four, {
      ...{ id: opened.id, code: 'ASSISTED', value: 5, reason: 'Ghi nhầm', expectedVersion: opened.version },
    });
    expect(valuesOf(corrected)).toMatchObject({ ASSISTED: 5 });
    await carry(opened.id, [four, province]);
    for (const [unit, people] of [
      ['01', [province, nation]],
      ['VN', [nation, nation]],
    ] as const) {
      const { version } = await writes.read(nation, ids[unit] ?? '');
      await writes.refreshReport(people[0], { id: ids[unit], expectedVersion: version });
      await carry(ids[unit] ?? '', people);
    }
    const { version } = await writes.read(nation, ids['VN'] ?? '');
    const locked = await writes.lockReport(nation, { id: ids['VN'], expectedVersion: version });
    expect(valuesOf(locked)).toMatchObject({ ASSISTED: 159 });
    const { data } = await run(
      `query ($id: ID!) { report(id: $id) { editions { number lockedAt tables { values { code value } } } trail { action } } }`,
      { id: ids['VN'] },
      { as: nation },
    );
    expect(
      data.report.editions.map((edition: Written) => [edition.number, valuesOf(edition)['ASSISTED']]),
    ).toEqual([
      [2, 159],
      [1, 60],
    ]);
    expect(data.report.trail.map(({ action }: { action: string }) => action)).toEqual([
      ...['OPEN', 'SUBMIT', 'APPROVE', 'LOCK', 'REOPEN', 'SUBMIT', 'APPROVE', 'LOCK'],
    ]);
    const sealed = await digests();
    expect(sealed).toHaveLength(11);
    expect(sealed.every(({ digest, now }) => digest === now)).toBe(true);
  });

  it('whoever goes around the triggers is found', async () => {
    expect(await verifyLockedReports({ db: database })).toEqual({ editions: 11, faults: [] });
    await database.pool.query('alter table report_value disable trigger report_value_guard');
    await database.pool.query('alter table report_edition disable trigger report_edition_kept');
    const change = (statement: string) => database.pool.query(statement, [ids['VN']]);
    await change(
      `update report_value set value = 61 where report_id = $1 and edition = 1 and code = 'ASSISTED'`,
    );
    await change(
      `update report_edition set digest = report_digest(report_id, 1) where report_id = $1 and number = 2`,
    );
    const { faults } = await verifyLockedReports({ db: database });
    expect(faults).toEqual([
      { kind: 'VALUES_DIFFER', reportId: ids['VN'], edition: 1 },
      { kind: 'DIGEST_DIFFERS', reportId: ids['VN'], edition: 2 },
    ]);
    await database.pool.query('alter table report_value enable trigger report_value_guard');
    await database.pool.query('alter table report_edition enable trigger report_edition_kept');
  });

  it('a merger is not undone under the reports of what it made, and the reason is said', async () => {
    expect(
      await merger('undoMerger')(nation, { id: ids['merger'], expectedVersion: 1, reason: 'Thử' }),
    ).toMatchObject({
      code: 'UNDO_BLOCKED',
      message: expect.stringContaining('báo cáo Quý III/2026 của Xã Mới'),
    });
  });
});
