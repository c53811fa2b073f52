import type { Clock } from './clock.ts';
import type { CnscdError } from './error.ts';
import { told } from './told.ts';

/** One attempt of a call. */
export interface TracedAttempt {
  /** Name of the operation, `RecordActivity`; path of a file, `imports`. */
  operation: string;
  /** 1 for the first. */
  attempt: number;
  /** W3C trace context, one trace for all attempts of a call: `00-<trace>-<span>-01`. */
  traceparent: string;
}

/**
 * Told of what a client sends. Given, each request carries a `traceparent`, which a gateway of another origin must name
 * in `Access-Control-Allow-Headers`. What a hook throws is reported to whoever looks for errors, and fails no call.
 */
export interface Trace {
  /** Before an attempt goes out; `headers` may be added to, and its `traceparent` replaced by one of your tracer. */
  onRequest?: (attempt: TracedAttempt & { headers: Record<string, string> }) => void;
  /** When an attempt is over. `error` is null where it was answered. What getToken throws comes as it is. */
  onAnswer?: (attempt: TracedAttempt & { durationMs: number; error: unknown }) => void;
  /** Before the pause that precedes the next attempt. */
  onRetry?: (attempt: TracedAttempt & { delayMs: number; error: CnscdError }) => void;
}

/** The trace of one call. */
export interface CallTrace {
  /** @returns what to call with the end of the attempt: its error, or null */
  request(headers: Record<string, string>): (error: unknown) => void;
  retry(delayMs: number, error: CnscdError): void;
}

const NO_TRACE: CallTrace = { request: () => () => {}, retry: () => {} };

export function startTrace(trace: Trace | undefined, clock: Clock, operation: string): CallTrace {
  if (trace === undefined) return NO_TRACE;
  const traceId = hexOf(16);
  let last: TracedAttempt = { operation, attempt: 0, traceparent: '' };
  return {
    request(headers) {
      const traceparent = `00-${traceId}-${hexOf(8)}-01`;
      const attempt = { operation, attempt: last.attempt + 1, traceparent };
      last = attempt;
      headers['traceparent'] = traceparent;
      told(() => trace.onRequest?.({ ...attempt, headers }));
      const beganAt = clock.now();
      return (error) =>
        told(() => trace.onAnswer?.({ ...attempt, durationMs: clock.now() - beganAt, error }));
    },
    retry: (delayMs, error) => told(() => trace.onRetry?.({ ...last, delayMs, error })),
  };
}

const hexOf = (bytes: number): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(bytes)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');
