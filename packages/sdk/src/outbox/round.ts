import type { Clock, OutboxItem, OutboxOutcome, OutboxReport, ReplayOutboxInput } from '@cnscd/sdk';
import { chosen, hasRelated, LONGEST_WAIT_MS } from './order.ts';
import type { Contents, Queue } from './queue.ts';
import { isOpen, isSameWrite, type OutboxProblem, type OutboxRecord } from './record.ts';
import { fateOf, type OutboxPauseReason, problemOf, verdictOf } from './verdict.ts';

/** How records reach the server: `client.outbox`, or `outboxOf(connect(…))`. */
export interface OutboxTransport {
  /** `beforeSend` is awaited whenever the records go out; what it throws ends the call, and nothing goes out. */
  replay(
    outbox: ReplayOutboxInput,
    options: { user: string; timeoutMs: number; signal: AbortSignal; beforeSend: () => Promise<void> },
  ): Promise<OutboxReport>;
}

export interface RoundOptions {
  queue: Queue;
  transport: OutboxTransport;
  clock: Clock;
  user: string;
  signal: AbortSignal;
  /** Told after each look into the storage. */
  onRead(contents: Contents): void;
}

/**
 * Sends what is due, batch after batch, each record once. `isUrgent`: what waits for its next try is due as well. `isOurs`:
 * whether it is still this tab's turn.
 */
export type SendRound = (isUrgent: boolean, isOurs: () => Promise<boolean>) => Promise<RoundEnd>;

/** How a round ended: null, when there is nothing more to send for now; LOST, when its turn went to another tab. */
export type RoundEnd =
  | { reason: OutboxPauseReason; waitMs: number; error: unknown }
  | 'CLOSED'
  | 'LOST'
  | null;

const MOST_RECORDS = 50;
const MOST_REFUSALS = 10;
const FIRST_WAIT_MS = 5_000;
/** So many that fail one after the other, and none that gets through, are not at fault. */
const MOST_DOUBTED = 3;
/** Thrown to a call that must not go out any more. */
const LOST = new Error('LOST');

