import { expect } from 'vitest';
import { CnscdError } from '../../src/index.ts';

/** What a call throws; fails the test when it throws nothing, or something else. */
export async function failureOf(call: Promise<unknown>): Promise<CnscdError> {
  const error = await call.then(
    () => expect.fail('the call succeeded'),
    (error: unknown) => error,
  );
  if (!(error instanceof CnscdError)) throw error;
  return error;
}
