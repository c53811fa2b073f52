import { builder } from '../../builder.ts';
import { dayOfColumn } from '../../column-day.ts';
import { required } from '../../entities/required.ts';
import { unitById } from '../../entities/unit.ts';
import { PUBLIC } from '../../permissions/access.ts';
import { MOST_STATED, regionArguments, statedFor } from '../../region-statements.ts';
import { sourceField } from '../../source-field.ts';

const ModelAdoption = builder.prismaObject('ModelAdoption', {
  extensions: PUBLIC,
  description: 'How many of how many teams work by a model [nhân rộng mô hình].',
  fields: (t) => ({
    unit: t.field({
      type: 'AdminUnit',
      description: 'Where.',
      resolve: async (row, _, ctx) =>
        required(await unitById(ctx).load(row.unitId), `admin_unit ${row.unitId}`),
    }),
    adopted: t.exposeInt('adopted', { description: 'Teams that work by it.' }),
    total: t.exposeInt('total', { description: 'Teams that there are.' }),
    asOf: t.field({
      type: 'Date',
      description: 'The day it is about.',
      resolve: (row) => required(dayOfColumn(row.asOf), 'as_of'),
    }),
    source: t.field(sourceField),
  }),
});

const OperatingModel = builder.prismaObject('OperatingModel', {
  extensions: PUBLIC,
  description: 'A way of working that a team invented and others may copy [mô hình hoạt động].',
  fields: (t) => ({
    code: t.exposeString('code', { description: 'Stable code.' }),
    name: t.exposeString('name', { description: 'Name in Vietnamese.' }),
    aliases: t.exposeStringList('aliases', { description: 'Other names in use.' }),
    place: t.exposeString('place', { nullable: true, description: 'Place in words.' }),
    unit: t.field({
      type: 'AdminUnit',
      description: 'Where it began.',
      resolve: async (row, _, ctx) =>
        required(await unitById(ctx).load(row.unitId), `admin_unit ${row.unitId}`),
    }),
    initiator: t.exposeString('initiator', { nullable: true, description: 'Who proposed it.' }),
    approvedBy: t.exposeString('approvedBy', { nullable: true, description: 'Who launched it.' }),
    evaluation: t.exposeString('evaluation', { nullable: true, description: "The source's judgement." }),
    description: t.exposeString('description', { nullable: true, description: 'What is done.' }),
    adoptions: t.field({
      type: [ModelAdoption],
      description: 'Who works by it, newest first; at most 100.',
      listSize: { assumedSize: 5 },
      select: { adoptions: { orderBy: [{ asOf: 'desc' }, { unitId: 'asc' }], take: 100 } },
      resolve: (row) => row.adoptions,
    }),
    source: t.field(sourceField),
  }),
});

builder.queryField('operatingModels', (t) =>
  t.prismaField({
    extensions: PUBLIC,
    type: [OperatingModel],
    description:
      'Models of a unit, of those in it and of those above it, by code; at most 200. Error: `UNIT_NOT_FOUND`.',
    listSize: { assumedSize: 20 },
    args: regionArguments,
    resolve: async (query, _, { unitCode, asOf }, ctx) =>
      ctx.db.prisma.operatingModel.findMany({
        ...query,
        where: await statedFor(ctx, unitCode, asOf),
        orderBy: { code: 'asc' },
        take: MOST_STATED,
      }),
  }),
);
