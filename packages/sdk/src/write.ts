import { deliver, type RequestOptions, type SendSettings } from './deliver.ts';
import { CnscdConflict, CnscdError, type ConflictAnswer, type RefusalAnswer, refusalError } from './error.ts';
import { newId } from './new-id.ts';
import { operation } from './send.ts';
import { stated } from './stated.ts';
import { type TypedDocument, textOf } from './typed-document.ts';

/**
 * The input of a write, whose key may be left out: then each call is a new action under a new key. Give the key to try
 * the same action again, also after the page was closed in between: it is then done once, and answered alike.
 */
export type Keyed<Input> = Omit<Input, 'idempotencyKey'> & { idempotencyKey?: string | undefined };

/** What a write answers when it was done. */
export type Done<Answer> = Exclude<Answer, { __typename: 'Refusal' | 'Conflict' }>;

/** Sends a write until it is answered, under one key, and gives back what was written. */
export type Write = <Result, Field extends keyof Result & string, Input extends { idempotencyKey: string }>(
  document: TypedDocument<Result, { input: Input }>,
  field: Field,
  input: Keyed<Input>,
  options?: RequestOptions,
) => Promise<Done<Result[Field]>>;

/** Sends writes that have keys of their own. */
export type WriteAll = <Result, Field extends keyof Result & string, Input>(
  document: TypedDocument<Result, { input: Input }>,
  field: Field,
  input: Input,
  options?: RequestOptions,
) => Promise<Done<Result[Field]>>;

/** The way out of writes that have keys of their own. */
export function allWriter(settings: SendSettings): WriteAll {
  return async <Result, Field extends keyof Result & string, Input>(
    document: TypedDocument<Result, { input: Input }>,
    field: Field,
    input: Input,
    options: RequestOptions = {},
  ) => {
    const accept = (data: unknown) => doneOf((data as Result)[field], field); // the document asks for this field
    const outgoing = { query: textOf(document), variables: { input }, kind: 'KEYED', accept } as const;
    return deliver(settings, operation(settings, outgoing), options);
  };
}

/** The way out of every single write. */
export function writer(settings: SendSettings): Write {
  const writeAll = allWriter(settings);
  return (document, field, input, options) => {
    // The cast: the input is whole once it has its key.
    const keyed = { ...input, idempotencyKey: input.idempotencyKey ?? newId() } as never;
    return writeAll(document, field, keyed, options);
  };
}

/** The input of a write that makes something, with an id that stays the same however often it is sent. */
export function withId<Input extends { id?: string | null | undefined }>(input: Input): Input {
  return { ...input, id: input.id ?? newId() };
}

function doneOf<Answer>(answer: Answer, field: string): Done<Answer> {
  const { __typename } = stated(answer, field) as { __typename?: unknown }; // every answer of a write is an object
  if (typeof __typename !== 'string') throw nameless(field);
  // The casts: the name of its type says what an answer of a union is.
  if (__typename === 'Refusal') throw refusalError(answer as unknown as RefusalAnswer);
  if (__typename === 'Conflict') throw new CnscdConflict(answer as unknown as ConflictAnswer);
  return answer as Done<Answer>;
}

/** Without its name nobody can tell what was done from what was refused. */
function nameless(field: string): CnscdError {
  return new CnscdError('GRAPHQL', {
    vi: `Không biết ${field} đã ghi hay bị từ chối; thao tác phải hỏi __typename.`,
    en: `Nobody knows whether ${field} was done or refused; the operation must ask for __typename.`,
  });
}
