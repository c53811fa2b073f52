import {
  type Occurrence,
  occurrencesOf,
  optionalText,
  requireDuration,
  requireText,
  TEXT_LIMITS,
} from '@cnscd/domain';
import sql from 'sql-template-tag';
import { appendAudits } from '../../operations/audit.ts';
import { idTaken, newId } from '../../operations/new-id.ts';
import { done, personOf, type Write } from '../../operations/write.ts';
import { writeField } from '../../operations/write-types.ts';
import { requireTeamAs, unitIdOn } from '../../permissions/team-role.ts';
import { stateOf } from './activity-for-write.ts';
import { ActivitySeriesResult, idOfOccurrence } from './series.ts';
import { PlanActivitySeriesInput } from './series-inputs.ts';
import { requireWorkingTeam } from './working-team.ts';

type Input = typeof PlanActivitySeriesInput.$inferInput;

writeField({
  field: 'planActivitySeries',
  description: `Plans what recurs: one planned activity for each day, which is then done, moved or cancelled like any other. For
the leader of the team and officers. Errors: \`INPUT_INVALID\`, \`ACTIVITY_IN_FUTURE\`, \`TEAM_NOT_FOUND\`, \`TEAM_ENDED\`.`,
  input: PlanActivitySeriesInput,
  result: ActivitySeriesResult,
  operation: planActivitySeries,
});

async function planActivitySeries(write: Write, input: Input) {
  const seriesId = newId(input.id);
  const { occurrences } = occurrencesOf(
    { ...input, weekdays: input.weekdays ?? null, dayOfMonth: input.dayOfMonth ?? null },
    write.now,
  );
  const plan = {
    kind: input.kind,
    title: requireText(input.title, 'title', TEXT_LIMITS.name),
    durationMinutes: requireDuration(input.durationMinutes ?? null),
    place: optionalText(input.place, 'place', TEXT_LIMITS.name),
    note: optionalText(input.note, 'note', TEXT_LIMITS.note),
  };
  const team = await requireTeamAs(write, input.teamId, {
    atLeast: 'LEADER',
    field: 'teamId',
    lock: 'SHARE',
  });
  for (const { day } of occurrences.slice(-1)) requireWorkingTeam(team, day);
  const unitId = input.unitCode == null ? null : await unitWhereHeld(write, input.unitCode, occurrences);
  const activities = occurrences.map(({ day, startsAt }) => ({
    id: idOfOccurrence(seriesId, day),
    startsAt,
  }));
  await insertActivities(write, activities, { ...plan, seriesId, teamId: team.id, unitId });
  await appendAudits(
    write.tx,
    write.who,
    activities.map(({ id, startsAt }) => ({
      ...{ entityType: 'Activity', entityId: id, version: 1, teamId: team.id, unitId: team.unitId },
      ...{
        before: null,
        after: stateOf({ ...plan, startsAt, status: 'PLANNED', outcomes: [] }),
        reason: null,
      },
    })),
  );
  return done('ActivitySeries', seriesId, activities.length);
}

async function unitWhereHeld({ tx }: Write, code: string, [first]: Occurrence[]): Promise<string | null> {
  return first === undefined ? null : unitIdOn(tx, code, first.day);
}

interface Plan {
  seriesId: string;
  teamId: string;
  unitId: string | null;
  kind: string;
  title: string;
  durationMinutes: number | null;
  place: string | null;
  note: string | null;
}

/** All of them or none: an id that is taken belongs to another series. */
async function insertActivities(
  { tx, now, who }: Write,
  activities: readonly { id: string; startsAt: Date }[],
  plan: Plan,
): Promise<void> {
  const rows = await tx.rows(sql`
    /* insertActivitySeries */
    insert into activity (id, team_id, kind, status, title, starts_at, duration_minutes, place, note, contributors, recorded_at,
      unit_id, series_id)
    select planned.id, ${plan.teamId}::uuid, ${plan.kind}::activity_kind, 'PLANNED', ${plan.title}, planned.starts_at,
      ${plan.durationMinutes}::int, ${plan.place}, ${plan.note}, ${[personOf(who)]}::text[], ${now.toISOString()}::timestamptz,
      ${plan.unitId}, ${plan.seriesId}::uuid
    from unnest(${activities.map(({ id }) => id)}::uuid[],
      ${activities.map(({ startsAt }) => startsAt.toISOString())}::timestamptz[]) as planned (id, starts_at)
    where not exists (select from activity other where other.series_id = ${plan.seriesId}::uuid)
    on conflict (id) do nothing returning id`);
  if (rows.length < activities.length) throw idTaken(plan.seriesId);
}
