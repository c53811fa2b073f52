import {
  type Affiliation,
  DomainError,
  type LocalDate,
  type MemberRole,
  type TeamTerm,
  type Term,
  type ViewerRole,
} from '@cnscd/domain';
import sql from 'sql-template-tag';
import { memberRestricted } from '../../entities/member.ts';
import type { MembershipRow } from '../../entities/rows.ts';
import { isUuid } from '../../entities/uuid.ts';
import type { Change } from '../../operations/audit.ts';
import { VersionConflict } from '../../operations/gate.ts';
import type { Transaction } from '../../operations/transaction.ts';
import type { Write } from '../../operations/write.ts';
import { isRestricted } from '../../permissions/restricted.ts';
import { regionsAround, roleWithin } from '../../permissions/scope.ts';
import { isAtLeast, notPermitted } from '../../permissions/sign-in.ts';
import type { Duty } from './duties.ts';
import { membershipColumns } from './membership.ts';

/** A membership with all that a write may change. */
export interface MembershipForWrite extends MembershipRow {
  teamUnitId: string | null;
  duties: Duty[];
}

/**
 * The membership that a write is about. It and its team are kept from others until the write is done: whoever writes
 * memberships locks their team first, so that the rules of a team see all of them.
 *
 * @throws {DomainError} `MEMBERSHIP_NOT_FOUND`, also for one that the caller may not see; `NOT_PERMITTED`, `MEMBER_RESTRICTED`
 * @throws {VersionConflict} unless it is at the version that the caller saw
 */
export async function requireMembershipAs(
  { tx, scope }: Pick<Write, 'tx' | 'scope'>,
  { id, expectedVersion }: { id: string; expectedVersion: number },
  atLeast: ViewerRole,
): Promise<MembershipForWrite> {
  const [row] = isUuid(id)
    ? await tx.rows<MembershipForWrite & { within: string[]; isRestricted: boolean }>(sql`
        /* membershipForWrite */
        select ${membershipColumns}, t.unit_id as "teamUnitId", ${dutiesOfMembership}, ${teamWithin(scope)},
          ${isRestricted(sql`ms.member_id`)} as "isRestricted"
        from team t join membership ms on ms.team_id = t.id
        where ms.id = ${id}::uuid for no key update of t, ms`)
    : [];
  if (row === undefined) throw membershipNotFound(id);
  const { within, isRestricted: isKept, ...membership } = row;
  const isOwn = membership.memberId === scope.memberId;
  const role = roleWithin(scope, within, membership.teamId) ?? (isOwn ? 'MEMBER' : null);
  if (role === null) throw membershipNotFound(id);
  if (!isAtLeast(role, atLeast)) throw notPermitted(atLeast, 'id');
  if (isKept) throw memberRestricted('id');
  if (membership.version !== expectedVersion)
    throw new VersionConflict('Membership', membership.id, expectedVersion);
  return membership;
}

/** Regions of the scope in which the team t lies. */
export const teamWithin = (scope: Write['scope']) => sql`${regionsAround(scope, sql`t.unit_id`)} as within`;

/** The responsibilities of the membership ms. */
export const dutiesOfMembership = sql`coalesce((
  select json_agg(json_build_object('kind', r.kind, 'name', r.name, 'unitId', r.unit_id) order by r.kind, r.name, r.id)
  from responsibility r where r.membership_id = ms.id), '[]') as duties`;

/** Days of a membership as the rules take them. */
export const termOf = ({ validFrom, validTo }: Pick<MembershipRow, 'validFrom' | 'validTo'>): Term => ({
  from: validFrom as LocalDate, // from the database, a real day
  to: validTo as LocalDate | null,
});

/** All memberships of a team. The team must be locked. */
export async function termsOfTeam(tx: Transaction, teamId: string): Promise<TeamTerm[]> {
  const rows = await tx.rows<MembershipRow>(sql`
    /* termsOfTeam */
    select ${membershipColumns} from membership ms where ms.team_id = ${teamId}::uuid order by ms.id`);
  return rows.map((row) => ({ id: row.id, memberId: row.memberId, role: row.role, ...termOf(row) }));
}

/** What the audit keeps of a membership: the person only by id. */
// A type, not an interface: the audit takes any record.
export type MembershipState = {
  memberId: string;
  role: MemberRole;
  isCore: boolean;
  affiliations: readonly Affiliation[];
  from: string;
  to: string | null;
  duties: readonly Duty[];
};

export const stateOf = (membership: Omit<MembershipForWrite, 'id' | 'teamId' | 'teamUnitId' | 'version'>) => {
  const { memberId, role, isCore, affiliations, validFrom: from, validTo: to, duties } = membership;
  return { memberId, role, isCore, affiliations, from, to, duties } satisfies MembershipState;
};

/** A change of a membership, for the audit. */
export const membershipChange = (
  { id, teamId, teamUnitId, version }: Pick<MembershipForWrite, 'id' | 'teamId' | 'teamUnitId' | 'version'>,
  change: { before: MembershipState | null; after: MembershipState | null; reason?: string },
): Change => ({
  ...{ entityType: 'Membership', entityId: id, version, teamId, unitId: teamUnitId },
  ...{ before: change.before, after: change.after, reason: change.reason ?? null },
});

function membershipNotFound(id: string): DomainError {
  const value = JSON.stringify(id).slice(1, -1).slice(0, 60);
  return new DomainError(
    'MEMBERSHIP_NOT_FOUND',
    {
      vi: `Không có lần tham gia tổ nào với id ${value}.`,
      en: `There is no membership with the id ${value}.`,
    },
    { field: 'id', value },
  );
}
