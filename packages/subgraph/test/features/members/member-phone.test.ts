import { randomBytes, randomUUID } from 'node:crypto';
import sql from 'sql-template-tag';
import { describe, expect, it } from 'vitest';
import { createSubgraph } from '../../../src/subgraph.ts';
import { officer, person, staffedTeams, stranger } from '../../support/people.ts';
import { testSubgraph } from '../../support/subgraph.ts';
import { writing } from './writing.ts';

const { run, database, logged } = await testSubgraph('loaded');
const [team, other] = await staffedTeams(database, '468', 2);
if (team === undefined || other === undefined) throw new Error('no teams');
const provincial = officer('PROVINCIAL_OFFICER', '44');

const add = writing(run, 'addMember', 'Membership');
const update = writing(run, 'updateMember', 'Member');
const end = writing(run, 'endMembership', 'Membership');

const NUMBER = '0987 612 534';
const join = (displayName: string, phone: string | null = NUMBER) =>
  add(team.leader, { teamId: team.id, person: { displayName, phone }, from: '2026-10-01' });
const phoneAs = async (as: Parameters<typeof add>[0], id: string) => {
  const { data, errors } = await run('query ($id: ID!) { member(id: $id) { phone } }', { id }, { as });
  return errors === undefined ? data.member.phone : errors[0]?.extensions?.['code'];
};

describe('a phone number', () => {
  it('is whole for the person and officers, masked for the leader, and nothing for everybody else', async () => {
    const { member } = await join('Hồ Thị Có Số');
    expect(await phoneAs(provincial, member.id)).toBe('+84987612534');
    expect(await phoneAs(officer('ADMINISTRATOR', 'VN'), member.id)).toBe('+84987612534');
    expect(await phoneAs(person(member.id), member.id)).toBe('+84987612534');
    expect(await phoneAs(team.leader, member.id)).toBe('•••• ••• 534');
    expect(await phoneAs(team.member, member.id)).toBeNull();
    for (const as of [
      stranger(),
      other.leader,
      officer('PROVINCIAL_OFFICER', '48'),
      officer('PROVINCIAL_OFFICER', '45@2025-01-01'),
    ])
      expect(await phoneAs(as, member.id)).toBe('MEMBER_NOT_FOUND');
    expect(await phoneAs(undefined, member.id)).toBe('SIGN_IN_REQUIRED');
  });

  it('is no longer shown to those whose team the person has left', async () => {
    const { id, member } = await join('Hồ Thị Đã Nghỉ');
    await end(team.leader, { id, expectedVersion: 1, lastDay: '2026-11-21', reason: 'Chuyển đi' });
    expect(await phoneAs(team.leader, member.id)).toBeNull();
    expect(await phoneAs(provincial, member.id)).toBeNull();
    expect(await phoneAs(person(member.id), member.id)).toBe('+84987612534');
  });

  it('costs one statement for all members of a team', async () => {
    const ask = '{ team(id: "$id") { members(first: 50) { nodes { displayName phone } } } }'.replace(
      '$id',
      team.id,
    );
    const { data, statements } = await run(ask, {}, { as: provincial });
    expect(data.team.members.nodes.length).toBeGreaterThan(3);
    expect(statements.filter((name) => name === 'phonesOf')).toHaveLength(1);
  });

  it('is replaced, and removed by null', async () => {
    const { member } = await join('Hồ Thị Đổi Số');
    const replace = { id: member.id, expectedVersion: 1, phone: '+84 356 111 222' };
    expect(await update(person(member.id), replace)).toMatchObject({ phone: '+84356111222', version: 2 });
    expect(await update(team.leader, { id: member.id, expectedVersion: 2, phone: null })).toMatchObject({
      phone: null,
    });
    const audit = await database.rows<{ after: unknown }>(sql`
      select after from audit_entry where entity_id = ${member.id} order by id`);
    expect(audit.map(({ after }) => after)).toEqual([
      { phone: 'PRESENT' },
      { phone: 'REPLACED' },
      { phone: 'ABSENT' },
    ]);
  });

  it.each([
    ['0233 385 2458'],
    ['12345'],
    [''],
    ['0987\u0000612534'],
    ['0987612534 0987612534'],
    ['9'.repeat(1_000_000)],
  ])('is refused where it is none, and not repeated: case %#', async (phone) => {
    const count = () => database.rows(sql`select count(*) as n from member`);
    const before = await count();
    const refused = await join('Hồ Thị Sai Số', phone);
    expect(refused).toMatchObject({ code: 'PHONE_INVALID', field: 'person.phone', value: null });
    expect(refused.message.length).toBeLessThan(250);
    expect(await count()).toEqual(before);
  });

  it('is equal to itself under the digest, and different under every encryption', async () => {
    const [one, two] = [await join('Hồ Văn Một', '0971 222 333'), await join('Hồ Văn Hai', '+84971222333')];
    const rows = await database.rows<{ cipher: string; digest: string }>(sql`
      select encode(phone_cipher, 'hex') as cipher, encode(phone_digest, 'hex') as digest from member
      where id = any(${[one.member.id, two.member.id]}::uuid[])`);
    expect(new Set(rows.map(({ cipher }) => cipher)).size).toBe(2);
    expect(new Set(rows.map(({ digest }) => digest)).size).toBe(1);
  });

  it('is nowhere in the database, nor in the log', async () => {
    await join('Hồ Thị Kín Đáo', '0962 718 349');
    await join('Hồ Thị Kín Đáo', '0962718349x');
    const made = await join('Hồ Thị Kín Đáo', null);
    await update(provincial, { id: made.member.id, expectedVersion: 1, phone: '0962.718.349' });
    await update(provincial, { id: made.member.id, expectedVersion: 1, phone: '0962.718.349' });
    const tables = await database.rows<{ name: string }>(sql`
      select relname as name from pg_class where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace`);
    const dump: string[] = [];
    for (const { name } of tables) {
      const { rows } = await database.pool.query<{ row: string }>(`select t::text as row from "${name}" t`);
      dump.push(...rows.map(({ row }) => row));
    }
    expect(dump.length).toBeGreaterThan(10_000);
    expect(dump.filter((text) => text.includes('Hồ Thị Kín Đáo')).length).toBeGreaterThan(1);
    const hex = Buffer.from('962718349').toString('hex');
    const found = [...dump, JSON.stringify(logged)].filter(
      (text) => text.includes(hex) || /962[\s.]*718[\s.]*349/.test(text),
    );
    expect(found).toEqual([]);
  });
});

