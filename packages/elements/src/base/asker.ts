import type { ErrorCode } from '@cnscd/domain';
import { CnscdError, CnscdRateLimited, type Codes, dataOf, type Send } from '@cnscd/sdk';
import { isRefusedToken, TokenFailure } from './failure.ts';
import { networkMessages } from './texts.ts';

export interface AskerOptions {
  endpoint: string;
  getToken(isRefresh: boolean): Promise<string | null>;
}

const TIMEOUT_MS = 15_000;
const PAUSE_MS = 500;
/** Somebody is looking at the screen: what takes longer is said there, with a button. */
const LONGEST_PAUSE_MS = 5_000;

/**
 * Asks what an element asks: reads, which somebody is looking at. Answers and errors are the SDK's; of its way out only
 * the second attempt is here, after a lost connection or with a fresh token, because every kilobyte is in every page.
 */
export function asker({ endpoint, getToken }: AskerOptions): Send {
  /** Null is nobody. Who cannot be told is not taken for nobody: that would clear the screen for a moment's fault. */
  const tokenOf = (isRefresh: boolean) =>
    new Promise<string | null>((resolve, reject) => {
      const fail = (cause?: unknown) => reject(new TokenFailure('getToken', { cause }));
      const timer = setTimeout(fail, TIMEOUT_MS);
      void getToken(isRefresh)
        .then(resolve, fail)
        .finally(() => clearTimeout(timer));
    });
  let refreshing: Promise<string | null> | null = null;
  /** Questions that were refused together ask for one new token. */
  const refreshed = () => {
    refreshing ??= tokenOf(true).finally(() => {
      refreshing = null;
    });
    return refreshing;
  };
  return async <Result>(
    document: unknown,
    variables: unknown,
    options: { signal?: AbortSignal | undefined } = {},
  ) => {
    const body = JSON.stringify({ query: String(document), variables });
    const { signal } = options;
    const token = await tokenOf(false);
    // The cast: a typed document says what its operation answers, and the server holds to its schema.
    const attempt = async (token: string | null) =>
      (await post(endpoint, { body, headers: headersFor(token) }, signal)) as Result;
    try {
      return await attempt(token);
    } catch (error) {
      const waitMs = error instanceof CnscdRateLimited ? error.retryAfterMs : 0;
      if (isRefusedToken(error)) {
        const fresh = await refreshed();
        if (fresh !== null && fresh !== token) return attempt(fresh);
      } else if (error instanceof CnscdError && error.retryable && waitMs <= LONGEST_PAUSE_MS) {
        await new Promise((done) => setTimeout(done, waitMs + PAUSE_MS * (1 + Math.random())));
        return attempt(token);
      }
      throw error;
    }
  };
}

const headersFor = (token: string | null): Record<string, string> => ({
  accept: 'application/json',
  'content-type': 'application/json',
  ...(token === null ? {} : { authorization: `Bearer ${token}` }),
});

async function post(
  endpoint: string,
  request: RequestInit,
  signal: AbortSignal | undefined,
): Promise<unknown> {
  // Given up while its token was waited for, which may be that of somebody who has left.
  signal?.throwIfAborted();
  const controller = new AbortController();
  const stop = () => controller.abort();
  const timer = setTimeout(stop, TIMEOUT_MS);
  signal?.addEventListener('abort', stop);
  try {
    const response = await fetch(endpoint, { ...request, method: 'POST', signal: controller.signal });
    return await dataOf(response, CODES);
  } catch (error) {
    throw error instanceof CnscdError
      ? error
      : new CnscdError('NETWORK', networkMessages, { retryable: true, cause: error });
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', stop);
  }
}

/** Any code of the server is told as it is: the list of all would be in every page. A gateway's word is none of them. */
const CODES: Codes = {
  isKnown: (code): code is ErrorCode => /^[A-Z_]+$/.test(String(code)) && code !== 'UNAUTHENTICATED',
  isRetryable: (code) => code === 'BUSY',
};
