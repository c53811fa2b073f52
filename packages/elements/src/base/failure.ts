import type { Messages } from '@cnscd/domain';
import { CnscdError } from '@cnscd/sdk';
import { failedMessages, tokenMessages } from './texts.ts';

/** Why nothing could be shown. */
export interface Failure {
  code: string;
  messages: Messages;
  retryable: boolean;
  signIn: SignIn;
}

/**
 * What a sign-in is to a failure. 0: nothing. 1: it may mend it, where no token came. 2: nobody has signed in, or the
 * token was refused, and what is on the screen may not be seen any longer.
 */
export type SignIn = 0 | 1 | 2;

/** The page could not say who has signed in; the cause is what it threw. Who it is, is not known: it is not nobody. */
export class TokenFailure extends Error {}

const SIGN_IN_CODES: readonly string[] = ['SIGN_IN_REQUIRED', 'TOKEN_INVALID'];

/** Whether another token may help: the graph's own codes, and the 401 of a gateway in front of it. */
export function isRefusedToken(error: unknown): error is CnscdError {
  return error instanceof CnscdError && (SIGN_IN_CODES.includes(error.code) || error.status === 401);
}

/** What went wrong, for the screen and for events. A fault of the page or of ours stays in the console as well. */
export function failureOf(error: unknown): Failure {
  if (error instanceof CnscdError) {
    const { code, messages, retryable } = error;
    return { code, messages, retryable, signIn: isRefusedToken(error) ? 2 : 0 };
  }
  console.error(error);
  return error instanceof TokenFailure
    ? { code: 'TOKEN_UNAVAILABLE', messages: tokenMessages, retryable: true, signIn: 1 }
    : { code: 'UNEXPECTED', messages: failedMessages, retryable: true, signIn: 0 };
}
