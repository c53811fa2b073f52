import {
  addDays,
  DomainError,
  isApprovedReport,
  kindOfPeriod,
  type LocalDate,
  type Period,
  type PeriodKind,
  periodBounds,
  periodsOf,
} from '@cnscd/domain';
import sql from 'sql-template-tag';
import type { Context } from '../../context.ts';
import { required } from '../../entities/required.ts';
import type { TargetRow, UnitRow } from '../../entities/rows.ts';
import { targetColumns } from '../../entities/target.ts';
import { unitById } from '../../entities/unit.ts';
import { editionsOf, stepsOf, templateOf, valuesOf } from '../report-loaders.ts';
import {
  type EditionRow,
  type ReportRow,
  type StepRow,
  standingNumber,
  type TemplateRow,
  type ValueRow,
  valueColumns,
} from '../report-rows.ts';
import { type ChildOnPaper, childrenNow, childrenRecorded } from './children-on-paper.ts';

/** Everything that stands on the paper of a report. */
export interface ReportOnPaper {
  report: ReportRow;
  template: TemplateRow;
  edition: EditionRow;
  unit: UnitRow;
  parent: UnitRow | null;
  values: ValueRow[];
  /** By line: the value of the same line in the period before, as it was locked. */
  previous: ReadonlyMap<string, number | null>;
  /** By indicator. */
  targets: ReadonlyMap<string, TargetRow>;
  children: ChildOnPaper[];
  steps: StepRow[];
}

/**
 * What the paper of an edition says. A locked edition says what was known when it was locked: its own values, the
 * targets and the reports above and below as they were recorded by then. Others say what is known now.
 *
 * @param number - of the edition; null: the newest
 * @throws {DomainError} `REPORT_NOT_FOUND` for an edition that the report does not have
 */
export async function readReportOnPaper(
  ctx: Context,
  report: ReportRow,
  number: number | null,
): Promise<ReportOnPaper> {
  const edition = await requireEdition(ctx, report, number ?? report.edition);
  const at = edition.lockedAt === null ? ctx.now : new Date(edition.lockedAt);
  const template = await templateOf(ctx, report);
  const [unit, parent, values, previous, targets, children, steps] = await Promise.all([
    unitById(ctx).load(report.unitId),
    report.parentId === null ? null : unitById(ctx).load(report.parentId),
    valuesOf(ctx).load({ reportId: report.id, edition: edition.number }),
    previousValues(ctx, report, at),
    targetsAt(ctx, report, at),
    edition.lockedAt === null ? childrenNow(ctx, report, template) : childrenRecorded(ctx, report, at),
    stepsOf(ctx).load(report.id),
  ]);
  return {
    ...{ report, template, edition, values, previous, targets, children },
    unit: required(unit, `admin_unit ${report.unitId}`),
    parent,
    steps: steps.filter((step) => new Date(step.at) <= at),
  };
}

async function requireEdition(ctx: Context, { id }: ReportRow, number: number): Promise<EditionRow> {
  const editions = await editionsOf(ctx).load(id);
  const edition = editions.find((each) => each.number === number);
  if (edition !== undefined) return edition;
  throw new DomainError(
    'REPORT_NOT_FOUND',
    {
      vi: `Báo cáo này chỉ có ${editions.length} lần; không có lần ${number}.`,
      en: `This report has ${editions.length} editions; there is no edition ${number}.`,
    },
    { field: 'edition', value: String(number) },
  );
}

/** Values of the period before in the edition that had been locked by then: what is locked does not move any more. */
async function previousValues(
  ctx: Context,
  { templateCode, unitId, period }: ReportRow,
  at: Date,
): Promise<Map<string, number | null>> {
  const rows = await ctx.db.rows<ValueRow>(sql`
    /* previousReportValues */
    select ${valueColumns}
    from report r
    join lateral (
      select max(e.number) as number from report_edition e
      where e.report_id = r.id and e.locked_at <= ${at.toISOString()}::timestamptz) locked on true
    join report_value v on v.report_id = r.id and v.edition = locked.number
    where r.template_code = ${templateCode} and r.unit_id = ${unitId} and r.period = ${periodBefore(period)}
    order by v.position, v.code`);
  return new Map(rows.map((row) => [row.code, standingNumber(row).value]));
}

/** The period of the same kind that ends where this one begins. */
function periodBefore(period: Period): Period | null {
  const kind: PeriodKind = kindOfPeriod(period);
  const lastDay: LocalDate = addDays(periodBounds(period).from, -1);
  return periodsOf(lastDay).find((each) => kindOfPeriod(each) === kind) ?? null;
}

/** Targets of the unit itself for the period, as they stood at an instant. */
async function targetsAt(
  ctx: Context,
  { unitId, period }: ReportRow,
  at: Date,
): Promise<Map<string, TargetRow>> {
  const instant = at.toISOString();
  const rows = await ctx.db.rows<TargetRow>(sql`
    /* targetsOnPaper */
    select distinct on (t.indicator_code) ${targetColumns} from target t
    where t.unit_id = ${unitId} and t.period = ${period} and t.team_id is null and t.level is null
      and t.recorded_at <= ${instant}::timestamptz
      and (t.superseded_at is null or t.superseded_at > ${instant}::timestamptz)
    order by t.indicator_code, t.code, t.revision desc`);
  return new Map(rows.map((row) => [row.indicatorCode, row]));
}

/** Whether an edition can no longer be filled or corrected, so that its paper is no draft. */
export const isSettled = ({ report, edition }: Pick<ReportOnPaper, 'report' | 'edition'>): boolean =>
  edition.lockedAt !== null || report.status === 'SUBMITTED' || isApprovedReport(report.status);
