// The closed vocabularies of the domain, once. Database enums and GraphQL enums carry the same values;
// labels in Vietnamese and English are in labels.ts, the terms behind them in docs/domain.md.

/** Levels of administration. DISTRICT ended on 2025-06-30. */
export const ADMIN_LEVELS = ['NATION', 'PROVINCE', 'DISTRICT', 'COMMUNE', 'VILLAGE'] as const;
export type AdminLevel = (typeof ADMIN_LEVELS)[number];

/** What kind of place a unit is, as its full name begins: tỉnh, thành phố, xã, phường, thôn … */
export const UNIT_KINDS = [
  'QUOC_GIA',
  'TINH',
  'THANH_PHO',
  'QUAN',
  'HUYEN',
  'THI_XA',
  'XA',
  'PHUONG',
  'THI_TRAN',
  'DAC_KHU',
  'THON',
  'BAN',
  'AP',
  'KHU_PHO',
  'TO_DAN_PHO',
  'KHU_DAN_CU',
] as const;
export type UnitKind = (typeof UNIT_KINDS)[number];

/** How a predecessor went into a successor. UNSPECIFIED: the source does not say. */
export const UNIT_LINK_KINDS = [
  'UNCHANGED',
  'WHOLE',
  'PART',
  'RENAMED',
  'KIND_CHANGED',
  'UNSPECIFIED',
] as const;
export type UnitLinkKind = (typeof UNIT_LINK_KINDS)[number];

/** Borders of the day a figure was reported for, or today's. */
export const BOUNDARIES = ['AS_REPORTED', 'CURRENT'] as const;
export type Boundary = (typeof BOUNDARIES)[number];

/** How sure a figure is: "4.327" is EXACT, "hơn 4.000" AT_LEAST, "khoảng 30" ABOUT, "ước đạt 9,03%" ESTIMATE. */
export const QUALIFIERS = ['EXACT', 'AT_LEAST', 'ABOUT', 'ESTIMATE'] as const;
export type Qualifier = (typeof QUALIFIERS)[number];

export const TEAM_KINDS = [
  'COMMUNITY',
  'MERGED_DE_AN_06',
  'ENTERPRISE',
  'YOUTH_SQUAD',
  'MOBILE_SUPPORT',
  'BINH_DAN_HOC_VU_SO',
] as const;
export type TeamKind = (typeof TEAM_KINDS)[number];

export const TEAM_STATUSES = ['PLANNED', 'ACTIVE', 'MERGED', 'DISSOLVED'] as const;
export type TeamStatus = (typeof TEAM_STATUSES)[number];

export const ZALO_GROUP_STATUSES = ['NONE', 'LINKED', 'BROKEN'] as const;
export type ZaloGroupStatus = (typeof ZALO_GROUP_STATUSES)[number];

export const MEMBER_ROLES = ['LEADER', 'DEPUTY', 'MEMBER'] as const;
export type MemberRole = (typeof MEMBER_ROLES)[number];

/** Where a member comes from. */
export const AFFILIATIONS = [
  'COMMUNE_LEADER',
  'ADMIN_REFORM_OFFICIAL',
  'VILLAGE_HEAD',
  'YOUTH_UNION',
  'WOMEN_UNION',
  'FARMERS_UNION',
  'FATHERLAND_FRONT',
  'SOCIO_POLITICAL_ORGANISATION',
  'AREA_POLICE',
  'TELECOM_STAFF',
  'ENTERPRISE_STAFF',
  'TEACHER',
  'SKILLED_RESIDENT',
] as const;
export type Affiliation = (typeof AFFILIATIONS)[number];

/** How a team went over into another one. */
export const TEAM_LINK_KINDS = ['MERGED', 'SPLIT'] as const;
export type TeamLinkKind = (typeof TEAM_LINK_KINDS)[number];

/** What was made one, or was split. */
export const MERGER_KINDS = ['TEAM_MERGE', 'TEAM_SPLIT', 'MEMBER_MERGE', 'UNIT_MERGE'] as const;
export type MergerKind = (typeof MERGER_KINDS)[number];

export const MERGER_STATUSES = ['APPLIED', 'UNDONE'] as const;
export type MergerStatus = (typeof MERGER_STATUSES)[number];

/** Why two records may be one person. */
export const DUPLICATE_REASONS = ['SAME_NAME', 'NAME_ORDER', 'TONE_ORDER', 'SPELLING', 'SAME_PHONE'] as const;
export type DuplicateReason = (typeof DUPLICATE_REASONS)[number];

