import type { Affiliation, LeavingTerm, LocalDate, MemberRole } from '@cnscd/domain';
import sql from 'sql-template-tag';
import type { Transaction } from '../../operations/transaction.ts';

/** A membership as a merger, a split or the end of a team changes it. */
export interface TeamMembership {
  id: string;
  teamId: string;
  memberId: string;
  role: MemberRole;
  isCore: boolean;
  affiliations: Affiliation[];
  validFrom: LocalDate;
  validTo: LocalDate | null;
  version: number;
}

/** Memberships in these teams that last on a day or begin later, kept from others until the write is done. */
export const membershipsFrom = (
  tx: Transaction,
  teamIds: readonly string[],
  day: LocalDate,
): Promise<TeamMembership[]> =>
  tx.rows<TeamMembership>(sql`
    /* membershipsFrom */
    select ms.id, ms.team_id as "teamId", ms.member_id as "memberId", ms.role, ms.is_core as "isCore",
      ms.affiliations::text[] as affiliations, ms.valid_from as "validFrom", ms.valid_to as "validTo", ms.version
    from membership ms
    where ms.team_id = any(${teamIds}::uuid[]) and (ms.valid_to is null or ms.valid_to >= ${day}::date)
    order by ms.id for no key update`);

/** The membership as the rules see it. */
export const termOf = ({ validFrom, validTo, ...membership }: TeamMembership): LeavingTerm => ({
  ...{ id: membership.id, memberId: membership.memberId, role: membership.role, isCore: membership.isCore },
  ...{ affiliations: membership.affiliations, from: validFrom, to: validTo },
});
