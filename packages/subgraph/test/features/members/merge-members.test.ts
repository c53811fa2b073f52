import { randomUUID } from 'node:crypto';
import sql from 'sql-template-tag';
import { describe, expect, it } from 'vitest';
import { officer, person, staffedTeams } from '../../support/people.ts';
import { testSubgraph } from '../../support/subgraph.ts';
import { writing } from './writing.ts';

const { run, database } = await testSubgraph('loaded');
const [team, other, third] = await staffedTeams(database, '468', 3);
const [foreign] = await staffedTeams(database, '48');
if (team === undefined || other === undefined || third === undefined || foreign === undefined)
  throw new Error('no teams');
const provincial = officer('PROVINCIAL_OFFICER', '44');
const administrator = officer('ADMINISTRATOR', 'VN');

const add = writing(run, 'addMember', 'Membership');
const change = writing(run, 'changeMembership', 'Membership');
const end = writing(run, 'endMembership', 'Membership');
const merge = writing(run, 'mergeMembers', 'Merger');
const undo = writing(run, 'undoMerger', 'Merger');

/** Somebody new in a team, with the membership. */
async function somebody(displayName: string, more: Record<string, unknown> = {}) {
  const { phone, ...rest } = more;
  const made = await add(provincial, {
    teamId: team?.id,
    person: { displayName, phone },
    from: '2026-01-01',
    ...rest,
  });
  expect(made.__typename).toBe('Membership');
  return { id: made.member.id as string, membershipId: made.id as string };
}

const REGISTER = [
  'member',
  'membership',
  'responsibility',
  'merger',
  'journal',
  'journal_row',
  'idempotency_key',
  'audit_entry',
];
/** Every row of the register as text; of merged and restored rows only the version differs. */
async function contents(tables = ['member', 'membership', 'responsibility']): Promise<string[]> {
  const all: string[] = [];
  for (const table of tables) {
    const { rows } = await database.pool.query(
      `select (to_jsonb(t) - 'version')::text as row from "${table}" t order by 1`,
    );
    all.push(...rows.map(({ row }) => `${table} ${row}`));
  }
  return all;
}

interface Shown {
  id: string;
  team: { id: string };
  role: string;
  isCore: boolean;
  from: string;
  to: string | null;
}
const membershipsOf = async (id: string): Promise<{ id: string; memberships: Shown[] }> => {
  const { data } = await run(
    'query ($id: ID!) { member(id: $id) { id displayName phone memberships { id team { id } role isCore from to responsibilities { name } } } }',
    { id },
    { as: provincial },
  );
  return data.member;
};

