import { DomainError, type Messages } from '@cnscd/domain';

/** @throws {DomainError} `REASON_MISSING` */
export function requireReason(reason: string | null, messages: Messages): string {
  if (reason !== null) return reason;
  throw new DomainError('REASON_MISSING', messages, { field: 'reason' });
}
