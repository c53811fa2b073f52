// @cnscd/domain
/** Levels of administration. DISTRICT ended on 2025-06-30. */
declare const ADMIN_LEVELS: readonly ["NATION", "PROVINCE", "DISTRICT", "COMMUNE", "VILLAGE"];
type AdminLevel = (typeof ADMIN_LEVELS)[number];
/** What kind of place a unit is, as its full name begins: tỉnh, thành phố, xã, phường, thôn … */
declare const UNIT_KINDS: readonly ["QUOC_GIA", "TINH", "THANH_PHO", "QUAN", "HUYEN", "THI_XA", "XA", "PHUONG", "THI_TRAN", "DAC_KHU", "THON", "BAN", "AP", "KHU_PHO", "TO_DAN_PHO", "KHU_DAN_CU"];
type UnitKind = (typeof UNIT_KINDS)[number];
/** How a predecessor went into a successor. UNSPECIFIED: the source does not say. */
declare const UNIT_LINK_KINDS: readonly ["UNCHANGED", "WHOLE", "PART", "RENAMED", "KIND_CHANGED", "UNSPECIFIED"];
type UnitLinkKind = (typeof UNIT_LINK_KINDS)[number];
/** Borders of the day a figure was reported for, or today's. */
declare const BOUNDARIES: readonly ["AS_REPORTED", "CURRENT"];
type Boundary = (typeof BOUNDARIES)[number];
/** How sure a figure is: "4.327" is EXACT, "hơn 4.000" AT_LEAST, "khoảng 30" ABOUT, "ước đạt 9,03%" ESTIMATE. */
declare const QUALIFIERS: readonly ["EXACT", "AT_LEAST", "ABOUT", "ESTIMATE"];
type Qualifier = (typeof QUALIFIERS)[number];
declare const TEAM_KINDS: readonly ["COMMUNITY", "MERGED_DE_AN_06", "ENTERPRISE", "YOUTH_SQUAD", "MOBILE_SUPPORT", "BINH_DAN_HOC_VU_SO"];
type TeamKind = (typeof TEAM_KINDS)[number];
declare const TEAM_STATUSES: readonly ["PLANNED", "ACTIVE", "MERGED", "DISSOLVED"];
type TeamStatus = (typeof TEAM_STATUSES)[number];
declare const ZALO_GROUP_STATUSES: readonly ["NONE", "LINKED", "BROKEN"];
type ZaloGroupStatus = (typeof ZALO_GROUP_STATUSES)[number];
declare const MEMBER_ROLES: readonly ["LEADER", "DEPUTY", "MEMBER"];
type MemberRole = (typeof MEMBER_ROLES)[number];
/** Where a member comes from. */
declare const AFFILIATIONS: readonly ["COMMUNE_LEADER", "ADMIN_REFORM_OFFICIAL", "VILLAGE_HEAD", "YOUTH_UNION", "WOMEN_UNION", "FARMERS_UNION", "FATHERLAND_FRONT", "SOCIO_POLITICAL_ORGANISATION", "AREA_POLICE", "TELECOM_STAFF", "ENTERPRISE_STAFF", "TEACHER", "SKILLED_RESIDENT"];
type Affiliation = (typeof AFFILIATIONS)[number];
/** How a team went over into another one. */
declare const TEAM_LINK_KINDS: readonly ["MERGED", "SPLIT"];
type TeamLinkKind = (typeof TEAM_LINK_KINDS)[number];
/** What was made one, or was split. */
declare const MERGER_KINDS: readonly ["TEAM_MERGE", "TEAM_SPLIT", "MEMBER_MERGE", "UNIT_MERGE"];
type MergerKind = (typeof MERGER_KINDS)[number];
declare const MERGER_STATUSES: readonly ["APPLIED", "UNDONE"];
type MergerStatus = (typeof MERGER_STATUSES)[number];
/** Why two records may be one person. */
declare const DUPLICATE_REASONS: readonly ["SAME_NAME", "NAME_ORDER", "TONE_ORDER", "SPELLING", "SAME_PHONE"];
type DuplicateReason = (typeof DUPLICATE_REASONS)[number];
/** Who asks, from the least to the most that he or she may do. */
declare const VIEWER_ROLES: readonly ["PUBLIC", "MEMBER", "LEADER", "COMMUNE_OFFICER", "PROVINCIAL_OFFICER", "ADMINISTRATOR"];
type ViewerRole = (typeof VIEWER_ROLES)[number];
declare const RESPONSIBILITY_KINDS: readonly ["VILLAGE", "SCHOOL", "ONE_STOP_DESK"];
type ResponsibilityKind = (typeof RESPONSIBILITY_KINDS)[number];
declare const ACTIVITY_STATUSES: readonly ["PLANNED", "DONE", "VERIFIED", "RETURNED", "CANCELLED"];
type ActivityStatus = (typeof ACTIVITY_STATUSES)[number];
declare const ACTIVITY_KINDS: readonly ["PROPAGANDA_SESSION", "LAUNCH_DAY", "HOUSEHOLD_VISIT", "MARKET_VISIT", "CULTURE_HOUSE_SESSION", "ONE_STOP_DESK_DUTY", "MOBILE_SUPPORT", "SUPPORT_POINT_DUTY", "DIGITAL_STREET", "TRAINING_RECEIVED", "TRAINING_GIVEN", "MEETING"];
type ActivityKind = (typeof ACTIVITY_KINDS)[number];
/** Days of the week, from Monday on as ISO 8601 has it. */
declare const WEEKDAYS: readonly ["MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY"];
type Weekday = (typeof WEEKDAYS)[number];
/** Parts of the day in Việt Nam: before 12:00, from 12:00, from 18:00. */
declare const DAY_PARTS: readonly ["MORNING", "AFTERNOON", "EVENING"];
type DayPart = (typeof DAY_PARTS)[number];
/** What became of a write that waited on a phone. SKIPPED: one before it was refused. */
declare const OUTBOX_STATUSES: readonly ["DONE", "REFUSED", "CONFLICT", "SKIPPED"];
type OutboxStatus = (typeof OUTBOX_STATUSES)[number];
/** What people are helped with. */
declare const TOPICS: readonly ["E_ID", "SOCIAL_INSURANCE", "E_HEALTH", "MOBILE_MONEY", "BANK_ACCOUNT", "QR_PAYMENT", "UTILITY_BILL", "ONLINE_SERVICE_ACCOUNT", "ONLINE_SERVICE_SUBMISSION", "DE_AN_06_SERVICES", "E_COMMERCE", "DIGITAL_STALL", "DIGITAL_SIGNATURE", "SIM_OWNER", "ONLINE_SAFETY", "CITIZEN_APP", "PASSWORD_RECOVERY", "EDUCATION", "SOCIAL_POLICY", "PRODUCTION_TECHNOLOGY", "POLICY_PROPAGANDA"];
type Topic = (typeof TOPICS)[number];
/** Units of measure of indicators and targets. UNKNOWN: the source leaves the unit out. */
declare const MEASURE_UNITS: readonly ["TEAM", "PERSON", "HOUSEHOLD", "VILLAGE", "COMMUNE", "DISTRICT", "COMMITTEE", "SQUAD", "ACCOUNT", "DOSSIER", "TRADER", "PLATFORM", "ACTIVITY", "LEVEL", "PERCENT", "RANK", "POINT", "UNKNOWN"];
type MeasureUnit = (typeof MEASURE_UNITS)[number];
declare const DIRECTIONS: readonly ["HIGHER_IS_BETTER", "LOWER_IS_BETTER", "NEUTRAL"];
type Direction = (typeof DIRECTIONS)[number];
/** How an indicator's values of several units become one. Rates are never averaged. */
declare const AGGREGATIONS: readonly ["SUM", "RATIO_OF_SUMS", "LAST", "MAX"];
type Aggregation = (typeof AGGREGATIONS)[number];
/** What an indicator is counted from: verified activities, their outcomes, or the register (TEAMS, MEMBERS). */
declare const COMPUTED_MEASURES: readonly ["VERIFIED_ACTIVITIES", "ACTIVE_TEAMS", "REACHED", "ASSISTED", "SUCCEEDED", "TEAMS", "MEMBERS"];
type ComputedMeasure = (typeof COMPUTED_MEASURES)[number];
/** Where an indicator's value comes from: a source that states it, verified activities, or the register. */
declare const KPI_BASES: readonly ["REPORTED", "COMPUTED", "REGISTERED"];
type KpiBasis = (typeof KPI_BASES)[number];
declare const COMPARATORS: readonly ["AT_LEAST", "AT_MOST", "EXACTLY"];
type Comparator = (typeof COMPARATORS)[number];
/** What a team rule asks for. */
declare const REQUIREMENTS: readonly ["MEMBER_COUNT", "LEADER_AFFILIATION", "AFFILIATION_PRESENT"];
type Requirement = (typeof REQUIREMENTS)[number];
declare const SEVERITIES: readonly ["ERROR", "WARNING"];
type Severity = (typeof SEVERITIES)[number];
declare const FUNDING_BASES: readonly ["TEAM_YEAR", "TEAM_MONTH", "PERSON_MONTH", "PERSON_DAY"];
type FundingBasis = (typeof FUNDING_BASES)[number];
/** What can be had as a file: lists, and the board and the overview of a unit. */
declare const EXPORT_KINDS: readonly ["TEAMS", "ROSTER", "ACTIVITIES", "FIGURES", "MEASUREMENTS", "BOARD", "OVERVIEW"];
type ExportKind = (typeof EXPORT_KINDS)[number];
/** Codes of the warnings that stand beside a figure. Permanent once released. */
declare const WARNING_CODES: readonly ["RULE_MIN_SIZE", "CHILD_SUM", "LOCAL_TEAMS_EXCEED_VILLAGES", "MIXED_AS_OF", "DISTRICT_LEVEL_ENDED", "UNIT_UNKNOWN", "ALLOCATION_UNKNOWN", "UNITS_NOT_REPORTING", "UNIT_ENDED", "SOURCES_DISAGREE", "RATIO_PARTS_MISSING", "TARGET_AMBIGUOUS", "COUNTS_UNKNOWN"];
type WarningCode = (typeof WARNING_CODES)[number];
/** What a person's data may be used for. Nothing is ever taken as agreed to. */
declare const CONSENT_PURPOSES: readonly ["REGISTER", "CONTACT", "PUBLICATION", "PHOTOGRAPHS", "NOTICES", "BENEFITS", "ZALO_SIGN_IN"];
type ConsentPurpose = (typeof CONSENT_PURPOSES)[number];
/** On what ground data are used. CONSENT is one of several: a public task needs none. */
declare const LEGAL_BASES: readonly ["CONSENT", "PUBLIC_TASK", "LEGAL_DUTY", "CONTRACT", "EMERGENCY"];
type LegalBasis = (typeof LEGAL_BASES)[number];
/** The way by which a person said something. */
declare const CONTACT_CHANNELS: readonly ["IN_PERSON", "PAPER", "PHONE", "EMAIL", "ZALO", "PORTAL"];
type ContactChannel = (typeof CONTACT_CHANNELS)[number];
/** What a person may ask about the own data. */
declare const SUBJECT_REQUEST_KINDS: readonly ["SEE", "CORRECT", "RESTRICT", "OBJECT", "WITHDRAW", "ERASE"];
type SubjectRequestKind = (typeof SUBJECT_REQUEST_KINDS)[number];
/** Life of a request. EXTENDED: acknowledged, and given more time once. */
declare const SUBJECT_REQUEST_STATUSES: readonly ["RECEIVED", "ACKNOWLEDGED", "EXTENDED", "DONE", "REFUSED"];
type SubjectRequestStatus = (typeof SUBJECT_REQUEST_STATUSES)[number];
/** How the days of a term are counted. */
declare const DAY_COUNTS: readonly ["WORKING", "CALENDAR"];
type DayCount = (typeof DAY_COUNTS)[number];
/** What is kept for a time and then goes. */
declare const RETAINED_DATA: readonly ["WRITE_OUTCOMES", "UNDO_JOURNALS", "FORMER_MEMBER_PHONES", "CLOSED_REQUEST_TEXTS", "PERSONAL_AUDIT_VALUES", "IMPORT_FILES"];
type RetainedData = (typeof RETAINED_DATA)[number];
/** What an erasure does with something that it found. */
declare const ERASURE_ACTIONS: readonly ["ERASED", "ANONYMISED", "MASKED", "KEPT", "TO_MEND"];
type ErasureAction = (typeof ERASURE_ACTIONS)[number];

