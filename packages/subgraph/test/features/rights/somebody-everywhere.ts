import { randomUUID } from 'node:crypto';
import { fold, phoneNumber } from '@cnscd/domain';
import sql from 'sql-template-tag';
import { expect } from 'vitest';
import type { Claims } from '../../../src/auth/credential.ts';
import type { Database } from '../../../src/database/client.ts';
import { fingerprintsOf } from '../../../src/operations/canonical.ts';
import { importing } from '../../imports/support.ts';
import { administrator, person } from '../../support/people.ts';
import { photograph } from '../../support/photographs.ts';
import { asOfficer, reportedBy } from './reported-by.ts';
import { needlesOf } from './traces.ts';
import { type teamWithRights, writing } from './writing.ts';

export const NAME = 'Hoàng Thị Đào Xuyến';
const EARLIER_NAME = 'Hoàng Thị Đào Xoan';
const PHONE = phoneNumber('0987 654 321');
const ACCOUNT = '8210987654321';

/** Somebody who has been everywhere: renamed, merged, restricted, in notes, reasons and reports, with a phone number and photographs. */
export async function somebodyEverywhere(setting: Awaited<ReturnType<typeof teamWithRights>>) {
  const { run, database, subgraph, zalo, team, other, commune } = setting;
  const { phones, zalo: signIn } = await subgraph.contextOf();
  const writer = (field: string, type: Parameters<typeof writing>[2]) => writing(run, field, type);
  const [add, update] = [writer('addMember', 'Membership'), writer('updateMember', 'Member')];
  const merge = writer('mergeMembers', 'Merger');
  const [record, withdraw] = [writer('recordConsent', 'Consent'), writer('withdrawConsent', 'Consent')];
  const [receive, acknowledge, extend] = [
    writer('receiveSubjectRequest', 'SubjectRequest'),
    writer('acknowledgeSubjectRequest', 'SubjectRequest'),
    writer('extendSubjectRequest', 'SubjectRequest'),
  ];
  const [restrict, lift] = [
    writer('restrictMember', 'Restriction'),
    writer('liftRestriction', 'Restriction'),
  ];
  const [recordActivity, returnActivity, attach] = [
    writer('recordActivity', 'Activity'),
    writer('returnActivity', 'Activity'),
    writer('attachEvidence', 'Activity'),
  ];
  const measure = writer('recordMeasurement', 'UnitFigure');

  const addInput = {
    ...{ idempotencyKey: randomUUID(), teamId: team.id, from: '2026-01-10' },
    person: { id: randomUUID(), displayName: EARLIER_NAME, phone: PHONE },
  };
  const membership = await add(commune, addInput);
  const id: string = membership.member.id;
  const updateInput = { idempotencyKey: randomUUID(), id, expectedVersion: 1, displayName: NAME };
  await update(commune, updateInput);
  const twin = await add(commune, {
    teamId: other.id,
    from: '2026-02-01',
    person: { displayName: fold(NAME), phone: PHONE },
  });
  const merger = await merge(commune, {
    keepId: id,
    duplicateIds: [twin.member.id],
    reason: `${NAME} ghi hai lần`,
  });
  expect(merger.__typename).toBe('Merger');
  const own = person(id);
  const activity = await recordActivity(own, {
    ...{
      teamId: team.id,
      kind: 'MEETING',
      title: `Bà ${NAME} hướng dẫn`,
      startsAt: '2026-11-01T08:00:00+07:00',
    },
    ...{ place: `Nhà ${NAME.toUpperCase()}`, note: `Do ${fold(NAME)} và ${EARLIER_NAME} chuẩn bị` },
  });
  const shown = await attach(own, {
    activityId: activity.id,
    contentBase64: (await photograph(300, 200)).toString('base64'),
    confirmsNoIdentityDocument: true,
    caption: `${NAME} đứng giữa`,
  });
  await returnActivity(commune, {
    id: activity.id,
    expectedVersion: shown.version,
    reason: `Hỏi lại ${NAME}`,
  });
  await measure(administrator(), {
    ...{
      unitCode: '19597',
      indicatorCode: 'MEMBERS',
      value: 12,
      qualifier: 'EXACT',
      asOf: '2026-11-01',
      source: { title: 'Báo cáo tháng' },
    },
    statement: `12 người, do ${NAME} đếm`,
  });
  const consent = await record(own, {
    ...{
      memberId: id,
      purpose: 'CONTACT',
      basis: 'CONSENT',
      textVersion: '2026-01',
      channel: 'PORTAL',
      givenOn: '2026-11-02',
    },
    evidence: `Phiếu của ${NAME}`,
  });
  await withdraw(own, {
    id: consent.id,
    expectedVersion: 1,
    channel: 'PHONE',
    withdrawnOn: '2026-11-05',
    reason: `${NAME} đổi ý`,
  });
  const restriction = await restrict(commune, { memberId: id, reason: `${NAME} đề nghị` });
  await lift(commune, { id: restriction.id, expectedVersion: 1, reason: `${NAME} thôi` });
  const request = await receive(commune, {
    ...{
      memberId: id,
      kind: 'ERASE',
      channel: 'PAPER',
      receivedOn: '2026-11-18',
      statement: `${NAME} xin xóa`,
    },
  });
  await acknowledge(commune, { id: request.id, expectedVersion: 1 });
  await extend(commune, { id: request.id, expectedVersion: 2, days: 3, reason: `${NAME} đi vắng` });
  const accessToken = zalo.signIn({ id: ACCOUNT, name: NAME, phone: PHONE.slice(1) });
  const linked = await run(
    `mutation ($input: SignInWithZaloInput!) { signInWithZalo(input: $input) { __typename } }`,
    { input: { idempotencyKey: randomUUID(), accessToken, phoneCode: zalo.phoneCode(accessToken) } },
  );
  expect(linked.data.signInWithZalo.__typename).toBe('ZaloSession');
  const account = signIn?.digests(zalo.appId, ACCOUNT) ?? [];
  const imported = await rosterOf(database, [
    { teamCode: team.code, fullName: NAME, isCore: true },
    { teamCode: other.code, fullName: 'Trương Văn Khác', from: '2026-03-01' },
  ]);
  await broughtBy(database, imported.id, own);
  await journaled(database, activity.id);
  const report = await reportedBy(setting, { own: asOfficer(own), name: NAME });
  const hidden = await database.rows<{ bytes: Buffer }>(sql`
    select unnest(array[phone_digest, phone_cipher]) as bytes from member where id in (${id}::uuid, ${twin.member.id}::uuid)`);
  const fingerprints = [addInput, updateInput].flatMap((input) => fingerprintsOf(input, phones?.digests));
  return {
    ...{ id, merger, activity, request, own, addInput, imported, report },
    signIn: { texts: [own.subject.toLowerCase()], bytes: [] },
    needles: needlesOf([NAME, EARLIER_NAME], PHONE, [
      ...hidden.map(({ bytes }) => bytes),
      ...account.map(({ digest }) => digest),
      ...fingerprints.map((hex) => Buffer.from(hex, 'hex')),
    ]),
  };
}

