import { memoryStorage } from '@cnscd/sdk/outbox';
import { describe, expect, it } from 'vitest';
import { answerOf } from '../src/zalo/answer-of.ts';
import { chooseBridge } from '../src/zalo/choose-bridge.ts';
import { type BridgeFailure, bridgeError } from '../src/zalo/zalo-bridge.ts';
import { type Storages, type ZmpApis, zmpBridge } from '../src/zalo/zmp-bridge.ts';
import { fakeBridge } from './support/fake-bridge.ts';

const PATIENCE = { patienceMs: 30 };

const failureOf = (asked: Promise<unknown>): Promise<BridgeFailure | string> =>
  asked.then(
    () => 'no failure',
    (error) => bridgeError(error).failure,
  );

describe('a call to Zalo', () => {
  it.each([
    ['DECLINED', -201],
    ['DECLINED', -1401],
    ['DECLINED', -2002],
    ['DECLINED', -2003],
    ['UNSUPPORTED', -1404],
    ['FAILED', -1500],
    ['FAILED', undefined],
  ])('that Zalo ends with a number is %s by %s, whatever class it has', async (failure, code) => {
    expect(await failureOf(answerOf(() => Promise.reject({ code })))).toBe(failure);
  });

  it('that throws at once fails like one that rejects', async () => {
    const asked = answerOf(() => {
      throw { code: -1404 };
    });
    expect(await failureOf(asked)).toBe('UNSUPPORTED');
  });

  it('that never settles ends after the patience of the caller', async () => {
    const bridge = fakeBridge();
    bridge.behave('phoneCode', 'HANG');
    expect(await failureOf(answerOf(bridge.phoneCode, PATIENCE))).toBe('NO_ANSWER');
    bridge.behave('phoneCode', 'DENY');
    expect(await failureOf(answerOf(bridge.phoneCode, PATIENCE))).toBe('DECLINED');
    bridge.behave('phoneCode', 'ANSWER');
    expect(await answerOf(bridge.phoneCode, PATIENCE)).toBe('phone-code');
  });

  it('that is answered late is not lost', async () => {
    let answer: (code: string) => void = () => {};
    const slow = () =>
      new Promise<string>((resolve) => {
        answer = resolve;
      });
    const late = new Promise<string>((onLate) => {
      void failureOf(answerOf(slow, { ...PATIENCE, onLate })).then(() => answer('after a long look'));
    });
    expect(await late).toBe('after a long look');
  });
});

describe('the bridge to the SDK', () => {
  const fallback: Storages = { storage: fakeBridge().storage, outboxStorage: memoryStorage() };
  const apis = (given: Partial<Record<keyof ZmpApis, unknown>>): ZmpApis =>
    ({
      nativeStorage: {
        getItem() {
          throw { code: -1404 };
        },
      },
      ...given,
      // The cast: only what a case is about is there.
    }) as unknown as ZmpApis;

  it('takes the empty token that a browser gets for none', async () => {
    const bridge = zmpBridge(apis({ getAccessToken: async () => '' }), fallback);
    expect(await failureOf(bridge.accessToken())).toBe('UNSUPPORTED');
  });

  it('takes a list of people that was closed for a no, which the SDK calls success', async () => {
    const closed = zmpBridge(apis({ openShareSheet: async () => ({ status: 0 }) }), fallback);
    expect(await failureOf(closed.shareText('text'))).toBe('DECLINED');
    const sent = zmpBridge(apis({ openShareSheet: async () => ({ status: 2 }) }), fallback);
    expect(await failureOf(sent.shareText('text'))).toBe('no failure');
  });

  it('takes a number without a code for none: the server alone may learn it', async () => {
    const bridge = zmpBridge(apis({ getPhoneNumber: async () => ({ number: '' }) }), fallback);
    expect(await failureOf(bridge.phoneCode())).toBe('UNSUPPORTED');
  });

  it('keeps things in the browser where Zalo has no storage', () => {
    expect(zmpBridge(apis({}), fallback).storage).toBe(fallback.storage);
  });

  it('keeps waiting records in the storage of Zalo where there is one', async () => {
    const texts = new Map<string, string>();
    const nativeStorage = {
      getItem: (name: string) => texts.get(name) ?? null,
      setItem: (name: string, text: string) => void texts.set(name, text),
      removeItem: (name: string) => void texts.delete(name),
      getStorageInfo: () => ({ currentSize: 1, limitSize: 5120 }),
    };
    const { outboxStorage, storage } = zmpBridge(apis({ nativeStorage }), fallback);
    await outboxStorage.write('record', 'text');
    storage.setItem('draft', 'half');
    expect([...texts.keys()]).toEqual(expect.arrayContaining(['record', 'draft']));
  });

  it('removes also where the removal of the SDK does nothing, as in a browser', () => {
    const texts = new Map<string, string>();
    const nativeStorage = {
      getItem: (name: string) => texts.get(name) ?? null,
      setItem: (name: string, text: string) => void texts.set(name, text),
      removeItem() {},
    };
    const { storage } = zmpBridge(apis({ nativeStorage }), fallback);
    storage.setItem('draft', 'half');
    storage.removeItem('draft');
    expect(storage.getItem('draft')).toBeNull();
  });

  it('is none where the SDK would only fail', async () => {
    const bridge = await chooseBridge({ hostname: '127.0.0.1' } as Location, fallback);
    expect(await failureOf(bridge.accessToken())).toBe('UNSUPPORTED');
  });
});
