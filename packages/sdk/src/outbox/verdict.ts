import { CnscdError, CnscdRateLimited, isTokenFailure, type OutboxOutcome } from '@cnscd/sdk';
import type { OutboxProblem } from './record.ts';

/** Why nothing is sent for now. Nothing is dropped, whatever it is. */
export type OutboxPauseReason =
  /** No answer, or not one of the server: no signal, a captive portal, a server that is down or asks to wait. */
  | 'NO_ANSWER'
  /** Nobody is signed in, or the session is over and no new one is to be had yet. */
  | 'SIGN_IN'
  /** Somebody else is signed in. */
  | 'OTHER_USER'
  /** The storage of the device cannot be read. */
  | 'STORAGE';

/** What a failed request means for the records in it; why nothing is sent for now, and for how long the server asks to wait. */
export type Verdict =
  /** No answer, or not one of the server: it may be the line, and it may be that something lets a record not through. */
  | 'SILENCE'
  /** The server answered, and not for the lack of anything that time brings: one of the records may be at fault. */
  | 'FAULT'
  /** Likewise, and it says that it is the record. */
  | 'FINAL'
  | 'CLOSED'
  | { reason: OutboxPauseReason; waitMs: number };

const SIGN_IN_CODES = ['SIGN_IN_REQUIRED', 'TOKEN_INVALID'];
const BUSY_CODES = ['RATE_LIMITED', 'BUSY', 'IDENTITY_UNAVAILABLE'];
const SILENCE_CODES = ['NETWORK', 'TIMEOUT', 'HTTP_STATUS'];
/** Somebody looked at the request and did not like it. */
const FAULT_STATUSES = [400, 413];

export function verdictOf(error: unknown): Verdict {
  const code = error instanceof CnscdError ? error.code : '';
  if (code === 'USER_CHANGED') return pauseFor('OTHER_USER');
  const isSilence = SILENCE_CODES.includes(code);
  // Whatever getToken throws: no token is to be had, unless it is for the lack of a line.
  if (!(error instanceof CnscdError) || isTokenFailure(error))
    return pauseFor(isSilence ? 'NO_ANSWER' : 'SIGN_IN');
  if (code === 'ABORTED') return 'CLOSED';
  if (BUSY_CODES.includes(code)) {
    return pauseFor('NO_ANSWER', error instanceof CnscdRateLimited ? error.retryAfterMs : 0);
  }
  if (SIGN_IN_CODES.includes(code)) return pauseFor('SIGN_IN');
  if (code.startsWith('OUTBOX_')) return pauseFor('STORAGE');
  if (isSilence && !FAULT_STATUSES.includes(error.status ?? 0)) return 'SILENCE';
  return error.errors[0]?.extensions?.['code'] === 'BAD_USER_INPUT' ? 'FINAL' : 'FAULT';
}

/** What is said of a record whose request failed. */
export function problemOf(error: unknown): OutboxProblem {
  const { code, messages, field = null, value = null } = error as CnscdError; // what verdictOf found at fault
  return { code, messages, field, value };
}

const pauseFor = (reason: OutboxPauseReason, waitMs = 0) => ({ reason, waitMs });

/** What the outcome of one record means for it. */
export type Fate =
  | 'DONE'
  /** Not looked at, or the server has no time. */
  | { pause: OutboxPauseReason | null }
  | { problem: OutboxProblem; retryable: boolean };

export function fateOf(outcome: OutboxOutcome | undefined): Fate {
  const { status, refusal, conflict } = outcome ?? {};
  if (status === 'DONE') return status;
  if (status === 'CONFLICT') {
    const { message = '', messageEn = '', currentVersion } = conflict ?? {};
    const messages = { vi: message, en: messageEn };
    const value = currentVersion === undefined ? null : String(currentVersion);
    return {
      problem: { code: 'VERSION_CONFLICT', messages, field: 'expectedVersion', value },
      retryable: false,
    };
  }
  if (status !== 'REFUSED' || !refusal) return { pause: null };
  const { code, message, messageEn, field, value, retryable } = refusal;
  if (SIGN_IN_CODES.includes(code)) return { pause: 'SIGN_IN' };
  if (BUSY_CODES.includes(code)) return { pause: 'NO_ANSWER' };
  return { problem: { code, messages: { vi: message, en: messageEn }, field, value }, retryable };
}
