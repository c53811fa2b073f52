import type { Clock } from '@cnscd/sdk';

export interface FakeClockOptions {
  /** @defaultValue 1 January 2026 */
  nowMs?: number;
  /** Where the row of random numbers begins: the same seed gives the same row. @defaultValue `1` */
  seed?: number;
}

/** A clock that stands still until a test turns it, with chance that repeats itself. */
export interface FakeClock extends Clock {
  /** Turns it, and rings whatever is due meanwhile, in its order. What a timer sets off has its turn before the next one. */
  advance(byMs: number): Promise<void>;
  /** Rings the next timer, however far it is. @returns false where there is none */
  ringNext(): Promise<boolean>;
  /** Sets it without ringing anything, as people do with phones. */
  set(nowMs: number): void;
}

interface Timer {
  atMs: number;
  callback: () => void;
}

export function fakeClock(options: FakeClockOptions = {}): FakeClock {
  /** Time that went by. Timers go by it, whatever people set the clock to. */
  let elapsedMs = 0;
  let startMs = options.nowMs ?? Date.UTC(2026, 0, 1);
  let state = options.seed ?? 1;
  const timers = new Set<Timer>();
  const next = () =>
    [...timers].reduce<Timer | null>(
      (first, timer) => (first === null || timer.atMs < first.atMs ? timer : first),
      null,
    );
  const ring = async (timer: Timer) => {
    timers.delete(timer);
    elapsedMs = Math.max(elapsedMs, timer.atMs);
    timer.callback();
    await settled();
  };
  return {
    now: () => startMs + elapsedMs,
    setTimeout(callback, delayMs) {
      const timer = { atMs: elapsedMs + delayMs, callback };
      timers.add(timer);
      return timer;
    },
    clearTimeout: (timer) => void timers.delete(timer as Timer), // what setTimeout gave
    random() {
      // mulberry32: small, and good enough to spread pauses.
      state = (state + 0x6d2b79f5) | 0;
      let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
      mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
      return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
    },
    async advance(byMs) {
      const endMs = elapsedMs + byMs;
      await settled();
      for (let timer = next(); timer !== null && timer.atMs <= endMs; timer = next()) await ring(timer);
      elapsedMs = endMs;
      await settled();
    },
    async ringNext() {
      await settled();
      const timer = next();
      if (timer !== null) await ring(timer);
      return timer !== null;
    },
    set(nowMs) {
      startMs = nowMs - elapsedMs;
    },
  };
}

/** Lets everything run that waits for nothing but its turn. */
async function settled(): Promise<void> {
  for (let turn = 0; turn < 5; turn++) await new Promise<void>((resolve) => turnOfEvents(resolve));
}

/** Node's own is a hundred times as quick; browsers have none. */
const turnOfEvents: (callback: () => void) => unknown =
  (globalThis as { setImmediate?: (callback: () => void) => unknown }).setImmediate ?? setTimeout;
