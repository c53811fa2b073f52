import sql from 'sql-template-tag';
import { dayOf } from '../../arguments.ts';
import { builder } from '../../builder.ts';
import { connectionType, pageArguments, pagedList } from '../../connection-type.ts';
import { listBelow } from '../../connections.ts';
import { inOrder, perRequest } from '../../context.ts';
import { memberColumns } from '../../entities/member.ts';
import type { MemberRow } from '../../entities/rows.ts';
import { INSIDE_TEAM, INSIDE_TEAM_OR_NULL } from '../../permissions/guards.ts';
import { mayBeNamed } from '../../permissions/restricted.ts';
import { scopeOf } from '../../permissions/scope.ts';
import { startingAfter } from '../../sql-fragments.ts';

const MemberConnection = connectionType('Member');

builder.objectFields('Team', (t) => ({
  leader: t.field({
    extensions: INSIDE_TEAM_OR_NULL,
    type: 'Member',
    nullable: true,
    description:
      'The leader today [tổ trưởng]. Null where there is none, and for who does not see inside the team.',
    resolve: (team, _, ctx) => leaderOf(ctx).load(team.id),
  }),
  members: t.field({
    extensions: INSIDE_TEAM,
    type: MemberConnection,
    description:
      'People in the team on a day, by name; whose data are restricted is counted, and listed to the officers handling him or her only. For the people of the team and the officers of its unit; error: `NOT_PERMITTED`.',
    listSize: pagedList,
    args: {
      asOf: t.arg({ type: 'Date', description: 'Default: today.' }),
      ...pageArguments,
    },
    resolve: (team, args, ctx) => membersOf(ctx, team.id, { day: dayOf(ctx, args.asOf) }, args),
  }),
}));

const isThereOn = (day: string) =>
  sql`ms.valid_from <= ${day}::date and (ms.valid_to is null or ms.valid_to >= ${day}::date)`;

const membersOf = listBelow<{ day: string }, MemberRow>({
  name: 'Team.members',
  rows: async (ctx, ownerIds, { day }, page) => {
    const scope = await scopeOf(ctx);
    return ctx.db.rows(sql`
      /* membersOf */
      select owner.id as "ownerId", m.* from unnest(${ownerIds}::uuid[]) as owner (id)
      cross join lateral (
        select distinct ${memberColumns} from membership ms join member m on m.id = ms.member_id
        where ms.team_id = owner.id and ${isThereOn(day)} and ${mayBeNamed(scope, sql`m.id`)}
          ${startingAfter(page, sql`m.search_text`, sql`m.id`)}
        order by "sortKey", id limit ${page.limit}) m
      order by owner.id, m."sortKey", m.id`);
  },
  count: (ctx, ownerIds, { day }) =>
    ctx.db.rows(sql`
      /* countMembersOf */
      select ms.team_id as "ownerId", count(distinct ms.member_id) as total from membership ms
      where ms.team_id = any(${ownerIds}::uuid[]) and ${isThereOn(day)} group by ms.team_id`),
});

const leaderOf = perRequest<string, MemberRow | null>(async (ctx, teamIds) => {
  const rows = await ctx.db.rows<MemberRow & { teamId: string }>(sql`
    /* leaderOf */
    select distinct on (ms.team_id) ms.team_id as "teamId", ${memberColumns}
    from membership ms join member m on m.id = ms.member_id
    where ms.team_id = any(${teamIds}::uuid[]) and ms.role = 'LEADER' and ${isThereOn(dayOf(ctx, null))}
    order by ms.team_id, ms.valid_from desc, ms.id`);
  return inOrder(teamIds, rows, (row) => row.teamId);
});
