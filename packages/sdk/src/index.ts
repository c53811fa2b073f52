// The public names of @cnscd/sdk: values, then types, file by file.
export { type Client, type ClientOptions, createClient } from './client.ts';
export {
  type ClientErrorCode,
  CnscdError,
  type CnscdErrorDetails,
  type GraphQLAnswerError,
} from './error.ts';
export type { Activities, ActivityFilter } from './features/activities.ts';
export type { Indicators } from './features/indicators.ts';
export type { Members } from './features/members.ts';
export type { Overviews } from './features/overviews.ts';
export type { Programmes, UnitOnDay } from './features/programmes.ts';
export type { TeamFilter, TeamMemberFilter, Teams } from './features/teams.ts';
export type { UnitFilter, Units } from './features/units.ts';
export type {
  Activity,
  ActivityInList,
  ActivitySummary,
  BenefitProgramme,
  Coverage,
  CoverageBasis,
  Figure,
  FigurePair,
  FundingRule,
  Indicator,
  IndicatorSummary,
  KpiBoard,
  KpiRow,
  KpiValue,
  Material,
  Member,
  OperatingModel,
  Overview,
  ReportedFigure,
  RuleViolation,
  Source,
  Target,
  Team,
  TeamLevelFigure,
  TeamMember,
  TeamSummary,
  Training,
  Unit,
  UnitInList,
  UnitName,
  UnitSummary,
  Warning,
} from './generated/operations.ts';
export type { AllOptions, Listing, Page, PageArguments } from './listing.ts';
export type { RequestOptions, Send } from './send.ts';
export { type TypedDocumentString, typedDocument } from './typed-document.ts';
