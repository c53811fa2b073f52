import { builder } from '../../builder.ts';
import { dayOfColumn } from '../../column-day.ts';
import { Topic } from '../../enums.ts';
import { PUBLIC } from '../../permissions/access.ts';
import { MOST_STATED, regionArguments, statedFor } from '../../region-statements.ts';
import { sourceField } from '../../source-field.ts';

const Training = builder.prismaObject('Training', {
  extensions: PUBLIC,
  description: 'Training for teams and the partners who give it [tập huấn].',
  fields: (t) => ({
    code: t.exposeString('code', { description: 'Stable code.' }),
    title: t.exposeString('title', { description: 'Title in Vietnamese.' }),
    partners: t.exposeStringList('partners', { description: 'Who gives it.', listSize: { assumedSize: 5 } }),
    topics: t.expose('topics', {
      type: [Topic],
      description: 'What it is about.',
      listSize: { assumedSize: 5 },
    }),
    asOf: t.field({
      type: 'Date',
      nullable: true,
      description: 'The day it is stated for. Null where not stated.',
      resolve: (row) => dayOfColumn(row.asOf),
    }),
    statement: t.exposeString('statement', { nullable: true, description: "The source's words." }),
    source: t.field(sourceField),
  }),
});

builder.queryField('trainings', (t) =>
  t.prismaField({
    extensions: PUBLIC,
    type: [Training],
    description:
      'Training in a unit, in those in it and in those above it, by code; at most 200. Error: `UNIT_NOT_FOUND`.',
    listSize: { assumedSize: 5 },
    args: regionArguments,
    resolve: async (query, _, { unitCode, asOf }, ctx) =>
      ctx.db.prisma.training.findMany({
        ...query,
        where: await statedFor(ctx, unitCode, asOf),
        orderBy: { code: 'asc' },
        take: MOST_STATED,
      }),
  }),
);
