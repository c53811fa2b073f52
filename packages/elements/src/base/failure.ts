import type { Language, Messages } from '@cnscd/domain';
import { CnscdError } from '@cnscd/sdk';
import { baseTexts } from './texts.ts';

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
  if (isRefusedToken(error)) {
    const code = error.code === 'SIGN_IN_REQUIRED' ? error.code : 'TOKEN_INVALID';
    const text = code === 'SIGN_IN_REQUIRED' ? 'signIn' : 'signInAgain';
    return { code, messages: inBoth(text), retryable: false, needsSignIn: true };
  }
  if (error instanceof CnscdError) {
    const { code, messages, retryable } = error;
    return { code, messages, retryable, needsSignIn: false };
  }
  console.error(error);
  return { code: 'UNEXPECTED', messages: inBoth('failed'), retryable: true, needsSignIn: false };
}

const inBoth = (text: 'signIn' | 'signInAgain' | 'failed'): Messages => {
  const of = (language: Language) => baseTexts[language][text];
  return { vi: of('vi'), en: of('en') };
};