/** The import as if the person had brought it. */
const broughtBy = (database: Database, id: string, { issuer, subject }: Claims) =>
  database.rows(sql`
    update import set tenant = ${issuer}, actor = ${subject},
      asker = jsonb_build_object('tenant', ${issuer}::text, 'actor', ${subject}::text) where id = ${id}::uuid`);

/** The activity as a journal to undo by has it, which a merger of its team would leave. */
const journaled = (database: Database, id: string) =>
  database.rows(sql`
    with j as (insert into journal (id, kind) values (${randomUUID()}::uuid, 'TEAMS') returning id)
    insert into journal_row (journal_id, table_name, key, old, new)
    select j.id, 'activity', jsonb_build_object('id', a.id), to_jsonb(a), to_jsonb(a) from j, activity a where a.id = ${id}::uuid`);

/** A roster that was uploaded and taken over, with its file and its staged rows still there. */
async function rosterOf(database: Database, rows: Record<string, unknown>[]) {
  const [region] = await database.rows<{ id: string }>(
    sql`select id from admin_unit where code = '44' and valid_to is null`,
  );
  const jobs = importing(database, [region?.id ?? '']);
  const { id } = await jobs.dryRun('ROSTER', rows);
  const applied = await jobs.apply(id);
  expect(applied).toMatchObject({ status: 'APPLIED', faultyRows: 0 });
  return { id, jobs };
}
