import { randomBytes } from 'node:crypto';
import {
  connect,
  type Database,
  type DemoAccount,
  demoAccounts,
  importToolsOf,
  startDevIssuer,
  startServer,
  startWorker,
} from '@cnscd/subgraph';
import { portalSdl, startGateway, startPortalSubgraph } from '@cnscd-examples/gateway';
import { testDatabase } from '../../../../packages/subgraph/test/support/database.ts';
import { buildPage, startPage } from '../../../../scripts/start/page.ts';
import { communityTeamSdl } from '../../../gateway/test/support/community-team-sdl.ts';
import { freePort } from '../../../gateway/test/support/free-port.ts';

export interface Stack {
  gatewayUrl: string;
  pageUrl: string;
  /** A token of a demo account: `officer-cam-lo`. */
  tokenFor(accountId: string): Promise<string>;
  close(): Promise<void>;
}

export interface StackOptions {
  /** @defaultValue one with all that the package loads */
  database?: Database & { url: string };
  /** @defaultValue those of the demonstration */
  accounts?: readonly DemoAccount[];
  clock?: () => Date;
}

/** All that `npm start` runs, on free ports: PostgreSQL, demo sign-in, both subgraphs, the gateway and the built page. */
export async function startStack(options: StackOptions = {}): Promise<Stack> {
  const { clock = () => new Date() } = options;
  const database = options.database ?? (await testDatabase('loaded'));
  const accounts = options.accounts ?? (await demoAccounts(database));
  const pagePort = await freePort();
  const origins = [`http://127.0.0.1:${pagePort}`];
  const signIn = await startDevIssuer({ accounts, port: 0, origins, clock });
  const { issuer, audience, jwksUrl } = signIn;
  const auth = { issuer, audience, jwksUrl };
  const personalDataKey = randomBytes(32).toString('base64');
  const teams = await startServer({ databaseUrl: database.url, port: 0, auth, personalDataKey, clock });
  const workerDb = connect(database.url, { maxConnections: 4, statementTimeoutMs: 0 });
  const worker = startWorker(workerDb, { intervalMs: 200, imports: importToolsOf(personalDataKey) });
  const portal = await startPortalSubgraph({ port: 0 });
  const gateway = await startGateway({
    port: 0,
    subgraphs: [
      { name: 'portal', url: portal.url, sdl: portalSdl },
      { name: 'community-teams', url: teams.url, sdl: communityTeamSdl },
    ],
    corsOrigins: origins,
  });
  await buildPage();
  const page = await startPage({
    ...{ port: pagePort, graphqlUrl: gateway.url, signInUrl: issuer },
    filesUrl: new URL('/files', teams.url).href,
  });
  return {
    gatewayUrl: gateway.url,
    pageUrl: page.url,
    tokenFor: (accountId) => signIn.tokenFor(accountId),
    async close() {
      await worker.stop();
      await workerDb.close();
      for (const server of [page, gateway, portal, teams, signIn]) await server.close();
    },
  };
}
