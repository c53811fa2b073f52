import { CnscdError, type CnscdErrorCode } from '@cnscd/sdk';
import { TEXTS } from '../texts/vi.ts';
import { BridgeError } from '../zalo/zalo-bridge.ts';

/** Whether the account is linked to nobody: the phone number is needed. */
export const isUnlinked = (error: unknown): boolean =>
  error instanceof CnscdError && error.code === 'ZALO_NOT_LINKED';

/** Codes of a server that has trouble of its own, beside those that say so themselves. */
const AWAY: readonly CnscdErrorCode[] = ['BUSY', 'HTTP_STATUS', 'IDENTITY_UNAVAILABLE', 'INTERNAL'];

/** Whether a session is not to be had for now only: nobody has to sign in again, and it is tried again by itself. */
export function isAway(error: unknown): boolean {
  if (error instanceof BridgeError) return error.failure === 'NO_ANSWER' || error.failure === 'FAILED';
  return error instanceof CnscdError && (error.retryable || AWAY.includes(error.code));
}

/** What kept somebody from what he or she wanted, in words that help who holds the phone. */
export function failureText(error: unknown): string {
  if (error instanceof BridgeError) return TEXTS.zalo[error.failure];
  if (error instanceof CnscdError) {
    const plain: Partial<Record<CnscdErrorCode, string>> = TEXTS.failures;
    return plain[error.code] ?? error.messages.vi;
  }
  // Unforeseen: for those who can mend it.
  console.error(error);
  return TEXTS.unforeseen;
}
