import { DomainError } from '@cnscd/domain';
import type { Context } from '../context.ts';
import { required } from '../entities/required.ts';
import type { UnitRow } from '../entities/rows.ts';
import { unitById } from '../entities/unit.ts';
import { requireReportSeen } from './report-access.ts';
import { editionsOf, stepsOf, templateOf, valuesOf } from './report-loaders.ts';
import { childrenOf, daysLateOf, type ReportChild } from './report-progress.ts';
import type { EditionRow, ReportRow, StepRow, TemplateRow } from './report-rows.ts';
import { type ReportTable, tablesOf } from './report-tables.ts';

/** Everything that a report has on paper. */
export interface PrintedReport {
  report: ReportRow;
  template: TemplateRow;
  unit: UnitRow;
  /** Whom it reports to. Null: it is the uppermost. */
  parent: UnitRow | null;
  edition: EditionRow;
  tables: ReportTable[];
  /** Who should report to it, by name, and how they stand. */
  children: (ReportChild & { unit: UnitRow })[];
  /** What was done with it, oldest first. */
  steps: StepRow[];
  /** Working days that it came, or is, late. Null where the work calendar does not say. */
  daysLate: number | null;
}

/**
 * A report with all that stands on its paper, for who may see it: one of its editions, the newest unless another is
 * named. A fixed number of statements.
 *
 * @throws {DomainError} `REPORT_NOT_FOUND`
 */
export async function readPrintedReport(
  ctx: Context,
  { id, edition: number }: { id: string; edition?: number | undefined },
): Promise<PrintedReport> {
  const report = await requireReportSeen(ctx, id);
  const [template, editions, steps, daysLate] = await Promise.all([
    templateOf(ctx, report),
    editionsOf(ctx).load(report.id),
    stepsOf(ctx).load(report.id),
    daysLateOf(ctx, report),
  ]);
  const edition = editions.find((each) => each.number === (number ?? report.edition));
  if (edition === undefined) throw editionNotFound(number);
  const { unitId, level, period, parentId } = report;
  const [values, children] = await Promise.all([
    valuesOf(ctx).load({ reportId: report.id, edition: edition.number }),
    childrenOf(ctx).load({ unitId, level, template, period }),
  ]);
  const unitOf = async (of: string) => required(await unitById(ctx).load(of), `admin_unit ${of}`);
  const [unit, parent, named] = await Promise.all([
    unitOf(unitId),
    parentId === null ? null : unitOf(parentId),
    Promise.all(children.map(async (child) => ({ ...child, unit: await unitOf(child.unitId) }))),
  ]);
  return {
    ...{ report, template, unit, parent, edition, steps, daysLate },
    ...{ tables: tablesOf(values), children: named },
  };
}

const editionNotFound = (number: number | undefined) =>
  new DomainError(
    'REPORT_NOT_FOUND',
    { vi: `Báo cáo không có lần ${number}.`, en: `The report has no edition ${number}.` },
    { field: 'edition', ...(number === undefined ? {} : { value: String(number) }) },
  );
