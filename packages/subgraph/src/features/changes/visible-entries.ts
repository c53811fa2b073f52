import sql, { type Sql } from 'sql-template-tag';
import { oversees, type Scope, seesTeamOf } from '../../permissions/scope.ts';

/**
 * Whether the scope may read the entry of the audit under the alias e: it sees inside the team that the change belongs
 * to, or oversees the unit where the entry names no team; or it is the person's own record.
 */
export const seesEntry = (scope: Scope): Sql => sql`(case
    when e.team_id is not null then ${seesTeamOf(scope, sql`e.team_id`)}
    else ${oversees(scope, sql`e.unit_id`)}
  end or (e.entity_type = 'Member' and e.entity_id = ${scope.memberId}))`;

/** The same for what was there before and after: of teams, their leaders and deputies see it and their members do not. */
export const seesStates = (scope: Scope): Sql =>
  seesEntry({
    ...scope,
    teamIds: scope.teams.filter(({ role }) => role !== 'MEMBER').map(({ teamId }) => teamId),
  });

/** Whether a text is a number of the audit as cursors write them: PostgreSQL would refuse a larger one. */
export const isAuditNumber = (text: string): boolean => /^\d{1,18}$/.test(text);