/** Who asks, from the least to the most that he or she may do. */
export const VIEWER_ROLES = [
  'PUBLIC',
  'MEMBER',
  'LEADER',
  'COMMUNE_OFFICER',
  'PROVINCIAL_OFFICER',
  'ADMINISTRATOR',
] as const;
export type ViewerRole = (typeof VIEWER_ROLES)[number];

export const RESPONSIBILITY_KINDS = ['VILLAGE', 'SCHOOL', 'ONE_STOP_DESK'] as const;
export type ResponsibilityKind = (typeof RESPONSIBILITY_KINDS)[number];

export const ACTIVITY_STATUSES = ['PLANNED', 'DONE', 'VERIFIED', 'RETURNED', 'CANCELLED'] as const;
export type ActivityStatus = (typeof ACTIVITY_STATUSES)[number];

export const ACTIVITY_KINDS = [
  'PROPAGANDA_SESSION',
  'LAUNCH_DAY',
  'HOUSEHOLD_VISIT',
  'MARKET_VISIT',
  'CULTURE_HOUSE_SESSION',
  'ONE_STOP_DESK_DUTY',
  'MOBILE_SUPPORT',
  'SUPPORT_POINT_DUTY',
  'DIGITAL_STREET',
  'TRAINING_RECEIVED',
  'TRAINING_GIVEN',
  'MEETING',
] as const;
export type ActivityKind = (typeof ACTIVITY_KINDS)[number];

/** Days of the week, from Monday on as ISO 8601 has it. */
export const WEEKDAYS = [
  'MONDAY',
  'TUESDAY',
  'WEDNESDAY',
  'THURSDAY',
  'FRIDAY',
  'SATURDAY',
  'SUNDAY',
] as const;
export type Weekday = (typeof WEEKDAYS)[number];

/** Parts of the day in Việt Nam: before 12:00, from 12:00, from 18:00. */
export const DAY_PARTS = ['MORNING', 'AFTERNOON', 'EVENING'] as const;
export type DayPart = (typeof DAY_PARTS)[number];

/** What became of a write that waited on a phone. SKIPPED: one before it was refused. */
export const OUTBOX_STATUSES = ['DONE', 'REFUSED', 'CONFLICT', 'SKIPPED'] as const;
export type OutboxStatus = (typeof OUTBOX_STATUSES)[number];

/** What people are helped with. */
export const TOPICS = [
  'E_ID',
  'SOCIAL_INSURANCE',
  'E_HEALTH',
  'MOBILE_MONEY',
  'BANK_ACCOUNT',
  'QR_PAYMENT',
  'UTILITY_BILL',
  'ONLINE_SERVICE_ACCOUNT',
  'ONLINE_SERVICE_SUBMISSION',
  'DE_AN_06_SERVICES',
  'E_COMMERCE',
  'DIGITAL_STALL',
  'DIGITAL_SIGNATURE',
  'SIM_OWNER',
  'ONLINE_SAFETY',
  'CITIZEN_APP',
  'PASSWORD_RECOVERY',
  'EDUCATION',
  'SOCIAL_POLICY',
  'PRODUCTION_TECHNOLOGY',
  'POLICY_PROPAGANDA',
] as const;
export type Topic = (typeof TOPICS)[number];

/** Units of measure of indicators and targets. UNKNOWN: the source leaves the unit out. */
export const MEASURE_UNITS = [
  'TEAM',
  'PERSON',
  'HOUSEHOLD',
  'VILLAGE',
  'COMMUNE',
  'DISTRICT',
  'COMMITTEE',
  'SQUAD',
  'ACCOUNT',
  'DOSSIER',
  'TRADER',
  'PLATFORM',
  'ACTIVITY',
  'LEVEL',
  'PERCENT',
  'RANK',
  'POINT',
  'UNKNOWN',
] as const;
export type MeasureUnit = (typeof MEASURE_UNITS)[number];

export const DIRECTIONS = ['HIGHER_IS_BETTER', 'LOWER_IS_BETTER', 'NEUTRAL'] as const;
export type Direction = (typeof DIRECTIONS)[number];

/** How an indicator's values of several units become one. Rates are never averaged. */
export const AGGREGATIONS = ['SUM', 'RATIO_OF_SUMS', 'LAST', 'MAX'] as const;
export type Aggregation = (typeof AGGREGATIONS)[number];

/** What an indicator is counted from: verified activities, their outcomes, or the register (TEAMS, MEMBERS). */
export const COMPUTED_MEASURES = [
  'VERIFIED_ACTIVITIES',
  'ACTIVE_TEAMS',
  'REACHED',
  'ASSISTED',
  'SUCCEEDED',
  'TEAMS',
  'MEMBERS',
] as const;
export type ComputedMeasure = (typeof COMPUTED_MEASURES)[number];

