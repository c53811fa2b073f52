import type {
  AdminLevel,
  Aggregation,
  LocalDate,
  MeasureUnit,
  Period,
  PeriodKind,
  Qualifier,
  ReportAction,
  ReportOrigin,
  ReportStatus,
  Warning,
} from '@cnscd/domain';
import { raw } from 'sql-template-tag';

// What one row of each table of the period reports looks like between its SQL statement and its GraphQL type. Days come
// from columns of dates: they are real days.

export interface TemplateRow {
  id: string;
  code: string;
  version: string;
  nameVi: string;
  nameEn: string;
  note: string | null;
  levels: AdminLevel[];
  periods: PeriodKind[];
  deadlineDays: Partial<Record<AdminLevel, number>>;
  validFrom: string;
  validTo: string | null;
}

/** The columns of a TemplateRow, from report_template under the alias t. */
export const templateColumns = raw(`
  t.id, t.code, t.version, t.name_vi as "nameVi", t.name_en as "nameEn", t.note, to_json(t.levels) as levels,
  to_json(t.periods) as periods, t.deadline_days as "deadlineDays", t.valid_from as "validFrom", t.valid_to as "validTo"`);

/** A line of a template, with what its indicator is. */
export interface LineRow {
  code: string;
  position: number;
  tableCode: string;
  tableVi: string;
  tableEn: string;
  labelVi: string;
  labelEn: string;
  indicatorCode: string;
  origin: ReportOrigin;
  isRequired: boolean;
}

export interface ReportRow {
  id: string;
  templateId: string;
  templateCode: string;
  unitId: string;
  parentId: string | null;
  level: AdminLevel;
  period: Period;
  status: ReportStatus;
  edition: number;
  dueOn: LocalDate | null;
  submittedOn: LocalDate | null;
  submittedBy: string | null;
  version: number;
  openedAt: Date;
  /** Newest first. */
  sortKey: string;
}

// Descending order by an ascending key: digits are turned into what they lack to nine.
const SORT_KEY = `translate(to_char(r.opened_at at time zone 'UTC', 'YYYYMMDDHH24MISSMS'), '0123456789', '9876543210')`;

export const reportSortKey = raw(SORT_KEY);

/** The columns of a ReportRow, from report under the alias r. */
export const reportColumns = raw(`
  r.id, r.template_id as "templateId", r.template_code as "templateCode", r.unit_id as "unitId", r.parent_id as "parentId",
  r.level, r.period, r.status, r.edition, r.due_on as "dueOn", r.submitted_on as "submittedOn",
  r.submitted_by as "submittedBy", r.version, r.opened_at as "openedAt", ${SORT_KEY} as "sortKey"`);

export interface EditionRow {
  reportId: string;
  number: number;
  /** The days of the period on which the unit stood. */
  coversFrom: LocalDate;
  coversTo: LocalDate;
  filledAt: Date;
  /** The approvals below that values were taken from, by the numbers of their steps. */
  basis: number[];
  lockedAt: Date | null;
  digest: string | null;
}

export const editionColumns = raw(`
  e.report_id as "reportId", e.number, e.covers_from as "coversFrom", e.covers_to as "coversTo", e.filled_at as "filledAt",
  e.basis, e.locked_at as "lockedAt", e.digest`);

/** What a unit contributes to a value for a part of the period: one that went into the reporting one, or that itself. */
export interface ValuePart {
  unitId: string;
  unitName: string;
  from: LocalDate;
  to: LocalDate;
  value: number | null;
  /** Its approved report, where the value is taken from that. */
  reportId: string | null;
}

export interface ValueRow {
  reportId: string;
  edition: number;
  code: string;
  position: number;
  tableCode: string;
  tableVi: string;
  tableEn: string;
  labelVi: string;
  labelEn: string;
  indicatorCode: string;
  measureUnit: MeasureUnit;
  aggregation: Aggregation;
  isRequired: boolean;
  value: number | null;
  numerator: number | null;
  denominator: number | null;
  qualifier: Qualifier;
  origin: ReportOrigin;
  own: number | null;
  completeness: number;
  warnings: Warning[];
  parts: ValuePart[];
  isCorrected: boolean;
  corrected: number | null;
  correctedNumerator: number | null;
  correctedDenominator: number | null;
  correctedFrom: number | null;
  correctionReason: string | null;
  correctedBy: string | null;
  correctedAt: Date | null;
}

/** The columns of a ValueRow, from report_value under the alias v. */
export const valueColumns = raw(`
  v.report_id as "reportId", v.edition, v.code, v.position, v.table_code as "tableCode", v.table_vi as "tableVi",
  v.table_en as "tableEn", v.label_vi as "labelVi", v.label_en as "labelEn", v.indicator_code as "indicatorCode",
  v.measure_unit as "measureUnit", v.aggregation, v.is_required as "isRequired", v.value, v.numerator, v.denominator,
  v.qualifier, v.origin, v.own, v.completeness, v.warnings, v.parts, v.is_corrected as "isCorrected", v.corrected,
  v.corrected_numerator as "correctedNumerator", v.corrected_denominator as "correctedDenominator",
  v.corrected_from as "correctedFrom", v.correction_reason as "correctionReason", v.corrected_by as "correctedBy",
  v.corrected_at as "correctedAt"`);

/** The value that a report stands for: as it was corrected, or else as it was filled. */
export function standingNumber(value: ValueRow) {
  return value.isCorrected
    ? { value: value.corrected, numerator: value.correctedNumerator, denominator: value.correctedDenominator }
    : { value: value.value, numerator: value.numerator, denominator: value.denominator };
}

export interface StepRow {
  id: string;
  reportId: string;
  edition: number;
  action: ReportAction;
  fromStatus: ReportStatus | null;
  toStatus: ReportStatus;
  reason: string | null;
  actor: string;
  at: Date;
}

export const stepColumns = raw(`
  s.id::text as id, s.report_id as "reportId", s.edition, s.action, s.from_status as "fromStatus",
  s.to_status as "toStatus", s.reason, s.actor, s.at`);

export interface WaiverRow {
  id: string;
  templateCode: string;
  period: Period;
  unitId: string;
  parentId: string;
  reason: string;
  actor: string;
  waivedAt: Date;
  revokedAt: Date | null;
  version: number;
}

export const waiverColumns = raw(`
  w.id, w.template_code as "templateCode", w.period, w.unit_id as "unitId", w.parent_id as "parentId", w.reason, w.actor,
  w.waived_at as "waivedAt", w.revoked_at as "revokedAt", w.version`);
