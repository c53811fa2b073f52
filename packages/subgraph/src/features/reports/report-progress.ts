import { type LocalDate, type Period, periodBounds, type ReportStanding, today } from '@cnscd/domain';
import sql from 'sql-template-tag';
import { periodOf } from '../../arguments.ts';
import { builder } from '../../builder.ts';
import { workCalendarOf } from '../../calendar/work-calendar.ts';
import type { Context } from '../../context.ts';
import type { UnitRow } from '../../entities/rows.ts';
import { requireUnit } from '../../entities/unit.ts';
import { HELD, SCOPED } from '../../permissions/access.ts';
import { oversees, scopeOf } from '../../permissions/scope.ts';
import { reportNotPermitted } from '../../reports/report-access.ts';
import { type ReportChild as ChildRow, childrenOf, dueOf } from '../../reports/report-progress.ts';
import { type ReportRow, reportColumns, type TemplateRow } from '../../reports/report-rows.ts';
import { requireReporting, requireTemplateOn } from '../../reports/templates/template-on.ts';
import { ReportChild } from './report-child.ts';
import { ReportTemplate } from './report-template.ts';

interface Progress {
  template: TemplateRow;
  unit: UnitRow;
  period: Period;
  dueOn: LocalDate | null;
  own: ReportRow | null;
  children: ChildRow[];
}

const countOf = ({ children }: Progress, ...standings: ReportStanding[]) =>
  children.filter(({ standing }) => standings.includes(standing)).length;

const ReportProgress = builder.objectRef<Progress>('ReportProgress').implement({
  extensions: HELD,
  description:
    'How it stands with the reports of a unit and of those below it for a period [tiến độ báo cáo]: who has reported, who is late, who is missing.',
  fields: (t) => ({
    template: t.expose('template', {
      type: ReportTemplate,
      description: 'The template in force for the period.',
    }),
    unit: t.expose('unit', { type: 'AdminUnit', description: 'The unit.' }),
    period: t.expose('period', { type: 'Period', description: 'The period.' }),
    dueOn: t.expose('dueOn', {
      type: 'Date',
      nullable: true,
      description:
        "Last day on which the unit's own report is in time. Null: the days off of that year are not loaded yet (`cnscd-subgraph calendar load`).",
    }),
    report: t.field({
      type: 'Report',
      nullable: true,
      description: "The unit's own report. Null: nobody has opened it.",
      resolve: ({ own }) => own,
    }),
    expected: t.int({
      description: 'Units that should report to it.',
      resolve: ({ children }) => children.length,
    }),
    approved: t.int({
      description: 'Approved, or locked.',
      resolve: (progress) => countOf(progress, 'APPROVED', 'LOCKED'),
    }),
    submitted: t.int({
      description: 'Submitted, and not yet decided about.',
      resolve: (progress) => countOf(progress, 'SUBMITTED'),
    }),
    returned: t.int({ description: 'Returned.', resolve: (progress) => countOf(progress, 'RETURNED') }),
    drafts: t.int({
      description: 'Opened, and not submitted.',
      resolve: (progress) => countOf(progress, 'DRAFT'),
    }),
    missing: t.int({ description: 'Not even opened.', resolve: (progress) => countOf(progress, 'MISSING') }),
    waived: t.int({ description: 'Done without.', resolve: (progress) => countOf(progress, 'WAIVED') }),
    late: t.int({
      description: 'Of those that are not waived: came, or are, behind their day.',
      resolve: ({ children }) =>
        children.filter(({ standing, daysLate }) => standing !== 'WAIVED' && (daysLate ?? 0) > 0).length,
    }),
    children: t.field({
      type: [ReportChild],
      description: 'Those units, by name, at most 500.',
      listSize: { assumedSize: 50 },
      resolve: ({ children }) => children.slice(0, 500),
    }),
  }),
});

builder.queryField('reportProgress', (t) =>
  t.field({
    type: ReportProgress,
    extensions: SCOPED,
    description:
      'Who should report to a unit for a period, and how they stand. For officers of the unit. Errors: `REPORT_TEMPLATE_NOT_FOUND`, `REPORT_NOT_OF_UNIT`, `UNIT_NOT_FOUND`, `PERIOD_INVALID`, `AS_OF_BEFORE_DATA`, `NOT_PERMITTED`.',
    args: {
      templateCode: t.arg.string({ required: true, description: 'Code of the template.' }),
      period: t.arg({ type: 'Period', required: true, description: 'The period.' }),
      unitCode: t.arg.string({
        required: true,
        description: 'Code of the unit on the last day of the period, or today if that is earlier.',
      }),
    },
    resolve: (_, { templateCode, period, unitCode }, ctx) =>
      progressOf(ctx, { templateCode, period, unitCode }),
  }),
);

const earlierOf = (one: LocalDate, other: LocalDate) => (one < other ? one : other);

async function progressOf(
  ctx: Context,
  asked: { templateCode: string; period: string; unitCode: string },
): Promise<Progress> {
  const period = periodOf(asked.period) as Period; // it is required, so it is not null
  const { to } = periodBounds(period);
  const day = earlierOf(to, today(ctx.now));
  const unit = await requireUnit(ctx, asked.unitCode, day);
  const [seen] = await ctx.db.rows<{ sees: boolean }>(sql`
    /* seesProgress */ select ${oversees(await scopeOf(ctx), sql`${unit.id}::text`)} as sees`);
  if (seen?.sees !== true) throw reportNotPermitted(unit.level, 'unitCode');
  const template = await requireTemplateOn(ctx, asked.templateCode, to);
  requireReporting(template, unit.level, period);
  const [own] = await ctx.db.rows<ReportRow>(sql`
    /* ownReport */
    select ${reportColumns} from report r
    where r.template_code = ${template.code} and r.period = ${period} and r.unit_id = ${unit.id}`);
  const { level } = unit;
  const children = await childrenOf(ctx).load({ unitId: unit.id, level, template, period });
  const dueOn = dueOf(template, level, period, await workCalendarOf(ctx));
  return { template, unit, period, own: own ?? null, children, dueOn };
}
