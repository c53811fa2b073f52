import { period as periodFrom } from '@cnscd/domain';
import sql from 'sql-template-tag';
import { builder } from '../../builder.ts';
import { groupedBy, perRequest } from '../../context.ts';
import { indicatorByCode } from '../../entities/indicator.ts';
import { required } from '../../entities/required.ts';
import type { TargetRow } from '../../entities/rows.ts';
import { targetByCode, targetColumns } from '../../entities/target.ts';
import { teamById } from '../../entities/team.ts';
import { unitById } from '../../entities/unit.ts';
import { Comparator } from '../../enums.ts';
import { versioned } from '../../operations/versioned.ts';
import { resultUnion } from '../../operations/write-types.ts';
import { PUBLIC } from '../../permissions/access.ts';
import { INSIDE_TEAM, seesInside } from '../../permissions/guards.ts';
import { sourceField } from '../../source-field.ts';

interface Revision
  extends Pick<TargetRow, 'code' | 'revision' | 'comparator' | 'value' | 'statement' | 'reason'> {
  recordedAt: Date;
  supersededAt: Date | null;
}

const TargetRevision = builder.objectRef<Revision>('TargetRevision').implement({
  extensions: PUBLIC,
  description: 'A target as it was before it was changed [lịch sử chỉ tiêu].',
  fields: (t) => ({
    revision: t.exposeInt('revision', { description: 'From 1.' }),
    comparator: t.expose('comparator', { type: Comparator, description: 'How a value was held against it.' }),
    value: t.exposeFloat('value', { nullable: true, description: 'The goal then. Null as in Target.' }),
    statement: t.exposeString('statement', { description: 'The goal in words then.' }),
    reason: t.exposeString('reason', {
      nullable: true,
      description: 'Why it differs from the one before. Null where none was asked for.',
    }),
    recordedAt: t.expose('recordedAt', { type: 'DateTime', description: 'When it was set.' }),
    supersededAt: t.expose('supersededAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it was changed or withdrawn. Null: it stands.',
    }),
  }),
});

export const Target = builder.objectRef<TargetRow>('Target').implement({
  extensions: PUBLIC,
  description: 'A goal for an indicator, a unit or a team, and a period [chỉ tiêu được giao].',
  fields: (t) => ({
    code: t.exposeString('code', { description: 'Stable code of the target; a change keeps it.' }),
    version: t.exposeInt('revision', { description: 'Rises with each change.' }),
    indicator: t.field({
      type: 'Indicator',
      description: 'What is measured.',
      resolve: async (target, _, ctx) =>
        required(await indicatorByCode(ctx).load(target.indicatorCode), `indicator ${target.indicatorCode}`),
    }),
    unit: t.field({
      type: 'AdminUnit',
      description: 'The unit it was set for; the nation for a national goal.',
      resolve: async (target, _, ctx) =>
        required(await unitById(ctx).load(target.unitId), `admin_unit ${target.unitId}`),
    }),
    team: t.field({
      type: 'Team',
      nullable: true,
      description: 'The team of the unit that it was set for. Null: for the whole unit.',
      resolve: (target, _, ctx) => (target.teamId === null ? null : teamById(ctx).load(target.teamId)),
    }),
    period: t.expose('period', { type: 'Period', description: 'The period it was set for.' }),
    comparator: t.expose('comparator', { type: Comparator, description: 'How a value is held against it.' }),
    value: t.exposeFloat('value', {
      nullable: true,
      description: "The goal. Null where the source's words allow several readings.",
    }),
    measureUnit: t.string({
      description: 'Unit of measure; UNKNOWN where the source leaves it out.',
      resolve: (target) => target.measureUnit ?? 'UNKNOWN',
    }),
    readings: t.floatList({
      description: "The values that the source's words allow, where they allow more than one.",
      listSize: { assumedSize: 2 },
      resolve: (target) => target.readings,
    }),
    statement: t.exposeString('statement', { description: "The goal in its source's words." }),
    reason: t.exposeString('reason', {
      nullable: true,
      description: 'Why it was changed: always there where its period had begun. Null otherwise.',
    }),
    source: t.field(sourceField),
    history: t.field({
      type: [TargetRevision],
      description: 'All revisions, newest first, at most 50.',
      listSize: { assumedSize: 2 },
      resolve: (target, _, ctx) => revisionsOf(ctx).load(target.code),
    }),
  }),
});

