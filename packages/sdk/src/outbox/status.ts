import { heldBehind } from './order.ts';
import type { Contents, Remains } from './queue.ts';
import { isOpen, type OutboxField, type OutboxProblem, type OutboxRecord } from './record.ts';
import type { OutboxPauseReason } from './verdict.ts';

/** One write of the queue, for people to look at. */
export interface QueuedWrite {
  /** For `edit`, `retry` and `discard`. */
  id: string;
  field: OutboxField;
  /** Null where it cannot be read any more. */
  input: Readonly<Record<string, unknown>> | null;
  /** By the clock of the device. */
  madeAt: Date;
  /**
   * - `WAITING`: not sent yet, or refused for now: see `problem`
   * - `SENT`: sent, and nobody knows yet what came of it; it is sent again under its key
   * - `HELD`: waits behind one that was set aside and is about the same thing
   * - `SET_ASIDE`: the server refused it, or nothing lets it through; see `problem`, null where a full store had no room for it
   * - `UNREADABLE`: damaged on the device; its text is in what `exportOutbox` gives
   * - `LOST`: the storage of the device dropped it
   */
  state: 'WAITING' | 'SENT' | 'HELD' | 'SET_ASIDE' | 'UNREADABLE' | 'LOST';
  problem: OutboxProblem | null;
}

/** The queue at one moment; another object whenever something changed. */
export interface OutboxStatus {
  /** Writes that go by themselves as soon as it is possible: `WAITING` and `SENT`. */
  pendingCount: number;
  /** Writes that need a person: all others. */
  stuckCount: number;
  /** While it is at it: sends, or waits for its turn or a token. */
  isSending: boolean;
  /** Why nothing is sent for now; null: nothing stands in the way. `error` is what says so, where something does. */
  pause: { reason: OutboxPauseReason; error: unknown } | null;
  nextTryAt: Date | null;
  /** When the server last took everything that was due. */
  lastSyncAt: Date | null;
  /** In their order. */
  items: readonly QueuedWrite[];
}

export function itemsOf({ records, remains }: Contents): QueuedWrite[] {
  const held = heldBehind(records);
  return [...records.map((record) => itemOf(record, held.has(record))), ...remains.map(remainsItem)];
}

export function itemOf(record: OutboxRecord, isHeld = false): QueuedWrite {
  const { id, field, input, madeAtMs, problem } = record;
  return { id, field, input, madeAt: new Date(madeAtMs), state: stateOf(record, isHeld), problem };
}

function stateOf(record: OutboxRecord, isHeld: boolean): QueuedWrite['state'] {
  if (record.isSetAside) return 'SET_ASIDE';
  if (isHeld) return 'HELD';
  return isOpen(record) ? 'WAITING' : 'SENT';
}

function remainsItem({ id, field, text }: Remains): QueuedWrite {
  // Its id is a UUIDv7, which begins with the milliseconds of its making.
  const madeAt = new Date(Number.parseInt(id.replace('-', '').slice(0, 12), 16));
  return { id, field, input: null, madeAt, state: text === null ? 'LOST' : 'UNREADABLE', problem: null };
}
