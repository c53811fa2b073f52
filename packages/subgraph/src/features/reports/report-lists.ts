import { isStorableText, type ReportStatus, period as requirePeriod } from '@cnscd/domain';
import sql from 'sql-template-tag';
import { dayOf } from '../../arguments.ts';
import { builder } from '../../builder.ts';
import { connectionType, pageArguments, pagedList } from '../../connection-type.ts';
import type { Connection } from '../../connections.ts';
import type { Context } from '../../context.ts';
import { requireUnit } from '../../entities/unit.ts';
import { AdminLevel, ReportStatus as ReportStatusEnum } from '../../enums.ts';
import { connectionOf, type PageArguments, pageOf } from '../../paging.ts';
import { SCOPED } from '../../permissions/access.ts';
import { coversUnit, scopeOf } from '../../permissions/scope.ts';
import { requireReportSeen, seesReport } from '../../reports/report-access.ts';
import { type ReportRow, reportColumns, reportSortKey } from '../../reports/report-rows.ts';
import { startingAfter } from '../../sql-fragments.ts';

const ReportConnection = connectionType('Report');

builder.queryFields((t) => ({
  report: t.field({
    type: 'Report',
    extensions: SCOPED,
    nullable: true,
    description:
      'A period report by id. Error: `REPORT_NOT_FOUND`, also for one that the caller does not oversee.',
    args: { id: t.arg.id({ required: true, description: 'UUID.' }) },
    resolve: (_, { id }, ctx) => requireReportSeen(ctx, id),
  }),
  reports: t.field({
    type: ReportConnection,
    extensions: SCOPED,
    description:
      'Period reports that the caller oversees, those opened last first. Errors: `UNIT_NOT_FOUND`, `UNIT_CODE_INVALID`, `PERIOD_INVALID`, `PAGE_SIZE_INVALID`.',
    listSize: pagedList,
    args: {
      unitCode: t.arg.string({
        description: 'Only those of this unit of today and of what lies in it, at any depth.',
      }),
      templateCode: t.arg.string({ description: 'Only by this template.' }),
      period: t.arg({ type: 'Period', description: 'Only for this period.' }),
      level: t.arg({ type: AdminLevel, description: 'Only of this level.' }),
      status: t.arg({ type: ReportStatusEnum, description: 'Only in this status.' }),
      ...pageArguments,
    },
    resolve: (_, args, ctx) => listReports(ctx, args),
  }),
}));

interface ReportListArguments extends PageArguments {
  unitCode?: string | null | undefined;
  templateCode?: string | null | undefined;
  period?: string | null | undefined;
  level?: ReportRow['level'] | null | undefined;
  status?: ReportStatus | null | undefined;
}

/** What PostgreSQL cannot store, no template is called. */
const codeOf = (text: string) => (isStorableText(text) ? text : '');

async function listReports(ctx: Context, args: ReportListArguments): Promise<Connection<ReportRow>> {
  const page = pageOf(args, { name: 'reports' });
  const { unitCode, level = null, status = null } = args;
  const templateCode = args.templateCode == null ? null : codeOf(args.templateCode);
  const period = args.period == null ? null : requirePeriod(args.period);
  const region = unitCode == null ? null : await requireUnit(ctx, unitCode, dayOf(ctx, null));
  const where = sql`${seesReport(await scopeOf(ctx))}
    and (${templateCode}::text is null or r.template_code = ${templateCode})
    and (${period}::text is null or r.period = ${period})
    and (${level}::admin_level is null or r.level = ${level}::admin_level)
    and (${status}::report_status is null or r.status = ${status}::report_status)
    and ${region === null ? sql`true` : coversUnit({ regionIds: [region.id] }, sql`r.unit_id`)}`;
  const rows = await ctx.db.rows<ReportRow>(sql`
    /* listReports */
    select ${reportColumns} from report r
    where ${where} ${startingAfter(page, sql`${reportSortKey}`, sql`r.id`)}
    order by ${reportSortKey}, r.id limit ${page.limit}`);
  return { ...connectionOf(rows, page), total: () => countReports(ctx, where) };
}

async function countReports(ctx: Context, where: ReturnType<typeof sql>): Promise<number> {
  const [row] = await ctx.db.rows<{ total: number }>(sql`
    /* countReports */
    select count(*) as total from report r where ${where}`);
  return row?.total ?? 0;
}
