import {
  DomainError,
  formatDate,
  type LocalDate,
  localDate,
  requireText,
  requireUuid,
  today,
} from '@cnscd/domain';
import sql from 'sql-template-tag';
import { activityNotFound } from '../../entities/activity.ts';
import { appendAudits } from '../../operations/audit.ts';
import { VersionConflict } from '../../operations/gate.ts';
import { done, type Write } from '../../operations/write.ts';
import { writeField } from '../../operations/write-types.ts';
import { roleWithin } from '../../permissions/scope.ts';
import { isAtLeast, notPermitted } from '../../permissions/sign-in.ts';
import {
  type ActivityForWrite,
  type ActivityInRegions,
  activityChange,
  columnsForWrite,
  stateOf,
} from './activity-for-write.ts';
import { ActivitySeriesResult, seriesVersion } from './series.ts';
import { CancelActivitySeriesInput } from './series-inputs.ts';

type Input = typeof CancelActivitySeriesInput.$inferInput;

writeField({
  field: 'cancelActivitySeries',
  description: `Cancels what is still planned of a series from a day on; what was done stays. For the leader of the team and
officers. Errors: \`ACTIVITY_NOT_FOUND\`, \`ACTIVITY_STATE\` where nothing is planned from that day on.`,
  input: CancelActivitySeriesInput,
  result: ActivitySeriesResult,
  operation: cancelActivitySeries,
});

async function cancelActivitySeries(write: Write, input: Input) {
  const reason = requireText(input.reason, 'reason');
  const from = input.from == null ? today(write.now) : localDate(input.from, 'from');
  const { id, activities } = await requireSeries(write, input);
  const rest = activities.filter(({ status, startsAt }) => status === 'PLANNED' && today(startsAt) >= from);
  if (rest.length === 0) throw nothingPlanned(from);
  await write.tx.rows(sql`
    /* cancelActivities */
    update activity set status = 'CANCELLED', status_reason = ${reason}, version = version + 1
    where id = any(${rest.map((activity) => activity.id)}::uuid[])`);
  await appendAudits(
    write.tx,
    write.who,
    rest.map((activity) => {
      const states = { before: stateOf(activity), after: stateOf({ ...activity, status: 'CANCELLED' }) };
      return activityChange(activity, { ...states, reason });
    }),
  );
  return done('ActivitySeries', id, seriesVersion(activities) + rest.length);
}

/** The activities of a series that the caller sees, kept from others until the write is done. */
async function requireSeries(
  { tx, scope }: Write,
  { expectedVersion, ...input }: Input,
): Promise<{ id: string; activities: ActivityForWrite[] }> {
  const id = requireUuid(input.id, 'id');
  const rows = await tx.rows<ActivityInRegions>(sql`
    /* seriesForWrite */
    select ${columnsForWrite(scope)} from activity a join team t on t.id = a.team_id
    where a.series_id = ${id}::uuid order by a.id for no key update of a`);
  const activities = rows.flatMap(({ regionIds, ...activity }) => {
    const role = roleWithin(scope, regionIds, activity.teamId);
    return role === null ? [] : [{ ...activity, role }];
  });
  if (activities.length === 0) throw activityNotFound(id);
  if (!activities.every(({ role }) => isAtLeast(role, 'LEADER'))) throw notPermitted('LEADER', 'id');
  if (seriesVersion(activities) !== expectedVersion) {
    throw new VersionConflict('ActivitySeries', id, expectedVersion);
  }
  return { id, activities };
}

function nothingPlanned(from: LocalDate): DomainError {
  return new DomainError(
    'ACTIVITY_STATE',
    {
      vi: `Từ ngày ${formatDate(from, 'vi')} lịch này không còn hoạt động nào ở trạng thái PLANNED; hãy chọn ngày sớm hơn.`,
      en: `From ${formatDate(from, 'en')} on nothing of the series is PLANNED; choose an earlier day.`,
    },
    { field: 'from', value: from },
  );
}
