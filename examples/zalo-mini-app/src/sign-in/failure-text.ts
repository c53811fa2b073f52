import { CnscdError } from '@cnscd/sdk';
import { TEXTS } from '../texts/vi.ts';
import { BridgeError } from '../zalo/zalo-bridge.ts';

/** What kept somebody from signing in, in words. */
export function failureText(error: unknown): string {
  if (error instanceof BridgeError) return TEXTS.zalo[error.failure];
  if (error instanceof CnscdError) return error.messages.vi;
  // Of the demonstration's issuer, or unforeseen: for those who can mend it.
  console.error(error);
  return TEXTS.zalo.FAILED;
}
