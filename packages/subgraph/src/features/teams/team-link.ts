import type { TeamLinkKind as Kind } from '@cnscd/domain';
import sql from 'sql-template-tag';
import { builder } from '../../builder.ts';
import { type Context, groupedBy, perRequest } from '../../context.ts';
import { required } from '../../entities/required.ts';
import { teamById } from '../../entities/team.ts';
import { TeamLinkKind } from '../../enums.ts';
import type { Transaction } from '../../operations/transaction.ts';
import { PUBLIC } from '../../permissions/access.ts';

interface TeamLinkRow {
  fromId: string;
  toId: string;
  kind: Kind;
  effectiveOn: string;
}

const TeamLink = builder.objectRef<TeamLinkRow>('TeamLink').implement({
  extensions: PUBLIC,
  description: 'A team and the team that it went into, or that was split off it [tổ trước – tổ sau].',
  fields: (t) => ({
    from: t.field({
      type: 'Team',
      description: 'The team before.',
      resolve: (link, _, ctx) => requireEnd(ctx, link.fromId),
    }),
    to: t.field({
      type: 'Team',
      description: 'The team after.',
      resolve: (link, _, ctx) => requireEnd(ctx, link.toId),
    }),
    kind: t.expose('kind', { type: TeamLinkKind, description: 'Merged into it, or split off.' }),
    effectiveOn: t.expose('effectiveOn', { type: 'Date', description: 'First day of the new state.' }),
  }),
});

builder.objectFields('Team', (t) => ({
  predecessors: t.field({
    type: [TeamLink],
    description: 'Teams that went into this one, or that it was split off, by day. At most a few dozen.',
    listSize: { assumedSize: 5 },
    resolve: (team, _, ctx) => linksTo(ctx).load(team.id),
  }),
  successors: t.field({
    type: [TeamLink],
    description: 'Teams that this one went into, or that were split off it, by day.',
    listSize: { assumedSize: 2 },
    resolve: (team, _, ctx) => linksFrom(ctx).load(team.id),
  }),
}));

const linksTo = perRequest<string, TeamLinkRow[]>(async (ctx, ids) => {
  const rows = await ctx.db.rows<TeamLinkRow>(sql`
    /* teamLinksTo */
    select from_id as "fromId", to_id as "toId", kind, effective_on as "effectiveOn" from team_link
    where to_id = any(${ids}::uuid[]) order by effective_on, from_id`);
  return groupedBy(ids, rows, (row) => row.toId);
});

const linksFrom = perRequest<string, TeamLinkRow[]>(async (ctx, ids) => {
  const rows = await ctx.db.rows<TeamLinkRow>(sql`
    /* teamLinksFrom */
    select from_id as "fromId", to_id as "toId", kind, effective_on as "effectiveOn" from team_link
    where from_id = any(${ids}::uuid[]) order by effective_on, to_id`);
  return groupedBy(ids, rows, (row) => row.fromId);
});

const requireEnd = async (ctx: Context, id: string) => required(await teamById(ctx).load(id), `team ${id}`);

/** Ties teams to those that come after them, by one statement. */
export async function insertTeamLinks(
  tx: Transaction,
  links: readonly Pick<TeamLinkRow, 'fromId' | 'toId'>[],
  { kind, effectiveOn }: Pick<TeamLinkRow, 'kind' | 'effectiveOn'>,
): Promise<void> {
  await tx.rows(sql`
    /* insertTeamLinks */
    insert into team_link (from_id, to_id, kind, effective_on)
    select "fromId", "toId", ${kind}::team_link_kind, ${effectiveOn}::date
    from json_to_recordset(${JSON.stringify(links)}::json) as row ("fromId" uuid, "toId" uuid)`);
}
