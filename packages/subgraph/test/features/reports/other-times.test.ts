import { afterEach, describe, expect, it } from 'vitest';
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
    expect(refused).toMatchObject({ code: 'UNDO_BLOCKED', messageEn: expect.stringContaining('report') });
    expect((await writes.read(nation, opened.id)).unit.id).toBe('commune:00009:2026-05-15');
  });
});

describe('two at once', () => {
  it('a province goes up, or its commune is returned, never both', async () => {
    const period = { ...about, period: '2026-05' };
    const waive = (unitCode: string) => writes.waiveReport(nation, { ...period, unitCode, reason: 'x' });
    await waive('00009');
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

  it('the same report is opened once', async () => {
    const asked = { ...about, period: '2026-06', unitCode: '00001' };
    const answers = await Promise.all([1, 2, 3].map(() => writes.openReport(province, asked)));
    expect(answers.map(({ __typename, code }) => code ?? __typename).sort()).toEqual([
      ...['REPORT_EXISTS', 'REPORT_EXISTS', 'Report'],
    ]);
  });
});