/** Where an indicator's value comes from: a source that states it, verified activities, or the register. */
export const KPI_BASES = ['REPORTED', 'COMPUTED', 'REGISTERED'] as const;
export type KpiBasis = (typeof KPI_BASES)[number];

export const COMPARATORS = ['AT_LEAST', 'AT_MOST', 'EXACTLY'] as const;
export type Comparator = (typeof COMPARATORS)[number];

/** What a team rule asks for. */
export const REQUIREMENTS = ['MEMBER_COUNT', 'LEADER_AFFILIATION', 'AFFILIATION_PRESENT'] as const;
export type Requirement = (typeof REQUIREMENTS)[number];

export const SEVERITIES = ['ERROR', 'WARNING'] as const;
export type Severity = (typeof SEVERITIES)[number];

export const FUNDING_BASES = ['TEAM_YEAR', 'TEAM_MONTH', 'PERSON_MONTH', 'PERSON_DAY'] as const;
export type FundingBasis = (typeof FUNDING_BASES)[number];

/** What can be had as a file: lists, and the board and the overview of a unit. */
export const EXPORT_KINDS = [
  'TEAMS',
  'ROSTER',
  'ACTIVITIES',
  'FIGURES',
  'MEASUREMENTS',
  'BOARD',
  'OVERVIEW',
] as const;
export type ExportKind = (typeof EXPORT_KINDS)[number];

/** Codes of the warnings that stand beside a figure. Permanent once released. */
export const WARNING_CODES = [
  'RULE_MIN_SIZE',
  'CHILD_SUM',
  'LOCAL_TEAMS_EXCEED_VILLAGES',
  'MIXED_AS_OF',
  'DISTRICT_LEVEL_ENDED',
  'UNIT_UNKNOWN',
  'ALLOCATION_UNKNOWN',
  'UNITS_NOT_REPORTING',
  'UNIT_ENDED',
  'SOURCES_DISAGREE',
  'RATIO_PARTS_MISSING',
  'TARGET_AMBIGUOUS',
  'COUNTS_UNKNOWN',
] as const;
export type WarningCode = (typeof WARNING_CODES)[number];

// ── Rights of people ──

/** What a person's data may be used for. Nothing is ever taken as agreed to. */
export const CONSENT_PURPOSES = [
  'REGISTER',
  'CONTACT',
  'PUBLICATION',
  'PHOTOGRAPHS',
  'NOTICES',
  'BENEFITS',
  'ZALO_SIGN_IN',
] as const;
export type ConsentPurpose = (typeof CONSENT_PURPOSES)[number];

/** On what ground data are used. CONSENT is one of several: a public task needs none. */
export const LEGAL_BASES = ['CONSENT', 'PUBLIC_TASK', 'LEGAL_DUTY', 'CONTRACT', 'EMERGENCY'] as const;
export type LegalBasis = (typeof LEGAL_BASES)[number];

/** The way by which a person said something. */
export const CONTACT_CHANNELS = ['IN_PERSON', 'PAPER', 'PHONE', 'EMAIL', 'ZALO', 'PORTAL'] as const;
export type ContactChannel = (typeof CONTACT_CHANNELS)[number];

/** What a person may ask about the own data. */
export const SUBJECT_REQUEST_KINDS = ['SEE', 'CORRECT', 'RESTRICT', 'OBJECT', 'WITHDRAW', 'ERASE'] as const;
export type SubjectRequestKind = (typeof SUBJECT_REQUEST_KINDS)[number];

/** Life of a request. EXTENDED: acknowledged, and given more time once. */
export const SUBJECT_REQUEST_STATUSES = ['RECEIVED', 'ACKNOWLEDGED', 'EXTENDED', 'DONE', 'REFUSED'] as const;
export type SubjectRequestStatus = (typeof SUBJECT_REQUEST_STATUSES)[number];

/** How the days of a term are counted. */
export const DAY_COUNTS = ['WORKING', 'CALENDAR'] as const;
export type DayCount = (typeof DAY_COUNTS)[number];

/** What is kept for a time and then goes. */
export const RETAINED_DATA = [
  'WRITE_OUTCOMES',
  'UNDO_JOURNALS',
  'FORMER_MEMBER_PHONES',
  'CLOSED_REQUEST_TEXTS',
  'PERSONAL_AUDIT_VALUES',
  'IMPORT_FILES',
] as const;
export type RetainedData = (typeof RETAINED_DATA)[number];

/** What an erasure does with something that it found. */
export const ERASURE_ACTIONS = ['ERASED', 'ANONYMISED', 'MASKED', 'KEPT', 'TO_MEND'] as const;
export type ErasureAction = (typeof ERASURE_ACTIONS)[number];
