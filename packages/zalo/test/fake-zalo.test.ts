import { once } from 'node:events';
import { connect } from 'node:net';
import { createZaloApp } from '@cnscd/zalo';
import { startFakeZalo } from '@cnscd/zalo/testing';
import { afterAll, afterEach, expect, it, vi } from 'vitest';

const page = 'http://localhost:4200';
const lan = { id: '8210', name: 'Hồ Thị Lan', phone: '84912345678' };
const zalo = await startFakeZalo({ people: [lan], origins: [page] });
afterAll(() => zalo.close());
afterEach(() => vi.unstubAllEnvs());

const ask = (path: string, body?: object, origin = page, method = body === undefined ? 'GET' : 'POST') =>
  fetch(new URL(path, zalo.url), {
    ...{ method, headers: { origin, 'content-type': 'application/json' } },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });

it('gives a page what the Zalo app gives a mini app', async () => {
  expect(await (await ask('/people')).json()).toEqual([{ id: '8210', name: 'Hồ Thị Lan' }]);
  const { accessToken } = (await (await ask('/sign-in', { id: '8210' })).json()) as { accessToken: string };
  const answered = await ask('/phone-code', { accessToken });
  expect(answered.headers.get('access-control-allow-origin')).toBe(page);
  const { code } = (await answered.json()) as { code: string };
  const { appId, appSecret, url: baseUrl } = zalo;
  const app = createZaloApp({ appId, appSecret, baseUrl });
  expect(await app.personOf(accessToken)).toMatchObject({ id: '8210' });
  expect(await app.phoneOf(accessToken, code)).toBe('+84912345678');
});

it('gives other pages nothing, and asks no page twice', async () => {
  expect((await ask('/sign-in', { id: '8210' }, 'https://example.org')).status).toBe(403);
  const preflight = await ask('/sign-in', undefined, page, 'OPTIONS');
  expect([preflight.status, preflight.headers.get('access-control-allow-headers')]).toEqual([
    204,
    'content-type',
  ]);
});

it.each([
  ['/sign-in', { id: '1' }, 400],
  ['/sign-in', {}, 400],
  ['/phone-code', { accessToken: 1 }, 400],
  ['/people', {}, 405],
])('%s with %j is refused', async (path, body, status) => {
  expect((await ask(path, body)).status).toBe(status);
});

it('outlives a request that is cut in its body, and one whose body is no JSON', async () => {
  const { hostname, port } = new URL(zalo.url);
  const cut = connect(Number(port), hostname, () => {
    cut.end('POST /sign-in HTTP/1.1\r\nhost: localhost\r\ncontent-length: 100\r\n\r\n{"id":');
  });
  await once(cut.resume(), 'close');
  const headers = { 'x-api-key': `Bearer ${zalo.apiKey}`, 'x-user-id': '8210', 'x-miniapp-id': 'm' };
  const sent = { method: 'POST', headers, body: 'not json' };
  expect((await fetch(new URL('/notification/template', zalo.url), sent)).status).toBe(400);
  expect((await ask('/people')).status).toBe(200);
});

it('does not start in production', async () => {
  vi.stubEnv('NODE_ENV', 'production');
  await expect(startFakeZalo()).rejects.toThrow(/production/);
});
