import { type JoinedTerm, joinedTerms } from '@cnscd/domain';
import sql from 'sql-template-tag';
import type { Change } from '../../operations/audit.ts';
import { newId } from '../../operations/new-id.ts';
import type { Transaction } from '../../operations/transaction.ts';
import { distinctDuties } from './duties.ts';
import type { MergedMembership } from './members-for-merger.ts';
import { membershipChange, stateOf, termOf } from './membership-for-write.ts';

/** What becomes of memberships when several records become one. */
export interface MembershipPlan {
  /** Memberships that only change hands. */
  moved: MergedMembership[];
  /** Memberships of one team that shared days, as they were. */
  shared: MergedMembership[];
  /** The same as they will be; those that are new have version 1. */
  joined: MergedMembership[];
}

/** Plans the memberships of one person from those of several records, the kept one's first. */
export function planMemberships(keptId: string, memberships: readonly MergedMembership[]): MembershipPlan {
  const teamIds = [...new Set(memberships.map(({ teamId }) => teamId))];
  const plans = teamIds.map((id) =>
    planTeam(
      keptId,
      memberships.filter(({ teamId }) => teamId === id),
    ),
  );
  return {
    moved: plans.flatMap((plan) => plan.moved),
    shared: plans.flatMap((plan) => plan.shared),
    joined: plans.flatMap((plan) => plan.joined),
  };
}

function planTeam(keptId: string, memberships: readonly MergedMembership[]): MembershipPlan {
  const terms = joinedTerms(memberships.map((membership) => ({ ...membership, ...termOf(membership) })));
  const isAlone = ({ id }: MergedMembership) =>
    terms.filter(({ madeOf }) => madeOf.includes(id)).every(({ madeOf }) => madeOf.length === 1);
  const alone = memberships.filter(isAlone);
  const shared = memberships.filter((membership) => !isAlone(membership));
  const free = [...shared];
  const joined = terms.flatMap((term): MergedMembership[] => {
    const origins = shared.filter(({ id }) => term.madeOf.includes(id));
    const [origin] = origins;
    if (origin === undefined) return [];
    // A membership goes on as the first days that it was made into; further days of it are a new one.
    const was = free.find((each) => origins.includes(each));
    if (was !== undefined) free.splice(free.indexOf(was), 1);
    return [{ ...origin, ...identityOf(was), memberId: keptId, ...factsOf(term, origins) }];
  });
  const moved = alone.filter(({ memberId }) => memberId !== keptId);
  return {
    moved: moved.map((row) => ({ ...row, memberId: keptId, version: row.version + 1 })),
    ...{ shared, joined },
  };
}

const identityOf = (was: MergedMembership | undefined) =>
  was === undefined ? { id: newId(null), version: 1 } : { id: was.id, version: was.version + 1 };

const factsOf = (
  { from, to, role, isCore, affiliations }: JoinedTerm,
  origins: readonly MergedMembership[],
) => ({
  ...{ role, isCore, affiliations: [...affiliations], validFrom: from, validTo: to },
  duties: distinctDuties(origins.flatMap((origin) => origin.duties)),
});

/** Writes a plan, in as many statements whatever it holds. */
export async function writePlan(tx: Transaction, { moved, shared, joined }: MembershipPlan): Promise<void> {
  const sharedIds = shared.map(({ id }) => id);
  const goneIds = sharedIds.filter((id) => joined.every((row) => row.id !== id));
  await tx.rows(sql`
    /* clearSharedDuties */
    delete from responsibility where membership_id = any(${sharedIds}::uuid[])`);
  await tx.rows(sql`/* deleteShared */ delete from membership where id = any(${goneIds}::uuid[])`);
  await tx.rows(sql`
    /* writeMerged */
    insert into membership (id, team_id, member_id, role, is_core, affiliations, valid_from, valid_to, version)
    select "id", "teamId", "memberId", "role", "isCore", "affiliations", "validFrom", "validTo", "version"
    from json_to_recordset(${JSON.stringify([...moved, ...joined])}::json) as m ("id" uuid, "teamId" uuid, "memberId" uuid,
      "role" member_role, "isCore" boolean, "affiliations" affiliation[], "validFrom" date, "validTo" date, "version" int)
    on conflict (id) do update set member_id = excluded.member_id, role = excluded.role, is_core = excluded.is_core,
      affiliations = excluded.affiliations, valid_from = excluded.valid_from, valid_to = excluded.valid_to,
      version = excluded.version`);
  const duties = joined.flatMap(({ id, duties }) => duties.map((duty) => ({ ...duty, membershipId: id })));
  await tx.rows(sql`
    /* writeJoinedDuties */
    insert into responsibility (id, membership_id, kind, name, unit_id)
    select gen_random_uuid(), "membershipId", kind, name, "unitId" from json_to_recordset(${JSON.stringify(duties)}::json)
      as d ("membershipId" uuid, kind responsibility_kind, name text, "unitId" text)`);
}

/** A plan's changes for the audit. */
export function planChanges(
  { moved, shared, joined }: MembershipPlan,
  memberships: readonly MergedMembership[],
  reason: string,
): Change[] {
  const written = [...moved, ...joined].map((row) => {
    const was = memberships.find(({ id }) => id === row.id);
    return membershipChange(row, {
      before: was === undefined ? null : stateOf(was),
      after: stateOf(row),
      reason,
    });
  });
  const gone = shared
    .filter(({ id }) => joined.every((row) => row.id !== id))
    .map((was) =>
      membershipChange({ ...was, version: was.version + 1 }, { before: stateOf(was), after: null, reason }),
    );
  return [...written, ...gone];
}
