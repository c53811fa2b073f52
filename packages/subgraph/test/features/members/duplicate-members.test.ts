import { randomUUID } from 'node:crypto';
import { fold, nameKey } from '@cnscd/domain';
import sql from 'sql-template-tag';
import { describe, expect, it } from 'vitest';
import { connect } from '../../../src/database/client.ts';
import { officer, staffedTeams, stranger } from '../../support/people.ts';
import { testSubgraph } from '../../support/subgraph.ts';
import { writing } from './writing.ts';

const { run, database } = await testSubgraph('loaded');
const [team] = await staffedTeams(database, '19597');
const [far] = (await staffedTeams(database, '44', 175)).filter(({ code }) => code.startsWith('QTR-DKR-'));
const [foreign] = await staffedTeams(database, '48');
if (team === undefined || far === undefined || foreign === undefined) throw new Error('no teams');
const commune = officer('COMMUNE_OFFICER', '19597');
const provincial = officer('PROVINCIAL_OFFICER', '44');
const add = writing(run, 'addMember', 'Membership');
const merge = writing(run, 'mergeMembers', 'Merger');

const ASK = `query ($unitCode: String!, $first: Int, $after: String) {
  duplicateMembers(unitCode: $unitCode, first: $first, after: $after) {
    totalCount pageInfo { endCursor hasNextPage }
    nodes { first { id displayName } second { id displayName } reasons score } } }`;
interface Pair {
  first: { id: string; displayName: string };
  second: { id: string; displayName: string };
  reasons: string[];
  score: number;
}
const pairs = async (unitCode: string, as = provincial, first = 200): Promise<Pair[]> => {
  const { data, errors } = await run(ASK, { unitCode, first }, { as });
  expect(errors).toBeUndefined();
  return data.duplicateMembers.nodes;
};
const join = async (displayName: string, teamId: string, phone?: string) => {
  const made = await add(officer('ADMINISTRATOR', 'VN'), {
    teamId,
    person: { displayName, phone },
    from: '2026-10-01',
  });
  return made.member.id as string;
};
/** The pair of two people as a list finds it. */
const pairOf = (list: Pair[], one: string, other: string) =>
  list.find(({ first, second }) => [one, other].sort().join() === [first.id, second.id].sort().join());

describe('duplicateMembers', () => {
  it.each([
    ['Bríu Thị Hoà', 'Bríu Thị Hoà', ['SAME_NAME'], 0.7],
    ['Bríu Văn Đạt', 'Đạt Bríu Văn', ['NAME_ORDER'], 0.56],
    ['Zơrâm Thị Thuỷ', 'Zơrâm Thị Thủy', ['TONE_ORDER'], 0.7],
    ['Zơrâm Văn Đông', 'Zơrâm Văn Dông', ['SPELLING'], 0.56],
    ['Coor Đức Lý', 'COOR DUC LI', ['SPELLING'], 0.56],
  ])('finds %s and %s: %j', async (one, other, reasons, score) => {
    const ids = [await join(one, team.id), await join(other, team.id)] as const;
    const found = pairOf(await pairs('19597', commune), ...ids);
    expect(found).toMatchObject({ reasons, score });
  });

  it('does not take Hùng for Hưng, nor Lan for Lân', async () => {
    const ids = await Promise.all(
      ['Ating Văn Hùng', 'Ating Văn Hưng', 'Ating Thị Lan', 'Ating Thị Lân'].map((name) =>
        join(name, team.id),
      ),
    );
    const found = (await pairs('19597')).filter(({ first, second }) =>
      [first.id, second.id].every((id) => ids.includes(id)),
    );
    expect(found).toEqual([]);
  });

  it('finds one phone number, and puts what has both first', async () => {
    const one = await join('Riah Văn Một', team.id, '0972 100 200');
    const other = await join('Riah Thị Hai', team.id, '+84 972 100 200');
    const same = await join('Một Riah Văn', team.id, '0972100200');
    const list = await pairs('19597');
    expect(pairOf(list, one, other)).toMatchObject({ reasons: ['SAME_PHONE'], score: 0.7 });
    expect(pairOf(list, one, same)).toMatchObject({ reasons: ['NAME_ORDER', 'SAME_PHONE'], score: 0.87 });
    expect(list.map(({ score }) => score)).toEqual(list.map(({ score }) => score).toSorted((a, b) => b - a));
  });

  it('weighs a name less where the two are in different communes, and never looks into another province', async () => {
    const ids = [await join('Arất Thị Riêng', team.id), await join('Arất Thị Riêng', far.id)] as const;
    const abroad = await join('Arất Thị Riêng', foreign.id);
    const { data } = await run(ASK, { unitCode: '44', first: 1 }, { as: provincial });
    const all: Pair[] = [];
    let after: string | null = null;
    for (;;) {
      const page = await run(ASK, { unitCode: '44', first: 200, after }, { as: provincial });
      all.push(...page.data.duplicateMembers.nodes);
      after = page.data.duplicateMembers.pageInfo.endCursor;
      if (!page.data.duplicateMembers.pageInfo.hasNextPage) break;
    }
    expect(all).toHaveLength(data.duplicateMembers.totalCount);
    expect(new Set(all.map(({ first, second }) => `${first.id} ${second.id}`)).size).toBe(all.length);
    expect(pairOf(all, ...ids)).toMatchObject({ score: 0.35 });
    expect(all.some(({ first, second }) => [first.id, second.id].includes(abroad))).toBe(false);
  });

  it('no longer shows what was merged', async () => {
    const ids = [await join('Pơloong Văn Gộp', team.id), await join('Pơloong Văn Gộp', team.id)] as const;
    expect(pairOf(await pairs('19597'), ...ids)).toBeDefined();
    await merge(provincial, { keepId: ids[0], duplicateIds: [ids[1]], reason: 'Cùng một người' });
    expect(pairOf(await pairs('19597'), ...ids)).toBeUndefined();
  });

  it.each([
    ['the public', undefined, '44', 'SIGN_IN_REQUIRED'],
    ['a stranger', stranger(), '44', 'NOT_PERMITTED'],
    ['a leader', team.leader, '19597', 'NOT_PERMITTED'],
    ['an officer of a commune in it', commune, '44', 'NOT_PERMITTED'],
    ['an officer of another province', officer('PROVINCIAL_OFFICER', '48'), '44', 'NOT_PERMITTED'],
    ['anybody, of a unit that is not there', provincial, '99', 'UNIT_NOT_FOUND'],
    ['anybody, of what is no code', provincial, 'a\0', 'UNIT_CODE_INVALID'],
    ['anybody, of the whole nation', officer('ADMINISTRATOR', 'VN'), 'VN', 'INPUT_INVALID'],
  ])('is not for %s', async (_, as, unitCode, code) => {
    const { errors } = await run(ASK, { unitCode }, { as });
    expect(errors?.[0]?.extensions?.['code']).toBe(code);
  });

  it.each(['x', '\0', Buffer.from('["duplicateMembers","a","b"]').toString('base64url')])(
    'refuses the cursor %j',
    async (after) => {
      const { errors } = await run(ASK, { unitCode: '44', after }, { as: provincial });
      expect(errors?.[0]?.extensions?.['code']).toBe('CURSOR_INVALID');
    },
  );
});

