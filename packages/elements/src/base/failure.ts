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

const SIGN_IN_CODES: readonly string[] = ['SIGN_IN_REQUIRED', 'TOKEN_INVALID', 'UNAUTHENTICATED'];

/** What went wrong, for the screen and for events. A fault of the page or of ours stays in the console as well. */
export function failureOf(error: unknown): Failure {
  if (!(error instanceof CnscdError)) {
    console.error(error);
    const messages = inBoth((language) => baseTexts[language].failed);
    return { code: 'UNEXPECTED', messages, retryable: true, needsSignIn: false };
  }
  const { code, messages, retryable, status } = error;
  const isRefusedToken = code !== 'SIGN_IN_REQUIRED' && (SIGN_IN_CODES.includes(code) || status === 401);
  if (isRefusedToken) {
    const messages = inBoth((language) => baseTexts[language].signInAgain);
    return { code: 'TOKEN_INVALID', messages, retryable: false, needsSignIn: true };
  }
  if (code === 'SIGN_IN_REQUIRED') {
    const messages = inBoth((language) => baseTexts[language].signIn);
    return { code, messages, retryable: false, needsSignIn: true };
  }
  return { code, messages, retryable, needsSignIn: false };
}

const inBoth = (text: (language: Language) => string): Messages => ({ vi: text('vi'), en: text('en') });
