import sql from 'sql-template-tag';
import { builder } from '../../builder.ts';
import { type Context, groupedBy, perRequest } from '../../context.ts';
import { required } from '../../entities/required.ts';
import type { UnitLinkRow } from '../../entities/rows.ts';
import { requireSource } from '../../entities/source.ts';
import { unitById } from '../../entities/unit.ts';
import { UnitLinkKind } from '../../enums.ts';
import { PUBLIC } from '../../permissions/access.ts';

const UnitLink = builder.objectRef<UnitLinkRow>('UnitLink').implement({
  extensions: PUBLIC,
  description:
    'A predecessor and a successor of an administrative reorganisation [sắp xếp đơn vị hành chính].',
  fields: (t) => ({
    from: t.field({
      type: 'AdminUnit',
      description: 'The predecessor.',
      resolve: (link, _, ctx) => requireEnd(ctx, link.fromId),
    }),
    to: t.field({
      type: 'AdminUnit',
      description: 'The successor.',
      resolve: (link, _, ctx) => requireEnd(ctx, link.toId),
    }),
    kind: t.expose('kind', {
      type: UnitLinkKind,
      description: 'How much of the predecessor went into the successor.',
    }),
    effectiveOn: t.expose('effectiveOn', { type: 'Date', description: 'First day of the successor.' }),
    wording: t.exposeString('wording', {
      nullable: true,
      description: "The source's own words for the kind; null where it has none.",
    }),
    source: t.string({
      nullable: true,
      description: 'Title of the document that states the link.',
      resolve: async (link, _, ctx) => (await requireSource(ctx, link.sourceId)).title,
    }),
  }),
});

builder.objectFields('AdminUnit', (t) => ({
  predecessors: t.field({
    type: [UnitLink],
    description: 'Units that went into this one, by name. At most a few dozen.',
    listSize: { assumedSize: 5 },
    resolve: (unit, _, ctx) => linksTo(ctx).load(unit.id),
  }),
  successors: t.field({
    type: [UnitLink],
    description: 'Units that this one went into: more than one where it was split.',
    listSize: { assumedSize: 2 },
    resolve: (unit, _, ctx) => linksFrom(ctx).load(unit.id),
  }),
}));

const linksTo = perRequest<string, UnitLinkRow[]>(async (ctx, ids) => {
  const rows = await ctx.db.rows<UnitLinkRow>(sql`
    /* linksTo */
    select l.from_id as "fromId", l.to_id as "toId", l.kind, l.effective_on as "effectiveOn", l.wording,
      l.source_id as "sourceId"
    from unit_link l join admin_unit u on u.id = l.from_id
    where l.to_id = any(${ids}::text[]) order by u.search_text, u.id`);
  return groupedBy(ids, rows, (row) => row.toId);
});

const linksFrom = perRequest<string, UnitLinkRow[]>(async (ctx, ids) => {
  const rows = await ctx.db.rows<UnitLinkRow>(sql`
    /* linksFrom */
    select l.from_id as "fromId", l.to_id as "toId", l.kind, l.effective_on as "effectiveOn", l.wording,
      l.source_id as "sourceId"
    from unit_link l join admin_unit u on u.id = l.to_id
    where l.from_id = any(${ids}::text[]) order by u.search_text, u.id`);
  return groupedBy(ids, rows, (row) => row.fromId);
});

async function requireEnd(ctx: Context, id: string) {
  return required(await unitById(ctx).load(id), `admin_unit ${id}`);
}
