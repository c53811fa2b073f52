import { type Period, periodBounds, type ActivityStatus as Status } from '@cnscd/domain';
import sql, { empty, type Sql } from 'sql-template-tag';
import { dayOf, periodOf } from '../../arguments.ts';
import { builder } from '../../builder.ts';
import { connectionType, pageArguments, pagedList } from '../../connection-type.ts';
import { type Connection, listBelow } from '../../connections.ts';
import type { Context } from '../../context.ts';
import { activityColumns } from '../../entities/activity.ts';
import type { ActivityRow, TeamRow, UnitRow } from '../../entities/rows.ts';
import { requireTeam, teamNotFound } from '../../entities/team.ts';
import { requireUnit } from '../../entities/unit.ts';
import { ActivityStatus } from '../../enums.ts';
import { connectionOf, type Page, type PageArguments, pageOf } from '../../paging.ts';
import { SCOPED } from '../../permissions/access.ts';
import { INSIDE_TEAM, seesInside } from '../../permissions/guards.ts';
import { scopeOf, seesTeamOf } from '../../permissions/scope.ts';

const ActivityConnection = connectionType('Activity');

builder.queryField('activities', (t) =>
  t.field({
    extensions: SCOPED,
    type: ActivityConnection,
    description:
      'Activities that the caller may see, newest first. Errors: `SIGN_IN_REQUIRED`, `UNIT_NOT_FOUND`, `TEAM_NOT_FOUND`, `PERIOD_INVALID`, `AS_OF_BEFORE_DATA`.',
    listSize: pagedList,
    args: {
      unitCode: t.arg.string({ description: 'Only those of teams in this unit, predecessors included.' }),
      teamId: t.arg.id({ description: 'Only those of this team.' }),
      period: t.arg({ type: 'Period', description: 'Only those that begin in this period.' }),
      status: t.arg({ type: ActivityStatus, description: 'Only those in this status.' }),
      ...pageArguments,
    },
    resolve: (_, args, ctx) => listActivities(ctx, args),
  }),
);

builder.objectField('Team', 'activities', (t) =>
  t.field({
    extensions: INSIDE_TEAM,
    type: ActivityConnection,
    description:
      'Activities of the team, newest first. For the people of the team and the officers of its unit; error: `NOT_PERMITTED`.',
    listSize: pagedList,
    args: {
      period: t.arg({ type: 'Period', description: 'Only those that begin in this period.' }),
      status: t.arg({ type: ActivityStatus, description: 'Only those in this status.' }),
      ...pageArguments,
    },
    resolve: (team, args, ctx) =>
      activitiesOf(ctx, team.id, { period: periodOf(args.period), status: args.status ?? null }, args),
  }),
);

interface ActivityFilter {
  period: Period | null;
  status: Status | null;
}

function passes({ period, status }: ActivityFilter): Sql {
  const within = period === null ? sql`true` : isWithin(period);
  return sql`${within} and (${status}::activity_status is null or a.status = ${status}::activity_status)`;
}

/** Whether the activity under the alias a begins in the period, whose days begin and end at midnight in Việt Nam. */
export function isWithin(period: Period): Sql {
  const { from, to } = periodBounds(period);
  return sql`a.starts_at >= (${from}::date::timestamp at time zone 'Asia/Ho_Chi_Minh')
    and a.starts_at < ((${to}::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh')`;
}

function olderThan({ afterKey, afterId }: Page): Sql {
  if (afterKey === null || afterId === null) return empty;
  return sql`and (a.starts_at, a.id::text) < (${afterKey}::timestamptz, ${afterId})`;
}

/** Whether a text is an instant as sort keys write it; PostgreSQL would refuse what is no instant, and the year 0. */
function isInstant(key: string): boolean {
  const time = /^(?!0000)\d{4}-/.test(key) ? Date.parse(key) : Number.NaN;
  return !Number.isNaN(time) && new Date(time).toISOString() === key;
}

const ALL_ACTIVITIES = { name: 'activities', isSortKey: isInstant };

export interface ActivityQuestion {
  unitCode?: string | null | undefined;
  teamId?: string | null | undefined;
  period?: string | null | undefined;
  status?: Status | null | undefined;
}

/** Which activities are asked for, of those that the caller may see, by the activity under the alias a; and where. */
export async function activitiesAsked(
  ctx: Context,
  args: ActivityQuestion,
): Promise<{ region: UnitRow | null; team: TeamRow | null; where: Sql }> {
  const region = args.unitCode == null ? null : await requireUnit(ctx, args.unitCode, dayOf(ctx, null));
  const team = args.teamId == null ? null : await requireTeam(ctx, args.teamId, 'teamId');
  const scope = await scopeOf(ctx);
  if (team !== null && !(await seesInside(ctx, team.id))) throw teamNotFound('teamId', team.id);
  const where = sql`${seesTeamOf(scope, sql`a.team_id`)} and ${passes({ period: periodOf(args.period), status: args.status ?? null })}
    and ${region === null ? sql`true` : isOfTeamIn(region.id)} and ${team === null ? sql`true` : sql`a.team_id = ${team.id}::uuid`}`;
  return { region, team, where };
}

async function listActivities(
  ctx: Context,
  args: ActivityQuestion & PageArguments,
): Promise<Connection<ActivityRow>> {
  const page = pageOf(args, ALL_ACTIVITIES);
  const { where } = await activitiesAsked(ctx, args);
  const rows = await ctx.db.rows<ActivityRow>(sql`
    /* listActivities */
    select ${activityColumns} from activity a where ${where} ${olderThan(page)}
    order by a.starts_at desc, a.id::text desc limit ${page.limit}`);
  return { ...connectionOf(rows, page), total: () => countActivities(ctx, where) };
}

async function countActivities(ctx: Context, where: Sql): Promise<number> {
  const [row] = await ctx.db.rows<{ total: number }>(sql`
    /* countActivities */
    select count(*) as total from activity a where ${where}`);
  return row?.total ?? 0;
}

const isOfTeamIn = (regionId: string) => sql`exists (
  select from team t join unit_scope s on s.unit_id = t.unit_id
  where t.id = a.team_id and s.region_id = ${regionId})`;

const activitiesOf = listBelow<ActivityFilter, ActivityRow>({
  name: 'Team.activities',
  isSortKey: isInstant,
  rows: (ctx, ownerIds, filter, page) =>
    ctx.db.rows(sql`
      /* activitiesOf */
      select owner.id as "ownerId", a.* from unnest(${ownerIds}::uuid[]) as owner (id)
      cross join lateral (
        select ${activityColumns} from activity a
        where a.team_id = owner.id and ${passes(filter)} ${olderThan(page)}
        order by a.starts_at desc, a.id::text desc limit ${page.limit}) a
      order by owner.id, a."startsAt" desc, a.id::text desc`),
  count: (ctx, ownerIds, filter) =>
    ctx.db.rows(sql`
      /* countActivitiesOf */
      select a.team_id as "ownerId", count(*) as total from activity a
      where a.team_id = any(${ownerIds}::uuid[]) and ${passes(filter)} group by a.team_id`),
});
