import type { ErrorCode } from '@cnscd/domain';
import { CnscdError, CnscdRateLimited, type Codes, dataOf, type Send } from '@cnscd/sdk';
import { isRefusedToken } from './failure.ts';
import { networkMessages } from './texts.ts';

export interface AskerOptions {
  endpoint: string;
  getToken(isRefresh: boolean): Promise<string | null>;
}

/** One request, and what it takes to end it. */
interface Request {
  endpoint: string;
  body: string;
  token: string | null;
  signal: AbortSignal | undefined;
}

const TIMEOUT_MS = 15_000;
const PAUSE_MS = 500;
/** Somebody is looking at the screen: what takes longer is said there, with a button. */
const LONGEST_PAUSE_MS = 5_000;

const pause = (ms: number): Promise<null> => new Promise((done) => setTimeout(done, ms, null));

/**
 * Asks what an element asks: reads, which somebody is looking at. Answers and errors are the SDK's; of its way out only
 * the second attempt is here, after a lost connection or with a fresh token, because every kilobyte is in every page.
 */
export function asker({ endpoint, getToken }: AskerOptions): Send {
  /** A page that cannot say who has signed in is one where nobody has. */
  const tokenOf = (isRefresh: boolean): Promise<string | null> =>
    Promise.race([
      getToken(isRefresh).catch((error: unknown) => {
        console.error(error);
        return null;
      }),
      pause(TIMEOUT_MS),
    ]);
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
    const attempt = async (token: string | null) => (await post({ endpoint, body, token, signal })) as Result;
    try {
      return await attempt(token);
    } catch (error) {
      const waitMs = error instanceof CnscdRateLimited ? error.retryAfterMs : 0;
      if (isRefusedToken(error)) {
        const fresh = await refreshed();
        if (fresh !== null && fresh !== token) return attempt(fresh);
      } else if (error instanceof CnscdError && error.retryable && waitMs <= LONGEST_PAUSE_MS) {
        await pause(waitMs + PAUSE_MS * (1 + Math.random()));
        return attempt(token);
      }
      throw error;
    }
  };
}

async function post({ endpoint, body, token, signal }: Request): Promise<unknown> {
  // Given up while its token was waited for, which may be that of somebody who has left.
  signal?.throwIfAborted();
  const controller = new AbortController();
  const stop = () => controller.abort();
  const timer = setTimeout(stop, TIMEOUT_MS);
  signal?.addEventListener('abort', stop);
  const headers = {
    accept: 'application/json',
    'content-type': 'application/json',
    ...(token === null ? {} : { authorization: `Bearer ${token}` }),
  };
  try {
    const response = await fetch(endpoint, { method: 'POST', headers, body, signal: controller.signal });
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
