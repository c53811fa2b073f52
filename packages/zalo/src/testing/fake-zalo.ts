import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { proofOf } from '../zalo-app.ts';
import type { FakePerson } from './fake-person.ts';
import { answerSignIn } from './sign-in-routes.ts';

export interface FakeZaloOptions {
  appId?: string;
  appSecret?: string;
  /** The key by which notifications of the mini app are sent. */
  apiKey?: string;
  /** The first refresh token of the official account. */
  refreshToken?: string;
  /** @defaultValue a free port */
  port?: number;
  clock?: () => Date;
  /** Who can sign in from a page in a browser: see `FakeZalo.url`. @defaultValue nobody */
  people?: readonly FakePerson[];
  /** Origins of the pages that may sign people in, such as `http://localhost:4200`. @defaultValue none */
  origins?: readonly string[];
}

/** A message that the fake took. */
export interface SentMessage {
  path: string;
  headers: Readonly<Record<string, string>>;
  body: Readonly<Record<string, unknown>>;
}

/** A Zalo on 127.0.0.1, for your tests: it knows the people, tokens and codes that you give it, and remembers messages. */
export interface FakeZalo {
  appId: string;
  appSecret: string;
  apiKey: string;
  /**
   * For `baseUrl` of everything in `@cnscd/zalo`. A page has `GET /people`, `POST /sign-in` with `{ id }` for an
   * `accessToken`, and `POST /phone-code` with `{ accessToken }` for a `code` there.
   */
  url: string;
  /** A token by which somebody is signed in, as `getAccessToken` of the mini app gives one. @defaultValue one hour */
  signIn(person: FakePerson, lifetimeMs?: number): string;
  /** A code for the phone number, as `getPhoneNumber` gives one; it serves once. */
  phoneCode(accessToken: string): string;
  /** A code for the place, as `getLocation` gives one; it serves once. */
  locationCode(accessToken: string): string;
  /** What has been sent, oldest first. */
  sent: readonly SentMessage[];
  /** How many requests came, refused ones too. */
  requests(): number;
  /** From now on: as usual; refused as from a server outside Vietnam; no answer; a page where an answer should be; errors. */
  behave(as: 'USUAL' | 'REGION_BLOCKED' | 'SILENT' | 'CAPTIVE_PORTAL' | 'BROKEN'): void;
  close(): Promise<void>;
}

interface Code {
  accessToken: string;
  data: Readonly<Record<string, string>>;
}

const HOUR_MS = 3_600_000;

/**
 * Starts a fake Zalo: its graph, its OAuth server and the addresses that take messages.
 *
 * @throws Error with `NODE_ENV=production`: it signs in whoever asks
 */
