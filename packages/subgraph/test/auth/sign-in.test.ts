import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoAccounts } from '../../src/auth/demo-accounts.ts';
import { type DevIssuer, startDevIssuer } from '../../src/auth/dev-issuer.ts';
import { type RunningServer, startServer } from '../../src/server.ts';
import { testDatabase } from '../support/database.ts';

// A list of members is for those who see inside the team; the team itself is public.
const MEMBERS = '{ team(code: "QTR-CLO-X01") { name members { totalCount } } }';
const NAME = '{ team(code: "QTR-CLO-X01") { name } }';

const clock = () => new Date('2026-11-22T03:00:00Z');
const database = await testDatabase('loaded');
const accounts = await demoAccounts(database, clock());
let issuer: DevIssuer;
let server: RunningServer;

beforeAll(async () => {
  issuer = await startDevIssuer({ accounts, port: 0, clock });
  const { audience, jwksUrl } = issuer;
  server = await startServer({
    ...{ databaseUrl: database.url, port: 0, clock },
    auth: { issuer: issuer.issuer, audience, jwksUrl },
  });
});
afterAll(async () => {
  await server.close();
  await issuer.close();
});

/** What came back: `ok`, or the code of the first error. Sends a header for each value, also of the same name. */
function askAt(address: string, query: string, authorization: string[]): Promise<string> {
  return new Promise((done, fail) => {
    const url = new URL(address);
    const headers = ['host', url.host, 'content-type', 'application/json'];
    const all = authorization.flatMap((value) => ['authorization', value]);
    const options = { method: 'POST', headers: [...headers, ...all] };
    const asking = request(url, options, async (response) => {
      const { errors } = JSON.parse((await response.toArray()).join('')) as {
        errors?: { extensions: { code: string } }[];
      };
      done(`${response.statusCode} ${errors?.[0]?.extensions.code ?? 'ok'}`);
    });
    asking.on('error', fail);
    asking.end(JSON.stringify({ query }));
  });
}

const ask = (query: string, ...authorization: string[]) => askAt(server.url, query, authorization);
const bearer = async (accountId: string) => `Bearer ${await issuer.tokenFor(accountId)}`;

describe('over HTTP', () => {
  it('nobody is asked who he is for what is public', async () => {
    expect(await ask(NAME)).toBe('200 ok');
  });

  it('what is not public is for who has signed in', async () => {
    expect(await ask(MEMBERS)).toBe('200 SIGN_IN_REQUIRED');
    expect(await ask(MEMBERS, await bearer('leader-cam-lo'))).toBe('200 ok');
  });

  it('a bad token loses nothing of what is public, and opens nothing else', async () => {
    expect(await ask(NAME, 'Bearer made-up')).toBe('200 ok');
    expect(await ask(MEMBERS, 'Bearer made-up')).toBe('200 TOKEN_INVALID');
  });

  it('two tokens are none, whichever of them is good', async () => {
    const good = await bearer('leader-cam-lo');
    expect(await ask(MEMBERS, good, 'Bearer made-up')).toBe('200 TOKEN_INVALID');
    expect(await ask(MEMBERS, good, good)).toBe('200 TOKEN_INVALID');
  });
});

it('while the keys cannot be had, public fields answer, and the operator is told once', async () => {
  const gone = await startDevIssuer({ accounts, port: 0, clock });
  const token = `Bearer ${await gone.tokenFor('leader-cam-lo')}`;
  await gone.close();
  const { audience, jwksUrl } = gone;
  const logged: string[] = [];
  const other = await startServer({
    ...{ databaseUrl: database.url, port: 0, clock, log: ({ message }) => logged.push(message) },
    auth: { issuer: gone.issuer, audience, jwksUrl },
  });
  expect(await askAt(other.url, NAME, [token])).toBe('200 ok');
  expect(await askAt(other.url, MEMBERS, [token])).toBe('200 IDENTITY_UNAVAILABLE');
  await other.close();
  expect(logged).toEqual([expect.stringMatching(/^No token can be checked, .*ECONNREFUSED/)]);
});
