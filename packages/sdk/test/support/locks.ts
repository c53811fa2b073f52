import type { Locks } from '../../src/outbox/index.ts';

/** Locks that all tabs of one device share, as `navigator.locks` are. */
export function deviceLocks(): Locks {
  let last: Promise<unknown> = Promise.resolve();
  return {
    request(_name, _options, work) {
      const turn = last.then(work);
      last = turn.catch(() => {});
      return turn;
    },
  };
}
