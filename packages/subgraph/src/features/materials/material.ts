import { builder } from '../../builder.ts';
import { Topic } from '../../enums.ts';
import { PUBLIC } from '../../permissions/access.ts';
import { MOST_STATED, regionArguments, statedFor } from '../../region-statements.ts';
import { sourceField } from '../../source-field.ts';

const Material = builder.prismaObject('Material', {
  extensions: PUBLIC,
  description: 'A set of material for teams [bộ tài liệu].',
  fields: (t) => ({
    code: t.exposeString('code', { description: 'Stable code.' }),
    title: t.exposeString('title', { description: 'Title in Vietnamese.' }),
    topics: t.expose('topics', {
      type: [Topic],
      description: 'What it is about.',
      listSize: { assumedSize: 3 },
    }),
    formats: t.exposeStringList('formats', {
      description: 'clip, infographic …',
      listSize: { assumedSize: 3 },
    }),
    language: t.exposeString('language', { description: 'BCP 47 tag: vi.' }),
    owners: t.exposeStringList('owners', { description: 'Who made it.', listSize: { assumedSize: 3 } }),
    year: t.exposeInt('year', {
      nullable: true,
      description: 'Year it was made for. Null where not stated.',
    }),
    source: t.field(sourceField),
  }),
});

builder.queryField('materials', (t) =>
  t.prismaField({
    extensions: PUBLIC,
    type: [Material],
    description:
      'Materials of a unit, of those in it and of those above it, by code; at most 200. Error: `UNIT_NOT_FOUND`.',
    listSize: { assumedSize: 20 },
    args: regionArguments,
    resolve: async (query, _, { unitCode, asOf }, ctx) =>
      ctx.db.prisma.material.findMany({
        ...query,
        where: await statedFor(ctx, unitCode, asOf),
        orderBy: { code: 'asc' },
        take: MOST_STATED,
      }),
  }),
);