describe('mergeMembers', () => {
  it('moves memberships to the kept record, which the other’s id then answers', async () => {
    const kept = await somebody('Hồ Văn Giữ');
    const duplicate = await somebody('Hồ Văn Giữ', { teamId: other.id, phone: '0971 000 001' });
    const merged = await merge(provincial, {
      keepId: kept.id,
      duplicateIds: [duplicate.id],
      reason: 'Cùng một người',
    });
    expect(merged).toMatchObject({ __typename: 'Merger', kind: 'MEMBER_MERGE', status: 'APPLIED' });
    expect(merged.report).toEqual([
      { kind: 'RECORDS_MERGED', count: 1, details: [] },
      { kind: 'MEMBERSHIPS_MOVED', count: 1, details: [other.code] },
      { kind: 'PHONE_CARRIED', count: 1, details: [] },
    ]);
    const shown = await membershipsOf(duplicate.id);
    expect(shown).toMatchObject({ id: kept.id, phone: '+84971000001' });
    expect(shown.memberships.map((each) => each.team.id).sort()).toEqual([team.id, other.id].sort());
    const { data } = await run(
      `{ _entities(representations: [{ __typename: "Member", id: "${duplicate.id}" }]) { ... on Member { displayName } } }`,
      {},
      { as: provincial },
    );
    expect(data._entities).toEqual([{ displayName: 'Hồ Văn Giữ' }]);
    const again = await add(provincial, { teamId: other.id, memberId: duplicate.id, from: '2026-06-01' });
    expect(again).toMatchObject({ code: 'MEMBER_ALREADY_IN_TEAM' });
    const both = await database.rows<{ n: number }>(sql`
      select count(distinct member_id) as n from membership where member_id = any(${[kept.id, duplicate.id]}::uuid[])`);
    expect(both).toEqual([{ n: 1 }]);
  });

  it('joins memberships of one team that share days, and each day keeps what was written for it', async () => {
    const duties = (name: string) => ({ responsibilities: [{ kind: 'SCHOOL', name }] });
    const kept = await somebody('Hồ Văn Nối', { affiliations: ['TEACHER'], ...duties('Trường A') });
    await end(provincial, {
      id: kept.membershipId,
      expectedVersion: 1,
      lastDay: '2026-06-30',
      reason: 'Nhầm',
    });
    const duplicate = await somebody('Nối Hồ Văn', {
      from: '2026-03-01',
      role: 'DEPUTY',
      isCore: true,
      ...duties('Trường B'),
    });
    const merged = await merge(provincial, {
      keepId: kept.id,
      duplicateIds: [duplicate.id],
      reason: 'Cùng một người',
    });
    expect(merged.report).toEqual([
      { kind: 'RECORDS_MERGED', count: 1, details: [] },
      { kind: 'MEMBERSHIPS_JOINED', count: 2, details: [team.code] },
      { kind: 'ROLES_DIFFER', count: 1, details: [`${team.code}: MEMBER, DEPUTY`] },
    ]);
    const { memberships } = await membershipsOf(kept.id);
    expect(memberships.map(({ id: _, team: __, ...rest }) => rest)).toEqual([
      {
        role: 'DEPUTY',
        isCore: true,
        from: '2026-07-01',
        to: null,
        responsibilities: [{ name: 'Trường B' }],
      },
      {
        role: 'DEPUTY',
        isCore: true,
        from: '2026-03-01',
        to: '2026-06-30',
        responsibilities: [{ name: 'Trường A' }, { name: 'Trường B' }],
      },
      {
        role: 'MEMBER',
        isCore: false,
        from: '2026-01-01',
        to: '2026-02-28',
        responsibilities: [{ name: 'Trường A' }],
      },
    ]);
    expect(memberships.map(({ id }) => id)).toContain(kept.membershipId);
  });

  it('shows what it would do, and leaves nothing', async () => {
    const [kept, duplicate] = [
      await somebody('Hồ Văn Thử'),
      await somebody('Vi Thị Khác Tên', { phone: '0971 000 002' }),
    ];
    const before = await contents(REGISTER);
    const input = {
      idempotencyKey: randomUUID(),
      keepId: kept.id,
      duplicateIds: [duplicate.id],
      reason: 'Thử',
    };
    const shown = await merge(provincial, { ...input, dryRun: true });
    expect(shown.report.map(({ kind }: { kind: string }) => kind)).toEqual([
      'RECORDS_MERGED',
      'MEMBERSHIPS_JOINED',
      'NAMES_DIFFER',
      'PHONE_CARRIED',
    ]);
    expect(await contents(REGISTER)).toEqual(before);
    const applied = await merge(provincial, { ...input, idempotencyKey: randomUUID() });
    expect(applied.report).toEqual(shown.report);
    const { rows } = await database.pool.query('select report::text from merger where id = $1', [applied.id]);
    expect(rows[0].report).not.toMatch(/Thử|Khác Tên|971/);
  });

  it('is undone as if it had never been, also where it split and joined', async () => {
    const kept = await somebody('Hồ Văn Lùi', { phone: '0971 000 003' });
    await change(provincial, { id: kept.membershipId, expectedVersion: 1, from: '2026-05-01', isCore: true });
    const one = await somebody('Hồ Văn Lui', {
      from: '2026-02-01',
      responsibilities: [{ kind: 'SCHOOL', name: 'Trường C' }],
    });
    const two = await somebody('Lùi Hồ Văn', { teamId: other.id, phone: '0971 000 004' });
    const before = await contents();
    const merged = await merge(provincial, {
      keepId: kept.id,
      duplicateIds: [one.id, two.id],
      reason: 'Cùng một người',
    });
    expect(merged.report).toContainEqual({ kind: 'PHONES_DIFFER', count: 2, details: [] });
    expect(await contents()).not.toEqual(before);
    const undone = await undo(provincial, { id: merged.id, expectedVersion: 1, reason: 'Nhầm người' });
    expect(undone).toMatchObject({ __typename: 'Merger', status: 'UNDONE' });
    expect(await contents()).toEqual(before);
    expect((await membershipsOf(two.id)).id).toBe(two.id);
  });

  it('is not undone over what somebody changed since', async () => {
    const [kept, duplicate] = [
      await somebody('Hồ Văn Chặn'),
      await somebody('Hồ Văn Chặn', { teamId: other.id }),
    ];
    const merged = await merge(provincial, {
      keepId: kept.id,
      duplicateIds: [duplicate.id],
      reason: 'Cùng một người',
    });
    await change(provincial, {
      id: duplicate.membershipId,
      expectedVersion: 2,
      from: '2026-08-01',
      isCore: true,
    });
    const before = await contents();
    expect(await undo(provincial, { id: merged.id, expectedVersion: 1, reason: 'Nhầm' })).toMatchObject({
      code: 'UNDO_BLOCKED',
    });
    expect(await contents()).toEqual(before);
  });

  it('merges what went into a duplicate before along with it', async () => {
    const [first, second, third] = [
      await somebody('Hồ Văn Chuỗi'),
      await somebody('Hồ Văn Chuỗi'),
      await somebody('Hồ Văn Chuỗi'),
    ];
    await merge(provincial, { keepId: second.id, duplicateIds: [third.id], reason: 'Trùng' });
    await merge(provincial, { keepId: first.id, duplicateIds: [second.id], reason: 'Trùng' });
    expect((await membershipsOf(third.id)).id).toBe(first.id);
    expect((await membershipsOf(first.id)).memberships).toHaveLength(1);
  });

  it('leaves nobody in a team twice when people are taken in at the same time', async () => {
    const [kept, duplicate] = [
      await somebody('Hồ Văn Đua'),
      await somebody('Hồ Văn Đua', { teamId: other.id }),
    ];
    const [merged] = await Promise.all([
      merge(provincial, { keepId: kept.id, duplicateIds: [duplicate.id], reason: 'Trùng' }),
      ...[kept.id, duplicate.id, duplicate.id].map((memberId) =>
        add(provincial, { teamId: third.id, memberId, from: '2026-09-01' }),
      ),
    ]);
    expect(merged.__typename).toBe('Merger');
    const rows = await database.rows<{ memberId: string; teamId: string }>(sql`
      select member_id as "memberId", team_id as "teamId" from membership where member_id = any(${[kept.id, duplicate.id]}::uuid[])`);
    expect(rows.every(({ memberId }) => memberId === kept.id)).toBe(true);
    expect(rows.filter(({ teamId }) => teamId === third.id).length).toBeLessThanOrEqual(1);
  });
});

