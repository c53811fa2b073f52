import sql from 'sql-template-tag';
import { builder } from '../../builder.ts';
import { groupedBy, perRequest } from '../../context.ts';
import { activityNotFound, activitySeen } from '../../entities/activity.ts';
import { keyOfReference } from '../../entities/key-of-reference.ts';
import { required } from '../../entities/required.ts';
import type { OutcomeRow } from '../../entities/rows.ts';
import { teamById } from '../../entities/team.ts';
import { unitById } from '../../entities/unit.ts';
import { ActivityKind, ActivityStatus, Topic } from '../../enums.ts';
import { versioned } from '../../operations/versioned.ts';
import { resultUnion } from '../../operations/write-types.ts';
import { HELD, SCOPED } from '../../permissions/access.ts';

const ActivityOutcome = builder.objectRef<OutcomeRow>('ActivityOutcome').implement({
  description:
    'Three counts of people on one topic [kết quả]. They are never merged; null is unknown, 0 is none.',
  extensions: HELD,
  fields: (t) => ({
    topic: t.expose('topic', { type: Topic, description: 'What people were helped with.' }),
    reached: t.exposeInt('reached', {
      nullable: true,
      description: 'People who were told [được tuyên truyền].',
    }),
    assisted: t.exposeInt('assisted', {
      nullable: true,
      description: 'People who were helped [được hướng dẫn].',
    }),
    succeeded: t.exposeInt('succeeded', {
      nullable: true,
      description: 'People for whom it worked [làm được].',
    }),
  }),
});

const Activity = builder.objectType('Activity', {
  description:
    'Something a team does on a day [hoạt động]. For the people of the team and the officers of its unit.',
  extensions: HELD,
  fields: (t) => ({
    id: t.exposeID('id', { description: 'UUID.' }),
    team: t.field({
      type: 'Team',
      description: 'The team.',
      resolve: async (activity, _, ctx) =>
        required(await teamById(ctx).load(activity.teamId), `team ${activity.teamId}`),
    }),
    kind: t.expose('kind', { type: ActivityKind, description: 'How it was done.' }),
    status: t.expose('status', {
      type: ActivityStatus,
      description: 'Planned, done, verified, returned, cancelled.',
    }),
    title: t.exposeString('title', { description: 'What it was, in a few words.' }),
    startsAt: t.expose('startsAt', { type: 'DateTime', description: 'Begin.' }),
    durationMinutes: t.exposeInt('durationMinutes', {
      nullable: true,
      description: 'Minutes, 1 to 1440. Null where it is not known.',
    }),
    unit: t.field({
      type: 'AdminUnit',
      nullable: true,
      description: "Where it was held, if not in the team's own unit.",
      resolve: (activity, _, ctx) => (activity.unitId === null ? null : unitById(ctx).load(activity.unitId)),
    }),
    place: t.exposeString('place', {
      nullable: true,
      description: 'Place in words: nhà văn hóa, chợ, hộ dân.',
    }),
    note: t.exposeString('note', { nullable: true, description: 'What the team adds in its own words.' }),
    statusReason: t.exposeString('statusReason', {
      nullable: true,
      description: 'Why it was returned or cancelled. Null otherwise.',
    }),
    verifiedAt: t.expose('verifiedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When an officer verified it. Null unless it is verified.',
    }),
    outcomes: t.field({
      type: [ActivityOutcome],
      description: 'Counts by topic, at most one a topic.',
      listSize: { assumedSize: 3 },
      resolve: (activity, _, ctx) => outcomesOf(ctx).load(activity.id),
    }),
    seriesId: t.exposeID('seriesId', {
      nullable: true,
      description: 'UUID of the recurrence that it was planned with. Null for a single one.',
    }),
    isSynthetic: t.exposeBoolean('isSynthetic', {
      description: 'True for a made-up activity of the demonstration.',
    }),
    version: t.exposeInt('version', { description: 'Rises with each change.' }),
    recordedAt: t.expose('recordedAt', { type: 'DateTime', description: 'When the server took it in.' }),
  }),
});

builder.asEntity(Activity, {
  key: builder.selection<{ id: string }>('id'),
  resolveReference: (reference: { id?: string | null }, ctx) => {
    const id = keyOfReference(reference.id);
    return id === null ? null : activitySeen(ctx).load(id);
  },
});

builder.queryField('activity', (t) =>
  t.field({
    type: 'Activity',
    nullable: true,
    description: 'An activity by id. Error: `ACTIVITY_NOT_FOUND`, also for one that the caller may not see.',
    extensions: SCOPED,
    args: { id: t.arg.id({ required: true, description: 'UUID.' }) },
    resolve: async (_, { id }, ctx) => {
      const activity = await activitySeen(ctx).load(id);
      if (activity === null) throw activityNotFound(id);
      return activity;
    },
  }),
);

versioned({
  type: 'Activity',
  load: (ctx, id) => activitySeen(ctx).load(id),
  notFound: 'ACTIVITY_NOT_FOUND',
});

/** What the writes of an activity answer. */
export const ActivityResult = resultUnion('Activity');

const outcomesOf = perRequest<string, OutcomeRow[]>(async (ctx, ids) => {
  const rows = await ctx.db.rows<OutcomeRow>(sql`
    /* outcomesOf */
    select activity_id as "activityId", topic, reached, assisted, succeeded from activity_outcome
    where activity_id = any(${ids}::uuid[]) order by topic`);
  return groupedBy(ids, rows, (row) => row.activityId);
});
