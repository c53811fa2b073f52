import { connect } from '@cnscd/subgraph';
import { beforeAll, describe, expect, it } from 'vitest';
import { memoryStorage } from '../../../packages/sdk/src/outbox/index.ts';
import {
  copyTeam,
  keepVisit,
  readRefusal,
  readTeams,
  recordVisit,
  searchTeams,
  testOwnPage,
} from '../../../packages/sdk/test/support/readme-example.ts';
import { importProvinceFile } from '../../../packages/subgraph/src/import/import-province-file.ts';
import { composeSupergraph } from '../src/index.ts';
import { communityTeamSdl } from './support/community-team-sdl.ts';
import { type Block, readPages } from './support/markdown.ts';
import { runningGateway } from './support/running-gateway.ts';

const { ask, databaseUrl, tokenFor, url } = runningGateway();
const pages = readPages();

/** Blocks of all pages, each with the place it stands at and what follows it up to the next block that `is` one. */
function blocks(is: (block: Block) => boolean): [string, Block, Block[]][] {
  return pages.flatMap(({ name, blocks }) =>
    blocks.flatMap((block, index): [string, Block, Block[]][] => {
      if (!is(block)) return [];
      const next = blocks.findIndex((other, place) => place > index && is(other));
      return [[`${name}:${block.line}`, block, blocks.slice(index + 1, next === -1 ? undefined : next)]];
    }),
  );
}

/** As the public, or as a demo account: ```` ```graphql as=officer-cam-lo ````. */
const ASKER = /^(?:as=(?<as>.+))?$/u;
const queries = blocks(({ language, role }) => language === 'graphql' && ASKER.test(role));
const files = blocks(({ role }) => role.startsWith('import='));
const schemas = blocks(({ role }) => role === 'schema');

beforeAll(async () => {
  const database = connect(databaseUrl());
  try {
    for (const [, { role, code }] of files)
      await importProvinceFile(database, { name: role.replace('import=', ''), text: code });
  } finally {
    await database.close();
  }
});

it('there are examples to run', () => {
  expect(queries.length).toBeGreaterThan(20);
  expect(files).toHaveLength(1);
  expect(schemas.length).toBeGreaterThan(2);
});

describe('an example query', () => {
  it.each(queries)('%s is answered as the page says', async (_, { code, role }, following) => {
    const { as } = ASKER.exec(role)?.groups ?? {};
    const stated = (role: string) =>
      JSON.parse(following.find((block) => block.role === role)?.code ?? 'null');
    const { data, errors } = await ask(code, {}, as === undefined ? {} : { as });
    const extensions = stated('extensions');
    if (extensions === null) {
      expect(errors).toEqual([]);
      if (stated('answer') !== null) expect({ data }).toEqual(stated('answer'));
      return;
    }
    const [{ serviceName: _name, ...found } = {}] = errors.map((error) => error.extensions);
    expect(found).toEqual(extensions);
    expect(errors[0]?.message).toBe(extensions.messages.vi);
  });
});

it.each(schemas)("%s composes with this subgraph's schema", (_, { code }) => {
  const portal = { name: 'portal', url: 'http://127.0.0.1:4002/graphql', sdl: code };
  const teams = { name: 'community-teams', url: 'http://127.0.0.1:4001/graphql', sdl: communityTeamSdl };
  expect(composeSupergraph([portal, teams])).toContain('oneStopServices');
});

it("the SDK's README says what its client does", async () => {
  const { reported, warnings, names } = await readTeams(url());
  expect(reported).toBe(830);
  expect(warnings).toEqual(['CHILD_SUM']);
  expect(names).toHaveLength(8);
  expect(await readRefusal(url())).toContain('mã 45');
});

it("the SDK's README says how its client writes", async () => {
  const { data } = await ask('{ viewer { roles { team { id } } } }', {}, { as: 'member-cam-lo' });
  const author = { url: url(), getToken: () => tokenFor('member-cam-lo') };
  const clash = await recordVisit({ ...author, teamId: data.viewer.roles[0].team.id });
  expect(clash).toMatchObject({ newest: { place: 'Thôn An Mỹ', version: 2 }, newestVersion: 2 });
  expect(clash?.message).toContain('phiên bản 1');
});

it("the SDK's README says how writes wait for a connection, and how pages are small and tested", async () => {
  const { data } = await ask('{ viewer { roles { team { id } } } }', {}, { as: 'member-cam-lo' });
  const teamId: string = data.viewer.roles[0].team.id;
  const author = { url: url(), getToken: () => tokenFor('member-cam-lo'), teamId };
  const statuses = await keepVisit(author, memoryStorage());
  expect(statuses.map(({ pendingCount }) => pendingCount)).toContain(1);
  expect(statuses.at(-1)).toMatchObject({ pendingCount: 0, stuckCount: 0, pause: null });
  expect(await searchTeams(url())).not.toHaveLength(0);
  expect(await copyTeam(author)).toBe(true);
  expect(await testOwnPage()).toBe(2);
});

it('docs/data.md says how many counts of units agree', async () => {
  const database = connect(databaseUrl());
  try {
    const { rows } = await database.pool.query<{ agreed: number; all: number }>(
      `select count(*) filter (where count ->> 'found' = count ->> 'expected')::int as agreed, count(*)::int as all
       from data_load, jsonb_array_elements(report -> 'counts') count where name = 'units'`,
    );
    const text = pages.find(({ name }) => name === 'docs/data.md')?.text;
    expect(text).toContain(`${rows[0]?.agreed} of ${rows[0]?.all} agree`);
  } finally {
    await database.close();
  }
});
