import { randomInt, randomUUID } from 'node:crypto';
import sharp from 'sharp';
import sql from 'sql-template-tag';
import type { Database } from '../../src/database/client.ts';
import { type StaffedTeam, staffedTeams } from '../support/people.ts';
import { reportFixtures } from './report-fixtures.ts';
import type { SampleValues } from './samples.ts';

/** What the matrix asks about: all of it below one commune of Quảng Trị. */
export interface Fixtures {
  team: StaffedTeam;
  /** Code of today's commune that the team lies in. */
  communeCode: string;
  variables: Record<string, unknown>;
  /** For the inputs of mutations; afresh for each, because some can be done only once. */
  values(): Promise<SampleValues>;
}

const COMMUNE = '19597';

/** @param turn - another one has other teams, for what can be done to a team only once */
export async function fixturesOf(db: Database, turn = 0): Promise<Fixtures> {
  const [team, other] = (await staffedTeams(db, turn === 0 ? COMMUNE : '44', 2 * turn + 2)).slice(2 * turn);
  if (team === undefined || other === undefined) throw new Error('no two teams in Cam Lộ');
  await db.rows(
    sql`update team set no_decision_reason = 'Chưa có', zalo_group_status = 'LINKED' where id = ${team.id}::uuid`,
  );
  await db.rows(sql`update founding_decision set file_url = 'https://example.vn/qd.pdf' where id = (
    select decision_id from team where id = ${team.id}::uuid)`);
  const ids = {
    activityId: randomUUID(),
    seriesId: randomUUID(),
    mergerId: randomUUID(),
    importId: randomUUID(),
    appliedImportId: randomUUID(),
    evidenceId: randomUUID(),
    consentId: randomUUID(),
    requestId: randomUUID(),
    restrictionId: randomUUID(),
    erasureId: randomUUID(),
    eraseRequestId: randomUUID(),
  };
  await addRows(db, team, ids);
  const contentBase64 = (
    await sharp({ create: { width: 20, height: 20, channels: 3, background: 'white' } })
      .jpeg()
      .toBuffer()
  ).toString('base64');
  const [membership] = await db.rows<{ id: string }>(sql`
    select id from membership where team_id = ${team.id}::uuid and member_id = ${team.member.memberId}::uuid`);
  const [handled] = await db.rows<{ id: string }>(
    sql`select member_id as id from consent where id = ${ids.consentId}::uuid`,
  );
  const reports = await reportFixtures(db, COMMUNE);
  const variables = {
    ...{ ...ids, teamId: team.id, memberId: team.member.memberId },
    ...{ reportId: reports.reportId, rightsMemberId: handled?.id },
    ...{ ...ids, teamId: team.id, memberId: team.member.memberId, rightsMemberId: handled?.id },
    reportId: reports.reportId,
  };
  const fixed = {
    ...variables,
    ...SAMPLES,
    id: ids.activityId,
    contentBase64,
    ...idsOf(team, other, ids, membership?.id ?? ''),
    ...reports.values,
  };
  return {
    team,
    communeCode: COMMUNE,
    variables,
    values: async () => ({ ...fixed, ...(await afresh(db, team.id)) }),
  };
}

interface Ids {
  activityId: string;
  seriesId: string;
  mergerId: string;
  importId: string;
  appliedImportId: string;
  evidenceId: string;
  consentId: string;
  requestId: string;
  restrictionId: string;
  erasureId: string;
  eraseRequestId: string;
}

/** Which row each mutation is about. */
function idsOf(team: StaffedTeam, other: StaffedTeam, ids: Ids, membershipId: string): SampleValues {
  return {
    ...{ 'updateTeam.id': team.id, 'dissolveTeam.id': team.id, 'linkZaloGroup.id': team.id },
    ...{
      'updateMember.id': team.member.memberId,
      'changeMembership.id': membershipId,
      'endMembership.id': membershipId,
    },
    ...{
      'cancelActivitySeries.id': ids.seriesId,
      'undoMerger.id': ids.mergerId,
      'applyImport.id': ids.importId,
      'discardImport.id': ids.importId,
      'mapImportColumns.id': ids.importId,
      'undoImport.id': ids.appliedImportId,
      'removeEvidence.id': ids.evidenceId,
      'withdrawConsent.id': ids.consentId,
      'eraseMember.requestId': ids.eraseRequestId,
      'liftRestriction.id': ids.restrictionId,
      'acknowledgeSubjectRequest.id': ids.requestId,
      'completeSubjectRequest.id': ids.requestId,
      'extendSubjectRequest.id': ids.requestId,
      'refuseSubjectRequest.id': ids.requestId,
    },
    ...{ 'mergeTeams.teamIds': [other.id], 'mergeTeams.intoTeamId': team.id },
    'replayOutbox.items': [
      { verifyActivity: { idempotencyKey: randomUUID(), id: ids.activityId, expectedVersion: 999_999 } },
    ],
    'splitTeam.newTeams': [{ name: 'Tổ mới', memberIds: [team.member.memberId] }],
  };
}

