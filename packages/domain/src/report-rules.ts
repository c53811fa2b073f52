import { formatDate, type LocalDate } from './dates.ts';
import { DomainError, type Messages } from './errors.ts';
import { LAST_DAY_OF_DISTRICTS } from './horizon.ts';
import { label } from './labels.ts';
import { parsePeriod } from './period-parts.ts';
import type { Period } from './periods.ts';
import type { PeriodKind, ReportAction, ReportStatus } from './report-vocabulary.ts';
import { ADMIN_LEVELS, type AdminLevel } from './vocabulary.ts';
import { addWorkingDays, knowsDay, type WorkCalendar, workingDaysBetween } from './working-days.ts';

/** Which statuses an action is taken from, and the one that it leads to. */
export interface ReportStep {
  from: readonly ReportStatus[];
  to: ReportStatus;
}

/**
 * The life of a report: filled as a draft, submitted, returned or approved by the level above, locked. What is locked
 * is opened again only as a new edition.
 */
export const REPORT_STEPS: Readonly<Record<ReportAction, ReportStep>> = {
  OPEN: { from: [], to: 'DRAFT' },
  SUBMIT: { from: ['DRAFT', 'RETURNED'], to: 'SUBMITTED' },
  RETURN: { from: ['SUBMITTED', 'APPROVED'], to: 'RETURNED' },
  APPROVE: { from: ['SUBMITTED'], to: 'APPROVED' },
  LOCK: { from: ['APPROVED'], to: 'LOCKED' },
  REOPEN: { from: ['LOCKED'], to: 'DRAFT' },
};

/** Statuses in which values may be filled and corrected. */
const OPEN: readonly ReportStatus[] = ['DRAFT', 'RETURNED'];

/** Whether the report above takes values from a report in this status. */
export const isApprovedReport = (status: ReportStatus): boolean =>
  status === 'APPROVED' || status === 'LOCKED';

/** Whether values may be filled and corrected in this status, and the reports below may still change. */
export const isOpenReport = (status: ReportStatus): boolean => OPEN.includes(status);

/**
 * The status that an action leads to.
 *
 * @throws {DomainError} `REPORT_STATE` for an action that is not taken from this status
 */
export function requireReportStep(status: ReportStatus, action: ReportAction): ReportStatus {
  const step = REPORT_STEPS[action];
  if (step.from.includes(status)) return step.to;
  throw reportState(status, step.from);
}

/** @throws {DomainError} `REPORT_STATE` unless values may be changed */
export function requireOpenReport(status: ReportStatus): void {
  if (!isOpenReport(status)) throw reportState(status, OPEN);
}

/** Whether a report is a draft that nobody has submitted yet, and so no record: it may be given up. */
export const isDiscardableReport = ({ status, submittedOn }: SubmittedOrNot): boolean =>
  status === 'DRAFT' && submittedOn === null;

interface SubmittedOrNot {
  status: ReportStatus;
  /** Day of the first submission, of whichever edition. Null: it was never submitted. */
  submittedOn: string | null;
}

/** @throws {DomainError} `REPORT_STATE` for a report that was submitted once */
export function requireDiscardable(report: SubmittedOrNot): void {
  if (isDiscardableReport(report)) return;
  throw new DomainError(
    'REPORT_STATE',
    {
      vi: 'Chỉ bỏ được bản nháp chưa gửi lần nào; báo cáo đã gửi thì giữ lại cùng quá trình xử lý',
      en: 'Only a draft that was never submitted can be given up; what was submitted is kept with its trail',
    },
    { field: 'id', value: report.status },
  );
}

/** The refusal of something that is done with a report in other statuses only. */
export function reportState(status: ReportStatus, wanted: readonly ReportStatus[]): DomainError {
  const named = (language: 'vi' | 'en') =>
    wanted.map((each) => label('reportStatus', each, language)).join(language === 'vi' ? ' hoặc ' : ' or ');
  return new DomainError(
    'REPORT_STATE',
    {
      vi: `Báo cáo đang ở trạng thái ${label('reportStatus', status, 'vi')}; việc này chỉ làm khi ${named('vi')}`,
      en: `The report is ${label('reportStatus', status, 'en')}; this is done only when it is ${named('en')}`,
    },
    { field: 'id', value: status },
  );
}

/** The kind of a period: week, month, quarter, half, year. */
export function kindOfPeriod(period: Period): PeriodKind {
  const parts = parsePeriod(period);
  if (parts === null) throw new TypeError('a Period that period() did not make');
  return parts.kind;
}

/**
 * The levels that report on a day, from the top down: those of the template, without districts once they have ended.
 *
 * @param day - the last day of the period
 */
export function reportingLevels(levels: readonly AdminLevel[], day: LocalDate): AdminLevel[] {
  return ADMIN_LEVELS.filter(
    (level) => levels.includes(level) && (level !== 'DISTRICT' || day <= LAST_DAY_OF_DISTRICTS),
  );
}

/** The level whose reports a level gathers, and the one that it reports to. Null: there is none. */
export function neighbouringLevels(
  levels: readonly AdminLevel[],
  level: AdminLevel,
  day: LocalDate,
): { above: AdminLevel | null; below: AdminLevel | null } {
  const reporting = reportingLevels(levels, day);
  const place = reporting.indexOf(level);
  if (place === -1) return { above: null, below: null };
  return { above: reporting[place - 1] ?? null, below: reporting[place + 1] ?? null };
}

/** When a report is due: so many working days after the period. Null where the calendar does not know that day. */
export function reportDueOn(
  lastDay: LocalDate,
  workingDays: number,
  calendar: WorkCalendar,
): LocalDate | null {
  if (!knowsDay(lastDay, calendar)) return null;
  try {
    return addWorkingDays(lastDay, workingDays, calendar);
  } catch (error) {
    if (error instanceof DomainError && error.code === 'CALENDAR_UNKNOWN') return null;
    throw error;
  }
}

/**
 * How many working days a report came, or is, late: 0 where it is in time.
 *
 * @param submittedOn - the first submission; null: it has not come yet
 * @returns null where the deadline or today is not in the calendar
 */
export function reportDaysLate(
  { dueOn, submittedOn, today }: { dueOn: LocalDate | null; submittedOn: LocalDate | null; today: LocalDate },
  calendar: WorkCalendar,
): number | null {
  const day = submittedOn ?? today;
  if (dueOn === null) return null;
  if (day <= dueOn) return 0;
  return knowsDay(day, calendar) ? workingDaysBetween(dueOn, day, calendar) : null;
}

/**
 * A report is submitted when its period is over: before that it says nothing about the period.
 *
 * @throws {DomainError} `REPORT_TOO_EARLY`
 */
export function requirePeriodOver(lastDay: LocalDate, today: LocalDate): void {
  if (today > lastDay) return;
  const messages: Messages = {
    vi: `Kỳ báo cáo còn đến hết ngày ${formatDate(lastDay, 'vi')}; hãy gửi sau ngày đó`,
    en: `The period lasts until ${formatDate(lastDay, 'en')}; submit after that day`,
  };
  throw new DomainError('REPORT_TOO_EARLY', messages, { field: 'id', value: lastDay });
}
