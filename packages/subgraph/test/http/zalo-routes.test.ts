import { randomBytes, randomUUID } from 'node:crypto';
import { phoneNumber } from '@cnscd/domain';
import { createZaloApp } from '@cnscd/zalo';
import {
  probe,
  type SignedEvent,
  signedAccountEvent,
  signedMiniAppEvent,
  startFakeZalo,
} from '@cnscd/zalo/testing';
import sql from 'sql-template-tag';
import { afterAll, describe, expect, it } from 'vitest';
import type { LogEntry } from '../../src/errors.ts';
import { readPersonalDataKeys } from '../../src/personal-data/personal-data-keys.ts';
import { phoneCipher } from '../../src/personal-data/phone-cipher.ts';
import { startServer } from '../../src/server.ts';
import { startWorker } from '../../src/worker.ts';
import { testDatabase } from '../support/database.ts';

const database = await testDatabase('loaded');
const zalo = await startFakeZalo();
const { appId, appSecret, url: baseUrl } = zalo;
const personalDataKey = randomBytes(32).toString('base64');
const phones = phoneCipher(readPersonalDataKeys(personalDataKey));
const [miniAppApiKey, accountSecret] = ['key-of-the-mini-app', 'secret-of-the-account'];
const [heard, logged]: [string[], LogEntry[]] = [[], []];
let clockMs = 0;
const setting = {
  clock: () => new Date(Date.now() + clockMs),
  ...{ databaseUrl: database.url, port: 0, personalDataKey, log: (entry: LogEntry) => logged.push(entry) },
  zalo: {
    ...{ appId, app: createZaloApp({ appId, appSecret, baseUrl }), miniAppApiKey, accountSecret },
    onAccountEvent: async ({ name }: { name: string }) => void heard.push(name),
  },
};
// Two servers of one database: an event has its effect once, whichever it comes to.
const servers = [await startServer(setting), await startServer(setting)] as const;
afterAll(async () => {
  await Promise.all([...servers.map((server) => server.close()), zalo.close()]);
});

async function post(path: string, { headers, rawBody }: SignedEvent, server = servers[0]) {
  const began = performance.now();
  const body = Buffer.from(rawBody);
  const response = await fetch(new URL(`/zalo/webhook/${path}`, server.url), {
    method: 'POST',
    headers,
    body,
  });
  return { status: response.status, text: await response.text(), tookMs: performance.now() - began };
}

async function ask(query: string, variables: object, token?: string) {
  const response = await fetch(servers[0].url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
    body: JSON.stringify({ query, variables }),
  });
  return (await response.json()) as {
    data: Record<string, never>;
    errors?: { extensions: { code: string } }[];
  };
}

let people = 0;

/** Somebody who has signed in by Zalo and agreed to it, over HTTP. */
async function signedIn() {
  people += 1;
  const [id, phone] = [randomUUID(), phoneNumber(`0936${String(100_000 + people)}`)];
  const { cipher, digest } = phones.seal(phone);
  await database.rows(sql`
    insert into member (id, display_name, search_text, phone_cipher, phone_digest)
    values (${id}::uuid, 'Người Thử', 'nguoi thu', ${cipher}, ${digest})`);
  const accountId = `4410${people}`;
  const accessToken = zalo.signIn({ id: accountId, name: 'Người Thử', phone: phone.slice(1) });
  const input = {
    ...{ idempotencyKey: randomUUID(), accessToken, phoneCode: zalo.phoneCode(accessToken) },
    consents: [{ purpose: 'ZALO_SIGN_IN', textVersion: '2026-01' }],
  };
  const { data } = await ask(
    'mutation ($input: SignInWithZaloInput!) { signInWithZalo(input: $input) { ... on ZaloSession { token } } }',
    { input },
  );
  const { token } = data['signInWithZalo'] as unknown as { token: string };
  return { id, accountId, token };
}

const viewerCode = async (token: string) =>
  (await ask('{ viewer { role } }', {}, token)).errors?.[0]?.extensions.code;
const revocation = (userId: string) => ({
  event: 'user.revoke.consent',
  appId,
  userId,
  timestamp: Date.now(),
});
const revoked = (userId: string, keys = { apiKey: miniAppApiKey }) =>
  signedMiniAppEvent(revocation(userId), keys);

