import { afterAll, describe, expect, it } from 'vitest';
import { startFakeZalo } from '../src/testing/fake-zalo.ts';
import { createZaloApp } from '../src/zalo-app.ts';
import { ZaloError } from '../src/zalo-error.ts';

const zalo = await startFakeZalo();
afterAll(() => zalo.close());
const { appId, appSecret } = zalo;
const app = createZaloApp({ appId, appSecret, baseUrl: zalo.url, timeoutMs: 300 });
const person = { id: '8210', name: 'Hồ Thị Lan'.normalize('NFD'), phone: '84912345678' };

const codeOf = async (call: Promise<unknown>) => {
  const error = await call.then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(ZaloError);
  return (error as ZaloError).code;
};

describe('a token', () => {
  it('says whose it is, with the name in NFC', async () => {
    const token = zalo.signIn(person);
    expect(await app.personOf(token)).toEqual({
      ...{ appId, id: '8210', name: 'Hồ Thị Lan' },
      pictureUrl: 'https://example.org/picture.png',
    });
  });

  it('is refused when it has expired, and Zalo is not asked about it again within a minute', async () => {
    const expired = zalo.signIn(person, -1);
    expect(await codeOf(app.personOf(expired))).toBe('ZALO_TOKEN_INVALID');
    const asked = zalo.requests();
    expect(await codeOf(app.personOf(expired))).toBe('ZALO_TOKEN_INVALID');
    expect(zalo.requests()).toBe(asked);
    const later = createZaloApp({
      appId,
      appSecret,
      baseUrl: zalo.url,
      clock: () => new Date(Date.now() + 120_000),
    });
    expect(await codeOf(later.personOf(expired))).toBe('ZALO_TOKEN_INVALID');
    expect(zalo.requests()).toBe(asked + 1);
  });

  it('is refused to a server that has not the secret of its app', async () => {
    const stranger = createZaloApp({ appId, appSecret: 'another', baseUrl: zalo.url });
    expect(await codeOf(stranger.personOf(zalo.signIn(person)))).toBe('ZALO_PROOF_INVALID');
  });
});

describe('a code', () => {
  it('gives the phone number once', async () => {
    const token = zalo.signIn(person);
    const code = zalo.phoneCode(token);
    expect(await app.phoneOf(token, code)).toBe('+84912345678');
    expect(await codeOf(app.phoneOf(token, code))).toBe('ZALO_CODE_INVALID');
  });

  it('gives nothing to another person', async () => {
    const code = zalo.phoneCode(zalo.signIn(person));
    expect(await codeOf(app.phoneOf(zalo.signIn({ ...person, id: '8211' }), code))).toBe('ZALO_CODE_INVALID');
  });

  it('that leads to no number is not taken for one', async () => {
    const token = zalo.signIn({ id: '8212', name: 'Không Số' });
    expect(await codeOf(app.phoneOf(token, zalo.phoneCode(token)))).toBe('ZALO_ANSWER_UNKNOWN');
  });

  it('gives the place', async () => {
    const token = zalo.signIn({ ...person, location: { latitude: '16.7471', longitude: '107.1892' } });
    const place = await app.locationOf(token, zalo.locationCode(token));
    expect(place).toMatchObject({ latitude: 16.7471, longitude: 107.1892 });
    expect(place.measuredAt?.getTime()).toBeCloseTo(Date.now(), -4);
  });

  it('that leads to a place beyond the globe is not taken for one', async () => {
    const token = zalo.signIn({ ...person, location: { latitude: '1674', longitude: '107' } });
    expect(await codeOf(app.locationOf(token, zalo.locationCode(token)))).toBe('ZALO_ANSWER_UNKNOWN');
  });
});

describe('a Zalo that does not answer as usual', () => {
  it.each([
    ['REGION_BLOCKED', 'ZALO_REGION_BLOCKED', false],
    ['SILENT', 'ZALO_UNAVAILABLE', true],
    ['CAPTIVE_PORTAL', 'ZALO_UNAVAILABLE', true],
    ['BROKEN', 'ZALO_UNAVAILABLE', true],
  ] as const)('%s: %s, to be tried again: %s', async (behaviour, code, retryable) => {
    const token = zalo.signIn(person);
    zalo.behave(behaviour);
    const error = await app.personOf(token).catch((reason: unknown) => reason);
    zalo.behave('USUAL');
    expect(error).toMatchObject({ code, retryable });
    // It was not the token's fault: the next call asks again, and succeeds.
    expect(await app.personOf(token)).toMatchObject({ id: '8210' });
  });

  it('names the remedy where Zalo is asked from abroad', () => {
    const { messages } = new ZaloError('ZALO_REGION_BLOCKED', { zaloCode: -501 });
    expect(messages.vi).toMatch(/máy chủ tại Việt Nam/);
    expect(messages.en).toMatch(/baseUrl/);
  });

  it.each([
    ['a proxy without its upstream', 502, { message: 'no upstream' }],
    ['a proxy that says so in other words', 503, { statusCode: 503, error: 'Service Unavailable' }],
    ['a gateway that contradicts itself', 500, { error: 0, id: '8210', name: 'Lan' }],
  ])('is unavailable behind %s', async (_, status, body) => {
    const fetch = async () => Response.json(body, { status });
    const behind = createZaloApp({ appId, appSecret, fetch });
    expect(await codeOf(behind.personOf('token'))).toBe('ZALO_UNAVAILABLE');
  });

  it('is judged by its number, whatever the status', async () => {
    const fetch = async () => Response.json({ error: -501 }, { status: 403 });
    expect(await codeOf(createZaloApp({ appId, appSecret, fetch }).personOf('token'))).toBe(
      'ZALO_REGION_BLOCKED',
    );
  });

  it('is not asked by everybody at once', async () => {
    let [asked, answer] = [0, (): void => {}];
    const answered = new Promise<void>((resolve) => (answer = resolve));
    const fetch = async () => {
      asked += 1;
      await answered;
      return Response.json({ error: 0, id: '8210', name: 'Lan' });
    };
    const busy = createZaloApp({ appId, appSecret, fetch, mostInFlight: 2 });
    const crowd = ['1', '2', '3', '4'].map((token) =>
      busy.personOf(token).then(
        ({ id }) => id,
        ({ code }) => code,
      ),
    );
    answer();
    expect(await Promise.all(crowd)).toEqual(['8210', '8210', 'ZALO_UNAVAILABLE', 'ZALO_UNAVAILABLE']);
    expect(asked).toBe(2);
    expect(await busy.personOf('5')).toMatchObject({ id: '8210' });
  });

  it('is no longer waited for when the caller gives up', async () => {
    zalo.behave('SILENT');
    const gone = app.personOf(zalo.signIn(person), AbortSignal.abort(new Error('gone')));
    await expect(gone).rejects.toThrow('gone');
    zalo.behave('USUAL');
  });

  it('does not lead the token to another address', async () => {
    const led = createZaloApp({
      ...{ appId, appSecret, baseUrl: 'https://example.org' },
      fetch: async (_url, init) => {
        expect(init?.redirect).toBe('error');
        throw new TypeError('redirected');
      },
    });
    expect(await codeOf(led.personOf('token'))).toBe('ZALO_UNAVAILABLE');
  });
});
