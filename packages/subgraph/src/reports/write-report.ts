import { type ReportAction, type ReportStatus, requireReportStep } from '@cnscd/domain';
import sql from 'sql-template-tag';
import { appendAudits, type Change } from '../operations/audit.ts';
import { VersionConflict } from '../operations/gate.ts';
import { done, personOf, type Write } from '../operations/write.ts';
import type { FilledLine, Filling } from './filling/fill-report.ts';
import type { ReportRow } from './report-rows.ts';

/** @throws {VersionConflict} where the caller saw another version */
export function requireVersion({ id, version }: Pick<ReportRow, 'id' | 'version'>, expected: number): void {
  if (version !== expected) throw new VersionConflict('Report', id, expected);
}

export interface Move {
  action: Exclude<ReportAction, 'OPEN'>;
  reason: string | null;
  /** Set by a submission: its day, and the deadline, where the days off were not loaded when the report was opened. */
  submittedOn?: string;
  dueOn?: string | null;
}

/**
 * Moves a report from one status to another: with its trail, its audit, and a new version.
 *
 * @throws {DomainError} `REPORT_STATE`
 */
export async function moveReport(
  write: Write,
  report: ReportRow,
  { action, reason, submittedOn, dueOn }: Move,
) {
  const { tx, who, now } = write;
  const to = requireReportStep(report.status, action);
  const version = report.version + 1;
  const edition = action === 'REOPEN' ? report.edition + 1 : report.edition;
  await tx.rows(sql`
    /* moveReport */
    with moved as (
      update report set status = ${to}::report_status, version = ${version}, edition = ${edition},
        submitted_on = coalesce(submitted_on, ${submittedOn ?? null}::date), due_on = coalesce(due_on, ${dueOn ?? null}::date),
        submitted_by = case when ${action === 'SUBMIT'} then ${personOf(who)} else submitted_by end
      where id = ${report.id}::uuid returning id)
    insert into report_step (report_id, edition, action, from_status, to_status, reason, actor, at)
    select id, ${edition}, ${action}::report_action, ${report.status}::report_status, ${to}::report_status, ${reason},
      ${who.actor}, ${now.toISOString()}::timestamptz from moved`);
  await appendAudits(tx, who, [
    changeOf(report, { version, before: { status: report.status }, after: { status: to }, reason }),
  ]);
  return done('Report', report.id, version);
}

/** A change of a report, as the audit has it. */
export const changeOf = (
  { id, unitId }: Pick<ReportRow, 'id' | 'unitId'>,
  change: Pick<Change, 'version' | 'before' | 'after' | 'reason'>,
): Change => ({ entityType: 'Report', entityId: id, unitId, ...change });

/** Puts what was filled into an edition, in place of what was filled before; what was corrected by hand stays. */
export async function writeFilling(
  { tx, now }: Pick<Write, 'tx' | 'now'>,
  { id, edition }: Pick<ReportRow, 'id' | 'edition'>,
  { values, covers, basis }: Filling,
): Promise<void> {
  await tx.rows(sql`
    /* writeEdition */
    insert into report_edition (report_id, number, covers_from, covers_to, filled_at, basis)
    values (${id}::uuid, ${edition}, ${covers.from}::date, ${covers.to}::date, ${now.toISOString()}::timestamptz,
      ${JSON.stringify(basis)}::jsonb)
    on conflict (report_id, number) do update set covers_from = excluded.covers_from, covers_to = excluded.covers_to,
      filled_at = excluded.filled_at, basis = excluded.basis`);
  await tx.rows(sql`
    /* writeValues */
    insert into report_value (report_id, edition, code, position, table_code, table_vi, table_en, label_vi, label_en,
      indicator_code, measure_unit, aggregation, is_required, value, numerator, denominator, qualifier, origin, own,
      completeness, warnings, parts)
    select ${id}::uuid, ${edition}, f.code, f.position, f."tableCode", f."tableVi", f."tableEn", f."labelVi", f."labelEn",
      f."indicatorCode", f."measureUnit", f.aggregation, f."isRequired", f.value, f.numerator, f.denominator, f.qualifier,
      f.origin, f.own, f.completeness, f.warnings, f.parts
    from jsonb_to_recordset(${JSON.stringify(values.map(rowOf))}::jsonb) as f (code text, position int, "tableCode" text,
      "tableVi" text, "tableEn" text, "labelVi" text, "labelEn" text, "indicatorCode" text, "measureUnit" text,
      aggregation aggregation, "isRequired" boolean, value numeric, numerator numeric, denominator numeric,
      qualifier qualifier, origin report_origin, own numeric, completeness numeric, warnings jsonb, parts jsonb)
    on conflict (report_id, edition, code) do update set value = excluded.value, numerator = excluded.numerator,
      denominator = excluded.denominator, qualifier = excluded.qualifier, origin = excluded.origin, own = excluded.own,
      completeness = excluded.completeness, warnings = excluded.warnings, parts = excluded.parts`);
}

const rowOf = ({ line, indicator, ...filled }: FilledLine) => {
  const { origin: _, ...described } = line;
  return { ...described, ...filled, measureUnit: indicator.unit, aggregation: indicator.aggregation };
};

/** Copies the values of an edition into the next one, corrections too: what was locked stays as it is. */
export async function copyEdition(
  { tx, now }: Pick<Write, 'tx' | 'now'>,
  { id, edition }: Pick<ReportRow, 'id' | 'edition'>,
): Promise<void> {
  await tx.rows(sql`
    /* copyEdition */
    insert into report_edition (report_id, number, covers_from, covers_to, filled_at, basis)
    select report_id, number + 1, covers_from, covers_to, ${now.toISOString()}::timestamptz, basis from report_edition
    where report_id = ${id}::uuid and number = ${edition}`);
  await tx.rows(sql`
    /* copyValues */
    insert into report_value (report_id, edition, code, position, table_code, table_vi, table_en, label_vi, label_en,
      indicator_code, measure_unit, aggregation, is_required, value, numerator, denominator, qualifier, origin, own,
      completeness, warnings, parts, is_corrected, corrected, corrected_numerator, corrected_denominator, corrected_from,
      correction_reason, corrected_by, corrected_at)
    select report_id, edition + 1, code, position, table_code, table_vi, table_en, label_vi, label_en,
      indicator_code, measure_unit, aggregation, is_required, value, numerator, denominator, qualifier, origin, own,
      completeness, warnings, parts, is_corrected, corrected, corrected_numerator, corrected_denominator, corrected_from,
      correction_reason, corrected_by, corrected_at
    from report_value where report_id = ${id}::uuid and edition = ${edition}`);
}

/** Makes a new version of a report without moving it: its values were filled or corrected. */
export async function touchReport({ tx }: Pick<Write, 'tx'>, { id, version }: ReportRow): Promise<number> {
  await tx.rows(sql`/* touchReport */ update report set version = ${version + 1} where id = ${id}::uuid`);
  return version + 1;
}

/** The first step of the trail. */
export async function insertFirstStep(
  { tx, who, now }: Pick<Write, 'tx' | 'who' | 'now'>,
  id: string,
  status: ReportStatus,
): Promise<void> {
  await tx.rows(sql`
    /* insertFirstStep */
    insert into report_step (report_id, edition, action, from_status, to_status, reason, actor, at)
    values (${id}::uuid, 1, 'OPEN', null, ${status}::report_status, null, ${who.actor}, ${now.toISOString()}::timestamptz)`);
}
