import { randomUUID } from 'node:crypto';
import { getNamedType, isObjectType } from 'graphql';
import sql from 'sql-template-tag';
import { describe, expect, it } from 'vitest';
import { reportFixtures } from './permissions/report-fixtures.ts';
import { audit } from './support/audited.ts';
import { administrator } from './support/people.ts';
import { testSubgraph } from './support/subgraph.ts';

const { run, database, subgraph, logged } = await testSubgraph('loaded', undefined, administrator());

const { rows } = await database.pool.query<{ id: string }>(
  `select t.id from team t where (select count(*) from activity a where a.team_id = t.id) > 1
     and (select count(*) from membership ms where ms.team_id = t.id and ms.valid_to is null) > 1 order by t.id limit 1`,
);
const team = `team(id: "${rows[0]?.id}")`;
await database.pool.query(
  `insert into merger (id, kind, effective_on, report)
   select gen_random_uuid(), 'TEAM_MERGE', '2026-11-01', '[]' from generate_series(1, 2)`,
);
await database.pool.query(`update responsibility set kind = 'SCHOOL' where kind = 'VILLAGE'`);
await reportFixtures(database, '19597');
const importId = randomUUID();
await database.rows(sql`
  insert into import (id, kind, status, file_name, file_size, sha256, tenant, actor, region_ids, judged_on, asker)
  select i.id, 'ROSTER', 'READY', 'danh-sach.xlsx', 1, '', 'somebody', 'else', array[u.id], '2026-11-20', '{}'
  from (values (${importId}::uuid), (${randomUUID()}::uuid)) as i (id)
  join admin_unit u on u.code = '19597' and u.valid_to is null`);
await database.rows(sql`
  insert into import_row (import_id, n, sheet, sheet_row, place, cells, is_faulty)
  select ${importId}::uuid, n, 'Danh sách', n, 0, '{}', true from generate_series(1, 2) as n`);
await database.rows(sql`
  insert into import_verdict (import_id, n, outcome)
  select ${importId}::uuid, n, 'FAULTY' from generate_series(1, 2) as n`);
await database.rows(sql`
  insert into subject_request (id, member_id, kind, channel, received_on, has_processor, acknowledge_due_on, due_on,
    is_due_provisional, recorded_by, recorded_at)
  select gen_random_uuid(), ms.member_id, 'SEE', 'PAPER', '2026-11-19', false, '2026-11-23', '2026-12-03', false, 'somebody', now()
  from membership ms where ms.team_id = ${rows[0]?.id}::uuid and ms.valid_to is null order by ms.id limit 2`);
for (const version of [2, 3]) await audit(database, { entityId: 'cursors', version });

/** Every paged list there is: a query for a page of one, and the way to it in the answer. */
const LISTS: Record<string, { query: string; path: string[]; node?: string }> = {
  adminUnits: { query: 'adminUnits(PAGE) SELECTION', path: ['adminUnits'] },
  'AdminUnit.children': {
    query: 'adminUnit(code: "44") { children(PAGE) SELECTION }',
    path: ['adminUnit', 'children'],
  },
  teams: { query: 'teams(PAGE) SELECTION', path: ['teams'] },
  'AdminUnit.teams': {
    query: 'adminUnit(code: "44") { teams(PAGE) SELECTION }',
    path: ['adminUnit', 'teams'],
  },
  'Team.members': { query: `${team} { members(PAGE) SELECTION }`, path: ['team', 'members'] },
  activities: { query: 'activities(PAGE) SELECTION', path: ['activities'] },
  'Team.activities': { query: `${team} { activities(PAGE) SELECTION }`, path: ['team', 'activities'] },
  mergers: { query: 'mergers(PAGE) SELECTION', path: ['mergers'] },
  imports: { query: 'imports(PAGE) SELECTION', path: ['imports'] },
  'Import.rows': {
    query: `import(id: "${importId}") { rows(PAGE) SELECTION }`,
    path: ['import', 'rows'],
    node: 'row',
  },
  reports: { query: 'reports(PAGE) SELECTION', path: ['reports'] },
  subjectRequests: { query: 'subjectRequests(PAGE) SELECTION', path: ['subjectRequests'] },
  duplicateMembers: {
    query: 'duplicateMembers(unitCode: "44", PAGE) SELECTION',
    path: ['duplicateMembers'],
    node: 'first { id } second { id }',
  },
  uncoveredVillages: {
    query: 'uncoveredVillages(unitCode: "29188", asOf: "2024-06-30", PAGE) SELECTION',
    path: ['uncoveredVillages'],
    node: 'village { id }',
  },
  history: {
    query: 'history(entityType: "Team", id: "cursors", PAGE) SELECTION',
    path: ['history'],
    node: 'version',
  },
};
const NAMES = Object.keys(LISTS);

