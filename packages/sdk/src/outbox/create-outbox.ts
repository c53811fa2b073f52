import { type Clock, newId, type OutboxItem, systemClock } from '@cnscd/sdk';
import { MAKING_WRITES } from '../generated/operations.ts';
import { outboxError } from './errors.ts';
import { flusher } from './flusher.ts';
import { neighboursOf } from './neighbours.ts';
import { openQueue, type Remains } from './queue.ts';
import type { OutboxField, OutboxRecord } from './record.ts';
import type { OutboxTransport } from './round.ts';
import { itemOf, type OutboxStatus, type QueuedWrite } from './status.ts';
import type { OutboxStorage } from './storage/outbox-storage.ts';
import { exportedText, takeIn } from './text.ts';
import { type Locks, leaseTurns, lockTurns } from './turns.ts';

export interface OutboxOptions {
  /** Whose records these are, as `userOf` names whoever has signed in: nobody else's token ever sends them. */
  user: string;
  storage: OutboxStorage;
  /** `client.outbox`, or `outboxOf(connect(…))`. */
  transport: OutboxTransport;
  /** Whether it sends by itself: after `enqueue`, when the connection is back, and after a pause. @defaultValue `true` */
  isAutomatic?: boolean;
  /** Lets one tab send at a time. Null: by a lease in the storage. @defaultValue `navigator.locks`, where there is one */
  locks?: Locks | null;
  /** @defaultValue that of the machine */
  clock?: Clock;
}

/** The input of a write; an `id` for what it makes and its key are given by the outbox where they are left out. */
export type EnqueuedInput<Field extends OutboxField> = Omit<NonNullable<OutboxItem[Field]>, 'idempotencyKey'>;

/**
 * Writes that wait on the device of one person until the server has taken them. Each is kept before `enqueue` resolves,
 * sent under one key until it is answered, and so done exactly once.
 */
export interface Outbox {
  /**
   * Keeps a write. Resolves once it is kept, whatever the connection.
   *
   * @throws {CnscdError} `OUTBOX_FULL`, `OUTBOX_STORAGE`: it was not kept, all else was
   */
  enqueue<Field extends OutboxField>(field: Field, input: EnqueuedInput<Field>): Promise<QueuedWrite>;
  /** Sends what is due now, as one of all tabs. What stands in the way is in the status, nothing of it is thrown. */
  flush(): Promise<OutboxStatus>;
  /** What there is, without a look at the storage. Another object whenever something changed. */
  readonly status: OutboxStatus;
  /** Looks at the storage: what there is. */
  refresh(): Promise<OutboxStatus>;
  /** Tells whenever the status has changed, by this tab or another one. @returns how to end it */
  subscribe(listener: (status: OutboxStatus) => void): () => void;
  /**
   * Changes a write that was not sent or was set aside, which is then sent again as a new one, in its old place.
   *
   * @throws {CnscdError} `OUTBOX_ITEM_SENT`, `OUTBOX_ITEM_NOT_FOUND`, `OUTBOX_FULL`
   */
  edit(id: string, input: Readonly<Record<string, unknown>>): Promise<QueuedWrite>;
  /** Sends a write that was set aside once more as it is, under its key. @throws {CnscdError} `OUTBOX_ITEM_NOT_FOUND` */
  retry(id: string): Promise<QueuedWrite>;
  /**
   * Gives a write up. One that was sent and not answered may have been done: it is kept, unless `evenIfSent`.
   *
   * @throws {CnscdError} `OUTBOX_ITEM_SENT`, `OUTBOX_ITEM_NOT_FOUND`
   */
  discard(id: string, options?: { evenIfSent?: boolean }): Promise<void>;
  /** All that waits, as a text to be taken in elsewhere. It holds what people wrote: treat it as such. */
  exportText(): Promise<string>;
  /** Takes an export in: what is there already stays. @throws {CnscdError} `USER_CHANGED`, `OUTBOX_TEXT_INVALID`, `OUTBOX_FULL` @returns how many were new */
  importText(text: string): Promise<number>;
  /** Ends what it does by itself, and a request on its way. What waits is kept. */
  close(): void;
}

/**
 * The outbox of one person on this device. Make one when somebody signs in, close it when he or she leaves; whoever
 * comes back finds what waits.
 *
 * @example
 * const outbox = createOutbox({ user, storage: indexedDbStorage(), transport: client.outbox });
 * await outbox.enqueue('recordActivity', { teamId, kind: 'HOUSEHOLD_VISIT', title, startsAt });
 */
