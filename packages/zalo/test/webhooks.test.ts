import { describe, expect, it } from 'vitest';
import {
  probe,
  type SignedEvent,
  signedAccountEvent,
  signedMiniAppEvent,
} from '../src/testing/signed-events.ts';
import { type AccountEvent, accountWebhook } from '../src/webhooks/account-webhook.ts';
import { CONSENT_REVOKED, type MiniAppEvent, miniAppWebhook } from '../src/webhooks/mini-app-webhook.ts';
import { memoryOfEvents, type SeenEvents } from '../src/webhooks/seen-events.ts';
import type { WebhookOptions } from '../src/webhooks/webhook.ts';

const appId = '3368637342326461234';
const account = { appId, secretKey: 'secret-of-the-account' };
const miniApp = { appId, apiKey: 'key-of-the-mini-app' };

const request = ({ headers, rawBody }: SignedEvent) => ({
  rawBody,
  header: (name: string) => headers[name.toLowerCase()] ?? null,
});

const message = () => ({
  app_id: appId,
  event_name: 'user_send_text',
  message: { text: 'Xin chào', msg_id: '96d3' },
});
const revoked = () => ({ event: CONSENT_REVOKED, appId, userId: '8210', timestamp: Date.now() });

function listening(options: Partial<WebhookOptions<AccountEvent>> = {}) {
  const events: AccountEvent[] = [];
  const take = async (event: AccountEvent) => void events.push(event);
  return { events, webhook: accountWebhook({ ...account, onEvent: take, ...options }) };
}

function miniAppListening() {
  const events: MiniAppEvent[] = [];
  return {
    events,
    webhook: miniAppWebhook({ ...miniApp, onEvent: async (event) => void events.push(event) }),
  };
}

describe('an event of the official account', () => {
  it('passes when its bytes are those that were signed', async () => {
    const { events, webhook } = listening();
    expect(await webhook(request(signedAccountEvent(message(), account)))).toEqual({
      status: 200,
      outcome: 'HANDLED',
    });
    expect(events).toMatchObject([{ name: 'user_send_text', body: message() }]);
  });

  // The formula spelt out, so that a fault in it does not sign and accept alike.
  it('is signed by SHA-256 over app, body, time and the secret of the account', async () => {
    const { createHash } = await import('node:crypto');
    const rawBody = `{"event_name":"follow","timestamp":"${Date.now()}"}`;
    const { timestamp } = JSON.parse(rawBody);
    const mac = createHash('sha256')
      .update(`${appId}${rawBody}${timestamp}${account.secretKey}`)
      .digest('hex');
    const signed = { rawBody: Buffer.from(rawBody), headers: { 'x-zevent-signature': `mac=${mac}` } };
    expect(await listening().webhook(request(signed))).toMatchObject({ outcome: 'HANDLED' });
  });

  const rewritten = ({ rawBody, ...rest }: SignedEvent): SignedEvent => ({
    ...rest,
    rawBody: Buffer.from(JSON.stringify(JSON.parse(Buffer.from(rawBody).toString()), null, 1)),
  });

  it.each([
    ['written anew, with the same content', (event: SignedEvent) => rewritten(event)],
    ['with another secret', () => signedAccountEvent(message(), { ...account, secretKey: 'app-secret' })],
    ['of another app', () => signedAccountEvent(message(), { ...account, appId: '1' })],
    ['without signature', ({ rawBody }: SignedEvent) => ({ rawBody, headers: {} })],
    [
      'with another time',
      (event: SignedEvent) => ({ ...event, headers: { ...event.headers, 'x-zevent-timestamp': '1' } }),
    ],
  ])('is refused %s', async (_, change) => {
    const { events, webhook } = listening();
    expect(await webhook(request(change(signedAccountEvent(message(), account))))).toEqual({
      status: 401,
      outcome: 'UNSIGNED',
    });
    expect(events).toEqual([]);
  });

  it('has its effect once, however often it comes', async () => {
    const { events, webhook } = listening();
    const event = signedAccountEvent(message(), account);
    const replies = await Promise.all([1, 2, 3].map(() => webhook(request(event))));
    expect(replies.map(({ outcome }) => outcome).sort()).toEqual(['HANDLED', 'REPEATED', 'REPEATED']);
    const resent = signedAccountEvent(message(), { ...account, sentAt: new Date(Date.now() + 1000) });
    expect(await webhook(request(resent))).toEqual({ status: 200, outcome: 'REPEATED' });
    expect(events).toHaveLength(1);
  });

  it('is refused when it was kept for more than a day', async () => {
    const old = signedAccountEvent(message(), { ...account, sentAt: new Date(Date.now() - 25 * 3_600_000) });
    expect(await listening().webhook(request(old))).toEqual({ status: 401, outcome: 'TOO_OLD' });
  });

  it('whose handler fails may come again', async () => {
    const failures: unknown[] = [];
    let tries = 0;
    const { webhook } = listening({
      onEvent: async () => {
        tries += 1;
        if (tries === 1) throw new Error('database gone');
      },
      onFailure: (error) => failures.push(error),
    });
    const event = signedAccountEvent(message(), account);
    expect(await webhook(request(event))).toEqual({ status: 500, outcome: 'FAILED' });
    expect(await webhook(request(event))).toEqual({ status: 200, outcome: 'HANDLED' });
    expect(failures).toMatchObject([{ message: 'database gone' }]);
  });

  it('is answered within two seconds although its handler takes longer', async () => {
    let done = (): void => {};
    const { webhook } = listening({ onEvent: () => new Promise<void>((resolve) => (done = resolve)) });
    const began = performance.now();
    expect(await webhook(request(signedAccountEvent(message(), account)))).toEqual({
      status: 200,
      outcome: 'ACCEPTED',
    });
    expect(performance.now() - began).toBeLessThan(2000);
    done();
  });
});