/** What one activity did on one topic. Three counts that are never merged: null is unknown, 0 is none. */
interface OutcomeDraft {
    topic: Topic;
    reached: number | null;
    assisted: number | null;
    succeeded: number | null;
}
/** Longest activity: a day. */
declare const LONGEST_ACTIVITY_MINUTES = 1440;
/** @throws {DomainError} `ACTIVITY_STATE` where an activity of this status cannot become that */
declare function requireStep(from: ActivityStatus, to: ActivityStatus): ActivityStatus;
/**
 * When an activity begins: what is done lies in the past, what is planned at most a year ahead.
 *
 * @throws {DomainError} `INSTANT_INVALID`, `ACTIVITY_IN_FUTURE`
 */
declare function requireBegin(text: string, status: ActivityStatus, now: Date): Date;
/** @throws {DomainError} `COUNT_INVALID` unless it is null or 1 to 1440 minutes */
declare function requireDuration(minutes: number | null): number | null;
/**
 * Outcomes as they may be stored: each topic once, whole counts, and no more people assisted than reached, or
 * succeeded than assisted, where both are known.
 *
 * @throws {DomainError} `COUNT_INVALID`, `COUNTS_CONTRADICT`, `INPUT_INVALID` for a topic that is there twice
 */
declare function requireOutcomes(outcomes: readonly OutcomeDraft[]): OutcomeDraft[];

/** Languages that people are addressed in. Vietnamese is the one to fall back on. */
declare const LANGUAGES: readonly ["vi", "en"];
type Language = (typeof LANGUAGES)[number];

/** A calendar day in Vietnam, 'YYYY-MM-DD'. Compares as text: `a < b` is "a is earlier". */
type LocalDate = string & {
    readonly __brand: 'LocalDate';
};
/**
 * A calendar day from text such as '2023-09-30'.
 *
 * @throws {DomainError} `DATE_INVALID` unless it is YYYY-MM-DD, a day of the calendar, and of the years 1900–2100
 */
declare function localDate(text: string, field?: string): LocalDate;
/**
 * The day `days` later, or earlier where negative.
 *
 * @throws {DomainError} `DATE_INVALID` where it leaves the years 1900–2100
 */
declare function addDays(date: LocalDate, days: number): LocalDate;
/** The calendar day in Vietnam at an instant. */
declare function today(now: Date): LocalDate;
/** The instant at which the day begins in Vietnam: 17:00 UTC of the day before. */
declare function startOfDay(date: LocalDate): Date;
/** The day as database drivers take a `date` column: midnight UTC. */
declare function toUtcMidnight(date: LocalDate): Date;
/**
 * The day of a `date` column, which database drivers give as midnight UTC. For an instant use {@link today}.
 *
 * @throws {DomainError} `DATE_INVALID` outside the years 1900–2100
 */
declare function fromUtcMidnight(midnight: Date): LocalDate;
/** The day as people read it: '30/09/2023' in Vietnamese, '30 September 2023' in English. */
declare function formatDate(date: LocalDate, language: Language): string;

/** Days of a membership, both included. */
interface Term {
    from: LocalDate;
    /** Null: it lasts. */
    to: LocalDate | null;
}
/** A membership as the rules of a team see it. */
interface TeamTerm extends Term {
    id: string;
    memberId: string;
    role: MemberRole;
}
/** Whether two terms have a day in common. */
declare function overlap(one: Term, other: Term): boolean;
/**
 * The day on which a membership begins, changes or ends: since 2022, and at most a year ahead.
 *
 * @throws {DomainError} `DATE_INVALID`
 */
declare function membershipDay(text: string, field: string, today: LocalDate): LocalDate;
/**
 * The terms of a team with one more, or one that has changed.
 *
 * @param terms - of the team; one with the id of `next` is what it was before
 * @throws {DomainError} `MEMBER_ALREADY_IN_TEAM` where the person is there on one of its days, `TEAM_HAS_LEADER` where
 * somebody else leads the team on one of them
 */
declare function requireFits(terms: readonly TeamTerm[], next: TeamTerm, field?: string): void;
/** What a change of a membership from a day does. */
interface DatedChange {
    /** The days that stay as they were; null where the change begins with the membership and mends it. */
    before: Term | null;
    after: Term;
}
/**
 * A membership that is something else from a day on: it ends the day before, and another one begins. From its own first
 * day on it is corrected in place.
 *
 * @throws {DomainError} `DATE_INVALID` for a day before it began, `MEMBERSHIP_ENDED` for one after its last
 */
declare function changeFrom(term: Term, day: LocalDate, field?: string): DatedChange;
/**
 * A membership with its last day. One that has ended may only be found to have ended earlier.
 *
 * @throws {DomainError} `DATE_INVALID` for a day before it began, `MEMBERSHIP_ENDED`
 */
declare function endOn(term: Term, lastDay: LocalDate, field?: string): Term;

/** One of several memberships of one person in one team. */
interface JoinableTerm extends Term {
    id: string;
    role: MemberRole;
    isCore: boolean;
    affiliations: readonly Affiliation[];
}
/** What came of joining: days with the same facts. */
interface JoinedTerm extends Term {
    role: MemberRole;
    isCore: boolean;
    affiliations: readonly Affiliation[];
    /** The memberships that it was made of. */
    madeOf: readonly string[];
}
/**
 * Memberships of one person in one team, so that nobody is there twice on a day. Those that share no day with another
 * stay as they are. Of those that do, each day keeps exactly what was written down for it: the leading role, the core
 * flag and the affiliations of all memberships of that day, and no day gets what was written down for others.
 */
declare function joinedTerms(terms: readonly JoinableTerm[]): JoinedTerm[];

/** A membership in a team that ends, or that its person leaves. */
interface LeavingTerm extends JoinableTerm {
    memberId: string;
}
/** A membership in the team that goes on. */
interface CarriedTerm extends JoinedTerm {
    memberId: string;
}
/**
 * Memberships that carry people over into another team from a day on: each person is there on every day on which he or
 * she would have been in one of the old teams, and on no day twice.
 *
 * @param there - terms in the team that people come into
 */
declare function carriedTerms(leaving: readonly LeavingTerm[], there: readonly (Term & {
    memberId: string;
})[], day: LocalDate): CarriedTerm[];

/**
 * A day that lies within reach: not before the programme, and at most so many days after today.
 *
 * @throws {DomainError} `DATE_INVALID`
 */
declare function requireDayWithin(day: LocalDate, field: string, { today, daysAhead, from, }: {
    today: LocalDate;
    daysAhead?: number;
    from?: LocalDate;
}): LocalDate;