describe('who may merge', () => {
  it('is an officer who oversees every team of every record', async () => {
    const [kept, duplicate] = [await somebody('Hồ Văn Quyền'), await somebody('Hồ Văn Quyền')];
    const input = { keepId: kept.id, duplicateIds: [duplicate.id], reason: 'Trùng' };
    expect(await merge(undefined, input)).toMatchObject({ code: 'SIGN_IN_REQUIRED' });
    for (const as of [team.leader, team.member, person(kept.id)])
      expect(await merge(as, input)).toMatchObject({
        code: expect.stringMatching(/NOT_PERMITTED|MEMBER_NOT_FOUND/),
      });
    expect(await merge(team.leader, input)).toMatchObject({ code: 'NOT_PERMITTED', field: 'keepId' });
    for (const as of [foreign.leader, officer('PROVINCIAL_OFFICER', '48')])
      expect(await merge(as, input)).toMatchObject({
        code: 'MEMBER_NOT_FOUND',
        field: 'keepId',
        retryable: true,
      });
    const abroad = await add(administrator, {
      teamId: foreign.id,
      memberId: duplicate.id,
      from: '2026-02-01',
    });
    expect(abroad.__typename).toBe('Membership');
    expect(await merge(provincial, input)).toMatchObject({ code: 'NOT_PERMITTED', field: 'duplicateIds[0]' });
    expect(await merge(administrator, input)).toMatchObject({ __typename: 'Merger', unit: { code: 'VN' } });
  });

  it.each([
    ['MERGER_INVALID', 'duplicateIds', () => ({ duplicateIds: [] })],
    [
      'MERGER_INVALID',
      'duplicateIds',
      () => ({ duplicateIds: Array.from({ length: 11 }, () => randomUUID()) }),
    ],
    ['MERGER_INVALID', 'duplicateIds[0]', (id: string) => ({ duplicateIds: [id.toUpperCase()] })],
    ['MERGER_INVALID', 'duplicateIds[1]', (_: string, other: string) => ({ duplicateIds: [other, other] })],
    ['MEMBER_NOT_FOUND', 'duplicateIds[0]', () => ({ duplicateIds: [randomUUID()] })],
    ['MEMBER_NOT_FOUND', 'duplicateIds[0]', () => ({ duplicateIds: [foreign.member.memberId] })],
    ['MEMBER_NOT_FOUND', 'duplicateIds[0]', () => ({ duplicateIds: ['a\0b'] })],
    ['MEMBER_NOT_FOUND', 'keepId', () => ({ keepId: 'x'.repeat(1_000_000) })],
    ['ID_INVALID', 'id', () => ({ id: 'x' })],
    ['TEXT_INVALID', 'reason', () => ({ reason: '' })],
    ['TEXT_INVALID', 'reason', () => ({ reason: 'x\ud800' })],
    ['TEXT_SENSITIVE', 'reason', () => ({ reason: 'cùng CCCD 045201000123' })],
  ])('%s of %s: case %#', async (code, field, fault) => {
    const [kept, duplicate] = [await somebody('Hồ Văn Sai'), await somebody('Hồ Văn Sai')];
    const before = await contents(['member', 'membership', 'merger', 'journal', 'audit_entry']);
    const input = {
      keepId: kept.id,
      duplicateIds: [duplicate.id],
      reason: 'Trùng',
      ...fault(kept.id, duplicate.id),
    };
    const refused = await merge(provincial, input);
    expect(refused).toMatchObject({ __typename: 'Refusal', code, field });
    expect(JSON.stringify({ ...refused, statements: [] }).length).toBeLessThan(1200);
    expect(await contents(['member', 'membership', 'merger', 'journal', 'audit_entry'])).toEqual(before);
  });

  it('costs as many statements for one record as for many', async () => {
    const people = await Promise.all(
      Array.from({ length: 8 }, (_, index) => somebody('Hồ Văn Đông', { from: `2026-0${index + 1}-01` })),
    );
    const [kept, one, ...rest] = people.map(({ id }) => id);
    const first = await merge(provincial, { keepId: kept, duplicateIds: [one], reason: 'Trùng' });
    const second = await merge(provincial, { keepId: kept, duplicateIds: rest, reason: 'Trùng' });
    expect(first.statements).toEqual([
      ...[
        'scopeOf',
        'begin',
        'insertKey',
        'savepoint part',
        'membersForMerger',
        'membershipsForMerger',
        'mergerTaken',
        'startJournal',
      ],
      ...[
        'clearSharedDuties',
        'deleteShared',
        'writeMerged',
        'writeJoinedDuties',
        'mergeRecords',
        'insertMerger',
      ],
      ...['appendAudits', 'storeOutcome', 'commit', 'scopeOf', 'mergerSeen', 'unitById'],
    ]);
    expect(second.statements).toEqual(first.statements);
    expect(second.report).toContainEqual({ kind: 'MEMBERSHIPS_JOINED', count: 7, details: [team.code] });
  });
});
