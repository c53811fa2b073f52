import { DomainError } from '@cnscd/domain';
import type { Context } from '../../context.ts';
import { type Answer, answerOf, type RefusalRow, refusalRow } from '../../operations/answer.ts';
import type { Outcome } from '../../operations/gate.ts';
import { writeOnce } from '../../operations/write.ts';
import { type KnownWrite, knownWrites } from '../../operations/write-types.ts';
import { type Scope, scopeOf } from '../../permissions/scope.ts';
import { requireSignedIn } from '../../permissions/sign-in.ts';
import { MOST_ITEMS, type OutboxOutcomeRow, type OutboxReportRow } from './outbox-report.ts';

/** The input of one write under the name of its mutation; all other fields are null or left out. */
export type OutboxItemInput = Readonly<Record<string, unknown>>;

export interface OutboxInput {
  items: readonly OutboxItemInput[];
  stopOnRefusal: boolean;
}

/**
 * Sends writes that waited through the gate, one after another and each in a transaction of its own: the same writes
 * as if each had been sent alone. What the caller may do is read once, before the first of them.
 */
export async function replayOutbox(
  ctx: Context,
  { items, stopOnRefusal }: OutboxInput,
): Promise<OutboxReportRow | RefusalRow> {
  try {
    await requireSignedIn(ctx);
    requireItems(items);
  } catch (error) {
    if (error instanceof DomainError) return refusalRow(error);
    throw error;
  }
  const scope = await scopeOf(ctx);
  const replayed: Replayed[] = [];
  // One after another: a later item may need what an earlier one makes.
  for (const item of items) {
    const last = replayed.at(-1);
    const isStopped =
      last !== undefined && (last.outcome === null || (stopOnRefusal && last.outcome.kind !== 'DONE'));
    replayed.push(isStopped ? { ...namesOf(item), outcome: null } : await replayItem(ctx, item, scope));
  }
  const outcomes = await Promise.all(
    replayed.map(async (each, index) =>
      outcomeRow(index, each, each.outcome && (await answerOf(ctx, each.outcome))),
    ),
  );
  return { __typename: 'OutboxReport', outcomes };
}

/** An item and what came of it; null: nothing was to follow. */
interface Replayed {
  field: string | null;
  idempotencyKey: string | null;
  outcome: Outcome | null;
}

async function replayItem(ctx: Context, item: OutboxItemInput, scope: Scope): Promise<Replayed> {
  try {
    const { write, input } = requireOne(item);
    return { ...namesOf(item), outcome: await writeOnce(ctx, write, { input, scope }) };
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const { code, messages, field, value } = error;
    const outcome = {
      kind: 'REFUSED',
      code,
      messages,
      ...(field && { field }),
      ...(value && { value }),
    } as const;
    return { ...namesOf(item), outcome };
  }
}

interface KeyedInput {
  idempotencyKey: string;
  dryRun?: boolean | null;
}

/** The inputs that an item gives, by mutation. */
function given(item: OutboxItemInput): [field: string, input: KeyedInput][] {
  // Every input of a mutation has its key: a test over the schema holds to it.
  return Object.entries(item).filter((entry): entry is [string, KeyedInput] => entry[1] != null);
}

function namesOf(item: OutboxItemInput): Pick<Replayed, 'field' | 'idempotencyKey'> {
  const [one, ...more] = given(item);
  if (one === undefined || more.length > 0) return { field: null, idempotencyKey: null };
  return { field: one[0], idempotencyKey: one[1].idempotencyKey };
}

function requireOne(item: OutboxItemInput): { write: KnownWrite; input: KeyedInput } {
  const [one, ...more] = given(item);
  const write = knownWrites().find(({ field }) => field === one?.[0]);
  if (one === undefined || write === undefined || more.length > 0) {
    throw notOne([one, ...more].flatMap((each) => (each === undefined ? [] : [each[0]])));
  }
  if (one[1].dryRun === true) throw dryRunInOutbox();
  return { write, input: one[1] };
}

function outcomeRow(
  index: number,
  { field, idempotencyKey, outcome }: Replayed,
  answer: Answer | null,
): OutboxOutcomeRow {
  const row = {
    index,
    field,
    idempotencyKey,
    entityType: null,
    id: null,
    version: null,
    refusal: null,
    conflict: null,
  };
  if (outcome === null || answer === null) return { ...row, status: 'SKIPPED' };
  if (isOf(answer, 'Refusal')) return { ...row, status: 'REFUSED', refusal: answer };
  if (isOf(answer, 'Conflict')) return { ...row, status: 'CONFLICT', conflict: answer };
  if (outcome.kind !== 'DONE') throw new Error(`an outcome ${outcome.kind} was answered as done`);
  const { entityType, entityId, version } = outcome;
  return { ...row, status: 'DONE', entityType, id: entityId, version };
}

const isOf = <Name extends Answer['__typename']>(
  answer: Answer,
  name: Name,
): answer is Extract<Answer, { __typename: Name }> => answer.__typename === name;

function requireItems({ length }: readonly unknown[]): void {
  if (length >= 1 && length <= MOST_ITEMS) return;
  throw new DomainError(
    'INPUT_INVALID',
    {
      vi: `items có ${length} mục; mỗi lần gửi từ 1 đến ${MOST_ITEMS} mục, phần còn lại gửi lần sau.`,
      en: `items has ${length} entries; send 1 to ${MOST_ITEMS} at once, and the rest after them.`,
    },
    { field: 'items', value: String(length) },
  );
}

function notOne(fields: readonly string[]): DomainError {
  const list = fields.length === 0 ? '' : ` (${fields.join(', ')})`;
  return new DomainError('INPUT_INVALID', {
    vi: `Mỗi mục của items phải có đúng một thao tác, ở đây có ${fields.length}${list}.`,
    en: `Each entry of items must have exactly one write, here are ${fields.length}${list}.`,
  });
}

function dryRunInOutbox(): DomainError {
  return new DomainError(
    'INPUT_INVALID',
    {
      vi: 'dryRun không dùng trong items; hãy gửi riêng thao tác đó để xem trước.',
      en: 'dryRun has no place in items; send that write alone to see what it would do.',
    },
    { field: 'dryRun', value: 'true' },
  );
}
