import {
  isApprovedReport,
  type LocalDate,
  periodBounds,
  type ReportStanding,
  reportDaysLate,
  today,
} from '@cnscd/domain';
import sql from 'sql-template-tag';
import { workCalendarOf } from '../../calendar/work-calendar.ts';
import type { Context } from '../../context.ts';
import { required } from '../../entities/required.ts';
import { unitById } from '../../entities/unit.ts';
import { inNaturalOrder } from '../../sql-fragments.ts';
import { childrenOf } from '../report-progress.ts';
import type { ReportRow, TemplateRow } from '../report-rows.ts';

/** A unit that should report to the one of the paper, and how it stands or stood. */
export interface ChildOnPaper {
  unitName: string;
  /** Last day of the unit, where it ended within the period. */
  endedOn: LocalDate | null;
  standing: ReportStanding;
  dueOn: LocalDate | null;
  submittedOn: LocalDate | null;
  /** Working days. Null where the calendar does not say. */
  daysLate: number | null;
  /** Why it is done without. Null: it is not. */
  waiver: string | null;
}

/** The units that should report, as they stand now. */
export async function childrenNow(
  ctx: Context,
  { unitId, level, period }: ReportRow,
  template: TemplateRow,
): Promise<ChildOnPaper[]> {
  const children = await childrenOf(ctx).load({ unitId, level, template, period });
  const reasons = await waiverReasons(
    ctx,
    children.flatMap(({ waiverId }) => waiverId ?? []),
  );
  return Promise.all(
    children.map(async (child) => {
      const unit = required(await unitById(ctx).load(child.unitId), `admin_unit ${child.unitId}`);
      return {
        ...{ unitName: unit.fullName, endedOn: null, standing: child.standing, dueOn: child.dueOn },
        ...{ submittedOn: child.submittedOn, daysLate: child.daysLate },
        waiver: child.standing === 'WAIVED' ? (reasons.get(child.waiverId ?? '') ?? '') : null,
      };
    }),
  );
}

async function waiverReasons(ctx: Context, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await ctx.db.rows<{ id: string; reason: string }>(sql`
    /* waiverReasons */
    select w.id, w.reason from report_waiver w where w.id = any(${ids}::uuid[])`);
  return new Map(rows.map(({ id, reason }) => [id, reason]));
}

interface RecordedChild extends Omit<ChildOnPaper, 'daysLate' | 'standing'> {
  status: ReportStanding | null;
}

/**
 * Who had answered or was done without when the report above was locked: what is recorded of it, whatever units were
 * merged since. Nobody else can be missing then, or it could not have been locked; a draft that nobody had submitted is
 * none of it, and may be given up later.
 */
export async function childrenRecorded(
  ctx: Context,
  { templateCode, unitId, period }: ReportRow,
  at: Date,
): Promise<ChildOnPaper[]> {
  const instant = at.toISOString();
  const rows = await ctx.db.rows<RecordedChild>(sql`
    /* childrenRecorded */
    with answered as (
      select r.unit_id, r.due_on, r.submitted_on,
        step.to_status as status, case when e.covers_to < ${periodBounds(period).to}::date then e.covers_to end as ended_on
      from report r
      join lateral (
        select s.to_status, s.edition from report_step s
        where s.report_id = r.id and s.at <= ${instant}::timestamptz order by s.id desc limit 1) step on true
      join report_edition e on e.report_id = r.id and e.number = step.edition
        and r.submitted_on <= (${instant}::timestamptz at time zone 'Asia/Ho_Chi_Minh')::date
      where r.template_code = ${templateCode} and r.period = ${period} and r.parent_id = ${unitId}),
    waived as (
      select w.unit_id, w.reason from report_waiver w
      where w.template_code = ${templateCode} and w.period = ${period} and w.parent_id = ${unitId}
        and w.waived_at <= ${instant}::timestamptz
        and (w.revoked_at is null or w.revoked_at > ${instant}::timestamptz))
    select u.full_name as "unitName", a.ended_on as "endedOn", a.due_on as "dueOn", a.status,
      a.submitted_on as "submittedOn",
      w.reason as waiver
    from (select unit_id from answered union select unit_id from waived) known
    join admin_unit u on u.id = known.unit_id
    left join answered a on a.unit_id = known.unit_id
    left join waived w on w.unit_id = known.unit_id
    order by ${inNaturalOrder(sql`u.search_text`)}, u.id`);
  const calendar = await workCalendarOf(ctx);
  return rows.map(({ status, ...row }) => {
    const isAnswered =
      status !== null && status !== 'WAIVED' && status !== 'MISSING' && isApprovedReport(status);
    return {
      ...row,
      standing: isAnswered ? status : row.waiver === null ? (status ?? 'MISSING') : 'WAIVED',
      waiver: isAnswered ? null : row.waiver,
      daysLate: reportDaysLate(
        { dueOn: row.dueOn, submittedOn: row.submittedOn, today: today(at) },
        calendar,
      ),
    };
  });
}
