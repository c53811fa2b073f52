import { parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { countObjects } from '../src/query-cost.ts';
import { testSubgraph } from './support/subgraph.ts';

const { run, subgraph } = await testSubgraph('empty');

function objectsOf(query: string, variables: Record<string, unknown> = {}): number {
  const document = parse(query);
  const [operation] = document.definitions;
  if (operation?.kind !== 'OperationDefinition') throw new Error('the operation comes first');
  return countObjects(subgraph.schema, document, operation, variables);
}

describe('the cost of an operation', () => {
  it.each([
    ['one unit', '{ adminUnit(code: "44") { code name } }', 1],
    ['a page of the default size', '{ teams { nodes { name } } }', 21],
    ['a page of a stated size', '{ teams(first: 5) { nodes { name } } }', 6],
    [
      'nodes and edges are both answered',
      '{ teams(first: 5) { nodes { name } edges { node { name } } } }',
      16,
    ],
    ['a total costs nothing more', '{ teams(first: 5) { totalCount pageInfo { endCursor } } }', 2],
    ['pages in pages', '{ teams(first: 10) { nodes { members(first: 5) { nodes { displayName } } } } }', 71],
    ['a list with larger pages of its own', '{ changes(first: 500) { changes { version } cursor } }', 501],
    ['no more than a list gives', '{ changes(first: 900) { changes { version } cursor } }', 501],
    ['short lists', '{ adminUnit(code: "44") { predecessors { kind from { name } } } }', 11],
  ])('%s', (_, query, objects) => {
    expect(objectsOf(query)).toBe(objects);
  });

  it('counts variables, references and fragments alike', () => {
    expect(objectsOf('query ($n: Int) { teams(first: $n) { nodes { name } } }', { n: 7 })).toBe(8);
    const entities =
      'query ($r: [_Any!]!) { _entities(representations: $r) { ... on Team { unit { name } } } }';
    expect(objectsOf(entities, { r: Array.from({ length: 100 }, () => ({})) })).toBe(200);
    expect(
      objectsOf('{ teams(first: 5) { ...page } } fragment page on TeamConnection { nodes { name } }'),
    ).toBe(6);
  });
});

describe('an operation that could answer too much', () => {
  const nested = (levels: number): string =>
    levels === 0 ? 'name' : `predecessors { from { successors { to { ${nested(levels - 1)} } } } }`;

  it.each([
    ['back and forth between predecessors and successors', `{ adminUnit(code: "44") { ${nested(6)} } }`],
    [
      'aliases',
      `{ ${Array.from({ length: 700 }, (_, i) => `a${i}: teams(first: 200) { nodes { unit { name } } }`).join(' ')} }`,
    ],
    [
      'fragments that double',
      `{ adminUnit(code: "44") { ...f0 } } ${Array.from({ length: 18 }, (_, i) => `fragment f${i} on AdminUnit { a: parent { ...f${i + 1} } b: parent { ...f${i + 1} } }`).join(' ')} fragment f18 on AdminUnit { name }`,
    ],
  ])('is refused before any statement: %s', async (_, query) => {
    const started = performance.now();
    const { data, errors, statements } = await run(query);
    expect(errors?.map((error) => error.extensions?.['code'])).toEqual(['QUERY_TOO_COMPLEX']);
    expect([data, statements]).toEqual([undefined, []]);
    expect(performance.now() - started).toBeLessThan(1000);
  });

  it('leaves room for all communes with their overviews in one call', () => {
    const query = `query ($r: [_Any!]!) { _entities(representations: $r) { ... on AdminUnit { fullName overview {
      teams { reported { value source { title } } registered } members { reported { value } registered }
      coverage { level ratio } completeness warnings { message } } } } }`;
    const communes = Array.from({ length: 3421 }, () => ({}));
    expect(objectsOf(query, { r: communes })).toBeLessThan(250_000);
  });
});
