import { describe, expect, it } from 'vitest';
import { type SignedEvent, signedMiniAppEvent } from '../src/testing/signed-events.ts';
import { CONSENT_REVOKED, type MiniAppEvent, miniAppWebhook } from '../src/webhooks/mini-app-webhook.ts';
import { appId, request } from './webhook-request.ts';

const miniApp = { appId, apiKey: 'key-of-the-mini-app' };

const revoked = () => ({ event: CONSENT_REVOKED, appId, userId: '8210', timestamp: Date.now() });

function listening() {
  const events: MiniAppEvent[] = [];
  return {
    events,
    webhook: miniAppWebhook({ ...miniApp, onEvent: async (event) => void events.push(event) }),
  };
}

describe('an event of the mini app', () => {
  const asBody = (event: SignedEvent, body: object): SignedEvent => ({
    ...event,
    rawBody: Buffer.from(JSON.stringify(body)),
  });
  const { timestamp } = revoked();
  const told = { event: CONSENT_REVOKED, appId, timestamp };

  // Each of them has the values of the true one in the same order, and so its signature.
  it.each([
    ['about somebody else, by the end of an id', { ...told, u: '82', userId: '10998' }],
    ['about somebody else, by the beginning of an id', { ...told, userId: '8210', userIe: '998' }],
    ['about nobody', { ...told, zzz: '8210998' }],
    ['with a field that adds nothing', { ...told, ua: '', userId: '8210998' }],
    ['with a time that took a digit of the id', { ...told, timestamp: `${timestamp}8`, userId: '210998' }],
    [
      'under a name that is cut',
      { appId, event: 'user.revoke.consen', f: `t${timestamp}`, userId: '8210998' },
    ],
    ['under no name', { appId, name: `${CONSENT_REVOKED}${timestamp}`, userId: '8210998' }],
    ['with another app', { a: appId, appId: '', event: CONSENT_REVOKED, timestamp, userId: '8210998' }],
  ])('cannot be cut anew into one %s, before or after', async (_, forged) => {
    const { events, webhook } = listening();
    const event = signedMiniAppEvent({ ...told, userId: '8210998' }, miniApp);
    const cut = () => webhook(request(asBody(event, forged)));
    expect((await cut()).status).toBeGreaterThanOrEqual(400);
    expect(await webhook(request(event))).toMatchObject({ outcome: 'HANDLED' });
    expect((await cut()).status).toBeGreaterThanOrEqual(400);
    expect(events).toMatchObject([{ name: CONSENT_REVOKED, userId: '8210998' }]);
  });

  it('about consent with more than Zalo documents is refused, and says so', async () => {
    const { events, webhook } = listening();
    const more = signedMiniAppEvent({ ...revoked(), reason: 'x' }, miniApp);
    expect(await webhook(request(more))).toEqual({
      status: 400,
      outcome: 'UNKNOWN_SHAPE',
      name: CONSENT_REVOKED,
    });
    expect(events).toEqual([]);
  });

  it('of another kind has its effect once, under whichever names its values come', async () => {
    const { events, webhook } = listening();
    const event = signedMiniAppEvent(
      { event: 'versions.review.done', appId, timestamp: String(timestamp), v: '12' },
      miniApp,
    );
    expect(await webhook(request(event))).toMatchObject({ outcome: 'HANDLED' });
    const forged = { appId, event: 'versions.review.done', timestamp, va: '1', vb: '2' };
    expect(await webhook(request(asBody(event, forged)))).toMatchObject({ outcome: 'REPEATED' });
    expect(events).toHaveLength(1);
  });

  it('has ids that are written as numbers, to the last digit', async () => {
    const { events, webhook } = listening();
    const userId = '3368637342326461235';
    const event = signedMiniAppEvent({ ...told, userId }, miniApp);
    const text = JSON.stringify({ ...told, userId })
      .replace(`"${appId}"`, appId)
      .replace(`"${userId}"`, userId);
    expect(await webhook(request({ ...event, rawBody: Buffer.from(text) }))).toMatchObject({
      outcome: 'HANDLED',
    });
    expect(events).toMatchObject([{ userId, body: { appId, userId, timestamp } }]);
  });

  it('names the mini app, where that has an id of its own', async () => {
    const events: MiniAppEvent[] = [];
    const onEvent = (event: MiniAppEvent) => void events.push(event);
    const webhook = miniAppWebhook({ ...miniApp, miniAppId: '77', onEvent });
    expect(await webhook(request(signedMiniAppEvent(revoked(), miniApp)))).toMatchObject({
      outcome: 'OTHER_APP',
    });
    expect(await webhook(request(signedMiniAppEvent({ ...revoked(), appId: '77' }, miniApp)))).toMatchObject({
      ...{ outcome: 'HANDLED' },
    });
    expect(events).toMatchObject([{ appId, userId: '8210' }]);
  });

  it('says who withdrew consent', async () => {
    const { events, webhook } = listening();
    expect(await webhook(request(signedMiniAppEvent(revoked(), miniApp)))).toMatchObject({
      status: 200,
      outcome: 'HANDLED',
    });
    expect(events).toMatchObject([{ name: CONSENT_REVOKED, appId, userId: '8210' }]);
  });

  it('is signed by SHA-256 over its values, sorted by name, and the key', async () => {
    const { createHash } = await import('node:crypto');
    const signed = `${appId}versions.review.done{"reason":"x"}${timestamp}12${miniApp.apiKey}`;
    const body = { timestamp, version: 12, extra: { reason: 'x' }, event: 'versions.review.done', appId };
    const headers = { 'x-zevent-signature': createHash('sha256').update(signed).digest('hex') };
    const { webhook } = listening();
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
  ])('is refused %s', async (_, change) => {
    const { events, webhook } = listening();
    expect(await webhook(request(change(signedMiniAppEvent(revoked(), miniApp))))).toMatchObject({
      status: 401,
      outcome: 'UNSIGNED',
    });
    expect(events).toEqual([]);
  });

  it('has no effect when it is played back, also in other bytes', async () => {
    const { events, webhook } = listening();
    const event = signedMiniAppEvent(revoked(), miniApp);
    await webhook(request(event));
    const { userId, ...rest } = JSON.parse(Buffer.from(event.rawBody).toString());
    const reordered = { ...event, rawBody: Buffer.from(JSON.stringify({ userId, ...rest }, null, 2)) };
    expect(await webhook(request(event))).toMatchObject({ status: 200, outcome: 'REPEATED' });
    expect(await webhook(request(reordered))).toMatchObject({ status: 200, outcome: 'REPEATED' });
    expect(events).toHaveLength(1);
  });
});
