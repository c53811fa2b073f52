import { randomUUID } from 'node:crypto';
import sql from 'sql-template-tag';
import { describe, expect, it } from 'vitest';
import { RESTRICTED_NAME } from '../../../src/entities/member.ts';
import { exportNamed } from '../../../src/exports/exports.ts';
import { importing } from '../../imports/support.ts';
import { person } from '../../support/people.ts';
import { teamWithRights, writing } from './writing.ts';

const { run, database, subgraph, team, other, commune, foreign, somebody } = await teamWithRights();
const restrict = writing(run, 'restrictMember', 'Restriction');
const lift = writing(run, 'liftRestriction', 'Restriction');
const receive = writing(run, 'receiveSubjectRequest', 'SubjectRequest');
const complete = writing(run, 'completeSubjectRequest', 'SubjectRequest');
const update = writing(run, 'updateMember', 'Member');
const add = writing(run, 'addMember', 'Membership');
const change = writing(run, 'changeMembership', 'Membership');
const end = writing(run, 'endMembership', 'Membership');
const merge = writing(run, 'mergeMembers', 'Merger');

const REASON = 'Người đó yêu cầu, đang xác minh';

async function restricted() {
  const who = await somebody();
  const restriction = await restrict(commune, { memberId: who.id, reason: REASON });
  expect(restriction.__typename).toBe('Restriction');
  return { ...who, restriction };
}

const membersOf = async (as: Parameters<typeof restrict>[0]) => {
  const { data, errors, statements } = await run(
    'query ($id: ID!) { team(id: $id) { members(first: 200) { totalCount nodes { id displayName } edges { cursor } } } }',
    { id: team.id },
    { as },
  );
  expect(errors).toBeUndefined();
  return { ...data.team.members, statements } as {
    totalCount: number;
    nodes: { id: string; displayName: string }[];
    statements: string[];
  };
};

describe('a restricted person', () => {
  it('is listed to the officers handling him or her and counted for everybody', async () => {
    const before = await membersOf(team.leader);
    const { id } = await restricted();
    const [leaders, officers] = [await membersOf(team.leader), await membersOf(commune)];
    expect(leaders.nodes.map((node) => node.id)).not.toContain(id);
    expect(officers.nodes.map((node) => node.id)).toContain(id);
    expect([leaders.totalCount, officers.totalCount]).toEqual([before.totalCount + 1, before.totalCount + 1]);
    expect((await membersOf(person(id))).nodes.map((node) => node.id)).toContain(id);
  });

  it('is named to nobody else, whatever the way', async () => {
    const { id } = await restricted();
    const ask =
      'query ($id: ID!) { member(id: $id) { displayName phone isRestricted restrictions { reason } consents { id } } }';
    const seen = async (as: Parameters<typeof restrict>[0]) => (await run(ask, { id }, { as })).data.member;
    expect(await seen(team.leader)).toEqual({
      ...{ displayName: RESTRICTED_NAME, phone: null, isRestricted: true, restrictions: [], consents: [] },
    });
    expect(await seen(commune)).toMatchObject({
      displayName: expect.stringMatching(/^Đặng Thị Thử/),
      restrictions: [{ reason: REASON }],
    });
    expect(await seen(person(id))).toMatchObject({ displayName: expect.stringMatching(/^Đặng Thị Thử/) });
    const [row] = await database.rows<{ name: string }>(
      sql`select display_name as name from member where id = ${id}::uuid`,
    );
    const everything = await run(
      `query ($id: ID!, $team: ID!) {
        member(id: $id) { displayName memberships { member { displayName } } }
        history(entityType: "Member", id: $id) { nodes { values { before after } } }
        team(id: $team) { leader { displayName } members(first: 200) { nodes { displayName } edges { cursor } } }
      }`,
      { id, team: team.id },
      { as: team.leader },
    );
    expect(everything.errors).toBeUndefined();
    const shown = JSON.stringify(everything.data);
    expect(shown).not.toContain(row?.name);
    for (const { cursor } of everything.data.team.members.edges) {
      expect(Buffer.from(cursor, 'base64url').toString()).not.toContain(
        row?.name.toLowerCase().normalize('NFD').replace(/\p{M}/gu, ''),
      );
    }
  });

  it('is not changed, by whatever write', async () => {
    const { id, membershipId } = await restricted();
    const second = await somebody();
    const rows = () =>
      database.rows(
        sql`select m.*, ms.* from member m join membership ms on ms.member_id = m.id where m.id = ${id}::uuid`,
      );
    const before = await rows();
    const REFUSED = { code: 'MEMBER_RESTRICTED' };
    for (const as of [commune, person(id)]) {
      expect(await update(as, { id, expectedVersion: 1, displayName: 'Tên Khác' })).toMatchObject(REFUSED);
    }
    const from = { from: '2026-11-22' };
    expect(await add(commune, { teamId: other.id, memberId: id, ...from })).toMatchObject(REFUSED);
    expect(
      await change(commune, { id: membershipId, expectedVersion: 1, isCore: true, ...from }),
    ).toMatchObject(REFUSED);
    expect(
      await end(commune, { id: membershipId, expectedVersion: 1, lastDay: '2026-11-22', reason: 'Nghỉ' }),
    ).toMatchObject(REFUSED);
    const merged = (keepId: string, duplicateId: string) =>
      merge(commune, { keepId, duplicateIds: [duplicateId], reason: 'Một người' });
    expect(await merged(id, second.id)).toMatchObject({ ...REFUSED, field: 'keepId' });
    expect(await merged(second.id, id)).toMatchObject({ ...REFUSED, field: 'duplicateIds[0]' });
    expect(await rows()).toEqual(before);
  });

  it('is not exported, not even to the officers, and not changed by an import', async () => {
    const { id } = await restricted();
    const [row] = await database.rows<{ name: string }>(
      sql`select display_name as name from member where id = ${id}::uuid`,
    );
    const ctx = {
      ...(await subgraph.contextOf()),
      credential: { kind: 'VERIFIED', claims: commune } as const,
    };
    const { definition } = exportNamed('roster.xlsx');
    const table = await definition.read(ctx, { teamId: team.id }, { mostRows: 1000, isPaper: false });
    expect(table.rows.length).toBeGreaterThan(3);
    expect(JSON.stringify(table)).not.toContain(row?.name);
    const [region] = await database.rows<{ id: string }>(
      sql`select id from admin_unit where code = '44' and valid_to is null`,
    );
    const jobs = importing(database, [region?.id ?? '']);
    const dry = await jobs.dryRun('ROSTER', [{ teamCode: team.code, fullName: row?.name, isCore: true }]);
    expect(dry).toMatchObject({ status: 'READY', faultyRows: 1 });
    expect(Object.values(await jobs.findings(dry.id))).toEqual([['MEMBER_RESTRICTED']]);
  });

  it('is not restricted twice, and is free again when it is lifted', async () => {
    const { id, restriction } = await restricted();
    expect(await restrict(commune, { memberId: id, reason: REASON })).toMatchObject({
      code: 'MEMBER_RESTRICTED',
    });
    const used = { id: restriction.id, memberId: (await somebody()).id, reason: REASON };
    expect(await restrict(commune, used)).toMatchObject({ code: 'ID_TAKEN' });
    const lifted = await lift(commune, { id: restriction.id, expectedVersion: 1, reason: 'Đã xác minh' });
    expect(lifted).toMatchObject({
      version: 2,
      liftedReason: 'Đã xác minh',
      member: { isRestricted: false },
    });
    expect(await lift(commune, { id: restriction.id, expectedVersion: 1, reason: 'Lại' })).toMatchObject({
      __typename: 'Conflict',
    });
    expect(await update(commune, { id, expectedVersion: 1, displayName: 'Tên Khác' })).toMatchObject({
      version: 2,
    });
    expect(await restrict(commune, { memberId: id, reason: REASON })).toMatchObject({ version: 1 });
  });
});

