import {
  DomainError,
  type ZaloGroupStatus as GroupStatus,
  type TeamKind as Kind,
  type AdminLevel as Level,
  type TeamStatus as Status,
  searchTokens,
} from '@cnscd/domain';
import sql, { type Sql } from 'sql-template-tag';
import { dayOf } from '../../arguments.ts';
import { builder } from '../../builder.ts';
import { connectionType, pageArguments, pagedList } from '../../connection-type.ts';
import { type Connection, listBelow } from '../../connections.ts';
import type { Context } from '../../context.ts';
import type { TeamRow, UnitRow } from '../../entities/rows.ts';
import { requireTeam, teamByCode, teamColumns, teamNotFound, workedOn } from '../../entities/team.ts';
import { requireUnit } from '../../entities/unit.ts';
import { AdminLevel, TeamKind, TeamStatus, ZaloGroupStatus } from '../../enums.ts';
import { connectionOf, type PageArguments, pageOf } from '../../paging.ts';
import { PUBLIC } from '../../permissions/access.ts';
import { scopeOf, seesTeam } from '../../permissions/scope.ts';
import { containsAll, startingAfter } from '../../sql-fragments.ts';

const TeamConnection = connectionType('Team');

builder.queryFields((t) => ({
  team: t.field({
    extensions: PUBLIC,
    type: 'Team',
    nullable: true,
    description: 'A team by id or by code. Errors: `TEAM_NOT_FOUND`, `FILTER_MISSING` without either.',
    args: { id: t.arg.id({ description: 'UUID.' }), code: t.arg.string({ description: 'Readable code.' }) },
    resolve: (_, { id, code }, ctx) => oneTeam(ctx, id ?? null, code ?? null),
  }),
  teams: t.field({
    extensions: PUBLIC,
    type: TeamConnection,
    description: `Teams by name; search folds diacritics, đ, case and NFD, and looks at name, code, village, commune and district.
Errors: \`SEARCH_INVALID\`, \`UNIT_NOT_FOUND\`, \`DATE_INVALID\`, \`AS_OF_BEFORE_DATA\`.`,
    listSize: pagedList,
    args: {
      search: t.arg.string({ description: 'Words of name, code or place, at most 100 characters.' }),
      unitCode: t.arg.string({
        description:
          'Only teams in this unit, at any depth, those of its predecessors included, also of one that went into it only in part: such a team is on the list of each successor and in the registered figures of none.',
      }),
      level: t.arg({ type: AdminLevel, description: 'Only teams of this level.' }),
      kind: t.arg({ type: TeamKind, description: 'Only teams of this kind.' }),
      status: t.arg({ type: TeamStatus, description: 'Only teams in this status.' }),
      asOf: t.arg({
        type: 'Date',
        description:
          'Only teams that worked on this day, planned ones left out; also the day on which `unitCode` is meant. Default: all, today.',
      }),
      hasDecision: t.arg.boolean({
        description: 'Only teams founded on a recorded decision, or only those without one.',
      }),
      zaloGroupStatus: t.arg({
        type: ZaloGroupStatus,
        description: 'Only teams whose Zalo group is in this status, of those that the caller sees inside.',
      }),
      ...pageArguments,
    },
    resolve: (_, args, ctx) => listTeams(ctx, args),
  }),
}));

builder.objectField('AdminUnit', 'teams', (t) =>
  t.field({
    type: TeamConnection,
    description:
      'Teams in the unit, at any depth, by name; those of its predecessors included, also of one that went into it only in part.',
    listSize: pagedList,
    args: {
      asOf: t.arg({
        type: 'Date',
        description: 'Only teams that worked on this day, planned ones left out. Default: all.',
      }),
      level: t.arg({ type: AdminLevel, description: 'Only teams of this level.' }),
      kind: t.arg({ type: TeamKind, description: 'Only teams of this kind.' }),
      ...pageArguments,
    },
    resolve: (unit, args, ctx) => teamsIn(ctx, unit.id, filterOf(ctx, args), args),
  }),
);

async function oneTeam(ctx: Context, id: string | null, code: string | null): Promise<TeamRow> {
  if (id !== null) {
    const team = await requireTeam(ctx, id);
    if (code !== null && team.code !== code) throw teamNotFound('id', id);
    return team;
  }
  if (code === null) {
    throw new DomainError(
      'FILTER_MISSING',
      { vi: 'Cần id hoặc code của tổ.', en: 'Give the id or the code of the team.' },
      { field: 'id' },
    );
  }
  const team = await teamByCode(ctx).load(code);
  if (team === null) throw teamNotFound('code', code);
  return team;
}

