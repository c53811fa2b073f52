import { afterAll, describe, expect, it, onTestFinished } from 'vitest';
import { type AccountTokenPair, accountTokens } from '../src/notices/account-tokens.ts';
import { consoleNotifier } from '../src/notices/notifier.ts';
import {
  accountNotifier,
  groupNotifier,
  miniAppNotifier,
  templateNotifier,
} from '../src/notices/zalo-notifiers.ts';
import { startFakeZalo } from '../src/testing/fake-zalo.ts';

const zalo = await startFakeZalo({ refreshToken: 'first' });
afterAll(() => zalo.close());
const baseUrl = zalo.url;

function kept(pair: AccountTokenPair) {
  const log: string[] = [];
  let held = pair;
  let last: Promise<unknown> = Promise.resolve();
  return {
    log,
    async exclusively<Value>(work: () => Promise<Value>): Promise<Value> {
      const mine = last.then(work);
      last = mine.catch(() => {});
      return mine;
    },
    read: async () => held,
    async write(next: AccountTokenPair) {
      log.push('kept');
      held = next;
    },
  };
}

const expired = { accessToken: 'old', refreshToken: 'first', accessExpiresAt: new Date(0) };
const store = kept(expired);
const tokens = accountTokens({ ...{ appId: zalo.appId, appSecret: zalo.appSecret, baseUrl }, store });
const getToken = () => tokens.current();
const notice = { to: '8210', text: 'Tổ đã có kế hoạch tháng 12.', trackingId: 'n-1' };

it('refreshes the token of the account once for all who wait, and keeps the pair before it is used', async () => {
  const before = zalo.requests();
  const [one, ...others] = await Promise.all([getToken(), getToken(), getToken()]);
  expect(new Set([one, ...others]).size).toBe(1);
  expect([zalo.requests() - before, store.log]).toEqual([1, ['kept']]);
  expect(await getToken()).toBe(one);
  // A second server with the same store finds the new pair and uses it: the old refresh token is good for nothing.
  const second = accountTokens({ ...{ appId: zalo.appId, appSecret: zalo.appSecret, baseUrl }, store });
  expect(await second.current()).toBe(one);
  expect(zalo.requests() - before).toBe(1);
});

it('says that the account has to be authorised anew when its refresh token is used up', async () => {
  const late = accountTokens({
    ...{ appId: zalo.appId, appSecret: zalo.appSecret, baseUrl },
    store: kept(expired),
  });
  await expect(late.current()).rejects.toMatchObject({ code: 'ZALO_TOKEN_INVALID', zaloCode: -14020 });
});

describe('a pair that the store could not take', () => {
  const failingOnce = async () => {
    const fresh = await startFakeZalo({ refreshToken: 'first' });
    onTestFinished(() => fresh.close());
    const store = kept(expired);
    const { write } = store;
    store.write = async () => {
      store.write = write;
      throw new Error('disk full');
    };
    const { appId, appSecret, url } = fresh;
    const account = accountTokens({ ...{ appId, appSecret, store }, baseUrl: url });
    await expect(account.current()).rejects.toThrow('disk full');
    return { account, store, fresh };
  };

  it('is given to it again, and used', async () => {
    const { account, store, fresh } = await failingOnce();
    const token = await account.current();
    expect((await store.read()).accessToken).toBe(token);
    expect([fresh.requests(), store.log]).toEqual([1, ['kept']]);
  });

  it('does not displace one that was authorised by hand meanwhile', async () => {
    const { account, store } = await failingOnce();
    const byHand = {
      accessToken: 'by hand',
      refreshToken: 'new',
      accessExpiresAt: new Date(Date.now() + 1e7),
    };
    await store.write(byHand);
    expect(await account.current()).toBe('by hand');
    expect(await store.read()).toEqual(byHand);
  });
});

describe('a token that Zalo takes no longer although it should', () => {
  const ended = { accessToken: 'ended', refreshToken: 'first', accessExpiresAt: new Date(Date.now() + 1e7) };
  const account = async () => {
    const fresh = await startFakeZalo({ refreshToken: 'first' });
    onTestFinished(() => fresh.close());
    const { appId, appSecret, url } = fresh;
    const all = accountTokens({ ...{ appId, appSecret, baseUrl: url }, store: kept(ended) });
    return { ...all, fresh };
  };

  it('is replaced once for all who were refused, also beside those who were not yet', async () => {
    const { current, fresh } = await account();
    const [unaware, ...others] = await Promise.all([
      current(),
      current({ refused: 'ended' }),
      current({ refused: 'ended' }),
    ]);
    expect(unaware).toBe('ended');
    expect(new Set([...others, await current({ refused: 'ended' })]).size).toBe(1);
    expect(others[0]).not.toBe('ended');
    expect(fresh.requests()).toBe(1);
  });

  it('is replaced before the message is sent again', async () => {
    const { current, fresh } = await account();
    const channel = accountNotifier({ getToken: current, baseUrl: fresh.url, isOn: true });
    expect(await channel.send(notice)).toMatchObject({ status: 'SENT' });
    expect(fresh.sent).toHaveLength(1);
  });
});

