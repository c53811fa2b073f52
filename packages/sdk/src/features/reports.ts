import type { Connection } from '../connection.ts';
import type { RequestOptions } from '../deliver.ts';
import type { DownloadedFile, FileOptions } from '../files.ts';
import {
  ApproveReportDocument,
  type ApproveReportInput,
  CorrectReportValueDocument,
  type CorrectReportValueInput,
  DiscardReportDocument,
  type DiscardReportInput,
  LockReportDocument,
  type LockReportInput,
  OpenReportDocument,
  type OpenReportInput,
  RefreshReportDocument,
  type RefreshReportInput,
  ReopenReportDocument,
  type ReopenReportInput,
  type Report,
  ReportDocument,
  ReportEditionsDocument,
  type ReportEditionsResult,
  ReportProgressDocument,
  type ReportProgressResult,
  type ReportProgressVariables,
  type ReportSummary,
  ReportsDocument,
  type ReportsVariables,
  type ReportTemplate,
  ReportTemplatesDocument,
  type ReportTemplatesVariables,
  type ReportWaiver,
  ReturnReportDocument,
  type ReturnReportInput,
  RevokeWaiverDocument,
  type RevokeWaiverInput,
  SubmitReportDocument,
  type SubmitReportInput,
  type UnitName,
  WaiveReportDocument,
  type WaiveReportInput,
  WorkCalendarDocument,
  type WorkCalendarResult,
} from '../generated/operations.ts';
import { type Listing, listing } from '../listing.ts';
import { stated } from '../stated.ts';
import { type Keyed, withId } from '../write.ts';

export type ReportFilter = Omit<ReportsVariables, 'first' | 'after'>;

/** How it stands with the reports of a unit and of those below it for a period. */
export type ReportProgress = ReportProgressResult['reportProgress'];

/** An edition of a report with its values; locked, it never changes. */
export type ReportEdition = NonNullable<ReportEditionsResult['report']>['editions'][number];

/** The days off and make-up days of a year. */
export type WorkCalendarYear = WorkCalendarResult['workCalendar'];

/** Which paper of a report. */
export interface ReportPaper {
  id: string;
  format: 'pdf' | 'docx' | 'xlsx';
  /** @defaultValue the newest */
  edition?: number;
}

