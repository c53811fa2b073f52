import { expect, it } from 'vitest';
import { readZaloFlags, type ZaloSecrets } from '../src/zalo/zalo-flags.ts';

const secrets = (given: Partial<ZaloSecrets> = {}): ZaloSecrets => ({
  ...{ appSecret: 'secret', apiKey: '', accountSecret: '', sessionKey: '' },
  ...given,
});

it('say nothing of Zalo where nothing is said of it, whatever signs sessions', () => {
  expect(readZaloFlags({}, secrets({ appSecret: '', sessionKey: 'a key' }))).toBeUndefined();
  expect(readZaloFlags({ zaloAppId: '', zaloBaseUrl: '' }, secrets({ appSecret: '' }))).toBeUndefined();
});

it('pass on what is said', () => {
  const flags = { zaloAppId: '336', zaloBaseUrl: 'https://zalo.example.vn/graph' };
  const keys = { apiKey: 'key', accountSecret: 'oa', sessionKey: 'session' };
  expect(readZaloFlags(flags, secrets(keys))).toEqual({
    ...{ appId: '336', app: expect.anything() },
    ...{ miniAppApiKey: 'key', accountSecret: 'oa', sessionKey: 'session' },
  });
});

it.each([
  [{ zaloAppId: '336' }, { appSecret: '' }],
  [{}, { appSecret: 'secret' }],
  [{}, { appSecret: '', apiKey: 'key' }],
  [{ zaloBaseUrl: 'https://zalo.example.vn' }, { appSecret: '' }],
  [{ zaloAppId: '336', zaloBaseUrl: 'http://zalo.example.vn' }, {}],
  [{ zaloAppId: '336', zaloBaseUrl: 'zalo.example.vn' }, {}],
])('refuse half of what is needed, and an address that others read along: %j %j', (flags, given) => {
  expect(() => readZaloFlags(flags, secrets(given))).toThrow(expect.objectContaining({ name: 'Refusal' }));
});
