import { DomainError } from '@cnscd/domain';
import sql from 'sql-template-tag';
import { builder } from '../../builder.ts';
import { groupedBy, perRequest } from '../../context.ts';
import { activityById } from '../../entities/activity.ts';
import { keyOfReference } from '../../entities/key-of-reference.ts';
import { required } from '../../entities/required.ts';
import type { OutcomeRow } from '../../entities/rows.ts';
import { teamById } from '../../entities/team.ts';
import { unitById } from '../../entities/unit.ts';
import { ActivityKind, ActivityStatus, Topic } from '../../enums.ts';

const ActivityOutcome = builder.objectRef<OutcomeRow>('ActivityOutcome').implement({
  description:
    'Three counts of people on one topic [kết quả]. They are never merged; null is unknown, 0 is none.',
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
  description: 'Something a team does on a day [hoạt động].',
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
    outcomes: t.field({
      type: [ActivityOutcome],
      description: 'Counts by topic, at most one a topic.',
      listSize: { assumedSize: 3 },
      resolve: (activity, _, ctx) => outcomesOf(ctx).load(activity.id),
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
    return id === null ? null : activityById(ctx).load(id);
  },
});

builder.queryField('activity', (t) =>
  t.field({
    type: 'Activity',
    nullable: true,
    description: 'An activity by id. Error: `ACTIVITY_NOT_FOUND`.',
    args: { id: t.arg.id({ required: true, description: 'UUID.' }) },
    resolve: async (_, { id }, ctx) => {
      const activity = await activityById(ctx).load(id);
      if (activity !== null) return activity;
      throw new DomainError(
        'ACTIVITY_NOT_FOUND',
        { vi: `Không có hoạt động nào với id ${id}.`, en: `There is no activity with the id ${id}.` },
        { field: 'id', value: id },
      );
    },
  }),
);

const outcomesOf = perRequest<string, OutcomeRow[]>(async (ctx, ids) => {
  const rows = await ctx.db.rows<OutcomeRow>(sql`
    /* outcomesOf */
    select activity_id as "activityId", topic, reached, assisted, succeeded from activity_outcome
    where activity_id = any(${ids}::uuid[]) order by topic`);
  return groupedBy(ids, rows, (row) => row.activityId);
});