/** Every expected refusal has one of these codes. Permanent once released; docs/errors.md explains each. */
declare const ERROR_CODES: readonly ["ACTIVITY_IN_FUTURE", "ACTIVITY_NOT_FOUND", "ACTIVITY_STATE", "AS_OF_BEFORE_DATA", "BUSY", "CONSENT_NOT_FOUND", "CONSENT_STATE", "CONSENT_TEXT_NOT_FOUND", "CALENDAR_UNKNOWN", "COUNTS_CONTRADICT", "COUNT_INVALID", "CURSOR_INVALID", "DATE_INVALID", "DECISION_MISSING", "DECISION_NOT_FOUND", "ERASURE_NOT_FOUND", "EVIDENCE_NOT_FOUND", "EXPORT_NOT_FOUND", "EXPORT_TOO_LARGE", "FIGURE_NOT_FOUND", "FILE_TOO_LARGE", "FILE_UNREADABLE", "FILE_UNSAFE", "FILE_UNSUPPORTED", "FILTER_MISSING", "IDENTITY_UNAVAILABLE", "ID_INVALID", "ID_TAKEN", "IMAGE_INVALID", "IMPORT_FAULTY", "IMPORT_INTERRUPTED", "IMPORT_INVALID", "IMPORT_NOT_FOUND", "IMPORT_STALE", "IMPORT_STATE", "INDICATOR_NOT_FOUND", "INPUT_INVALID", "INSTANT_INVALID", "KEY_EXPIRED", "KEY_INVALID", "KEY_REUSED", "MEMBERSHIP_ENDED", "MEMBERSHIP_NOT_FOUND", "MEMBER_ALREADY_IN_TEAM", "MEMBER_NOT_FOUND", "MEMBER_RESTRICTED", "MERGER_INVALID", "MERGER_NOT_FOUND", "NOT_PERMITTED", "NUMBER_INVALID", "PAGE_SIZE_INVALID", "PERIOD_INVALID", "PHONE_INVALID", "PHONE_UNAVAILABLE", "QUERY_TOO_COMPLEX", "REASON_MISSING", "REPORT_CHILDREN_OPEN", "REPORT_EXISTS", "REPORT_INCOMPLETE", "REPORT_LINE_NOT_FOUND", "REPORT_NOT_FOUND", "REPORT_NOT_OF_UNIT", "REPORT_OWN", "REPORT_PARENT_CLOSED", "REPORT_STALE", "REPORT_STATE", "REPORT_TEMPLATE_NOT_FOUND", "REPORT_TOO_EARLY", "REPRESENTATION_INVALID", "REQUEST_NOT_FOUND", "REQUEST_STATE", "RESPONSE_TERM_NOT_FOUND", "RESTRICTION_NOT_FOUND", "SEARCH_INVALID", "SIGN_IN_REQUIRED", "SOURCE_NOT_FOUND", "TARGET_NOT_FOUND", "TEAM_CODE_TAKEN", "TEAM_ENDED", "TEAM_HAS_LEADER", "TEAM_NOT_FOUND", "TEXT_INVALID", "TEXT_SENSITIVE", "TOKEN_INVALID", "TOO_MANY_REPRESENTATIONS", "UNDO_BLOCKED", "UNDO_EXPIRED", "UNIT_CODE_INVALID", "UNIT_EXISTS", "UNIT_NOT_FOUND", "VERIFY_OWN", "VERSION_CONFLICT", "WAIVER_NOT_FOUND", "ZALO_ATTEMPTS_EXCEEDED", "ZALO_CODE_INVALID", "ZALO_LINK_NOT_FOUND", "ZALO_NOT_LINKED", "ZALO_NOT_SET_UP", "ZALO_PERSON_NOT_FOUND", "ZALO_REFUSED", "ZALO_TOKEN_INVALID", "ZALO_UNAVAILABLE"];
type ErrorCode = (typeof ERROR_CODES)[number];
/**
 * Whether a write that was refused so may be sent again as it is, under the same key: what it needs may come later,
 * a permission or something that another write makes. Every other refusal stands.
 */
declare function isRetryable(code: ErrorCode): boolean;
/** The same sentence in both languages: what is wrong, and what would be right. Never personal data. */
interface Messages {
    vi: string;
    en: string;
}
interface ErrorDetails {
    /** The argument or field at fault, as the caller knows it: `asOf`, `figures[3].value`. */
    field?: string;
    /** What was given, as text. */
    value?: string;
}
/**
 * An expected refusal. Clients branch on `code`; people read `messages`.
 *
 * `message` is the Vietnamese sentence, because an officer may see it as it is.
 */
declare class DomainError extends Error {
    readonly name: string;
    readonly code: ErrorCode;
    readonly messages: Messages;
    readonly field: string | undefined;
    readonly value: string | undefined;
    constructor(code: ErrorCode, messages: Messages, details?: ErrorDetails);
}

/** A reporting period: a year '2026', half '2026-H1', quarter '2026-Q1', month '2026-03' or ISO week '2026-W12'. */
type Period = string & {
    readonly __brand: 'Period';
};
/**
 * A reporting period from text.
 *
 * @throws {DomainError} `PERIOD_INVALID` unless it has one of the five forms, exists (W53 only in long years) and
 * lies within 1900–2100
 */
declare function period(text: string, field?: string): Period;
/**
 * The year, half, quarter, month and ISO week that a day lies in, in this order.
 *
 * @throws {DomainError} `PERIOD_INVALID` in the last week of 2100, which ends beyond the known years
 */
declare function periodsOf(date: LocalDate): Period[];

/** What is measured, as far as the rules of its numbers go. */
interface MeasuredIndicator {
    code: string;
    unit: MeasureUnit;
    aggregation: Aggregation;
}
/** The numbers of a figure, before it is stored. Null: not stated. */
interface MeasurementDraft {
    value: number;
    /** Upper end of a range. */
    valueMax: number | null;
    numerator: number | null;
    denominator: number | null;
    qualifier: Qualifier;
    /** Why it differs from what was said before, or why its source gives no numerator and denominator. */
    reason: string | null;
}
/** The largest count that GraphQL's Int and PostgreSQL's integer hold. */
declare const LARGEST_COUNT = 2147483647;
/** Whether what is measured in this unit comes in whole numbers only. */
declare function isCounted(unit: MeasureUnit): boolean;
/**
 * A number as it may stand for something that is measured in this unit.
 *
 * @throws {DomainError} `COUNT_INVALID` for what is counted: a whole number from 0, or from 1 for a rank;
 * `NUMBER_INVALID` for anything else: from 0, percentages up to 5000
 */
declare function requireMeasured(value: number, unit: MeasureUnit, field: string): number;
/**
 * The numbers of a figure as they may be stored.
 *
 * @throws {DomainError} `COUNT_INVALID`, `NUMBER_INVALID`, `COUNTS_CONTRADICT` for a range that ends before it begins,
 * or an exact rate that is not numerator ÷ denominator; `REASON_MISSING` for a ratio without both of them and without
 * a reason: rates of several units could not be joined
 */
declare function requireMeasurement(draft: MeasurementDraft, indicator: MeasuredIndicator): MeasurementDraft;
/**
 * The period that a figure is for. What adds up over a period may be stated before the period ends; what stands on a
 * day cannot stand for days to come.
 *
 * @throws {DomainError} `PERIOD_INVALID`
 */
declare function requirePeriodOfFigure(period: Period, asOf: LocalDate, { isStandingCount }: {
    isStandingCount: boolean;
}): Period;

/** A figure as a source states it about one unit. */
interface StatedFigure {
    indicatorCode: string;
    unitId: string;
    /** The level of team that it is about; null: not about one level only. */
    level: AdminLevel | null;
    /** The kind of team that it is about; null: not about one kind only. */
    teamKind: TeamKind | null;
    value: number;
    numerator: number | null;
    denominator: number | null;
    qualifier: Qualifier;
    /** The day it is about, `YYYY-MM-DD`. */
    asOf: string;
    sourceId: string;
}
/** One value made of one or more stated figures. */
interface Total {
    value: number;
    qualifier: Qualifier;
    /** The latest day among its parts. */
    asOf: string;
    /** The figures it is made of; never empty. */
    parts: StatedFigure[];
}
/** The qualifier of a sum: as unsure as its least sure part. */
declare function weakestQualifier(qualifiers: readonly Qualifier[]): Qualifier;
/**
 * Adds totals of different units. What is missing is left out, never taken as 0.
 *
 * @returns `null` when every total is missing
 */
declare function sumOf(totals: readonly (Total | null)[]): Total | null;
/**
 * What a unit states about itself for one indicator: the total of its latest day that has one, from one source.
 * A total is stated as such; or it is the sum of the kinds, territorial teams among them; or the sum of the levels,
 * the villages among them. A part is not taken for the whole.
 *
 * @param stated - figures of one unit, of any day, indicator and source
 * @returns `null` when the unit states no total
 */
declare function statedTotal(stated: readonly StatedFigure[], indicatorCode: string): Total | null;
/** The same for what cannot be added up, such as a rate or a rank: only a total that is stated as such. */
declare function statedWhole(stated: readonly StatedFigure[], indicatorCode: string): Total | null;
/** The totals that different sources state for the latest day that has one: more than one value is a contradiction. */
declare function rivalTotals(stated: readonly StatedFigure[], indicatorCode: string): number[];
/** The latest figures by level and kind that a unit states for one indicator, without its overall total. */
declare function statedBreakdown(stated: readonly StatedFigure[], indicatorCode: string): StatedFigure[];

interface NumberFormat {
    /** Digits after the decimal sign, always this many. Without it, as many as the number has, up to six. */
    decimals?: number;
    /** `vi` unless told otherwise. */
    language?: Language;
}
/** A number as people read it: 4327 is "4.327", and 92.04 with one decimal "92,0". */
declare function formatNumber(value: number, format?: NumberFormat): string;
/**
 * A percentage with its sign: 92.04 is "92,0%". One decimal unless told otherwise.
 *
 * @param percent 0–100 for a share of the whole, not a ratio of 0–1
 */
declare function formatPercent(percent: number, format?: NumberFormat): string;
/** A figure with how sure it is: "hơn 4.000", "khoảng 30", "ước 9,03"; "at least 4,000", "about 30", "est. 9.03". */
declare function formatQualified(value: number, qualifier: Qualifier, format?: Language | NumberFormat): string;

/** The first day of which anything is claimed about a unit or a team: the programme began in 2022 (793/BTTTT-THH). */
declare const UNITS_KNOWN_FROM: LocalDate;
/** The last day of three levels: 63 provinces, 696 districts and their communes (NQ 203/2025/QH15). */
declare const LAST_DAY_OF_DISTRICTS: LocalDate;
/** The first day of two levels: 34 provinces and 3,321 communes, no districts (NQ 202/2025/QH15, QĐ 19/2025/QĐ-TTg). */
declare const FIRST_DAY_OF_TWO_LEVELS: LocalDate;

