import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { administrator } from '../support/people.ts';
import { makeCountry } from '../support/small-country.ts';
import { testSubgraph } from '../support/subgraph.ts';

const { run, database } = await testSubgraph('empty', undefined, administrator());
await makeCountry(database, {
  units: [
    'VN NATION -',
    '10 PROVINCE VN',
    '10001 COMMUNE 10 ..2025-06-30',
    '10002 COMMUNE 10 ..2025-06-30',
    '10001@2 COMMUNE 10 2025-07-01..',
    '10002@2 COMMUNE 10 2025-07-01..',
    '10003@2 COMMUNE 10 2025-07-01..',
  ],
  links: [
    '10001 -> 10001@2 WHOLE 2025-07-01',
    '10002 -> 10002@2 PART 2025-07-01',
    '10002 -> 10003@2 PART 2025-07-01',
  ],
});

async function addTeam(
  unitId: string,
  days: { foundedOn: string | null; endedOn?: string },
  members = 0,
  status = 'ACTIVE',
) {
  const id = randomUUID();
  await database.pool.query(
    `insert into team (id, code, name, kind, status, level, unit_id, founded_on, ended_on, search_text)
     values ($1, $2, 'Tổ', 'COMMUNITY', $3, 'COMMUNE', $4, $5, $6, 'to')`,
    [id, id, status, unitId, days.foundedOn, days.endedOn ?? null],
  );
  await database.pool.query(
    `with person as (
       insert into member (id, display_name, search_text) select gen_random_uuid(), 'Người', 'nguoi' from generate_series(1, $2) returning id)
     insert into membership (id, team_id, member_id, role, valid_from)
     select gen_random_uuid(), $1, person.id, 'MEMBER', coalesce($3::date, '2022-01-01') from person`,
    [id, members, days.foundedOn],
  );
  return id;
}

await addTeam('10001', { foundedOn: '2022-06-01' }, 5);
await addTeam('10001', { foundedOn: '2022-06-01', endedOn: '2023-12-31' }, 4);
await addTeam('10002', { foundedOn: '2022-06-01' }, 3);
await addTeam('10001', { foundedOn: null }, 2, 'PLANNED');

async function registered(code: string, asOf: string, boundary = 'AS_REPORTED') {
  const { data, errors } = await run(
    `query ($code: String!, $asOf: Date!, $boundary: Boundary) {
      overview(unitCode: $code, asOf: $asOf, boundary: $boundary) {
        teams { registered } members { registered } coverage { level covered total basis } warnings { code shortfall }
      }
    }`,
    { code, asOf, boundary },
  );
  expect(errors).toBeUndefined();
  const { teams, members, ...rest } = data.overview;
  return { teams: teams.registered, members: members.registered, ...rest };
}

describe('the registered count', () => {
  it('is null, not 0, before there was a register', async () => {
    expect(await registered('10', '2022-05-31')).toEqual({
      teams: null,
      members: null,
      coverage: [],
      warnings: [],
    });
  });

  it('counts the teams that worked on the day and their people, plans left out', async () => {
    expect(await registered('10', '2022-06-01')).toMatchObject({ teams: 3, members: 12 });
    expect(await registered('10', '2024-01-01')).toMatchObject({ teams: 2, members: 8 });
  });

  it('is the same number as the list of teams of the day', async () => {
    for (const asOf of ['2022-06-01', '2023-12-31', '2024-01-01', '2025-07-01']) {
      const { data } = await run(
        `query ($asOf: Date!) { teams(unitCode: "10", asOf: $asOf) { totalCount } }`,
        { asOf },
      );
      expect(data.teams.totalCount).toBe((await registered('10', asOf)).teams);
    }
  });

  it('follows a unit that went whole into another, in either borders', async () => {
    expect(await registered('10001', '2025-07-01')).toMatchObject({ teams: 1, members: 5 });
    expect(await registered('10001', '2025-07-01', 'CURRENT')).toMatchObject({ teams: 1, members: 5 });
  });

  it('is null and says why where the only teams are of a commune that was split', async () => {
    for (const code of ['10002', '10003']) {
      expect(await registered(code, '2025-07-01')).toEqual({
        teams: null,
        members: null,
        coverage: [],
        warnings: [{ code: 'ALLOCATION_UNKNOWN', shortfall: 1 }],
      });
    }
    // The province that both lie in counts it.
    expect(await registered('10', '2025-07-01')).toMatchObject({ teams: 2, warnings: [] });
  });

  it('covers communes in which a team works', async () => {
    const { coverage } = await registered('10', '2024-01-01');
    expect(coverage).toEqual([{ level: 'COMMUNE', covered: 2, total: 2, basis: 'REGISTERED' }]);
  });
});

describe('rule violations', () => {
  it('are not told of a team outside its life, nor of one without a list of members', async () => {
    await database.pool.query(`
      insert into team_rule (code, unit_id, requirement, min, statement, source_id)
      values ('size', '10', 'MEMBER_COUNT', 7, 'Từ 7 thành viên trở lên', 's')`);
    const empty = await addTeam('10001', { foundedOn: '2022-06-01' }, 0);
    const small = await addTeam('10001', { foundedOn: '2022-06-01' }, 5);
    const violations = async (id: string, asOf: string) => {
      const { data } = await run(
        'query ($id: ID!, $asOf: Date!) { team(id: $id) { ruleViolations(asOf: $asOf) { actual difference message } } }',
        { id, asOf },
      );
      return data.team.ruleViolations;
    };
    expect(await violations(empty, '2023-01-01')).toEqual([]);
    expect(await violations(small, '2022-05-31')).toEqual([]);
    expect(await violations(small, '2022-06-01')).toEqual([
      { actual: 5, difference: 2, message: 'Tổ có 5 thành viên, thiếu 2.' },
    ]);
  });
});
