import { describe, expect, it } from 'vitest';
import type { Credential } from '../../src/auth/credential.ts';
import { officer, staffedTeams, stranger } from '../support/people.ts';
import { testSubgraph } from '../support/subgraph.ts';

const { run, subgraph, database } = await testSubgraph('loaded');
const [team, other] = await staffedTeams(database, '468', 2);
if (team === undefined || other === undefined) throw new Error('no teams');

const VIEWER = `{ viewer { name role member { id } roles { role unit { id code } team { code } }
  can { recordActivities planActivities manageMembers verifyActivities manageTeams setTargets mergeUnits } } }`;

const abilities = (can: Record<string, boolean>) => Object.keys(can).filter((name) => can[name]);

describe('viewer', () => {
  it('is nobody for the public', async () => {
    const { data, errors, statements } = await run(VIEWER);
    expect([data.viewer, errors, statements]).toEqual([null, undefined, []]);
  });

  it.each([
    ['INVALID', 'TOKEN_INVALID'],
    ['UNAVAILABLE', 'IDENTITY_UNAVAILABLE'],
  ] as const)('is refused where the token is %s, and what is public still answers', async (kind, code) => {
    const contextValue = { ...(await subgraph.contextOf()), credential: { kind } as Credential };
    const query = `{ viewer { name } adminUnit(code: "44") { name } }`;
    const { body } = await subgraph.apollo.executeOperation({ query }, { contextValue });
    if (body.kind !== 'single') throw new Error('an incremental answer was not asked for');
    const { data, errors } = body.singleResult;
    expect(data).toMatchObject({ viewer: null, adminUnit: { name: 'Quảng Trị' } });
    expect(errors?.map(({ extensions }) => extensions?.['code'])).toEqual([code]);
  });

  it('is a member or a leader by the register', async () => {
    const member = await run(VIEWER, {}, { as: team.member });
    expect(member.data.viewer).toMatchObject({
      ...{ name: 'Thành viên', role: 'MEMBER', member: { id: team.member.memberId } },
      roles: [{ role: 'MEMBER', unit: null, team: { code: team.code } }],
    });
    expect(abilities(member.data.viewer.can)).toEqual(['recordActivities']);
    const leader = await run(VIEWER, {}, { as: team.leader });
    expect(leader.data.viewer).toMatchObject({ role: 'LEADER', roles: [{ role: 'LEADER' }] });
    expect(abilities(leader.data.viewer.can)).toEqual([
      'recordActivities',
      'planActivities',
      'manageMembers',
    ]);
    expect(leader.statements.sort()).toEqual(['memberSeen', 'scopeOf', 'teamById']);
  });

  it('is an officer by the token, of a unit that stands', async () => {
    const { data } = await run(VIEWER, {}, { as: officer('PROVINCIAL_OFFICER', '44') });
    expect(data.viewer).toMatchObject({
      ...{ role: 'PROVINCIAL_OFFICER', member: null },
      roles: [{ role: 'PROVINCIAL_OFFICER', unit: { code: '44' }, team: null }],
    });
    expect(abilities(data.viewer.can)).not.toContain('mergeUnits');
    const administrator = await run(VIEWER, {}, { as: officer('ADMINISTRATOR', 'VN') });
    expect(abilities(administrator.data.viewer.can)).toHaveLength(7);
  });

  it('is the strongest of several roles', async () => {
    const both = { ...team.member, grants: officer('COMMUNE_OFFICER', 'x').grants };
    expect((await run(VIEWER, {}, { as: both })).data.viewer.role).toBe('MEMBER');
    const strong = { ...team.member, grants: officer('PROVINCIAL_OFFICER', '44').grants };
    const { data } = await run(VIEWER, {}, { as: strong });
    expect(data.viewer.role).toBe('PROVINCIAL_OFFICER');
    expect(data.viewer.roles.map(({ role }: { role: string }) => role)).toEqual([
      'PROVINCIAL_OFFICER',
      'MEMBER',
    ]);
  });

  it.each([
    ['a stranger', stranger()],
    ['the officer of a unit that ended', officer('PROVINCIAL_OFFICER', '45@2025-01-01')],
    ['a commune officer over a province', officer('COMMUNE_OFFICER', '44')],
  ])('may nothing more than the public: %s', async (_, as) => {
    const { data } = await run(VIEWER, {}, { as });
    expect(data.viewer).toMatchObject({ role: 'PUBLIC', roles: [], member: null });
    expect(abilities(data.viewer.can)).toEqual([]);
  });
});

describe('viewerRole', () => {
  const ROLES = `query ($own: ID!, $other: ID!) {
    own: team(id: $own) { viewerRole unit { viewerRole } } other: team(id: $other) { viewerRole }
    province: adminUnit(code: "44") { viewerRole } foreign: adminUnit(code: "48") { viewerRole } }`;
  const ids = { own: team.id, other: other.id };

  it.each([
    ['the public', undefined, [null, null, null, null, null]],
    ['a stranger', stranger(), [null, null, null, null, null]],
    ['a member', team.member, ['MEMBER', null, null, null, null]],
    ['a leader', team.leader, ['LEADER', null, null, null, null]],
    [
      'an officer',
      officer('PROVINCIAL_OFFICER', '44'),
      ['PROVINCIAL_OFFICER', 'PROVINCIAL_OFFICER', 'PROVINCIAL_OFFICER', 'PROVINCIAL_OFFICER', null],
    ],
  ])('says what %s is to each', async (_, as, roles) => {
    const { data, statements } = await run(ROLES, ids, as === undefined ? {} : { as });
    expect([
      ...[data.own.viewerRole, data.own.unit.viewerRole, data.other.viewerRole],
      ...[data.province.viewerRole, data.foreign.viewerRole],
    ]).toEqual(roles);
    expect(statements.filter((name) => name === 'viewerRegionsOf').length).toBeLessThanOrEqual(2);
  });

  it('counts a team without a territory to the nation', async () => {
    const { rows } = await database.pool.query<{ id: string }>(
      'select id from team where unit_id is null limit 1',
    );
    const id = rows[0]?.id ?? (await landless());
    const read = `query ($id: ID!) { team(id: $id) { viewerRole } }`;
    expect((await run(read, { id }, { as: officer('ADMINISTRATOR', 'VN') })).data.team.viewerRole).toBe(
      'ADMINISTRATOR',
    );
    expect(
      (await run(read, { id }, { as: officer('PROVINCIAL_OFFICER', '44') })).data.team.viewerRole,
    ).toBeNull();
  });
});

async function landless(): Promise<string> {
  const { rows } = await database.pool.query<{ id: string }>(`
    insert into team (id, code, name, kind, status, level, search_text)
    values (gen_random_uuid(), 'VN-1', 'Tổ của doanh nghiệp', 'ENTERPRISE', 'ACTIVE', 'NATION', 'to cua doanh nghiep') returning id`);
  return rows[0]?.id ?? '';
}
