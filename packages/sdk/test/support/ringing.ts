import type { Clock } from '../../src/index.ts';
import { fakeClock } from '../../src/testing/index.ts';

/** A clock that does not keep anybody waiting. */
export function ringing(): Clock {
  const clock = fakeClock();
  return {
    ...clock,
    setTimeout: (callback, delayMs) => setTimeout(callback, delayMs / 100),
  };
}
