import { CnscdError, CnscdRateLimited, type OutboxOutcome } from '@cnscd/sdk';
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

/** What a failed request means for the records in it. */
export type Verdict =
  | { kind: 'PAUSE'; reason: OutboxPauseReason; waitMs: number; isTooSlow: boolean }
  /** The server answered, and not for the lack of anything that time brings: one of the records may be at fault. */
  | { kind: 'FAULT'; problem: OutboxProblem; isFinal: boolean }
  | { kind: 'CLOSED' };

const SIGN_IN_CODES = ['SIGN_IN_REQUIRED', 'TOKEN_INVALID'];
const SERVER_CODES = ['NETWORK', 'TIMEOUT', 'RATE_LIMITED', 'BUSY', 'IDENTITY_UNAVAILABLE'];
/** The request itself: the server did none of it, and will do none of it the next time. */
const FINAL_STATUSES = [400, 413, 422];

export function verdictOf(error: unknown): Verdict {
  // What getToken throws of its own: no token is to be had.
  if (!(error instanceof CnscdError)) return pauseFor('SIGN_IN');
  const { code, status = 0, messages, field = null, value = null } = error;
  if (code === 'ABORTED') return { kind: 'CLOSED' };
  if (code === 'USER_CHANGED') return pauseFor('OTHER_USER');
  if (SIGN_IN_CODES.includes(code)) return pauseFor('SIGN_IN');
  const isFinal = FINAL_STATUSES.includes(status);
  if (SERVER_CODES.includes(code) || (code === 'HTTP_STATUS' && !isFinal)) {
    const waitMs = error instanceof CnscdRateLimited ? error.retryAfterMs : 0;
    return { ...pauseFor('NO_ANSWER'), waitMs, isTooSlow: code === 'TIMEOUT' };
  }
  if (code.startsWith('OUTBOX_')) return pauseFor('STORAGE');
  return { kind: 'FAULT', problem: { code, messages, field, value }, isFinal };
}

const pauseFor = (reason: OutboxPauseReason) =>
  ({ kind: 'PAUSE', reason, waitMs: 0, isTooSlow: false }) as const;

/** What the outcome of one record means for it. */
export type Fate =
  | { kind: 'DONE' }
  /** Not looked at, or the server has no time. */
  | { kind: 'AGAIN'; pause: OutboxPauseReason | null }
  | { kind: 'LATER'; problem: OutboxProblem }
  | { kind: 'SET_ASIDE'; problem: OutboxProblem };

export function fateOf(outcome: OutboxOutcome | undefined): Fate {
  if (outcome?.status === 'DONE') return { kind: 'DONE' };
  if (outcome?.status === 'CONFLICT') return { kind: 'SET_ASIDE', problem: conflictProblem(outcome) };
  const refusal = outcome?.status === 'REFUSED' ? outcome.refusal : null;
  if (refusal === null) return { kind: 'AGAIN', pause: null };
  const { code, message, messageEn, field, value, retryable } = refusal;
  if (SIGN_IN_CODES.includes(code)) return { kind: 'AGAIN', pause: 'SIGN_IN' };
  if (SERVER_CODES.includes(code)) return { kind: 'AGAIN', pause: 'NO_ANSWER' };
  const problem = { code, messages: { vi: message, en: messageEn }, field, value };
  return { kind: retryable ? 'LATER' : 'SET_ASIDE', problem };
}

function conflictProblem({ conflict }: OutboxOutcome): OutboxProblem {
  const { message = '', messageEn = '', currentVersion = null } = conflict ?? {};
  return {
    code: 'VERSION_CONFLICT',
    messages: { vi: message, en: messageEn },
    field: 'expectedVersion',
    value: currentVersion === null ? null : String(currentVersion),
  };
}
