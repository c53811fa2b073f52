import sql from 'sql-template-tag';
import { dayOf } from '../../arguments.ts';
import { builder } from '../../builder.ts';
import { connectionType, pageArguments, pagedList } from '../../connection-type.ts';
import type { Connection } from '../../connections.ts';
import type { Context } from '../../context.ts';
import { memberSeen } from '../../entities/member.ts';
import {
  type MergerRow,
  mergerColumns,
  mergerNotFound,
  mergerSeen,
  mergerSortKey,
  type ReportLine,
  seesMerger,
} from '../../entities/merger.ts';
import { requireUnit, unitById } from '../../entities/unit.ts';
import { MergerKind, MergerStatus } from '../../enums.ts';
import { versioned } from '../../operations/versioned.ts';
import { connectionOf, type PageArguments, pageOf } from '../../paging.ts';
import { HELD, SCOPED } from '../../permissions/access.ts';
import { coversUnit, scopeOf } from '../../permissions/scope.ts';
import { startingAfter } from '../../sql-fragments.ts';

const MergerLine = builder.objectRef<ReportLine>('MergerLine').implement({
  extensions: HELD,
  description: 'One thing that a merger or split does.',
  fields: (t) => ({
    kind: t.exposeString('kind', {
      description: 'Stable name of the line: `MEMBERS_CARRIED`. More may come.',
    }),
    label: t.exposeString('label', { description: 'What is counted, in Vietnamese.' }),
    labelEn: t.exposeString('labelEn', { description: 'The same in English.' }),
    count: t.exposeInt('count', { description: 'How many.' }),
    details: t.exposeStringList('details', {
      description:
        'What was counted, by codes, names of places and days. Empty where the line only counts, or counts people.',
      listSize: { assumedSize: 20 },
    }),
    members: t.field({
      type: ['Member'],
      description:
        'The people who were counted, as far as the caller knows them. Empty where the line is about something else.',
      listSize: { assumedSize: 20 },
      resolve: ({ memberIds }, _, ctx) => membersKnown(ctx, memberIds ?? []),
    }),
  }),
});

async function membersKnown(ctx: Context, ids: readonly string[]) {
  const members = await Promise.all(ids.map((id) => memberSeen(ctx).load(id)));
  return members.filter((member) => member !== null);
}

builder.objectType('Merger', {
  extensions: HELD,
  description:
    'Teams, people or units that were made one, or a team that was split [sáp nhập, tách]: what it does, and whether it was undone. For the officers of its unit.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'UUID.' }),
    kind: t.expose('kind', { type: MergerKind, description: 'What was made one, or was split.' }),
    status: t.expose('status', { type: MergerStatus, description: 'Whether it holds, or was undone.' }),
    effectiveOn: t.expose('effectiveOn', { type: 'Date', description: 'First day of the new state.' }),
    unit: t.field({
      type: 'AdminUnit',
      nullable: true,
      description: 'The smallest unit that all of it lies in. Null where there is none.',
      resolve: (merger, _, ctx) => (merger.unitId === null ? null : unitById(ctx).load(merger.unitId)),
    }),
    report: t.expose('report', {
      type: [MergerLine],
      description: 'What it does, line by line; what does not happen has no line.',
      listSize: { assumedSize: 10 },
    }),
    reason: t.exposeString('reason', { nullable: true, description: 'Why. Null where no reason was given.' }),
    isDryRun: t.boolean({
      description:
        'True where it was only shown what it would do: nothing was changed, and there is nothing to undo.',
      resolve: ({ isDryRun }) => isDryRun ?? false,
    }),
    appliedAt: t.expose('appliedAt', { type: 'DateTime', description: 'When it was done.' }),
    undoneAt: t.expose('undoneAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it was undone. Null while it holds.',
    }),
    version: t.exposeInt('version', { description: 'Rises with each change.' }),
  }),
});

versioned({ type: 'Merger', load: (ctx, id) => mergerSeen(ctx).load(id), notFound: 'MERGER_NOT_FOUND' });

const MergerConnection = connectionType('Merger');

builder.queryFields((t) => ({
  merger: t.field({
    type: 'Merger',
    extensions: SCOPED,
    nullable: true,
    description:
      'A merger or split by id. Error: `MERGER_NOT_FOUND`, also for one that the caller does not oversee.',
    args: { id: t.arg.id({ required: true, description: 'UUID.' }) },
    resolve: async (_, { id }, ctx) => {
      const merger = await mergerSeen(ctx).load(id);
      if (merger === null) throw mergerNotFound(id);
      return merger;
    },
  }),
  mergers: t.field({
    type: MergerConnection,
    extensions: SCOPED,
    description:
      'Mergers and splits that the caller oversees, newest first. Errors: `UNIT_NOT_FOUND`, `UNIT_CODE_INVALID`, `PAGE_SIZE_INVALID`.',
    listSize: pagedList,
    args: {
      unitCode: t.arg.string({ description: 'Only those in this unit of today, at any depth.' }),
      kind: t.arg({ type: MergerKind, description: 'Only of this kind.' }),
      status: t.arg({ type: MergerStatus, description: 'Only in this status.' }),
      ...pageArguments,
    },
    resolve: (_, args, ctx) => listMergers(ctx, args),
  }),
}));

interface MergerListArguments extends PageArguments {
  unitCode?: string | null | undefined;
  kind?: MergerRow['kind'] | null | undefined;
  status?: MergerRow['status'] | null | undefined;
}

async function listMergers(ctx: Context, args: MergerListArguments): Promise<Connection<MergerRow>> {
  const page = pageOf(args, { name: 'mergers' });
  const region = args.unitCode == null ? null : await requireUnit(ctx, args.unitCode, dayOf(ctx, null));
  const where = sql`${seesMerger(await scopeOf(ctx))}
    and (${args.kind ?? null}::merger_kind is null or m.kind = ${args.kind ?? null}::merger_kind)
    and (${args.status ?? null}::merger_status is null or m.status = ${args.status ?? null}::merger_status)
    and ${region === null ? sql`true` : coversUnit({ regionIds: [region.id] }, sql`m.unit_id`)}`;
  const rows = await ctx.db.rows<MergerRow>(sql`
    /* listMergers */
    select ${mergerColumns} from merger m
    where ${where} ${startingAfter(page, sql`${mergerSortKey}`, sql`m.id`)}
    order by ${mergerSortKey}, m.id limit ${page.limit}`);
  return { ...connectionOf(rows, page), total: () => countMergers(ctx, where) };
}

async function countMergers(ctx: Context, where: ReturnType<typeof sql>): Promise<number> {
  const [row] = await ctx.db.rows<{ total: number }>(sql`
    /* countMergers */
    select count(*) as total from merger m where ${where}`);
  return row?.total ?? 0;
}
