import sql from 'sql-template-tag';
import { builder } from '../../builder.ts';
import { dayOfColumn } from '../../column-day.ts';
import { inOrder, perRequest } from '../../context.ts';
import { guarded, PUBLIC } from '../../permissions/access.ts';
import { coversUnit, scopeOf, seesTeam } from '../../permissions/scope.ts';

const FoundingDecision = builder.prismaObject('FoundingDecision', {
  extensions: PUBLIC,
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
    fileUrl: t.string({
      extensions: guarded(({ id }: { id: string }, ctx) => seesDocument(ctx).load(id)),
      nullable: true,
      description:
        'Address of the signed document. It often lists people: null for who oversees neither its unit nor a team founded on it.',
      resolve: (row) => row.fileUrl,
    }),
  }),
});

/** Whether the caller sees the signed document of a decision: one statement for all that a request asks about. */
const seesDocument = perRequest<string, boolean>(async (ctx, ids) => {
  const scope = await scopeOf(ctx);
  const rows = await ctx.db.rows<{ id: string }>(sql`
    /* seesDecisions */
    select d.id from founding_decision d
    where d.id = any(${ids}::text[]) and (${coversUnit(scope, sql`d.unit_id`)}
      or exists (select from team t where t.decision_id = d.id and ${seesTeam(scope)}))`);
  const seen = new Set(rows.map((row) => row.id));
  return ids.map((id) => seen.has(id));
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
