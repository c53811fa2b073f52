import sql from 'sql-template-tag';
import { expect, it } from 'vitest';
import { administrator } from '../support/people.ts';
import { testSubgraph } from '../support/subgraph.ts';
import { importing } from './support.ts';

const { run, database } = await testSubgraph('loaded', undefined, administrator());
const [nation] = await database.rows<{ id: string }>(sql`
  select id from admin_unit where level = 'NATION' and valid_to is null`);
const jobs = importing(database, [nation?.id ?? '']);

// One that is read, with rows that are faulty and rows that are not, and as many more beside it.
const rows = Array.from({ length: 24 }, (_, n) => ({
  teamCode: n % 2 === 0 ? 'KHONG-CO' : null,
  fullName: 'Nguyễn Văn An',
}));
const { id } = await jobs.dryRun('ROSTER', rows);
await database.rows(sql`
  insert into import select (jsonb_populate_record(i, jsonb_build_object('id', gen_random_uuid()))).*
  from import i cross join generate_series(1, 24) where i.id = ${id}::uuid`);

const COUNTS = 'rows newRows changedRows unchangedRows faultyRows warnings';
const ROWS = `totalCount nodes { number outcome cells { field label value } changes { field before after }
  issues { code message cell } }`;

it.each([
  [
    'imports with everything on them',
    `query ($first: Int!) { imports(first: $first) { totalCount nodes { status fileName progress { phase label } counts { ${COUNTS} }
      columns { header field label sample } fields { name: field label } issues { code message } failure { code }
      rows(first: 2) { ${ROWS} } } } }`,
  ],
  ['rows of an import', `query ($first: Int!) { import(id: "${id}") { rows(first: $first) { ${ROWS} } } }`],
])('%s cost the same statements for 2 and for 20', async (_, document) => {
  const two = await run(document, { first: 2 });
  const twenty = await run(document, { first: 20 });
  expect([two.errors, twenty.errors]).toEqual([undefined, undefined]);
  const list = twenty.data.imports ?? twenty.data.import.rows;
  expect(list.nodes).toHaveLength(20);
  expect(list.totalCount).toBeGreaterThan(20);
  expect(twenty.statements.sort()).toEqual(two.statements.sort());
});
