// The public names of @cnscd/sdk: values, then types, file by file.
export { dataOf } from './answer.ts';
export { type Client, createClient } from './client.ts';
export { type Clock, systemClock } from './clock.ts';
export { type Connection, type ConnectionOptions, connect } from './connection.ts';
export { type Deadline, type LateMessages, startDeadline } from './deadline.ts';
export type { RequestOptions } from './deliver.ts';
export {
  type ClientErrorCode,
  CnscdConflict,
  CnscdError,
  type CnscdErrorCode,
  type CnscdErrorDetails,
  CnscdRateLimited,
  type Codes,
  type ConflictAnswer,
  DOMAIN_CODES,
  type GraphQLAnswerError,
} from './error.ts';
export {
  type Activities,
  type ActivityFilter,
  activitiesOf,
  type WeekdayActivities,
} from './features/activities.ts';
export { type Changes, changesOf, type HistoryFilter } from './features/changes.ts';
export {
  type ExportFilters,
  type ExportFormat,
  type ExportName,
  type Exports,
  exportsOf,
} from './features/exports.ts';
export {
  type ImportFilter,
  type ImportRowFilter,
  type Imports,
  type ImportUpload,
  importsOf,
  type WatchOptions,
} from './features/imports.ts';
export { type Indicators, indicatorsOf } from './features/indicators.ts';
export { type DuplicateFilter, type Members, membersOf } from './features/members.ts';
export { type MergerFilter, type Mergers, mergersOf } from './features/mergers.ts';
export { type OutboxReplay, outboxOf } from './features/outbox.ts';
export { type Overviews, overviewsOf } from './features/overviews.ts';
export { type Programmes, programmesOf, type UnitOnDay } from './features/programmes.ts';
export {
  type ReportEdition,
  type ReportFilter,
  type ReportPaper,
  type ReportProgress,
  type Reports,
  reportsOf,
  type WorkCalendarYear,
} from './features/reports.ts';
export { type Rights, rightsOf, type SubjectRequestFilter } from './features/rights.ts';
export { type TeamCopies, type TeamCopy, teamCopiesOf } from './features/team-copies.ts';
export { type TeamFilter, type TeamMemberFilter, type Teams, teamsOf } from './features/teams.ts';
export {
  type UncoveredFilter,
  type UncoveredVillage,
  type UnitFilter,
  type Units,
  unitsOf,
} from './features/units.ts';
export { type Zalo, zaloOf } from './features/zalo.ts';
export type { DownloadedFile, FileOptions, FileQuery, Files } from './files.ts';
export type {
  AcknowledgeSubjectRequestInput,
  Activity,
  ActivityInList,
  ActivityOutcomeInput,
  ActivitySeries,
  ActivitySummary,
  AddMemberInput,
  ApplyImportInput,
  ApproveReportInput,
  AttachEvidenceInput,
  BenefitProgramme,
  CancelActivityInput,
  CancelActivitySeriesInput,
  Change,
  ChangeMembershipInput,
  ChangePage,
  CompleteSubjectRequestInput,
  Consent,
  ConsentText,
  CorrectReportValueInput,
  Coverage,
  CoverageBasis,
  DefineIndicatorInput,
  DefineIndicatorVersionInput,
  DiscardImportInput,
  DiscardReportInput,
  DissolveTeamInput,
  EndMembershipInput,
  EraseMemberInput,
  Erasure,
  EstablishTeamInput,
  EstablishVillageInput,
  Evidence,
  ExtendSubjectRequestInput,
  Figure,
  FigurePair,
  FoundingDecisionInput,
  FundingRule,
  HistoryEntry,
  Import,
  ImportColumnInput,
  ImportIssue,
  ImportRow,
  Indicator,
  IndicatorSummary,
  KpiBoard,
  KpiRow,
  KpiValue,
  LiftRestrictionInput,
  LinkZaloGroupInput,
  LockReportInput,
  MapImportColumnsInput,
  Material,
  Measurement,
  Member,
  MemberName,
  MemberPair,
  MemberRights,
  Membership,
  MergedUnitInput,
  MergeMembersInput,
  Merger,
  MergeTeamsInput,
  MergeUnitsInput,
  NewPersonInput,
  OpenReportInput,
  OperatingModel,
  OutboxItem,
  OutboxOutcome,
  OutboxReport,
  Overview,
  PersonalEvidence,
  PlanActivitySeriesInput,
  ReceiveSubjectRequestInput,
  RecordActivityInput,
  RecordConsentInput,
  RecordMeasurementInput,
  RefreshReportInput,
  RefuseSubjectRequestInput,
  RemoveEvidenceInput,
  ReopenReportInput,
  ReplayOutboxInput,
  Report,
  ReportChild,
  ReportedFigure,
  ReportSummary,
  ReportTable,
  ReportTemplate,
  ReportValue,
  ReportWaiver,
  ResponsibilityInput,
  Restriction,
  RestrictMemberInput,
  ReturnActivityInput,
  ReturnReportInput,
  RevokeWaiverInput,
  RuleViolation,
  SetTarget,
  SetTargetInput,
  SignInWithZaloInput,
  Source,
  SourceInput,
  SplitOffTeamInput,
  SplitTeamInput,
  SubjectRequest,
  SubmitReportInput,
  Target,
  Team,
  TeamInside,
  TeamKpi,
  TeamLevelFigure,
  TeamMember,
  TeamRecord,
  TeamState,
  TeamSummary,
  Training,
  UndoImportInput,
  UndoMergerInput,
  Unit,
  UnitInList,
  UnitName,
  UnitSummary,
  UnlinkZaloInput,
  UpdateActivityInput,
  UpdateMemberInput,
  UpdateTeamInput,
  VerifyActivityInput,
  Viewer,
  WaiveReportInput,
  Warning,
  WithdrawConsentInput,
  ZaloConsentInput,
  ZaloLink,
  ZaloSession,
} from './generated/operations.ts';
export type { AllOptions, ArrayOptions, Listing, Page, PageArguments } from './listing.ts';
export { newId } from './new-id.ts';
export type { Unread } from './read-within.ts';
export type { Send } from './send.ts';
export { userOf } from './token-claims.ts';
export { type GetToken, isTokenFailure, type TokenRequest } from './tokens.ts';
export type { Trace, TracedAttempt } from './trace.ts';
export {
  type DocumentText,
  type DocumentTree,
  type TypedDocument,
  typedDocument,
} from './typed-document.ts';
export type { FileProgress } from './upload-with-progress.ts';
export type { Done, Keyed, Write, WriteAll } from './write.ts';
export { type ZaloPhone, type ZaloSessionOptions, zaloSession } from './zalo-session.ts';
