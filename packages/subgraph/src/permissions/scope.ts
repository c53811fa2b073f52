import { type AdminLevel, type MemberRole, today, VIEWER_ROLES, type ViewerRole } from '@cnscd/domain';
import sql, { type Sql } from 'sql-template-tag';
import type { Claims, OfficerRole } from '../auth/credential.ts';
import { type Context, perRequest } from '../context.ts';
import { standsOn } from '../entities/unit.ts';
import { isUuid } from '../entities/uuid.ts';

/** A role over a unit that stands today, and over all that lies in it. */
export interface Grant {
  role: OfficerRole;
  regionId: string;
}

/** What somebody may see and do today. */
export interface Scope {
  grants: readonly Grant[];
  /** Units of the grants. */
  regionIds: readonly string[];
  /** The person's own record in the register. Null for who has none. */
  memberId: string | null;
  /** Teams that the person is in today. */
  teams: readonly { teamId: string; role: MemberRole }[];
  teamIds: readonly string[];
}

/** The public, and who has a token that grants nothing here. */
const NOTHING: Scope = { grants: [], regionIds: [], memberId: null, teams: [], teamIds: [] };

/**
 * What the caller may see and do: roles over units as the token grants them, and roles in teams as the register has
 * them today; whoever's record went into another one is that one. A role over a unit that ended gives nothing: its
 * successor has its own officers. A session whose link to a Zalo account was removed gives nothing either.
 */
export async function scopeOf(ctx: Context): Promise<Scope> {
  return ctx.credential.kind === 'VERIFIED' ? scopes(ctx).load(ctx.credential.claims) : NOTHING;
}

/** A role stands for a level of unit: a commune officer's over a province is no role at all. */
const LEVELS: Readonly<Record<OfficerRole, readonly AdminLevel[]>> = {
  COMMUNE_OFFICER: ['COMMUNE'],
  PROVINCIAL_OFFICER: ['PROVINCE'],
  ADMINISTRATOR: ['NATION', 'PROVINCE'],
};

const scopes = perRequest<Claims, Scope>(
  (ctx, claims) => Promise.all(claims.map((each) => readScope(ctx, each))), // a request has one bearer
);

async function readScope(ctx: Context, { grants, memberId, linkId }: Claims): Promise<Scope> {
  const day = today(ctx.now);
  // The day was looked at where the token was read.
  const asked = grants.map(({ role, unit }) => {
    const [code = '', on = day] = unit.split('@');
    return { role, unit, code, day: on };
  });
  const own = memberId !== null && isUuid(memberId) ? memberId.toLowerCase() : null;
  const [row] = await ctx.db.rows<
    Pick<Scope, 'teams' | 'memberId'> & { grants: (Grant & { level: AdminLevel })[] }
  >(sql`
    /* scopeOf */
    with own as (select coalesce(m.merged_into_id, m.id) as id from member m where m.id = ${own}::uuid and m.erased_at is null
      and (${linkId ?? null}::uuid is null or exists (
        select from zalo_link l where l.id = ${linkId ?? null}::uuid and l.member_id = m.id and l.removed_at is null)))
    select (select own.id from own) as "memberId",
      coalesce((select json_agg(json_build_object('role', asked.role, 'regionId', u.id, 'level', u.level) order by u.id)
        from unnest(${asked.map((each) => each.role)}::text[], ${asked.map((each) => each.unit)}::text[],
          ${asked.map((each) => each.code)}::text[], ${asked.map((each) => each.day)}::date[]) as asked (role, unit, code, day)
        join admin_unit u on u.id = asked.unit or (u.code = asked.code
          and (u.valid_from is null or u.valid_from <= asked.day) and (u.valid_to is null or u.valid_to >= asked.day))
        where ${standsOn(day)}
      ), '[]') as grants,
      coalesce((select json_agg(json_build_object('teamId', ms.team_id, 'role', ms.role) order by ms.team_id)
        from membership ms join team t on t.id = ms.team_id
        where ms.member_id = (select own.id from own) and ms.valid_from <= ${day}::date
          and (ms.valid_to is null or ms.valid_to >= ${day}::date) and t.status in ('PLANNED', 'ACTIVE')
      ), '[]') as teams`);
  const standing = (row?.grants ?? []).filter(({ role, level }) => LEVELS[role].includes(level));
  const teams = row?.teams ?? [];
  return {
    grants: standing,
    regionIds: [...new Set(standing.map((grant) => grant.regionId))],
    memberId: row?.memberId ?? null,
    teams,
    teamIds: [...new Set(teams.map((team) => team.teamId))],
  };
}