describe('a memory of events', () => {
  const memory = (changes: Partial<SeenEvents> = {}): SeenEvents => ({ ...memoryOfEvents(), ...changes });

  it('that does not answer is a failure within two seconds: Zalo sends the event again', async () => {
    const { events, webhook } = listening({ seen: memory({ claim: () => new Promise(() => {}) }) });
    const began = performance.now();
    expect(await webhook(request(signedAccountEvent(message(), account)))).toEqual({
      status: 500,
      outcome: 'FAILED',
    });
    expect(performance.now() - began).toBeLessThan(2000);
    expect(events).toEqual([]);
  });

  it('that fails is a failure, and ends nothing', async () => {
    const failing = async () => Promise.reject(new Error('gone'));
    const failures: unknown[] = [];
    const onFailure = (error: unknown) => failures.push(error);
    const { webhook } = listening({ seen: memory({ claim: failing, release: failing }), onFailure });
    expect(await webhook(request(signedAccountEvent(message(), account)))).toMatchObject({ status: 500 });
    expect(failures).toMatchObject([{ message: 'gone' }]);
  });

  it('lets an event be taken again whose server died over it', async () => {
    let nowMs = Date.now();
    const clock = () => new Date(nowMs);
    const seen = memoryOfEvents(clock);
    const event = signedAccountEvent(message(), account);
    const dying = listening({ seen, clock, answerWithinMs: 1, onEvent: () => new Promise(() => {}) });
    expect(await dying.webhook(request(event))).toMatchObject({ outcome: 'ACCEPTED' });
    const next = listening({ seen, clock });
    expect(await next.webhook(request(event))).toMatchObject({ outcome: 'REPEATED' });
    nowMs += 30_000;
    expect(await next.webhook(request(event))).toMatchObject({ outcome: 'HANDLED' });
    nowMs += 30_000;
    expect(await next.webhook(request(event))).toMatchObject({ outcome: 'REPEATED' });
    expect(next.events).toHaveLength(1);
  });

  it('is not asked again for what fails after Zalo had its answer: it is tried again', async () => {
    const tries: number[] = [];
    const done = new Promise<void>((resolve) => {
      const onEvent = async () => {
        tries.push(performance.now());
        await new Promise((wait) => setTimeout(wait, 20));
        if (tries.length === 1) throw new Error('busy');
        resolve();
      };
      void listening({ onEvent, answerWithinMs: 1 }).webhook(request(signedAccountEvent(message(), account)));
    });
    await done;
    expect(tries).toHaveLength(2);
  });
});