const statesOf = async (memberId: string) => {
  const [row] = await database.rows<{ standing: number; withdrawn: number; audited: number }>(sql`
    select (select count(*) from zalo_link where member_id = ${memberId}::uuid and removed_at is null) as standing,
      (select count(*) from consent c join consent_withdrawal w on w.consent_id = c.id
        where c.member_id = ${memberId}::uuid and w.channel = 'ZALO') as withdrawn,
      (select count(*) from audit_entry where field = 'user.revoke.consent'
        and coalesce(before ->> 'memberId', '') = ${memberId}) as audited`);
  return row;
};
const UNTOUCHED = { standing: 1, withdrawn: 0, audited: 0 };
const FORGOTTEN = { standing: 0, withdrawn: 1, audited: 1 };

describe('the withdrawal of consent in Zalo', () => {
  it('removes the link, withdraws what was agreed to by Zalo, and ends the session; once, at any server', async () => {
    const { id, accountId, token } = await signedIn();
    expect(await viewerCode(token)).toBeUndefined();
    // Each has a connection to the database before Zalo's two seconds begin.
    for (const { url } of servers) expect((await fetch(new URL('/ready', url))).status).toBe(200);
    const event = revoked(accountId);
    const answers = await Promise.all([0, 1, 0, 1].map((server) => post('mini-app', event, servers[server])));
    expect(answers.map(({ status, text }) => [status, text])).toEqual(answers.map(() => [200, '']));
    // On a busy machine an answer may come before the work is done.
    await expect.poll(() => statesOf(id), { timeout: 10_000 }).toEqual(FORGOTTEN);
    expect(await viewerCode(token)).toBe('TOKEN_INVALID');
    const { text, headers } = {
      text: JSON.parse(Buffer.from(event.rawBody).toString()),
      headers: event.headers,
    };
    const rewritten = { headers, rawBody: Buffer.from(JSON.stringify(text, null, 2)) };
    expect(await post('mini-app', rewritten)).toMatchObject({ status: 200 });
    expect(await statesOf(id)).toEqual(FORGOTTEN);
  });

  it.each([
    ['signed with another key', (id: string) => revoked(id, { apiKey: 'guessed' }), 401],
    ['without a signature', (id: string) => ({ ...revoked(id), headers: {} }), 401],
    [
      'about somebody else than was signed',
      (id: string) => ({ ...revoked('1'), rawBody: revoked(id).rawBody }),
      401,
    ],
    ['in bytes that are no JSON', (id: string) => ({ ...revoked(id), rawBody: Buffer.from('{') }), 400],
    ['of half a megabyte', (id: string) => ({ ...revoked(id), rawBody: Buffer.alloc(400_000, ' ') }), 413],
    ['the unsigned probe', () => probe(), 200],
  ])('%s changes nothing', async (_, event, status) => {
    const { id, accountId, token } = await signedIn();
    expect(await post('mini-app', event(accountId))).toMatchObject({ status });
    expect(await statesOf(id)).toEqual(UNTOUCHED);
    expect(await viewerCode(token)).toBeUndefined();
  });

  it('is answered within two seconds while somebody holds the row, and done when it is free', async () => {
    const { id, accountId, token } = await signedIn();
    const holder = await database.pool.connect();
    await holder.query('begin');
    await holder.query('select from zalo_link where member_id = $1 for update', [id]);
    const answer = await post('mini-app', revoked(accountId));
    expect(answer.status).toBe(200);
    expect(answer.tookMs).toBeLessThan(2000);
    expect(await statesOf(id)).toEqual(UNTOUCHED);
    // Longer than a statement may wait: it fails after Zalo had its answer, the operator is told, and the worker does it.
    await expect.poll(() => logged.splice(0), { timeout: 10_000 }).toMatchObject([{ path: 'zalo/webhook' }]);
    await holder.query('commit');
    holder.release();
    expect(await statesOf(id)).toEqual(UNTOUCHED);
    const worker = startWorker(database, { intervalMs: 50 });
    await expect.poll(() => statesOf(id), { timeout: 10_000 }).toEqual(FORGOTTEN);
    await worker.stop();
    expect(await viewerCode(token)).toBe('TOKEN_INVALID');
  });

  it('is an error that Zalo repeats while the memory of events is out of reach', async () => {
    const { id, accountId } = await signedIn();
    await database.pool.query('alter table zalo_event rename to zalo_event_away');
    expect(await post('mini-app', revoked(accountId))).toMatchObject({ status: 500, text: '' });
    await database.pool.query('alter table zalo_event_away rename to zalo_event');
    expect(await statesOf(id)).toEqual(UNTOUCHED);
    expect(await post('mini-app', revoked(accountId))).toMatchObject({ status: 200 });
    expect(await statesOf(id)).toEqual(FORGOTTEN);
    expect(logged.splice(0)).toMatchObject([{ path: 'zalo/webhook' }]);
  });
});

