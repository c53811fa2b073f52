import { beforeAll, describe, expect, it } from 'vitest';
import { CnscdError, createClient } from '../src/index.ts';
import { type CaseServer, json, type Route, startCaseServer } from './support/case-server.ts';
import { failureOf } from './support/failure.ts';

const TOTAL = 7;

/** A list of seven teams, cut by `first` and `after` as a connection is. */
const sevenTeams: Route = ({ variables }, response) => {
  const start = Number(variables['after'] ?? 0);
  const end = Math.min(TOTAL, start + Number(variables['first'] ?? 3));
  const nodes = Array.from({ length: end - start }, (_, index) => ({ code: `T${start + index + 1}` }));
  const pageInfo = { hasNextPage: end < TOTAL, endCursor: nodes.length === 0 ? null : String(end) };
  json(response, { data: { teams: { totalCount: TOTAL, pageInfo, nodes } } });
};

let server: CaseServer;

beforeAll(async () => {
  server = await startCaseServer({
    'seven-teams': sevenTeams,
    'all-at-once': sevenTeams,
    'same-cursor': (_, response) => {
      const pageInfo = { hasNextPage: true, endCursor: '3' };
      json(response, { data: { teams: { totalCount: 9, pageInfo, nodes: [{ code: 'T1' }] } } });
    },
    'nothing-for-ever': ({ earlier }, response) => {
      const pageInfo = { hasNextPage: earlier < 50, endCursor: `c${earlier % 2}` };
      json(response, { data: { teams: { totalCount: 9, pageInfo, nodes: [] } } });
    },
    'in-circles': ({ earlier }, response) => {
      const pageInfo = { hasNextPage: true, endCursor: `c${earlier % 2}` };
      json(response, { data: { teams: { totalCount: 9, pageInfo, nodes: [{ code: 'T1' }] } } });
    },
    'no-team': (_, response) => json(response, { data: { team: null } }),
  });
});

const teamsOf = (route: string) => createClient({ url: server.url(route) }).teams;

async function codesOf(teams: AsyncIterable<{ code: string }>): Promise<string[]> {
  const codes: string[] = [];
  for await (const team of teams) codes.push(team.code);
  return codes;
}

describe('a listing', () => {
  it('gives one page with where the next one begins', async () => {
    const page = await teamsOf('seven-teams').list({ first: 3 });
    expect(page).toMatchObject({ totalCount: 7, hasNextPage: true, endCursor: '3' });
    expect(page.items).toHaveLength(3);
  });

  it('goes through all items, a page at a time', async () => {
    const before = server.count('seven-teams');
    const codes = await codesOf(teamsOf('seven-teams').all({ first: 3 }));
    expect(codes).toEqual(['T1', 'T2', 'T3', 'T4', 'T5', 'T6', 'T7']);
    expect(server.count('seven-teams') - before).toBe(3);
  });

  it('takes pages of 100 where nobody says otherwise, and the filter with each', async () => {
    await codesOf(teamsOf('all-at-once').all({ search: 'cam lo' }));
    expect(server.seen('all-at-once').map((request) => request.variables)).toEqual([
      { search: 'cam lo', first: 100, after: null },
    ]);
  });

  it('asks for no page that nobody looks at', async () => {
    const before = server.count('seven-teams');
    for await (const page of teamsOf('seven-teams').pages({ first: 2 })) {
      expect(page.items).toHaveLength(2);
      break;
    }
    expect(server.count('seven-teams') - before).toBe(1);
  });

  it('begins after a cursor', async () => {
    expect(await codesOf(teamsOf('seven-teams').all({ after: '5' }))).toEqual(['T6', 'T7']);
  });

  it.each([2, 3, 6])(
    'gives %i items and then ends with ITEM_LIMIT where there are more',
    async (maxItems) => {
      const codes: string[] = [];
      const loop = async () => {
        for await (const team of teamsOf('seven-teams').all({ first: 3 }, { maxItems }))
          codes.push(team.code);
      };
      expect(await failureOf(loop())).toMatchObject({ code: 'ITEM_LIMIT', field: 'maxItems' });
      expect(codes).toHaveLength(maxItems);
    },
  );

  it('reaches its limit without complaint where that is all there is', async () => {
    expect(await codesOf(teamsOf('seven-teams').all({ first: 3 }, { maxItems: TOTAL }))).toHaveLength(TOTAL);
  });

  it('does not go on for ever where the server repeats a cursor', async () => {
    const error = await failureOf(codesOf(teamsOf('same-cursor').all({})));
    expect(error.code).toBe('GRAPHQL');
    expect(server.count('same-cursor')).toBe(2);
  });

  it('does not go on for ever where pages are empty', async () => {
    const error = await failureOf(codesOf(teamsOf('nothing-for-ever').all({})));
    expect([error.code, server.count('nothing-for-ever')]).toEqual(['GRAPHQL', 1]);
  });

  it('ends at its limit where the server goes in circles', async () => {
    const error = await failureOf(codesOf(teamsOf('in-circles').all({}, { maxItems: 12 })));
    expect([error.code, server.count('in-circles')]).toEqual(['ITEM_LIMIT', 12]);
    expect(await teamsOf('in-circles').toArray({}, { limit: 7 })).toHaveLength(7);
  });

  it.each([
    [{}, 3, 3, [3]],
    [{ first: 2 }, 5, 5, [2, 2, 2]],
    [{}, 100, 7, [100]],
    [{}, 0, 0, []],
  ])('of %j as an array has the first %i at most: %i', async (filter, limit, count, pages) => {
    const before = server.count('seven-teams');
    expect(await teamsOf('seven-teams').toArray(filter, { limit })).toHaveLength(count);
    const asked = server.seen('seven-teams').slice(before);
    expect(asked.map(({ variables }) => variables['first'])).toEqual(pages);
  });

  it.each([undefined, Number.NaN, Number.POSITIVE_INFINITY, -1, 1.5])(
    'is not read up to a limit that is none: %s',
    async (limit) => {
      const teams = teamsOf('seven-teams');
      const before = server.count('seven-teams');
      // The casts: callers of plain JavaScript may give anything.
      const error = await failureOf(teams.toArray({}, { limit: limit as number }));
      expect(error).toMatchObject({ code: 'INPUT_INVALID', field: 'limit', value: String(limit) });
      if (limit !== undefined) expect(() => teams.all({}, { maxItems: limit })).toThrow(CnscdError);
      expect(server.count('seven-teams')).toBe(before);
    },
  );
});

describe('a single thing', () => {
  it('that is null without a reason is an error, never undefined further on', async () => {
    expect((await failureOf(teamsOf('no-team').get({ code: 'X' }))).code).toBe('GRAPHQL');
  });
});