/** Valid values for what inputs require, by name. */
const SAMPLES: SampleValues = {
  ...{
    title: 'Hướng dẫn tại chợ',
    name: 'Tổ thử quyền',
    displayName: 'Người Thử',
    reason: 'Theo đề nghị của tổ',
  },
  ...{
    startsAt: '2026-11-20T08:00:00+07:00',
    effectiveOn: '2026-11-20',
    lastDay: '2026-11-20',
    asOf: '2026-11-01',
  },
  ...{ from: '2026-12-01', until: '2026-12-31', time: '08:00', period: '2027', value: 5 },
  ...{
    level: 'COMMUNE',
    kind: 'COMMUNITY',
    'recordActivity.kind': 'MEETING',
    'planActivitySeries.kind': 'MEETING',
  },
  ...{ 'planActivitySeries.*': { weekdays: ['SATURDAY'] }, 'establishTeam.*': { unitCode: COMMUNE } },
  ...{
    'addMember.from': '2026-11-20',
    'changeMembership.from': '2026-11-20',
    confirmsNoIdentityDocument: true,
  },
  ...{
    indicatorCode: 'MEMBERS',
    'recordMeasurement.*': { unitCode: COMMUNE },
    'setTarget.*': { unitCode: COMMUNE },
  },
  ...{
    'recordMeasurement.source': { title: 'Báo cáo thử quyền' },
    'updateMember.*': { displayName: 'Người Thử' },
  },
  ...{ nameVi: 'Chỉ số thử', nameEn: 'A trial', unit: 'PERSON', definition: 'Để thử quyền' },
  ...{ 'defineIndicatorVersion.code': 'MEMBERS', version: '2099', validFrom: '2099-01-01' },
  ...{ 'establishVillage.parentCode': COMMUNE, 'establishVillage.kind': 'THON', 'mergeUnits.kind': 'XA' },
  ...{ 'mergeUnits.fromUnits': [{ code: COMMUNE }], 'mergeUnits.source': { title: 'Nghị quyết thử quyền' } },
  ...{
    'changeMembership.*': { isCore: true },
    'updateActivity.*': { title: 'Tên mới' },
    'updateTeam.*': { name: 'Tên mới' },
  },
  ...{
    'recordConsent.*': { textVersion: '2026-01' },
    givenOn: '2026-11-20',
    withdrawnOn: '2026-11-21',
    receivedOn: '2026-11-20',
    days: 5,
    outcome: 'Đã gửi bản sao dữ liệu',
  },
  'mapImportColumns.columns': [{ header: 'Họ tên', field: 'fullName' }],
  'eraseMember.*': { dryRun: true },
  'splitTeam.*': { noDecisionReason: 'Đang làm thủ tục' },
  'mergeUnits.*': { dryRun: true, code: '99997' },
};

/** What can be done only once. */
async function afresh(db: Database, teamId: string): Promise<SampleValues> {
  const number = randomInt(1_000_000);
  const [keepId, duplicateId, strangerId] = await addMembers(db, teamId);
  return {
    ...{ 'mergeMembers.keepId': keepId, 'mergeMembers.duplicateIds': [duplicateId] },
    'addMember.*': { memberId: strangerId },
    ...rightsAfresh(strangerId),
    'unlinkZalo.id': await addZaloLink(db, strangerId),
    'defineIndicator.code': `TRIAL_${'ABCDEFGHIJ'[number % 10]}${'ABCDEFGHIJ'[Math.floor(number / 10) % 10]}${'ABCDEFGHIJ'[Math.floor(number / 100) % 10]}`,
    'establishVillage.name': `Thử ${number % 1000}`,
  };
}

/** Rights are those of somebody whom only officers handle: neither the caller nor the leader. */
const rightsAfresh = (memberId: string): SampleValues => ({
  'recordConsent.memberId': memberId,
  'restrictMember.memberId': memberId,
  'receiveSubjectRequest.memberId': memberId,
  'receiveSubjectRequest.kind': 'SEE',
});