/** Whether the unit of an id lies in a region of the scope. */
export const coversUnit = ({ regionIds }: Pick<Scope, 'regionIds'>, unitId: Sql): Sql => sql`exists (
  select from unit_scope within where within.unit_id = ${unitId} and within.region_id = any(${regionIds}::text[]))`;

/** Whether the scope oversees what lies in the unit of an id; what lies in none is the nation's. */
export const oversees = (
  scope: Pick<Scope, 'regionIds'>,
  unitId: Sql,
): Sql => sql`(${coversUnit(scope, unitId)}
  or (${unitId} is null and exists (
    select from admin_unit nation where nation.level = 'NATION' and nation.id = any(${scope.regionIds}::text[]))))`;

/** The regions of the scope that the unit of an id lies in, as an array; of what lies in none, the nation. */
export const regionsAround = ({ regionIds }: Pick<Scope, 'regionIds'>, unitId: Sql): Sql => sql`array(
  select within.region_id from unit_scope within
  where within.unit_id = ${unitId} and within.region_id = any(${regionIds}::text[])
  union all
  select nation.id from admin_unit nation
  where ${unitId} is null and nation.level = 'NATION' and nation.id = any(${regionIds}::text[]))`;

/** Whether the scope sees inside the team under the alias t: its members, activities and Zalo group. */
export const seesTeam = (scope: Scope): Sql =>
  sql`(${oversees(scope, sql`t.unit_id`)} or t.id = any(${scope.teamIds}::uuid[]))`;

/** Whether the scope sees inside the team of an id. */
export const seesTeamOf = (scope: Scope, teamId: Sql): Sql =>
  sql`exists (select from team t where t.id = ${teamId} and ${seesTeam(scope)})`;

/** Whether the scope knows the person of an id: by a team that the person is or was in, or because it is their own record. */
export const knowsMember = (
  scope: Scope,
  memberId: Sql,
): Sql => sql`(${memberId} = ${scope.memberId}::uuid or exists (
  select from membership known join team t on t.id = known.team_id
  where known.member_id = ${memberId} and ${seesTeam(scope)}))`;

/** Whether the scope handles the person of an id as an officer: of a unit where he or she is or was in a team. */
export const handlesMember = (scope: Scope, memberId: Sql): Sql =>
  scope.regionIds.length === 0
    ? sql`false`
    : sql`exists (
  select from membership handled join team t on t.id = handled.team_id
  where handled.member_id = ${memberId} and ${oversees(scope, sql`t.unit_id`)})`;

/** The strongest role of the scope where a thing lies in these of its regions, or belongs to this team. */
export function roleWithin(
  scope: Scope,
  within: readonly string[],
  teamId: string | null,
): ViewerRole | null {
  const officer = scope.grants.filter((grant) => within.includes(grant.regionId)).map((grant) => grant.role);
  const own = scope.teams
    .filter((team) => team.teamId === teamId)
    .map(({ role }): ViewerRole => (role === 'MEMBER' ? 'MEMBER' : 'LEADER'));
  const roles: ViewerRole[] = [...officer, ...own];
  return VIEWER_ROLES.findLast((role) => roles.includes(role)) ?? null;
}
