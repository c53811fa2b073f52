import { expect, it } from 'vitest';
import { administrator } from '../../support/people.ts';
import { testSubgraph } from '../../support/subgraph.ts';

const { run, database } = await testSubgraph('loaded', undefined, administrator());

const { rows } = await database.pool.query<{ id: string; code: string; leader: string }>(
  `select t.id, t.code, ms.member_id as leader from team t join membership ms on ms.team_id = t.id
   where ms.role = 'LEADER' and ms.valid_from < '2026-01-01' and ms.valid_to is null order by t.code limit 1`,
);
const { id, code, leader } = rows[0] ?? expect.fail('no team has a leader');

it('a team that is only planned is not among those that worked on a day', async () => {
  const count = async (asOf: string | null) => {
    const { data } = await run(
      `query ($asOf: Date) {
        teams(asOf: $asOf) { totalCount }
        adminUnit(code: "VN") { teams(asOf: $asOf) { totalCount } }
      }`,
      { asOf },
    );
    return [data.teams.totalCount, data.adminUnit.teams.totalCount];
  };
  const [before, ofAll] = [await count('2024-12-31'), await count(null)];
  await database.pool.query(
    `insert into team (id, code, name, kind, status, level, unit_id, search_text)
     select gen_random_uuid(), 'PLANNED-1', 'Tổ dự kiến', kind, 'PLANNED', level, unit_id, 'to du kien' from team where id = $1`,
    [id],
  );
  expect(await count('2024-12-31')).toEqual(before);
  expect(await count(null)).toEqual(ofAll.map((total) => total + 1));
});

it('the leader is the one of today, not one that is yet to come', async () => {
  await database.pool.query(
    `insert into membership (id, team_id, member_id, role, is_core, affiliations, valid_from)
     select gen_random_uuid(), $1, m.id, 'LEADER', false, '{}', '2027-01-01' from member m where m.id <> $2 limit 1`,
    [id, leader],
  );
  const { data } = await run('query ($code: String) { team(code: $code) { leader { id } } }', { code });
  expect(data.team.leader).toEqual({ id: leader });
});
