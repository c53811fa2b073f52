import { describe, expect, it, vi } from 'vitest';
import {
  CnscdError,
  systemClock,
  type ZaloSession,
  type ZaloSessionOptions,
  zaloSession,
} from '../src/index.ts';
import { fakeClock } from '../src/testing/index.ts';

const MINUTE_MS = 60_000;
const BEGIN = Date.parse('2026-11-22T03:00:00Z');

/** A server that gives sessions of an hour by its own clock, and a phone whose clock may be another. */
function setting(more: Partial<ZaloSessionOptions> = {}, phoneClockAhead = 0) {
  const state = { now: BEGIN, exchanges: [] as Record<string, unknown>[], refuse: null as CnscdError | null };
  const signIn = async (input: Record<string, unknown>): Promise<ZaloSession> => {
    state.exchanges.push(input);
    await new Promise((resolve) => setTimeout(resolve, 5));
    if (state.refuse !== null && input['phoneCode'] === undefined) throw state.refuse;
    const expiresAt = new Date(state.now + 60 * MINUTE_MS).toISOString();
    return { token: `session-${state.exchanges.length}`, expiresAt, memberId: 'm-1' };
  };
  const getToken = zaloSession({
    signIn: signIn as ZaloSessionOptions['signIn'],
    accessToken: async () => 'of-zalo',
    clock: { ...systemClock, now: () => state.now + phoneClockAhead },
    ...more,
  });
  const pass = (minutes: number) => {
    state.now += minutes * MINUTE_MS;
  };
  return { state, pass, token: (isRefresh = false) => Promise.resolve(getToken({ isRefresh })) };
}

const refusal = (code: 'ZALO_NOT_LINKED' | 'NETWORK') => new CnscdError(code, { vi: 'không', en: 'no' });

describe('a session by Zalo', () => {
  it('is exchanged once for all who need it, and kept until a minute before its end', async () => {
    const { state, pass, token } = setting();
    expect(await Promise.all([token(), token(), token()])).toEqual(['session-1', 'session-1', 'session-1']);
    pass(58);
    expect(await token()).toBe('session-1');
    pass(1.5);
    expect(await Promise.all([token(), token()])).toEqual(['session-2', 'session-2']);
    expect(state.exchanges).toEqual([{ accessToken: 'of-zalo' }, { accessToken: 'of-zalo' }]);
  });

  it('is another one when the server refused the last', async () => {
    const { token } = setting();
    await token();
    expect(await token(true)).toBe('session-2');
    expect(await token()).toBe('session-2');
  });

  it('goes on while it holds where no other can be had, and no longer', async () => {
    const { state, pass, token } = setting();
    await token();
    state.refuse = refusal('NETWORK');
    pass(59.5);
    expect(await token()).toBe('session-1');
    pass(1);
    await expect(token()).rejects.toMatchObject({ code: 'NETWORK' });
    state.refuse = null;
    expect(await token()).toMatch(/^session-/);
  });

  it.each([120, -120])(
    'is not exchanged with each call where the clock is %d minutes off',
    async (minutes) => {
      const { state, pass, token } = setting({}, minutes * MINUTE_MS);
      await token();
      pass(20);
      await token();
      expect(state.exchanges).toHaveLength(1);
    },
  );
});

describe('a bridge that never answers', () => {
  it('is given up, and asked again by the next call', async () => {
    const clock = fakeClock();
    let asked = 0;
    const accessToken = () => {
      asked += 1;
      return asked === 1 ? new Promise<string>(() => {}) : Promise.resolve('of-zalo');
    };
    const { token } = setting({ accessToken, clock });
    const waiting = Promise.allSettled([token(), token()]);
    await clock.advance(11_000);
    const reason = { code: 'TIMEOUT', messages: { vi: 'Zalo không trả lời trong 10 giây. Hãy thử lại.' } };
    expect(await waiting).toMatchObject([
      { status: 'rejected', reason },
      { status: 'rejected', reason },
    ]);
    expect(await token()).toBe('session-1');
  });

  it('is waited for longer where a person is asked, and not for ever', async () => {
    const clock = fakeClock();
    let asked = 0;
    const phone = () => {
      asked += 1;
      return asked === 1 ? new Promise<null>(() => {}) : Promise.resolve(null);
    };
    const { state, token } = setting({ phone, clock });
    state.refuse = refusal('ZALO_NOT_LINKED');
    let isOver = false;
    const waiting = token().catch(() => {
      isOver = true;
    });
    await new Promise((resolve) => setTimeout(resolve, 20));
    await clock.advance(300_000);
    expect(isOver).toBe(false);
    await clock.advance(300_000);
    await waiting;
    expect([isOver, await token()]).toEqual([true, null]);
  });
});

it('holds a session whose listener throws', async () => {
  const reported = vi.spyOn(console, 'error').mockImplementation(() => {});
  const onSession = () => {
    throw new Error('a bug of the page');
  };
  expect(await setting({ onSession }).token()).toBe('session-1');
  expect(reported).toHaveBeenCalledOnce();
  reported.mockRestore();
});

describe('an account that is linked to nobody', () => {
  it('is linked by what the person gives when asked', async () => {
    const sessions: string[] = [];
    const consents = [{ purpose: 'ZALO_SIGN_IN' as const, textVersion: '2026-01' }];
    const { state, token } = setting({
      phone: async () => ({ code: 'of-phone', consents }),
      onSession: ({ memberId }) => sessions.push(memberId),
    });
    state.refuse = refusal('ZALO_NOT_LINKED');
    expect(await token()).toBe('session-2');
    expect(state.exchanges[1]).toEqual({ accessToken: 'of-zalo', phoneCode: 'of-phone', consents });
    expect(sessions).toEqual(['m-1']);
  });

  it('stays the public where the person says no, who is not asked again', async () => {
    let asked = 0;
    const { state, token } = setting({
      phone: async () => {
        asked += 1;
        return null;
      },
    });
    state.refuse = refusal('ZALO_NOT_LINKED');
    expect([await token(), await token(), await token(true)]).toEqual([null, null, null]);
    expect([asked, state.exchanges.length]).toEqual([1, 1]);
  });

  it('is a refusal where nobody asks', async () => {
    const { state, token } = setting();
    state.refuse = refusal('ZALO_NOT_LINKED');
    await expect(token()).rejects.toMatchObject({ code: 'ZALO_NOT_LINKED' });
  });
});
