// The public names of @cnscd/domain: values, then types, file by file.
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
export { DomainError, ERROR_CODES, type ErrorCode, type ErrorDetails, type Messages } from './errors.ts';
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
export type { LabelSet } from './labels/label-set.ts';
export { CORE_MEMBER_LABEL, LABELS, label, type Vocabularies } from './labels.ts';
export { LANGUAGES, type Language } from './language.ts';
export { type ParsedNumber, parseVietnameseNumber } from './numbers.ts';
export { periodLabel } from './period-labels.ts';
export {
  type Period,
  type PeriodBounds,
  period,
  periodBounds,
  periodContains,
  periodsOf,
} from './periods.ts';
export { requireHarmless, type SensitiveKind, sensitiveKind } from './sensitive-text.ts';
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
  type Comparator,
  DIRECTIONS,
  type Direction,
  FUNDING_BASES,
  type FundingBasis,
  MEASURE_UNITS,
  MEMBER_ROLES,
  type MeasureUnit,
  type MemberRole,
  QUALIFIERS,
  type Qualifier,
  REQUIREMENTS,
  RESPONSIBILITY_KINDS,
  type Requirement,
  type ResponsibilityKind,
  SEVERITIES,
  type Severity,
  TEAM_KINDS,
  TEAM_STATUSES,
  type TeamKind,
  type TeamStatus,
  TOPICS,
  type Topic,
  UNIT_KINDS,
  UNIT_LINK_KINDS,
  type UnitKind,
  type UnitLinkKind,
  WARNING_CODES,
  type WarningCode,
  ZALO_GROUP_STATUSES,
  type ZaloGroupStatus,
} from './vocabulary.ts';
export {
  allocationUnknown,
  childSum,
  childSumExceeds,
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
