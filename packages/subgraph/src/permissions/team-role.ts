import { type LocalDate, today, unitCode, type ViewerRole } from '@cnscd/domain';
import sql, { empty } from 'sql-template-tag';
import type { TeamRow, UnitRow } from '../entities/rows.ts';
import { teamColumns, teamNotFound } from '../entities/team.ts';
import { standsOn, unitColumns, unitNotFound } from '../entities/unit.ts';
import { isUuid } from '../entities/uuid.ts';
import type { Write } from '../operations/write.ts';
import { regionsAround, roleWithin, type Scope } from './scope.ts';
import { isAtLeast, notPermitted } from './sign-in.ts';

/** A team and what the caller is to it. */
export interface TeamForWrite extends TeamRow {
  role: ViewerRole;
}

export interface TeamDemand {
  atLeast: ViewerRole;
  /** Name of the id in the input. */
  field: string;
  /**
   * Until the write is done, keeps others from changing the team (UPDATE), or from merging and dissolving it while
   * they may go on writing below it (SHARE).
   */
  lock?: 'SHARE' | 'UPDATE';
}

/**
 * The team that a write is about.
 *
 * @throws {DomainError} `TEAM_NOT_FOUND`, also for a team that the caller does not see inside; `NOT_PERMITTED` for one
 * in which the caller may not do this
 */
export async function requireTeamAs(
  { tx, scope }: Pick<Write, 'tx' | 'scope'>,
  id: string,
  { atLeast, field, lock }: TeamDemand,
): Promise<TeamForWrite> {
  const [row] = isUuid(id)
    ? await tx.rows<ReadTeam>(sql`
        /* teamForWrite */
        select ${withRegions(scope)} from team t where t.id = ${id}::uuid ${lockOf(lock)}`)
    : [];
  return permitted(row, scope, { id, atLeast, field });
}

/**
 * Several teams that a write is about, in the order of the ids, kept from others until the write is done.
 *
 * @throws {DomainError} as {@link requireTeamAs}; the field is that of the list and the place in it: `teamIds[2]`
 */
export async function requireTeamsAs(
  { tx, scope }: Pick<Write, 'tx' | 'scope'>,
  teams: readonly { id: string; field: string }[],
  atLeast: ViewerRole,
): Promise<TeamForWrite[]> {
  // In the order of ids, so that two writes about the same teams wait for one another and never both for ever.
  const rows = await tx.rows<ReadTeam>(sql`
    /* teamsForWrite */
    select ${withRegions(scope)} from team t where t.id = any(${teams.map(({ id }) => id).filter(isUuid)}::uuid[])
    order by t.id for no key update of t`);
  return teams.map(({ id, field }) =>
    permitted(
      rows.find((row) => row.id === id.toLowerCase()),
      scope,
      { id, atLeast, field },
    ),
  );
}

type ReadTeam = TeamRow & { regionIds: string[] };

const withRegions = (scope: Scope) =>
  sql`${teamColumns}, ${regionsAround(scope, sql`t.unit_id`)} as "regionIds"`;

function permitted(
  row: ReadTeam | undefined,
  scope: Scope,
  { id, atLeast, field }: { id: string; atLeast: ViewerRole; field: string },
): TeamForWrite {
  if (row === undefined) throw teamNotFound(field, id);
  const { regionIds, ...team } = row;
  const role = roleWithin(scope, regionIds, team.id);
  if (role === null) throw teamNotFound(field, id);
  if (!isAtLeast(role, atLeast)) throw notPermitted(atLeast, field);
  return { ...team, role };
}

const lockOf = (lock: TeamDemand['lock']) =>
  lock === undefined ? empty : lock === 'SHARE' ? sql`for share of t` : sql`for no key update of t`;

/** A unit and what the caller is to it. */
export interface UnitForWrite extends UnitRow {
  role: ViewerRole;
}

/**
 * The unit that bears a code on a day, or that has an id, and that the caller oversees.
 *
 * @throws {DomainError} `UNIT_NOT_FOUND`, `NOT_PERMITTED`
 */
export async function requireUnitAs(
  { tx, scope, now }: Pick<Write, 'tx' | 'scope' | 'now'>,
  unit: { code: string; day?: LocalDate } | { id: string },
  { atLeast, field }: { atLeast: ViewerRole; field: string },
): Promise<UnitForWrite> {
  const which =
    'code' in unit
      ? sql`u.code = ${unitCode(unit.code, field)} and ${standsOn(unit.day ?? today(now))}`
      : sql`u.id = ${unit.id}`;
  const [row] = await tx.rows<UnitRow & { regionIds: string[] }>(sql`
    /* unitForWrite */
    select ${unitColumns}, ${regionsAround(scope, sql`u.id`)} as "regionIds"
    from admin_unit u where ${which}`);
  if (row === undefined) throw unitNotFound(field, 'code' in unit ? unit.code : unit.id);
  const { regionIds, ...found } = row;
  const role = roleWithin(scope, regionIds, null);
  if (role === null || !isAtLeast(role, atLeast)) throw notPermitted(atLeast, field);
  return { ...found, role };
}

/**
 * The id of the unit that bears a code on a day.
 *
 * @throws {DomainError} `UNIT_CODE_INVALID`, `UNIT_NOT_FOUND`
 */
export async function unitIdOn(
  tx: Write['tx'],
  code: string,
  day: LocalDate,
  field = 'unitCode',
): Promise<string> {
  const [row] = await tx.rows<{ id: string }>(sql`
    /* unitIdOn */
    select u.id from admin_unit u where u.code = ${unitCode(code, field)} and ${standsOn(day)}`);
  if (row === undefined) throw unitNotFound(field, code);
  return row.id;
}