/** The rounds of one outbox, which remember of one another what failed. */
export function roundsOf({ queue, transport, clock, user, signal, onRead }: RoundOptions): SendRound {
  /** Records that went alone and failed. Others go first: where those get through, it is not for the line. */
  const doubted = new Map<string, OutboxProblem>();
  /** Halved when a request fails, doubled when one gets through: so what is at fault is found, and a weak line gets less. */
  let mostRecords = MOST_RECORDS;

  /** Where there is no room for why, it goes without; and where there is none at all, the old text stays and is sent again. */
  const put = (record: OutboxRecord) =>
    queue.put(record).catch(() => queue.put({ ...record, problem: null }).catch(() => {}));

  /** Refused for now: it is tried again, more and more rarely, and then left to a person. */
  const putOff = (record: OutboxRecord, problem: OutboxProblem) => {
    const nowMs = clock.now();
    // Somebody in a hurry may try it before its time: that proves nothing more.
    const refusals = record.refusals + (record.notBeforeMs > nowMs ? 0 : 1);
    const waitMs = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (refusals - 1));
    const notBeforeMs = nowMs + waitMs * (0.5 + clock.random() / 2);
    return put({ ...record, problem, refusals, notBeforeMs, isSetAside: refusals >= MOST_REFUSALS });
  };

  async function send(batch: OutboxRecord[], isOurs: () => Promise<boolean>): Promise<OutboxReport> {
    const items = batch.map(
      ({ field, input, idempotencyKey }): OutboxItem => ({ [field]: { ...input, idempotencyKey } }),
    );
    // Half of it for each attempt, of which there are two at least: about 8 kB a second on a village's line.
    const timeoutMs = 20_000 + JSON.stringify(items).length / 4;
    /** Known before it goes out: whatever happens then, nobody edits what the server may have done. */
    const beforeSend = async () => {
      const { records } = await queue.read();
      if (!batch.every((record) => isAmong(records, record)) || !(await isOurs())) throw LOST;
      for (const record of batch.filter(isOpen)) {
        // Without its problem the text is never longer than it was: a full store takes it.
        Object.assign(record, { isSent: true, isRefused: false, problem: null });
        await queue.put(record);
      }
    };
    const options = { user, timeoutMs, signal, beforeSend };
    return transport.replay({ items, stopOnRefusal: hasRelated(batch) }, options);
  }

  /** @returns why nothing more is to be sent now, or null */
  async function settle(
    batch: readonly OutboxRecord[],
    outcomes: readonly OutboxOutcome[],
    tried: Set<string>,
  ): Promise<OutboxPauseReason | null> {
    const { records } = await queue.read();
    let pause: OutboxPauseReason | null = null;
    let isNone = true;
    for (const record of batch) {
      const fate = fateOf(outcomes.find(({ idempotencyKey }) => idempotencyKey === record.idempotencyKey));
      if (fate !== 'DONE' && 'pause' in fate) {
        pause ??= fate.pause;
        continue;
      }
      isNone = false;
      tried.add(record.id);
      doubted.delete(record.id);
      // Another tab may have changed it or given it up, while this one slept.
      if (!isAmong(records, record)) continue;
      if (fate === 'DONE') await queue.remove(record);
      else {
        const refused = { ...record, isRefused: true };
        if (fate.retryable) await putOff(refused, fate.problem);
        else await put({ ...refused, problem: fate.problem, isSetAside: true });
      }
    }
    // A report that says nothing of any of them is none.
    return pause ?? (isNone ? 'NO_ANSWER' : null);
  }

  return async (isUrgent, isOurs) => {
    const tried = new Set<string>();
    const failed = new Set<string>();
    let isAnswered = false;
    let last: Exclude<RoundEnd, string> = null;
    for (;;) {
      const contents = await queue.read();
      onRead(contents);
      const batch = next(contents.records);
      if (batch.length === 0) break;
      try {
        const { outcomes } = await send(batch, isOurs);
        isAnswered = true;
        mostRecords = Math.min(MOST_RECORDS, mostRecords * 2);
        const reason = await settle(batch, outcomes, tried);
        if (reason !== null) return { reason, waitMs: 0, error: null };
      } catch (error) {
        if (error === LOST) return 'LOST';
        const verdict = verdictOf(error);
        if (verdict === 'CLOSED') return verdict;
        const isPause = typeof verdict === 'object';
        last = { reason: 'NO_ANSWER', waitMs: 0, ...(isPause && verdict), error };
        if (!isPause) {
          if (batch.length > 1) mostRecords = Math.floor(batch.length / 2);
          else await doubt(batch, verdict, problemOf(error));
        }
        // Who finds fault with one record has read it.
        if (verdict === 'FINAL') isAnswered = true;
        if (isPause || verdict === 'SILENCE' || (!isAnswered && failed.size >= MOST_DOUBTED)) {
          await blame();
          return last;
        }
      }
    }
    if (!isAnswered) return last;
    await blame();
    await queue.putLastSync(clock.now()).catch(() => {});
    return null;

    /** That others got through says that the server and the line are well: it is the record. */
    async function blame(): Promise<void> {
      const { records } = await queue.read();
      for (const record of isAnswered ? records : []) {
        const problem = doubted.get(record.id);
        if (problem && failed.has(record.id)) await putOff(record, problem);
      }
    }

    function next(records: readonly OutboxRecord[]): OutboxRecord[] {
      const choose = (doubts: readonly string[]) =>
        chosen(records, {
          nowMs: isUrgent ? Number.POSITIVE_INFINITY : clock.now(),
          skipped: new Set([...tried, ...doubts]),
          alone: doubted,
          mostRecords,
        });
      const doubts = [...doubted.keys()];
      let batch = choose(doubts);
      // Where nobody else can prove anything, or somebody did, they have their turn: who failed longest ago comes first.
      if (isAnswered || failed.size === 0)
        for (const id of doubts) if (batch.length === 0) batch = choose(doubts.filter((each) => each !== id));
      return batch;
    }

    /** Puts down that a record went alone and failed. */
    async function doubt(
      batch: readonly OutboxRecord[],
      verdict: 'SILENCE' | 'FAULT' | 'FINAL',
      problem: OutboxProblem,
    ): Promise<void> {
      for (const record of batch) {
        tried.add(record.id);
        // No answer once says nothing: it is blamed where that happens whenever it goes, and others get through.
        if (verdict !== 'SILENCE' || doubted.has(record.id)) failed.add(record.id);
        // What failed last has its turn last.
        doubted.delete(record.id);
        if (verdict === 'FINAL') await put({ ...record, problem, isSetAside: true });
        else doubted.set(record.id, problem);
      }
    }
  };
}

const isAmong = (records: readonly OutboxRecord[], record: OutboxRecord): boolean =>
  records.some((each) => isSameWrite(each, record));
