import { expect } from 'vitest';
import type { Claims } from '../../../src/auth/credential.ts';
import { officer } from '../../support/people.ts';
import { lineOf, reportWrites } from '../reports/report-writes.ts';
import type { teamWithRights } from './writing.ts';

/** The same person as an officer of Cam Lộ and of its province. */
export const asOfficer = (own: Claims): Claims => ({
  ...own,
  grants: [
    { role: 'COMMUNE_OFFICER', unit: '19597' },
    { role: 'PROVINCIAL_OFFICER', unit: '44' },
  ],
});

/**
 * A report of Cam Lộ that somebody opens, corrects and submits, with a name in every word: returned, submitted again,
 * locked, and reopened as a second edition. Beside it one of the year before that is done without.
 */
export async function reportedBy(
  { run }: Pick<Awaited<ReturnType<typeof teamWithRights>>, 'run'>,
  { own, name, period = '2026-10' }: { own: Claims; name: string; period?: string },
): Promise<{ id: string; waiverId: string; province: Claims }> {
  const writes = reportWrites(run);
  const about = { templateCode: 'TEAM_ACTIVITY', period };
  const province = officer('PROVINCIAL_OFFICER', '44');
  const opened = await writes.openReport(own, { ...about, unitCode: '19597' });
  expect(opened).toMatchObject({ __typename: 'Report', status: 'DRAFT' });
  const id: string = opened.id;
  const corrected = await writes.correctReportValue(own, {
    ...{ id, code: 'ASSISTED', value: 41, expectedVersion: opened.version },
    reason: `${name} đếm lại sổ giấy`,
  });
  expect(lineOf(corrected, 'ASSISTED')).toMatchObject({ correction: { value: 41, by: own.subject } });
  const first = await writes.submitReport(own, {
    ...{ id, expectedVersion: corrected.version },
    reason: `${name} đi vắng nên gửi muộn`,
  });
  const returned = await writes.returnReport(province, {
    ...{ id, expectedVersion: first.version },
    reason: `Hỏi lại ${name.normalize('NFD')} và đồng chí Lê Thị Khác`,
  });
  const again = await writes.submitReport(own, {
    ...{ id, expectedVersion: returned.version },
    reason: `${name} đã xem lại`,
  });
  const approved = await writes.approveReport(province, { id, expectedVersion: again.version });
  const locked = await writes.lockReport(province, { id, expectedVersion: approved.version });
  expect(locked).toMatchObject({ status: 'LOCKED' });
  const reopened = await writes.reopenReport(province, {
    ...{ id, expectedVersion: locked.version },
    reason: `${name} báo còn thiếu`,
  });
  expect(reopened).toMatchObject({ status: 'DRAFT', edition: 2 });
  const waiver = await writes.waiveReport(own, {
    ...{ ...about, period: period.replace('2026', '2025'), unitCode: '19597' },
    reason: `${name} nghỉ`,
  });
  expect(waiver).toMatchObject({ __typename: 'ReportWaiver' });
  return { id, waiverId: waiver.id, province };
}