describe('restricting', () => {
  it('answers a request, which is then done', async () => {
    const { id } = await somebody();
    const request = await receive(person(id), {
      ...{ memberId: id, kind: 'RESTRICT', channel: 'PORTAL', receivedOn: '2026-11-20' },
    });
    const others = await restrict(commune, {
      memberId: (await somebody()).id,
      requestId: request.id,
      reason: REASON,
    });
    expect(others).toMatchObject({ code: 'REQUEST_NOT_FOUND', field: 'requestId' });
    expect(await restrict(commune, { memberId: id, requestId: request.id, reason: REASON })).toMatchObject({
      request: { id: request.id },
    });
    const done = await complete(commune, { id: request.id, expectedVersion: 1, outcome: 'Đã hạn chế' });
    expect(done).toMatchObject({ status: 'DONE' });
  });

  it('is for officers who handle the person', async () => {
    const { id } = await somebody();
    expect(await restrict(team.leader, { memberId: id, reason: REASON })).toMatchObject({
      code: 'NOT_PERMITTED',
    });
    expect(await restrict(foreign, { memberId: id, reason: REASON })).toMatchObject({
      code: 'MEMBER_NOT_FOUND',
    });
    const { restriction } = await restricted();
    const gone = { id: restriction.id, expectedVersion: 1, reason: 'Bỏ' };
    expect(await lift(foreign, gone)).toMatchObject({ code: 'RESTRICTION_NOT_FOUND' });
    expect(await lift(commune, { ...gone, id: randomUUID() })).toMatchObject({
      code: 'RESTRICTION_NOT_FOUND',
    });
    expect(await lift(team.leader, gone)).toMatchObject({ code: 'NOT_PERMITTED' });
  });

  it('costs a list of members no statement more', async () => {
    const { statements } = await membersOf(team.leader);
    expect(statements).toEqual(['teamById', 'scopeOf', 'membersOf', 'countMembersOf']);
  });
});
