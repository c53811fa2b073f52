import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { CnscdError, connect } from '@cnscd/sdk';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { loadedNamesOf, memoryIn, namesOf } from '../src/memory.ts';
import { exchangeOf } from '../src/sign-in/exchange.ts';
import { isAway } from '../src/sign-in/failures.ts';
import { startSession } from '../src/sign-in/session.ts';
import { BridgeError } from '../src/zalo/zalo-bridge.ts';
import { fakeBridge } from './support/fake-bridge.ts';

const tokenOf = (sub: string) => {
  const claims = { iss: 'urn:cnscd:zalo:1', sub };
  return `h.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.s`;
};
const session = (sub: string) => ({
  ...{ __typename: 'ZaloSession', token: tokenOf(sub), memberId: sub },
  expiresAt: new Date(Date.now() + 3_600_000).toISOString(),
});
const refusal = (refusalCode: string) => ({
  ...{ __typename: 'Refusal', refusalCode, message: 'vi', messageEn: 'en' },
  ...{ field: null, refusedValue: null, retryable: false },
});

/** What the server was asked with, and what it answers; a promise keeps the caller waiting. */
let asked: { accessToken: string; phoneCode?: string }[];
let answer: () => object | Promise<object>;
let server: Server;
let url: string;

const begin = ({ bridge = fakeBridge(), fetch = globalThis.fetch } = {}) => {
  const memory = memoryIn(bridge.storage);
  const exchange = exchangeOf({ bridge, anonymous: connect({ url, fetch }), onLateToken() {} });
  return {
    bridge,
    memory,
    session: startSession({ ...exchange, storage: bridge.storage, memory }),
    again: () => startSession({ ...exchange, storage: bridge.storage, memory }),
  };
};
const USER = 'urn:cnscd:zalo:1#member-1';

