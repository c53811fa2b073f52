import { DomainError, isRetryable } from '@cnscd/domain';
import type { Context } from '../context.ts';
import type { Outcome } from './gate.ts';
import { versionedEntity } from './versioned.ts';

/** A refusal as data: some gateways hide errors, and a refusal is no error. */
export interface RefusalRow {
  __typename: 'Refusal';
  code: string;
  message: string;
  messageEn: string;
  field: string | null;
  value: string | null;
  retryable: boolean;
}

/** The caller saw another version than there is. */
export interface ConflictRow {
  __typename: 'Conflict';
  expectedVersion: number;
  current: TypedRow;
}

/** A row and the GraphQL type that it is of. */
export type TypedRow = { __typename: string; version?: number };

export type Answer = TypedRow | RefusalRow | ConflictRow;

/** The answer to an outcome, read afresh: a replay sees what there is now, and only what the caller may see now. */
export async function answerOf(ctx: Context, outcome: Outcome): Promise<Answer> {
  if (outcome.kind === 'REFUSED') {
    const { code, messages, field, value } = outcome;
    return refusalRow(new DomainError(code, messages, { ...(field && { field }), ...(value && { value }) }));
  }
  const entity = versionedEntity(outcome.entityType);
  const row = await entity.load(ctx, outcome.entityId);
  if (row === null) return refusalRow(notThere(outcome, entity.notFound));
  const current: TypedRow = { ...row, __typename: entity.type };
  if (outcome.kind === 'DONE') return current;
  return { __typename: 'Conflict', expectedVersion: outcome.expectedVersion, current };
}

export function refusalRow({ code, messages, field, value }: DomainError): RefusalRow {
  return {
    ...{ __typename: 'Refusal', code, message: messages.vi, messageEn: messages.en },
    ...{ field: field ?? null, value: value ?? null, retryable: isRetryable(code) },
  };
}

function notThere({ entityId }: { entityId: string }, code: VersionedNotFound): DomainError {
  return new DomainError(
    code,
    {
      vi: `Không có gì với id ${entityId} mà bạn được xem.`,
      en: `There is nothing with the id ${entityId} that you may see.`,
    },
    { field: 'id', value: entityId },
  );
}

type VersionedNotFound = ReturnType<typeof versionedEntity>['notFound'];