describe('what is refused', () => {
  it('is told to the operator with its name and without its body, once a minute for each reason', async () => {
    clockMs += 60_000;
    logged.splice(0);
    const { accountId } = await signedIn();
    for (let times = 0; times < 3; times += 1) {
      await post('mini-app', revoked(accountId, { apiKey: 'guessed' }));
      await post('mini-app', { ...revoked(accountId), rawBody: Buffer.from('{') });
      await post('official-account', { headers: {}, rawBody: Buffer.from('{"event_name":"follow"}') });
      await post(
        'mini-app',
        signedMiniAppEvent({ ...revocation(accountId), timestamp: 1 }, { apiKey: miniAppApiKey }),
      );
      await post(
        'mini-app',
        signedMiniAppEvent({ ...revocation(accountId), appId: '77' }, { apiKey: miniAppApiKey }),
      );
    }
    const told = logged.splice(0);
    expect(told.map(({ level, path, message }) => [level, path, message.split(' refused')[0]])).toEqual([
      ['warning', 'zalo/webhook/mini-app', 'UNSIGNED: event user.revoke.consent'],
      ['warning', 'zalo/webhook/mini-app', 'UNREADABLE: event without a name'],
      ['warning', 'zalo/webhook/official-account', 'UNSIGNED: event follow'],
      ['warning', 'zalo/webhook/mini-app', 'UNKNOWN_SHAPE: event user.revoke.consent'],
      ['warning', 'zalo/webhook/mini-app', 'OTHER_APP: event user.revoke.consent'],
    ]);
    expect(JSON.stringify(told)).not.toContain(accountId);
    clockMs += 60_000;
    await post('mini-app', revoked(accountId, { apiKey: 'guessed' }));
    expect(logged.splice(0)).toHaveLength(1);
  });
});

it('events of a mini app with an id of its own are about the accounts of its app', async () => {
  const { zalo: given, ...rest } = setting;
  const server = await startServer({ ...rest, zalo: { ...given, miniAppId: '77' } });
  const { id, accountId } = await signedIn();
  const event = signedMiniAppEvent({ ...revocation(accountId), appId: '77' }, { apiKey: miniAppApiKey });
  expect(await post('mini-app', event, server)).toMatchObject({ status: 200 });
  await expect.poll(() => statesOf(id), { timeout: 10_000 }).toEqual(FORGOTTEN);
  await server.close();
});

describe('an event of the official account', () => {
  const event = () =>
    signedAccountEvent(
      { event_name: 'user_send_text', message: { msg_id: randomUUID() } },
      { appId, secretKey: accountSecret },
    );

  it('is given to the office once, by its very bytes', async () => {
    const signed = event();
    const rewritten = { ...signed, rawBody: Buffer.from(`${Buffer.from(signed.rawBody)} `) };
    expect(await post('official-account', rewritten)).toMatchObject({ status: 401 });
    expect(await post('official-account', signed)).toMatchObject({ status: 200 });
    expect(await post('official-account', signed, servers[1])).toMatchObject({ status: 200 });
    expect(heard).toEqual(['user_send_text']);
  });

  it('is no event of the mini app', async () => {
    expect(await post('mini-app', event())).toMatchObject({ status: 401 });
  });
});

it('without keys there is no address to post to', async () => {
  const server = await startServer({ databaseUrl: database.url, port: 0 });
  const answer = await fetch(new URL('/zalo/webhook/mini-app', server.url), { method: 'POST', body: '{}' });
  expect(answer.status).toBe(404);
  await server.close();
});
