import { builder } from '../../builder.ts';
import { knownWrites, Refusal } from '../../operations/write-types.ts';
import { WRITE } from '../../permissions/access.ts';
import { MOST_ITEMS, OutboxReport } from './outbox-report.ts';
import { type OutboxItemInput, replayOutbox } from './replay-outbox.ts';

const OutboxResult = builder.unionType('OutboxResult', {
  description: 'What became of the writes that waited, or why none of them was looked at.',
  types: [OutboxReport, Refusal],
  resolveType: (answer) => answer.__typename,
});

const OutboxItem = builder.inputType('OutboxItem', {
  description:
    'One write that waited: exactly one of the fields, with the input of the mutation of that name.',
  // Features make their writes known while they are loaded; fields are asked for when the schema is built.
  fields: (t) =>
    Object.fromEntries(
      knownWrites().map(({ field, input }) => [
        field,
        t.field({ type: input, description: `The input of \`${field}\`.` }),
      ]),
    ),
});

const ReplayOutboxInput = builder.inputType('ReplayOutboxInput', {
  description: 'Writes that waited while there was no connection [gửi bù khi có mạng].',
  fields: (t) => ({
    items: t.field({
      type: [OutboxItem],
      required: true,
      description: `1 to ${MOST_ITEMS} writes, in the order in which they were made. Each has its own key, the same one for each try.`,
    }),
    stopOnRefusal: t.boolean({
      defaultValue: false,
      description: 'Whether nothing is to follow the first that is not done; what follows is SKIPPED.',
    }),
  }),
});

builder.mutationField('replayOutbox', (t) =>
  t.field({
    type: OutboxResult,
    extensions: WRITE,
    description: `Sends up to ${MOST_ITEMS} writes at once, for a phone that was offline: each in a transaction of its own, one after
another, and each the same write as if it were sent alone. It needs no key of its own. A Refusal: no item was looked at.`,
    args: {
      input: t.arg({ type: ReplayOutboxInput, required: true, description: 'What waited.' }),
    },
    resolve: (_, { input }, ctx) =>
      replayOutbox(ctx, {
        items: input.items as readonly OutboxItemInput[],
        stopOnRefusal: input.stopOnRefusal ?? false,
      }),
  }),
);
