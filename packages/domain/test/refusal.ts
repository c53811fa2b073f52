import { DomainError } from '@cnscd/domain';

/** The DomainError that a call throws; anything else fails the test. */
export function refusal(call: () => unknown): DomainError {
  try {
    call();
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}
