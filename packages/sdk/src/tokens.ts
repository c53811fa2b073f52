import type { Clock } from './clock.ts';
import { type LateMessages, startDeadline } from './deadline.ts';
import { claimsOf } from './token-claims.ts';

/** Why a token is asked for. */
export interface TokenRequest {
  /** True: the server refused the token that was given last, or it is about to end; one that is new may pass. */
  isRefresh: boolean;
}

export type GetToken = (request: TokenRequest) => string | null | Promise<string | null>;

/** The tokens of one client. */
export interface Tokens {
  current(): Promise<string | null>;
  /** The token to try instead of one that was refused, or may have been; null where there is none. */
  insteadOf(token: string | null, doubt: { isRefused: boolean }): Promise<string | null>;
}

const failures = new WeakSet<object>();

/** Whether `getToken` threw this, and not the call that needed a token: no request was refused, none was to be had. */
export const isTokenFailure = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && failures.has(error);

/** A token that ends within this time is asked for anew, where it says when it ends. */
const AHEAD_MS = 30_000;
/** Where nobody says that the token is at fault, another one is asked for no more often: mostly something else is. */
const DOUBT_MS = 60_000;

export interface TokensOptions {
  getToken: GetToken | undefined;
  clock: Clock;
  /** A refresh that does not end by then is given up, and the next call asks anew. */
  timeoutMs: number;
}

/** Calls that need a new token together ask for one, not for one each. */
export function tokensOf({ getToken, clock, timeoutMs }: TokensOptions): Tokens {
  let refresh: Promise<string | null> | null = null;
  /** Ends soon, and asking for another brought none that lasts longer: by a clock that is wrong, every token does. */
  let notBettered: string | null = null;
  let doubtedAtMs = Number.NEGATIVE_INFINITY;
  const asked = async (isRefresh: boolean) => {
    try {
      return (await getToken?.({ isRefresh })) ?? null;
    } catch (error) {
      throw failed(error);
    }
  };
  const refreshInTime = async () => {
    const deadline = startDeadline(clock, timeoutMs, undefined, notRefreshed);
    try {
      return await deadline.race(asked(true));
    } catch (error) {
      throw failed(error);
    } finally {
      deadline.clear();
      refresh = null;
    }
  };
  const refreshed = () => {
    refresh ??= refreshInTime();
    return refresh;
  };
  const endsSoon = (token: string) => {
    const { exp } = claimsOf(token) ?? {};
    return typeof exp === 'number' && exp * 1000 - clock.now() < AHEAD_MS;
  };
  return {
    async current() {
      const token = await asked(false);
      if (token === null || token === notBettered || !endsSoon(token)) return token;
      // It may still do: whether it does is for the server to say.
      const fresh = (await refreshed().catch(() => null)) ?? token;
      if (endsSoon(fresh)) notBettered = fresh;
      return fresh;
    },
    async insteadOf(token, { isRefused }) {
      // Another call may have brought a new one since this one was sent.
      const now = refresh === null ? await asked(false) : token;
      if (now !== token) return now;
      if (!isRefused && refresh === null) {
        // Either way: a clock that was set back must not keep it from being asked for.
        if (Math.abs(clock.now() - doubtedAtMs) < DOUBT_MS) return null;
        doubtedAtMs = clock.now();
      }
      const fresh = await refreshed();
      return fresh === token ? null : fresh;
    },
  };
}

const notRefreshed: LateMessages = (seconds) => ({
  vi: `Không có phiên đăng nhập mới trong ${seconds('vi')} giây. Hãy thử lại.`,
  en: `There was no new session within ${seconds('en')} seconds. Try again.`,
});

function failed(error: unknown): unknown {
  if (typeof error === 'object' && error !== null) failures.add(error);
  return error;
}