describe('without a key', () => {
  it('no number is taken, and one that is there is not read as absent', async () => {
    const { member } = await join('Hồ Thị Mất Khóa');
    for (const personalDataKey of [
      '',
      randomBytes(32).toString('base64'),
      `k2:${randomBytes(32).toString('base64')}`,
    ]) {
      const keyless = createSubgraph({
        database,
        personalDataKey,
        clock: () => new Date('2026-11-22T03:00:00Z'),
      });
      const ask = async (query: string, variables: Record<string, unknown>) => {
        const contextValue = {
          ...(await keyless.contextOf()),
          credential: { kind: 'VERIFIED' as const, claims: provincial },
        };
        const { body } = await keyless.apollo.executeOperation({ query, variables }, { contextValue });
        return body.kind === 'single' ? body.singleResult : {};
      };
      const read = await ask('query ($id: ID!) { member(id: $id) { displayName phone } }', { id: member.id });
      expect(read).toMatchObject({
        data: { member: { displayName: 'Hồ Thị Mất Khóa', phone: null } },
        errors: [{ extensions: { code: 'PHONE_UNAVAILABLE' } }],
      });
      if (personalDataKey !== '') continue;
      const written = await ask(
        'mutation ($input: UpdateMemberInput!) { updateMember(input: $input) { ... on Refusal { code field retryable } } }',
        { input: { idempotencyKey: randomUUID(), id: member.id, expectedVersion: 1, phone: NUMBER } },
      );
      expect(written.data).toEqual({
        updateMember: { code: 'PHONE_UNAVAILABLE', field: 'phone', retryable: true },
      });
      await keyless.close();
    }
  });
});
