import { randomUUID } from 'node:crypto';
import sql from 'sql-template-tag';
import { describe, expect, it } from 'vitest';
import { mergerWrites, namesOf, reportOf } from '../../support/merger-writes.ts';
import { newTeam } from '../../support/new-teams.ts';
import { officer, person, stranger } from '../../support/people.ts';
import { registerContents, registerCounts } from '../../support/register-contents.ts';
import { testSubgraph } from '../../support/subgraph.ts';

const subgraph = await testSubgraph('loaded');
const { run, database } = subgraph;
const { merge, undo, teamOn } = mergerWrites(subgraph);
// Xã Cam Lộ and Xã Hiếu Giang of today, in Quảng Trị.
const camLo = officer('COMMUNE_OFFICER', '19597');
const provincial = officer('PROVINCIAL_OFFICER', '44');

/** Three teams: An leads the first, Bình the second and is in the first too, Chi is in the second. */
async function threeTeams(unitCode = '19597') {
  const into = await newTeam(database, unitCode, { An: { role: 'LEADER' }, Binh: {} });
  const one = await newTeam(database, unitCode, {
    Binh: { id: into.people.Binh ?? '', role: 'LEADER', school: 'Trường A' },
    Chi: { isCore: true, school: 'Trường B' },
    Dung: { role: 'DEPUTY' },
  });
  const two = await newTeam(database, unitCode, {
    Chi: { id: one.people.Chi ?? '' },
    En: { role: 'LEADER' },
  });
  return { into, one, two };
}

const inputOf = ({ into, one, two }: Awaited<ReturnType<typeof threeTeams>>) => ({
  ...{ intoTeamId: into.id, teamIds: [one.id, two.id], expectedVersion: 1, effectiveOn: '2026-11-20' },
  reason: 'Sắp xếp thôn',
});