/** What an officer's spreadsheet holds: members of teams, teams, activities, or figures. */
declare const IMPORT_KINDS: readonly ["ROSTER", "TEAMS", "ACTIVITIES", "FIGURES", "MEASUREMENTS"];
type ImportKind = (typeof IMPORT_KINDS)[number];
/** Codes of what is not right in an officer's file. Permanent once released; docs/imports.md explains each. */
declare const IMPORT_ISSUE_CODES: readonly ["CELL_BROKEN", "CHOICE_UNKNOWN", "CODE_INVALID", "COLUMN_MISSING", "COLUMN_NOT_STORED", "COLUMN_REPEATED", "COLUMN_UNKNOWN", "COUNTS_CONTRADICT", "COUNT_INVALID", "DATE_AMBIGUOUS", "DATE_INCOMPLETE", "DATE_INVALID", "DATE_OUT_OF_RANGE", "FILE_CLEARED", "FORMULA_WITHOUT_VALUE", "LEGACY_FONT", "LINK_INVALID", "NUMBER_AMBIGUOUS", "NUMBER_INVALID", "PERIOD_INVALID", "PHONE_INVALID", "PHONE_RENUMBERED", "PHONE_SEVERAL", "SHEET_SKIPPED", "TABLE_MISSING", "TEXT_INVALID", "TEXT_SENSITIVE", "TIME_INVALID", "TOPICS_SHARE_COUNTS", "UNIT_FROM_SHEET", "VALUE_MISSING", "WORD_LEFT_OUT"];
type ImportIssueCode = (typeof IMPORT_ISSUE_CODES)[number];
/** What became of an officer's file: waiting to be read, read as a dry run, applied, undone. */
declare const IMPORT_STATUSES: readonly ["WAITING", "READING", "READY", "APPLYING", "APPLIED", "UNDOING", "UNDONE", "FAILED", "DISCARDED"];
type ImportStatus = (typeof IMPORT_STATUSES)[number];
/** What a row of a file does to the register. */
declare const IMPORT_OUTCOMES: readonly ["NEW", "CHANGED", "UNCHANGED", "FAULTY"];
type ImportOutcome = (typeof IMPORT_OUTCOMES)[number];
/** Codes of what the register has against a row of a file. Permanent once released; docs/imports.md explains each. */
declare const IMPORT_FINDING_CODES: readonly ["ACTIVITY_AMBIGUOUS", "ACTIVITY_CLOSED", "ACTIVITY_INCOMPLETE", "ACTIVITY_IN_FUTURE", "ACTIVITY_NOT_DONE", "ACTIVITY_ROWS_DIFFER", "ACTIVITY_STATUS_KEPT", "ACTIVITY_TEAM_DIFFERS", "ACTIVITY_UNKNOWN", "DAYS_REVERSED", "DAY_OUT_OF_RANGE", "DECISION_AMBIGUOUS", "DURATION_OUT_OF_RANGE", "FIGURE_INCOMPLETE", "FIGURE_REASON_MISSING", "FIGURE_REFUSED", "FIGURE_UNIT_DIFFERS", "FROM_BEFORE_TEAM", "FROM_DIFFERS", "FROM_MISSING", "INDICATOR_AMBIGUOUS", "INDICATOR_UNKNOWN", "MEMBER_AMBIGUOUS", "MEMBER_ID_DIFFERS", "MEMBER_RESTRICTED", "MEMBER_UNKNOWN", "NAME_SPELLED", "OUTCOME_CONTRADICTS", "PHONE_OF_ANOTHER", "PHONE_REPLACED", "PHONE_SHARED", "ROW_REPEATED", "SOURCE_AMBIGUOUS", "TEAM_AMBIGUOUS", "TEAM_ELSEWHERE", "TEAM_EMPLOYER_MISSING", "TEAM_EMPLOYER_NEEDLESS", "TEAM_ENDED", "TEAM_HAS_LEADER", "TEAM_LEVEL_IMPOSSIBLE", "TEAM_LEVEL_KEPT", "TEAM_NAME_MISSING", "TEAM_NEW_ENDED", "TEAM_PLANNED", "TEAM_STATUS_KEPT", "TEAM_UNKNOWN", "UNIT_AMBIGUOUS", "UNIT_CODE_DIFFERS", "UNIT_FROM_LINEAGE", "UNIT_MISSING", "UNIT_OUTSIDE", "UNIT_UNKNOWN", "VILLAGE_UNKNOWN"];
type ImportFindingCode = (typeof IMPORT_FINDING_CODES)[number];

/**
 * What the sentence of each finding needs to know. Plain JSON: the database writes findings down. Nothing personal: of
 * people that the file does not name it says nothing.
 */
interface ImportFindingFacts {
    ACTIVITY_AMBIGUOUS: {
        count: number;
    };
    ACTIVITY_CLOSED: {
        status: ActivityStatus;
    };
    ACTIVITY_INCOMPLETE: Record<string, never>;
    ACTIVITY_IN_FUTURE: {
        day: string;
    };
    ACTIVITY_NOT_DONE: {
        status: ActivityStatus;
    };
    ACTIVITY_ROWS_DIFFER: {
        row: number;
    };
    ACTIVITY_STATUS_KEPT: {
        status: ActivityStatus;
    };
    ACTIVITY_TEAM_DIFFERS: {
        team: string;
    };
    ACTIVITY_UNKNOWN: Record<string, never>;
    DAYS_REVERSED: {
        from: string;
        to: string;
    };
    DAY_OUT_OF_RANGE: {
        day: string;
    };
    DECISION_AMBIGUOUS: {
        count: number;
    };
    DURATION_OUT_OF_RANGE: {
        given: number;
    };
    FIGURE_INCOMPLETE: {
        missing: 'DAY' | 'SOURCE';
    };
    FIGURE_REASON_MISSING: {
        registered: string;
    };
    FIGURE_REFUSED: Messages;
    FIGURE_UNIT_DIFFERS: {
        given: string;
        unit: MeasureUnit;
    };
    FROM_BEFORE_TEAM: {
        foundedOn: string;
    };
    FROM_DIFFERS: {
        registered: string;
    };
    FROM_MISSING: Record<string, never>;
    INDICATOR_AMBIGUOUS: {
        given: string;
        candidates: string;
    };
    INDICATOR_UNKNOWN: {
        given: string;
    };
    MEMBER_AMBIGUOUS: {
        count: number;
    };
    MEMBER_ID_DIFFERS: Record<string, never>;
    MEMBER_RESTRICTED: Record<string, never>;
    MEMBER_UNKNOWN: Record<string, never>;
    NAME_SPELLED: {
        registered: string;
    };
    OUTCOME_CONTRADICTS: {
        part: number;
        whole: number;
    };
    PHONE_OF_ANOTHER: Record<string, never>;
    PHONE_REPLACED: Record<string, never>;
    PHONE_SHARED: Record<string, never>;
    ROW_REPEATED: {
        row: number;
    };
    SOURCE_AMBIGUOUS: {
        count: number;
    };
    TEAM_AMBIGUOUS: {
        given: string;
        candidates: string;
    };
    TEAM_ELSEWHERE: {
        team: string;
        unit: string;
    };
    TEAM_EMPLOYER_MISSING: Record<string, never>;
    TEAM_EMPLOYER_NEEDLESS: Record<string, never>;
    TEAM_ENDED: {
        team: string;
    };
    TEAM_HAS_LEADER: Record<string, never>;
    TEAM_LEVEL_IMPOSSIBLE: {
        level: AdminLevel;
        unitLevel: AdminLevel;
    };
    TEAM_LEVEL_KEPT: {
        level: AdminLevel;
    };
    TEAM_NAME_MISSING: Record<string, never>;
    TEAM_NEW_ENDED: Record<string, never>;
    TEAM_PLANNED: Record<string, never>;
    TEAM_STATUS_KEPT: {
        status: TeamStatus;
    };
    TEAM_UNKNOWN: {
        given: string;
    };
    UNIT_AMBIGUOUS: {
        given: string;
        candidates: string;
    };
    UNIT_CODE_DIFFERS: {
        code: string;
        unit: string;
        given: string;
    };
    UNIT_FROM_LINEAGE: {
        given: string;
        unit: string;
    };
    UNIT_MISSING: Record<string, never>;
    UNIT_OUTSIDE: {
        unit: string;
    };
    UNIT_UNKNOWN: {
        given: string;
    };
    VILLAGE_UNKNOWN: {
        given: string;
        unit: string;
    };
}
/** What the register has against a row of a file, or to say about it. */
interface ImportFinding<Code extends ImportFindingCode = ImportFindingCode> {
    code: Code;
    /** The field of the row at fault; null: the whole row. */
    field: string | null;
    facts: ImportFindingFacts[Code];
}
/** Which findings keep a row from being taken over. */
declare const IMPORT_FINDING_SEVERITIES: Readonly<Record<ImportFindingCode, Severity>>;
/** The sentence of a finding: what is wrong, and what would be right. */
declare function findingMessages<Code extends ImportFindingCode>({ code, facts, }: Pick<ImportFinding<Code>, 'code' | 'facts'>): Messages;

/**
 * What the sentence of each issue needs to know. `column` is the heading as the officer wrote it; `given` is what stands
 * in the cell and is never given where it may be personal data.
 */
interface ImportIssueFacts {
    CELL_BROKEN: {
        column: string;
        given: string;
    };
    CHOICE_UNKNOWN: {
        column: string;
        given: string;
        choices: Messages;
    };
    CODE_INVALID: {
        column: string;
        given: string;
        right: Messages;
    };
    COLUMN_MISSING: {
        columns: Messages;
    };
    COLUMN_NOT_STORED: {
        column: string;
        what: Messages;
    };
    COLUMN_REPEATED: {
        column: string;
        first: string;
    };
    COLUMN_UNKNOWN: {
        column: string;
    };
    COUNTS_CONTRADICT: {
        column: string;
        part: number;
        whole: number;
        wholeColumn: string;
    };
    COUNT_INVALID: {
        column: string;
        given: string;
    };
    DATE_AMBIGUOUS: {
        column: string;
        given: string;
        readings: Messages;
    };
    DATE_INCOMPLETE: {
        column: string;
        given: string;
    };
    DATE_INVALID: {
        column: string;
        given: string;
    };
    DATE_OUT_OF_RANGE: {
        column: string;
        day: LocalDate;
        from: LocalDate;
        to: LocalDate;
    };
    FILE_CLEARED: {
        isKept: boolean;
    };
    FORMULA_WITHOUT_VALUE: {
        column: string;
    };
    LEGACY_FONT: {
        column: string;
        font: 'TCVN3' | 'VNI';
    };
    LINK_INVALID: {
        column: string;
        right: Messages;
    };
    NUMBER_AMBIGUOUS: {
        column: string;
        given: string;
        readings: Messages;
    };
    NUMBER_INVALID: {
        column: string;
        given: string;
    };
    PERIOD_INVALID: {
        column: string;
        given: string;
    };
    PHONE_INVALID: {
        column: string;
        hint: Messages;
    };
    PHONE_RENUMBERED: {
        column: string;
    };
    PHONE_SEVERAL: {
        column: string;
        count: number;
    };
    SHEET_SKIPPED: {
        sheet: string;
        isHidden: boolean;
    };
    TABLE_MISSING: {
        columns: Messages;
    };
    TEXT_INVALID: {
        column: string;
        reason: Messages;
    };
    TEXT_SENSITIVE: {
        column: string;
        what: Messages;
    };
    TIME_INVALID: {
        column: string;
        given: string;
    };
    TOPICS_SHARE_COUNTS: {
        column: string;
    };
    UNIT_FROM_SHEET: {
        sheet: string;
    };
    VALUE_MISSING: {
        column: string;
    };
    WORD_LEFT_OUT: {
        column: string;
        given: string;
    };
}
/** An issue by its code, before it is known where it stands. */
interface ImportFault {
    code: ImportIssueCode;
    /** ERROR: the row cannot be taken over as it is. WARNING: it can, and somebody should know. */
    severity: Severity;
    messages: Messages;
}
/** Something that is not right in an officer's file: what is wrong, and what would be right. */
declare function importFault<Code extends ImportIssueCode>(code: Code, facts: ImportIssueFacts[Code]): ImportFault;
/** Which issues keep a row from being taken over. */
declare const IMPORT_ISSUE_SEVERITIES: Readonly<Record<ImportIssueCode, Severity>>;

