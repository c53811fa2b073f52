import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  exportJWK,
  type GenerateKeyPairResult,
  generateKeyPair,
  type JWK,
  type JWTHeaderParameters,
  SignJWT,
} from 'jose';

export const ISSUER = 'https://id.example.vn/realms/province';
export const AUDIENCE = 'cnscd';
/** The day on which the tests take place. */
export const NOW = new Date('2026-11-22T03:00:00Z');
const NOW_S = NOW.getTime() / 1000;

/** An identity provider's key: what it signs with, and what it publishes. */
export interface SigningKey extends GenerateKeyPairResult {
  alg: string;
  jwk: JWK & { kid: string };
}

export async function signingKey(alg: string, kid: string): Promise<SigningKey> {
  const pair = await generateKeyPair(alg, { extractable: true });
  return { ...pair, alg, jwk: { ...(await exportJWK(pair.publicKey)), kid, alg, use: 'sig' } };
}

/** Claims, also impossible ones; `undefined` leaves one out. */
export type Payload = Record<string, unknown>;

/** A good token for five minutes from now; what is given replaces its parts. */
export function sign(
  key: SigningKey,
  claims: Payload = {},
  header: Partial<JWTHeaderParameters> = {},
): Promise<string> {
  const payload = { iss: ISSUER, aud: AUDIENCE, sub: 'nguoi-1', iat: NOW_S, exp: NOW_S + 300, ...claims };
  return new SignJWT(payload)
    .setProtectedHeader({ alg: key.alg, kid: key.jwk.kid, ...header })
    .sign(key.privateKey);
}

/** Seconds since 1970, so many after the tests' now. */
export const inSeconds = (seconds: number) => NOW_S + seconds;

/** Serves JSON by path, on a port that stays the same when it goes down and comes back. */
export async function keyServer() {
  const paths: Record<string, unknown> = {};
  let hits = 0;
  let port = 0;
  let server: Server | undefined;
  const up = async () => {
    server = createServer(({ url = '' }, response) => {
      hits++;
      response.writeHead(url in paths ? 200 : 404, { 'content-type': 'application/json' });
      response.end(JSON.stringify(paths[url] ?? {}));
    });
    await new Promise<void>((listening) => server?.listen(port, '127.0.0.1', listening));
    port = (server.address() as AddressInfo).port; // a TCP server, never a pipe
  };
  const down = async () => {
    server?.closeAllConnections();
    await new Promise((closed) => server?.close(closed));
  };
  await up();
  return { origin: `http://127.0.0.1:${port}`, paths, hits: () => hits, up, down };
}
