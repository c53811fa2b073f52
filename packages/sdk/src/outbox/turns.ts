import { type Clock, newId } from '@cnscd/sdk';
import type { OutboxStorage } from './storage/outbox-storage.ts';

/** One at a time, of all tabs of a device. */
export interface Turns {
  /** Waits for its turn. The work calls `extend` before whatever takes long: who is killed must not keep others waiting. */
  take<Value>(work: (extend: (forMs: number) => Promise<void>) => Promise<Value>): Promise<Value>;
}

/** What is used of `navigator.locks`. */
export interface Locks {
  request<Value>(name: string, work: () => Promise<Value>): Promise<Value>;
}

export const lockTurns = (locks: Locks, name: string): Turns => ({
  take: (work) => locks.request(name, () => work(async () => {})),
});

interface Lease {
  owner: string;
  untilMs: number;
}

const FIRST_LEASE_MS = 10_000;
const POLL_MS = 500;
/** Two that write a lease at the same moment see after this time whose stands. */
const SETTLE_MS = 50;
/** No lease is this long: the clock of the device was set back meanwhile. */
const LONGEST_LEASE_MS = 600_000;

/**
 * Turns by a lease in the storage, for webviews without Web Locks. Two tabs may take one at the very same moment: then
 * the same keys go out twice, which the gate of the server makes one.
 */
export function leaseTurns(storage: OutboxStorage, name: string, clock: Clock): Turns {
  let last: Promise<unknown> = Promise.resolve();
  const pause = (delayMs: number) => new Promise<void>((resolve) => clock.setTimeout(resolve, delayMs));
  const current = async (): Promise<Lease | null> => leaseIn((await storage.readAll(name)).texts.get(name));
  const write = (owner: string, forMs: number) =>
    storage.write(name, JSON.stringify({ owner, untilMs: clock.now() + forMs })).catch(() => {
      // A store that is full has no room for a lease: sending is what makes room.
    });
  const acquire = async (owner: string) => {
    for (;;) {
      const lease = await current();
      const leftMs = (lease?.untilMs ?? 0) - clock.now();
      if (lease?.owner === owner) return;
      if (leftMs > 0 && leftMs < LONGEST_LEASE_MS) {
        await pause(POLL_MS);
        continue;
      }
      // What is over must not stand where the store is full and takes no other.
      if (lease !== null) await storage.remove(name);
      await write(owner, FIRST_LEASE_MS);
      await pause(SETTLE_MS);
      if ((await current()) === null) return;
    }
  };
  return {
    take(work) {
      const owner = newId();
      const turn = last.then(async () => {
        await acquire(owner);
        try {
          return await work((forMs) => write(owner, forMs));
        } finally {
          if ((await current())?.owner === owner) await storage.remove(name);
        }
      });
      last = turn.catch(() => {});
      return turn;
    },
  };
}

function leaseIn(text: string | undefined): Lease | null {
  try {
    return text === undefined ? null : (JSON.parse(text) as Lease); // written above
  } catch {
    return null;
  }
}
