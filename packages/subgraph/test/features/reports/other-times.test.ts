import { randomUUID } from 'node:crypto';
import sql from 'sql-template-tag';
import { afterEach, describe, expect, it } from 'vitest';
import { loadCalendar } from '../../../src/calendar/load-calendar.ts';
import { officer } from '../../support/people.ts';
import { sendWrites } from '../../support/send-write.ts';
import { testSubgraph } from '../../support/subgraph.ts';
import { lineOf, reportWrites, valuesOf } from './report-writes.ts';
import { addActivity, addTeam, makeReportingCountry } from './reporting-country.ts';

/** Former units, mergers that are undone, and two officers at once. */
const { run, database, logged } = await testSubgraph('empty', '2026-07-06T03:00:00Z');
afterEach(() => expect(logged).toEqual([]));
await makeReportingCountry(database, [
  'VN NATION -',
  '01@old PROVINCE VN ..2025-06-30',
  '001 DISTRICT 01@old ..2025-06-30',
  '00001@old COMMUNE 001 ..2025-06-30',
  '01 PROVINCE VN 2025-07-01..',
  ...['00001', '00002', '00003'].map((code) => `${code} COMMUNE 01 2025-07-01..`),
]);
const writes = reportWrites(run);
const merger = sendWrites(run, { Merger: 'id version' });
const about = { templateCode: 'TEAM_ACTIVITY', period: '2026-Q2' };
const nation = officer('ADMINISTRATOR', 'VN');
const province = officer('PROVINCIAL_OFFICER', '01');
const two = await addTeam(database, '00002');
await addActivity(database, two.id, '2026-04-10', [4, 2]);
await addActivity(database, two.id, '2026-06-10', [6, 2]);

describe('a period of three levels', () => {
  it('was reported by districts too, and is filled for them from their communes', async () => {
    const old = { ...about, period: '2025-Q1' };
    const commune = await writes.openReport(nation, { ...old, unitId: '00001@old' });
    expect(commune).toMatchObject({
      level: 'COMMUNE',
      parentUnit: { id: '001' },
      warnings: [{ code: 'UNIT_ENDED' }],
    });
    const district = await writes.openReport(nation, { ...old, unitId: '001' });
    expect(district).toMatchObject({
      ...{ parentUnit: { id: '01@old' }, dueOn: '2025-04-08' },
      children: [{ unit: { id: '00001@old' }, standing: 'DRAFT' }],
    });
    expect(await writes.openReport(nation, { ...about, period: '2025', unitId: '001' })).toMatchObject({
      code: 'REPORT_NOT_OF_UNIT',
    });
  });
});

describe('a merger within the period that is undone', () => {
  const merge = () =>
    merger('mergeUnits')(nation, {
      ...{ fromUnits: [{ code: '00002' }, { code: '00003' }], code: '00009', name: 'Mới', kind: 'XA' },
      ...{ effectiveOn: '2026-05-15', source: { title: 'Nghị quyết sáp nhập' } },
    });
  const undo = (id: string) => merger('undoMerger')(nation, { id, expectedVersion: 1, reason: 'Nhầm' });

  it('leaves the former unit’s report to be filled anew, for all of the period again', async () => {
    const { id: mergerId } = await merge();
    const opened = await writes.openReport(nation, { ...about, unitId: '00002' });
    expect(valuesOf(opened)).toMatchObject({ ASSISTED: 4, VERIFIED_ACTIVITIES: 1 });
    expect(opened.editions).toMatchObject([{ coversFrom: '2026-04-01', coversTo: '2026-05-14' }]);
    expect(await undo(mergerId)).toMatchObject({ __typename: 'Merger' });
    expect(await writes.read(nation, opened.id)).toMatchObject({
      isStale: true,
      carriedOnBy: null,
      warnings: [],
    });
    const refreshed = await writes.refreshReport(nation, { id: opened.id, expectedVersion: 1 });
    expect(valuesOf(refreshed)).toMatchObject({ ASSISTED: 10, VERIFIED_ACTIVITIES: 2 });
    expect(refreshed.editions).toMatchObject([{ coversTo: '2026-06-30' }]);
  });

  it('is counted by parts that add up where nobody has answered for one', async () => {
    const { id: mergerId } = await merge();
    const opened = await writes.openReport(nation, { ...about, unitCode: '00009' });
    const assisted = lineOf(opened, 'ASSISTED');
    expect(assisted).toMatchObject({ value: 10 });
    expect(assisted.parts.map(({ value }: { value: number | null }) => value)).toEqual([4, null, 6]);
    // The same team in both stretches is one team.
    expect(lineOf(opened, 'ACTIVE_TEAMS')).toMatchObject({
      value: 1,
      parts: [{ value: 1 }, { value: null }, { value: 1 }],
    });
    const refused = await undo(mergerId);
    expect(refused).toMatchObject({
      code: 'UNDO_BLOCKED',
      message: expect.stringContaining('báo cáo Quý II/2026 của Xã Mới: nháp'),
    });
    expect((await writes.read(nation, opened.id)).unit.id).toBe('commune:00009:2026-05-15');
  });

  it('goes through once the draft in the way is given up, which the audit remembers', async () => {
    const [{ id: mergerId } = { id: '' }] = await database.rows<{ id: string }>(
      sql`select id from merger where status = 'APPLIED'`,
    );
    const [draft] = await database.rows<{ id: string }>(
      sql`select id from report where unit_id = 'commune:00009:2026-05-15'`,
    );
    const id = draft?.id ?? '';
    expect((await writes.read(nation, id)).isDiscardable).toBe(true);
    expect(
      await writes.discardReport(officer('COMMUNE_OFFICER', '00001'), { id, expectedVersion: 1 }),
    ).toMatchObject({
      code: 'REPORT_NOT_FOUND',
    });
    expect(await writes.discardReport(nation, { id, expectedVersion: 7 })).toMatchObject({
      code: 'VERSION_CONFLICT',
    });
    const idempotencyKey = randomUUID();
    for (const _ of ['once', 'again'])
      expect(await writes.discardReport(nation, { id, expectedVersion: 1, idempotencyKey })).toMatchObject({
        ...{ __typename: 'AdminUnit', id: 'commune:00009:2026-05-15' },
      });
    expect(
      await database.rows(
        sql`select field, before, after from audit_entry where entity_id = ${id} order by id`,
      ),
    ).toMatchObject([
      { field: 'openReport' },
      { field: 'discardReport', before: { period: '2026-Q2', status: 'DRAFT' }, after: null },
    ]);
    expect(await undo(mergerId)).toMatchObject({ __typename: 'Merger' });
  });
});

