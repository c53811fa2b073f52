import { askZalo, type Transport } from '../ask-zalo.ts';
import { ZaloError } from '../zalo-error.ts';

/** The pair by which an official account is used. A refresh token serves once and is good for three months. */
export interface AccountTokenPair {
  accessToken: string;
  refreshToken: string;
  accessExpiresAt: Date;
}

/**
 * Where the pair is kept: a lost refresh token has to be authorised anew by hand.
 *
 * It holds a credential: keep it where secrets are kept, not beside the data.
 */
export interface AccountTokenStore {
  /** Runs the work while no other server runs one; of two that refreshed at once, one would be left with a used token. */
  exclusively<Value>(work: () => Promise<Value>): Promise<Value>;
  read(): Promise<AccountTokenPair>;
  /** Returns once the pair is safely kept. */
  write(pair: AccountTokenPair): Promise<void>;
}

export interface AccountTokensOptions extends Transport {
  appId: string;
  appSecret: string;
  store: AccountTokenStore;
  /** @defaultValue `https://oauth.zaloapp.com` */
  baseUrl?: string;
  /**
   * Milliseconds that a refresh may take: an answer that nobody waits for takes the only refresh token with it.
   *
   * @defaultValue `30_000` - 30 seconds
   */
  timeoutMs?: number | undefined;
  /** @defaultValue the clock of the machine */
  clock?: () => Date;
}

export interface AccountTokens {
  /**
   * A token that is good for five minutes at least.
   *
   * @param how - `refused`: a token that Zalo takes no longer although it should (-216); another one is given
   * @throws {ZaloError} `ZALO_TOKEN_INVALID` when the account must be authorised anew
   */
  current(how?: { refused?: string }): Promise<string>;
}

const AHEAD_MS = 5 * 60_000;
const TIMEOUT_MS = 30_000;

/**
 * Tokens of an official account, refreshed ahead of their end, once for all who wait, and kept before they are used. A
 * pair that the store could not take is held and given to it again: no other would do.
 */
export function accountTokens(options: AccountTokensOptions): AccountTokens {
  const { store, clock = () => new Date() } = options;
  const isGood = ({ accessToken, accessExpiresAt }: AccountTokenPair, refused?: string) =>
    accessToken !== refused && accessExpiresAt.getTime() - clock().getTime() > AHEAD_MS;
  /** The pair that is not kept yet, and the refresh token that was used up for it. */
  let unkept: { pair: AccountTokenPair; usedUp: string } | null = null;
  let underWay: Promise<string> | null = null;

  const kept = async (): Promise<AccountTokenPair> => {
    const [held, inStore] = [unkept, await store.read()];
    // Whoever authorised the account anew meanwhile knows better.
    const isNewer = held !== null && held.usedUp === inStore.refreshToken;
    if (isNewer) await store.write(held.pair);
    unkept = null;
    return isNewer ? held.pair : inStore;
  };
  const refreshed = (refused?: string) =>
    store.exclusively(async () => {
      const last = await kept();
      if (isGood(last, refused)) return last.accessToken;
      const pair = await refresh(options, last.refreshToken, clock());
      unkept = { pair, usedUp: last.refreshToken };
      await store.write(pair);
      unkept = null;
      return pair.accessToken;
    });
  const usable = async (refused?: string): Promise<string> => {
    const inStore = await store.read();
    return unkept === null && isGood(inStore, refused) ? inStore.accessToken : refreshed(refused);
  };

  return {
    async current({ refused } = {}) {
      for (;;) {
        const isOwn = underWay === null;
        underWay ??= usable(refused).finally(() => {
          underWay = null;
        });
        const token = await underWay;
        // What others waited for may be the very token that was refused.
        if (isOwn || token !== refused) return token;
      }
    },
  };
}

async function refresh(
  options: AccountTokensOptions,
  refreshToken: string,
  now: Date,
): Promise<AccountTokenPair> {
  const { appId, appSecret, baseUrl = 'https://oauth.zaloapp.com' } = options;
  const form = new URLSearchParams({
    app_id: appId,
    refresh_token: refreshToken,
    grant_type: 'refresh_token',
  });
  const transport = { ...options, timeoutMs: options.timeoutMs ?? TIMEOUT_MS };
  const answer = await askZalo(transport, {
    url: `${baseUrl}/v4/oa/access_token`,
    method: 'POST',
    headers: { secret_key: appSecret, 'content-type': 'application/x-www-form-urlencoded' },
    body: form.toString(),
    otherwise: 'ZALO_TOKEN_INVALID',
  });
  const { access_token: accessToken, refresh_token: next, expires_in: seconds } = answer;
  const lifetimeMs = Number(seconds) * 1000;
  if (typeof accessToken !== 'string' || typeof next !== 'string' || !(lifetimeMs > 0))
    throw new ZaloError('ZALO_ANSWER_UNKNOWN');
  return { accessToken, refreshToken: next, accessExpiresAt: new Date(now.getTime() + lifetimeMs) };
}
