import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { CONSENT_REVOKED, createZaloApp, miniAppWebhook, templateNotifier, ZaloError } from '@cnscd/zalo';
import { signedMiniAppEvent, startFakeZalo } from '@cnscd/zalo/testing';
import { expect, it } from 'vitest';

// packages/zalo/README.md shows parts of this file; examples/gateway/test/docs.test.ts holds the two together.
it('does what its README says', async () => {
  const zalo = await startFakeZalo();
  const { appId, appSecret, url: baseUrl } = zalo;

  const app = createZaloApp({ appId, appSecret, baseUrl });
  const accessToken = zalo.signIn({
    ...{ id: '8210', name: 'Hồ Thị Lan', phone: '84912345678' },
    location: { latitude: '16.7471', longitude: '107.1892' },
  });
  const person = await app.personOf(accessToken);
  const phone = await app.phoneOf(accessToken, zalo.phoneCode(accessToken));
  expect([person.id, phone]).toEqual(['8210', '+84912345678']);

  const place = await app.locationOf(accessToken, zalo.locationCode(accessToken));
  expect([place.latitude, place.longitude]).toEqual([16.7471, 107.1892]);

  zalo.behave('REGION_BLOCKED');
  const blocked = await app.personOf(accessToken).catch((error: unknown) => error);
  expect(blocked instanceof ZaloError && blocked.code).toBe('ZALO_REGION_BLOCKED');

  const notifier = templateNotifier({ getToken: async () => 'token', templateId: '7', baseUrl });
  const receipt = await notifier.send({ to: phone, text: '', values: { team: 'Tổ 1' }, trackingId: 'n-1' });
  expect(receipt.status).toBe('OFF');

  const unlinked: string[] = [];
  const webhook = miniAppWebhook({
    ...{ appId, apiKey: 'key-of-the-mini-app' },
    async onEvent({ name, userId }) {
      if (name === CONSENT_REVOKED && userId !== null) unlinked.push(userId);
    },
  });
  const server = createServer(async (request, response) => {
    const header = (name: string) => request.headersDistinct[name]?.[0] ?? null;
    const { status } = await webhook({ rawBody: await buffer(request), header });
    response.writeHead(status).end();
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo; // it listens on a port
  const body = { event: CONSENT_REVOKED, appId, userId: '8210', timestamp: Date.now() };
  const { headers, rawBody } = signedMiniAppEvent(body, { apiKey: 'key-of-the-mini-app' });
  const reply = await fetch(`http://127.0.0.1:${port}/`, {
    method: 'POST',
    headers,
    body: Buffer.from(rawBody),
  });
  expect([reply.status, unlinked]).toEqual([200, ['8210']]);

  await Promise.all([zalo.close(), new Promise((closed) => server.close(closed))]);
});
