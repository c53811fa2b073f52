import { randomBytes } from 'node:crypto';
import { type Database, type DemoAccount, demoAccounts, startDevIssuer, startServer } from '@cnscd/subgraph';
import { createZaloApp } from '@cnscd/zalo';
import type { FakeZalo } from '@cnscd/zalo/testing';
import { portalSdl, type RunningServer, startGateway, startPortalSubgraph } from '@cnscd-examples/gateway';
import { testDatabase } from '../../../../packages/subgraph/test/support/database.ts';
import { enterDemoPhones, startDemoZalo } from '../../../../scripts/start/demo-zalo.ts';
import { buildMiniApp, startMiniApp, ZALO_ORIGIN } from '../../../../scripts/start/mini-app.ts';
import { communityTeamSdl } from '../../../gateway/test/support/community-team-sdl.ts';
import { freePort } from '../../../gateway/test/support/free-port.ts';

export const APP_ID = '3368637342326461234';

export interface Stack {
  database: Database;
  /** A Zalo of our own, which the server asks whose token it is. */
  zalo: FakeZalo;
  gatewayUrl: string;
  /** Of the host that Zalo's SDK takes for a place to try things in. */
  appUrl: string;
  /** Made-up people of the register, and officers. */
  accounts: readonly DemoAccount[];
  tokenFor(accountId: string): Promise<string>;
  /** The server goes away: nobody answers at its address. */
  stopApi(): Promise<void>;
  startApi(): Promise<void>;
  /** As `npm start` after an end: the fake Zalo and the server of the teams know no token of before. */
  restartTeams(): Promise<void>;
  close(): Promise<void>;
}

/** What the mini app needs of `npm start`, on free ports, with a gateway that can be taken away. */
export async function startStack(): Promise<Stack> {
  const database = await testDatabase('loaded');
  const accounts: readonly DemoAccount[] = await demoAccounts(database);
  const [appPort, gatewayPort] = [await freePort(), await freePort()];
  const origins = [`http://localhost:${appPort}`, `http://127.0.0.1:${appPort}`];
  const signIn = await startDevIssuer({ accounts, port: 0, origins });
  const { issuer, audience, jwksUrl } = signIn;
  const personalDataKey = randomBytes(32).toString('base64');
  const startTeams = async (ports: { zalo: number; teams: number }) => {
    const zalo = await startDemoZalo({ accounts, port: ports.zalo, origins });
    const { appId, appSecret, url: baseUrl } = zalo;
    const teams = await startServer({
      ...{ databaseUrl: database.url, port: ports.teams, auth: { issuer, audience, jwksUrl } },
      ...{ personalDataKey, zalo: { appId, app: createZaloApp({ appId, appSecret, baseUrl }) } },
    });
    return { zalo, teams };
  };
  let { zalo, teams } = await startTeams({ zalo: 0, teams: 0 });
  await enterDemoPhones({ accounts, issuer: signIn, graphqlUrl: teams.url });
  const portal = await startPortalSubgraph({ port: 0 });
  const startApi = () =>
    startGateway({
      port: gatewayPort,
      subgraphs: [
        { name: 'portal', url: portal.url, sdl: portalSdl },
        { name: 'community-teams', url: teams.url, sdl: communityTeamSdl },
      ],
      corsOrigins: [...origins, ZALO_ORIGIN],
    });
  let gateway: RunningServer | null = await startApi();
  const gatewayUrl = gateway.url;
  await buildMiniApp();
  const app = await startMiniApp({
    ...{ port: appPort, appId: APP_ID },
    settings: { graphqlUrl: gatewayUrl, zaloUrl: zalo.url },
  });
  const stopApi = async () => {
    await gateway?.close();
    gateway = null;
  };
  const ports = { zalo: portOf(zalo.url), teams: portOf(teams.url) };
  return {
    ...{ database, gatewayUrl, accounts, appUrl: app.url, stopApi },
    get zalo() {
      return zalo;
    },
    async restartTeams() {
      for (const server of [teams, zalo]) await server.close();
      ({ zalo, teams } = await startTeams(ports));
    },
    tokenFor: (accountId) => signIn.tokenFor(accountId),
    async startApi() {
      gateway ??= await startApi();
    },
    async close() {
      await stopApi();
      for (const server of [app, portal, teams, signIn, zalo]) await server.close();
    },
  };
}

const portOf = (url: string): number => Number(new URL(url).port);