/** Longest texts, in characters of their NFC form. */
declare const TEXT_LIMITS: {
    readonly name: 200;
    readonly line: 300;
    readonly note: 2000;
    readonly url: 500;
};
/**
 * Text that a person wrote, as it may be stored: NFC, trimmed, not empty, of at most `max` characters, without control
 * characters and without anything that must never be stored.
 *
 * @throws {DomainError} `TEXT_INVALID`, `TEXT_SENSITIVE`
 */
declare function requireText(text: string, field: string, max?: number): string;
/** Why a text cannot be stored, whatever it says: too long, empty, broken. Null where it can. */
declare function textFault(text: string, max?: number): Messages | null;
/** The same for text that may be left out: null, and also blank, is null. */
declare function optionalText(text: string | null | undefined, field: string, max?: number): string | null;
/**
 * The address of a document on the web: https, without a name or a password in it.
 *
 * @throws {DomainError} `INPUT_INVALID`, `TEXT_INVALID`, `TEXT_SENSITIVE`
 */
declare function requireDocumentUrl(text: string, field: string): string;
/**
 * A count of people or things: a whole number from 0 to 1,000,000.
 *
 * @throws {DomainError} `COUNT_INVALID`
 */
declare function requireCount(value: number, field: string, bounds?: {
    min?: number;
    max?: number;
}): number;
/**
 * An instant from ISO 8601 text with its offset: `2026-03-01T08:00:00+07:00`, `2026-03-01T01:00:00Z`.
 *
 * @throws {DomainError} `INSTANT_INVALID` for another form, a day that the calendar lacks, and outside 1900–2100
 */
declare function requireInstant(text: string, field: string): Date;
/**
 * An id as a client makes it, in lower case. UUIDv7 is best: it sorts by time.
 *
 * @throws {DomainError} `ID_INVALID`
 */
declare function requireUuid(text: string, field: string): string;

/** A label in both languages for every value of a vocabulary: a value without one does not compile. */
type LabelSet<Value extends string> = Readonly<Record<Value, Messages>>;

declare const activityStatusLabels: LabelSet<ActivityStatus>;
declare const activityKindLabels: LabelSet<ActivityKind>;
declare const topicLabels: LabelSet<Topic>;

/** Written after a number: "115 tổ", "95,22%" (no space before the sign). */
declare const measureUnitLabels: LabelSet<MeasureUnit>;
declare const comparatorLabels: LabelSet<Comparator>;

declare const teamKindLabels: LabelSet<TeamKind>;
declare const teamStatusLabels: LabelSet<TeamStatus>;

declare const adminLevelLabels: LabelSet<AdminLevel>;

/** Days of the work calendar. IN_LIEU: off instead of another day; MAKE_UP: worked instead; UNSETTLED: not certain, so worked. */
declare const CALENDAR_DAY_KINDS: readonly ["HOLIDAY", "IN_LIEU", "MAKE_UP", "UNSETTLED"];
type CalendarDayKind = (typeof CALENDAR_DAY_KINDS)[number];
/** Kinds of reporting periods. */
declare const PERIOD_KINDS: readonly ["WEEK", "MONTH", "QUARTER", "HALF", "YEAR"];
type PeriodKind = (typeof PERIOD_KINDS)[number];
/** Where a period report stands. */
declare const REPORT_STATUSES: readonly ["DRAFT", "SUBMITTED", "RETURNED", "APPROVED", "LOCKED"];
type ReportStatus = (typeof REPORT_STATUSES)[number];
/** What is done with a report that moves it. */
declare const REPORT_ACTIONS: readonly ["OPEN", "SUBMIT", "RETURN", "APPROVE", "LOCK", "REOPEN"];
type ReportAction = (typeof REPORT_ACTIONS)[number];
/** Where a value of a report comes from. CHILDREN: gathered from the approved reports below. */
declare const REPORT_ORIGINS: readonly ["COMPUTED", "REGISTERED", "MEASURED", "CHILDREN", "CORRECTED"];
type ReportOrigin = (typeof REPORT_ORIGINS)[number];
/** How it stands with the report of a unit that should report. MISSING: nobody has opened it; WAIVED: it is done without. */
declare const REPORT_STANDINGS: readonly ["MISSING", "DRAFT", "SUBMITTED", "RETURNED", "APPROVED", "LOCKED", "WAIVED"];
type ReportStanding = (typeof REPORT_STANDINGS)[number];

/** Every vocabulary by its name, as {@link label} takes it. */
interface Vocabularies {
    activityKind: ActivityKind;
    activityStatus: ActivityStatus;
    adminLevel: AdminLevel;
    affiliation: Affiliation;
    aggregation: Aggregation;
    boundary: Boundary;
    calendarDayKind: CalendarDayKind;
    comparator: Comparator;
    computedMeasure: ComputedMeasure;
    dayPart: DayPart;
    direction: Direction;
    duplicateReason: DuplicateReason;
    exportKind: ExportKind;
    fundingBasis: FundingBasis;
    importFindingCode: ImportFindingCode;
    importIssueCode: ImportIssueCode;
    importKind: ImportKind;
    importOutcome: ImportOutcome;
    importStatus: ImportStatus;
    kpiBasis: KpiBasis;
    measureUnit: MeasureUnit;
    memberRole: MemberRole;
    mergerKind: MergerKind;
    mergerStatus: MergerStatus;
    outboxStatus: OutboxStatus;
    periodKind: PeriodKind;
    qualifier: Qualifier;
    reportAction: ReportAction;
    reportOrigin: ReportOrigin;
    reportStanding: ReportStanding;
    reportStatus: ReportStatus;
    requirement: Requirement;
    responsibilityKind: ResponsibilityKind;
    severity: Severity;
    teamKind: TeamKind;
    teamLinkKind: TeamLinkKind;
    teamStatus: TeamStatus;
    topic: Topic;
    unitKind: UnitKind;
    unitLinkKind: UnitLinkKind;
    viewerRole: ViewerRole;
    weekday: Weekday;
    warningCode: WarningCode;
    zaloGroupStatus: ZaloGroupStatus;
    consentPurpose: ConsentPurpose;
    contactChannel: ContactChannel;
    dayCount: DayCount;
    erasureAction: ErasureAction;
    legalBasis: LegalBasis;
    retainedData: RetainedData;
    subjectRequestKind: SubjectRequestKind;
    subjectRequestStatus: SubjectRequestStatus;
}
/** What officers call each value, in both languages and in lower case, by vocabulary. */
declare const LABELS: {
    readonly [Name in keyof Vocabularies]: LabelSet<Vocabularies[Name]>;
};
/** What a member is called for whom a core benefit counts: Quảng Ninh waives mobile data for two per team. */
declare const CORE_MEMBER_LABEL: Messages;
/**
 * What officers call a value: `label('memberRole', 'LEADER')` is "tổ trưởng".
 *
 * A value that this version does not know, as a newer server may send, comes back as it is.
 */
declare function label<Name extends keyof Vocabularies>(vocabulary: Name, value: Vocabularies[Name] | (string & {}), language?: Language): string;

/** What stands where a name was. */
declare const MASKED_NAME = "[\u0111\u00E3 x\u00F3a]";
/**
 * A text without the names: every run of words that reads as one of them, whatever its case, marks, Unicode form and
 * spacing, is masked. Names of one word are left alone, because too many things are called so.
 *
 * @returns the text with {@link MASKED_NAME} in their places, or `null` where none of them is in it
 */
declare function maskNames(text: string, names: readonly string[]): string | null;

/** A number as a source prints it. */
interface ParsedNumber {
    /** Percentages as printed: "98,5%" is 98.5. */
    value: number;
    qualifier: Qualifier;
    isPercent: boolean;
}
/**
 * A number as Vietnamese texts print it: "4327", "15.862", "98,5%", "hơn 4.000", "ước đạt 9,03%".
 *
 * Sources mix Vietnamese and English separators ("95.22%" beside "98,5%"), so each text is read in every way that its
 * separators allow. A point before exactly three digits groups thousands. Refused as ambiguous, with both readings:
 * - "1,473": Vietnamese for one point four seven three, English for one thousand four hundred and seventy-three;
 * - "1.473%": Vietnamese grouping makes it 1473 %, which hardly any share is, an English point 1.473 %.
 *
 * "1,473%" is read as 1.473 %: the Vietnamese reading is also the plausible one. "0,473" has one reading, because no
 * group of thousands begins with 0.
 *
 * @throws {DomainError} `NUMBER_INVALID` for what is not such a number (ranges, "dưới 30", "3 triệu", units), for an
 * ambiguous one, and for more than 15 digits
 */
declare function parseVietnameseNumber(text: string, field?: string): ParsedNumber;
/**
 * Both readings of a number that is refused as ambiguous: "1,473 (kiểu Việt Nam) hoặc 1473 (kiểu Anh)".
 *
 * @returns null for a number with one reading, and for what is none
 */
declare function ambiguousReadings(text: string): Messages | null;

/** Encodings of Vietnamese from before Unicode, in which fonts draw other letters for the characters of Western Europe. */
type OldEncoding = 'TCVN3' | 'VNI';
/**
 * Text that was typed in an old encoding, as Unicode in NFC. TCVN3 has its capitals with marks in fonts of their own, so
 * that they come out as small letters.
 *
 * "B¶o Th¾ng" is "Bảo Thắng" in TCVN3, "Xin chaøo" is "Xin chào" in VNI.
 */