interface TeamFilterArguments {
  level?: Level | null | undefined;
  kind?: Kind | null | undefined;
  status?: Status | null | undefined;
  asOf?: string | null | undefined;
}

interface TeamFilter {
  level: Level | null;
  kind: Kind | null;
  status: Status | null;
  day: string | null;
}

const filterOf = (ctx: Context, args: TeamFilterArguments): TeamFilter => ({
  level: args.level ?? null,
  kind: args.kind ?? null,
  status: args.status ?? null,
  day: args.asOf == null ? null : dayOf(ctx, args.asOf),
});

const passes = ({ level, kind, status, day }: TeamFilter): Sql => sql`
  (${level}::admin_level is null or t.level = ${level}::admin_level)
  and (${kind}::team_kind is null or t.kind = ${kind}::team_kind)
  and (${status}::team_status is null or t.status = ${status}::team_status)
  and ${day === null ? sql`true` : workedOn(day)}`;

/** In the region by descent or by lineage: the teams of a merged commune are found in its successor, of a split one in each. */
const isIn = (regionId: Sql) => sql`exists (
  select from unit_scope s where s.region_id = ${regionId} and s.unit_id = t.unit_id)`;

const ALL_TEAMS = { name: 'teams' };

export interface TeamQuestion extends TeamFilterArguments {
  search?: string | null | undefined;
  unitCode?: string | null | undefined;
  hasDecision?: boolean | null | undefined;
  zaloGroupStatus?: GroupStatus | null | undefined;
}

/** Which teams are asked for, by the team under the alias t, and the unit that they lie in; null: any. */
export async function teamsAsked(
  ctx: Context,
  args: TeamQuestion,
): Promise<{ region: UnitRow | null; where: Sql }> {
  const day = dayOf(ctx, args.asOf);
  const region = args.unitCode == null ? null : await requireUnit(ctx, args.unitCode, day);
  const where = sql`${passes(filterOf(ctx, args))}
    and ${containsAll(sql`t.search_text`, args.search == null ? [] : searchTokens(args.search, 'search'))}
    and ${region === null ? sql`true` : isIn(sql`${region.id}`)}
    and ${args.hasDecision == null ? sql`true` : sql`(t.decision_id is not null) = ${args.hasDecision}`}
    and ${args.zaloGroupStatus == null ? sql`true` : await groupIs(ctx, args.zaloGroupStatus)}`;
  return { region, where };
}

async function listTeams(ctx: Context, args: TeamQuestion & PageArguments): Promise<Connection<TeamRow>> {
  const page = pageOf(args, ALL_TEAMS);
  const { where } = await teamsAsked(ctx, args);
  const rows = await ctx.db.rows<TeamRow>(sql`
    /* listTeams */
    select ${teamColumns} from team t
    where ${where} ${startingAfter(page, sql`t.search_text`, sql`t.id`)}
    order by t.search_text, t.id limit ${page.limit}`);
  return { ...connectionOf(rows, page), total: () => countTeams(ctx, where) };
}

/** A group is a matter of the team's own: who does not see inside finds none. */
const groupIs = async (ctx: Context, status: GroupStatus): Promise<Sql> =>
  sql`t.zalo_group_status = ${status}::zalo_group_status and ${seesTeam(await scopeOf(ctx))}`;

async function countTeams(ctx: Context, where: Sql): Promise<number> {
  const [row] = await ctx.db.rows<{ total: number }>(sql`
    /* countTeams */
    select count(*) as total from team t where ${where}`);
  return row?.total ?? 0;
}

const teamsIn = listBelow<TeamFilter, TeamRow>({
  name: 'AdminUnit.teams',
  rows: (ctx, ownerIds, filter, page) =>
    ctx.db.rows(sql`
      /* teamsIn */
      select owner.id as "ownerId", t.* from unnest(${ownerIds}::text[]) as owner (id)
      cross join lateral (
        select ${teamColumns} from team t
        where ${passes(filter)} and ${isIn(sql`owner.id`)} ${startingAfter(page, sql`t.search_text`, sql`t.id`)}
        order by t.search_text, t.id limit ${page.limit}) t
      order by owner.id, t."sortKey", t.id`),
  count: (ctx, ownerIds, filter) =>
    ctx.db.rows(sql`
      /* countTeamsIn */
      select owner.id as "ownerId", count(*) as total from unnest(${ownerIds}::text[]) as owner (id)
      join team t on ${passes(filter)} and ${isIn(sql`owner.id`)} group by owner.id`),
});
