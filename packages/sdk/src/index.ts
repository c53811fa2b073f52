// The public names of @cnscd/sdk: values, then types, file by file.
export { type Client, type ClientOptions, createClient } from './client.ts';
export {
  type ClientErrorCode,
  CnscdConflict,
  CnscdError,
  type CnscdErrorCode,
  type CnscdErrorDetails,
  type ConflictAnswer,
  type GraphQLAnswerError,
} from './error.ts';
export type { Activities, ActivityFilter, WeekdayActivities } from './features/activities.ts';
export type { Changes, HistoryFilter } from './features/changes.ts';
export type { Indicators } from './features/indicators.ts';
export type { DuplicateFilter, Members } from './features/members.ts';
export type { MergerFilter, Mergers } from './features/mergers.ts';
export type { Outbox } from './features/outbox.ts';
export type { Overviews } from './features/overviews.ts';
export type { Programmes, UnitOnDay } from './features/programmes.ts';
export type { TeamFilter, TeamMemberFilter, Teams } from './features/teams.ts';
export type { UncoveredFilter, UncoveredVillage, UnitFilter, Units } from './features/units.ts';
export type { DownloadedFile, FileOptions, FileQuery, Files } from './files.ts';
export type {
  Activity,
  ActivityInList,
  ActivityOutcomeInput,
  ActivitySeries,
  ActivitySummary,
  AddMemberInput,
  AttachEvidenceInput,
  BenefitProgramme,
  CancelActivityInput,
  CancelActivitySeriesInput,
  Change,
  ChangeMembershipInput,
  ChangePage,
  Coverage,
  CoverageBasis,
  DefineIndicatorInput,
  DefineIndicatorVersionInput,
  DissolveTeamInput,
  EndMembershipInput,
  EstablishTeamInput,
  EstablishVillageInput,
  Evidence,
  Figure,
  FigurePair,
  FoundingDecisionInput,
  FundingRule,
  HistoryEntry,
  Indicator,
  IndicatorSummary,
  KpiBoard,
  KpiRow,
  KpiValue,
  LinkZaloGroupInput,
  Material,
  Measurement,
  Member,
  MemberName,
  MemberPair,
  Membership,
  MergedUnitInput,
  MergeMembersInput,
  Merger,
  MergeTeamsInput,
  MergeUnitsInput,
  NewPersonInput,
  OperatingModel,
  OutboxItem,
  OutboxOutcome,
  OutboxReport,
  Overview,
  PlanActivitySeriesInput,
  RecordActivityInput,
  RecordMeasurementInput,
  RemoveEvidenceInput,
  ReplayOutboxInput,
  ReportedFigure,
  ResponsibilityInput,
  ReturnActivityInput,
  RuleViolation,
  SetTarget,
  SetTargetInput,
  Source,
  SourceInput,
  SplitOffTeamInput,
  SplitTeamInput,
  Target,
  Team,
  TeamInside,
  TeamLevelFigure,
  TeamMember,
  TeamRecord,
  TeamSummary,
  Training,
  UndoMergerInput,
  Unit,
  UnitInList,
  UnitName,
  UnitSummary,
  UpdateActivityInput,
  UpdateMemberInput,
  UpdateTeamInput,
  VerifyActivityInput,
  Viewer,
  Warning,
} from './generated/operations.ts';
export type { AllOptions, Listing, Page, PageArguments } from './listing.ts';
export { newId } from './new-id.ts';
export type { RequestOptions, Send } from './send.ts';
export type { GetToken, TokenRequest } from './tokens.ts';
export { type TypedDocumentString, typedDocument } from './typed-document.ts';
export type { FileProgress } from './upload-with-progress.ts';
export type { Keyed } from './write.ts';
