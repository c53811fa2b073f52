import { randomUUID } from 'node:crypto';
import type { Messages } from '@cnscd/domain';
import Fastify, { type FastifyInstance } from 'fastify';
import { calculateJwkThumbprint, exportJWK, generateKeyPair, type JWK, SignJWT } from 'jose';
import { Refusal } from '../refusal.ts';
import { isLoopback } from './auth-options.ts';
import type { DemoAccount } from './demo-accounts.ts';

export interface DevIssuerOptions {
  accounts: readonly DemoAccount[];
  /** 0: a free one. @defaultValue 4003 */
  port?: number;
  /** @defaultValue `127.0.0.1`, and nothing but this machine */
  host?: string;
  /** Origins of the pages that may sign people in, such as `http://127.0.0.1:4100`. @defaultValue none */
  origins?: readonly string[];
  /** @defaultValue the machine's clock */
  clock?: () => Date;
}

/** A running issuer; `issuer`, `audience` and `jwksUrl` are what the subgraph's `auth` takes. */
export interface DevIssuer {
  issuer: string;
  audience: string;
  jwksUrl: string;
  /** @throws {Refusal} for an account that is not there */
  tokenFor(accountId: string): Promise<string>;
  close(): Promise<void>;
}

const AUDIENCE = 'cnscd';
/** A working day. */
const LIFE_S = 8 * 3600;
const KEYS_PATH = '/.well-known/jwks.json';

/**
 * Signs in whoever asks, as any of the accounts, without a password: for demonstrations and development on one
 * machine. Its key lives as long as it runs.
 *
 * @throws {Refusal} with `NODE_ENV=production`, or on an address that other machines reach
 */
export async function startDevIssuer(options: DevIssuerOptions): Promise<DevIssuer> {
  const { host = '127.0.0.1', port = 4003, clock = () => new Date() } = options;
  refuseUnsafePlace(host);
  const { privateKey, publicKey } = await generateKeyPair('ES256');
  const key = await exportJWK(publicKey);
  const kid = await calculateJwkThumbprint(key);
  const http = Fastify({ forceCloseConnections: true });
  const tokenFor = (accountId: string) => {
    const nowS = Math.floor(clock().getTime() / 1000);
    return new SignJWT(claimsOf(requireAccount(options.accounts, accountId)))
      .setProtectedHeader({ alg: 'ES256', kid, typ: 'at+jwt' })
      .setIssuer(issuer)
      .setAudience(AUDIENCE)
      .setJti(randomUUID())
      .setIssuedAt(nowS)
      .setExpirationTime(nowS + LIFE_S)
      .sign(privateKey);
  };
  letOnlyPagesIn(http, options.origins ?? []);
  addRoutes(http, { key: { ...key, kid, alg: 'ES256', use: 'sig' }, accounts: options.accounts, tokenFor });
  const issuer = await http.listen({ host, port });
  return {
    ...{ issuer, audience: AUDIENCE, jwksUrl: issuer + KEYS_PATH, tokenFor },
    close: () => http.close(),
  };
}

/** Read here and not left to the caller: a guard that can be forgotten guards nothing. */
function refuseUnsafePlace(host: string): void {
  if (process.env['NODE_ENV'] === 'production') throw new Refusal(NOT_IN_PRODUCTION);
  if (isLoopback(host)) return;
  throw new Refusal({
    vi: `Địa chỉ là "${host}": máy cấp mã đăng nhập thử chỉ chạy trên chính máy này, ví dụ 127.0.0.1.`,
    en: `The host is "${host}": the development token issuer runs on this machine only, 127.0.0.1 for example.`,
  });
}

const NOT_IN_PRODUCTION: Messages = {
  vi: 'NODE_ENV là "production": máy cấp mã đăng nhập thử không chạy ở đây, hãy dùng nhà cung cấp định danh thật (--auth-issuer).',
  en: 'NODE_ENV is "production": the development token issuer does not run here; use a real identity provider (--auth-issuer).',
};

function requireAccount(accounts: readonly DemoAccount[], id: string): DemoAccount {
  const account = accounts.find((each) => each.id === id);
  if (account !== undefined) return account;
  const ids = accounts.map((each) => each.id).join(', ');
  throw new Refusal({
    vi: `Không có tài khoản thử nào tên như vậy: chỉ có ${ids}.`,
    en: `There is no demo account of that name: only ${ids}.`,
  });
}

function claimsOf({ subject, name, roles, memberId }: DemoAccount) {
  return {
    ...{ sub: subject, name: name.vi, cnscd_roles: roles },
    ...(memberId === null ? {} : { cnscd_member_id: memberId }),
  };
}

interface Issuing {
  key: JWK;
  accounts: readonly DemoAccount[];
  tokenFor(accountId: string): Promise<string>;
}

function addRoutes(http: FastifyInstance, { key, accounts, tokenFor }: Issuing): void {
  http.get(KEYS_PATH, async () => ({ keys: [key] }));
  http.get('/.well-known/openid-configuration', async ({ server }) => {
    const issuer = server.listeningOrigin;
    return {
      ...{ issuer, jwks_uri: issuer + KEYS_PATH, token_endpoint: `${issuer}/token` },
      id_token_signing_alg_values_supported: ['ES256'],
    };
  });
  http.get('/accounts', async () => accounts.map(({ subject: _, roles: __, ...shown }) => shown));
  http.post('/token', async ({ body }, reply) => {
    const account = typeof body === 'object' && body !== null && 'account' in body ? body.account : undefined;
    reply.header('cache-control', 'no-store');
    return {
      access_token: await tokenFor(typeof account === 'string' ? account : ''),
      ...{ token_type: 'Bearer', expires_in: LIFE_S },
    };
  });
  http.setErrorHandler((error, _, reply) => {
    if (!(error instanceof Refusal)) throw error;
    return reply.code(400).send({ error: 'invalid_request', messages: error.messages });
  });
}

/** A page from elsewhere must not sign in as anybody, also not under a name that it makes lead to this machine. */
function letOnlyPagesIn(http: FastifyInstance, origins: readonly string[]): void {
  http.addHook('onRequest', async ({ headers: { origin }, method }, reply) => {
    reply.header('vary', 'origin');
    if (origin === undefined) return undefined;
    if (!origins.includes(origin)) return reply.code(403).send({ error: 'origin_not_allowed' });
    reply.headers({ 'access-control-allow-origin': origin, 'access-control-allow-headers': 'content-type' });
    return method === 'OPTIONS' ? reply.code(204).send() : undefined;
  });
}
