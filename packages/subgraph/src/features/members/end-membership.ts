import { endOn, membershipDay, requireText, today } from '@cnscd/domain';
import { appendAudit } from '../../operations/audit.ts';
import { done, type Write } from '../../operations/write.ts';
import { writeField } from '../../operations/write-types.ts';
import { EndMembershipInput } from './member-inputs.ts';
import { MembershipResult } from './membership.ts';
import { membershipChange, requireMembershipAs, stateOf, termOf } from './membership-for-write.ts';
import { updateMembership } from './write-membership.ts';

type Input = typeof EndMembershipInput.$inferInput;

writeField({
  field: 'endMembership',
  description: `Ends a membership on a day, which stays its last. For the leader of the team and the officers of its unit.
The reason is kept in the history. Errors: \`MEMBERSHIP_NOT_FOUND\`, \`MEMBERSHIP_ENDED\`.`,
  input: EndMembershipInput,
  result: MembershipResult,
  operation: endMembership,
});

async function endMembership(write: Write, input: Input) {
  const { tx, now, who } = write;
  const lastDay = membershipDay(input.lastDay, 'lastDay', today(now));
  const reason = requireText(input.reason, 'reason');
  const membership = await requireMembershipAs(write, input, 'LEADER');
  const { to } = endOn(termOf(membership), lastDay);
  const ended = { ...membership, validTo: to, version: membership.version + 1 };
  await updateMembership(tx, ended);
  await appendAudit(
    tx,
    who,
    membershipChange(ended, { before: stateOf(membership), after: stateOf(ended), reason }),
  );
  return done('Membership', ended.id, ended.version);
}
