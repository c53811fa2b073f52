import { expect, it } from 'vitest';
import { officer } from '../../support/people.ts';
import { sendWrites } from '../../support/send-write.ts';
import { testSubgraph } from '../../support/subgraph.ts';
import { lineOf, reportWrites } from './report-writes.ts';
import { addActivity, addTeam, makeReportingCountry } from './reporting-country.ts';

/** A village in the middle of whose quarter its commune went into another one. */
const { run, database } = await testSubgraph('empty', '2026-10-02T03:00:00Z');
await makeReportingCountry(database, [
  'VN NATION -',
  '01 PROVINCE VN 2025-07-01..',
  ...['00001', '00002'].map((code) => `${code} COMMUNE 01 2025-07-01..`),
  'v1 VILLAGE 00001 2025-07-01..',
]);
const nation = officer('ADMINISTRATOR', 'VN');
const writes = reportWrites(run);
const about = { templateCode: 'VILLAGE_SUPPORT', period: '2026-Q3' };
const team = await addTeam(database, 'v1');
await addActivity(database, team.id, '2026-07-10', [4, 2]);
await addActivity(database, team.id, '2026-09-10', [6, 2]);

it('answers for its part of it, and what its team did later is counted once, by the commune of then', async () => {
  const village = await writes.openReport(nation, { ...about, unitId: 'v1' });
  await sendWrites(run, { Merger: 'id' })('mergeUnits')(nation, {
    ...{ fromUnits: [{ code: '00001' }, { code: '00002' }], code: '00009', name: 'Mới', kind: 'XA' },
    ...{ effectiveOn: '2026-08-15', source: { title: 'Nghị quyết sáp nhập' } },
  });
  const refreshed = await writes.refreshReport(nation, { id: village.id, expectedVersion: 1 });
  expect(lineOf(refreshed, 'ASSISTED')).toMatchObject({ value: 4 });
  expect(refreshed.editions).toMatchObject([{ coversTo: '2026-08-14' }]);
  const commune = await writes.openReport(nation, { ...about, unitCode: '00009' });
  expect(lineOf(commune, 'ASSISTED').parts.map(({ value }: { value: number | null }) => value)).toEqual([
    ...[4, null, 6],
  ]);
  expect(lineOf(commune, 'ASSISTED')).toMatchObject({ value: 10, own: 10 });
});
