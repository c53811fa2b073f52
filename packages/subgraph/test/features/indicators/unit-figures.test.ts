import { expect, it } from 'vitest';
import { testSubgraph } from '../../support/subgraph.ts';

const { run, logged } = await testSubgraph('loaded');

it.each(['a\u0000', '\ud800'])(
  'the indicator code %j names no figure and leaves the others alone',
  async (code) => {
    const { data, errors } = await run(
      `query ($codes: [String!]) {
      adminUnit(code: "45", asOf: "2023-09-30") { figures(indicatorCodes: $codes) { indicator { code } } }
    }`,
      { codes: [code, 'TEAMS'] },
    );
    expect(errors).toBeUndefined();
    const codes = data.adminUnit.figures.map(
      (figure: { indicator: { code: string } }) => figure.indicator.code,
    );
    expect([...new Set(codes)]).toEqual(['TEAMS']);
    expect(logged).toEqual([]);
  },
);
