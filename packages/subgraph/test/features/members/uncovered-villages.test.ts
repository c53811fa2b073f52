import sql from 'sql-template-tag';
import { expect, it } from 'vitest';
import { officer, staffedTeams, stranger } from '../../support/people.ts';
import { testSubgraph } from '../../support/subgraph.ts';
import { writing } from './writing.ts';

const { run, database } = await testSubgraph('loaded');
// Đại Điền of 2022, where each member of the commune's team has a hamlet, a school or the desk.
const [team] = await database.rows<{ id: string; unitId: string; unitCode: string }>(sql`
  select t.id, t.unit_id as "unitId", u.code as "unitCode" from team t join admin_unit u on u.id = t.unit_id
  where starts_with(t.code, 'BTR-DDI-') and t.level = 'COMMUNE'`);
if (team === undefined) throw new Error('no team');
const administrator = officer('ADMINISTRATOR', 'VN');
const end = writing(run, 'endMembership', 'Membership');

const ASK = `query ($unitCode: String!, $asOf: Date, $first: Int, $after: String) {
  uncoveredVillages(unitCode: $unitCode, asOf: $asOf, first: $first, after: $after) {
    totalCount pageInfo { endCursor } nodes { hasTeam village { id fullName } } } }`;
const uncovered = async (asOf: string, more = {}) => {
  const { data, errors, statements } = await run(
    ASK,
    { unitCode: team.unitCode, asOf, ...more },
    { as: administrator },
  );
  expect(errors).toBeUndefined();
  return { ...data.uncoveredVillages, statements };
};
const codeOf = async (as: Parameters<typeof end>[0], unitCode: string) =>
  (await run(ASK, { unitCode }, { as })).errors?.[0]?.extensions?.['code'];

it('names the villages that nobody is responsible for on a day', async () => {
  const day = '2024-06-30';
  expect(await uncovered(day)).toMatchObject({ totalCount: 0, nodes: [] });
  const [duty] = await database.rows<{ id: string; version: number; villageId: string }>(sql`
    select ms.id, ms.version, r.unit_id as "villageId" from responsibility r join membership ms on ms.id = r.membership_id
    where ms.team_id = ${team.id}::uuid and r.kind = 'VILLAGE' order by r.name limit 1`);
  await end(administrator, {
    id: duty?.id,
    expectedVersion: duty?.version,
    lastDay: '2024-06-29',
    reason: 'Chuyển công tác',
  });
  expect(await uncovered(day)).toMatchObject({
    totalCount: 1,
    nodes: [{ hasTeam: true, village: { id: duty?.villageId } }],
  });
  expect((await uncovered('2024-06-29')).totalCount).toBe(0);
});

it('has pages, at as many statements for many villages as for one', async () => {
  await database.rows(sql`
    update responsibility set kind = 'SCHOOL' where kind = 'VILLAGE' and membership_id in (select id from membership where team_id = ${team.id}::uuid)`);
  const day = '2024-06-30';
  const whole = await uncovered(day);
  expect(whole.totalCount).toBeGreaterThan(3);
  const first = await uncovered(day, { first: 1 });
  expect(first.statements).toEqual(whole.statements);
  const second = await uncovered(day, { first: 200, after: first.pageInfo.endCursor });
  expect([...first.nodes, ...second.nodes]).toEqual(whole.nodes);
});

it('is for officers of the unit only', async () => {
  const [other] = await staffedTeams(database, '468');
  expect(await codeOf(undefined, '44')).toBe('SIGN_IN_REQUIRED');
  for (const as of [stranger(), other?.leader, officer('PROVINCIAL_OFFICER', '48')])
    expect(await codeOf(as, '44')).toBe('NOT_PERMITTED');
  expect(await codeOf(officer('PROVINCIAL_OFFICER', '44'), '44')).toBeUndefined();
  expect(await codeOf(administrator, '99999')).toBe('UNIT_NOT_FOUND');
});
