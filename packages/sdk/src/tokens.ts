import type { Clock } from './clock.ts';
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
  /** The token to try instead of one that was refused; null where there is none. */
  insteadOf(refused: string | null): Promise<string | null>;
}

const failures = new WeakSet<object>();

/** Whether `getToken` threw this, and not the call that needed a token: no request was refused, none was to be had. */
export const isTokenFailure = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && failures.has(error);

/** A token that ends within this time is asked for anew, where it says when it ends. */
const AHEAD_MS = 30_000;

/** Calls that need a new token together ask for one, not for one each. */
export function tokensOf(getToken: GetToken | undefined, clock: Clock): Tokens {
  let refresh: Promise<string | null> | null = null;
  /** Ends soon, and asking for another brought none that lasts longer: by a clock that is wrong, every token does. */
  let notBettered: string | null = null;
  const asked = async (isRefresh: boolean) => {
    try {
      return (await getToken?.({ isRefresh })) ?? null;
    } catch (error) {
      if (typeof error === 'object' && error !== null) failures.add(error);
      throw error;
    }
  };
  const refreshed = () => {
    refresh ??= asked(true).finally(() => {
      refresh = null;
    });
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
    async insteadOf(refused) {
      // Another call may have brought a new one since this one was sent.
      const now = refresh === null ? await asked(false) : refused;
      if (now !== refused) return now;
      const fresh = await refreshed();
      return fresh === refused ? null : fresh;
    },
  };
}
