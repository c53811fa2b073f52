import { Buffer } from 'node:buffer';
import { exportSPKI, SignJWT } from 'jose';
import { describe, expect, it } from 'vitest';
import type { AuthOptions } from '../../src/auth/auth-options.ts';
import { tokenVerifier } from '../../src/auth/verify-token.ts';
import {
  AUDIENCE,
  ISSUER,
  inSeconds,
  NOW,
  type Payload,
  type SigningKey,
  sign,
  signingKey,
} from './tokens.ts';

const key = await signingKey('RS256', 'k1');
const stranger = await signingKey('RS256', 'k1');
const options: AuthOptions = { issuer: ISSUER, audience: AUDIENCE, jwks: { keys: [key.jwk] } };
const verify = tokenVerifier(options, { clock: () => NOW });
const INVALID = { kind: 'INVALID' };

function base64(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}

describe('a good token', () => {
  it('says who asks', async () => {
    const token = await sign(key, { name: 'Lê Thị Hoa', cnscd_roles: ['COMMUNE_OFFICER:19597'] });
    const expected = {
      kind: 'VERIFIED',
      claims: {
        issuer: ISSUER,
        subject: 'nguoi-1',
        name: 'Lê Thị Hoa',
        memberId: null,
        grants: [{ role: 'COMMUNE_OFFICER', unit: '19597' }],
      },
    };
    expect(await verify(`Bearer ${token}`)).toEqual(expected);
    expect(await verify(`bearer ${token}`)).toEqual(expected);
  });

  it.each(['RS256', 'PS256', 'ES256', 'EdDSA'])('may be signed by %s', async (alg) => {
    const other = await signingKey(alg, 'other');
    const verifyOther = tokenVerifier({ ...options, jwks: { keys: [other.jwk] } }, { clock: () => NOW });
    expect(await verifyOther(`Bearer ${await sign(other)}`)).toMatchObject({ kind: 'VERIFIED' });
  });

  it.each<[string, Payload]>([
    ['names this service among others', { aud: ['portal', AUDIENCE] }],
    ['expired half a minute ago by this clock', { exp: inSeconds(-29) }],
    ['begins half a minute from now by this clock', { nbf: inSeconds(29) }],
  ])('holds when it %s', async (_, claims) => {
    expect(await verify(`Bearer ${await sign(key, claims)}`)).toMatchObject({ kind: 'VERIFIED' });
  });
});

it.each([[undefined], ['']])('no token (%j) is the public', async (header) => {
  expect(await verify(header)).toEqual({ kind: 'NONE' });
});