beforeAll(async () => {
  server = createServer(async (request, response) => {
    const { variables } = (await json(request)) as { variables: { input: (typeof asked)[number] } };
    asked.push(variables.input);
    const data = { signInWithZalo: await answer() };
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ data }));
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`; // it listens on a port
});
afterAll(() => new Promise((closed) => server.close(closed)));
beforeEach(() => {
  asked = [];
  answer = () => session('member-1');
});

/** The server's answer, once it is told to give it. */
function held(given: object): { give(): void } {
  let give = () => {};
  const waiting = new Promise<object>((resolve) => {
    give = () => resolve(given);
  });
  answer = () => waiting;
  return { give: () => give() };
}

const untilAsked = (times: number) => expect.poll(() => asked.length).toBe(times);

describe('a session', () => {
  it('is asked for once for all who wait, and never written down', async () => {
    const { bridge, session: first, again } = begin();
    await first.signIn({ phoneCode: 'code', consents: [] });
    expect(first.read()).toEqual({ user: USER, failure: null });
    expect(bridge.storage.getItem('cnscd.user')).not.toContain(tokenOf('member-1'));

    const second = again();
    expect(second.read()).toEqual(first.read());
    const tokens = await Promise.all([1, 2, 3].map(() => second.getToken({ isRefresh: false })));
    expect(new Set(tokens)).toEqual(new Set([tokenOf('member-1')]));
    expect(asked.map(({ phoneCode }) => phoneCode)).toEqual(['code', undefined]);
  });

  it('is asked for once by somebody who taps twice', async () => {
    const { session } = begin();
    await Promise.all([session.signIn(null), session.signIn(null)]);
    expect(asked).toHaveLength(1);
  });

  it('that comes after somebody has signed out signs nobody in', async () => {
    const { bridge, session: mine } = begin();
    await mine.signIn(null);
    const late = held(session('member-1'));
    const token = Promise.resolve(mine.getToken({ isRefresh: true }));
    token.catch(() => {});
    await untilAsked(2);
    mine.signOut();
    late.give();
    await expect(token).rejects.toMatchObject({ code: 'USER_CHANGED' });
    expect(mine.read().user).toBeNull();
    expect(bridge.storage.getItem('cnscd.user')).toBeNull();
    expect(await mine.getToken({ isRefresh: false })).toBeNull();
  });

  it('of somebody else is no token for what the one before has asked', async () => {
    const { session: mine } = begin();
    await mine.signIn(null);
    answer = () => session('member-2');
    await expect(mine.getToken({ isRefresh: true })).rejects.toMatchObject({ code: 'USER_CHANGED' });
    expect(mine.read().user).toBe('urn:cnscd:zalo:1#member-2');
    expect(await mine.getToken({ isRefresh: false })).toBe(tokenOf('member-2'));
  });

  it('of a token that names nobody signs nobody in, and says so', async () => {
    const { session: mine } = begin();
    answer = () => ({ ...session('member-1'), token: 'h.e30.s' });
    await expect(mine.signIn(null)).rejects.toMatchObject({ code: 'INTERNAL' });
    expect(mine.read()).toMatchObject({ user: null, failure: { code: 'INTERNAL' } });
    answer = () => session('member-1');
    await mine.signIn(null);
    expect(mine.read()).toEqual({ user: USER, failure: null });
  });

  it('that is not to be had leaves the person signed in, and says why', async () => {
    const { bridge, session } = begin();
    await session.signIn(null);
    bridge.behave('accessToken', 'DENY');
    await expect(session.getToken({ isRefresh: true })).rejects.toMatchObject({ failure: 'DECLINED' });
    expect(session.read()).toMatchObject({ user: USER, failure: { failure: 'DECLINED' } });
    bridge.behave('accessToken', 'ANSWER');
    await session.signIn(null);
    expect(session.read()).toEqual({ user: USER, failure: null });
  });

  it('that ended with its link takes along what the register has shown, and not what somebody typed', async () => {
    const { memory, session } = begin();
    await session.signIn(null);
    memory.keep(`${loadedNamesOf(USER)}teams`, 'names');
    memory.keep(`${namesOf(USER)}draft/new`, 'typed');
    answer = () => refusal('ZALO_NOT_LINKED');
    await expect(session.getToken({ isRefresh: true })).rejects.toMatchObject({ code: 'ZALO_NOT_LINKED' });
    expect(memory.read(`${loadedNamesOf(USER)}teams`)).toBeNull();
    expect(memory.read(`${namesOf(USER)}draft/new`)).toBe('typed');
    session.signOut();
    expect(memory.read(`${namesOf(USER)}draft/new`)).toBeNull();
  });

  it('is asked for with a token that Zalo gave too late', async () => {
    const bridge = fakeBridge();
    let give: (token: string) => void = () => {};
    bridge.accessToken = () =>
      new Promise((resolve) => {
        give = resolve;
      });
    let isLate = false;
    const { accessToken } = exchangeOf({
      ...{ bridge, anonymous: connect({ url }), patienceMs: 30 },
      onLateToken() {
        isLate = true;
      },
    });
    await expect(accessToken()).rejects.toMatchObject({ failure: 'NO_ANSWER' });
    give('late');
    await expect.poll(() => isLate).toBe(true);
    expect(await accessToken()).toBe('late');
  });
});

describe('what keeps a session from being had', () => {
  const error = (
    code: 'ZALO_UNAVAILABLE' | 'ZALO_REFUSED' | 'INTERNAL' | 'TOKEN_INVALID',
    retryable = false,
  ) => new CnscdError(code, { vi: '', en: '' }, { retryable });

  it.each([
    [true, new BridgeError('NO_ANSWER')],
    [true, new BridgeError('FAILED')],
    [false, new BridgeError('DECLINED')],
    [false, new BridgeError('UNSUPPORTED')],
    [true, error('ZALO_UNAVAILABLE', true)],
    [true, error('INTERNAL')],
    [false, error('ZALO_REFUSED')],
    [false, error('TOKEN_INVALID')],
  ])('passes by itself: %s for %s', (passes, failure) => {
    expect(isAway(failure)).toBe(passes);
  });

  it('is a lost network as such', async () => {
    const { bridge, session } = begin();
    await session.signIn(null);
    const away = begin({ bridge, fetch: () => Promise.reject(new TypeError('refused')) });
    await expect(away.session.getToken({ isRefresh: false })).rejects.toMatchObject({ code: 'NETWORK' });
    expect(isAway(away.session.read().failure)).toBe(true);
  });
});

describe('what is kept on the phone', () => {
  it('is forgotten where another version of the app has kept it', () => {
    const { storage } = fakeBridge();
    memoryIn(storage).keep('teams', { value: 1 });
    const [name] = JSON.parse(storage.getItem('cnscd.kept') ?? '[]') as [string];
    // As the version before this one would have written it.
    const old = name.replace(/\d+/, '1');
    storage.setItem(old, '{"team":{}}');
    storage.setItem('cnscd.kept', JSON.stringify([old]));
    expect(memoryIn(storage).read('teams')).not.toEqual({ team: {} });
    expect(storage.getItem(old)).toBeNull();
  });

  it('is nothing where it was cut short', () => {
    const { storage } = fakeBridge();
    const memory = memoryIn(storage);
    memory.keep('teams', { value: 1 });
    const [name] = JSON.parse(storage.getItem('cnscd.kept') ?? '[]') as [string];
    storage.setItem(name, '{"value":');
    expect(memory.read('teams')).toBeNull();
  });

  it('stays as it was last typed where there is no room, and goes where it can be loaded again', () => {
    const { storage } = fakeBridge();
    const memory = memoryIn(storage);
    const draft = `${namesOf(USER)}draft/new`;
    const teams = `${loadedNamesOf(USER)}teams`;
    for (const name of [draft, teams, 'note']) memory.keep(name, { value: 1 });
    const full = {
      ...storage,
      setItem() {
        throw new Error('no room');
      },
    };
    for (const name of [draft, teams, 'note']) memoryIn(full).keep(name, { value: 2 });
    expect(memory.read(draft)).toEqual({ value: 1 });
    expect(memory.read('note')).toEqual({ value: 1 });
    expect(memory.read(teams)).toBeNull();
  });
});