declare function fromOldEncoding(text: string, encoding: OldEncoding): string;
/**
 * Which old encoding a text is in, by its words: those with foreign signs must become Vietnamese syllables.
 *
 * @param usual - that of the text around it, for words that are Vietnamese in both: "Tæ" is "Tổ" in TCVN3, "Tỉ" in VNI
 * @returns null for text in Unicode, and where it cannot be told
 */
declare function likelyEncoding(text: string, usual?: OldEncoding | null): OldEncoding | null;

/** First and last day of a period, both included. */
interface PeriodBounds {
    from: LocalDate;
    to: LocalDate;
}
/** First and last day of the period. Weeks run from Monday to Sunday and may begin or end in another year. */
declare function periodBounds(period: Period): PeriodBounds;
/** Whether a day lies in the period. */
declare function periodContains(outer: Period, date: LocalDate): boolean;

/** The period as people say it: 'Quý I/2026', '6 tháng đầu năm 2023'; 'Q1 2026', 'First half of 2023'. */
declare function periodLabel(period: Period, language: Language): string;

/** Longest name of a person, in characters of its NFC form. */
declare const LONGEST_PERSON_NAME = 100;
/**
 * A person's name as it may be stored.
 *
 * @throws {DomainError} `TEXT_INVALID` also where no letter is in it, `TEXT_SENSITIVE`; the name itself is not repeated
 */
declare function requirePersonName(text: string, field: string): string;
/**
 * The words of a name, folded and sorted: what two spellings and two orders of one name have in common. Names with
 * different keys are never {@link sameName}. What stands in brackets is no part of a name.
 */
declare function nameKey(name: string): string;
/** Why two names may be one person's. */
type NameReason = Exclude<DuplicateReason, 'SAME_PHONE'>;
/**
 * Whether two names may be the same name, and what differs: nothing (SAME_NAME), the order of its words (NAME_ORDER),
 * where tone marks stand (TONE_ORDER: hoà, hòa), or the spelling (SPELLING: đ as d, i as y, all marks left out).
 * Different marks are different names: Hùng is not Hưng, and Lan is not Lân.
 *
 * @returns reasons in that order, or `null` for two different names
 */
declare function sameName(one: string, other: string): NameReason[] | null;
/** What speaks for two records being one person. */
interface DuplicateEvidence {
    /** As {@link sameName} answers. */
    name: readonly NameReason[] | null;
    hasSamePhone: boolean;
    /** Whether both are or were in teams of one commune. */
    isInSamePlace: boolean;
}
/**
 * How likely two records are one person, for sorting: 0–1, two decimals. A name weighs less where it is written in
 * another way, and half as much in another commune, because many people bear the same one; families share a phone.
 */
declare function duplicateScore({ name, hasSamePhone, isInSamePlace }: DuplicateEvidence): number;

/** A Vietnamese mobile number as it is stored and compared: `+84912345678`. */
type PhoneNumber = string & {
    readonly __brand: 'PhoneNumber';
};
/**
 * A mobile number from how people write it: with spaces, dots or dashes, with 0, 84, +84 or 0084 before it.
 *
 * @throws {DomainError} `PHONE_INVALID` saying what would be right; what was given is not repeated
 */
declare function phoneNumber(text: string, field?: string): PhoneNumber;
/** What those who need not call see of a number: `•••• ••• 678`. */
declare function maskPhone(phone: PhoneNumber): string;
/** A number as people write and dial it, with its zero: `0912 345 678`. */
declare function formatPhone(phone: PhoneNumber): string;

/** What recurs at a time of day in Việt Nam: on days of the week, or on a day of the month. */
interface RecurrenceDraft {
    /** First and last day that it may fall on. */
    from: string;
    until: string;
    /** Time of day: '08:00'. */
    time: string;
    weekdays: readonly Weekday[] | null;
    /** 1 to 31. */
    dayOfMonth: number | null;
}
interface Occurrence {
    day: LocalDate;
    startsAt: Date;
}
interface Occurrences {
    /** In their order, 1 to 100. */
    occurrences: Occurrence[];
    /** Months between first and last day that have no such day, '2026-02': they are left out and no other day is taken. */
    skippedMonths: string[];
}
/**
 * The days on which something recurs.
 *
 * @throws {DomainError} `DATE_INVALID`, `INSTANT_INVALID` for the time, `COUNT_INVALID` for the day of the month,
 * `ACTIVITY_IN_FUTURE` more than a year ahead, `INPUT_INVALID` for contradictions, and for no day at all or over 100
 *
 * @example
 * occurrencesOf({ from: '2026-03-01', until: '2026-03-31', time: '19:30', weekdays: ['SATURDAY'], dayOfMonth: null }, now)
 */
declare function occurrencesOf(draft: RecurrenceDraft, now: Date): Occurrences;

/**
 * Which days are worked, as far as it is published: Monday to Friday but for holidays, and the days that are worked
 * instead of one of them. Holidays and swapped days are decided year by year, so a calendar ends where they do.
 */
interface WorkCalendar {
    /** Days on which offices are closed though they are no weekend: holidays, days in lieu, days that were swapped. */
    holidays: ReadonlySet<string>;
    /** Days of a weekend that are worked instead of another day. */
    makeUpDays: ReadonlySet<string>;
    /** First day that the calendar knows. */
    knownFrom: LocalDate;
    /** Last day that the calendar knows; before `knownFrom`: it knows none. */
    knownUntil: LocalDate;
}
/**
 * Whether offices work on a day.
 *
 * @throws {DomainError} `CALENDAR_UNKNOWN` for a day outside the calendar: nothing is guessed
 */
declare function isWorkingDay(day: LocalDate, calendar: WorkCalendar): boolean;
/** Whether the calendar says anything of a day. */
declare function knowsDay(day: LocalDate, { knownFrom, knownUntil }: WorkCalendar): boolean;
/**
 * The n-th working day after a day: a term of two working days that begins on a Friday ends on Tuesday.
 *
 * @param count - 1 or more; 0 is the day itself where it is worked, otherwise the next one that is
 * @throws {DomainError} `CALENDAR_UNKNOWN` where the term leaves the calendar
 */
declare function addWorkingDays(day: LocalDate, count: number, calendar: WorkCalendar): LocalDate;
/**
 * Working days after `from` up to and including `to`: how many have gone since a deadline. 0 where `to` is not later.
 *
 * @throws {DomainError} `CALENDAR_UNKNOWN` where one of the days lies outside the calendar
 */
declare function workingDaysBetween(from: LocalDate, to: LocalDate, calendar: WorkCalendar): number;
/** The refusal of a day, or of a whole year, of which no holidays are known. */
declare function calendarUnknown(day: LocalDate, { knownFrom, knownUntil }: Pick<WorkCalendar, 'knownFrom' | 'knownUntil'>, field?: string): DomainError;
/** Whether a day is a Saturday or a Sunday. */
declare const isWeekendDay: (day: LocalDate) => boolean;

/** Which statuses an action is taken from, and the one that it leads to. */
interface ReportStep {
    from: readonly ReportStatus[];
    to: ReportStatus;
}
/**
 * The life of a report: filled as a draft, submitted, returned or approved by the level above, locked. What is locked
 * is opened again only as a new edition.
 */
declare const REPORT_STEPS: Readonly<Record<ReportAction, ReportStep>>;
/** Whether the report above takes values from a report in this status. */
declare const isApprovedReport: (status: ReportStatus) => boolean;
/** Whether values may be filled and corrected in this status, and the reports below may still change. */
declare const isOpenReport: (status: ReportStatus) => boolean;
/**
 * The status that an action leads to.
 *
 * @throws {DomainError} `REPORT_STATE` for an action that is not taken from this status
 */
declare function requireReportStep(status: ReportStatus, action: ReportAction): ReportStatus;
/** @throws {DomainError} `REPORT_STATE` unless values may be changed */
declare function requireOpenReport(status: ReportStatus): void;
/** Whether a report is a draft that nobody has submitted yet, and so no record: it may be given up. */
declare const isDiscardableReport: ({ status, submittedOn }: SubmittedOrNot) => boolean;
interface SubmittedOrNot {
    status: ReportStatus;
    /** Day of the first submission, of whichever edition. Null: it was never submitted. */
    submittedOn: string | null;
}
/** @throws {DomainError} `REPORT_STATE` for a report that was submitted once */
declare function requireDiscardable(report: SubmittedOrNot): void;
/** The refusal of something that is done with a report in other statuses only. */
declare function reportState(status: ReportStatus, wanted: readonly ReportStatus[]): DomainError;
/** The kind of a period: week, month, quarter, half, year. */
declare function kindOfPeriod(period: Period): PeriodKind;
/**
 * The levels that report on a day, from the top down: those of the template, without districts once they have ended.
 *
 * @param day - the last day of the period
 */
declare function reportingLevels(levels: readonly AdminLevel[], day: LocalDate): AdminLevel[];
/** The level whose reports a level gathers, and the one that it reports to. Null: there is none. */
declare function neighbouringLevels(levels: readonly AdminLevel[], level: AdminLevel, day: LocalDate): {
    above: AdminLevel | null;
    below: AdminLevel | null;
};
/** When a report is due: so many working days after the period. Null where the calendar does not know that day. */
declare function reportDueOn(lastDay: LocalDate, workingDays: number, calendar: WorkCalendar): LocalDate | null;
/**
 * How many working days a report came, or is, late: 0 where it is in time.
 *
 * @param submittedOn - the first submission; null: it has not come yet
 * @returns null where the deadline or today is not in the calendar
 */
declare function reportDaysLate({ dueOn, submittedOn, today }: {
    dueOn: LocalDate | null;
    submittedOn: LocalDate | null;
    today: LocalDate;
}, calendar: WorkCalendar): number | null;
/**
 * A report is submitted when its period is over: before that it says nothing about the period.
 *
 * @throws {DomainError} `REPORT_TOO_EARLY`
 */
declare function requirePeriodOver(lastDay: LocalDate, today: LocalDate): void;

/** A number of a report. Null: not known, which is never 0. */
interface ReportNumber {
    value: number | null;
    /** Of a rate; null where not known or no rate. */
    numerator: number | null;
    denominator: number | null;
}
interface JoinRule {
    aggregation: Aggregation;
    unit: MeasureUnit;
}
declare const NO_NUMBER: ReportNumber;
/**
 * Several units' numbers as one: sums are added, rates come from their parts and are never averaged, the largest is
 * taken of MAX, and what is only the latest somewhere is not joined at all. What is missing is left out, not 0.
 *
 * @returns null as value where nothing can be joined
 */
