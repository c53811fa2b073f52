import { ApolloGateway } from '@apollo/gateway';
import { ApolloServer } from '@apollo/server';
import { startServer } from '@cnscd/subgraph';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../../../packages/subgraph/test/support/database.ts';
import {
  composeSupergraph,
  portalSdl,
  type RunningServer,
  type Subgraph,
  startGateway,
  startPortalSubgraph,
} from '../src/index.ts';
import { ask } from './support/ask.ts';
import { communityTeamSdl } from './support/community-team-sdl.ts';
import { THERE_AND_BACK, type ThereAndBack } from './support/there-and-back.ts';

const running: { close(): Promise<void> }[] = [];
let subgraphs: Subgraph[];

beforeAll(async () => {
  const database = await testDatabase('loaded');
  const teams = await startServer({ databaseUrl: database.url, host: '127.0.0.1', port: 0 });
  const portal = await startPortalSubgraph({ port: 0 });
  running.push(teams, portal);
  subgraphs = [
    { name: 'portal', url: portal.url, sdl: portalSdl },
    { name: 'community-teams', url: teams.url, sdl: communityTeamSdl },
  ];
});
afterAll(async () => {
  for (const server of running.reverse()) await server.close();
});

describe('one query from the portal to community teams and back', () => {
  it('is answered by Hive Gateway', async () => {
    const gateway: RunningServer = await startGateway({ port: 0, subgraphs });
    running.push(gateway);
    const { data, errors } = await ask(gateway.url, THERE_AND_BACK);
    expect(errors).toEqual([]);
    expectThereAndBack(data as unknown as ThereAndBack);
  });

  it('is answered by @apollo/gateway', async () => {
    const server = new ApolloServer({
      gateway: new ApolloGateway({ supergraphSdl: composeSupergraph(subgraphs) }),
      stopOnTerminationSignals: false,
    });
    await server.start();
    running.push({ close: () => server.stop() });
    const { body } = await server.executeOperation({ query: THERE_AND_BACK });
    if (body.kind !== 'single') expect.fail('answered in parts');
    expect(body.singleResult.errors).toBeUndefined();
    expectThereAndBack(body.singleResult.data as unknown as ThereAndBack);
  });
});

function expectThereAndBack({ citizen }: ThereAndBack): void {
  expect(citizen.displayName).toBe('Đặng Văn Khế (giả lập)');
  expect(citizen.commune).toMatchObject({ fullName: 'Xã Đại Điền', population: null });
  const teams = citizen.commune.teams.edges.map((edge) => edge.node);
  expect(teams).toHaveLength(1);
  expect(teams[0]?.unit).toEqual({
    code: '29188',
    oneStopServices: [{ code: 'GL-CT', name: 'Chứng thực bản sao điện tử (giả lập)' }],
  });
  // Nobody has signed in: a team has a name and a place, and its people are its own.
  expect(teams[0]).toMatchObject({ name: expect.stringContaining('xã Đại Điền'), leader: null });
}
