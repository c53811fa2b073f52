import { builder } from '../builder.ts';
import { HELD, WRITE } from '../permissions/access.ts';
import type { Answer, ConflictRow, RefusalRow, TypedRow } from './answer.ts';
import { versionedTypes } from './versioned.ts';
import { type NamedWrite, runWrite } from './write.ts';

export const Refusal = builder.objectRef<RefusalRow>('Refusal').implement({
  description:
    'A write that was refused [bị từ chối]: nothing was stored. Clients branch on `code`, people read the message.',
  extensions: HELD,
  fields: (t) => ({
    code: t.exposeString('code', { description: 'Permanent code; docs/errors.md explains each.' }),
    message: t.exposeString('message', {
      description: 'What is wrong and what would be right, in Vietnamese.',
    }),
    messageEn: t.exposeString('messageEn', { description: 'The same in English.' }),
    field: t.exposeString('field', {
      nullable: true,
      description: 'The field of the input at fault. Null: the whole.',
    }),
    // Not `value`: a figure and a target in the same union have one, and it is a number.
    givenValue: t.exposeString('value', {
      nullable: true,
      description: 'What was given for it, at most 60 characters.',
    }),
    retryable: t.exposeBoolean('retryable', {
      description:
        'Whether the same input may be sent again later under the same key: what it needs may come by then. Otherwise the refusal stands.',
    }),
  }),
});

const Versioned = builder.unionType('Versioned', {
  description: 'Anything that writes change and that carries a version.',
  // Every type made known by versioned() is an object type of this schema.
  types: () => versionedTypes() as never[],
  resolveType: (row) => (row as unknown as TypedRow).__typename as never,
});

export const Conflict = builder.objectRef<ConflictRow>('Conflict').implement({
  description:
    'Somebody else was faster [xung đột phiên bản]: nothing was stored. Look at what there is now, then decide.',
  extensions: HELD,
  fields: (t) => ({
    code: t.string({ description: 'Always `VERSION_CONFLICT`.', resolve: () => 'VERSION_CONFLICT' }),
    message: t.string({
      description: 'What happened, in Vietnamese.',
      resolve: ({ expectedVersion }) =>
        expectedVersion === 0
          ? 'Đã có nội dung này; hãy xem bản hiện có rồi sửa bản đó.'
          : `Nội dung đã thay đổi sau phiên bản ${expectedVersion} mà bạn xem; hãy xem bản hiện có.`,
    }),
    messageEn: t.string({
      description: 'The same in English.',
      resolve: ({ expectedVersion }) =>
        expectedVersion === 0
          ? 'It is there already; look at what there is and change that.'
          : `It has changed since version ${expectedVersion}, which you saw; look at what there is now.`,
    }),
    expectedVersion: t.exposeInt('expectedVersion', { description: 'The version that the input named.' }),
    currentVersion: t.int({
      description: 'The version there is.',
      resolve: ({ current }) => current.version ?? 0,
    }),
    current: t.field({
      type: Versioned,
      description: 'What there is now.',
      resolve: ({ current }) => current as never,
    }),
  }),
});

/** The union that the writes of an entity answer: the entity as it is now, a refusal, a conflict. */
export function resultUnion(type: string) {
  return builder.unionType(`${type}Result`, {
    description: `What came of a write: the ${type} as it is now, or why it was not written.`,
    types: () => [type as never, Refusal, Conflict],
    resolveType: (answer) => (answer as unknown as Answer).__typename as never,
  });
}

/** A write as the outbox replays it. */
// The input types differ by write; each operation is only ever given its own.
// biome-ignore lint/suspicious/noExplicitAny: see above
export interface KnownWrite extends NamedWrite<any, any> {
  description: string;
  // biome-ignore lint/suspicious/noExplicitAny: see above
  input: any;
}

const writes = new Map<string, KnownWrite>();

/** Every mutation that passes the gate, by its field. */
export const knownWrites = (): KnownWrite[] => [...writes.values()];

/** What makes a mutation field. */
export interface WriteField<Shape extends object, Prepared> extends NamedWrite<Shape, Prepared> {
  description: string;
  input: { $inferInput: Shape };
  result: ReturnType<typeof resultUnion>;
}

/** Declares a mutation: one input, through the gate, answered by a union. */
export function writeField<Shape extends object, Prepared = undefined>({
  result,
  ...write
}: WriteField<Shape, Prepared>): void {
  const { field, description, input } = write;
  writes.set(field, write);
  builder.mutationField(field, (t) =>
    t.field({
      type: result,
      description,
      extensions: WRITE,
      args: {
        input: t.arg({
          type: input as never,
          required: true,
          description: 'What to write, and under which key.',
        }),
      },
      resolve: (_, args, ctx) =>
        // The argument is of the input type given above.
        runWrite(ctx, write, (args as unknown as { input: Shape }).input) as never,
    }),
  );
}
