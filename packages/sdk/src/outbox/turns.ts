import { type Clock, newId } from '@cnscd/sdk';
import type { OutboxStorage } from './storage/outbox-storage.ts';

/** `isOurs` says whether it is still the turn of this tab: one that slept may have lost it to another one. */
type Work<Value> = (isOurs: () => Promise<boolean>) => Promise<Value>;

/** One at a time, of all tabs of a device. */
export interface Turns {
  /** Waits for its turn. @throws the reason of the signal, which ends the wait */
  take<Value>(work: Work<Value>, signal: AbortSignal): Promise<Value>;
}

/** What is used of `navigator.locks`. */
export interface Locks {
  request<Value>(name: string, options: { signal: AbortSignal }, work: () => Promise<Value>): Promise<Value>;
}

export const lockTurns = (locks: Locks, name: string): Turns => ({
  take: (work, signal) => locks.request(name, { signal }, () => work(async () => true)),
});

interface Lease {
  owner: string;
  untilMs: number;
}

/** Who is killed keeps others waiting no longer than this. */
const LEASE_MS = 30_000;
const RENEW_MS = 10_000;
const POLL_MS = 500;
/** Two that write a lease at the same moment see after this time whose stands. */
const SETTLE_MS = 50;

/**
 * Turns by a lease in the storage, for webviews without Web Locks. Two tabs may take one at the very same moment: then
 * the same keys go out twice, which the gate of the server makes one.
 */
export function leaseTurns(storage: OutboxStorage, name: string, clock: Clock): Turns {
  let last: Promise<unknown> = Promise.resolve();
  const pause = (delayMs: number) => new Promise<void>((resolve) => clock.setTimeout(resolve, delayMs));
  const current = async (): Promise<Lease | null> => {
    const { texts } = await storage.readAll(name);
    try {
      return JSON.parse(texts.get(name) ?? 'null') as Lease | null; // written below
    } catch {
      return null;
    }
  };
  const write = (owner: string) =>
    storage.write(name, JSON.stringify({ owner, untilMs: clock.now() + LEASE_MS })).catch(() => {
      // A store that is full has no room for a lease: sending is what makes room.
    });
  const acquire = async (owner: string, signal: AbortSignal) => {
    for (;;) {
      if (signal.aborted) throw signal.reason;
      const lease = await current();
      const leftMs = (lease?.untilMs ?? 0) - clock.now();
      if (lease?.owner === owner) return;
      // No lease is longer: the clock of the device was set back meanwhile.
      if (leftMs > 0 && leftMs <= LEASE_MS) {
        await pause(POLL_MS);
        continue;
      }
      // What is over must not stand where the store is full and takes no other.
      if (lease !== null) await storage.remove(name);
      await write(owner);
      await pause(SETTLE_MS);
      if ((await current()) === null) return;
    }
  };
  const held = async <Value>(owner: string, work: Work<Value>, signal: AbortSignal): Promise<Value> => {
    await acquire(owner, signal);
    const isOurs = async () => ((await current())?.owner ?? owner) === owner;
    const ifOurs = (then: () => Promise<void>) =>
      isOurs()
        .then((isStill) => (isStill ? then() : undefined))
        .catch(() => {});
    const renew = () => {
      timer = clock.setTimeout(renew, RENEW_MS);
      void ifOurs(() => write(owner));
    };
    let timer = clock.setTimeout(renew, RENEW_MS);
    try {
      return await work(isOurs);
    } finally {
      clock.clearTimeout(timer);
      await ifOurs(() => storage.remove(name));
    }
  };
  return {
    take(work, signal) {
      const turn = last.then(() => held(newId(), work, signal));
      last = turn.catch(() => {});
      return turn;
    },
  };
}
