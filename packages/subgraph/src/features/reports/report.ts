import {
  formatDate,
  isDiscardableReport,
  isOpenReport,
  type LocalDate,
  REPORT_ACTIONS,
  REPORT_STEPS,
  type ReportAction,
  reportCompleteness,
  unitEnded,
} from '@cnscd/domain';
import sql from 'sql-template-tag';
import { builder } from '../../builder.ts';
import { type Context, inOrder, perRequest } from '../../context.ts';
import { required } from '../../entities/required.ts';
import type { UnitRow } from '../../entities/rows.ts';
import { unitById, unitColumns } from '../../entities/unit.ts';
import { AdminLevel, ReportAction as ReportActionEnum, ReportStatus } from '../../enums.ts';
import { FigureWarning } from '../../figure-warning.ts';
import { versioned } from '../../operations/versioned.ts';
import { resultUnion } from '../../operations/write-types.ts';
import { HELD } from '../../permissions/access.ts';
import { staleReports } from '../../reports/current-basis.ts';
import { reportRights, reportSeen } from '../../reports/report-access.ts';
import { editionOf, editionsOf, stepsOf, templateOf, valuesOf } from '../../reports/report-loaders.ts';
import { childrenOf, daysLateOf, dueOnOf } from '../../reports/report-progress.ts';
import { type EditionRow, type ReportRow, type StepRow, standingNumber } from '../../reports/report-rows.ts';
import { tablesOf } from '../../reports/report-tables.ts';
import { ReportChild } from './report-child.ts';
import { ReportTemplate } from './report-template.ts';
import { ReportTable } from './report-value.ts';

const ReportStep = builder.objectRef<StepRow>('ReportStep').implement({
  extensions: HELD,
  description: 'One step of the life of a report [vết xử lý]: never changed, never taken away.',
  fields: (t) => ({
    action: t.expose('action', { type: ReportActionEnum, description: 'What was done.' }),
    from: t.expose('fromStatus', {
      type: ReportStatus,
      nullable: true,
      description: 'Status before. Null: it was opened.',
    }),
    to: t.expose('toStatus', { type: ReportStatus, description: 'Status after.' }),
    edition: t.exposeInt('edition', { description: 'The edition that it was done with.' }),
    reason: t.exposeString('reason', { nullable: true, description: 'Why. Null where none was given.' }),
    by: t.exposeString('actor', { description: 'Who: the subject of the sign-in.' }),
    at: t.expose('at', { type: 'DateTime', description: 'When.' }),
  }),
});

const ReportEdition = builder.objectRef<EditionRow>('ReportEdition').implement({
  extensions: HELD,
  description:
    'The values of a report from one opening to the next lock [lần báo cáo]. Locked, it never changes.',
  fields: (t) => ({
    number: t.exposeInt('number', { description: 'From 1.' }),
    coversFrom: t.expose('coversFrom', { type: 'Date', description: 'First day that it covers.' }),
    coversTo: t.expose('coversTo', {
      type: 'Date',
      description: 'Last day that it covers: that of the period, or that of a unit that ended before.',
    }),
    filledAt: t.expose('filledAt', { type: 'DateTime', description: 'When its values were last filled.' }),
    lockedAt: t.expose('lockedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'Null while it is not locked.',
    }),
    digest: t.exposeString('digest', {
      nullable: true,
      description: 'sha256 of its values as they were locked. Null while it is not locked.',
    }),
    tables: t.field({
      type: [ReportTable],
      description: 'Its values.',
      listSize: { assumedSize: 4 },
      resolve: async ({ reportId, number }, _, ctx) =>
        tablesOf(await valuesOf(ctx).load({ reportId, edition: number })),
    }),
  }),
});

