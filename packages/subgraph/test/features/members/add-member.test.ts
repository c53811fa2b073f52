import { randomUUID } from 'node:crypto';
import { nameKey } from '@cnscd/domain';
import sql from 'sql-template-tag';
import { describe, expect, it } from 'vitest';
import { officer, stranger } from '../../support/people.ts';
import { teamsToWorkIn } from './writing.ts';

const { database, team, other, foreign, provincial, village, add, newcomer, registerSize } =
  await teamsToWorkIn();

describe('addMember', () => {
  it('takes somebody new into a team, with what he or she looks after', async () => {
    const made = await add(team.leader, {
      ...newcomer(),
      ...{
        id: randomUUID(),
        role: 'DEPUTY',
        isCore: true,
        affiliations: ['TEACHER', 'YOUTH_UNION', 'TEACHER'],
      },
      responsibilities: [
        { kind: 'VILLAGE', unitId: village },
        { kind: 'SCHOOL', name: 'Trường Tiểu học số 1' },
        { kind: 'SCHOOL', name: 'Trường Tiểu học số 1' },
      ],
    });
    expect(made).toMatchObject({
      ...{ __typename: 'Membership', version: 1, role: 'DEPUTY', isCore: true, from: '2026-10-01', to: null },
      affiliations: ['TEACHER', 'YOUTH_UNION'],
      responsibilities: [
        { kind: 'VILLAGE', unit: { id: village } },
        { kind: 'SCHOOL', unit: null },
      ],
    });
    const [{ searchText, key }] = (await database.rows<{ searchText: string; key: string }>(sql`
      select search_text as "searchText", name_key as key from member where id = ${made.member.id}::uuid`)) as [
      { searchText: string; key: string },
    ];
    expect([searchText, key]).toEqual([
      expect.stringMatching(/^lo van moi /),
      nameKey(made.member.displayName),
    ]);
  });

  it('takes somebody of the register into a second team, as one person', async () => {
    const made = await add(provincial, {
      teamId: other.id,
      memberId: team.member.memberId,
      from: '2026-10-01',
    });
    expect(made).toMatchObject({
      __typename: 'Membership',
      member: { id: team.member.memberId },
      team: { id: other.id },
    });
    const again = await add(provincial, {
      teamId: other.id,
      memberId: team.member.memberId,
      from: '2026-11-01',
    });
    expect(again).toMatchObject({ code: 'MEMBER_ALREADY_IN_TEAM', field: 'from', retryable: false });
  });

  it('lets a team have one leader at a time, and does not name who it is', async () => {
    const refused = await add(provincial, newcomer({ role: 'LEADER' }));
    expect(refused).toMatchObject({ code: 'TEAM_HAS_LEADER', field: 'role' });
    const { rows } = await database.pool.query('select display_name from member where id = $1', [
      team.leader.memberId,
    ]);
    expect(JSON.stringify(refused)).not.toContain(rows[0].display_name);
  });

  it('keeps one leader when two are taken in at once', async () => {
    const [empty] = await database.rows<{ id: string }>(sql`
      insert into team (id, code, name, kind, status, level, unit_id, search_text)
      select gen_random_uuid(), ${`T-${randomUUID()}`}, 'Tổ mới', kind, 'ACTIVE', level, unit_id, 'to moi' from team where id = ${team.id}::uuid returning id`);
    const answers = await Promise.all(
      [1, 2, 3, 4].map(() => add(provincial, newcomer({ teamId: empty?.id, role: 'LEADER' }))),
    );
    expect(answers.map((answer) => answer.code ?? answer.__typename).sort()).toEqual([
      'Membership',
      ...Array(3).fill('TEAM_HAS_LEADER'),
    ]);
  });

  it('refuses a team that has ended, and a day before it was founded', async () => {
    const [ended] = await database.rows<{ id: string }>(sql`
      insert into team (id, code, name, kind, status, level, unit_id, search_text, founded_on, ended_on)
      select gen_random_uuid(), ${`T-${randomUUID()}`}, 'Tổ cũ', kind, 'DISSOLVED', level, unit_id, 'to cu', '2022-03-01', '2025-06-30' from team where id = ${team.id}::uuid returning id`);
    expect(await add(provincial, newcomer({ teamId: ended?.id }))).toMatchObject({
      code: 'TEAM_ENDED',
      field: 'teamId',
    });
    await database.pool.query(`update team set status = 'ACTIVE', ended_on = null where id = $1`, [
      ended?.id,
    ]);
    expect(await add(provincial, newcomer({ teamId: ended?.id, from: '2022-02-28' }))).toMatchObject({
      code: 'DATE_INVALID',
      field: 'from',
    });
  });

  it('is told again under its key, and refused under ids that are taken', async () => {
    const input = { ...newcomer(), idempotencyKey: randomUUID(), id: randomUUID() };
    const made = await add(team.leader, input);
    expect(await add(team.leader, input)).toMatchObject({ id: made.id, member: made.member });
    expect(await add(team.leader, newcomer({ id: made.id }))).toMatchObject({
      code: 'ID_TAKEN',
      field: 'id',
    });
    const sameMember = { id: made.member.id, displayName: 'Người Khác' };
    expect(await add(team.leader, newcomer({ person: sameMember }))).toMatchObject({
      code: 'ID_TAKEN',
      field: 'person.id',
    });
  });
});