async function page(name: string, after: string | null) {
  const { query, path, node = 'id' } = LISTS[name] ?? expect.fail(name);
  const document = query
    .replace('PAGE', 'first: 1, after: $after')
    .replace('SELECTION', `{ nodes { ${node} } pageInfo { endCursor hasNextPage hasPreviousPage } }`);
  const answer = await run(`query ($after: String) { ${document} }`, { after });
  return { ...answer, list: path.reduce((value, key) => value?.[key], answer.data) };
}

it('knows every list that there is', () => {
  const { Query: _, ...types } = subgraph.schema.getTypeMap();
  const named = (owner: string, type: unknown) =>
    isObjectType(type)
      ? Object.values(type.getFields()).flatMap(({ name, type: result }) =>
          getNamedType(result).name.endsWith('Connection') ? [`${owner}${name}`] : [],
        )
      : [];
  const lists = Object.entries(types).flatMap(([name, type]) => named(`${name}.`, type));
  expect([...named('', subgraph.schema.getQueryType()), ...lists].sort()).toEqual(NAMES.toSorted());
});

it('changes refuses the cursor of every list, and gives one that no list takes', async () => {
  const changes = async (since: string | null) =>
    run('query ($since: String) { changes(since: $since, first: 1) { cursor } }', { since });
  const { data } = await changes(null);
  expect((await changes(data.changes.cursor)).errors).toBeUndefined();
  for (const name of NAMES) {
    const { list } = await page(name, null);
    const answers = [await changes(list.pageInfo.endCursor), await page(name, data.changes.cursor)];
    const codes = answers.map(({ errors }) => errors?.[0]?.extensions?.['code']);
    expect([name, ...codes]).toEqual([name, 'CURSOR_INVALID', 'CURSOR_INVALID']);
  }
});

describe.each(NAMES)('%s', (name) => {
  it('reads on after its own cursor', async () => {
    const first = await page(name, null);
    expect(first.list.pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: false });
    const second = await page(name, first.list.pageInfo.endCursor);
    expect(second.errors).toBeUndefined();
    expect(second.list.nodes).toHaveLength(1);
    expect(second.list.nodes).not.toEqual(first.list.nodes);
  });

  it('refuses the cursor of every other list', async () => {
    for (const other of NAMES.filter((each) => each !== name)) {
      const { list } = await page(other, null);
      const { errors } = await page(name, list.pageInfo.endCursor);
      expect([other, errors?.[0]?.extensions?.['code']]).toEqual([other, 'CURSOR_INVALID']);
    }
  });

  it.each([
    ['a NUL in the key', ['a\u0000', 'x']],
    ['a NUL in the id', ['a', 'x\u0000']],
    ['half a character', ['a', '\ud800']],
    ['no texts', [1, null]],
    ['too little', []],
    ['too much', ['a', 'b', 'c', 'd']],
  ])('refuses a cursor with %s', async (_, parts) => {
    for (const forged of [parts, [name, ...parts]]) {
      const { errors } = await page(name, encode(forged));
      expect(errors?.map((error) => error.extensions?.['code'])).toEqual(['CURSOR_INVALID']);
    }
    expect(logged).toEqual([]);
  });
});

it.each([
  '2025',
  '1',
  'foo 12',
  '+020000-01-01T00:00:00.000Z',
  '2025-02-30T00:00:00.000Z',
  '0000-01-01T00:00:00.000Z',
])('a cursor of activities with the instant %s is refused', async (instant) => {
  for (const name of ['activities', 'Team.activities']) {
    for (const parts of [
      [instant, 'x'],
      [name, instant, 'x'],
    ]) {
      const { errors } = await page(name, encode(parts));
      expect(errors?.map((error) => error.extensions?.['code'])).toEqual(['CURSOR_INVALID']);
    }
  }
  expect(logged).toEqual([]);
});

it('the cursor of an activity does not depend on the time zone of the connection', async () => {
  const { list } = await page('activities', null);
  const [name, instant] = JSON.parse(Buffer.from(list.pageInfo.endCursor, 'base64url').toString());
  expect(name).toBe('activities');
  expect(new Date(instant).toISOString()).toBe(instant);
});

const encode = (parts: unknown[]) => Buffer.from(JSON.stringify(parts)).toString('base64url');
