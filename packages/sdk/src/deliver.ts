import type { Clock } from './clock.ts';
import { type Deadline, startDeadline } from './deadline.ts';
import { CnscdError, type CnscdErrorCode, CnscdRateLimited, signInError } from './error.ts';
import type { Tokens } from './tokens.ts';
import { type CallTrace, startTrace, type Trace } from './trace.ts';

/** Options of one call. */
export interface RequestOptions {
  /** Ends the call, also while it waits between two attempts. */
  signal?: AbortSignal | undefined;
  /** Milliseconds for this call. @defaultValue that of the client */
  timeoutMs?: number | undefined;
  /**
   * Whose call it is, as `userOf` names them: with a token of anybody else it is not sent, `USER_CHANGED`. For what was
   * made by one person and is sent when another may have signed in. With no token at all: `SIGN_IN_REQUIRED`.
   */
  user?: string | undefined;
  /** Sent with this call, beside those of the client, and in place of one of the same name. */
  headers?: Readonly<Record<string, string>> | undefined;
  /**
   * Awaited before each attempt goes out, once there is a token for it: a call that ends without it was never sent. What
   * it throws ends the call.
   */
  beforeSend?: (() => Promise<void>) | undefined;
}

export interface SendSettings {
  url: string;
  tokens: Tokens;
  userOf: (token: string) => string | null;
  fetch: typeof fetch;
  /** Undefined: as `fetch` has it. */
  credentials: 'omit' | 'same-origin' | 'include' | undefined;
  clock: Clock;
  trace: Trace | undefined;
  timeoutMs: number;
  maxRetries: number;
  headers: Readonly<Record<string, string>>;
}

/** One request on its way out. */
export interface Outgoing<Answer> {
  /** Its name for whoever traces. */
  name: string;
  /** READ: done twice is done once. KEYED: a write under an idempotency key, likewise. ONCE: nobody knows. */
  kind: 'READ' | 'KEYED' | 'ONCE';
  /** Sends it and takes the answer for what it is. */
  ask(headers: Record<string, string>, signal: AbortSignal): Promise<Answer>;
}

const FIRST_DELAY_MS = 200;
const LONGEST_DELAY_MS = 5_000;

/** A call and all that its attempts share. */
interface Call<Answer> {
  settings: SendSettings;
  outgoing: Outgoing<Answer>;
  options: RequestOptions;
  timeoutMs: number;
  trace: CallTrace;
}