it('a refresh is waited for longer than other calls: its answer holds the only refresh token', async () => {
  const fetch: typeof globalThis.fetch = async (_url, init) => {
    await new Promise((wait) => setTimeout(wait, 5_500));
    init?.signal?.throwIfAborted();
    return Response.json({ access_token: 'late', refresh_token: 'next', expires_in: '90000' });
  };
  const slow = accountTokens({ appId: '1', appSecret: 's', fetch, store: kept(expired) });
  expect(await slow.current()).toBe('late');
});

const { apiKey } = zalo;
const miniApp = { apiKey, miniAppId: 'm', templateId: 't', baseUrl };
const channels = {
  account: (isOn?: boolean) =>
    accountNotifier({ getToken, baseUrl, ...(isOn === undefined ? {} : { isOn }) }),
  group: (isOn?: boolean) => groupNotifier({ getToken, baseUrl, ...(isOn === undefined ? {} : { isOn }) }),
  template: (isOn?: boolean) =>
    templateNotifier({ getToken, baseUrl, templateId: '7', ...(isOn === undefined ? {} : { isOn }) }),
  miniApp: (isOn?: boolean) => miniAppNotifier({ ...miniApp, ...(isOn === undefined ? {} : { isOn }) }),
};

it.each(Object.entries(channels))('%s sends nothing until it is switched on', async (_, channel) => {
  const before = zalo.requests();
  expect(await channel().send(notice)).toEqual({ status: 'OFF', messageId: null });
  expect(await channel(false).send(notice)).toEqual({ status: 'OFF', messageId: null });
  expect(zalo.requests()).toBe(before);
});

it.each([
  ['account', { recipient: { user_id: '8210' }, message: { text: notice.text } }],
  ['group', { recipient: { group_id: '8210' }, message: { text: notice.text } }],
  [
    'template',
    { phone: '84912345678', template_id: '7', template_data: { team: 'Tổ 1' }, tracking_id: 'n-1' },
  ],
  ['miniApp', { templateId: 't', templateData: { team: 'Tổ 1' } }],
] as const)('%s sends what Zalo takes', async (name, body) => {
  const to = name === 'template' ? '+84912345678' : '8210';
  const receipt = await channels[name](true).send({ ...notice, to, values: { team: 'Tổ 1' } });
  expect(receipt).toEqual({ status: 'SENT', messageId: expect.any(String) });
  expect(zalo.sent.at(-1)?.body).toEqual(body);
});

it('tells a token that the account no longer takes', async () => {
  const stale = accountNotifier({ getToken: async () => 'gone', baseUrl, isOn: true });
  await expect(stale.send(notice)).rejects.toMatchObject({ code: 'ZALO_TOKEN_INVALID', zaloCode: -216 });
});

it('sends no notification by a key that Zalo does not know', async () => {
  const stranger = miniAppNotifier({ ...miniApp, apiKey: 'guessed', isOn: true });
  await expect(stranger.send(notice)).rejects.toMatchObject({ code: 'ZALO_REFUSED' });
});

it.each([
  ['nothing of a message', 200, {}, 'ZALO_ANSWER_UNKNOWN'],
  ['that there is no upstream', 503, { message: 'no upstream' }, 'ZALO_UNAVAILABLE'],
])('does not say that it was sent where the answer says %s', async (_, status, body, code) => {
  const fetch = async () => Response.json(body, { status });
  const channel = groupNotifier({ getToken: async () => 'token', fetch, isOn: true });
  await expect(channel.send(notice)).rejects.toMatchObject({ code });
});

it('writes notices down for whoever develops, without the whole address', async () => {
  const lines: string[] = [];
  const local = consoleNotifier({ isOn: true, write: (line) => lines.push(line) });
  await local.send({ ...notice, to: '+84912345678' });
  expect(lines).toEqual(['notice n-1 to …678: Tổ đã có kế hoạch tháng 12.']);
});
