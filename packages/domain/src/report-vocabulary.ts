// The closed vocabularies of period reports and their calendar, as those of vocabulary.ts.

/** Days of the work calendar. IN_LIEU: off instead of another day; MAKE_UP: worked instead; UNSETTLED: not certain, so worked. */
export const CALENDAR_DAY_KINDS = ['HOLIDAY', 'IN_LIEU', 'MAKE_UP', 'UNSETTLED'] as const;
export type CalendarDayKind = (typeof CALENDAR_DAY_KINDS)[number];

/** Kinds of reporting periods. */
export const PERIOD_KINDS = ['WEEK', 'MONTH', 'QUARTER', 'HALF', 'YEAR'] as const;
export type PeriodKind = (typeof PERIOD_KINDS)[number];

/** Where a period report stands. */
export const REPORT_STATUSES = ['DRAFT', 'SUBMITTED', 'RETURNED', 'APPROVED', 'LOCKED'] as const;
export type ReportStatus = (typeof REPORT_STATUSES)[number];

/** What is done with a report that moves it. */
export const REPORT_ACTIONS = ['OPEN', 'SUBMIT', 'RETURN', 'APPROVE', 'LOCK', 'REOPEN'] as const;
export type ReportAction = (typeof REPORT_ACTIONS)[number];

/** Where a value of a report comes from. CHILDREN: gathered from the approved reports below. */
export const REPORT_ORIGINS = ['COMPUTED', 'REGISTERED', 'MEASURED', 'CHILDREN', 'CORRECTED'] as const;
export type ReportOrigin = (typeof REPORT_ORIGINS)[number];

/** How it stands with the report of a unit that should report. MISSING: nobody has opened it; WAIVED: it is done without. */
export const REPORT_STANDINGS = [
  'MISSING',
  'DRAFT',
  'SUBMITTED',
  'RETURNED',
  'APPROVED',
  'LOCKED',
  'WAIVED',
] as const;
export type ReportStanding = (typeof REPORT_STANDINGS)[number];
