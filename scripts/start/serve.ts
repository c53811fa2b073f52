import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { startServer } from '@cnscd/subgraph';
import { portalSdl, startGateway, startPortalSubgraph } from '@cnscd-examples/gateway';
import type { Lifetime } from './lifetime.ts';
import type { Ports } from './options.ts';
import { startPage } from './page.ts';
import { HOST } from './ports.ts';

/** Where the four servers answer. */
export interface Running {
  gateway: string;
  subgraph: string;
  portal: string;
  page: string;
}

/** Starts the servers from the subgraphs to the page: each one needs those before it. */
export async function serve(databaseUrl: string, ports: Ports, lifetime: Lifetime): Promise<Running> {
  const subgraph = await startServer({ databaseUrl, host: HOST, port: ports.subgraph });
  lifetime.own(() => subgraph.close());
  const portal = await startPortalSubgraph({ host: HOST, port: ports.portal });
  lifetime.own(() => portal.close());
  const gateway = await startGateway({
    host: HOST,
    port: ports.gateway,
    subgraphs: [
      { name: 'portal', url: portal.url, sdl: portalSdl },
      { name: 'community-teams', url: subgraph.url, sdl: communityTeamSdl() },
    ],
    corsOrigins: [`http://${HOST}:${ports.page}`, `http://localhost:${ports.page}`],
  });
  lifetime.own(() => gateway.close());
  const page = await startPage({ port: ports.page, graphqlUrl: gateway.url });
  lifetime.own(() => page.close());
  return { gateway: gateway.url, subgraph: subgraph.url, portal: portal.url, page: page.url };
}

function communityTeamSdl(): string {
  return readFileSync(createRequire(import.meta.url).resolve('@cnscd/subgraph/schema.graphql'), 'utf8');
}
