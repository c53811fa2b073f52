import { builder } from '../../builder.ts';
import { dayOfColumn } from '../../column-day.ts';
import { inOrder, perRequest } from '../../context.ts';

const FoundingDecision = builder.prismaObject('FoundingDecision', {
  description: 'The decision or plan on which teams are founded [quyết định thành lập].',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'Stable identity.' }),
    number: t.exposeString('number', { description: 'Number: 125/KH-UBND.' }),
    title: t.exposeString('title', { description: 'Title in Vietnamese.' }),
    issuer: t.exposeString('issuer', { description: 'Who issued it.' }),
    issuedOn: t.field({
      type: 'Date',
      nullable: true,
      description: 'Day of issue. Null where it is not known.',
      resolve: (row) => dayOfColumn(row.issuedOn),
    }),
    effectiveOn: t.field({
      type: 'Date',
      nullable: true,
      description: 'First day in force; may differ from the day of issue. Null where it is not known.',
      resolve: (row) => dayOfColumn(row.effectiveOn),
    }),
  }),
});

const decisionById = perRequest(async (ctx, ids: readonly string[]) => {
  const rows = await ctx.db.prisma.foundingDecision.findMany({ where: { id: { in: [...ids] } } });
  return inOrder(ids, rows, (row) => row.id);
});

builder.objectField('Team', 'decision', (t) =>
  t.field({
    type: FoundingDecision,
    nullable: true,
    description: 'The decision it was founded on. Null where none is recorded.',
    resolve: (team, _, ctx) => (team.decisionId === null ? null : decisionById(ctx).load(team.decisionId)),
  }),
);
