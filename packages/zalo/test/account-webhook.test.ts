import { describe, expect, it } from 'vitest';
import { probe, type SignedEvent, signedAccountEvent } from '../src/testing/signed-events.ts';
import { type AccountEvent, accountWebhook } from '../src/webhooks/account-webhook.ts';
import { memoryOfEvents, type SeenEvents } from '../src/webhooks/seen-events.ts';
import type { WebhookOptions } from '../src/webhooks/webhook.ts';
import { appId, request } from './webhook-request.ts';

const account = { appId, secretKey: 'secret-of-the-account' };

const message = () => ({
  app_id: appId,
  event_name: 'user_send_text',
  message: { text: 'Xin chào', msg_id: '96d3' },
});

function listening(options: Partial<WebhookOptions<AccountEvent>> = {}) {
  const events: AccountEvent[] = [];
  const take = async (event: AccountEvent) => void events.push(event);
  return { events, webhook: accountWebhook({ ...account, onEvent: take, ...options }) };
}

describe('an event of the official account', () => {
  it('passes when its bytes are those that were signed', async () => {
    const { events, webhook } = listening();
    expect(await webhook(request(signedAccountEvent(message(), account)))).toMatchObject({
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
    expect(await webhook(request(change(signedAccountEvent(message(), account))))).toMatchObject({
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
    expect(await webhook(request(resent))).toMatchObject({ status: 200, outcome: 'REPEATED' });
    expect(events).toHaveLength(1);
  });

  it('has its effect once, also where the header of a copy is spelt otherwise', async () => {
    const { events, webhook } = listening();
    const event = signedAccountEvent({ app_id: appId, event_name: 'follow', follower: { id: '1' } }, account);
    const mac = event.headers['x-zevent-signature'] ?? '';
    const spellings = [
      mac,
      mac.slice(4),
      mac.slice(4).toUpperCase(),
      `mac=${mac.slice(4).toUpperCase()}`,
      ` ${mac}`,
    ];
    const outcomes: string[] = [];
    for (const signature of spellings) {
      const headers = { ...event.headers, 'x-zevent-signature': signature };
      outcomes.push((await webhook(request({ ...event, headers }))).outcome);
    }
    expect(outcomes).toEqual(['HANDLED', 'REPEATED', 'REPEATED', 'REPEATED', 'REPEATED']);
    expect(events).toHaveLength(1);
  });

  it('may be handled without waiting', async () => {
    const names: string[] = [];
    const { webhook } = listening({ onEvent: ({ name }) => void names.push(name) });
    expect(await webhook(request(signedAccountEvent(message(), account)))).toMatchObject({
      ...{ outcome: 'HANDLED', name: 'user_send_text' },
    });
    expect(names).toEqual(['user_send_text']);
  });

  it('names itself also where it is refused, unless its name is none', async () => {
    const { webhook } = listening();
    const named = async (event_name: unknown) => {
      const { rawBody } = signedAccountEvent({ event_name }, account);
      return (await webhook(request({ rawBody, headers: {} }))).name;
    };
    expect(await named('follow')).toBe('follow');
    expect([await named('a line\nof its own'), await named({}), await named('x'.repeat(61))]).toEqual([
      null,
      null,
      null,
    ]);
  });

  it('is refused when it was kept for more than a day', async () => {
    const old = signedAccountEvent(message(), { ...account, sentAt: new Date(Date.now() - 25 * 3_600_000) });
    expect(await listening().webhook(request(old))).toMatchObject({ status: 401, outcome: 'TOO_OLD' });
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
    expect(await webhook(request(event))).toMatchObject({ status: 500, outcome: 'FAILED' });
    expect(await webhook(request(event))).toMatchObject({ status: 200, outcome: 'HANDLED' });
    expect(failures).toMatchObject([{ message: 'database gone' }]);
  });

  it('is answered within two seconds although its handler takes longer', async () => {
    let done = (): void => {};
    const { webhook } = listening({ onEvent: () => new Promise<void>((resolve) => (done = resolve)) });
    const began = performance.now();
    expect(await webhook(request(signedAccountEvent(message(), account)))).toMatchObject({
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
    expect(await webhook(request(signedAccountEvent(message(), account)))).toMatchObject({
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

  it('has back what fails after Zalo had its answer, with all it needs to do it later', async () => {
    const [work, released, failures]: [Promise<unknown>[], string[], unknown[]] = [[], [], []];
    const claimed = new Map<string, unknown>();
    const { webhook } = listening({
      seen: memory({
        claim: async (id, _until, event) => {
          claimed.set(id, event);
          return true;
        },
        release: async (id) => void released.push(id),
      }),
      answerWithinMs: 1,
      waitUntil: (going) => work.push(going),
      onFailure: (error) => failures.push(error),
      onEvent: async () => {
        await new Promise((wait) => setTimeout(wait, 20));
        throw new Error('busy');
      },
    });
    const reply = await webhook(request(signedAccountEvent(message(), account)));
    expect([reply.outcome, released]).toEqual(['ACCEPTED', []]);
    await Promise.all(work);
    expect(released.map((id) => claimed.get(id))).toMatchObject([
      { name: 'user_send_text', body: message() },
    ]);
    expect(failures).toMatchObject([{ message: 'busy' }]);
  });

  it('that cannot keep that an event was done lets it be done again', async () => {
    const kept = memoryOfEvents();
    let settled = 0;
    const settle: SeenEvents['settle'] = async (...event) => {
      settled += 1;
      if (settled === 1) throw new Error('gone');
      await kept.settle(...event);
    };
    const { events, webhook } = listening({ seen: { ...kept, settle } });
    const event = signedAccountEvent(message(), account);
    const outcomes: string[] = [];
    for (let copy = 0; copy < 3; copy += 1) outcomes.push((await webhook(request(event))).outcome);
    expect(outcomes).toEqual(['FAILED', 'HANDLED', 'REPEATED']);
    expect(events).toHaveLength(2);
  });

  it('that is slow to take an event back is not told to have it', async () => {
    let taken = (): void => {};
    const { webhook } = listening({
      seen: memory({ release: () => new Promise<void>((resolve) => (taken = resolve)) }),
      answerWithinMs: 20,
      onEvent: () => Promise.reject(new Error('busy')),
    });
    expect(await webhook(request(signedAccountEvent(message(), account)))).toMatchObject({ status: 500 });
    taken();
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
  expect(await webhook(request({ rawBody, headers: {} }))).toEqual({ status, outcome, name: null });
  expect(events).toEqual([]);
});
