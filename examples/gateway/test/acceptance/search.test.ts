import { expect, it } from 'vitest';
import { runningGateway } from '../support/running-gateway.ts';

const { ask } = runningGateway();

const UNITS = `query ($search: String!) {
  adminUnits(search: $search, asOf: "2025-07-01") { totalCount nodes { id fullName } }
}`;

it.each(['quang tri', 'Quảng Trị', 'Quảng Trị'.normalize('NFD'), 'QUẢNG   TRỊ', 'quảng tri'])(
  '%j finds the same units, the province first',
  async (search) => {
    const { data } = await ask(UNITS, { search });
    const reference = await ask(UNITS, { search: 'Quảng Trị' });
    expect(data).toEqual(reference.data);
    expect(data.adminUnits.nodes[0].fullName).toBe('Tỉnh Quảng Trị');
  },
);

it.each(['Đakrông', 'dakrong', 'Đa Krông', 'da krong'])('%j finds the teams of Đakrông', async (search) => {
  const { data } = await ask(
    'query ($search: String!) { teams(search: $search, first: 100) { totalCount nodes { unit { fullName } } } }',
    { search },
  );
  expect(data.teams.totalCount).toBe(84);
});

it('finds the teams of a merged commune in its successor', async () => {
  const { data } = await ask(`{
    then: teams(unitCode: "29188", asOf: "2022-12-31") { totalCount }
    today: teams(unitCode: "29194") { totalCount }
  }`);
  expect(data.then.totalCount).toBe(8);
  expect(data.today.totalCount).toBe(8);
});

it('reads a long list page by page without gap or repetition', async () => {
  const seen: string[] = [];
  let after: string | null = null;
  do {
    const { data } = await ask(
      `query ($after: String) {
        teams(unitCode: "468", asOf: "2023-09-30", first: 40, after: $after) {
          totalCount nodes { id } pageInfo { hasNextPage endCursor }
        }
      }`,
      { after },
    );
    expect(data.teams.totalCount).toBe(91);
    seen.push(...data.teams.nodes.map((team: { id: string }) => team.id));
    after = data.teams.pageInfo.hasNextPage ? data.teams.pageInfo.endCursor : null;
  } while (after !== null);
  expect(seen).toHaveLength(91);
  expect(new Set(seen).size).toBe(91);
});
