import type { Messages } from '@cnscd/domain';
import { CnscdError } from '@cnscd/sdk';
import { failedMessages } from './texts.ts';

/** Why nothing could be shown. */
export interface Failure {
  code: string;
  messages: Messages;
  retryable: boolean;
  needsSignIn: boolean;
}

const SIGN_IN_CODES: readonly string[] = ['SIGN_IN_REQUIRED', 'TOKEN_INVALID'];

/** Whether another token may help: the graph's own codes, and the 401 of a gateway in front of it. */
export function isRefusedToken(error: unknown): error is CnscdError {
  return error instanceof CnscdError && (SIGN_IN_CODES.includes(error.code) || error.status === 401);
}

/** What went wrong, for the screen and for events. A fault of the page or of ours stays in the console as well. */
export function failureOf(error: unknown): Failure {
  if (error instanceof CnscdError) {
    const { code, messages, retryable } = error;
    return { code, messages, retryable, needsSignIn: isRefusedToken(error) };
  }
  console.error(error);
  return { code: 'UNEXPECTED', messages: failedMessages, retryable: true, needsSignIn: false };
}