declare function joinReportNumbers(numbers: readonly ReportNumber[], { aggregation, unit }: JoinRule): ReportNumber;
/** The rate that a numerator and a denominator give. Null where there is none. */
declare function ratioValue({ numerator, denominator }: Pick<ReportNumber, 'numerator' | 'denominator'>, unit: MeasureUnit): number | null;
/** What a unit's own register gives less what was gathered from below. Null where either is missing. */
declare function reportVariance(own: number | null, gathered: number | null): number | null;
/** The share of the required lines that have a value, 0–1; 1 where none is required. */
declare function reportCompleteness(lines: readonly {
    isRequired: boolean;
    value: number | null;
}[]): number;

/** How soon a kind of request is to be answered, in days as `dayCount` says. */
interface ResponseTerm {
    /** To confirm receipt, always working days. */
    acknowledgeDays: number;
    days: number;
    /** Where somebody else processes the data on behalf. */
    daysWithProcessor: number;
    /** The most that one extension adds. */
    extensionDays: number;
    dayCount: DayCount;
}
/** A day on which something is due. */
interface DueDay {
    day: LocalDate;
    /**
     * Whether days off beyond the calendar may move it: they are counted as worked, so that the day may come early and
     * never late.
     */
    isProvisional: boolean;
}
/**
 * When receipt is to be confirmed and when the request is to be answered: so many days after the day of receipt, which
 * is not counted itself.
 *
 * @param extensionDays - what an extension added to the term
 */
declare function requestDueDays({ receivedOn, hasProcessor, extensionDays, }: {
    receivedOn: LocalDate;
    hasProcessor: boolean;
    extensionDays?: number;
}, term: ResponseTerm, calendar: WorkCalendar): {
    acknowledge: DueDay;
    answer: DueDay;
};
/** A step in the life of a request. */
type RequestStep = 'ACKNOWLEDGE' | 'EXTEND' | 'COMPLETE' | 'REFUSE';
/**
 * Whether a request may take a step: receipt is confirmed once and first, more time is given once, and nothing follows
 * the end.
 *
 * @throws {DomainError} `REQUEST_STATE`
 */
declare function requireRequestStep(status: SubjectRequestStatus, step: RequestStep, field?: string): void;
/**
 * By how many days a term is extended: 1 to what the term allows.
 *
 * @throws {DomainError} `COUNT_INVALID`
 */
declare const requireExtension: (days: number, { extensionDays }: Pick<ResponseTerm, "extensionDays">) => number;

/** What must never be written into free text: it could only be kept by mistake. */
type SensitiveKind = 'CITIZEN_ID' | 'CREDENTIAL' | 'PHONE';
/**
 * Finds what looks like a citizen-ID number, a credential or a phone number in free text, however it is spaced.
 *
 * It errs on the side of finding: a note can be written without it, and a stored secret cannot be taken back.
 *
 * @returns the kind, or `null` where the text may be stored
 */
declare function sensitiveKind(text: string): SensitiveKind | null;
/**
 * Lets text through that holds nothing sensitive.
 *
 * @throws {DomainError} `TEXT_SENSITIVE` with a hint what to write instead; the text itself is not repeated
 */
declare function requireHarmless(text: string, field: string): string;

/** What was given, cut to {@link LONGEST_SHOWN} characters, so that a refusal never echoes a whole document. */
declare function shown(text: string): string;
/** The same in quotation marks, with control characters and lone surrogates escaped, fit for a message. */
declare function quoted(text: string): string;

/**
 * Lets a team be founded in a unit: of the team's level, or the commune of a village.
 *
 * @param unitLevel - null for a team without a territory, which only an enterprise's may be
 * @throws {DomainError} `INPUT_INVALID` naming `level`, or `unitCode` where a unit is missing
 */
declare function requireTeamPlace(kind: TeamKind, level: AdminLevel, unitLevel: AdminLevel | null): void;
/**
 * The enterprise of an enterprise team, and of no other.
 *
 * @throws {DomainError} `INPUT_INVALID`, `TEXT_INVALID`, `TEXT_SENSITIVE`
 */
declare function requireEmployer(kind: TeamKind, employer: string | null): string | null;
/**
 * Lets a team work only on a founding decision, or with the reason why there is none.
 *
 * @throws {DomainError} `DECISION_MISSING`
 */
declare function requireGround(status: TeamStatus, ground: {
    decisionId: string | null;
    noDecisionReason: string | null;
}): void;
/**
 * A code that people type: capital letters without diacritics, digits and hyphens, 2 to 40 characters.
 *
 * @throws {DomainError} `INPUT_INVALID`
 */
declare function requireTeamCode(text: string, field?: string): string;
/**
 * The link of a Zalo group and its status. The link leads to the group, never to a person or a list of members.
 *
 * @returns the link as `https://zalo.me/g/…`, without what trackers add
 * @throws {DomainError} `INPUT_INVALID`, `TEXT_INVALID`, `TEXT_SENSITIVE` for a link that is somebody's phone number
 */
declare function requireZaloGroup(url: string | null, status: ZaloGroupStatus): {
    url: string | null;
    status: ZaloGroupStatus;
};
/**
 * The day on which a team was founded; ahead only for one that is planned.
 *
 * @throws {DomainError} `DATE_INVALID`
 */
declare function requireFoundation(text: string, status: TeamStatus, today: LocalDate): LocalDate;

/** What a team must look like, in force for a time. Its unit has been matched already. */
interface TeamRule {
    code: string;
    /** Null: every level. */
    level: AdminLevel | null;
    /** Null: every kind. */
    teamKind: TeamKind | null;
    requirement: Requirement;
    min: number | null;
    max: number | null;
    affiliation: Affiliation | null;
    severity: Severity;
    validFrom: string | null;
    validTo: string | null;
    statement: string;
    /** How near the rule's unit is: 0 for the unit itself. A nearer rule takes the place of a farther one. */
    distance: number;
}
/** Fewest and most members; null: the rule sets no such end. */
interface SizeRange {
    min: number | null;
    max: number | null;
}
/** A number of teams of one level and kind. */
interface TeamGroup {
    level: AdminLevel | null;
    teamKind: TeamKind | null;
    teams: number;
}
/** The size rule for a kind and level of team on a day: the nearest unit's, then the most specific. */
declare function sizeRule(rules: readonly TeamRule[], group: {
    level: AdminLevel | null;
    teamKind: TeamKind | null;
}, day: string): TeamRule | null;
/**
 * Fewest members that these teams must have together.
 *
 * @returns `null` when no rule sets a minimum for any of them
 */
declare function fewestMembers(groups: readonly TeamGroup[], rules: readonly TeamRule[], day: string): number | null;
/** A member as the rules see it. */
interface MemberFacts {
    role: MemberRole;
    affiliations: readonly Affiliation[];
}
/** A team as the rules see it. */
interface TeamFacts {
    level: AdminLevel;
    teamKind: TeamKind;
    members: readonly MemberFacts[];
}
/** A rule that a team does not keep. */
interface Violation {
    rule: TeamRule;
    /** How many there are of what the rule asks for. */
    actual: number;
    /** How many are missing, or too many. */
    difference: number;
}
/** Rules that a team does not keep on a day, nearest rule first. */
declare function violations(team: TeamFacts, rules: readonly TeamRule[], day: string): Violation[];

/** The longest search text, in characters of its NFC form. */
declare const SEARCH_MAX_CHARACTERS = 100;
/** Text in Unicode normal form C, the form of everything that is stored or answered. */
declare function nfc(text: string): string;
/**
 * Text as search compares it: no diacritics, đ as d, lower case, anything but letters and digits as one space.
 *
 * "Quảng Trị", its NFD form, "QUẢNG  TRỊ" and "quang-tri" all become "quang tri"; old and new tone placement
 * (hoà, hòa) become the same. Apostrophes vanish, so that "Cư M'gar" and "Cư M’gar" become "cu mgar".
 */
declare function fold(text: string): string;
/**
 * What search looks into: the folded texts, each once more without spaces, because place names are written both ways
 * ("Đa Krông" and "Đakrông").
 */
declare function searchText(...texts: string[]): string;
/**
 * The different words of a search text, folded, in the order given.
 *
 * Tabs and line breaks count as white space, because text is pasted from spreadsheets.
 *
 * @throws {DomainError} `SEARCH_INVALID` for more than 100 characters, for control characters or broken Unicode,
 * and where no letter or digit is left to search for
 */
declare function searchTokens(text: string, field?: string): string[];
/** Whether PostgreSQL can store the text: it has no NUL and no lone surrogate. */
declare function isStorableText(text: string): boolean;

/**
 * Official code of an administrative unit, as text with leading zeros.
 *
 * A code is not an identity: 44 was Quảng Bình and is Quảng Trị. Only code and day together name a unit.
 */
type UnitCode = string & {
    readonly __brand: 'UnitCode';
};
/** The nation. It has no official code; this one is the project's own. */
declare const NATION_CODE: UnitCode;
/**
 * A unit code from text: 'VN' for the nation, 2 digits for a province, 3 for a former district, 5 for a commune.
 *
 * @throws {DomainError} `UNIT_CODE_INVALID` for anything else, and for zeros alone, which no unit bears
 */
declare function unitCode(text: string, field?: string): UnitCode;
/** The administrative level that a code's length tells. Villages have no code. */
declare function levelOfCode(code: UnitCode): AdminLevel;

/** The full name of a unit: "Xã Đại Điền", "Tổ dân phố 15". */
declare function fullUnitName(kind: UnitKind, name: string): string;
/**
 * What a new unit of a level is called.
 *
 * @throws {DomainError} `INPUT_INVALID` naming the kinds of the level
 */
declare function requireUnitKind(text: string, level: AdminLevel, field?: string): UnitKind;
/**
 * How a unit goes over into a new one, if it does so as a whole: among several units only WHOLE, for a single one also
 * UNCHANGED, RENAMED and KIND_CHANGED.
 *
 * @throws {DomainError} `MERGER_INVALID` for a part, whose rest would be nowhere, and for what is not said
 */
declare function requireWholeLink(kind: UnitLinkKind, field: string, { isOnly }: {
    isOnly: boolean;
}): UnitLinkKind;

/**
 * The name of a village without its kind: `Tà Lang` of Thôn Tà Lang.
 *
 * @throws {DomainError} `INPUT_INVALID`, `TEXT_INVALID`, `TEXT_SENSITIVE`
 */
