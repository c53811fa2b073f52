import type { CarriedTerm, LocalDate } from '@cnscd/domain';
import sql from 'sql-template-tag';
import type { AuditState, Change } from '../../operations/audit.ts';
import { newId } from '../../operations/new-id.ts';
import type { Transaction } from '../../operations/transaction.ts';
import type { TeamMembership } from './team-memberships.ts';

/** A membership that begins in the team that goes on, or that is new. */
export interface CarriedMembership extends CarriedTerm {
  id: string;
  teamId: string;
}

/** Gives carried memberships their team and their ids. */
export const inTeam = (teamId: string, terms: readonly CarriedTerm[]): CarriedMembership[] =>
  terms.map((term) => ({ ...term, id: newId(null), teamId }));

/** Writes carried memberships by one statement. */
export async function insertCarried(
  tx: Transaction,
  carried: readonly CarriedMembership[],
): Promise<Change[]> {
  await tx.rows(sql`
    /* insertCarried */
    insert into membership (id, team_id, member_id, role, is_core, affiliations, valid_from, valid_to)
    select id, "teamId", "memberId", role, "isCore", array(select json_array_elements_text(affiliations))::affiliation[],
      "from", "to"
    from json_to_recordset(${JSON.stringify(carried)}::json) as row (id uuid, "teamId" uuid, "memberId" uuid,
      role member_role, "isCore" boolean, affiliations json, "from" date, "to" date)`);
  return carried.map((term) =>
    membershipChange(term, { version: 1, before: null, after: carriedState(term), reason: null }),
  );
}

/** What somebody looks after goes along: from each membership to those that carry it on. */
export interface ResponsibilityMove {
  from: string;
  to: string;
}

/**
 * Copies responsibilities to the memberships that go on, unless they have the same already.
 *
 * @returns how many were copied
 */
export async function carryResponsibilities(
  tx: Transaction,
  moves: readonly ResponsibilityMove[],
): Promise<number> {
  const rows = await tx.rows(sql`
    /* carryResponsibilities */
    insert into responsibility (id, membership_id, kind, name, unit_id)
    select distinct on (move.to, r.kind, r.name, r.unit_id) gen_random_uuid(), move.to, r.kind, r.name, r.unit_id
    from json_to_recordset(${JSON.stringify(moves)}::json) as move ("from" uuid, "to" uuid)
    join responsibility r on r.membership_id = move.from
    where not exists (select from responsibility held where held.membership_id = move.to and held.kind = r.kind
      and held.name = r.name and held.unit_id is not distinct from r.unit_id)
    order by move.to, r.kind, r.name, r.unit_id
    returning id`);
  return rows.length;
}

/** Ends memberships by one statement. */
export async function endMemberships(
  tx: Transaction,
  memberships: readonly TeamMembership[],
  { lastDay, reason }: { lastDay: LocalDate; reason: string | null },
): Promise<Change[]> {
  await tx.rows(sql`
    /* endMemberships */
    update membership set valid_to = ${lastDay}::date, version = version + 1
    where id = any(${memberships.map(({ id }) => id)}::uuid[])`);
  return memberships.map((membership) =>
    membershipChange(membership, {
      version: membership.version + 1,
      before: { memberId: membership.memberId, to: membership.validTo },
      after: { memberId: membership.memberId, to: lastDay },
      reason,
    }),
  );
}

const membershipChange = (
  { id, teamId }: { id: string; teamId: string },
  change: Pick<Change, 'version' | 'before' | 'after' | 'reason'>,
): Change => ({ entityType: 'Membership', entityId: id, teamId, ...change });

const carriedState = ({ memberId, role, isCore, affiliations, from, to }: CarriedMembership): AuditState => ({
  ...{ memberId, role, isCore, affiliations, from, to },
});
