import type { Clock, OutboxItem, OutboxReport, ReplayOutboxInput } from '@cnscd/sdk';
import { chosen, hasRelated, LONGEST_WAIT_MS } from './order.ts';
import type { Queue } from './queue.ts';
import type { OutboxRecord } from './record.ts';
import { fateOf, type OutboxPauseReason, verdictOf } from './verdict.ts';

/** How records reach the server: `client.outbox`, or `outboxOf(connect(…))`. */
export interface OutboxTransport {
  replay(
    outbox: ReplayOutboxInput,
    options: { user: string; timeoutMs: number; signal: AbortSignal },
  ): Promise<OutboxReport>;
}

/** What a round is about, and what rounds remember of one another. */
export interface RoundState {
  queue: Queue;
  transport: OutboxTransport;
  clock: Clock;
  user: string;
  signal: AbortSignal;
  /** Records of requests that failed as a whole: each is sent alone until one is found at fault. */
  suspects: Set<string>;
  /** Halved when a request takes too long for the line, doubled when one gets through. */
  mostRecords: number;
  extend(forMs: number): Promise<void>;
  /** Told after each look into the storage. */
  onRead(contents: Awaited<ReturnType<Queue['read']>>): void;
}

/** How a round ended: null, when there is nothing more to send for now. */
export type RoundEnd = { reason: OutboxPauseReason; waitMs: number; error: unknown } | 'CLOSED' | null;

const MOST_RECORDS = 50;
/** Beyond this a record goes alone: the server takes 2 MB at most. */
const MOST_CHARACTERS = 256_000;
const MOST_REFUSALS = 10;
const FIRST_WAIT_MS = 5_000;
/** So many that fail one after the other, and none that gets through, are not at fault. */
const MOST_ACCUSED = 3;

/** Sends what is due, batch after batch, each record once. `dueMs`: what waits until then is due. */
export async function sendRound(state: RoundState, dueMs: number): Promise<RoundEnd> {
  const { queue, clock, suspects } = state;
  const tried = new Set<string>();
  const accused: OutboxRecord[] = [];
  let isAnswered = false;
  for (;;) {
    const contents = await queue.read();
    state.onRead(contents);
    const limits = { mostRecords: state.mostRecords, mostCharacters: MOST_CHARACTERS };
    const due = chosen(contents.records, { nowMs: dueMs, tried, suspects, ...limits });
    const batch = due.map((record) => ({ ...record, isSent: true }));
    if (batch.length === 0 || (!isAnswered && accused.length >= MOST_ACCUSED)) break;
    // Known before it goes out: whatever happens now, nobody edits what the server may have done.
    for (const record of due) if (!record.isSent) await put(state, { ...record, isSent: true });
    const sent = await send(state, batch);
    if ('error' in sent) {
      const verdict = verdictOf(sent.error);
      if (verdict.kind === 'CLOSED') return 'CLOSED';
      if (verdict.kind === 'PAUSE') {
        if (verdict.isTooSlow) state.mostRecords = Math.max(1, Math.floor(batch.length / 2));
        await blame(state, isAnswered ? accused : []);
        return { ...verdict, error: sent.error };
      }
      if (batch.length > 1) {
        for (const { id } of batch) suspects.add(id);
        continue;
      }
      const [record] = batch as [OutboxRecord]; // one, as was just seen
      tried.add(record.id);
      const refused = { ...record, problem: verdict.problem };
      if (verdict.isFinal) await put(state, { ...refused, isSetAside: true });
      else accused.push(refused);
      continue;
    }
    isAnswered = true;
    state.mostRecords = Math.min(MOST_RECORDS, state.mostRecords * 2);
    const pause = await settle(state, batch, sent.report, tried);
    if (pause !== null) return { reason: pause, waitMs: 0, error: null };
  }
  // That others got through says that the server is well: it is the record.
  await blame(state, isAnswered ? accused : []);
  if (isAnswered) await queue.putLastSync(clock.now()).catch(() => {});
  const [first] = accused;
  if (first === undefined || isAnswered) return null;
  return { reason: 'NO_ANSWER', waitMs: 0, error: first.problem };
}

type Sent = { report: OutboxReport } | { error: unknown };

async function send(state: RoundState, batch: OutboxRecord[]): Promise<Sent> {
  const items = batch.map(
    ({ field, input, idempotencyKey }): OutboxItem => ({
      [field]: { ...input, idempotencyKey },
    }),
  );
  // Half of it for each attempt, of which there are two at least: about 2 kB a second on a village's line.
  const timeoutMs = 20_000 + JSON.stringify(items).length;
  await state.extend(timeoutMs + 15_000);
  const { transport, user, signal } = state;
  try {
    const input = { items, stopOnRefusal: hasRelated(batch) };
    return { report: await transport.replay(input, { user, timeoutMs, signal }) };
  } catch (error) {
    return { error };
  }
}

/** @returns why nothing more is to be sent now, or null */
async function settle(
  state: RoundState,
  batch: readonly OutboxRecord[],
  { outcomes }: OutboxReport,
  tried: Set<string>,
): Promise<OutboxPauseReason | null> {
  const { queue, clock, suspects } = state;
  let pause: OutboxPauseReason | null = null;
  for (const record of batch) {
    const fate = fateOf(outcomes.find(({ idempotencyKey }) => idempotencyKey === record.idempotencyKey));
    suspects.delete(record.id);
    if (fate.kind === 'AGAIN') {
      pause ??= fate.pause;
      continue;
    }
    tried.add(record.id);
    if (fate.kind === 'DONE') await queue.remove(record);
    if (fate.kind === 'SET_ASIDE') await put(state, { ...record, problem: fate.problem, isSetAside: true });
    if (fate.kind === 'LATER') await put(state, later({ ...record, problem: fate.problem }, clock));
  }
  // A report that says nothing of any of them is none.
  const isNone = batch.every(({ id }) => !tried.has(id));
  return pause ?? (isNone ? 'NO_ANSWER' : null);
}

async function blame(state: RoundState, accused: readonly OutboxRecord[]): Promise<void> {
  for (const record of accused) await put(state, later(record, state.clock));
}

/** Refused for now: it is tried again, more and more rarely, and then left to a person. */
function later(record: OutboxRecord, clock: Clock): OutboxRecord {
  const refusals = record.refusals + 1;
  const waitMs = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** record.refusals);
  return {
    ...record,
    ...{ refusals, isSetAside: refusals >= MOST_REFUSALS },
    notBeforeMs: clock.now() + waitMs * (0.5 + clock.random() / 2),
  };
}

/** Where there is no room for what is new about a record, the old text of it stays: then it is sent again. */
const put = ({ queue }: RoundState, record: OutboxRecord): Promise<void> => queue.put(record).catch(() => {});