describe('a report that is opened before the days off of its deadline are known', () => {
  it('has a deadline as soon as they are loaded, and keeps it from its submission on', async () => {
    const asked = { ...about, period: '2026-02', unitCode: '00001' };
    await database.pool.query('delete from calendar_year where year >= 2026');
    const opened = await writes.openReport(province, asked);
    expect(opened).toMatchObject({ dueOn: null, daysLate: null });
    await loadCalendar(database);
    expect(await writes.read(province, opened.id)).toMatchObject({ dueOn: '2026-03-04', daysLate: 85 });
    const sent = { id: opened.id, expectedVersion: 1, reason: 'x' };
    expect(await writes.submitReport(province, sent)).toMatchObject({ dueOn: '2026-03-04', daysLate: 85 });
    expect(await database.rows(sql`select due_on as due from report where id = ${opened.id}::uuid`)).toEqual([
      { due: '2026-03-04' },
    ]);
  });
});

describe('two at once', () => {
  it('a province goes up, or its commune is returned, never both', async () => {
    const period = { ...about, period: '2026-05' };
    const waive = (unitCode: string) => writes.waiveReport(nation, { ...period, unitCode, reason: 'x' });
    await waive('00002');
    await waive('00003');
    const commune = await writes.openReport(province, { ...period, unitCode: '00001' });
    const sent = await writes.submitReport(province, { id: commune.id, expectedVersion: 1, reason: 'x' });
    await writes.approveReport(nation, { id: commune.id, expectedVersion: sent.version });
    const above = await writes.openReport(province, { ...period, unitCode: '01' });
    const [up, back] = await Promise.all([
      writes.submitReport(province, { id: above.id, expectedVersion: 1, reason: 'x' }),
      writes.returnReport(nation, { id: commune.id, expectedVersion: 3, reason: 'x' }),
    ]);
    const outcomes = [up, back].map(({ __typename, code }) => code ?? __typename).sort();
    expect([
      ['REPORT_PARENT_CLOSED', 'Report'],
      ['REPORT_CHILDREN_OPEN', 'Report'],
    ]).toContainEqual(outcomes);
  });

  it('a draft is submitted, or given up, never both', async () => {
    const draft = await writes.openReport(province, { ...about, period: '2026-03', unitCode: '00001' });
    const asked = { id: draft.id, expectedVersion: 1 };
    const answers = await Promise.all([
      writes.submitReport(province, { ...asked, reason: 'x' }),
      writes.discardReport(province, asked),
    ]);
    const outcomes = answers.map(({ __typename, code }) => code ?? __typename);
    expect([
      ['Report', 'VERSION_CONFLICT'],
      ['REPORT_NOT_FOUND', 'AdminUnit'],
    ]).toContainEqual(outcomes);
  });

  it('the same report is opened once', async () => {
    const asked = { ...about, period: '2026-06', unitCode: '00001' };
    const answers = await Promise.all([1, 2, 3].map(() => writes.openReport(province, asked)));
    expect(answers.map(({ __typename, code }) => code ?? __typename).sort()).toEqual([
      ...['REPORT_EXISTS', 'REPORT_EXISTS', 'Report'],
    ]);
  });
});
