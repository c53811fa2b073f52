import { describe, expect, it } from 'vitest';
import { administrator } from './support/people.ts';
import { testSubgraph } from './support/subgraph.ts';

const { run } = await testSubgraph('loaded', undefined, administrator());

/** The same list with 10 rows and with 20: the statements must be the same. */
describe.each([
  [
    'teams with everything on them',
    `query ($first: Int!) { teams(unitCode: "468", asOf: "2023-09-30", first: $first) { totalCount nodes {
      name unit { fullName parent { fullName } } leader { displayName } zaloGroup { status } decision { number }
      members(first: 5, asOf: "2023-09-30") { totalCount nodes { displayName memberships { role team { code } responsibilities { name } } } }
      activities(first: 3) { totalCount nodes { title outcomes { topic reached } } }
      ruleViolations(asOf: "2023-09-30") { message }
    } } }`,
  ],
  [
    'units with everything on them',
    `query ($first: Int!) { adminUnits(level: COMMUNE, parentCode: "44", first: $first) { totalCount nodes {
      fullName parent { fullName } predecessors { kind source from { fullName } } successors { to { fullName } }
      children(first: 2) { totalCount nodes { fullName } }
      teams(first: 2) { totalCount nodes { name } }
      overview(boundary: CURRENT) { completeness warnings { code } teams { registered reported { source { title } } } }
      figures { indicator { code } value source { title } history { revision } }
      kpi(indicatorCode: "MEMBERS", period: "2023") { value target { value } }
    } } }`,
  ],
  [
    'activities',
    `query ($first: Int!) { activities(unitCode: "44", first: $first) { totalCount nodes {
      title team { name unit { fullName } } unit { fullName } outcomes { topic } } } }`,
  ],
])('%s', (_, document) => {
  it('cost the same statements for 10 rows and for 20', async () => {
    const ten = await run(document, { first: 10 });
    const twenty = await run(document, { first: 20 });
    expect(ten.errors).toBeUndefined();
    expect(twenty.errors).toBeUndefined();
    const [list] = Object.values(twenty.data) as { nodes: unknown[] }[];
    expect(list?.nodes).toHaveLength(20);
    expect(twenty.statements.sort()).toEqual(ten.statements.sort());
  });
});

it('a board with a breakdown costs as many statements as one without', async () => {
  const document = `query ($breakdown: AdminLevel) {
    kpiBoard(unitCode: "VN", period: "2023", breakdown: $breakdown) {
      rows { indicator { code } total { value sources { title } target { value } } breakdown { unit { name } value rank } }
    }
  }`;
  const without = await run(document, {});
  const withProvinces = await run(document, { breakdown: 'PROVINCE' });
  expect(withProvinces.data.kpiBoard.rows[0].breakdown).toHaveLength(63);
  expect(withProvinces.statements.filter((name) => !without.statements.includes(name))).toEqual([
    'unitsBelow',
  ]);
  expect(withProvinces.statements.length).toBe(without.statements.length + 1);
});