async function addZaloLink(db: Database, memberId: string): Promise<string> {
  const id = randomUUID();
  await db.rows(sql`
    insert into zalo_link (id, app_id, member_id, account_digest, key_id, linked_at)
    values (${id}::uuid, '1', ${memberId}::uuid, sha256(${id}::text::bytea), 'default', now())`);
  return id;
}

/** Two people of the team, and one who was in it. */
async function addMembers(db: Database, teamId: string): Promise<[string, string, string]> {
  const ids: [string, string, string] = [randomUUID(), randomUUID(), randomUUID()];
  await db.rows(
    sql`insert into member (id, display_name, search_text) select id, 'Người Thử', 'nguoi thu' from unnest(${ids}::uuid[]) id`,
  );
  await db.rows(sql`
    insert into membership (id, team_id, member_id, role, valid_from, valid_to)
    select gen_random_uuid(), ${teamId}::uuid, id, 'MEMBER', '2026-01-01', case when n = 3 then date '2026-02-01' end
    from unnest(${ids}::uuid[]) with ordinality as m (id, n)`);
  return ids;
}

async function addRows(db: Database, team: StaffedTeam, ids: Ids): Promise<void> {
  await db.rows(sql`
    insert into activity (id, team_id, kind, status, title, starts_at, series_id)
    values (${ids.activityId}::uuid, ${team.id}::uuid, 'MARKET_VISIT', 'DONE', 'Ở chợ', '2026-11-01T01:00:00Z', ${ids.seriesId}::uuid)`);
  await db.rows(sql`
    insert into activity_evidence (id, activity_id, width, height, sha256, image, thumbnail, recorded_by)
    values (${ids.evidenceId}::uuid, ${ids.activityId}::uuid, 1, 1, '', '', '', 'somebody else')`);
  await db.rows(sql`
    insert into consent (id, member_id, purpose, basis, text_version, channel, given_on, recorded_by, recorded_at)
    select ${ids.consentId}::uuid, ms.member_id, 'CONTACT', 'CONSENT', '2026-01', 'PAPER', '2026-11-01', 'somebody', now()
    from membership ms where ms.team_id = ${team.id}::uuid and ms.role <> 'LEADER' and ms.member_id <> ${team.member.memberId}::uuid
    order by ms.id limit 1`);
  await db.rows(sql`
    insert into subject_request (id, member_id, kind, channel, received_on, has_processor, acknowledge_due_on, due_on,
      is_due_provisional, recorded_by, recorded_at)
    select ${ids.requestId}::uuid, c.member_id, 'SEE', 'PAPER', '2026-11-19', false, '2026-11-23', '2026-12-03', false, 'somebody', now()
    from consent c where c.id = ${ids.consentId}::uuid`);
  await db.rows(sql`
    insert into restriction (id, member_id, reason, since, lifted_at)
    select ${ids.restrictionId}::uuid, c.member_id, 'Theo yêu cầu', now(), null from consent c where c.id = ${ids.consentId}::uuid`);
  await db.rows(sql`
    insert into import (id, kind, status, file_name, file_size, sha256, tenant, actor, region_ids, judged_on, asker, applied_at)
    select i.id, 'ROSTER', i.status::import_status, 'danh-sach.xlsx', 1, '', 'somebody', 'else', array[u.id], '2026-11-20', '{}',
      case i.status when 'APPLIED' then timestamptz '2026-11-20T01:00:00Z' end
    from (values (${ids.importId}::uuid, 'READY'), (${ids.appliedImportId}::uuid, 'APPLIED')) as i (id, status)
    join admin_unit u on u.code = ${COMMUNE} and u.valid_to is null`);
  await db.rows(sql`insert into journal (id, kind) values (${ids.appliedImportId}::uuid, 'IMPORT')`);
  await db.rows(sql`
    insert into subject_request (id, member_id, kind, channel, received_on, has_processor, acknowledge_due_on, due_on,
      is_due_provisional, recorded_by, recorded_at)
    select ${ids.eraseRequestId}::uuid, c.member_id, 'ERASE', 'PAPER', '2026-11-19', false, '2026-11-23', '2026-12-17', false, 'somebody', now()
    from consent c where c.id = ${ids.consentId}::uuid`);
  await db.rows(sql`
    insert into erasure (id, member_id, request_id, reason, report, executed_at)
    select ${ids.erasureId}::uuid, q.member_id, q.id, 'Theo đơn', '[]', now() from subject_request q where q.id = ${ids.requestId}::uuid`);
  await db.rows(sql`
    insert into merger (id, kind, effective_on, unit_id, report)
    values (${ids.mergerId}::uuid, 'TEAM_MERGE', '2026-11-01', ${team.unitId}, '[]')`);
}
