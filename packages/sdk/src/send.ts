import { dataOf } from './answer.ts';
import { type Deadline, startDeadline } from './deadline.ts';
import { CnscdError, type CnscdErrorCode } from './error.ts';
import type { Tokens } from './tokens.ts';
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
  tokens: Tokens;
  fetch: typeof fetch;
  timeoutMs: number;
  maxRetries: number;
  headers: Readonly<Record<string, string>>;
}

/** One operation on its way out. */
export interface Outgoing<Answer> {
  query: string;
  variables: unknown;
  /** READ: done twice is done once. KEYED: a write under an idempotency key, likewise. ONCE: nobody knows. */
  kind: 'READ' | 'KEYED' | 'ONCE';
  /** Takes the `data` of the answer for what it is, or throws what it says. */
  accept(data: unknown): Answer;
}

const FIRST_DELAY_MS = 200;
const LONGEST_DELAY_MS = 5_000;

/** The way out of every read, and of the operations that callers write themselves. */
export function sender(settings: SendSettings): Send {
  return <Result, Variables>(
    document: TypedDocumentString<Result, Variables>,
    variables: Variables,
    options: RequestOptions = {},
  ) => {
    const query = document.toString();
    // A write that got no answer may have been done: without a key only reads are sent again.
    const kind = /\bmutation\b/.test(query) ? 'ONCE' : 'READ';
    // The cast: a TypedDocumentString says what its operation answers, and the server holds to its schema.
    return deliver(settings, { query, variables, kind, accept: (data) => data as Result }, options);
  };
}

/** Sends an operation until it is answered, its time is up or trying again is of no use. */
export async function deliver<Answer>(
  settings: SendSettings,
  outgoing: Outgoing<Answer>,
  options: RequestOptions = {},
): Promise<Answer> {
  const timeoutMs = options.timeoutMs ?? settings.timeoutMs;
  const deadline = startDeadline(timeoutMs, options.signal);
  const maxRetries = outgoing.kind === 'ONCE' ? 0 : settings.maxRetries;
  try {
    for (let retry = 0; ; retry++) {
      try {
        return await turn(settings, outgoing, { deadline, timeoutMs });
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

/**
 * One attempt. That of a keyed write has half of the time at most: when its answer is lost on the way, there is time to
 * ask for it again.
 */
async function turn<Answer>(
  settings: SendSettings,
  outgoing: Outgoing<Answer>,
  { deadline, timeoutMs }: { deadline: Deadline; timeoutMs: number },
): Promise<Answer> {
  if (outgoing.kind !== 'KEYED' || settings.maxRetries === 0)
    return deadline.race(signedIn(settings, outgoing, deadline));
  const half = startDeadline(timeoutMs / 2, deadline.signal);
  try {
    return await deadline.race(half.race(signedIn(settings, outgoing, half)));
  } finally {
    half.clear();
  }
}

/** An attempt, and another one with a new token where the server refused the first one's. */
async function signedIn<Answer>(
  settings: SendSettings,
  outgoing: Outgoing<Answer>,
  deadline: Deadline,
): Promise<Answer> {
  const token = await settings.tokens.current();
  try {
    return await attempt(settings, outgoing, { token, deadline });
  } catch (error) {
    if (outgoing.kind === 'ONCE' || !isOf(SIGN_IN_CODES, error)) throw error;
    const fresh = await settings.tokens.insteadOf(token);
    if (fresh === null) throw error;
    return attempt(settings, outgoing, { token: fresh, deadline });
  }
}

async function attempt<Answer>(
  settings: SendSettings,
  { query, variables, accept }: Outgoing<Answer>,
  { token, deadline }: { token: string | null; deadline: Deadline },
): Promise<Answer> {
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
  const body = JSON.stringify({ query, variables });
  try {
    const response = await send(url, { method: 'POST', headers, body, signal: deadline.signal });
    return accept(await dataOf(response));
  } catch (error) {
    throw error instanceof CnscdError ? error : unreachable(error);
  }
}

/** What a new token may mend. */
const SIGN_IN_CODES: readonly CnscdErrorCode[] = ['SIGN_IN_REQUIRED', 'TOKEN_INVALID'];
/** What passes by itself. A refusal may be retryable too, but not a moment later. */
const TRANSIENT_CODES: readonly CnscdErrorCode[] = ['NETWORK', 'TIMEOUT', 'HTTP_STATUS', 'BUSY'];

const isOf = (codes: readonly CnscdErrorCode[], error: unknown): error is CnscdError =>
  error instanceof CnscdError && codes.includes(error.code);

/** Full jitter: clients that failed together do not come back together. Null: trying again is of no use. */
function delayBefore(retry: number, error: unknown): number | null {
  if (!isOf(TRANSIENT_CODES, error) || !error.retryable) return null;
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
