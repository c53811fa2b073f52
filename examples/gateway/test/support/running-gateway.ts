import { randomBytes } from 'node:crypto';
import { type DevIssuer, demoAccounts, startDevIssuer, startServer } from '@cnscd/subgraph';
import { createZaloApp } from '@cnscd/zalo';
import { type FakeZalo, startFakeZalo } from '@cnscd/zalo/testing';
import { afterAll, beforeAll } from 'vitest';
import { testDatabase } from '../../../../packages/subgraph/test/support/database.ts';
import { newSessionKey } from '../../../../packages/subgraph/test/support/session-key.ts';
import { portalSdl, startGateway, startPortalSubgraph } from '../../src/index.ts';
import { communityTeamSdl } from './community-team-sdl.ts';

/** What the gateway answered. Tests look into answers of any shape. */
export interface GatewayAnswer {
  status: number;
  // biome-ignore lint/suspicious/noExplicitAny: see above
  data: any;
  errors: { message: string; path?: unknown[]; extensions: Record<string, unknown> }[];
}

/** Signs what Zalo tells of the mini app. */
export const MINI_APP_KEY = 'key-of-the-mini-app';
const personalDataKey = randomBytes(32).toString('base64');

/** Who asks, for one question. */
export interface Asker {
  /** Id of a demo account, `leader-cam-lo` for one. @defaultValue the public */
  as?: string;
}

/**
 * The whole supergraph on real parts for one test file: database, token issuer, both subgraphs, Hive Gateway. The day is
 * fixed.
 */
export function runningGateway() {
  const running: { close(): Promise<void> }[] = [];
  let url = '';
  let databaseUrl = '';
  let teamsUrl = '';
  let issuer: DevIssuer;
  let fakeZalo: FakeZalo;
  beforeAll(async () => {
    const database = await testDatabase('loaded');
    databaseUrl = database.url;
    const clock = () => new Date('2026-11-22T03:00:00Z');
    issuer = await startDevIssuer({ accounts: await demoAccounts(database, clock()), port: 0, clock });
    const auth = { issuer: issuer.issuer, audience: issuer.audience, jwksUrl: issuer.jwksUrl };
    fakeZalo = await startFakeZalo();
    const { appId, appSecret, url: baseUrl } = fakeZalo;
    const app = createZaloApp({ appId, appSecret, baseUrl });
    const zalo = { appId, app, miniAppApiKey: MINI_APP_KEY, sessionKey: newSessionKey() };
    const teams = await startServer({ databaseUrl, port: 0, clock, auth, personalDataKey, zalo });
    teamsUrl = teams.url;
    const portal = await startPortalSubgraph({ port: 0 });
    const gateway = await startGateway({
      port: 0,
      subgraphs: [
        { name: 'portal', url: portal.url, sdl: portalSdl },
        { name: 'community-teams', url: teams.url, sdl: communityTeamSdl },
      ],
    });
    running.push(gateway, portal, teams, issuer, fakeZalo);
    url = gateway.url;
  });
  afterAll(async () => {
    for (const server of running) await server.close();
  });

  return {
    url: () => url,
    databaseUrl: () => databaseUrl,
    /** The subgraph behind the gateway, for what does not go through it. */
    teamsUrl: () => teamsUrl,
    /** The fake Zalo beside it. */
    zalo: () => fakeZalo,
    tokenFor: (accountId: string) => issuer.tokenFor(accountId),
    async ask(
      query: string,
      variables: Record<string, unknown> = {},
      { as }: Asker = {},
    ): Promise<GatewayAnswer> {
      const token = as === undefined ? {} : { authorization: `Bearer ${await issuer.tokenFor(as)}` };
      const response = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...token },
        body: JSON.stringify({ query, variables }),
      });
      const { data = null, errors = [] } = (await response.json()) as Partial<GatewayAnswer>;
      return { status: response.status, data, errors };
    },
  };
}
