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

/** One request on its way out. */
export interface Outgoing<Answer> {
  /** READ: done twice is done once. KEYED: a write under an idempotency key, likewise. ONCE: nobody knows. */
  kind: 'READ' | 'KEYED' | 'ONCE';
  /** Whether it was not done at all where it was refused: then it may go again with another token. */
  isRefusedWhole?: boolean;
  /** Sends it and takes the answer for what it is. What it throws beside a CnscdError is a lost connection. */
  ask(token: string | null, signal: AbortSignal): Promise<Answer>;
}

/** An operation for a GraphQL server. */
export interface Operation<Answer> {
  query: string;
  variables: unknown;
  kind: Outgoing<Answer>['kind'];
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
    const accept = (data: unknown) => data as Result;
    return deliver(settings, operation(settings, { query, variables, kind, accept }), options);
  };
}

/** An operation as it goes to the server. */
export function operation<Answer>(
  settings: SendSettings,
  { query, variables, kind, accept }: Operation<Answer>,
): Outgoing<Answer> {
  return {
    kind,
    async ask(token, signal) {
      const headers = {
        accept: 'application/graphql-response+json, application/json',
        ...headersOf(settings, token),
        'content-type': 'application/json',
      };
      // Called on its own: a browser's fetch refuses to be called as a method of another object.
      const { fetch: send, url } = settings;
      const body = JSON.stringify({ query, variables });
      return accept(await dataOf(await send(url, { method: 'POST', headers, body, signal })));
    },
  };
}

/** What goes with every request of a client. */
export function headersOf({ headers }: SendSettings, token: string | null): Record<string, string> {
  return { ...headers, ...(token === null ? {} : { authorization: `Bearer ${token}` }) };
}

/** Sends a request until it is answered, its time is up or trying again is of no use. */
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
    return await attempt(outgoing, token, deadline);
  } catch (error) {
    const mayGoAgain = outgoing.kind !== 'ONCE' || outgoing.isRefusedWhole === true;
    if (!mayGoAgain || !isOf(SIGN_IN_CODES, error)) throw error;
    const fresh = await settings.tokens.insteadOf(token);
    if (fresh === null) throw error;
    return attempt(outgoing, fresh, deadline);
  }
}

async function attempt<Answer>(
  { ask }: Outgoing<Answer>,
  token: string | null,
  { signal }: Deadline,
): Promise<Answer> {
  // The time may be up, or the caller gone, since the token was asked for.
  signal.throwIfAborted?.();
  try {
    return await ask(token, signal);
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
