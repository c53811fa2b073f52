import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import {
  connect,
  type DemoAccount,
  demoAccounts,
  importToolsOf,
  startDevIssuer,
  startServer,
  startWorker,
} from '@cnscd/subgraph';
import { createZaloApp } from '@cnscd/zalo';
import { portalSdl, startGateway, startPortalSubgraph } from '@cnscd-examples/gateway';
import { setDemoTargets } from './demo-targets.ts';
import { demoSessionKey, enterDemoPhones, startDemoZalo } from './demo-zalo.ts';
import type { Lifetime } from './lifetime.ts';
import { startMiniApp, ZALO_ORIGIN } from './mini-app.ts';
import type { Ports } from './options.ts';
import { startPage } from './page.ts';
import { HOST } from './ports.ts';

/** Where the servers answer. */
export interface Running {
  gateway: string;
  subgraph: string;
  portal: string;
  /** The accounts that one can sign in as. */
  signIn: string;
  /** The people who can sign in by the fake Zalo. */
  zalo: string;
  page: string;
  miniApp: string;
}

export interface ServeOptions {
  databaseUrl: string;
  ports: Ports;
  /** Pages of somebody else's that browsers let ask. */
  origins: readonly string[];
  /** What phone numbers are encrypted with. */
  personalDataKey: string;
}

/** Starts the servers from the subgraphs to the pages: each one needs those before it. */
export async function serve(
  { databaseUrl, ports, origins: invited, personalDataKey }: ServeOptions,
  lifetime: Lifetime,
): Promise<Running> {
  const served = [ports.page, ports.miniApp].flatMap((port) => [
    `http://${HOST}:${port}`,
    `http://localhost:${port}`,
  ]);
  const origins = [...served, ...invited];
  const accounts = await readDemoAccounts(databaseUrl);
  const signIn = await startDevIssuer({ host: HOST, port: ports.signIn, origins, accounts });
  lifetime.own(() => signIn.close());
  const zalo = await startDemoZalo({ accounts, port: ports.zalo, origins });
  lifetime.own(() => zalo.close());
  const { appId, appSecret } = zalo;
  const { issuer, audience, jwksUrl } = signIn;
  const auth = { issuer, audience, jwksUrl };
  const subgraph = await startServer({
    ...{ databaseUrl, host: HOST, port: ports.subgraph },
    ...{ auth, personalDataKey },
    zalo: {
      appId,
      app: createZaloApp({ appId, appSecret, baseUrl: zalo.url }),
      sessionKey: demoSessionKey(),
    },
  });
  lifetime.own(() => subgraph.close());
  const demo = { accounts, issuer: signIn, graphqlUrl: subgraph.url };
  await enterDemoPhones(demo);
  await setDemoTargets(demo);
  startOwnWorker({ databaseUrl, personalDataKey }, lifetime);
  const portal = await startPortalSubgraph({ host: HOST, port: ports.portal });
  lifetime.own(() => portal.close());
  const gateway = await startGateway({
    host: HOST,
    port: ports.gateway,
    subgraphs: [
      { name: 'portal', url: portal.url, sdl: portalSdl },
      { name: 'community-teams', url: subgraph.url, sdl: communityTeamSdl() },
    ],
    corsOrigins: [...origins, ZALO_ORIGIN],
  });
  lifetime.own(() => gateway.close());
  const page = await startPage({
    ...{ port: ports.page, graphqlUrl: gateway.url, signInUrl: issuer },
    filesUrl: new URL('/files', subgraph.url).href,
  });
  lifetime.own(() => page.close());
  const miniApp = await startMiniApp({
    ...{ port: ports.miniApp, appId },
    settings: { graphqlUrl: gateway.url, zaloUrl: zalo.url },
  });
  lifetime.own(() => miniApp.close());
  return {
    ...{ gateway: gateway.url, subgraph: subgraph.url, portal: portal.url, page: page.url },
    ...{ signIn: `${issuer}/accounts`, zalo: `${zalo.url}/people`, miniApp: miniApp.url },
  };
}

/** The made-up people of this database, as they are now. */
async function readDemoAccounts(databaseUrl: string): Promise<DemoAccount[]> {
  const database = connect(databaseUrl);
  try {
    return await demoAccounts(database);
  } finally {
    await database.close();
  }
}

/** Folds, seals and imports beside the server: what `cnscd-subgraph work` does in a process of its own. */
function startOwnWorker(
  { databaseUrl, personalDataKey }: Pick<ServeOptions, 'databaseUrl' | 'personalDataKey'>,
  lifetime: Lifetime,
): void {
  const db = connect(databaseUrl, { maxConnections: 4, statementTimeoutMs: 0 });
  const worker = startWorker(db, { imports: importToolsOf(personalDataKey) });
  lifetime.own(async () => {
    await worker.stop();
    await db.close();
  });
}

function communityTeamSdl(): string {
  return readFileSync(createRequire(import.meta.url).resolve('@cnscd/subgraph/schema.graphql'), 'utf8');
}
