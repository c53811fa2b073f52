import { startServer } from '@cnscd/subgraph';
import { afterAll, beforeAll } from 'vitest';
import { testDatabase } from '../../../../packages/subgraph/test/support/database.ts';
import { portalSdl, startGateway, startPortalSubgraph } from '../../src/index.ts';
import { communityTeamSdl } from './community-team-sdl.ts';

/** What the gateway answered. Tests look into answers of any shape. */
export interface GatewayAnswer {
  status: number;
  // biome-ignore lint/suspicious/noExplicitAny: see above
  data: any;
  errors: { message: string; path?: unknown[]; extensions: Record<string, unknown> }[];
}

/** The whole supergraph on real parts for one test file: database, both subgraphs, Hive Gateway. The day is fixed. */
export function runningGateway() {
  const running: { close(): Promise<void> }[] = [];
  let url = '';
  let databaseUrl = '';
  beforeAll(async () => {
    const database = await testDatabase('loaded');
    databaseUrl = database.url;
    const clock = () => new Date('2026-11-22T03:00:00Z');
    const teams = await startServer({ databaseUrl, port: 0, clock });
    const portal = await startPortalSubgraph({ port: 0 });
    const gateway = await startGateway({
      port: 0,
      subgraphs: [
        { name: 'portal', url: portal.url, sdl: portalSdl },
        { name: 'community-teams', url: teams.url, sdl: communityTeamSdl },
      ],
    });
    running.push(gateway, portal, teams);
    url = gateway.url;
  });
  afterAll(async () => {
    for (const server of running) await server.close();
  });

  return {
    url: () => url,
    databaseUrl: () => databaseUrl,
    async ask(query: string, variables: Record<string, unknown> = {}): Promise<GatewayAnswer> {
      const response = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query, variables }),
      });
      const { data = null, errors = [] } = (await response.json()) as Partial<GatewayAnswer>;
      return { status: response.status, data, errors };
    },
  };
}
