import {
  type ActivityStatus,
  DomainError,
  optionalText,
  requireBegin,
  requireDuration,
  requireInstant,
  requireOutcomes,
  requireText,
  TEXT_LIMITS,
  today,
} from '@cnscd/domain';
import sql from 'sql-template-tag';
import { appendAudit } from '../../operations/audit.ts';
import { idTaken, newId } from '../../operations/new-id.ts';
import { done, personOf, type Write } from '../../operations/write.ts';
import { writeField } from '../../operations/write-types.ts';
import { requireTeamAs, unitIdOn } from '../../permissions/team-role.ts';
import { ActivityResult } from './activity.ts';
import { draftsOf, stateOf, writeOutcomes } from './activity-for-write.ts';
import { RecordActivityInput } from './activity-inputs.ts';
import { requireWorkingTeam } from './working-team.ts';

type Input = typeof RecordActivityInput.$inferInput;

writeField({
  field: 'recordActivity',
  description:
    'Records an activity of a team, planned or done. For the members of the team and the officers of its unit. Nothing counts before it is verified.',
  input: RecordActivityInput,
  result: ActivityResult,
  operation: recordActivity,
});

async function recordActivity(write: Write, input: Input) {
  const { tx, now, who } = write;
  const id = newId(input.id);
  const status = statusOf(input, now);
  const activity = {
    status,
    kind: input.kind,
    title: requireText(input.title, 'title', TEXT_LIMITS.name),
    startsAt: requireBegin(input.startsAt, status, now),
    durationMinutes: requireDuration(input.durationMinutes ?? null),
    place: optionalText(input.place, 'place', TEXT_LIMITS.name),
    note: optionalText(input.note, 'note', TEXT_LIMITS.note),
    outcomes: requireOutcomes(draftsOf(input.outcomes)),
  };
  const team = await requireTeamAs(write, input.teamId, {
    atLeast: 'MEMBER',
    field: 'teamId',
    lock: 'SHARE',
  });
  requireWorkingTeam(team, today(activity.startsAt));
  const heldIn = input.unitCode == null ? null : await unitIdOn(tx, input.unitCode, today(activity.startsAt));
  const [row] = await tx.rows<{ version: number }>(sql`
    /* insertActivity */
    insert into activity (id, team_id, kind, status, title, starts_at, duration_minutes, place, note, contributors, recorded_at, unit_id)
    values (${id}::uuid, ${team.id}::uuid, ${activity.kind}::activity_kind, ${status}::activity_status, ${activity.title},
      ${activity.startsAt.toISOString()}::timestamptz, ${activity.durationMinutes}, ${activity.place}, ${activity.note},
      ${[personOf(who)]}::text[], ${now.toISOString()}::timestamptz, ${heldIn})
    on conflict (id) do nothing returning version`);
  if (row === undefined) throw idTaken(id);
  if (activity.outcomes.length > 0) await writeOutcomes(tx, id, activity.outcomes);
  await appendAudit(tx, who, {
    ...{ entityType: 'Activity', entityId: id, version: row.version, teamId: team.id, unitId: team.unitId },
    ...{ before: null, after: stateOf(activity), reason: null },
  });
  return done('Activity', id, row.version);
}

/** What begins later is planned, what has begun is done, unless the input says otherwise. */
function statusOf({ status, startsAt }: Input, now: Date): ActivityStatus {
  if (status == null) return requireInstant(startsAt, 'startsAt') > now ? 'PLANNED' : 'DONE';
  if (status === 'PLANNED' || status === 'DONE') return status;
  throw new DomainError(
    'ACTIVITY_STATE',
    {
      vi: `status là ${status}; hoạt động mới chỉ có thể là PLANNED hoặc DONE.`,
      en: `status is ${status}; a new activity is PLANNED or DONE.`,
    },
    { field: 'status', value: status },
  );
}
