import { changeFrom, DomainError, membershipDay, requireFits, today } from '@cnscd/domain';
import { appendAudits } from '../../operations/audit.ts';
import { newId } from '../../operations/new-id.ts';
import { done, type Write } from '../../operations/write.ts';
import { writeField } from '../../operations/write-types.ts';
import { readDuties, settleDuties } from './duties.ts';
import { ChangeMembershipInput } from './member-inputs.ts';
import { MembershipResult } from './membership.ts';
import {
  type MembershipForWrite,
  membershipChange,
  requireMembershipAs,
  stateOf,
  termOf,
  termsOfTeam,
} from './membership-for-write.ts';
import { insertMembership, updateMembership } from './write-membership.ts';

type Input = typeof ChangeMembershipInput.$inferInput;

writeField({
  field: 'changeMembership',
  description: `Gives a member another role, core flag, affiliations or responsibilities from a day on: what was stays as it was for its
time. For the leader of the team and the officers of its unit. Errors: \`MEMBERSHIP_NOT_FOUND\`, \`MEMBERSHIP_ENDED\`, \`TEAM_HAS_LEADER\`.`,
  input: ChangeMembershipInput,
  result: MembershipResult,
  operation: changeMembership,
});

async function changeMembership(write: Write, input: Input) {
  const { tx, now, who } = write;
  const day = membershipDay(input.from, 'from', today(now));
  const nextId = newId(input.newId, 'newId');
  const drafts = input.responsibilities == null ? null : readDuties(input.responsibilities);
  const membership = await requireMembershipAs(write, input, 'LEADER');
  const dated = changeFrom(termOf(membership), day);
  const duties = drafts === null ? undefined : await settleDuties(tx, drafts, membership.teamUnitId);
  const next = changed(membership, input, duties);
  if (factsOf(next) === factsOf(membership)) throw nothingToChange();
  const terms = await termsOfTeam(tx, membership.teamId);
  requireFits(terms, { id: membership.id, memberId: next.memberId, role: next.role, ...dated.after }, 'from');
  const { before } = dated;
  if (before === null) {
    const mended = { ...next, version: membership.version + 1 };
    await updateMembership(tx, mended, duties);
    await appendAudits(tx, who, [
      membershipChange(mended, { before: stateOf(membership), after: stateOf(mended) }),
    ]);
    return done('Membership', mended.id, mended.version);
  }
  const ended = { ...membership, validTo: before.to, version: membership.version + 1 };
  const begun = { ...next, id: nextId, validFrom: day as string, version: 1 };
  await updateMembership(tx, ended);
  await insertMembership(tx, begun, 'newId');
  await appendAudits(tx, who, [
    membershipChange(ended, { before: stateOf(membership), after: stateOf(ended) }),
    membershipChange(begun, { before: null, after: stateOf(begun) }),
  ]);
  return done('Membership', begun.id, begun.version);
}

/** The membership as the input leaves it. */
const changed = (
  membership: MembershipForWrite,
  input: Input,
  duties: MembershipForWrite['duties'] | undefined,
): MembershipForWrite => ({
  ...membership,
  role: input.role ?? membership.role,
  isCore: input.isCore ?? membership.isCore,
  affiliations: input.affiliations == null ? membership.affiliations : [...new Set(input.affiliations)],
  duties: duties ?? membership.duties,
});

const factsOf = ({ role, isCore, affiliations, duties }: MembershipForWrite) =>
  JSON.stringify([role, isCore, affiliations.toSorted(), duties.map((duty) => JSON.stringify(duty)).sort()]);

function nothingToChange(): DomainError {
  return new DomainError(
    'INPUT_INVALID',
    {
      vi: 'Không có gì thay đổi; hãy ghi role, isCore, affiliations hoặc responsibilities khác với hiện tại.',
      en: 'Nothing would change; give a role, isCore, affiliations or responsibilities that differ from what there is.',
    },
    { field: 'role' },
  );
}
