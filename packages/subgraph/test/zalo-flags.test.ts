import { expect, it } from 'vitest';
import { readZaloFlags, type ZaloSecrets } from '../src/zalo/zalo-flags.ts';

const host = '127.0.0.1';
const secrets = (given: Partial<ZaloSecrets> = {}): ZaloSecrets => ({
  ...{ appSecret: 'secret', apiKey: '', accountSecret: '', sessionKey: '' },
  ...given,
});

it('say nothing of Zalo where nothing is said of it, whatever signs sessions', () => {
  expect(readZaloFlags({}, secrets({ appSecret: '', sessionKey: 'a key' }), host)).toBeUndefined();
  expect(readZaloFlags({ zaloAppId: '', zaloBaseUrl: '' }, secrets({ appSecret: '' }), host)).toBeUndefined();
});

it('pass on what is said', () => {
  const flags = { zaloAppId: '336', zaloMiniAppId: '77', zaloBaseUrl: 'https://zalo.example.vn/graph' };
  const keys = { apiKey: 'key', accountSecret: 'oa', sessionKey: 'session' };
  expect(readZaloFlags(flags, secrets(keys), '0.0.0.0')).toEqual({
    ...{ appId: '336', miniAppId: '77', app: expect.anything() },
    ...{ miniAppApiKey: 'key', accountSecret: 'oa', sessionKey: 'session' },
  });
});

it.each([
  [{ zaloAppId: '336' }, { appSecret: '' }],
  [{}, { appSecret: 'secret' }],
  [{}, { appSecret: '', apiKey: 'key' }],
  [{ zaloMiniAppId: '77' }, { appSecret: '' }],
  [{ zaloBaseUrl: 'https://zalo.example.vn' }, { appSecret: '' }],
  [{ zaloAppId: '336', zaloBaseUrl: 'http://zalo.example.vn' }, {}],
  [{ zaloAppId: '336', zaloBaseUrl: 'zalo.example.vn' }, {}],
])('refuse half of what is needed, and an address that others read along: %j %j', (flags, given) => {
  expect(() => readZaloFlags(flags, secrets(given), host)).toThrow(
    expect.objectContaining({ name: 'Refusal' }),
  );
});

it('believe a Zalo without TLS on this machine only, and only for a server that nobody else reaches', () => {
  const read = (at: string) =>
    readZaloFlags({ zaloAppId: '336', zaloBaseUrl: 'http://127.0.0.1:4004' }, secrets(), at);
  expect(read('127.0.0.1')).toMatchObject({ appId: '336' });
  expect(() => read('0.0.0.0')).toThrow(/--zalo-base-url/);
});