describe('teams that are merged', () => {
  it('show first what would happen, and nothing has', async () => {
    const teams = await threeTeams();
    const before = await registerContents(database);
    const shown = await merge(camLo, { ...inputOf(teams), dryRun: true });
    expect(shown).toMatchObject({
      __typename: 'Merger',
      kind: 'TEAM_MERGE',
      isDryRun: true,
      unit: { code: '19597' },
    });
    expect(reportOf(shown)).toEqual([
      `TEAMS_ENDED 2 ${teams.one.code} Tổ ${teams.one.code} ${teams.two.code} Tổ ${teams.two.code}`,
      expect.stringMatching(/^MEMBERS_CARRIED 3 (?=.*Chi)(?=.*Dung)(?=.*En)/),
      'MEMBERS_ALREADY_THERE 1 Binh',
      expect.stringMatching(/^LEADERS_TO_MEMBERS 2 (?=.*Binh)(?=.*En)/),
      'RESPONSIBILITIES_CARRIED 2',
      'ACTIVITIES_MOVED 2',
      'ACTIVITIES_STAY 2',
    ]);
    expect(await registerContents(database)).toEqual(before);
    const [kept] = await database.rows(sql`select count(*) as n from merger where id = ${shown.id}::uuid`);
    expect(kept).toEqual({ n: 0 });
    const { errors } = await run(
      'query ($id: ID!) { merger(id: $id) { id } }',
      { id: shown.id },
      { as: camLo },
    );
    expect(errors?.[0]?.extensions?.['code']).toBe('MERGER_NOT_FOUND');
  });

  it('are one team with everybody once, and keep their histories', async () => {
    const teams = await threeTeams();
    const merged = await merge(camLo, inputOf(teams));
    expect(merged).toMatchObject({ status: 'APPLIED', isDryRun: false, version: 1, reason: 'Sắp xếp thôn' });
    const into = await teamOn(teams.into.id, '2026-11-20');
    expect(into.leader).toEqual({ displayName: 'An' });
    const found = into.members.nodes.map(
      (member: {
        displayName: string;
        memberships: {
          team: { id: string };
          role: string;
          isCore: boolean;
          from: string;
          responsibilities: { name: string }[];
        }[];
      }) => [
        member.displayName,
        ...member.memberships.map(({ team, role, isCore, from, responsibilities }) =>
          [team.id === teams.into.id, role, isCore, from, ...responsibilities.map(({ name }) => name)].join(
            ' ',
          ),
        ),
      ],
    );
    expect(found).toEqual([
      ['An', 'true LEADER false 2026-01-01'],
      ['Binh', 'true MEMBER false 2026-01-01 Trường A'],
      ['Chi', 'true MEMBER true 2026-11-20 Trường B'],
      ['Dung', 'true DEPUTY false 2026-11-20'],
      ['En', 'true MEMBER false 2026-11-20'],
    ]);
    expect(into.activities.nodes.map(({ status }: { status: string }) => status).sort()).toEqual([
      ...['PLANNED', 'PLANNED', 'PLANNED', 'VERIFIED'],
    ]);
    expect(into.predecessors).toHaveLength(2);
    const one = await teamOn(teams.one.id, '2026-11-19');
    expect(one).toMatchObject({
      ...{ status: 'MERGED', endedOn: '2026-11-19', activities: { nodes: [{ status: 'VERIFIED' }] } },
      successors: [{ to: { id: teams.into.id }, kind: 'MERGED', effectiveOn: '2026-11-20' }],
    });
    expect(namesOf(one)).toEqual(['Binh', 'Chi', 'Dung']);
    expect((await teamOn(teams.one.id, '2026-11-20')).members.nodes).toEqual([]);
    const { data } = await run(
      '{ mergers(unitCode: "19597", first: 1) { totalCount nodes { id } } }',
      {},
      { as: provincial },
    );
    expect(data.mergers.nodes).toEqual([{ id: merged.id }]);
  });

  it('are told of without names, which are read when the report is', async () => {
    const merged = await merge(camLo, inputOf(await threeTeams()));
    const [kept] = await database.rows(sql`
      select (select report::text ~ 'Dung' from merger where id = ${merged.id}::uuid) as "inReport",
        (select bool_or(e::text ~ 'Dung') from audit_entry e) as "inAudit"`);
    expect(kept).toEqual({ inReport: false, inAudit: false });
  });

  it('are as before when the merger is undone: no row lost, none left', async () => {
    const teams = await threeTeams();
    const before = await registerContents(database);
    const merged = await merge(camLo, {
      ...inputOf(teams),
      decision: { number: '9/QĐ-UBND', title: 'Sáp nhập tổ', issuer: 'UBND xã' },
    });
    expect(await registerContents(database)).not.toEqual(before);
    const undone = await undo(camLo, { id: merged.id, expectedVersion: 1, reason: 'Nhầm tổ' });
    expect(undone).toMatchObject({ __typename: 'Merger', status: 'UNDONE', version: 2 });
    expect(undone.undoneAt).not.toBeNull();
    expect(await registerContents(database)).toEqual(before);
    const versions = await database.rows(sql`
      select version from team where id = any(${[teams.into.id, teams.one.id]}::uuid[])`);
    expect(versions).toEqual([{ version: 3 }, { version: 3 }]);
    expect(await undo(camLo, { id: merged.id, expectedVersion: 2, reason: 'x' })).toMatchObject({
      code: 'MERGER_INVALID',
    });
    const tombstones = await database.rows(sql`
      select entity_type as type, count(*) as n from audit_entry
      where field = 'undoMerger' and after is null and team_id = ${teams.into.id}::uuid group by 1`);
    expect(tombstones).toEqual([{ type: 'Membership', n: 3 }]);
  });

  it('stay merged when somebody has changed what the merger made', async () => {
    const teams = await threeTeams();
    const merged = await merge(camLo, inputOf(teams));
    await database.pool.query(
      `update membership set valid_to = '2026-12-31', version = version + 1 where team_id = $1 and role = 'DEPUTY'`,
      [teams.into.id],
    );
    const before = await registerContents(database);
    const refused = await undo(camLo, { id: merged.id, expectedVersion: 1, reason: 'Nhầm tổ' });
    expect(refused).toMatchObject({ code: 'UNDO_BLOCKED', field: 'id', value: '1', retryable: false });
    expect(refused.messageEn).toMatch(/membership [0-9a-f-]{36} \(changed\)/);
    expect(await registerContents(database)).toEqual(before);
  });

  it('are undone within thirty days, by officers of the unit', async () => {
    const teams = await threeTeams();
    const { id } = await merge(camLo, inputOf(teams));
    const input = { id, expectedVersion: 1, reason: 'Nhầm tổ' };
    const other = officer('COMMUNE_OFFICER', '19603');
    for (const as of [
      stranger(),
      other,
      officer('PROVINCIAL_OFFICER', '48'),
      person(teams.into.people.An ?? ''),
    ]) {
      expect(await undo(as, input)).toMatchObject({ code: 'MERGER_NOT_FOUND', retryable: true });
    }
    expect(await undo(camLo, { ...input, expectedVersion: 2 })).toMatchObject({ __typename: 'Conflict' });
    await database.pool.query(`update merger set applied_at = '2026-10-01' where id = $1`, [id]);
    expect(await undo(camLo, input)).toMatchObject({ code: 'UNDO_EXPIRED' });
  });

  it('of two communes are the province’s', async () => {
    const teams = await threeTeams();
    const far = await newTeam(database, '19603', { Giang: { role: 'LEADER' } });
    const input = { ...inputOf(teams), teamIds: [far.id] };
    expect(await merge(camLo, input)).toMatchObject({ code: 'TEAM_NOT_FOUND', field: 'teamIds[0]' });
    expect(await merge(provincial, input)).toMatchObject({ unit: { code: '44' } });
  });

  it('into a team without a leader have none, and the report says so', async () => {
    const into = await newTeam(database, '19597', {});
    const one = await newTeam(database, '19597', { An: { role: 'LEADER' } });
    const merged = await merge(camLo, inputOf({ into, one, two: await newTeam(database, '19597', {}) }));
    expect(reportOf(merged)).toContain(`LEADER_MISSING 1 ${into.code}`);
  });

  it('cost the same statements for one team and for three', async () => {
    const few = await threeTeams();
    const many = await threeTeams();
    const three = [many.one.id, many.two.id, (await newTeam(database, '19597', { Ha: {} })).id];
    const { statements } = await merge(camLo, { ...inputOf(few), teamIds: [few.one.id] });
    expect((await merge(camLo, { ...inputOf(many), teamIds: three })).statements).toEqual(statements);
    expect(statements.slice(0, statements.indexOf('commit') + 1)).toEqual([
      ...[
        'scopeOf',
        'begin',
        'insertKey',
        'savepoint part',
        'teamsForWrite',
        'membershipsFrom',
        'commonUnit',
        'mergerTaken',
      ],
      ...[
        'startJournal',
        'insertCarried',
        'carryResponsibilities',
        'endMemberships',
        'movePlanned',
        'insertTeamLinks',
      ],
      ...['endMergedTeams', 'whatStays', 'insertMerger', 'appendAudits', 'storeOutcome', 'commit'],
    ]);
  });
});

