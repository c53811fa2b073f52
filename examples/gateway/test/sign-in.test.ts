import { request } from 'node:http';
import { type DemoAccount, type DevIssuer, startDevIssuer } from '@cnscd/subgraph';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TokenVerifier, tokenVerifier } from '../../../packages/subgraph/src/auth/verify-token.ts';
import { type RunningServer, startGateway } from '../src/index.ts';
import { ask } from './support/ask.ts';
import { runningGateway } from './support/running-gateway.ts';
import { startStandIn } from './support/stand-in.ts';

const ACCOUNTS = ['hoa', 'nam', 'an', 'binh'].map(
  (id): DemoAccount => ({
    ...{ id, role: 'COMMUNE_OFFICER', subject: id, memberId: null, roles: ['COMMUNE_OFFICER:19597'] },
    name: { vi: `${id} (giả lập)`, en: `${id} (made up)` },
    unit: { vi: 'Xã Cam Lộ', en: 'Xã Cam Lộ' },
  }),
);
const RECEIVED = '{ receivedHeader(name: "authorization") }';

describe('through the gateway to a subgraph that tells what reached it', () => {
  let issuer: DevIssuer;
  let standIn: Awaited<ReturnType<typeof startStandIn>>;
  let gateway: RunningServer;
  let verify: TokenVerifier;

  beforeAll(async () => {
    issuer = await startDevIssuer({ accounts: ACCOUNTS, port: 0 });
    standIn = await startStandIn();
    gateway = await startGateway({ port: 0, subgraphs: [standIn] });
    verify = tokenVerifier({ issuer: issuer.issuer, audience: issuer.audience });
  });
  afterAll(async () => {
    await gateway.close();
    await standIn.close();
    await issuer.close();
  });

  /** What the subgraph receives as `authorization`. */
  async function received(headers: Record<string, string>): Promise<string | undefined> {
    const { data } = await ask(gateway.url, RECEIVED, headers);
    return (data?.['receivedHeader'] ?? undefined) as string | undefined; // the one field asked for, a text
  }

  it('a token arrives as it was issued, and none where there was none', async () => {
    const token = await issuer.tokenFor('hoa');
    const header = await received({ authorization: `Bearer ${token}` });
    expect(header).toBe(`Bearer ${token}`);
    expect(await verify(header)).toMatchObject({ kind: 'VERIFIED', claims: { subject: 'hoa' } });
    expect(await received({})).toBeUndefined();
  });

  it('of people who ask the same at once, each is taken for himself', async () => {
    const asked = Array.from({ length: 40 }, (_, index) => ACCOUNTS[index % ACCOUNTS.length]?.id ?? '');
    const found = await Promise.all(
      asked.map(async (id) =>
        verify(await received({ authorization: `Bearer ${await issuer.tokenFor(id)}` })),
      ),
    );
    expect(found.map((each) => each.kind === 'VERIFIED' && each.claims.subject)).toEqual(asked);
  });

  it.each([
    'x-user',
    'x-forwarded-user',
    'x-forwarded-authorization',
    'cookie',
    'apollo-federation-include-trace',
  ])('a client’s %s stays outside', async (name) => {
    const { data } = await ask(gateway.url, `{ receivedHeader(name: "${name}") }`, { [name]: 'made-up' });
    expect(data).toEqual({ receivedHeader: null });
  });

  it.each(['authorization', 'x-user'])('no %s gets in by the body', async (name) => {
    const token = await issuer.tokenFor('nam');
    const response = await fetch(gateway.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        query: `{ receivedHeader(name: "${name}") }`,
        extensions: { headers: { [name]: `Bearer ${token}` } },
      }),
    });
    expect(await response.json()).toEqual({ data: { receivedHeader: null } });
  });

  it('of two tokens only the first arrives', async () => {
    const tokens = [await issuer.tokenFor('hoa'), await issuer.tokenFor('nam')];
    const header = await receivedFromTwo(
      gateway.url,
      tokens.map((token) => `Bearer ${token}`),
    );
    expect(header).toBe(`Bearer ${tokens[0]}`);
  });
});

describe('through the gateway to the community teams', () => {
  const { ask: askTeams, url } = runningGateway();
  const PUBLIC = '{ adminUnit(code: "44", asOf: "2025-07-01") { fullName } }';
  const answer = { adminUnit: { fullName: 'Tỉnh Quảng Trị' } };

  it.each(['leader-cam-lo', 'administrator'])('%s is answered', async (as) => {
    expect(await askTeams(PUBLIC, {}, { as })).toMatchObject({ status: 200, data: answer, errors: [] });
  });

  it.each(['Bearer made-up', 'Basic bWFkZTp1cA==', 'Bearer a.b.c, Bearer a.b.c'])(
    'what is public is answered also to "%s"',
    async (authorization) => {
      const { status, data, errors } = await ask(url(), PUBLIC, { authorization });
      expect({ status, data, errors }).toEqual({ status: 200, data: answer, errors: [] });
    },
  );
});

/** Sends two headers of the same name, which `fetch` would join. */
function receivedFromTwo(url: string, authorization: string[]): Promise<string> {
  return new Promise((done, fail) => {
    const headers = ['host', new URL(url).host, 'content-type', 'application/json'];
    const both = authorization.flatMap((value) => ['authorization', value]);
    const options = { method: 'POST', headers: [...headers, ...both] };
    const asking = request(url, options, async (response) => {
      const text = (await response.toArray()).join('');
      done((JSON.parse(text) as { data: { receivedHeader: string } }).data.receivedHeader);
    });
    asking.on('error', fail);
    asking.end(JSON.stringify({ query: RECEIVED }));
  });
}