describe('who may take people in', () => {
  it.each([
    ['the public', undefined, 'SIGN_IN_REQUIRED'],
    ['a member of the team', team.member, 'NOT_PERMITTED'],
    ['a stranger', stranger(), 'TEAM_NOT_FOUND'],
    ['the leader of another team', other.leader, 'TEAM_NOT_FOUND'],
    ['an officer of another province', officer('PROVINCIAL_OFFICER', '48'), 'TEAM_NOT_FOUND'],
  ])('not %s', async (_, as, code) => {
    const before = await registerSize();
    expect(await add(as, newcomer())).toMatchObject({ code, retryable: true });
    expect(await registerSize()).toEqual(before);
  });

  it('is not told whether somebody unknown is there', async () => {
    const unknown = [randomUUID(), foreign.member.memberId, 'x', 'a\0b'];
    for (const memberId of unknown) {
      const refused = await add(team.leader, { teamId: team.id, memberId, from: '2026-10-01' });
      expect(refused).toMatchObject({ code: 'MEMBER_NOT_FOUND', field: 'memberId', retryable: true });
    }
  });
});

describe('what a new member may be', () => {
  const named = (displayName: string) => ({ person: { displayName } });
  it.each([
    ['INPUT_INVALID', 'memberId', { person: undefined }],
    ['INPUT_INVALID', 'memberId', { memberId: randomUUID() }],
    ['TEXT_INVALID', 'person.displayName', named('')],
    ['TEXT_INVALID', 'person.displayName', named('1234')],
    ['TEXT_INVALID', 'person.displayName', named('An\0')],
    ['TEXT_INVALID', 'person.displayName', named('An\ud800')],
    ['TEXT_INVALID', 'person.displayName', named('x'.repeat(1_000_000))],
    ['TEXT_SENSITIVE', 'person.displayName', named('Ông An 045201000123')],
    ['ID_INVALID', 'person.id', { person: { displayName: 'Lò Văn An', id: 'x' } }],
    ['PHONE_INVALID', 'person.phone', { person: { displayName: 'Lò Văn An', phone: '045201000123' } }],
    ['ID_INVALID', 'id', { id: 'x' }],
    ['DATE_INVALID', 'from', { from: '2026-02-30' }],
    ['DATE_INVALID', 'from', { from: '2021-12-31' }],
    ['DATE_INVALID', 'from', { from: '2099-01-01' }],
    ['TEXT_INVALID', 'responsibilities[0].name', { responsibilities: [{ kind: 'SCHOOL' }] }],
    [
      'TEXT_SENSITIVE',
      'responsibilities[0].name',
      { responsibilities: [{ kind: 'SCHOOL', name: 'CCCD 045201000123' }] },
    ],
    [
      'UNIT_NOT_FOUND',
      'responsibilities[0].unitId',
      { responsibilities: [{ kind: 'VILLAGE', unitId: 'village:nowhere' }] },
    ],
    [
      'UNIT_NOT_FOUND',
      'responsibilities[0].unitId',
      { responsibilities: [{ kind: 'VILLAGE', unitId: foreign.unitId }] },
    ],
    [
      'UNIT_NOT_FOUND',
      'responsibilities[0].unitId',
      { responsibilities: [{ kind: 'VILLAGE', unitId: 'a\0b' }] },
    ],
    [
      'INPUT_INVALID',
      'responsibilities',
      { responsibilities: Array(21).fill({ kind: 'SCHOOL', name: 'A' }) },
    ],
  ])('%s of %s: case %#', async (code, field, fault) => {
    const before = await registerSize();
    const refused = await add(team.leader, newcomer(fault));
    expect(refused).toMatchObject({ __typename: 'Refusal', code, field });
    expect(JSON.stringify({ ...refused, statements: [] }).length).toBeLessThan(1200);
    expect(JSON.stringify(refused)).not.toMatch(/045201000123|Lò Văn An/);
    expect(await registerSize()).toEqual(before);
  });

  it('has a duty in a village only where it is one', async () => {
    const asVillage = { responsibilities: [{ kind: 'VILLAGE', unitId: team.unitId }] };
    expect(await add(team.leader, newcomer(asVillage))).toMatchObject({
      code: 'INPUT_INVALID',
      field: 'responsibilities[0].unitId',
    });
    const asSchool = { responsibilities: [{ kind: 'SCHOOL', name: 'Trường THCS', unitId: team.unitId }] };
    expect(await add(team.leader, newcomer(asSchool))).toMatchObject({
      responsibilities: [{ unit: { id: team.unitId } }],
    });
  });
});
