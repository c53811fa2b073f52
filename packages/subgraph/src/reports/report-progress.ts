import {
  type AdminLevel,
  isApprovedReport,
  type LocalDate,
  type Period,
  periodBounds,
  type ReportStanding,
  type ReportStatus,
  reportDaysLate,
  reportDueOn,
  today,
  type WorkCalendar,
} from '@cnscd/domain';
import sql from 'sql-template-tag';
import { workCalendarOf } from '../calendar/work-calendar.ts';
import { type Context, groupedBy, perRequest } from '../context.ts';
import { standsOn } from '../entities/unit.ts';
import { inNaturalOrder } from '../sql-fragments.ts';
import { templateOf } from './report-loaders.ts';
import type { ReportRow, TemplateRow } from './report-rows.ts';
import { levelsAround } from './templates/template-on.ts';

/** A unit that should report to another one, and how it stands. */
export interface ReportChild {
  unitId: string;
  standing: ReportStanding;
  reportId: string | null;
  waiverId: string | null;
  dueOn: LocalDate | null;
  submittedOn: LocalDate | null;
  /** Working days that it came, or is, late. Null where the calendar does not say. */
  daysLate: number | null;
}

/** Whose children, by which template, for which period. */
export interface ProgressKey {
  unitId: string;
  level: AdminLevel;
  template: TemplateRow;
  period: Period;
}

interface FoundChild {
  position: number;
  unitId: string;
  reportId: string | null;
  status: ReportStatus | null;
  waiverId: string | null;
  dueOn: LocalDate | null;
  submittedOn: LocalDate | null;
}

/** The units that should report to units, and how they stand: one statement for all that a request asks about. */
export const childrenOf = perRequest<ProgressKey, ReportChild[]>(
  async (ctx, keys) => {
    const asked = keys.map(({ unitId, level, template, period }, position) => ({
      ...{ position, parentId: unitId, templateCode: template.code, period, day: periodBounds(period).to },
      level: levelsAround(template, level, period).below,
    }));
    const rows = await ctx.db.rows<FoundChild>(sql`
      /* childrenThatReport */
      select asked.position, u.id as "unitId", r.id as "reportId", r.status, w.id as "waiverId", r.due_on as "dueOn",
        r.submitted_on as "submittedOn"
      from json_to_recordset(${JSON.stringify(asked)}::json) as asked (position int, "parentId" text, level admin_level,
        "templateCode" text, period text, day date)
      join unit_scope s on s.region_id = asked."parentId" and s.reason = 'DESCENT'
      join admin_unit u on u.id = s.unit_id and u.level = asked.level and ${standsOn(sql`asked.day`)}
      left join report r on r.template_code = asked."templateCode" and r.period = asked.period and r.unit_id = u.id
      left join report_waiver w on w.template_code = asked."templateCode" and w.period = asked.period
        and w.unit_id = u.id and w.revoked_at is null
      order by asked.position, ${inNaturalOrder(sql`u.search_text`)}, u.id`);
    const calendar = await workCalendarOf(ctx);
    const groups = groupedBy(
      keys.map((_, position) => position),
      rows,
      (row) => row.position,
    );
    return groups.map((group, position) => {
      const key = keys[position];
      return key === undefined
        ? []
        : group.map((row) => childOf(row, key, { calendar, today: today(ctx.now) }));
    });
  },
  ({ unitId, template, period }) => `${template.id} ${period} ${unitId}`,
);

function childOf(
  { unitId, reportId, status, waiverId, ...days }: FoundChild,
  { level, template, period }: ProgressKey,
  clock: { calendar: WorkCalendar; today: LocalDate },
): ReportChild {
  const below = levelsAround(template, level, period).below;
  const dueOn = days.dueOn ?? dueOf(template, below ?? level, period, clock.calendar);
  return {
    ...{ unitId, reportId, waiverId, dueOn, submittedOn: days.submittedOn },
    standing: standingOf(status, waiverId !== null),
    daysLate: reportDaysLate({ dueOn, submittedOn: days.submittedOn, today: clock.today }, clock.calendar),
  };
}

/** Who has answered needs no waiver; who has not may be done without. */
function standingOf(status: ReportStatus | null, isWaived: boolean): ReportStanding {
  if (status !== null && isApprovedReport(status)) return status;
  return isWaived ? 'WAIVED' : (status ?? 'MISSING');
}

/** When the reports of a level are due; null where the template or the calendar does not say. */
export function dueOf(
  { deadlineDays }: TemplateRow,
  level: AdminLevel,
  period: Period,
  calendar: WorkCalendar,
): LocalDate | null {
  const days = deadlineDays[level];
  return days === undefined ? null : reportDueOn(periodBounds(period).to, days, calendar);
}

/** When a report is due: as it was opened with, or, where the days off were not loaded then, as they are now. */
export async function dueOnOf(ctx: Context, report: ReportRow): Promise<LocalDate | null> {
  if (report.dueOn !== null) return report.dueOn;
  const { level, period } = report;
  return dueOf(await templateOf(ctx, report), level, period, await workCalendarOf(ctx));
}

/** How late a report came, or is. */
export async function daysLateOf(ctx: Context, report: ReportRow): Promise<number | null> {
  const { submittedOn } = report;
  const dueOn = await dueOnOf(ctx, report);
  return reportDaysLate({ dueOn, submittedOn, today: today(ctx.now) }, await workCalendarOf(ctx));
}
