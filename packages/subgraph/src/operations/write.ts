import { DomainError } from '@cnscd/domain';
import { beginEpoch, type Context } from '../context.ts';
import { type Scope, scopeOf } from '../permissions/scope.ts';
import { requireSignedIn } from '../permissions/sign-in.ts';
import { type Answer, answerOf, refusalRow, type TypedRow } from './answer.ts';
import { type Outcome, throughGate } from './gate.ts';
import type { Transaction } from './transaction.ts';

/** What an operation has in hand: its transaction, the clock, who asks, and what they may do. */
export interface Write {
  tx: Transaction;
  now: Date;
  scope: Scope;
  who: Who;
}

/** Who writes, as keys and the audit name them. */
export interface Who {
  /** The issuer of the token: the same subject of another issuer is somebody else. */
  tenant: string;
  /** Subject of the token. */
  actor: string;
  /** The mutation field. */
  field: string;
}

/** One name for a person across issuers, as activities remember who worked on them. */
export const personOf = ({ tenant, actor }: Pick<Who, 'tenant' | 'actor'>): string => `${tenant}#${actor}`;

export type WriteInput = Readonly<Record<string, unknown>> & { idempotencyKey: string };

/** One write: checks the permission, applies the rule, writes, appends to the audit. It throws what it refuses. */
export type Operation<Input, Prepared = undefined> = (
  write: Write,
  input: Input,
  prepared: Prepared,
) => Promise<Outcome>;

/** A write by its mutation field. */
export interface NamedWrite<Input, Prepared = undefined> {
  field: string;
  operation: Operation<Input, Prepared>;
  /** What takes too long for a transaction, an image to draw for example. What it refuses goes through the gate too. */
  prepare?: (ctx: Context, input: Input) => Promise<Prepared>;
}

/** Sends a write through the gate and reads the answer. */
export async function runWrite<Input extends object, Prepared>(
  ctx: Context,
  write: NamedWrite<Input, Prepared>,
  input: Input,
): Promise<Answer> {
  try {
    await requireSignedIn(ctx);
    return await answerOf(ctx, await writeOnce(ctx, write, { input, scope: await scopeOf(ctx) }));
  } catch (error) {
    if (error instanceof DryRun) return error.answer;
    if (error instanceof DomainError) return refusalRow(error);
    throw error;
  }
}

/** Sends a write of somebody with this scope through the gate; what was read before it no longer holds. */
export async function writeOnce<Input extends object, Prepared>(
  ctx: Context,
  { field, operation, prepare }: NamedWrite<Input, Prepared>,
  { input, scope }: { input: Input; scope: Scope },
): Promise<Outcome> {
  const { issuer, subject } = await requireSignedIn(ctx);
  const who: Who = { tenant: issuer, actor: subject, field };
  // Every input of a mutation has its key: a test over the schema holds to it.
  const request = { ...who, input: input as unknown as WriteInput, digests: ctx.phones?.digests };
  const prepared = await settled(prepare?.(ctx, input));
  try {
    return await throughGate(ctx.db, request, (tx) =>
      // A write without `prepare` takes nothing prepared.
      operation({ tx, now: ctx.now, scope, who }, input, prepared() as Prepared),
    );
  } finally {
    beginEpoch(ctx);
  }
}

/** Waits, and leaves it to the caller when to meet what was thrown. */
const settled = async <Value>(work: Promise<Value> | undefined): Promise<() => Value | undefined> => {
  try {
    const value = await work;
    return () => value;
  } catch (error) {
    return () => {
      throw error;
    };
  }
};

/** Thrown by an operation that was asked to show what it would do: everything is undone, the key included. */
export class DryRun extends Error {
  readonly answer: TypedRow;

  constructor(answer: TypedRow) {
    super('a dry run ends here');
    this.answer = answer;
  }
}

/** The outcome of a write that made or changed a row. */
export const done = (entityType: string, entityId: string, version: number): Outcome => ({
  kind: 'DONE',
  entityType,
  entityId,
  version,
});