describe('a token is invalid', () => {
  it.each<[string, SigningKey, Payload, object]>([
    ['signed by another key of the same name', stranger, {}, {}],
    ['signed by a key that is not known', stranger, {}, { kid: 'unknown' }],
    ['that brings its own key', stranger, {}, { jwk: stranger.jwk }],
    ['of another issuer', key, { iss: 'https://id.example.vn/realms/other' }, {}],
    ['whose issuer only begins alike', key, { iss: `${ISSUER}/` }, {}],
    ['for another service', key, { aud: 'portal' }, {}],
    ['for nobody', key, { aud: undefined }, {}],
    ['that expired', key, { exp: inSeconds(-31) }, {}],
    ['that is not valid yet', key, { nbf: inSeconds(31) }, {}],
    ['that never expires', key, { exp: undefined }, {}],
    ['that names nobody', key, { sub: undefined }, {}],
    ['whose bearer has an empty name', key, { sub: '' }, {}],
    ['whose bearer cannot be stored', key, { sub: 'a\0b' }, {}],
    ['with a bearer of 256 characters', key, { sub: 'a'.repeat(256) }, {}],
    ['with a header that must be understood', key, {}, { crit: ['x'], x: 1 }],
  ])('%s', async (_, signer, claims, header) => {
    // SignJWT itself would not sign what must be understood; only that one needs telling.
    const token = await signAnyway(signer, claims, header);
    expect(await verify(`Bearer ${token}`)).toEqual(INVALID);
  });

  it('with algorithm none', async () => {
    const payload = base64({ iss: ISSUER, aud: AUDIENCE, sub: 'nguoi-1', exp: inSeconds(300) });
    const [header = '', body = '', signature = ''] = (await sign(key)).split('.');
    expect(await verify(`Bearer ${base64({ alg: 'none' })}.${payload}.`)).toEqual(INVALID);
    expect(await verify(`Bearer ${base64({ alg: 'none', kid: 'k1' })}.${body}.${signature}`)).toEqual(
      INVALID,
    );
    expect(await verify(`Bearer ${header}.${body}.`)).toEqual(INVALID);
  });

  it('signed by HS256 with the public key as its secret', async () => {
    const claims = { iss: ISSUER, aud: AUDIENCE, sub: 'nguoi-1', exp: inSeconds(300) };
    for (const secret of [await exportSPKI(key.publicKey), JSON.stringify(key.jwk), key.jwk.n ?? '']) {
      const forged = await new SignJWT(claims)
        .setProtectedHeader({ alg: 'HS256', kid: 'k1' })
        .sign(new TextEncoder().encode(secret));
      expect(await verify(`Bearer ${forged}`)).toEqual(INVALID);
    }
  });

  it('by an algorithm that is not among those configured, though its key is', async () => {
    const onlyElliptic = tokenVerifier({ ...options, algorithms: ['ES256'] }, { clock: () => NOW });
    expect(await onlyElliptic(`Bearer ${await sign(key)}`)).toEqual(INVALID);
  });

  it('of which one letter was changed', async () => {
    const [header = '', , signature = ''] = (await sign(key)).split('.');
    const other = base64({ iss: ISSUER, aud: AUDIENCE, sub: 'nguoi-2', exp: inSeconds(300) });
    expect(await verify(`Bearer ${header}.${other}.${signature}`)).toEqual(INVALID);
  });

  it('over 8 kB, and just below it is not', async () => {
    const padded = async (bytes: number) => sign(key, { groups: 'x'.repeat(bytes) });
    expect(await verify(`Bearer ${await padded(5600)}`)).toMatchObject({ kind: 'VERIFIED' });
    expect(await verify(`Bearer ${await padded(6000)}`)).toEqual(INVALID);
  });

  it('twice in one header, or with another scheme, or with none', async () => {
    const token = await sign(key);
    for (const header of [
      `Bearer ${token}, Bearer ${token}`,
      `Bearer ${token} ${token}`,
      `Bearer ${token},${token}`,
      `Basic ${token}`,
      `DPoP ${token}`,
      token,
      'Bearer',
      'Bearer ',
      'Bearer a.b.c',
      'Bearer …',
      `Bearer ${token}\n`,
    ])
      expect(await verify(header), header.slice(0, 20)).toEqual(INVALID);
  });

  it('everywhere while no provider is configured', async () => {
    const nobody = tokenVerifier(undefined);
    expect(await nobody(`Bearer ${await sign(key)}`)).toEqual(INVALID);
    expect(await nobody(undefined)).toEqual({ kind: 'NONE' });
  });
});

describe('options are refused', () => {
  it.each<[string, Payload, RegExp]>([
    ['HS256', { algorithms: ['RS256', 'HS256'] }, /"HS256"/],
    ['none', { algorithms: ['none'] }, /"none"/],
    ['no algorithm', { algorithms: [] }, /algorithm/],
    ['an empty audience', { audience: '' }, /audience/],
    ['an empty issuer', { issuer: '' }, /issuer/],
    ['keys over plain HTTP', { jwks: undefined, jwksUrl: 'http://id.example.vn/keys' }, /https/],
    ['an issuer that is no address and no keys', { jwks: undefined, issuer: 'province' }, /"province"/],
  ])('%s', (_, change, message) => {
    const given = { ...options, ...change } as AuthOptions; // as from a file of settings
    expect(() => tokenVerifier(given)).toThrow(message);
  });

  it('a role that is not one of ours', () => {
    const roles = { staff: 'LEADER' } as unknown as NonNullable<AuthOptions['roles']>; // as from a file of settings
    expect(() => tokenVerifier({ ...options, roles })).toThrow(/"LEADER"/);
  });
});

/** SignJWT refuses to sign a `crit` that it does not know unless told that it may. */
function signAnyway(signer: SigningKey, claims: Payload, header: object): Promise<string> {
  const payload = { iss: ISSUER, aud: AUDIENCE, sub: 'nguoi-1', exp: inSeconds(300), ...claims };
  return new SignJWT(payload)
    .setProtectedHeader({ alg: signer.alg, kid: signer.jwk.kid, ...header })
    .sign(signer.privateKey, { crit: { x: true } });
}
