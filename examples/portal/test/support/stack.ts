import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { startServer } from '@cnscd/subgraph';
import { portalSdl, startGateway, startPortalSubgraph } from '@cnscd-examples/gateway';
import { testDatabase } from '../../../../packages/subgraph/test/support/database.ts';
import { buildPage, startPage } from '../../../../scripts/start/page.ts';

export interface Stack {
  gatewayUrl: string;
  pageUrl: string;
  close(): Promise<void>;
}

/** All that `npm start` runs, on free ports: PostgreSQL, both subgraphs, the gateway and the built page. */
export async function startStack(): Promise<Stack> {
  const database = await testDatabase('loaded');
  const pagePort = await freePort();
  const teams = await startServer({ databaseUrl: database.url, port: 0 });
  const portal = await startPortalSubgraph({ port: 0 });
  const gateway = await startGateway({
    port: 0,
    subgraphs: [
      { name: 'portal', url: portal.url, sdl: portalSdl },
      { name: 'community-teams', url: teams.url, sdl: communityTeamSdl() },
    ],
    corsOrigins: [`http://127.0.0.1:${pagePort}`],
  });
  await buildPage();
  const page = await startPage({ port: pagePort, graphqlUrl: gateway.url });
  return {
    gatewayUrl: gateway.url,
    pageUrl: page.url,
    async close() {
      for (const server of [page, gateway, portal, teams]) await server.close();
    },
  };
}

function communityTeamSdl(): string {
  return readFileSync(createRequire(import.meta.url).resolve('@cnscd/subgraph/schema.graphql'), 'utf8');
}

/** The gateway must know the page's origin before it starts, and the page the gateway's address. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('a TCP server has a port');
  return address.port;
}