export function createOutbox(options: OutboxOptions): Outbox {
  const { user, storage, clock = systemClock, isAutomatic = true } = options;
  const queue = openQueue(storage, user);
  const locks = options.locks === undefined ? navigatorLocks() : options.locks;
  const lease = queue.nameOf('lease');
  const turns = locks === null ? leaseTurns(storage, lease, clock) : lockTurns(locks, lease);
  const neighbours = neighboursOf(queue.nameOf('news'), () => void refresh());
  const flushing = flusher({ queue, turns, clock, isAutomatic, user, transport: options.transport });
  const refresh = async () => flushing.onRead(await queue.read());
  let enqueued: Promise<unknown> = Promise.resolve();

  /** Changes the queue and lets everybody know. */
  const change = async <Value>(work: () => Promise<Value>): Promise<Value> => {
    const value = await work();
    // It is done: whoever is told otherwise would do it again.
    await refresh().catch(() => {});
    neighbours.tell();
    return value;
  };
  /** Likewise, while nobody sends: what is changed must not be on its way. */
  const changeInTurn = <Value>(work: () => Promise<Value>) => turns.take(() => change(work));
  const found = async (id: string): Promise<OutboxRecord> => {
    const record = (await queue.read()).records.find((each) => each.id === id);
    if (record === undefined) throw outboxError('OUTBOX_ITEM_NOT_FOUND');
    return record;
  };
  const put = async (record: OutboxRecord) => {
    await queue.put(record);
    return itemOf(record);
  };
  const sendSoon = () => {
    if (isAutomatic) void flushing.flush(false);
  };

  if (isAutomatic) flushing.start();
  return {
    enqueue(field, input) {
      const kept = enqueued.then(() =>
        change(async () => {
          const { records } = await queue.read();
          return put(newRecord({ field, input, clock, place: (records.at(-1)?.place ?? 0) + 1 }));
        }),
      );
      enqueued = kept.catch(() => {});
      kept.then(sendSoon, () => {});
      return kept;
    },
    flush: () => flushing.flush(true),
    get status() {
      return flushing.status();
    },
    refresh,
    subscribe: flushing.subscribe,
    async edit(id, input) {
      const item = await changeInTurn(async () => {
        const record = await found(id);
        if (record.isSent && !record.isSetAside) throw outboxError('OUTBOX_ITEM_SENT');
        // A key that the server knows with another input would be refused for good.
        const idempotencyKey = record.isSent ? newId() : record.idempotencyKey;
        return put({ ...afresh(record), idempotencyKey, isSent: false, input: asKept(input) });
      });
      sendSoon();
      return item;
    },
    async retry(id) {
      const item = await changeInTurn(async () => put(afresh(await found(id))));
      sendSoon();
      return item;
    },
    discard: (id, { evenIfSent = false } = {}) =>
      changeInTurn(async () => {
        const { records, remains } = await queue.read();
        const record = records.find((each) => each.id === id);
        if (record?.isSent === true && !record.isSetAside && !evenIfSent)
          throw outboxError('OUTBOX_ITEM_SENT');
        const place: Pick<Remains, 'id' | 'field'> | undefined =
          record ?? remains.find((each) => each.id === id);
        if (place === undefined) throw outboxError('OUTBOX_ITEM_NOT_FOUND');
        await queue.remove(place);
      }),
    exportText: async () => exportedText(user, await queue.read()),
    async importText(text) {
      const count = await changeInTurn(() => takeIn(queue, user, text));
      sendSoon();
      return count;
    },
    close() {
      neighbours.close();
      flushing.close();
    },
  };
}

const navigatorLocks = (): Locks | null => globalThis.navigator?.locks ?? null;

const afresh = (record: OutboxRecord): OutboxRecord => ({
  ...record,
  ...{ isSetAside: false, problem: null, refusals: 0, notBeforeMs: 0 },
});

interface NewRecord {
  field: OutboxField;
  input: object;
  place: number;
  clock: Clock;
}

function newRecord({ field, input, place, clock }: NewRecord): OutboxRecord {
  const id = newId();
  const made = { ...input } as { id?: string };
  if (MAKING_WRITES.includes(field)) made.id ??= newId();
  return {
    ...{ id, idempotencyKey: id, field, input: asKept(made), place, madeAtMs: clock.now() },
    ...{ isSent: false, isSetAside: false, problem: null, refusals: 0, notBeforeMs: 0 },
  };
}

/** As the server stores text, whatever the keyboard of the phone makes; and nothing that is changed afterwards. */
const asKept = (input: object): Readonly<Record<string, unknown>> =>
  JSON.parse(JSON.stringify(input).normalize('NFC'));
