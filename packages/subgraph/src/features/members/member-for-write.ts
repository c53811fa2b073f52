import { today, VIEWER_ROLES, type ViewerRole } from '@cnscd/domain';
import sql from 'sql-template-tag';
import { memberColumns, memberNotFound, memberRecord, memberRestricted } from '../../entities/member.ts';
import type { MemberRow } from '../../entities/rows.ts';
import { isUuid } from '../../entities/uuid.ts';
import { VersionConflict } from '../../operations/gate.ts';
import type { Write } from '../../operations/write.ts';
import { roleWithin } from '../../permissions/scope.ts';
import { isAtLeast, notPermitted } from '../../permissions/sign-in.ts';
import { teamWithin } from './membership-for-write.ts';

/** A person with all that a write may change. */
export interface MemberForWrite extends MemberRow {
  hasPhone: boolean;
  /** The team by which the caller may change the person, and its unit: where the change belongs. */
  teamId: string | null;
  unitId: string | null;
}

interface KnownBy {
  teamId: string;
  unitId: string | null;
  /** Whether the person is there today or will be. */
  isOpen: boolean;
  within: string[];
}

/**
 * The person that a write is about, kept from others until the write is done: the caller, or somebody in a team that
 * the caller leads or oversees. Who is in no team any more is still for the officers of those that he or she left.
 *
 * @throws {DomainError} `MEMBER_NOT_FOUND`, also for somebody whom the caller does not know; `NOT_PERMITTED`, `MEMBER_RESTRICTED`
 * @throws {VersionConflict} unless the record is at the version that the caller saw
 */
export async function requireMemberToChange(
  { tx, scope, now }: Pick<Write, 'tx' | 'scope' | 'now'>,
  { id, expectedVersion }: { id: string; expectedVersion: number },
): Promise<MemberForWrite> {
  const [row] = isUuid(id)
    ? await tx.rows<Omit<MemberForWrite, 'teamId' | 'unitId'> & { knownBy: KnownBy[]; isOwn: boolean }>(sql`
        /* memberForWrite */
        select ${memberColumns}, m.phone_cipher is not null as "hasPhone",
          coalesce(${scope.memberId}::uuid in (m.id, asked.id), false) as "isOwn", coalesce((
            select json_agg(each order by each."isOpen" desc, each."teamId") from (
              select t.id as "teamId", t.unit_id as "unitId", ms.valid_to is null or ms.valid_to >= ${today(now)}::date as "isOpen",
                ${teamWithin(scope)}
              from membership ms join team t on t.id = ms.team_id where ms.member_id = m.id) each), '[]') as "knownBy"
        from ${memberRecord} where asked.id = ${id}::uuid and m.erased_at is null for no key update of m`)
    : [];
  if (row === undefined) throw memberNotFound('id', id);
  const { knownBy, isOwn, ...member } = row;
  const hasLeftAll = knownBy.every(({ isOpen }) => !isOpen);
  const roles = knownBy.map((team) => ({ team, role: roleInTeam(scope, team, hasLeftAll) }));
  const [best] = roles.toSorted((a, b) => rank(b.role) - rank(a.role));
  const isKnown = knownBy.some(({ within, teamId }) => roleWithin(scope, within, teamId) !== null);
  if (!isOwn && !isKnown) throw memberNotFound('id', id);
  if (!isOwn && !isAtLeast(best?.role ?? null, 'LEADER')) throw notPermitted('LEADER', 'id');
  if (member.isRestricted) throw memberRestricted('id');
  if (member.version !== expectedVersion) throw new VersionConflict('Member', member.id, expectedVersion);
  return { ...member, teamId: best?.team.teamId ?? null, unitId: best?.team.unitId ?? null };
}

/** A role ends with the membership of the person: who works elsewhere now is for the officers there. */
const roleInTeam = (
  scope: Write['scope'],
  { within, teamId, isOpen }: KnownBy,
  hasLeftAll: boolean,
): ViewerRole | null => roleWithin(scope, isOpen || hasLeftAll ? within : [], isOpen ? teamId : null);

const rank = (role: ViewerRole | null) => (role === null ? -1 : VIEWER_ROLES.indexOf(role));
