import { formatNumber, type Language, type Messages } from '@cnscd/domain';
import type { Clock } from './clock.ts';
import { CnscdError } from './error.ts';

/** The end of the time that something may take: a call with its attempts and pauses, a change that waits for its turn. */
export interface Deadline {
  /** For `fetch`. */
  signal: AbortSignal;
  remainingMs(): number;
  /** Waits for the promise, but not longer than the time goes, and not after the caller's abort. */
  race<Value>(promise: Promise<Value>): Promise<Value>;
  pause(delayMs: number): Promise<void>;
  /** Frees the timer and the caller's signal. */
  clear(): void;
}

/** What is said at the end of the time, which is told in seconds. */
export type LateMessages = (seconds: (language: Language) => string) => Messages;

/**
 * Begins to count, by a clock that tests may turn: after `timeoutMs` milliseconds whatever is raced ends with `TIMEOUT`,
 * with the caller's signal with `ABORTED`. Call `clear` when it is over.
 *
 * AbortSignal.any and .timeout would do it, but the webviews of older phones have neither.
 */
export function startDeadline(
  clock: Clock,
  timeoutMs: number,
  callerSignal: AbortSignal | undefined,
  late: LateMessages = notDone,
): Deadline {
  const controller = new AbortController();
  const endsAt = clock.now() + timeoutMs;
  let stop: (error: CnscdError) => void = () => {};
  const stopped = new Promise<never>((_, reject) => {
    stop = reject;
  });
  // Nobody may be waiting at the moment it is rejected.
  stopped.catch(() => {});
  const end = (error: CnscdError) => {
    stop(error);
    controller.abort(error);
  };
  const timer = clock.setTimeout(() => end(timedOut(timeoutMs, late)), timeoutMs);
  const onAbort = () => end(aborted(callerSignal?.reason));
  if (callerSignal?.aborted === true) onAbort();
  callerSignal?.addEventListener('abort', onAbort);
  const race = <Value>(promise: Promise<Value>) => Promise.race([promise, stopped]);
  return {
    signal: controller.signal,
    remainingMs: () => endsAt - clock.now(),
    race,
    async pause(delayMs) {
      let pauseTimer: unknown;
      const pause = new Promise<void>((resolve) => {
        pauseTimer = clock.setTimeout(resolve, delayMs);
      });
      await race(pause).finally(() => clock.clearTimeout(pauseTimer));
    },
    clear() {
      clock.clearTimeout(timer);
      callerSignal?.removeEventListener('abort', onAbort);
    },
  };
}

const notDone: LateMessages = (seconds) => ({
  vi: `Đã chờ ${seconds('vi')} giây mà chưa xong. Hãy thử lại.`,
  en: `It was not done within ${seconds('en')} seconds. Try again.`,
});

function timedOut(timeoutMs: number, late: LateMessages): CnscdError {
  const seconds = (language: Language) => formatNumber(timeoutMs / 1000, { language });
  return new CnscdError('TIMEOUT', late(seconds), { retryable: true });
}

function aborted(reason: unknown): CnscdError {
  const messages = { vi: 'Yêu cầu đã được hủy.', en: 'The request was cancelled.' };
  return new CnscdError('ABORTED', messages, { cause: reason });
}
