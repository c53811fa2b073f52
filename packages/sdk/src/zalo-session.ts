import { type Clock, systemClock } from './clock.ts';
import { type LateMessages, startDeadline } from './deadline.ts';
import { CnscdError } from './error.ts';
import type { Zalo } from './features/zalo.ts';
import type { SignInWithZaloInput, ZaloSession } from './generated/operations.ts';
import type { GetToken } from './tokens.ts';
import { told } from './told.ts';

export interface ZaloSessionOptions {
  /** `zalo.signIn` of a client without `getToken`: one that waited for a session would wait for itself. */
  signIn: Zalo['signIn'];
  /** What `getAccessToken` of the mini app gives. */
  accessToken(): Promise<string>;
  /**
   * Asked when the account is linked to nobody yet: says what for, then calls `getPhoneNumber` of the mini app. Null: the
   * person said no, goes on without signing in, and is not asked again by this session. @defaultValue nobody is asked, `ZALO_NOT_LINKED` is thrown
   */
  phone?: () => Promise<ZaloPhone | null>;
  /** Told of each session: whose it is. What it throws is reported, and the session holds all the same. */
  onSession?: (session: ZaloSession) => void;
  /**
   * Milliseconds for `accessToken`: a bridge that never answers is given up, and the next call asks anew. A person has ten
   * minutes for `phone`.
   *
   * @defaultValue `10_000` - 10 seconds
   */
  timeoutMs?: number;
  /** @defaultValue that of the device */
  clock?: Clock;
}

/** What a person gives to be linked. */
export interface ZaloPhone {
  code: string;
  /** What the person agreed to, in the wordings that were shown. @defaultValue nothing */
  consents?: SignInWithZaloInput['consents'];
}

/** A session is exchanged for another one this long before it ends. */
const AHEAD_MS = 60_000;
const LONGEST_MS = 3_600_000;
const BRIDGE_MS = 10_000;
const PERSON_MS = 600_000;

/**
 * Tokens for `getToken` of a client, by Zalo: one exchange for all calls that need one, again ahead of its end, and
 * again when the server refuses it. They are kept in memory only.
 *
 * @example
 * const { signIn } = createClient({ url }).zalo;
 * const client = createClient({ url, getToken: zaloSession({ signIn, accessToken: getAccessToken }) });
 */
export function zaloSession(options: ZaloSessionOptions): GetToken {
  const clock = options.clock ?? systemClock;
  let session: { token: string; renewAfter: number; endsAt: number } | null = null;
  let exchanging: Promise<string | null> | null = null;
  let isDeclined = false;

  const exchange = async (): Promise<string | null> => {
    const fresh = await signIn(options, clock);
    isDeclined = fresh === null;
    if (fresh === null) return null;
    const nowMs = clock.now();
    const endsAt = nowMs + lifeOf(fresh, nowMs);
    session = { token: fresh.token, renewAfter: endsAt - AHEAD_MS, endsAt };
    told(() => options.onSession?.(fresh));
    return fresh.token;
  };
  const exchangeOnce = () => {
    exchanging ??= exchange().finally(() => {
      exchanging = null;
    });
    return exchanging;
  };
  return async ({ isRefresh }) => {
    if (isDeclined) return null;
    const held = session;
    if (isRefresh || held === null) return exchangeOnce();
    if (clock.now() < held.renewAfter) return held.token;
    // What still holds will do where no other can be had: the village may be without a signal.
    return exchangeOnce().catch((error: unknown) => {
      if (clock.now() < held.endsAt) return held.token;
      throw error;
    });
  };
}

async function signIn(
  { signIn, accessToken, phone, timeoutMs = BRIDGE_MS }: ZaloSessionOptions,
  clock: Clock,
): Promise<ZaloSession | null> {
  const proof = { accessToken: await inTime(accessToken(), timeoutMs, clock) };
  try {
    return await signIn(proof);
  } catch (error) {
    const isUnlinked = error instanceof CnscdError && error.code === 'ZALO_NOT_LINKED';
    if (!isUnlinked || phone === undefined) throw error;
  }
  const given = await inTime(phone(), PERSON_MS, clock);
  if (given === null) return null;
  const { code: phoneCode, consents = null } = given;
  return signIn({ ...proof, phoneCode, consents });
}

/** All calls wait for one exchange: it ends, whatever becomes of the bridge. */
async function inTime<Value>(promise: Promise<Value>, timeoutMs: number, clock: Clock): Promise<Value> {
  const deadline = startDeadline(clock, timeoutMs, undefined, silentZalo);
  return deadline.race(promise).finally(deadline.clear);
}

const silentZalo: LateMessages = (seconds) => ({
  vi: `Zalo không trả lời trong ${seconds('vi')} giây. Hãy thử lại.`,
  en: `Zalo did not answer within ${seconds('en')} seconds. Try again.`,
});

/** By a clock that is wrong nothing can be said of its end: half an hour, and the server says if it was too long. */
function lifeOf({ expiresAt }: ZaloSession, nowMs: number): number {
  const leftMs = Date.parse(expiresAt) - nowMs;
  return leftMs > AHEAD_MS && leftMs <= LONGEST_MS + AHEAD_MS ? leftMs : LONGEST_MS / 2;
}
