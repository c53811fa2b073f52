import { dataOf } from './answer.ts';
import { type Deadline, startDeadline } from './deadline.ts';
import { CnscdError } from './error.ts';
import type { TypedDocumentString } from './typed-document.ts';

/** Options of one call. */
export interface RequestOptions {
  /** Ends the call, also while it waits between two attempts. */
  signal?: AbortSignal | undefined;
  /** Milliseconds for this call. @defaultValue that of the client */
  timeoutMs?: number | undefined;
}

/** Sends one operation and gives back the `data` of its answer. */
export type Send = <Result, Variables>(
  document: TypedDocumentString<Result, Variables>,
  variables: Variables,
  options?: RequestOptions,
) => Promise<Result>;

export interface SendSettings {
  url: string;
  getToken: (() => string | null | Promise<string | null>) | undefined;
  fetch: typeof fetch;
  timeoutMs: number;
  maxRetries: number;
  headers: Readonly<Record<string, string>>;
}

const FIRST_DELAY_MS = 200;
const LONGEST_DELAY_MS = 5_000;

/** The one way out: every method of a client goes through the function that this makes. */
export function sender(settings: SendSettings): Send {
  // The cast: a TypedDocumentString says what its operation answers, and the server holds to its schema.
  return <Result, Variables>(
    document: TypedDocumentString<Result, Variables>,
    variables: Variables,
    options: RequestOptions = {},
  ) => sendWithRetries(settings, document.toString(), variables, options) as Promise<Result>;
}

async function sendWithRetries(
  settings: SendSettings,
  query: string,
  variables: unknown,
  options: RequestOptions,
): Promise<unknown> {
  const deadline = startDeadline(options.timeoutMs ?? settings.timeoutMs, options.signal);
  // A write that got no answer may have been done: only reads are sent again.
  const maxRetries = /\bmutation\b/.test(query) ? 0 : settings.maxRetries;
  const body = JSON.stringify({ query, variables });
  try {
    for (let retry = 0; ; retry++) {
      try {
        return await deadline.race(attempt(settings, body, deadline));
      } catch (error) {
        const delayMs = delayBefore(retry, error);
        if (delayMs === null || retry >= maxRetries || delayMs >= deadline.remainingMs()) throw error;
        await deadline.pause(delayMs);
      }
    }
  } finally {
    deadline.clear();
  }
}

async function attempt(settings: SendSettings, body: string, deadline: Deadline): Promise<unknown> {
  const token = (await settings.getToken?.()) ?? null;
  const headers = {
    accept: 'application/graphql-response+json, application/json',
    ...settings.headers,
    'content-type': 'application/json',
    ...(token === null ? {} : { authorization: `Bearer ${token}` }),
  };
  // The time may be up, or the caller gone, since the token was asked for.
  deadline.signal.throwIfAborted?.();
  // Called on its own: a browser's fetch refuses to be called as a method of another object.
  const { fetch: send, url } = settings;
  try {
    const response = await send(url, { method: 'POST', headers, body, signal: deadline.signal });
    return await dataOf(response);
  } catch (error) {
    throw error instanceof CnscdError ? error : unreachable(error);
  }
}

/** Full jitter: clients that failed together do not come back together. Null: trying again is of no use. */
function delayBefore(retry: number, error: unknown): number | null {
  if (!(error instanceof CnscdError) || !error.retryable || error.code === 'TIMEOUT') return null;
  const ceilingMs = Math.min(LONGEST_DELAY_MS, FIRST_DELAY_MS * 2 ** retry);
  return (error.retryAfterMs ?? 0) + Math.random() * ceilingMs;
}

function unreachable(cause: unknown): CnscdError {
  const messages = {
    vi: 'Không kết nối được với máy chủ. Hãy kiểm tra đường truyền rồi thử lại.',
    en: 'The server cannot be reached. Check the connection and try again.',
  };
  return new CnscdError('NETWORK', messages, { retryable: true, cause });
}