declare function requireVillageName(text: string, kind: UnitKind, field?: string): string;
/**
 * Other names of a unit.
 *
 * @throws {DomainError} `INPUT_INVALID` for too many, `TEXT_INVALID`, `TEXT_SENSITIVE`
 */
declare function requireAliases(aliases: readonly string[]): string[];

/** Something that a reader of a figure must know. Contradictions are shown, not repaired. */
interface Warning {
    code: WarningCode;
    messages: Messages;
    /** By how much, in the unit of the figure; null where there is no such number. */
    shortfall: number | null;
}
/** Fewer members than the size rule asks of that many teams. */
declare function ruleMinSize(unitName: string, teams: number, needed: number, members: number): Warning;
/** What is left after the units below does not satisfy the size rule. */
declare function childSum(unitName: string, teams: number, needed: number, members: number): Warning;
/** The units below report more than the unit itself. */
declare function childSumExceeds(unitName: string, what: Messages, own: number, below: number): Warning;
/** More local teams than there are villages. */
declare function localTeamsExceedVillages(unitName: string, teams: number, villages: number): Warning;
/** A sum of figures of different days. */
declare function mixedAsOf(earliest: string, latest: string): Warning;
/** Teams of a level that no longer exists. */
declare function districtLevelEnded(teams: number): Warning;
/** A figure of a unit that went into several others cannot be shared out. */
declare function allocationUnknown(unitName: string): Warning;
/** Registered teams of a unit that went into several others are counted in none of them. */
declare function registeredUnallocated(teams: number): Warning;
/** Units that a sum should hold and that report nothing. */
declare function unitsNotReporting(missing: number, expected: number): Warning;
/** The unit has ended. */
declare function unitEnded(unitName: string, lastDay: string): Warning;
/** Verified activities of teams of a unit that went into several others are counted in none of them. */
declare function activitiesUnallocated(activities: number): Warning;
/** Outcomes whose count was not taken are not in the number. */
declare function countsUnknown(outcomes: number): Warning;
/** Two sources state different values for the same day. */
declare function sourcesDisagree(unitName: string, values: readonly number[]): Warning;
/** The source leaves out the unit of measure. */
declare function unitUnknown(statement: string): Warning;
/** The source's words allow several targets. */
declare function targetAmbiguous(statement: string, readings: readonly number[]): Warning;
/** Rates of several units cannot be joined without their numerators and denominators. */
declare function ratioPartsMissing(units: number): Warning;

/** What a day that somebody wrote into a table can be. */
type WrittenDay = {
    kind: 'DAY';
    day: LocalDate;
    time: string | null;
}
/** Several days, or days of several centuries: which one is not guessed. */
 | {
    kind: 'AMBIGUOUS';
    readings: Messages;
}
/** A month or a year alone, or a day without its year. */
 | {
    kind: 'INCOMPLETE';
} | {
    kind: 'INVALID';
};
/**
 * A day as Vietnamese officers write it: 05/03/2026, 5-3-2026, 5.3.2026, "ngày 5 tháng 3 năm 2026", and 2026-03-05 as
 * programs do. The day comes first; what could only be read the other way round, as 03/25/2026, is no day.
 *
 * Two-digit years are AMBIGUOUS.
 */
declare function writtenDay(text: string): WrittenDay;

/**
 * A reporting period as officers write it: "quý I/2026", "Q1 2026", "tháng 3/2026", "T3/2026", "6 tháng đầu năm 2026",
 * "năm 2026", and as this project does, 2026-Q1.
 *
 * @returns null for anything else, also where the year is left out
 */
declare function writtenPeriod(text: string): Period | null;

/** Phone numbers that somebody wrote into one cell of a table. */
interface WrittenPhones {
    /** In their order, each once. */
    phones: PhoneNumber[];
    /** Whether one of them had 11 digits, as before 2018, and was renumbered. */
    isRenumbered: boolean;
    /** What would be right where something in the cell is no usable number; null where all are. */
    hint: Messages | null;
}
/**
 * The mobile numbers in a cell: with and without their leading zero (spreadsheets drop it), with 84 or +84, several with
 * any sign between them, and those of 11 digits by the table of 2018. What stands beside them in words is left out.
 */
declare function writtenPhones(text: string): WrittenPhones;

export { ACTIVITY_KINDS, ACTIVITY_STATUSES, ADMIN_LEVELS, AFFILIATIONS, AGGREGATIONS, BOUNDARIES, CALENDAR_DAY_KINDS, COMPARATORS, COMPUTED_MEASURES, CONSENT_PURPOSES, CONTACT_CHANNELS, CORE_MEMBER_LABEL, DAY_COUNTS, DAY_PARTS, DIRECTIONS, DUPLICATE_REASONS, DomainError, ERASURE_ACTIONS, ERROR_CODES, EXPORT_KINDS, FIRST_DAY_OF_TWO_LEVELS, FUNDING_BASES, IMPORT_FINDING_CODES, IMPORT_FINDING_SEVERITIES, IMPORT_ISSUE_CODES, IMPORT_ISSUE_SEVERITIES, IMPORT_KINDS, IMPORT_OUTCOMES, IMPORT_STATUSES, KPI_BASES, LABELS, LANGUAGES, LARGEST_COUNT, LAST_DAY_OF_DISTRICTS, LEGAL_BASES, LONGEST_ACTIVITY_MINUTES, LONGEST_PERSON_NAME, MASKED_NAME, MEASURE_UNITS, MEMBER_ROLES, MERGER_KINDS, MERGER_STATUSES, NATION_CODE, NO_NUMBER, OUTBOX_STATUSES, PERIOD_KINDS, QUALIFIERS, REPORT_ACTIONS, REPORT_ORIGINS, REPORT_STANDINGS, REPORT_STATUSES, REPORT_STEPS, REQUIREMENTS, RESPONSIBILITY_KINDS, RETAINED_DATA, SEARCH_MAX_CHARACTERS, SEVERITIES, SUBJECT_REQUEST_KINDS, SUBJECT_REQUEST_STATUSES, TEAM_KINDS, TEAM_LINK_KINDS, TEAM_STATUSES, TEXT_LIMITS, TOPICS, UNITS_KNOWN_FROM, UNIT_KINDS, UNIT_LINK_KINDS, VIEWER_ROLES, WARNING_CODES, WEEKDAYS, ZALO_GROUP_STATUSES, activitiesUnallocated, activityKindLabels, activityStatusLabels, addDays, addWorkingDays, adminLevelLabels, allocationUnknown, ambiguousReadings, calendarUnknown, carriedTerms, changeFrom, childSum, childSumExceeds, comparatorLabels, countsUnknown, districtLevelEnded, duplicateScore, endOn, fewestMembers, findingMessages, fold, formatDate, formatNumber, formatPercent, formatPhone, formatQualified, fromOldEncoding, fromUtcMidnight, fullUnitName, importFault, isApprovedReport, isCounted, isDiscardableReport, isOpenReport, isRetryable, isStorableText, isWeekendDay, isWorkingDay, joinReportNumbers, joinedTerms, kindOfPeriod, knowsDay, label, levelOfCode, likelyEncoding, localDate, localTeamsExceedVillages, maskNames, maskPhone, measureUnitLabels, membershipDay, mixedAsOf, nameKey, neighbouringLevels, nfc, occurrencesOf, optionalText, overlap, parseVietnameseNumber, period, periodBounds, periodContains, periodLabel, periodsOf, phoneNumber, quoted, ratioPartsMissing, ratioValue, registeredUnallocated, reportCompleteness, reportDaysLate, reportDueOn, reportState, reportVariance, reportingLevels, requestDueDays, requireAliases, requireBegin, requireCount, requireDayWithin, requireDiscardable, requireDocumentUrl, requireDuration, requireEmployer, requireExtension, requireFits, requireFoundation, requireGround, requireHarmless, requireInstant, requireMeasured, requireMeasurement, requireOpenReport, requireOutcomes, requirePeriodOfFigure, requirePeriodOver, requirePersonName, requireReportStep, requireRequestStep, requireStep, requireTeamCode, requireTeamPlace, requireText, requireUnitKind, requireUuid, requireVillageName, requireWholeLink, requireZaloGroup, rivalTotals, ruleMinSize, sameName, searchText, searchTokens, sensitiveKind, shown, sizeRule, sourcesDisagree, startOfDay, statedBreakdown, statedTotal, statedWhole, sumOf, targetAmbiguous, teamKindLabels, teamStatusLabels, textFault, toUtcMidnight, today, topicLabels, unitCode, unitEnded, unitUnknown, unitsNotReporting, violations, weakestQualifier, workingDaysBetween, writtenDay, writtenPeriod, writtenPhones };
export type { ActivityKind, ActivityStatus, AdminLevel, Affiliation, Aggregation, Boundary, CalendarDayKind, CarriedTerm, Comparator, ComputedMeasure, ConsentPurpose, ContactChannel, DatedChange, DayCount, DayPart, Direction, DueDay, DuplicateEvidence, DuplicateReason, ErasureAction, ErrorCode, ErrorDetails, ExportKind, FundingBasis, ImportFault, ImportFinding, ImportFindingCode, ImportFindingFacts, ImportIssueCode, ImportIssueFacts, ImportKind, ImportOutcome, ImportStatus, JoinRule, JoinableTerm, JoinedTerm, KpiBasis, LabelSet, Language, LeavingTerm, LegalBasis, LocalDate, MeasureUnit, MeasuredIndicator, MeasurementDraft, MemberFacts, MemberRole, MergerKind, MergerStatus, Messages, NameReason, NumberFormat, Occurrence, Occurrences, OldEncoding, OutboxStatus, OutcomeDraft, ParsedNumber, Period, PeriodBounds, PeriodKind, PhoneNumber, Qualifier, RecurrenceDraft, ReportAction, ReportNumber, ReportOrigin, ReportStanding, ReportStatus, ReportStep, RequestStep, Requirement, ResponseTerm, ResponsibilityKind, RetainedData, SensitiveKind, Severity, SizeRange, StatedFigure, SubjectRequestKind, SubjectRequestStatus, TeamFacts, TeamGroup, TeamKind, TeamLinkKind, TeamRule, TeamStatus, TeamTerm, Term, Topic, Total, UnitCode, UnitKind, UnitLinkKind, ViewerRole, Violation, Vocabularies, Warning, WarningCode, Weekday, WorkCalendar, WrittenDay, WrittenPhones, ZaloGroupStatus };
