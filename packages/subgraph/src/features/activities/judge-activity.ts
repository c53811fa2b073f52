import { DomainError, requireStep, requireText } from '@cnscd/domain';
import sql from 'sql-template-tag';
import { appendAudit } from '../../operations/audit.ts';
import { done, personOf, type Write } from '../../operations/write.ts';
import { writeField } from '../../operations/write-types.ts';
import { ActivityResult } from './activity.ts';
import { type ActivityForWrite, activityChange, requireActivityAs, stateOf } from './activity-for-write.ts';
import { CancelActivityInput, ReturnActivityInput, VerifyActivityInput } from './activity-inputs.ts';

writeField({
  field: 'verifyActivity',
  description: `Confirms an activity: from now on its outcomes count. For officers of the team's unit; nobody verifies what
they recorded, changed or do themselves. Errors: \`VERIFY_OWN\`, \`ACTIVITY_STATE\`, \`ACTIVITY_NOT_FOUND\`.`,
  input: VerifyActivityInput,
  result: ActivityResult,
  operation: verifyActivity,
});

writeField({
  field: 'returnActivity',
  description: `Sends an activity back to its team with what is to be mended; a verified one no longer counts. For officers of
the team's unit. Errors: \`ACTIVITY_STATE\`, \`ACTIVITY_NOT_FOUND\`.`,
  input: ReturnActivityInput,
  result: ActivityResult,
  operation: (write, input: Judged) => judge(write, input, 'RETURNED'),
});

writeField({
  field: 'cancelActivity',
  description: `Says that an activity did not take place. For the leader of the team and officers; a verified one is returned
first. Errors: \`ACTIVITY_STATE\`, \`ACTIVITY_NOT_FOUND\`.`,
  input: CancelActivityInput,
  result: ActivityResult,
  operation: (write, input: Judged) => judge(write, input, 'CANCELLED'),
});

async function verifyActivity(write: Write, input: typeof VerifyActivityInput.$inferInput) {
  const activity = await requireActivityAs(write, input, 'COMMUNE_OFFICER');
  requireStep(activity.status, 'VERIFIED');
  if (activity.contributors.includes(personOf(write.who)) || activity.isOfOwnTeam) throw verifyOwn();
  return writeStatus(write, activity, { status: 'VERIFIED', reason: null });
}

type Judged = typeof ReturnActivityInput.$inferInput;

async function judge(write: Write, input: Judged, status: 'RETURNED' | 'CANCELLED') {
  const reason = requireText(input.reason, 'reason');
  const activity = await requireActivityAs(
    write,
    input,
    status === 'RETURNED' ? 'COMMUNE_OFFICER' : 'LEADER',
  );
  requireStep(activity.status, status);
  return writeStatus(write, activity, { status, reason });
}

async function writeStatus(
  { tx, now, who }: Write,
  activity: ActivityForWrite,
  { status, reason }: { status: 'VERIFIED' | 'RETURNED' | 'CANCELLED'; reason: string | null },
) {
  const version = activity.version + 1;
  const [by, at] = status === 'VERIFIED' ? [personOf(who), now.toISOString()] : [null, null];
  await tx.rows(sql`
    /* writeActivityStatus */
    update activity set status = ${status}::activity_status, status_reason = ${reason}, version = ${version},
      verified_by = ${by}, verified_at = ${at}::timestamptz
    where id = ${activity.id}::uuid`);
  const states = { before: stateOf(activity), after: stateOf({ ...activity, status }) };
  await appendAudit(tx, who, activityChange(activity, { ...states, reason }));
  return done('Activity', activity.id, version);
}

function verifyOwn(): DomainError {
  return new DomainError(
    'VERIFY_OWN',
    {
      vi: 'Không ai tự xác nhận hoạt động của mình hoặc của tổ mình; hãy để cán bộ khác xác nhận.',
      en: 'Nobody verifies what they recorded or what their own team did; let another officer verify it.',
    },
    { field: 'id' },
  );
}
