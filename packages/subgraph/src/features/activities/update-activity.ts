import {
  type ActivityStatus,
  DomainError,
  optionalText,
  requireBegin,
  requireDuration,
  requireOutcomes,
  requireStep,
  requireText,
  TEXT_LIMITS,
  today,
} from '@cnscd/domain';
import sql from 'sql-template-tag';
import { appendAudit } from '../../operations/audit.ts';
import { done, personOf, type Write } from '../../operations/write.ts';
import { writeField } from '../../operations/write-types.ts';
import { isAtLeast, notPermitted } from '../../permissions/sign-in.ts';
import { ActivityResult } from './activity.ts';
import {
  type ActivityForWrite,
  activityChange,
  draftsOf,
  requireActivityAs,
  stateOf,
  writeOutcomes,
} from './activity-for-write.ts';
import { UpdateActivityInput } from './activity-inputs.ts';
import { requireWorkingTeam } from './working-team.ts';

type Input = typeof UpdateActivityInput.$inferInput;

writeField({
  field: 'updateActivity',
  description: `Changes an activity, or says that a planned one took place. What was verified or returned becomes DONE and
is verified anew; until then it counts nowhere. A verified one is corrected by the leader or an officer.
Errors: \`ACTIVITY_NOT_FOUND\`, \`ACTIVITY_STATE\`, \`TEAM_ENDED\`, \`NOT_PERMITTED\`.`,
  input: UpdateActivityInput,
  result: ActivityResult,
  operation: updateActivity,
});

async function updateActivity(write: Write, input: Input) {
  const { tx, now, who } = write;
  const activity = await requireActivityAs(write, input, 'MEMBER');
  if (activity.status === 'VERIFIED' && !isAtLeast(activity.role, 'LEADER'))
    throw notPermitted('LEADER', 'id');
  const next = changed(activity, input, now);
  if (input.startsAt != null) {
    const team = { status: activity.teamStatus, endedOn: activity.teamEndedOn };
    requireWorkingTeam(team, today(next.startsAt), 'startsAt');
  }
  const version = activity.version + 1;
  await tx.rows(sql`
    /* updateActivity */
    update activity set kind = ${next.kind}::activity_kind, status = ${next.status}::activity_status, title = ${next.title},
      starts_at = ${next.startsAt.toISOString()}::timestamptz, duration_minutes = ${next.durationMinutes},
      place = ${next.place}, note = ${next.note}, version = ${version}, status_reason = null, verified_by = null, verified_at = null,
      contributors = array(select distinct unnest(contributors || ${personOf(who)}::text) order by 1)
    where id = ${activity.id}::uuid`);
  if (input.outcomes != null) await writeOutcomes(tx, activity.id, next.outcomes);
  const states = { before: stateOf(activity), after: stateOf(next) };
  await appendAudit(tx, who, activityChange(activity, { ...states, reason: null }));
  return done('Activity', activity.id, version);
}

/** The activity as the input leaves it. */
function changed(activity: ActivityForWrite, input: Input, now: Date) {
  const status = nextStatus(activity.status, input.status ?? null);
  // The begin is looked at again also where it stays: what was planned for tomorrow is not done today.
  const startsAt = requireBegin(input.startsAt ?? activity.startsAt.toISOString(), status, now);
  return {
    status,
    startsAt,
    kind: input.kind ?? activity.kind,
    title: input.title == null ? activity.title : requireText(input.title, 'title', TEXT_LIMITS.name),
    durationMinutes:
      input.durationMinutes === undefined ? activity.durationMinutes : requireDuration(input.durationMinutes),
    place: input.place === undefined ? activity.place : optionalText(input.place, 'place', TEXT_LIMITS.name),
    note: input.note === undefined ? activity.note : optionalText(input.note, 'note', TEXT_LIMITS.note),
    outcomes: input.outcomes == null ? activity.outcomes : requireOutcomes(draftsOf(input.outcomes)),
  };
}

/** A correction of what was looked at already must be looked at again. */
function nextStatus(from: ActivityStatus, asked: ActivityStatus | null): ActivityStatus {
  if (asked === 'VERIFIED' || asked === 'RETURNED' || asked === 'CANCELLED') throw hasItsOwnMutation(asked);
  return requireStep(from, asked ?? (from === 'PLANNED' ? 'PLANNED' : 'DONE'));
}

function hasItsOwnMutation(status: ActivityStatus): DomainError {
  return new DomainError(
    'ACTIVITY_STATE',
    {
      vi: `status là ${status}; hãy dùng verifyActivity, returnActivity hoặc cancelActivity.`,
      en: `status is ${status}; use verifyActivity, returnActivity or cancelActivity.`,
    },
    { field: 'status', value: status },
  );
}