export async function startFakeZalo(options: FakeZaloOptions = {}): Promise<FakeZalo> {
  // Read here and not left to the caller: a guard that can be forgotten guards nothing.
  if (process.env['NODE_ENV'] === 'production') throw new Error(NOT_IN_PRODUCTION);
  const { appId = '3368637342326461234', appSecret = randomUUID(), clock = () => new Date() } = options;
  const { people: folk = [], origins = [], apiKey = randomUUID() } = options;
  const people = new Map<string, { person: FakePerson; expiresAt: number }>();
  const codes = new Map<string, Code>();
  const accountTokens = new Set<string>();
  const sent: SentMessage[] = [];
  let refreshToken = options.refreshToken ?? randomUUID();
  let behaviour: Parameters<FakeZalo['behave']>[0] = 'USUAL';
  let requests = 0;

  const personOf = (accessToken: string | undefined): FakePerson | null => {
    const known = people.get(accessToken ?? '');
    return known !== undefined && known.expiresAt > clock().getTime() ? known.person : null;
  };

  const me = (headers: Headers) => {
    const person = personOf(headers['access_token']);
    if (person === null) return SESSION_INVALID;
    if (headers['appsecret_proof'] !== proofOf(headers['access_token'] ?? '', appSecret))
      return PROOF_INVALID;
    const picture = { data: { url: person.pictureUrl ?? 'https://example.org/picture.png' } };
    return { error: 0, message: 'Success', id: person.id, name: person.name, picture };
  };

  const info = (headers: Headers) => {
    if (personOf(headers['access_token']) === null) return SESSION_INVALID;
    if (headers['secret_key'] !== appSecret) return PROOF_INVALID;
    const code = codes.get(headers['code'] ?? '');
    codes.delete(headers['code'] ?? '');
    return code !== undefined && code.accessToken === headers['access_token']
      ? { data: code.data, error: 0, message: 'Success' }
      : { error: 117, message: 'Invalid code' };
  };

  const refresh = (headers: Headers, body: string) => {
    const form = new URLSearchParams(body);
    if (headers['secret_key'] !== appSecret || form.get('app_id') !== appId) return PROOF_INVALID;
    if (form.get('refresh_token') !== refreshToken)
      return { error: -14020, message: 'Invalid refresh token' };
    const accessToken = randomUUID();
    refreshToken = randomUUID();
    accountTokens.add(accessToken);
    return { access_token: accessToken, refresh_token: refreshToken, expires_in: String(25 * 3600) };
  };

  const refusalOfAccount = (headers: Headers) =>
    accountTokens.has(headers['access_token'] ?? '') ? null : ACCOUNT_TOKEN_INVALID;
  const refusalOfMiniApp = (headers: Headers) => {
    const isKnown = headers['x-api-key'] === `Bearer ${apiKey}`;
    return isKnown && headers['x-user-id'] && headers['x-miniapp-id'] ? null : API_KEY_INVALID;
  };

  const take = (path: string, headers: Headers, body: string) => {
    const refusal = path === '/notification/template' ? refusalOfMiniApp(headers) : refusalOfAccount(headers);
    if (refusal !== null) return refusal;
    sent.push({ path, headers, body: JSON.parse(body) });
    const id = randomUUID();
    return { error: 0, message: 'Success', data: { message_id: id, msg_id: id, messageId: id } };
  };

  const answer = (path: string, headers: Headers, body: string): object | null => {
    if (path === '/v2.0/me') return me(headers);
    if (path === '/v2.0/me/info') return info(headers);
    if (path === '/v4/oa/access_token') return refresh(headers, body);
    return MESSAGE_PATHS.includes(path) ? take(path, headers, body) : null;
  };

  const reply = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    requests += 1;
    const body = await text(request);
    if (behaviour === 'SILENT') return;
    if (behaviour === 'BROKEN') return void response.writeHead(502).end('Bad gateway');
    if (behaviour === 'CAPTIVE_PORTAL') return void response.writeHead(200, HTML).end('<html>Wi-Fi</html>');
    const { pathname } = new URL(request.url ?? '/', 'http://127.0.0.1');
    const {
      method = 'GET',
      headers: { origin },
    } = request;
    const page = answerSignIn(
      { method, path: pathname, origin, body },
      { people: folk, origins, signIn, phoneCode },
    );
    if (page !== null)
      return void response
        .writeHead(page.status, { ...page.headers, ...JSON_TYPE })
        .end(page.json === null ? undefined : JSON.stringify(page.json));
    const headers = headersOf(request);
    const isRegionBlocked = behaviour === 'REGION_BLOCKED' && pathname.startsWith('/v2.0/');
    const json = isRegionBlocked ? REGION_BLOCKED : answer(pathname, headers, body);
    response.writeHead(json === null ? 404 : 200, JSON_TYPE).end(JSON.stringify(json ?? { error: 404 }));
  };
  // A body that is cut off, or no JSON, is the fault of who sent it: it must not end the process that runs the tests.
  const server = createServer((request, response) => {
    reply(request, response).catch(() =>
      response.writeHead(400, JSON_TYPE).end(JSON.stringify({ error: 400, message: 'Bad request' })),
    );
  });
  const codeFor = (accessToken: string, data: Readonly<Record<string, string>>): string => {
    const code = randomUUID();
    codes.set(code, { accessToken, data });
    return code;
  };
  const signIn = (person: FakePerson, lifetimeMs = HOUR_MS): string => {
    const token = randomUUID();
    people.set(token, { person, expiresAt: clock().getTime() + lifetimeMs });
    return token;
  };
  const phoneCode = (token: string) => codeFor(token, { number: people.get(token)?.person.phone ?? '' });
  await listen(server, options.port ?? 0);

  return {
    ...{ appId, appSecret, apiKey, sent, signIn, phoneCode },
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, // it listens on a port, as started above
    locationCode: (token) =>
      codeFor(token, {
        ...(people.get(token)?.person.location ?? { latitude: '16.75', longitude: '107.19' }),
        ...{ provider: 'gps', timestamp: String(clock().getTime()) },
      }),
    requests: () => requests,
    behave(as) {
      behaviour = as;
    },
    async close() {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}

type Headers = Readonly<Record<string, string>>;

const SESSION_INVALID = {
  error: 452,
  message: 'Session key invalid. This is because the session key is invalid.',
};
const PROOF_INVALID = { error: -242, message: 'Invalid appsecret_proof provided' };
const REGION_BLOCKED = {
  error: -501,
  message: 'Personal information is limited due to IP address not inside Vietnam',
};
const ACCOUNT_TOKEN_INVALID = { error: -216, message: 'Access token is invalid' };
const API_KEY_INVALID = { error: 401, message: 'API key is invalid' };
const NOT_IN_PRODUCTION =
  'NODE_ENV là "production": Zalo giả không chạy ở đây. NODE_ENV is "production": the fake Zalo does not run here.';
const MESSAGE_PATHS: readonly string[] = [
  '/v3.0/oa/message/cs',
  '/v3.0/oa/group/message',
  '/message/template',
  '/notification/template',
];
const HTML = { 'content-type': 'text/html' };
const JSON_TYPE = { 'content-type': 'application/json' };

const headersOf = (request: IncomingMessage): Headers =>
  Object.fromEntries(
    Object.entries(request.headersDistinct).map(([name, values]) => [name, values?.[0] ?? '']),
  );

const listen = (server: Server, port: number): Promise<void> =>
  new Promise((listening, failed) => {
    server.once('error', failed).listen(port, '127.0.0.1', listening);
  });