describe('a merger of teams', async () => {
  const teams = await threeTeams();
  it.each([
    ['DATE_INVALID', 'effectiveOn', { effectiveOn: '2026-02-30' }],
    ['DATE_INVALID', 'effectiveOn', { effectiveOn: '2026-11-24' }],
    ['MERGER_INVALID', 'effectiveOn', { effectiveOn: '2026-01-01' }],
    ['MERGER_INVALID', 'teamIds', { teamIds: [] }],
    ['MERGER_INVALID', 'teamIds', { teamIds: Array.from({ length: 21 }, () => randomUUID()) }],
    ['MERGER_INVALID', 'teamIds[0]', { teamIds: [teams.into.id] }],
    ['MERGER_INVALID', 'teamIds[1]', { teamIds: [teams.one.id, teams.one.id] }],
    ['ID_INVALID', 'teamIds[0]', { teamIds: ['x'] }],
    ['TEAM_NOT_FOUND', 'teamIds[0]', { teamIds: [randomUUID()] }],
    ['TEAM_NOT_FOUND', 'intoTeamId', { intoTeamId: randomUUID() }],
    ['TEXT_INVALID', 'reason', { reason: 'a\0b' }],
    ['TEXT_INVALID', 'reason', { reason: 'x\ud800' }],
    ['TEXT_INVALID', 'reason', { reason: 'x'.repeat(1_000_000) }],
    ['TEXT_SENSITIVE', 'reason', { reason: 'CCCD 045201000123' }],
    ['ID_INVALID', 'id', { id: 'x' }],
    ['DECISION_NOT_FOUND', 'decisionId', { decisionId: 'a\0b' }],
    ['INPUT_INVALID', 'decision', { decisionId: 'x', decision: { number: '1', title: 'x', issuer: 'x' } }],
  ])('is refused as %s in %s', async (code, field, fault) => {
    const before = await registerCounts(database);
    const refused = await merge(camLo, { ...inputOf(teams), ...fault });
    expect(refused).toMatchObject({ __typename: 'Refusal', code, field });
    expect(refused.message.length).toBeLessThan(400);
    expect(await registerCounts(database)).toEqual(before);
  });

  it('takes the client’s id once', async () => {
    const [one, two] = [await threeTeams(), await threeTeams()];
    const id = randomUUID();
    expect(await merge(camLo, { ...inputOf(one), id })).toMatchObject({ id });
    expect(await merge(camLo, { ...inputOf(two), id })).toMatchObject({ code: 'ID_TAKEN', field: 'id' });
  });

  it('does not begin with a team that ended, nor with another version', async () => {
    const own = await threeTeams();
    expect(await merge(camLo, { ...inputOf(own), expectedVersion: 2 })).toMatchObject({
      __typename: 'Conflict',
    });
    await merge(camLo, inputOf(own));
    expect(await merge(camLo, { ...inputOf(own), expectedVersion: 2 })).toMatchObject({
      code: 'TEAM_ENDED',
      field: 'teamIds[0]',
    });
    const elsewhere = { ...inputOf(own), intoTeamId: own.one.id, teamIds: [own.into.id], expectedVersion: 2 };
    expect(await merge(camLo, elsewhere)).toMatchObject({ code: 'TEAM_ENDED', field: 'intoTeamId' });
  });

  it('is done once by those who merge the same teams at once, either way', async () => {
    const [one, other] = await Promise.all([
      newTeam(database, '19597', { An: {} }),
      newTeam(database, '19597', { Binh: {} }),
    ]);
    const ways = [
      [one, other],
      [other, one],
      [one, other],
      [other, one],
    ].map(([into, from]) =>
      merge(camLo, {
        ...{ intoTeamId: into?.id, teamIds: [from?.id], expectedVersion: 1, effectiveOn: '2026-11-20' },
      }),
    );
    const answers = (await Promise.all(ways)).map(({ __typename }) => __typename);
    expect(answers.filter((type) => type === 'Merger')).toHaveLength(1);
    const [carried] = await database.rows(sql`
      select count(*) as n from membership where team_id = any(${[one.id, other.id]}::uuid[]) and valid_to is null`);
    expect(carried).toEqual({ n: 2 });
  });

  it.each([
    ['the public', undefined, 'SIGN_IN_REQUIRED'],
    ['a stranger', stranger(), 'TEAM_NOT_FOUND'],
    ['the leader', person(teams.into.people.An ?? ''), 'NOT_PERMITTED'],
    ['an officer of another province', officer('PROVINCIAL_OFFICER', '48'), 'TEAM_NOT_FOUND'],
  ])('is not for %s', async (_, as, code) => {
    expect(await merge(as, { ...inputOf(teams), dryRun: true })).toMatchObject({ code });
  });
});