builder.objectType('Report', {
  extensions: HELD,
  description:
    'The report of one unit for one period, by one template [báo cáo kỳ]: filled from what is known, corrected by hand with a reason, submitted, approved by the level above, locked. For the officers of the unit.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'UUID.' }),
    template: t.field({
      type: ReportTemplate,
      description: 'The version of the template that it follows.',
      resolve: (report, _, ctx) => templateOf(ctx, report),
    }),
    unit: t.field({
      type: 'AdminUnit',
      description: 'Who reports: one version of the unit.',
      resolve: async ({ unitId }, _, ctx) =>
        required(await unitById(ctx).load(unitId), `admin_unit ${unitId}`),
    }),
    parentUnit: t.field({
      type: 'AdminUnit',
      nullable: true,
      description: 'Whom it reports to. Null: it is the uppermost.',
      resolve: ({ parentId }, _, ctx) => (parentId === null ? null : unitById(ctx).load(parentId)),
    }),
    carriedOnBy: t.field({
      type: 'AdminUnit',
      nullable: true,
      description:
        'The unit whose officers go on with it because its own ended [đơn vị tiếp tục xử lý]. Null: its own stands.',
      resolve: ({ unitId }, _, ctx) => successorOf(ctx).load(unitId),
    }),
    level: t.expose('level', { type: AdminLevel, description: 'Level of the unit.' }),
    period: t.expose('period', { type: 'Period', description: 'The period.' }),
    status: t.expose('status', { type: ReportStatus, description: 'Where it stands.' }),
    edition: t.exposeInt('edition', { description: 'Its newest edition; those before can still be read.' }),
    dueOn: t.field({
      type: 'Date',
      nullable: true,
      description:
        'Last day on which it is in time. Null: the days off of that year are not loaded yet (`cnscd-subgraph calendar load`).',
      resolve: (report, _, ctx) => dueOnOf(ctx, report),
    }),
    submittedOn: t.expose('submittedOn', {
      type: 'Date',
      nullable: true,
      description: 'Day of its first submission. Null: it was never submitted.',
    }),
    daysLate: t.int({
      nullable: true,
      description:
        'Working days that it came, or is, late; 0: in time. Null where the work calendar does not say.',
      resolve: (report, _, ctx) => daysLateOf(ctx, report),
    }),
    completeness: t.float({
      description: 'The share, 0–1, of the required lines that have a value.',
      resolve: async ({ id, edition }, _, ctx) => {
        const values = await valuesOf(ctx).load({ reportId: id, edition });
        return reportCompleteness(
          values.map((value) => ({ isRequired: value.isRequired, value: standingNumber(value).value })),
        );
      },
    }),
    isStale: t.boolean({
      description:
        'Whether what it was filled from has changed since: a report below was approved, returned or reopened, or the unit ended. Fill it again; what was submitted has to be returned for that. False once it is locked.',
      resolve: ({ id }, _, ctx) => isStale(ctx).load(id),
    }),
    isEditable: t.boolean({
      description: 'Whether the caller may fill and correct it now.',
      resolve: async ({ id, status }, _, ctx) =>
        isOpenReport(status) && (await reportRights(ctx).load(id)).mayFill,
    }),
    isDiscardable: t.boolean({
      description: 'Whether the caller may give it up now: a draft that was never submitted.',
      resolve: async (report, _, ctx) =>
        isDiscardableReport(report) && (await reportRights(ctx).load(report.id)).mayFill,
    }),
    actions: t.field({
      type: [ReportActionEnum],
      description:
        'What the caller may do with it now, as far as its status and their role go; the reports below and above may still be in the way.',
      listSize: { assumedSize: 2 },
      resolve: actionsOf,
    }),
    tables: t.field({
      type: [ReportTable],
      description: 'The values of its newest edition.',
      listSize: { assumedSize: 4 },
      resolve: async ({ id, edition }, _, ctx) =>
        tablesOf(await valuesOf(ctx).load({ reportId: id, edition })),
    }),
    editions: t.field({
      type: [ReportEdition],
      description: 'Its editions, newest first, at most 50.',
      listSize: { assumedSize: 2 },
      resolve: async ({ id }, _, ctx) => (await editionsOf(ctx).load(id)).slice(0, 50),
    }),
    trail: t.field({
      type: [ReportStep],
      description: 'Everything that was done with it, oldest first, at most 500.',
      listSize: { assumedSize: 8 },
      resolve: async ({ id }, _, ctx) => (await stepsOf(ctx).load(id)).slice(-500),
    }),
    children: t.field({
      type: [ReportChild],
      description: 'The units that should report to it, and how they stand, at most 500. Empty: nobody does.',
      listSize: { assumedSize: 50 },
      resolve: async (report, _, ctx) => {
        const template = await templateOf(ctx, report);
        const { unitId, level, period } = report;
        return (await childrenOf(ctx).load({ unitId, level, template, period })).slice(0, 500);
      },
    }),
    warnings: t.field({
      type: [FigureWarning],
      description: 'What a reader of the whole must know.',
      listSize: { assumedSize: 1 },
      resolve: async ({ unitId }, _, ctx) => {
        const unit = await unitById(ctx).load(unitId);
        // From the database, a real day.
        return unit?.validTo == null
          ? []
          : [unitEnded(unit.fullName, formatDate(unit.validTo as LocalDate, 'vi'))];
      },
    }),
    openedAt: t.expose('openedAt', { type: 'DateTime', description: 'When it was opened.' }),
    version: t.exposeInt('version', { description: 'Rises with each change.' }),
  }),
});

versioned({ type: 'Report', load: (ctx, id) => reportSeen(ctx).load(id), notFound: 'REPORT_NOT_FOUND' });

/** What the writes of a report answer. */
export const ReportResult = resultUnion('Report');

async function actionsOf({ id, status }: ReportRow, _: object, ctx: Context): Promise<ReportAction[]> {
  const { mayFill, mayApprove } = await reportRights(ctx).load(id);
  return REPORT_ACTIONS.filter(
    (action) => REPORT_STEPS[action].from.includes(status) && (action === 'SUBMIT' ? mayFill : mayApprove),
  );
}

const isStale = perRequest<string, boolean>(async (ctx, ids) => {
  const reports = await reportSeen(ctx).loadMany(ids);
  const filled = await Promise.all(
    reports.flatMap((report) =>
      report === null || report instanceof Error
        ? []
        : [editionOf(ctx, report).then((edition) => ({ report, edition }))],
    ),
  );
  const movable = filled.filter(({ report }) => report.status !== 'LOCKED');
  const stale = movable.length === 0 ? new Set<string>() : await staleReports(ctx, movable);
  return ids.map((id) => stale.has(id));
});

/** The unit of today that a unit which ended lies in, at its own level. */
const successorOf = perRequest<string, UnitRow | null>(async (ctx, unitIds) => {
  const rows = await ctx.db.rows<UnitRow & { formerId: string }>(sql`
    /* successorsOfUnits */
    select distinct on (former.id) ${unitColumns}, former.id as "formerId"
    from admin_unit former
    join unit_scope s on s.unit_id = former.id and s.reason = 'LINEAGE' and s.containment = 'WHOLE'
    join admin_unit u on u.id = s.region_id and u.level = former.level and u.valid_to is null
    where former.id = any(${unitIds}::text[]) and former.valid_to is not null
    order by former.id, u.id`);
  return inOrder(unitIds, rows, (row) => row.formerId);
});
