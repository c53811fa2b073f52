import type { Clock } from '@cnscd/sdk';
import type { Contents, Queue } from './queue.ts';
import { type OutboxTransport, type RoundEnd, type RoundState, sendRound } from './round.ts';
import { itemsOf, type OutboxStatus } from './status.ts';
import type { Turns } from './turns.ts';
import { verdictOf } from './verdict.ts';

export interface FlusherOptions {
  queue: Queue;
  turns: Turns;
  transport: OutboxTransport;
  clock: Clock;
  user: string;
  isAutomatic: boolean;
}

/** What sends, when, and what is known of it. */
export interface Flusher {
  /** `isUrgent`: somebody asks for it, so what waits for its next try is due; what the server asks for is waited for. */
  flush(isUrgent: boolean): Promise<OutboxStatus>;
  status(): OutboxStatus;
  subscribe(listener: (status: OutboxStatus) => void): () => void;
  /** Takes in what was read from the storage. */
  onRead(contents: Contents): OutboxStatus;
  start(): void;
  close(): void;
}

const FIRST_WAIT_MS = 2_000;
const LONGEST_WAIT_MS = 300_000;

export function flusher(options: FlusherOptions): Flusher {
  const { queue, turns, clock, isAutomatic } = options;
  const closing = new AbortController();
  const listeners = new Set<(status: OutboxStatus) => void>();
  const state: RoundState = {
    ...{ queue, transport: options.transport, clock, user: options.user, signal: closing.signal },
    ...{ suspects: new Set(), mostRecords: 50, extend: async () => {}, onRead },
  };
  let status: OutboxStatus = {
    ...{ pendingCount: 0, stuckCount: 0, isSending: false, pause: null, items: [] },
    ...{ nextTryAt: null, lastSyncAt: null },
  };
  let running: Promise<OutboxStatus> | null = null;
  let isWanted = false;
  let isUrgentWanted = false;
  let contents: Contents | null = null;
  let misses = 0;
  /** What the server asked for. */
  let asked = { atMs: 0, untilMs: 0 };
  let timer: unknown;

  function tell(change: Partial<OutboxStatus>): OutboxStatus {
    status = { ...status, ...change };
    for (const listener of listeners) tellOne(listener, status);
    return status;
  }

  function onRead(read: Contents): OutboxStatus {
    contents = read;
    const items = itemsOf(read);
    const pendingCount = items.filter(({ state }) => state === 'WAITING' || state === 'SENT').length;
    const { lastSyncAtMs } = read;
    const lastSyncAt = lastSyncAtMs === null ? null : new Date(lastSyncAtMs);
    return tell({ items, pendingCount, stuckCount: items.length - pendingCount, lastSyncAt });
  }

  async function serve(): Promise<OutboxStatus> {
    let end: RoundEnd | undefined;
    while (isWanted && !closing.signal.aborted) {
      const isUrgent = isUrgentWanted;
      isWanted = false;
      isUrgentWanted = false;
      if (mayAsk()) end = await once(isUrgent);
    }
    // What is wanted from here on begins anew: nothing is awaited in between.
    running = null;
    return end === 'CLOSED' || end === undefined ? status : settle(end);
  }

  /** A clock that was set back does not make it wait any longer. */
  function mayAsk(): boolean {
    const nowMs = clock.now();
    return nowMs >= asked.untilMs || nowMs < asked.atMs;
  }

  async function once(isUrgent: boolean): Promise<RoundEnd> {
    try {
      return await turns.take(async (extend) => {
        tell({ isSending: true });
        state.extend = extend;
        const end = await sendRound(state, isUrgent ? Number.POSITIVE_INFINITY : clock.now());
        onRead(await queue.read());
        return end;
      });
    } catch (error) {
      const verdict = verdictOf(error);
      return verdict.kind === 'PAUSE' ? { ...verdict, error } : 'CLOSED';
    }
  }

  /** Says how it ended and sees to the next time. */
  function settle(end: Exclude<RoundEnd, 'CLOSED'>): OutboxStatus {
    const nowMs = clock.now();
    misses = end === null ? 0 : misses + 1;
    const ceilingMs = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (misses - 1));
    if (end !== null && end.waitMs > 0) asked = { atMs: nowMs, untilMs: nowMs + end.waitMs };
    const waitMs =
      end === null ? nextDueMs(contents, nowMs) - nowMs : end.waitMs + clock.random() * ceilingMs;
    // Nobody is asked again and again for the records of somebody else: who comes back makes an outbox anew.
    const isOver = end?.reason === 'OTHER_USER' || waitMs === Number.POSITIVE_INFINITY;
    clock.clearTimeout(timer);
    if (isAutomatic && !isOver) timer = clock.setTimeout(() => void flush(false), Math.max(0, waitMs));
    return tell({
      isSending: false,
      pause: end === null ? null : { reason: end.reason, error: end.error },
      nextTryAt: isAutomatic && !isOver ? new Date(nowMs + Math.max(0, waitMs)) : null,
    });
  }

  function flush(isUrgent: boolean): Promise<OutboxStatus> {
    isWanted = true;
    isUrgentWanted ||= isUrgent;
    // A turn later: what ends at once must not have ended before it is known to run.
    running ??= Promise.resolve().then(serve);
    return running;
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
    start() {
      globalThis.addEventListener?.('online', onOnline);
      void flush(false);
    },
    close() {
      globalThis.removeEventListener?.('online', onOnline);
      clock.clearTimeout(timer);
      closing.abort();
      listeners.clear();
    },
  };
}

/** What a listener throws is for whoever looks for errors of the page, and stops nothing here. */
function tellOne(listener: (status: OutboxStatus) => void, status: OutboxStatus): void {
  try {
    listener(status);
  } catch (error) {
    void Promise.reject(error);
  }
}

/** When the next record that waits is due. What is due already and was not sent waits for another record, not for time. */
function nextDueMs(contents: Contents | null, nowMs: number): number {
  const waiting = contents?.records.filter((each) => !each.isSetAside && each.notBeforeMs > nowMs) ?? [];
  return Math.min(...waiting.map(({ notBeforeMs }) => notBeforeMs), Number.POSITIVE_INFINITY);
}