it('weighs no common name of different communes, and no number that is an office’s', async () => {
  const common = await Promise.all(
    Array.from({ length: 6 }, (_, index) => join('Ploong Văn Chung', index === 0 ? far.id : team.id)),
  );
  const office = await Promise.all(
    Array.from({ length: 21 }, (_, index) =>
      join(`Ploong Thị ${'abcdefghijklmnopqrstu'[index]}xyz`, team.id, '0973 000 111'),
    ),
  );
  const all = await pairs('44', provincial);
  expect(all.some(({ first, second }) => [first.id, second.id].includes(common[0] ?? ''))).toBe(false);
  expect(pairOf(all, common[1] ?? '', common[2] ?? '')).toMatchObject({ score: 0.7 });
  expect(all.some(({ first }) => office.includes(first.id))).toBe(false);
});

it('answers for 16,000 people at little cost, by as many statements as for a few', async () => {
  const split = (words: string) => words.split(' ');
  const families = split(
    'Nguyễn Nguyễn Nguyễn Nguyễn Trần Trần Lê Lê Phạm Hoàng Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý',
  );
  const middles = split('Văn Thị Văn Thị Hữu Đức Minh Ngọc Thanh Quang Thu Xuân Công Kim Bá Đình');
  const given = split(
    'An Anh Bình Chi Cường Dung Dũng Đạt Đức Giang Hà Hải Hạnh Hòa Hùng Hương Lan Linh Long Mai Nam Nga Oanh Phúc Sơn Thảo Thúy Tú Vân Yến',
  );
  const dice = diceOf(7);
  const pick = (words: string[]) => words[dice(words.length)] ?? '';
  const people = Array.from({ length: 16_000 }, () => {
    const name = `${pick(families)} ${pick(middles)} ${pick(given)}`;
    return { id: randomUUID(), name, key: nameKey(name), text: fold(name) };
  });
  // A machine that runs other tests too may need longer than a statement may take.
  const patient = connect(database.url, { statementTimeoutMs: 0 });
  await patient.rows(sql`
    with person as (
      select p.*, row_number() over () as n from json_to_recordset(${JSON.stringify(people)}::json) as p (id uuid, name text, key text, text text)
    ), made as (
      insert into member (id, display_name, name_key, search_text, phone_digest)
      select id, name, key, text, sha256((n % 15000)::text::bytea) from person
    )
    insert into membership (id, team_id, member_id, role, valid_from)
    select gen_random_uuid(), t.id, person.id, 'MEMBER', '2026-01-01'
    from person join (
      select t.id, row_number() over (order by t.code) as n, count(*) over () as teams from team t
      where exists (select from unit_scope s join admin_unit u on u.id = s.region_id
        where s.unit_id = t.unit_id and u.code = '44' and u.valid_to is null)
    ) t on t.n = 1 + person.n % t.teams`);
  await patient.pool.query('analyze member; analyze membership');
  await patient.close();
  const ask = async (first: number) => {
    const before = process.cpuUsage();
    const { data, statements } = await run(ASK, { unitCode: '44', first }, { as: provincial });
    return {
      cpuMs: process.cpuUsage(before).user / 1000,
      total: data.duplicateMembers.totalCount,
      statements,
    };
  };
  const cold = await ask(1);
  const { cpuMs, total, statements } = await ask(50);
  expect(statements).toEqual([
    'unitByCodeOnDay',
    'scopeOf',
    'overseesUnit',
    'duplicateCandidates',
    'memberById',
  ]);
  expect(cold.statements).toEqual(statements);
  expect(total).toBeGreaterThan(5000);
  expect(cpuMs).toBeLessThan(700);
});

/** Numbers below n that are the same on every machine. */
function diceOf(seed: number): (n: number) => number {
  let state = seed;
  return (n) => {
    state = (state * 48271) % 2147483647;
    return state % n;
  };
}
