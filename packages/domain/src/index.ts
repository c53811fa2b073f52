// The public names of @cnscd/domain: values, then types, file by file.
export {
  LONGEST_ACTIVITY_MINUTES,
  type OutcomeDraft,
  requireBegin,
  requireDuration,
  requireOutcomes,
  requireStep,
} from './activity-rules.ts';
export { type CarriedTerm, carriedTerms, type LeavingTerm } from './carried-terms.ts';
export {
  addDays,
  formatDate,
  fromUtcMidnight,
  type LocalDate,
  localDate,
  startOfDay,
  today,
  toUtcMidnight,
} from './dates.ts';
export { requireDayWithin } from './days-within.ts';
export {
  DomainError,
  ERROR_CODES,
  type ErrorCode,
  type ErrorDetails,
  isRetryable,
  type Messages,
} from './errors.ts';
export {
  isCounted,
  LARGEST_COUNT,
  type MeasuredIndicator,
  type MeasurementDraft,
  requireMeasured,
  requireMeasurement,
  requirePeriodOfFigure,
} from './figure-rules.ts';
export {
  rivalTotals,
  type StatedFigure,
  statedBreakdown,
  statedTotal,
  statedWhole,
  sumOf,
  type Total,
  weakestQualifier,
} from './figures.ts';
export { formatNumber, formatPercent, formatQualified, type NumberFormat } from './format-numbers.ts';
export { FIRST_DAY_OF_TWO_LEVELS, LAST_DAY_OF_DISTRICTS, UNITS_KNOWN_FROM } from './horizon.ts';
export {
  findingMessages,
  IMPORT_FINDING_SEVERITIES,
  type ImportFinding,
  type ImportFindingFacts,
} from './import-findings.ts';
export {
  IMPORT_ISSUE_SEVERITIES,
  type ImportFault,
  type ImportIssueFacts,
  importFault,
} from './import-issues.ts';
export {
  IMPORT_FINDING_CODES,
  IMPORT_ISSUE_CODES,
  IMPORT_KINDS,
  IMPORT_OUTCOMES,
  IMPORT_STATUSES,
  type ImportFindingCode,
  type ImportIssueCode,
  type ImportKind,
  type ImportOutcome,
  type ImportStatus,
} from './import-vocabulary.ts';
export {
  optionalText,
  requireCount,
  requireDocumentUrl,
  requireInstant,
  requireText,
  requireUuid,
  TEXT_LIMITS,
  textFault,
} from './inputs.ts';
export { type JoinableTerm, type JoinedTerm, joinedTerms } from './joined-terms.ts';
// Sets of their own beside LABELS: a page that shows three vocabularies need not download all of them.
export { activityKindLabels, activityStatusLabels, topicLabels } from './labels/activities.ts';
export { comparatorLabels, measureUnitLabels } from './labels/figures.ts';
export type { LabelSet } from './labels/label-set.ts';
export { teamKindLabels, teamStatusLabels } from './labels/teams.ts';
export { adminLevelLabels } from './labels/units.ts';
export { CORE_MEMBER_LABEL, LABELS, label, type Vocabularies } from './labels.ts';
export { LANGUAGES, type Language } from './language.ts';
export { MASKED_NAME, maskNames } from './mask-names.ts';
export {
  changeFrom,
  type DatedChange,
  endOn,
  membershipDay,
  overlap,
  requireFits,
  type TeamTerm,
  type Term,
} from './member-rules.ts';
export { ambiguousReadings, type ParsedNumber, parseVietnameseNumber } from './numbers.ts';
export { fromOldEncoding, likelyEncoding, type OldEncoding } from './old-encodings.ts';
export { type PeriodBounds, periodBounds, periodContains } from './period-bounds.ts';
export { periodLabel } from './period-labels.ts';
export { type Period, period, periodsOf } from './periods.ts';
export {
  type DuplicateEvidence,
  duplicateScore,
  LONGEST_PERSON_NAME,
  type NameReason,
  nameKey,
  requirePersonName,
  sameName,
} from './person-names.ts';
export { formatPhone, maskPhone, type PhoneNumber, phoneNumber } from './phone.ts';
export { type Occurrence, type Occurrences, occurrencesOf, type RecurrenceDraft } from './recurrence.ts';
export {
  isApprovedReport,
  isDiscardableReport,
  isOpenReport,
  kindOfPeriod,
  neighbouringLevels,
  REPORT_STEPS,
  type ReportStep,
  reportDaysLate,
  reportDueOn,
  reportingLevels,
  reportState,
  requireDiscardable,
  requireOpenReport,
  requirePeriodOver,
  requireReportStep,
} from './report-rules.ts';
export {
  type JoinRule,
  joinReportNumbers,
  NO_NUMBER,
  type ReportNumber,
  ratioValue,
  reportCompleteness,
  reportVariance,
} from './report-values.ts';
export {
  CALENDAR_DAY_KINDS,
  type CalendarDayKind,
  PERIOD_KINDS,
  type PeriodKind,
  REPORT_ACTIONS,
  REPORT_ORIGINS,
  REPORT_STANDINGS,
  REPORT_STATUSES,
  type ReportAction,
  type ReportOrigin,
  type ReportStanding,
  type ReportStatus,
} from './report-vocabulary.ts';
export {
  type DueDay,
  type RequestStep,
  type ResponseTerm,
  requestDueDays,
  requireExtension,
  requireRequestStep,
} from './request-rules.ts';
export { requireHarmless, type SensitiveKind, sensitiveKind } from './sensitive-text.ts';
export { quoted, shown } from './shown.ts';
export {
  requireEmployer,
  requireFoundation,
  requireGround,
  requireTeamCode,
  requireTeamPlace,
  requireZaloGroup,
} from './team-inputs.ts';
export {
  fewestMembers,
  type MemberFacts,
  type SizeRange,
  sizeRule,
  type TeamFacts,
  type TeamGroup,
  type TeamRule,
  type Violation,
  violations,
} from './team-rules.ts';
export { fold, isStorableText, nfc, SEARCH_MAX_CHARACTERS, searchText, searchTokens } from './text.ts';
export { levelOfCode, NATION_CODE, type UnitCode, unitCode } from './unit-codes.ts';
export { fullUnitName, requireUnitKind, requireWholeLink } from './unit-rules.ts';
export { requireAliases, requireVillageName } from './village-rules.ts';
export {
  ACTIVITY_KINDS,
  ACTIVITY_STATUSES,
  type ActivityKind,
  type ActivityStatus,
  ADMIN_LEVELS,
  type AdminLevel,
  AFFILIATIONS,
  type Affiliation,
  AGGREGATIONS,
  type Aggregation,
  BOUNDARIES,
  type Boundary,
  COMPARATORS,
  COMPUTED_MEASURES,
  CONSENT_PURPOSES,
  CONTACT_CHANNELS,
  type Comparator,
  type ComputedMeasure,
  type ConsentPurpose,
  type ContactChannel,
  DAY_COUNTS,
  DAY_PARTS,
  type DayCount,
  type DayPart,
  DIRECTIONS,
  type Direction,
  DUPLICATE_REASONS,
  type DuplicateReason,
  ERASURE_ACTIONS,
  type ErasureAction,
  EXPORT_KINDS,
  type ExportKind,
  FUNDING_BASES,
  type FundingBasis,
  KPI_BASES,
  type KpiBasis,
  LEGAL_BASES,
  type LegalBasis,
  MEASURE_UNITS,
  MEMBER_ROLES,
  MERGER_KINDS,
  MERGER_STATUSES,
  type MeasureUnit,
  type MemberRole,
  type MergerKind,
  type MergerStatus,
  OUTBOX_STATUSES,
  type OutboxStatus,
  QUALIFIERS,
  type Qualifier,
  REQUIREMENTS,
  RESPONSIBILITY_KINDS,
  RETAINED_DATA,
  type Requirement,
  type ResponsibilityKind,
  type RetainedData,
  SEVERITIES,
  type Severity,
  SUBJECT_REQUEST_KINDS,
  SUBJECT_REQUEST_STATUSES,
  type SubjectRequestKind,
  type SubjectRequestStatus,
  TEAM_KINDS,
  TEAM_LINK_KINDS,
  TEAM_STATUSES,
  type TeamKind,
  type TeamLinkKind,
  type TeamStatus,
  TOPICS,
  type Topic,
  UNIT_KINDS,
  UNIT_LINK_KINDS,
  type UnitKind,
  type UnitLinkKind,
  VIEWER_ROLES,
  type ViewerRole,
  WARNING_CODES,
  type WarningCode,
  WEEKDAYS,
  type Weekday,
  ZALO_GROUP_STATUSES,
  type ZaloGroupStatus,
} from './vocabulary.ts';
export {
  activitiesUnallocated,
  allocationUnknown,
  childSum,
  childSumExceeds,
  countsUnknown,
  districtLevelEnded,
  localTeamsExceedVillages,
  mixedAsOf,
  ratioPartsMissing,
  registeredUnallocated,
  ruleMinSize,
  sourcesDisagree,
  targetAmbiguous,
  unitEnded,
  unitsNotReporting,
  unitUnknown,
  type Warning,
} from './warnings.ts';
export {
  addWorkingDays,
  calendarUnknown,
  isWeekendDay,
  isWorkingDay,
  knowsDay,
  type WorkCalendar,
  workingDaysBetween,
} from './working-days.ts';
export { type WrittenDay, writtenDay } from './written-days.ts';
export { writtenPeriod } from './written-periods.ts';
export { type WrittenPhones, writtenPhones } from './written-phones.ts';