/** Period reports: opened, filled, corrected, submitted, approved by the level above, locked. For officers. */
export interface Reports extends Listing<ReportFilter, ReportSummary> {
  /** Templates in force on a day, at most 50. For everybody. */
  templates(on?: ReportTemplatesVariables, options?: RequestOptions): Promise<ReportTemplate[]>;
  /** @throws {CnscdError} `REPORT_NOT_FOUND` */
  get(report: { id: string }, options?: RequestOptions): Promise<Report>;
  /** All editions with their values, newest first. @throws {CnscdError} `REPORT_NOT_FOUND` */
  editions(report: { id: string }, options?: RequestOptions): Promise<ReportEdition[]>;
  /**
   * Who should report to a unit for a period: who has, who is late, who is missing, who is waived.
   *
   * @throws {CnscdError} `REPORT_TEMPLATE_NOT_FOUND`, `REPORT_NOT_OF_UNIT`, `UNIT_NOT_FOUND`, `NOT_PERMITTED`
   */
  progress(of: ReportProgressVariables, options?: RequestOptions): Promise<ReportProgress>;
  /**
   * Opens the report of a unit for a period and fills it.
   *
   * @throws {CnscdError} `REPORT_EXISTS`, whose value is the id to go on with; `REPORT_NOT_OF_UNIT`, `REPORT_TOO_EARLY`, `NOT_PERMITTED`
   */
  open(report: Keyed<OpenReportInput>, options?: RequestOptions): Promise<Report>;
  /**
   * Fills it again from what there is now; corrections stay.
   *
   * @throws {CnscdConflict} when somebody was faster
   * @throws {CnscdError} `REPORT_STATE`, `REPORT_NOT_FOUND`, `NOT_PERMITTED`
   */
  refresh(report: Keyed<RefreshReportInput>, options?: RequestOptions): Promise<Report>;
  /**
   * Gives up a draft that was never submitted, with all of its values.
   *
   * @returns the unit, which can begin anew
   * @throws {CnscdConflict} when somebody was faster
   * @throws {CnscdError} `REPORT_STATE` for what was submitted once, `REPORT_NOT_FOUND`, `NOT_PERMITTED`
   */
  discard(report: Keyed<DiscardReportInput>, options?: RequestOptions): Promise<UnitName>;
  /**
   * Sets a value by hand; without any number the filled one stands again.
   *
   * @throws {CnscdConflict} when somebody was faster
   * @throws {CnscdError} `REPORT_LINE_NOT_FOUND`, `COUNT_INVALID`, `NUMBER_INVALID`, `REPORT_STATE`, `NOT_PERMITTED`
   */
  correct(value: Keyed<CorrectReportValueInput>, options?: RequestOptions): Promise<Report>;
  /**
   * @throws {CnscdConflict} when somebody was faster
   * @throws {CnscdError} `REPORT_TOO_EARLY`, `REPORT_CHILDREN_OPEN`, `REPORT_STALE`, `REPORT_INCOMPLETE`, `REPORT_STATE`
   */
  submit(report: Keyed<SubmitReportInput>, options?: RequestOptions): Promise<Report>;
  /** @throws {CnscdError} `REPORT_STATE`, `REPORT_PARENT_CLOSED`, `NOT_PERMITTED` */
  return(report: Keyed<ReturnReportInput>, options?: RequestOptions): Promise<Report>;
  /** @throws {CnscdError} `REPORT_OWN`, `REPORT_STATE`, `REPORT_PARENT_CLOSED`, `REPORT_CHILDREN_OPEN`, `REPORT_STALE`, `NOT_PERMITTED` */
  approve(report: Keyed<ApproveReportInput>, options?: RequestOptions): Promise<Report>;
  /** Locks it with all approved ones below. @throws {CnscdError} `REPORT_STATE`, `NOT_PERMITTED` */
  lock(report: Keyed<LockReportInput>, options?: RequestOptions): Promise<Report>;
  /** Goes on in a new edition, from the top down. @throws {CnscdError} `REPORT_PARENT_CLOSED`, `REPORT_STATE`, `NOT_PERMITTED` */
  reopen(report: Keyed<ReopenReportInput>, options?: RequestOptions): Promise<Report>;
  /** Does without the report of a unit. @throws {CnscdError} `REPORT_STATE`, `REPORT_NOT_OF_UNIT`, `NOT_PERMITTED` */
  waive(unit: Keyed<WaiveReportInput>, options?: RequestOptions): Promise<ReportWaiver>;
  /** Takes a waiver back. @throws {CnscdError} `WAIVER_NOT_FOUND`, `REPORT_PARENT_CLOSED`, `NOT_PERMITTED` */
  revokeWaiver(waiver: Keyed<RevokeWaiverInput>, options?: RequestOptions): Promise<ReportWaiver>;
  /**
   * A report on A4, as it is printed and signed: the newest edition unless another is named. A locked edition is printed
   * as it was locked; one that can still change carries the mark of a draft.
   *
   * @throws {CnscdError} `REPORT_NOT_FOUND`, `SIGN_IN_REQUIRED`, `BUSY`
   * @example
   * const { name, content } = await client.reports.download({ id: report.id, format: 'pdf' });
   */
  download(report: ReportPaper, options?: FileOptions): Promise<DownloadedFile>;
  /** Days off and make-up days of a year. For everybody. @throws {CnscdError} `CALENDAR_UNKNOWN` */
  workCalendar(of: { year: number }, options?: RequestOptions): Promise<WorkCalendarYear>;
}

export function reportsOf({ query: send, write, files }: Connection): Reports {
  return {
    ...listing(async (filter, options) => (await send(ReportsDocument, filter, options)).reports),
    templates: async (on = {}, options) => (await send(ReportTemplatesDocument, on, options)).reportTemplates,
    get: async (report, options) => stated((await send(ReportDocument, report, options)).report, 'report'),
    editions: async (report, options) =>
      stated((await send(ReportEditionsDocument, report, options)).report, 'report').editions,
    progress: async (of, options) => (await send(ReportProgressDocument, of, options)).reportProgress,
    open: (report, options) => write(OpenReportDocument, 'openReport', withId(report), options),
    refresh: (report, options) => write(RefreshReportDocument, 'refreshReport', report, options),
    discard: (report, options) => write(DiscardReportDocument, 'discardReport', report, options),
    correct: (value, options) => write(CorrectReportValueDocument, 'correctReportValue', value, options),
    submit: (report, options) => write(SubmitReportDocument, 'submitReport', report, options),
    return: (report, options) => write(ReturnReportDocument, 'returnReport', report, options),
    approve: (report, options) => write(ApproveReportDocument, 'approveReport', report, options),
    lock: (report, options) => write(LockReportDocument, 'lockReport', report, options),
    reopen: (report, options) => write(ReopenReportDocument, 'reopenReport', report, options),
    waive: (unit, options) => write(WaiveReportDocument, 'waiveReport', withId(unit), options),
    revokeWaiver: (waiver, options) => write(RevokeWaiverDocument, 'revokeWaiver', waiver, options),
    download: ({ id, format, ...which }, options) =>
      files.download(`reports/${encodeURIComponent(id)}.${format}`, which, options),
    workCalendar: async (of, options) => (await send(WorkCalendarDocument, of, options)).workCalendar,
  };
}
