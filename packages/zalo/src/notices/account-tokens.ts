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
  /** @defaultValue the clock of the machine */
  clock?: () => Date;
}

export interface AccountTokens {
  /**
   * A token that is good for five minutes at least.
   *
   * @throws {ZaloError} `ZALO_TOKEN_INVALID` when the account must be authorised anew
   */
  current(): Promise<string>;
}

const AHEAD_MS = 5 * 60_000;

/** Tokens of an official account, refreshed ahead of their end, once for all who wait, and kept before they are used. */
export function accountTokens(options: AccountTokensOptions): AccountTokens {
  const clock = options.clock ?? (() => new Date());
  const isGood = ({ accessExpiresAt }: AccountTokenPair) =>
    accessExpiresAt.getTime() - clock().getTime() > AHEAD_MS;
  let underWay: Promise<string> | null = null;

  const refreshed = () =>
    options.store.exclusively(async () => {
      const kept = await options.store.read();
      if (isGood(kept)) return kept.accessToken;
      const pair = await refresh(options, kept.refreshToken, clock());
      await options.store.write(pair);
      return pair.accessToken;
    });

  return {
    async current() {
      underWay ??= (async () => {
        const kept = await options.store.read();
        return isGood(kept) ? kept.accessToken : refreshed();
      })().finally(() => {
        underWay = null;
      });
      return underWay;
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
  const answer = await askZalo(options, {
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
