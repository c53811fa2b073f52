import type { Clock } from '../../packages/sdk/src/index.ts';
import type { Locks, OutboxStorage } from '../../packages/sdk/src/outbox/index.ts';

/** Where a tab is killed: at its nth step to the outside, before or after that has happened. */
export interface KillPoint {
  atStep: number;
  when: 'BEFORE' | 'AFTER';
}

/** A page that may be killed at any moment: from then on nothing that it waits for ever comes, and nothing it does happens. */
export interface Tab {
  readonly isDead: boolean;
  /** Resolves when it is killed. */
  death: Promise<void>;
  /** Steps to the outside so far: to the storage and to the network. */
  readonly steps: number;
  kill(): void;
  /** Kills it at a step from now on. */
  killAt(point: KillPoint): void;
  storage(real: OutboxStorage): OutboxStorage;
  fetch(real: typeof fetch): typeof fetch;
  clock(real: Clock): Clock;
  locks(real: DeviceLocks): Locks;
}

export function openTab(): Tab {
  let isDead = false;
  let steps = 0;
  let point: KillPoint | null = null;
  let bury: () => void = () => {};
  const death = new Promise<void>((resolve) => {
    bury = resolve;
  });
  const never = new Promise<never>(() => {});
  const kill = () => {
    isDead = true;
    bury();
  };
  const step = async <Value>(work: () => Promise<Value>): Promise<Value> => {
    if (isDead) return never;
    steps += 1;
    const isHere = point !== null && steps === point.atStep;
    if (isHere && point?.when === 'BEFORE') kill();
    if (isDead) return never;
    const result = work();
    // A tab that is killed while it waits sees no answer, whether there is one or not.
    await result.catch(() => {});
    if (isHere) kill();
    return isDead ? never : result;
  };
  return {
    get isDead() {
      return isDead;
    },
    get steps() {
      return steps;
    },
    death,
    kill,
    killAt({ atStep, when }) {
      point = { atStep: steps + atStep, when };
    },
    storage: (real) => ({
      readAll: (prefix) => step(() => real.readAll(prefix)),
      write: (name, text) => step(() => real.write(name, text)),
      remove: (name) => step(() => real.remove(name)),
    }),
    fetch: (real) => (url, init) => step(() => real(url, init)),
    clock: (real) => ({
      ...real,
      setTimeout: (callback, delayMs) => real.setTimeout(() => isDead || callback(), delayMs),
    }),
    locks: (real) => ({
      request: (_name, { signal }, work) =>
        real.take(async () => {
          signal.throwIfAborted();
          return isDead ? never : work();
        }, death),
    }),
  };
}

/** The locks of a browser: a tab that dies gives back what it holds. */
export interface DeviceLocks {
  take<Value>(work: () => Promise<Value>, death: Promise<void>): Promise<Value>;
}

export function deviceLocks(): DeviceLocks {
  let last: Promise<unknown> = Promise.resolve();
  return {
    take(work, death) {
      const before = last;
      const turn = before.then(work);
      // Who dies while waiting gives back nothing that somebody else holds.
      last = before.then(() => Promise.race([turn.catch(() => {}), death]));
      return turn;
    },
  };
}
