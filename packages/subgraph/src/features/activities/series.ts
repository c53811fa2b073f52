import { createHash } from 'node:crypto';
import { type LocalDate, today } from '@cnscd/domain';
import sql from 'sql-template-tag';
import { builder } from '../../builder.ts';
import { groupBy, perRequest } from '../../context.ts';
import { activityColumns } from '../../entities/activity.ts';
import type { ActivityRow } from '../../entities/rows.ts';
import { isUuid } from '../../entities/uuid.ts';
import { versioned } from '../../operations/versioned.ts';
import { resultUnion } from '../../operations/write-types.ts';
import { HELD, SCOPED } from '../../permissions/access.ts';
import { scopeOf, seesTeamOf } from '../../permissions/scope.ts';

/** Activities that were planned together. It has no row of its own: it is what its activities are. */
interface SeriesRow {
  id: string;
  version: number;
  activities: ActivityRow[];
}

const ActivitySeries = builder.objectRef<SeriesRow>('ActivitySeries').implement({
  description: 'Activities that were planned together, as one recurrence [lịch hoạt động định kỳ].',
  extensions: HELD,
  fields: (t) => ({
    id: t.exposeID('id', { description: 'UUID: `seriesId` of its activities.' }),
    activities: t.expose('activities', {
      type: ['Activity'],
      description: 'Its activities, earliest first, cancelled ones too; at most 100.',
      listSize: { assumedSize: 100 },
    }),
    skippedMonths: t.field({
      type: ['Period'],
      description:
        'Months between its first and its last activity in which it has none: a plan for the 31st leaves out April.',
      listSize: { assumedSize: 12 },
      resolve: ({ activities }) => monthsBetween(activities),
    }),
    version: t.exposeInt('version', { description: 'Rises with each change of any of its activities.' }),
  }),
});

builder.queryField('activitySeries', (t) =>
  t.field({
    type: ActivitySeries,
    nullable: true,
    extensions: SCOPED,
    description: 'A series by id. Null also for one whose activities the caller may not see.',
    args: { id: t.arg.id({ required: true, description: 'UUID.' }) },
    resolve: (_, { id }, ctx) => seriesSeen(ctx).load(id),
  }),
);

versioned({
  type: 'ActivitySeries',
  load: (ctx, id) => seriesSeen(ctx).load(id),
  notFound: 'ACTIVITY_NOT_FOUND',
});

/** What the writes of a series answer. */
export const ActivitySeriesResult = resultUnion('ActivitySeries');

/** The version of a series: no change of one of its activities leaves it as it was. */
export const seriesVersion = (activities: readonly { version: number }[]): number =>
  activities.reduce((sum, { version }) => sum + version, 0);

/**
 * The id of the activity that a series has on a day: RFC 9562's UUIDv5 of the day, with the series as namespace. A
 * client that made the series while it was offline knows its activities.
 */
export function idOfOccurrence(seriesId: string, day: LocalDate): string {
  const namespace = Buffer.from(seriesId.replaceAll('-', ''), 'hex');
  const bytes = createHash('sha1').update(namespace).update(day).digest().subarray(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x50;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

const seriesSeen = perRequest<string, SeriesRow | null>(async (ctx, ids) => {
  const scope = await scopeOf(ctx);
  const rows = await ctx.db.rows<ActivityRow>(sql`
    /* seriesSeen */
    select ${activityColumns} from activity a
    where a.series_id = any(${ids.filter(isUuid)}::uuid[]) and ${seesTeamOf(scope, sql`a.team_id`)}
    order by a.starts_at, a.id`);
  const found = groupBy(rows, (row) => row.seriesId);
  return ids.map((id) => {
    const activities = found.get(id.toLowerCase());
    return activities === undefined
      ? null
      : { id: id.toLowerCase(), version: seriesVersion(activities), activities };
  });
});

function monthsBetween(activities: readonly ActivityRow[]): string[] {
  const held = activities.map(({ startsAt }) => today(startsAt).slice(0, 7)).sort();
  const last = held.at(-1) ?? '';
  const skipped: string[] = [];
  for (let month = held[0] ?? ''; month < last; month = monthAfter(month)) {
    if (!held.includes(month)) skipped.push(month);
  }
  return skipped;
}

function monthAfter(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`;
}
