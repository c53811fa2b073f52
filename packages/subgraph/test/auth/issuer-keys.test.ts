import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type TokenVerifier, tokenVerifier } from '../../src/auth/verify-token.ts';
import { AUDIENCE, ISSUER, keyServer, NOW, sign, signingKey } from './tokens.ts';

const first = await signingKey('ES256', 'first');
const second = await signingKey('ES256', 'second');
const UNAVAILABLE = { kind: 'UNAVAILABLE' };
const VERIFIED = { kind: 'VERIFIED', claims: { subject: 'nguoi-1' } };

let server: Awaited<ReturnType<typeof keyServer>>;
let outages: string[];

beforeEach(async () => {
  server = await keyServer();
  server.paths['/keys'] = { keys: [first.jwk] };
  outages = [];
});
afterEach(() => server.down());

function verifierOf(options: { issuer?: string; jwksUrl?: string; keyCooldownMs?: number }): TokenVerifier {
  return tokenVerifier(
    { issuer: ISSUER, audience: AUDIENCE, ...options },
    { clock: () => NOW, onOutage: (cause) => outages.push(String(cause)) },
  );
}

describe('the keys of the issuer', () => {
  it('are fetched once for many tokens', async () => {
    const verify = verifierOf({ jwksUrl: `${server.origin}/keys` });
    const tokens = await Promise.all(Array.from({ length: 20 }, () => sign(first)));
    const found = await Promise.all(tokens.map((token) => verify(`Bearer ${token}`)));
    for (const credential of found) expect(credential).toMatchObject(VERIFIED);
    expect(server.hits()).toBe(1);
  });

  it('that cannot be reached make no token invalid, and are found again when they are back', async () => {
    const verify = verifierOf({ jwksUrl: `${server.origin}/keys` });
    const token = `Bearer ${await sign(first)}`;
    await server.down();
    expect(await verify(token)).toEqual(UNAVAILABLE);
    expect(await verify(token)).toEqual(UNAVAILABLE);
    expect(outages).toHaveLength(1);
    await server.up();
    expect(await verify(token)).toMatchObject(VERIFIED);
    await server.down();
    expect(await verify(token)).toMatchObject(VERIFIED);
  });

  it('are asked for again when a new one signs, and the old one goes', async () => {
    const verify = verifierOf({ jwksUrl: `${server.origin}/keys`, keyCooldownMs: 0 });
    expect(await verify(`Bearer ${await sign(first)}`)).toMatchObject(VERIFIED);
    server.paths['/keys'] = { keys: [second.jwk] };
    expect(await verify(`Bearer ${await sign(second)}`)).toMatchObject(VERIFIED);
    expect(await verify(`Bearer ${await sign(first)}`)).toEqual({ kind: 'INVALID' });
  });

  it('are not asked for with each unknown one that somebody makes up', async () => {
    const verify = verifierOf({ jwksUrl: `${server.origin}/keys` });
    for (const kid of ['a', 'b', 'c'])
      expect(await verify(`Bearer ${await sign(second, {}, { kid })}`)).toEqual({ kind: 'INVALID' });
    expect(server.hits()).toBe(1);
  });

  it.each([
    ['an error', undefined],
    ['something else', { error: 'maintenance' }],
  ])('are unavailable while their address answers %s', async (_, answer) => {
    const { '/keys': keys } = server.paths;
    if (answer === undefined) delete server.paths['/keys'];
    else server.paths['/keys'] = answer;
    const verify = verifierOf({ jwksUrl: `${server.origin}/keys` });
    const token = `Bearer ${await sign(first)}`;
    expect(await verify(token)).toEqual(UNAVAILABLE);
    server.paths['/keys'] = keys;
    expect(await verify(token)).toMatchObject(VERIFIED);
  });
});

describe('without an address of keys', () => {
  const DISCOVERY = '/.well-known/openid-configuration';

  it('the issuer says where they are, also after it did not answer', async () => {
    const issuer = server.origin;
    const verify = verifierOf({ issuer });
    const token = `Bearer ${await sign(first, { iss: issuer })}`;
    expect(server.hits()).toBe(0);
    expect(await verify(token)).toEqual(UNAVAILABLE);
    server.paths[DISCOVERY] = { issuer, jwks_uri: `${issuer}/keys` };
    expect(await verify(token)).toMatchObject(VERIFIED);
    expect(await verify(token)).toMatchObject(VERIFIED);
    expect(server.hits()).toBe(3);
  });

  it.each([
    ['names another issuer', (origin: string) => ({ issuer: ISSUER, jwks_uri: `${origin}/keys` })],
    ['names no keys', (origin: string) => ({ issuer: origin })],
    ['names keys over plain HTTP', (issuer: string) => ({ issuer, jwks_uri: 'http://id.example.vn/keys' })],
  ])('an issuer that %s is not believed', async (_, document) => {
    server.paths[DISCOVERY] = document(server.origin);
    const verify = verifierOf({ issuer: server.origin });
    expect(await verify(`Bearer ${await sign(first, { iss: server.origin })}`)).toEqual(UNAVAILABLE);
    expect(outages).toHaveLength(1);
  });
});