versioned({
  type: 'Target',
  load: async (ctx, code) => {
    const target = await targetByCode(ctx).load(code);
    if (target === null || (target.teamId !== null && !(await seesInside(ctx, target.teamId)))) return null;
    return { ...target, version: target.revision };
  },
  notFound: 'TARGET_NOT_FOUND',
});

/** What the writes of a target answer. */
export const TargetResult = resultUnion('Target');

builder.objectField('AdminUnit', 'targets', (t) =>
  t.field({
    type: [Target],
    description:
      'Targets set for this version of the unit as a whole, latest period first, at most 500; not those of its teams. Error: `PERIOD_INVALID`.',
    listSize: { assumedSize: 10 },
    args: { period: t.arg({ type: 'Period', description: 'Only of this period. Default: all.' }) },
    resolve: async (unit, { period }, ctx) => within(await targetsOfUnits(ctx).load(unit.id), period),
  }),
);

builder.objectField('Team', 'targets', (t) =>
  t.field({
    type: [Target],
    description:
      'Targets set for the team, latest period first, at most 500. For who sees inside the team. Errors: `SIGN_IN_REQUIRED`, `NOT_PERMITTED`, `PERIOD_INVALID`.',
    extensions: INSIDE_TEAM,
    listSize: { assumedSize: 5 },
    args: { period: t.arg({ type: 'Period', description: 'Only of this period. Default: all.' }) },
    resolve: async (team, { period }, ctx) => within(await targetsOfTeams(ctx).load(team.id), period),
  }),
);

function within(targets: TargetRow[], period: string | null | undefined): TargetRow[] {
  if (period == null) return targets;
  const asked = periodFrom(period);
  return targets.filter((target) => target.period === asked);
}

const targetsOfUnits = perRequest<string, TargetRow[]>(async (ctx, ids) => {
  const rows = await ctx.db.rows<TargetRow>(sql`
    /* targetsOfUnits */
    select x.* from unnest(${ids}::text[]) as asked (id)
    cross join lateral (
      select ${targetColumns} from target t
      where t.unit_id = asked.id and t.team_id is null and t.superseded_at is null
      order by t.period desc, t.indicator_code, t.code limit 500) x
    order by x.period desc, x."indicatorCode", x.code`);
  return groupedBy(ids, rows, (row) => row.unitId);
});

export const targetsOfTeams = perRequest<string, TargetRow[]>(async (ctx, ids) => {
  const rows = await ctx.db.rows<TargetRow>(sql`
    /* targetsOfTeams */
    select x.* from unnest(${ids}::uuid[]) as asked (id)
    cross join lateral (
      select ${targetColumns} from target t where t.team_id = asked.id and t.superseded_at is null
      order by t.period desc, t.indicator_code, t.code limit 500) x
    order by x.period desc, x."indicatorCode", x.code`);
  return groupedBy(ids, rows, (row) => row.teamId ?? '');
});

const revisionsOf = perRequest<string, Revision[]>(async (ctx, codes) => {
  const rows = await ctx.db.rows<Revision>(sql`
    /* targetRevisionsOf */
    select code, revision, comparator, value, statement, reason, recorded_at as "recordedAt",
      superseded_at as "supersededAt"
    from (
      select t.*, row_number() over (partition by code order by revision desc) as place
      from target t where code = any(${codes}::text[])) t
    where place <= 50 order by code, revision desc`);
  return groupedBy(codes, rows, (row) => row.code);
});