/** Sends a request until it is answered, its time is up or trying again is of no use. */
export async function deliver<Answer>(
  settings: SendSettings,
  outgoing: Outgoing<Answer>,
  options: RequestOptions = {},
): Promise<Answer> {
  const { clock } = settings;
  const timeoutMs = options.timeoutMs ?? settings.timeoutMs;
  const trace = startTrace(settings.trace, clock, outgoing.name);
  const call = { settings, outgoing, options, timeoutMs, trace };
  const deadline = startDeadline(clock, timeoutMs, options.signal);
  const maxRetries = outgoing.kind === 'ONCE' ? 0 : settings.maxRetries;
  try {
    for (let retry = 0; ; retry++) {
      try {
        return await turn(call, deadline);
      } catch (error) {
        if (retry >= maxRetries || !isTransient(error)) throw error;
        const leftMs = deadline.remainingMs();
        const delayMs = delayBefore(retry, error, { leftMs, clock });
        if (delayMs >= leftMs) throw error;
        trace.retry(delayMs, error);
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
async function turn<Answer>(call: Call<Answer>, deadline: Deadline): Promise<Answer> {
  const { settings, outgoing, timeoutMs } = call;
  if (outgoing.kind !== 'KEYED' || settings.maxRetries === 0) return deadline.race(signedIn(call, deadline));
  const half = startDeadline(settings.clock, timeoutMs / 2, deadline.signal);
  try {
    return await deadline.race(half.race(signedIn(call, half)));
  } finally {
    half.clear();
  }
}

/** An attempt, and another one with a new token where the server refused the first one's. */
async function signedIn<Answer>(call: Call<Answer>, deadline: Deadline): Promise<Answer> {
  const { settings, outgoing } = call;
  const token = await settings.tokens.current();
  try {
    return await attempt(call, token, deadline);
  } catch (error) {
    // With the status 401 nothing was done at all: also what may be done only once may go again.
    const isRefused = isOf(SIGN_IN_CODES, error) && (outgoing.kind !== 'ONCE' || error.status === 401);
    const isDoubtful = outgoing.kind === 'READ' && token !== null && isKeptBack(error);
    if (!isRefused && !isDoubtful) throw error;
    const fresh = await settings.tokens.insteadOf(token, { isRefused });
    if (fresh === null) throw error;
    return attempt(call, fresh, deadline);
  }
}

async function attempt<Answer>(
  { settings, outgoing, options, trace }: Call<Answer>,
  token: string | null,
  { signal }: Deadline,
): Promise<Answer> {
  // The time may be up, or the caller gone, since the token was asked for.
  signal.throwIfAborted?.();
  if (options.user !== undefined) requireUser(options.user, token, settings);
  await options.beforeSend?.();
  const own = token === null ? {} : { authorization: `Bearer ${token}` };
  const headers = { ...lowercased(settings.headers, options.headers), ...own };
  const end = trace.request(headers);
  try {
    const answer = await outgoing.ask(headers, signal);
    end(null);
    return answer;
  } catch (error) {
    end(error);
    throw error;
  }
}

/** What a new token may mend. */
const SIGN_IN_CODES: readonly CnscdErrorCode[] = ['SIGN_IN_REQUIRED', 'TOKEN_INVALID'];
/** What passes by itself. A refusal may be retryable too, but not a moment later. */
const TRANSIENT_CODES: readonly CnscdErrorCode[] = [
  'NETWORK',
  'TIMEOUT',
  'HTTP_STATUS',
  'RATE_LIMITED',
  'BUSY',
];

const isOf = (codes: readonly CnscdErrorCode[], error: unknown): error is CnscdError =>
  error instanceof CnscdError && codes.includes(error.code);

/** A router that keeps back what its subgraphs say keeps back their codes too: the token may be at fault. */
const isKeptBack = (error: unknown): boolean =>
  isOf(['GRAPHQL'], error) &&
  error.errors.some(({ path, extensions }) => path !== undefined && extensions?.['code'] === undefined);

const isTransient = (error: unknown): error is CnscdError => isOf(TRANSIENT_CODES, error) && error.retryable;

/** Full jitter: clients that failed together do not come back together. Half of the time that is left is for the attempt. */
function delayBefore(
  retry: number,
  error: CnscdError,
  { leftMs, clock }: { leftMs: number; clock: Clock },
): number {
  const ceilingMs = Math.min(LONGEST_DELAY_MS, FIRST_DELAY_MS * 2 ** retry, leftMs / 2);
  const askedMs = error instanceof CnscdRateLimited ? error.retryAfterMs : 0;
  return askedMs + clock.random() * ceilingMs;
}

function requireUser(user: string, token: string | null, { userOf }: SendSettings): void {
  if (token === null) throw signInError({});
  if (userOf(token) === user) return;
  const messages = {
    vi: 'Người đang đăng nhập không phải là người đã tạo nội dung này. Nội dung được giữ lại cho người đó.',
    en: 'Whoever has signed in is not the one who made this. It is kept for that one.',
  };
  throw new CnscdError('USER_CHANGED', messages);
}

/** One spelling of each name, whose last value counts: two of the same header would be sent as one with both values. */
const lowercased = (...lists: (Readonly<Record<string, string>> | undefined)[]): Record<string, string> =>
  Object.fromEntries(
    lists.flatMap((list) => Object.entries(list ?? {})).map(([name, value]) => [name.toLowerCase(), value]),
  );
