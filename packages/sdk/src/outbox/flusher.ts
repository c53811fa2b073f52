import type { Clock } from '@cnscd/sdk';
import { heldBehind } from './order.ts';
import type { Contents, Queue } from './queue.ts';
import { type OutboxTransport, type RoundEnd, roundsOf } from './round.ts';
import { itemsOf, type OutboxStatus } from './status.ts';
import type { Turns } from './turns.ts';

export interface FlusherOptions {
  queue: Queue;
  turns: Turns;
  transport: OutboxTransport;
  clock: Clock;
  user: string;
  isAutomatic: boolean;
  /** Tells the other tabs that the queue has changed. */
  tellNeighbours(): void;
}

/** What sends, when, and what is known of it. */
export interface Flusher {
  /** `isUrgent`: somebody asks for it, so what waits for its next try is due; what the server asks for is waited for. */
  flush(isUrgent: boolean): Promise<OutboxStatus>;
  status(): OutboxStatus;
  subscribe(listener: (status: OutboxStatus) => void): () => void;
  /** Takes in what was read from the storage. */
  onRead(contents: Contents): OutboxStatus;
  /** Another tab has changed the queue: what it leaves is sent here in the end. */
  onNews(): Promise<void>;
  start(): void;
  close(): void;
}

const FIRST_PAUSE_MS = 2_000;
const LONGEST_PAUSE_MS = 300_000;
/** Whatever the server asks for: it may name a day by a clock that is not the device's. */
const LONGEST_ASKED_MS = 900_000;
const AN_HOUR_MS = 3_600_000;

export function flusher(options: FlusherOptions): Flusher {
  const { queue, turns, clock, isAutomatic } = options;
  const closing = new AbortController();
  const listeners = new Set<(status: OutboxStatus) => void>();
  // The cast: all else comes with the first look, which is one at nothing.
  let status = { isSending: false, pause: null, nextTryAt: null } as OutboxStatus;
  let running: Promise<OutboxStatus> | null = null;
  let isWanted = false;
  let isUrgentWanted = false;
  let contents: Contents = { records: [], remains: [], lastSyncAt: null };
  let misses = 0;
  const sendRound = roundsOf({ ...options, signal: closing.signal, onRead });
  /** The server asked to wait. The timer ends it as well: a clock that was set back does not make it any longer. */
  let heldUntilMs = 0;
  let triedAtMs = clock.now();
  let timer: unknown;
  onRead(contents);

  function tell(change: Partial<OutboxStatus>): OutboxStatus {
    status = { ...status, ...change };
    // What a listener throws stops nothing here.
    for (const listener of listeners) Promise.resolve(status).then(listener).catch(console.error);
    return status;
  }

  function onRead(read: Contents): OutboxStatus {
    contents = read;
    const items = itemsOf(read);
    const pendingCount = items.filter(({ state }) => state === 'WAITING' || state === 'SENT').length;
    const { lastSyncAt } = read;
    const isSending = running !== null;
    return tell({ items, pendingCount, stuckCount: items.length - pendingCount, lastSyncAt, isSending });
  }

  async function serve(): Promise<OutboxStatus> {
    let end: RoundEnd = 'CLOSED';
    while (isWanted && !closing.signal.aborted && clock.now() >= heldUntilMs) {
      const isUrgent = isUrgentWanted;
      isWanted = false;
      isUrgentWanted = false;
      end = await once(isUrgent);
      // Who wants it once more meanwhile is answered by a round that failed.
      isWanted = end === 'LOST' || (end === null && isWanted);
    }
    // What is wanted from here on begins anew: nothing is awaited in between.
    running = null;
    return typeof end === 'string' || closing.signal.aborted ? tell({ isSending: false }) : settle(end);
  }

  async function once(isUrgent: boolean): Promise<RoundEnd> {
    const sinceMs = Math.abs(clock.now() - triedAtMs);
    // Nothing is marked as sent that did not leave. Once an hour it is tried all the same: some say so by mistake.
    if (globalThis.navigator?.onLine === false && sinceMs < AN_HOUR_MS) return NO_LINE;
    triedAtMs = clock.now();
    try {
      return await turns.take(async (isOurs) => {
        const end = await sendRound(isUrgent, isOurs);
        onRead(await queue.read());
        options.tellNeighbours();
        return end;
      }, closing.signal);
    } catch (error) {
      return closing.signal.aborted ? 'CLOSED' : { reason: 'STORAGE', waitMs: 0, error };
    }
  }

  /** Says how it ended and sees to the next time. */
  function settle(end: Exclude<RoundEnd, string>): OutboxStatus {
    const nowMs = clock.now();
    misses = end === null ? 0 : misses + 1;
    const ceilingMs = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (misses - 1));
    const askedMs = Math.min(LONGEST_ASKED_MS, end?.waitMs ?? 0);
    const waitMs = Math.max(
      end === null ? nextDueMs(contents, nowMs) - nowMs : askedMs + clock.random() * ceilingMs,
      0,
    );
    // Nobody is asked again and again for the records of somebody else: who comes back makes an outbox anew.
    const isOver = !isAutomatic || end?.reason === 'OTHER_USER' || !Number.isFinite(waitMs);
    if (askedMs > 0) heldUntilMs = nowMs + askedMs;
    clock.clearTimeout(timer);
    if (!isOver || askedMs > 0)
      timer = clock.setTimeout(() => {
        heldUntilMs = 0;
        if (!isOver) void flush(false);
      }, waitMs);
    return tell({
      isSending: false,
      pause: end && { reason: end.reason, error: end.error },
      nextTryAt: isOver ? null : new Date(nowMs + waitMs),
    });
  }

  function flush(isUrgent: boolean): Promise<OutboxStatus> {
    isWanted = true;
    isUrgentWanted ||= isUrgent;
    // A turn later: what ends at once must not have ended before it is known to run.
    running ??= Promise.resolve().then(serve);
    return running;
  }

  async function onNews(): Promise<void> {
    const { nextTryAt, pause } = onRead(await queue.read());
    if (!running && !nextTryAt && !pause && !closing.signal.aborted) settle(null);
  }

  const onOnline = () => void flush(true);
  return {
    flush,
    status: () => status,
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    onRead,
    onNews: () => onNews().catch(() => {}),
    start() {
      globalThis.addEventListener?.('online', onOnline);
      // Another tab may send for long: what there is, is known at once, and nothing is told before.
      void onNews().then(() => flush(false));
    },
    close() {
      globalThis.removeEventListener?.('online', onOnline);
      clock.clearTimeout(timer);
      closing.abort();
      listeners.clear();
    },
  };
}

const NO_LINE: RoundEnd = { reason: 'NO_ANSWER', waitMs: 0, error: null };

/** When the next record is due. One that is due already and still there waits for another one, tab or day. */
function nextDueMs({ records }: Contents, nowMs: number): number {
  const held = heldBehind(records);
  const waiting = records.filter((record) => !record.isSetAside && !held.has(record));
  return Math.min(
    ...waiting.map(({ notBeforeMs }) => (notBeforeMs > nowMs ? notBeforeMs : nowMs + LONGEST_PAUSE_MS)),
  );
}
