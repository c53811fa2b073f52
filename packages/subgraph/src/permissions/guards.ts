import sql from 'sql-template-tag';
import { type Context, perRequest } from '../context.ts';
import { guarded } from './access.ts';
import { scopeOf, seesTeam } from './scope.ts';
import { notPermitted, requireSignedIn } from './sign-in.ts';

/** Whether the caller sees inside each team: one statement for all that a request asks about. */
const insight = perRequest<string, boolean>(async (ctx, teamIds) => {
  const scope = await scopeOf(ctx);
  if (scope.regionIds.length === 0) return teamIds.map((id) => scope.teamIds.includes(id));
  const rows = await ctx.db.rows<{ id: string }>(sql`
    /* seesInsideTeams */
    select t.id from team t where t.id = any(${teamIds}::uuid[]) and ${seesTeam(scope)}`);
  const seen = new Set(rows.map((row) => row.id));
  return teamIds.map((id) => seen.has(id));
});

/** Whether the caller sees inside a team: its members, its activities, its Zalo group. */
export const seesInside = (ctx: Context, teamId: string): Promise<boolean> => insight(ctx).load(teamId);

/** For what a team has inside and that cannot be null: refused alike, whatever there is. */
export const INSIDE_TEAM = guarded(async ({ id }: { id: string }, ctx) => {
  await requireSignedIn(ctx);
  if (!(await seesInside(ctx, id))) throw notPermitted('MEMBER');
  return true;
});

/** For what a team has inside and that may be null: as if it had none. */
export const INSIDE_TEAM_OR_NULL = guarded(({ id }: { id: string }, ctx) => seesInside(ctx, id));