describe('an event of the mini app', () => {
  it('is not kept away by another body that has its values under other names', async () => {
    const { events, webhook } = miniAppListening();
    const event = signedMiniAppEvent(revoked(), miniApp);
    const { userId, ...rest } = JSON.parse(Buffer.from(event.rawBody).toString());
    const disguised = { ...event, rawBody: Buffer.from(JSON.stringify({ ...rest, zzz: userId })) };
    expect(await webhook(request(disguised))).toMatchObject({ outcome: 'HANDLED' });
    expect(await webhook(request(event))).toMatchObject({ outcome: 'HANDLED' });
    expect(events.map((each) => each.userId)).toEqual([null, '8210']);
  });

  it('says who withdrew consent', async () => {
    const { events, webhook } = miniAppListening();
    expect(await webhook(request(signedMiniAppEvent(revoked(), miniApp)))).toEqual({
      status: 200,
      outcome: 'HANDLED',
    });
    expect(events).toMatchObject([{ name: CONSENT_REVOKED, appId, userId: '8210' }]);
  });

  it('is signed by SHA-256 over its values, sorted by name, and the key', async () => {
    const { createHash } = await import('node:crypto');
    const { timestamp } = revoked();
    const signed = `${appId}${CONSENT_REVOKED}{"reason":"x"}${timestamp}8210${miniApp.apiKey}`;
    const body = { timestamp, userId: '8210', extra: { reason: 'x' }, event: CONSENT_REVOKED, appId };
    const headers = { 'x-zevent-signature': createHash('sha256').update(signed).digest('hex') };
    const { webhook } = miniAppListening();
    const rawBody = Buffer.from(JSON.stringify(body));
    expect(await webhook(request({ rawBody, headers }))).toMatchObject({ outcome: 'HANDLED' });
  });

  it.each([
    [
      'about somebody else',
      (event: SignedEvent) => ({
        ...event,
        rawBody: Buffer.from(JSON.stringify({ ...revoked(), userId: '1' })),
      }),
    ],
    ['with another key', () => signedMiniAppEvent(revoked(), { apiKey: 'guessed' })],
    ['of another app, though signed', () => signedMiniAppEvent({ ...revoked(), appId: '1' }, miniApp)],
  ])('is refused %s', async (_, change) => {
    const { events, webhook } = miniAppListening();
    expect(await webhook(request(change(signedMiniAppEvent(revoked(), miniApp))))).toEqual({
      status: 401,
      outcome: 'UNSIGNED',
    });
    expect(events).toEqual([]);
  });

  it('has no effect when it is played back, also in other bytes', async () => {
    const { events, webhook } = miniAppListening();
    const event = signedMiniAppEvent(revoked(), miniApp);
    await webhook(request(event));
    const { userId, ...rest } = JSON.parse(Buffer.from(event.rawBody).toString());
    const reordered = { ...event, rawBody: Buffer.from(JSON.stringify({ userId, ...rest }, null, 2)) };
    expect(await webhook(request(event))).toEqual({ status: 200, outcome: 'REPEATED' });
    expect(await webhook(request(reordered))).toEqual({ status: 200, outcome: 'REPEATED' });
    expect(events).toHaveLength(1);
  });
});

it.each([
  ['the probe', probe().rawBody, 200, 'PROBE'],
  ['nothing', new Uint8Array(), 400, 'UNREADABLE'],
  ['a list', Buffer.from('[]'), 400, 'UNREADABLE'],
  ['bytes that are no text', Uint8Array.of(0xff, 0xfe), 400, 'UNREADABLE'],
  ['a megabyte', Buffer.alloc(1_000_000, ' '), 413, 'TOO_LARGE'],
])('%s has no effect', async (_, rawBody, status, outcome) => {
  const { events, webhook } = listening();
  expect(await webhook(request({ rawBody, headers: {} }))).toEqual({ status, outcome });
  expect(events).toEqual([]);
});
