import { type Clock, newId, type OutboxItem, startDeadline, systemClock } from '@cnscd/sdk';
import { WRITES_WITHOUT_ID } from '../generated/operations.ts';
import { outboxError, withOwnErrors } from './errors.ts';
import { flusher } from './flusher.ts';
import { neighboursOf } from './neighbours.ts';
import { openQueue } from './queue.ts';
import { isOpen, type OutboxField, type OutboxRecord } from './record.ts';
import type { OutboxTransport } from './round.ts';
import { itemOf, type OutboxStatus, type QueuedWrite } from './status.ts';
import type { OutboxStorage } from './storage/outbox-storage.ts';
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

/** Of a change that waits until no tab sends: what is on its way must not be changed. */
export interface ChangeOptions {
  /** Ends the wait, `ABORTED`: nothing is changed. */
  signal?: AbortSignal | undefined;
  /** Milliseconds that it waits at most, then `TIMEOUT`. @defaultValue `60_000` - a minute */
  timeoutMs?: number | undefined;
}

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
   * Changes a write that was not sent, was refused or was set aside, which is then sent again as a new one, in its old
   * place. `input` is all of it; an `id` that it leaves out stays.
   *
   * @throws {CnscdError} `OUTBOX_ITEM_SENT`, `OUTBOX_ITEM_NOT_FOUND`, `OUTBOX_FULL`
   */
  edit(id: string, input: Readonly<Record<string, unknown>>, options?: ChangeOptions): Promise<QueuedWrite>;
  /**
   * Sends a write that was set aside once more as it is: under its key where the server may have done it, under another
   * one where it said that it did not.
   *
   * @throws {CnscdError} `OUTBOX_ITEM_NOT_FOUND`
   */
  retry(id: string, options?: ChangeOptions): Promise<QueuedWrite>;
  /**
   * Gives a write up. One that was sent and not answered may have been done: it is kept, unless `evenIfSent`.
   *
   * @throws {CnscdError} `OUTBOX_ITEM_SENT`, `OUTBOX_ITEM_NOT_FOUND`
   */
  discard(id: string, options?: ChangeOptions & { evenIfSent?: boolean }): Promise<void>;
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
  const { user, clock = systemClock, isAutomatic = true } = options;
  const storage = withOwnErrors(options.storage);
  const queue = openQueue(storage, user);
  const locks = options.locks === undefined ? navigatorLocks() : options.locks;
  const lease = `${queue.box}lease`;
  const turns = locks === null ? leaseTurns(storage, lease, clock) : lockTurns(locks, lease);
  const neighbours = neighboursOf(`${queue.box}news`, () => void flushing.onNews());
  const flushing = flusher({
    ...{ queue, turns, clock, isAutomatic, user, transport: options.transport },
    tellNeighbours: neighbours.tell,
  });
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
  /** Likewise, while nobody sends. */
  const changeInTurn = <Value>(
    work: () => Promise<Value>,
    { signal, timeoutMs = 60_000 }: ChangeOptions = {},
  ): Promise<Value> => {
    const deadline = startDeadline(clock, timeoutMs, signal);
    const turn = turns.take(async () => {
      // Its turn may come after its end, and what has begun does not end.
      if (deadline.signal.aborted) throw deadline.signal.reason;
      deadline.clear();
      return change(work);
    }, deadline.signal);
    return deadline.race(turn).finally(deadline.clear);
  };
  const found = async (id: string): Promise<OutboxRecord> => {
    const record = (await queue.read()).records.find((each) => each.id === id);
    if (!record) throw outboxError('OUTBOX_ITEM_NOT_FOUND');
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
    async edit(id, input, options) {
      const item = await changeInTurn(async () => {
        const record = await found(id);
        if (!isOpen(record)) throw outboxError('OUTBOX_ITEM_SENT');
        const whole = { ...input, id: input['id'] ?? record.input['id'] };
        // A key that the server knows with another input would be refused for good.
        return put({ ...afresh(record, record.isSent), input: asKept(whole) });
      }, options);
      sendSoon();
      return item;
    },
    async retry(id, options) {
      const item = await changeInTurn(async () => {
        const record = await found(id);
        return put(afresh(record, record.isRefused));
      }, options);
      sendSoon();
      return item;
    },
    discard: (id, { evenIfSent = false, ...options } = {}) =>
      changeInTurn(async () => {
        const { records, remains } = await queue.read();
        const isIt = (each: { id: string }) => each.id === id;
        const record = records.find(isIt);
        if (record && !isOpen(record) && !evenIfSent) throw outboxError('OUTBOX_ITEM_SENT');
        const place = record ?? remains.find(isIt);
        if (!place) throw outboxError('OUTBOX_ITEM_NOT_FOUND');
        await queue.remove(place);
      }, options),
    close() {
      neighbours.close();
      flushing.close();
    },
  };
}

const navigatorLocks = (): Locks | null => globalThis.navigator?.locks ?? null;

const AFRESH = { isSetAside: false, isRefused: false, problem: null, refusals: 0, notBeforeMs: 0 };

/** As if nobody had tried it; under another key it is another write. */
const afresh = (record: OutboxRecord, isAnother: boolean): OutboxRecord => ({
  ...{ ...record, ...AFRESH },
  ...(isAnother && { idempotencyKey: newId(), isSent: false }),
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
  if (!WRITES_WITHOUT_ID.includes(field)) made.id ??= newId();
  return {
    ...{ id, idempotencyKey: id, field, input: asKept(made), place, madeAtMs: clock.now() },
    ...{ isSent: false, ...AFRESH },
  };
}

/** As the server stores text, whatever the keyboard of the phone makes; and nothing that is changed afterwards. */
const asKept = (input: object): Readonly<Record<string, unknown>> =>
  JSON.parse(JSON.stringify(input).normalize('NFC'));
