import { ActivityStatus, ActivityKind, Topic, TeamKind, TeamStatus, AdminLevel, ZaloGroupStatus, UnitLinkKind, Boundary, Qualifier, MemberRole, Affiliation, ResponsibilityKind, Requirement, Severity, Direction, Aggregation, Comparator, FundingBasis, ErrorCode, Messages } from '@cnscd/domain';

/**
 * The text of an operation that carries the types of its variables and of its answer.
 *
 * What @graphql-codegen's client preset makes with `documentMode: 'string'` fits as it is.
 */
interface TypedDocumentString<Result, Variables> {
    toString(): string;
    /** Types only: nothing is there at run time. */
    readonly __apiType?: ((variables: Variables) => Result) | undefined;
}
/**
 * Gives an operation of your own its types.
 *
 * @example
 * const NEWS = typedDocument<{ news: { totalCount: number } }, { communeCode: string }>(
 *   'query News($communeCode: String) { news(communeCode: $communeCode) { totalCount } }',
 * );
 * const { news } = await client.query(NEWS, { communeCode: '29194' });
 */
declare function typedDocument<Result, Variables = Record<string, never>>(source: string): TypedDocumentString<Result, Variables>;

/** Whether a coverage is as sources state it, or counted in the register. */
type CoverageBasis = 'REPORTED' | 'REGISTERED';
/** Something a team does on a day [hoạt động]. */
type ActivitySummary = {
    id: string;
    kind: ActivityKind;
    status: ActivityStatus;
    title: string;
    startsAt: string;
    durationMinutes: number | null;
    place: string | null;
    isSynthetic: boolean;
    outcomes: Array<{
        topic: Topic;
        reached: number | null;
        assisted: number | null;
        succeeded: number | null;
    }>;
};
/** Something a team does on a day [hoạt động]. */
type ActivityInList = ({
    team: {
        id: string;
        code: string;
        name: string;
    };
} & ActivitySummary);
/** Something a team does on a day [hoạt động]. */
type Activity = ({
    version: number;
    recordedAt: string;
    team: TeamSummary;
    unit: UnitName | null;
} & ActivitySummary);
type ActivityVariables = {
    id: string;
};
type ActivitiesVariables = {
    unitCode?: string | null | undefined;
    teamId?: string | null | undefined;
    period?: string | null | undefined;
    status?: ActivityStatus | null | undefined;
    first?: number | null | undefined;
    after?: string | null | undefined;
};
/** What a team or a person may be paid, and when that is in force [định mức hỗ trợ]. */
type FundingRule = {
    code: string;
    basis: FundingBasis;
    amountVnd: number;
    amountPerTeamYearVnd: number | null;
    isMaximum: boolean;
    topUpFactor: number | null;
    purpose: string;
    validFrom: string | null;
    validTo: string | null;
    statement: string;
    source: Source;
};
/** A grant in kind [chương trình hỗ trợ]: free mobile data for core members, a phone for each team. */
type BenefitProgramme = {
    code: string;
    name: string;
    providers: Array<string>;
    minRecipientsPerTeam: number | null;
    itemsPerTeam: number | null;
    minSlots: number | null;
    eligible: string | null;
    statement: string;
    source: Source;
};
type BenefitProgrammesVariables = {
    unitCode: string;
    asOf?: string | null | undefined;
};
/** Something that is measured [chỉ tiêu]: with a unit of measure, a direction and a way to add it up. */
type IndicatorSummary = {
    code: string;
    name: string;
    nameEn: string;
    unit: string;
    direction: Direction;
    aggregation: Aggregation;
    version: string;
};
/** A goal for an indicator, a unit and a period [chỉ tiêu được giao]. */
type Target = {
    code: string;
    period: string;
    comparator: Comparator;
    value: number | null;
    measureUnit: string;
    readings: Array<number>;
    statement: string;
    unit: UnitName;
    source: Source;
};
/** An indicator for a unit and a period, with its target. */
type KpiValue = {
    value: number | null;
    numerator: number | null;
    denominator: number | null;
    qualifier: Qualifier;
    attainment: number | null;
    rank: number | null;
    completeness: number;
    asOf: string;
    unit: UnitName;
    target: Target | null;
    sources: Array<Source>;
    warnings: Array<Warning>;
};
/** Something that is measured [chỉ tiêu]: with a unit of measure, a direction and a way to add it up. */
type Indicator = ({
    versions: Array<{
        version: string;
        definition: string;
        validFrom: string | null;
        validTo: string | null;
    }>;
} & IndicatorSummary);
type IndicatorsVariables = {
    search?: string | null | undefined;
};
/** One indicator on a board. */
type KpiRow = {
    indicator: IndicatorSummary;
    total: KpiValue;
    breakdown: Array<KpiValue>;
};
/** Indicators of a unit in a period against their targets [bảng chỉ tiêu]. */
type KpiBoard = {
    period: string;
    boundary: Boundary;
    unit: UnitName;
    rows: Array<KpiRow>;
};
type KpiBoardVariables = {
    unitCode: string;
    period: string;
    indicatorCodes?: Array<string> | null | undefined;
    breakdown?: AdminLevel | null | undefined;
    boundary?: Boundary | null | undefined;
};
/** One figure that a source states about a unit, with everything it says about it. */
type Figure = {
    level: AdminLevel | null;
    teamKind: TeamKind | null;
    value: number;
    valueMax: number | null;
    numerator: number | null;
    denominator: number | null;
    qualifier: Qualifier;
    statedChange: number | null;
    asOf: string;
    period: string | null;
    statement: string | null;
    indicator: IndicatorSummary;
    source: Source;
};
type FiguresVariables = {
    code: string;
    asOf?: string | null | undefined;
    indicatorCodes?: Array<string> | null | undefined;
    period?: string | null | undefined;
    until?: string | null | undefined;
};
/** A set of material for teams [bộ tài liệu]. */
type Material = {
    code: string;
    title: string;
    topics: Array<Topic>;
    formats: Array<string>;
    language: string;
    owners: Array<string>;
    year: number | null;
    source: Source;
};
/** A person in the register [thành viên]. One person may be in several teams and is counted once. */
type Member = {
    id: string;
    displayName: string;
    isSynthetic: boolean;
    version: number;
    memberships: Array<{
        role: MemberRole;
        isCore: boolean;
        affiliations: Array<Affiliation>;
        from: string;
        to: string | null;
        team: TeamSummary;
        responsibilities: Array<{
            kind: ResponsibilityKind;
            name: string;
        }>;
    }>;
};
type MemberVariables = {
    id: string;
    asOf?: string | null | undefined;
};
/** A way of working that a team invented and others may copy [mô hình hoạt động]. */
type OperatingModel = {
    code: string;
    name: string;
    aliases: Array<string>;
    place: string | null;
    initiator: string | null;
    approvedBy: string | null;
    evaluation: string | null;
    description: string | null;
    unit: UnitName;
    adoptions: Array<{
        adopted: number;
        total: number;
        asOf: string;
        unit: UnitName;
        source: Source;
    }>;
    source: Source;
};
/** Where a statement comes from [nguồn]: an article, a plan, a decision, an official table. */
type Source = {
    id: string;
    title: string;
    publisher: string | null;
    publishedOn: string | null;
    url: string | null;
    note: string | null;
};
/** Something that a reader of a figure must know. Contradictions are shown, not repaired. */
type Warning = {
    code: string;
    message: string;
    messageEn: string;
    shortfall: number | null;
};
/** A figure as its source states it [số báo cáo], or a sum of such figures. A sum is as unsure as its least sure part; its day is the latest of its parts. */
type ReportedFigure = {
    value: number;
    qualifier: Qualifier;
    unit: string;
    asOf: string;
    sources: Array<Source>;
};
/** What is reported and what the register holds: two facts, never mixed. */
type FigurePair = {
    registered: number | null;
    variance: number | null;
    completeness: number;
    reported: ReportedFigure | null;
};
/** Teams of one level and kind. A null level or kind: the source does not split by it. */
type TeamLevelFigure = {
    level: AdminLevel | null;
    kind: TeamKind | null;
    fewestMembers: number | null;
    mostMembers: number | null;
    teams: FigurePair;
    members: FigurePair;
};
/** Units with at least one team, of all units of that level [độ phủ]. */
type Coverage = {
    level: AdminLevel;
    covered: number;
    total: number;
    ratio: number;
    basis: CoverageBasis;
};
/** Teams and members of a unit on a day: reported beside registered, with what contradicts. */
type Overview = {
    asOf: string;
    boundary: Boundary;
    completeness: number;
    unit: Unit;
    teams: FigurePair;
    members: FigurePair;
    teamsByLevel: Array<TeamLevelFigure>;
    coverage: Array<Coverage>;
    warnings: Array<Warning>;
};
type OverviewVariables = {
    unitCode: string;
    asOf?: string | null | undefined;
    boundary?: Boundary | null | undefined;
};
/** A community digital technology team [tổ công nghệ số cộng đồng]. */
type TeamSummary = {
    id: string;
    code: string;
    name: string;
    kind: TeamKind;
    status: TeamStatus;
    level: AdminLevel;
    isSynthetic: boolean;
    unit: ({
        parent: ({
            parent: UnitName | null;
        } & UnitName) | null;
    } & UnitName) | null;
    zaloGroup: {
        status: ZaloGroupStatus;
        url: string | null;
    } | null;
};
/** A rule on size or composition that a team does not keep [vi phạm quy định]. */
type RuleViolation = {
    ruleCode: string;
    requirement: Requirement;
    severity: Severity;
    affiliation: Affiliation | null;
    min: number | null;
    max: number | null;
    actual: number;
    difference: number;
    message: string;
    messageEn: string;
    statement: string;
};
/** A person in the register [thành viên]. One person may be in several teams and is counted once. */
type TeamMember = {
    id: string;
    displayName: string;
    isSynthetic: boolean;
    memberships: Array<{
        role: MemberRole;
        isCore: boolean;
        affiliations: Array<Affiliation>;
        from: string;
        to: string | null;
        team: {
            id: string;
        };
        responsibilities: Array<{
            kind: ResponsibilityKind;
            name: string;
        }>;
    }>;
};
type TeamsVariables = {
    search?: string | null | undefined;
    unitCode?: string | null | undefined;
    level?: AdminLevel | null | undefined;
    kind?: TeamKind | null | undefined;
    status?: TeamStatus | null | undefined;
    asOf?: string | null | undefined;
    first?: number | null | undefined;
    after?: string | null | undefined;
};
/** A community digital technology team [tổ công nghệ số cộng đồng]. */
type Team = ({
    employer: string | null;
    foundedOn: string | null;
    endedOn: string | null;
    version: number;
    decision: {
        number: string;
        title: string;
        issuer: string;
        issuedOn: string | null;
        effectiveOn: string | null;
    } | null;
    leader: {
        id: string;
        displayName: string;
    } | null;
    members: {
        totalCount: number;
        nodes: Array<TeamMember>;
    };
    activities: {
        totalCount: number;
        nodes: Array<ActivitySummary>;
    };
    ruleViolations: Array<RuleViolation>;
} & TeamSummary);
type TeamVariables = {
    id?: string | null | undefined;
    code?: string | null | undefined;
    asOf?: string | null | undefined;
    memberCount?: number | null | undefined;
    activityCount?: number | null | undefined;
};
type TeamMembersVariables = {
    id?: string | null | undefined;
    code?: string | null | undefined;
    asOf?: string | null | undefined;
    first?: number | null | undefined;
    after?: string | null | undefined;
};
/** Training for teams and the partners who give it [tập huấn]. */
type Training = {
    code: string;
    title: string;
    partners: Array<string>;
    topics: Array<Topic>;
    asOf: string | null;
    statement: string | null;
    source: Source;
};
/** One version of an administrative unit [đơn vị hành chính]. A code is not an identity: 44 was Quảng Bình and is Quảng Trị. As an entity, `id` names one version and `code` the latest version that bears it: for the version of another day ask `adminUnit(code:, asOf:)`. */
type UnitName = {
    id: string;
    code: string | null;
    name: string;
    fullName: string;
    level: AdminLevel;
};
/** One version of an administrative unit [đơn vị hành chính]. A code is not an identity: 44 was Quảng Bình and is Quảng Trị. As an entity, `id` names one version and `code` the latest version that bears it: for the version of another day ask `adminUnit(code:, asOf:)`. */
type UnitSummary = ({
    kind: string;
    validFrom: string | null;
    validTo: string | null;
    isSynthetic: boolean;
} & UnitName);
/** One version of an administrative unit [đơn vị hành chính]. A code is not an identity: 44 was Quảng Bình and is Quảng Trị. As an entity, `id` names one version and `code` the latest version that bears it: for the version of another day ask `adminUnit(code:, asOf:)`. */
type UnitInList = ({
    parent: UnitName | null;
} & UnitSummary);
/** One version of an administrative unit [đơn vị hành chính]. A code is not an identity: 44 was Quảng Bình and is Quảng Trị. As an entity, `id` names one version and `code` the latest version that bears it: for the version of another day ask `adminUnit(code:, asOf:)`. */
type Unit = ({
    aliases: Array<string>;
    parent: UnitName | null;
    predecessors: Array<{
        kind: UnitLinkKind;
        effectiveOn: string;
        wording: string | null;
        source: string | null;
        from: UnitSummary;
    }>;
    successors: Array<{
        kind: UnitLinkKind;
        effectiveOn: string;
        wording: string | null;
        source: string | null;
        to: UnitSummary;
    }>;
} & UnitSummary);
type UnitVariables = {
    code: string;
    asOf?: string | null | undefined;
};
type UnitsVariables = {
    search?: string | null | undefined;
    level?: AdminLevel | null | undefined;
    parentCode?: string | null | undefined;
    asOf?: string | null | undefined;
    first?: number | null | undefined;
    after?: string | null | undefined;
};

/** Options of one call. */
interface RequestOptions {
    /** Ends the call, also while it waits between two attempts. */
    signal?: AbortSignal | undefined;
    /** Milliseconds for this call. @defaultValue that of the client */
    timeoutMs?: number | undefined;
}
/** Sends one operation and gives back the `data` of its answer. */
type Send = <Result, Variables>(document: TypedDocumentString<Result, Variables>, variables: Variables, options?: RequestOptions) => Promise<Result>;

/** One page of a listing. */
interface Page<Item> {
    items: Item[];
    /** How many items there are on all pages. */
    totalCount: number;
    hasNextPage: boolean;
    /** `after` of the next page. Null on an empty page. */
    endCursor: string | null;
}
/** Which page: `first` is its size, 1 to 200, 20 by default; `after` is the `endCursor` of the page before. */
interface PageArguments {
    first?: number | null | undefined;
    after?: string | null | undefined;
}
interface AllOptions extends RequestOptions {
    /** Most items to go through. One more that there is ends the loop with `ITEM_LIMIT`. @defaultValue 10_000 */
    maxItems?: number;
}
/** Three ways through the same list. The time-out is one for each page. */
interface Listing<Filter, Item> {
    /** One page. @throws {CnscdError} `PAGE_SIZE_INVALID`, `CURSOR_INVALID` */
    list(filter: Filter & PageArguments, options?: RequestOptions): Promise<Page<Item>>;
    /** Page after page. @throws {CnscdError} `ITEM_LIMIT` */
    pages(filter: Filter & PageArguments, options?: AllOptions): AsyncGenerator<Page<Item>, void, undefined>;
    /** Item after item, fetched a page at a time. @throws {CnscdError} `ITEM_LIMIT` */
    all(filter: Filter & PageArguments, options?: AllOptions): AsyncGenerator<Item, void, undefined>;
}

type ActivityFilter = Omit<ActivitiesVariables, 'first' | 'after'>;
/** Activities, newest first. Errors: `UNIT_NOT_FOUND`, `PERIOD_INVALID`. */
interface Activities extends Listing<ActivityFilter, ActivityInList> {
    /** @throws {CnscdError} `ACTIVITY_NOT_FOUND` */
    get(activity: ActivityVariables, options?: RequestOptions): Promise<Activity>;
}

/** What is measured, and how a unit does. */
interface Indicators {
    /** All indicators by code, at most 500. @throws {CnscdError} `SEARCH_INVALID` */
    list(filter?: IndicatorsVariables, options?: RequestOptions): Promise<Indicator[]>;
    /**
     * Indicators of a unit in a period against their targets; with `breakdown` also of the units below it, ranked.
     *
     * @throws {CnscdError} `UNIT_NOT_FOUND`, `PERIOD_INVALID`, `INDICATOR_NOT_FOUND`, `INPUT_INVALID`
     */
    board(board: KpiBoardVariables, options?: RequestOptions): Promise<KpiBoard>;
    /**
     * Figures that sources state about the unit that bears `code` on `asOf`, up to the day `until`, newest first; at
     * most 500.
     *
     * @throws {CnscdError} `UNIT_NOT_FOUND`, `DATE_INVALID`, `PERIOD_INVALID`
     */
    figures(unit: FiguresVariables, options?: RequestOptions): Promise<Figure[]>;
}

interface Members {
    /**
     * A person with the teams that he or she is in on `asOf`, or ever was in without it.
     *
     * @throws {CnscdError} `MEMBER_NOT_FOUND`
     */
    get(member: MemberVariables, options?: RequestOptions): Promise<Member>;
}

/** Teams and members of a unit on a day: reported beside registered, with what contradicts. */
interface Overviews {
    /**
     * @throws {CnscdError} `UNIT_CODE_INVALID`, `UNIT_NOT_FOUND`, `DATE_INVALID`, `AS_OF_BEFORE_DATA`
     * @example
     * const { teams, warnings } = await client.overviews.get({ unitCode: '45', asOf: '2023-09-30' });
     */
    get(unit: OverviewVariables, options?: RequestOptions): Promise<Overview>;
}

/** The unit that bears `unitCode` on `asOf`, today by default. */
type UnitOnDay = BenefitProgrammesVariables;
/** What supports the teams of a unit. Each list is whole, at most 200 long. Error of all: `UNIT_NOT_FOUND`. */
interface Programmes {
    /** Ways of working that teams invented, and how many copied them. */
    operatingModels(unit: UnitOnDay, options?: RequestOptions): Promise<OperatingModel[]>;
    /** What a team or a person may be paid, in force on the day; amounts in đồng. */
    fundingRules(unit: UnitOnDay, options?: RequestOptions): Promise<FundingRule[]>;
    /** Grants in kind, such as free mobile data for core members. */
    benefits(unit: UnitOnDay, options?: RequestOptions): Promise<BenefitProgramme[]>;
    /** Clips, infographics and guides. */
    materials(unit: UnitOnDay, options?: RequestOptions): Promise<Material[]>;
    /** Training and who gives it. */
    trainings(unit: UnitOnDay, options?: RequestOptions): Promise<Training[]>;
}

type TeamFilter = Omit<TeamsVariables, 'first' | 'after'>;
type TeamMemberFilter = Omit<TeamMembersVariables, 'first' | 'after'>;
/**
 * Teams by name; `search` folds diacritics, đ and case, and looks at name, code and place.
 *
 * Errors: `SEARCH_INVALID`, `UNIT_NOT_FOUND`, `DATE_INVALID`, `AS_OF_BEFORE_DATA`.
 *
 * @example
 * for await (const team of client.teams.all({ unitCode: '45', asOf: '2023-09-30' })) console.log(team.name);
 */
interface Teams extends Listing<TeamFilter, TeamSummary> {
    /**
     * A team by `id` or by `code`, with its first members (50), its newest activities (10) and the rules it breaks.
     *
     * @throws {CnscdError} `TEAM_NOT_FOUND`; `FILTER_MISSING` without either
     */
    get(team: TeamVariables, options?: RequestOptions): Promise<Team>;
    /** People in one team, by name, with their role in it. */
    members: Listing<TeamMemberFilter, TeamMember>;
}

type UnitFilter = Omit<UnitsVariables, 'first' | 'after'>;
/**
 * Administrative units that stand on a day, by name.
 *
 * Errors: `SEARCH_INVALID`, `UNIT_NOT_FOUND`, `DATE_INVALID`, `AS_OF_BEFORE_DATA`.
 */
interface Units extends Listing<UnitFilter, UnitInList> {
    /**
     * The unit that bears a code on a day, today by default, with what it came from and what it went into.
     *
     * @throws {CnscdError} `UNIT_CODE_INVALID`, `UNIT_NOT_FOUND`, `DATE_INVALID`, `AS_OF_BEFORE_DATA`
     */
    get(unit: UnitVariables, options?: RequestOptions): Promise<Unit>;
}

interface ClientOptions {
    /** End point of the gateway or of the subgraph. In a page it may be relative: `/graphql`. */
    url: string;
    /** Asked before each attempt; null sends no token. What it throws is what the call throws. */
    getToken?: () => string | null | Promise<string | null>;
    /** @defaultValue the global `fetch` */
    fetch?: typeof globalThis.fetch;
    /** Milliseconds for one call, its retries and the pauses between them included. @defaultValue `10_000` - 10 seconds */
    timeoutMs?: number;
    /** How often a read is sent again when it could not be answered. @defaultValue `2` */
    maxRetries?: number;
    /** Sent with each request. */
    headers?: Readonly<Record<string, string>>;
}
/** A typed, read-only client. Every method throws {@link CnscdError}, for a refusal as for a lost connection. */
interface Client {
    units: Units;
    overviews: Overviews;
    teams: Teams;
    members: Members;
    activities: Activities;
    indicators: Indicators;
    programmes: Programmes;
    /**
     * Sends an operation of your own, about anything that the graph behind `url` holds.
     *
     * An answer with any error in it is thrown, also where it has data; what it has is in `error.partialData`.
     */
    query: Send;
}
/**
 * A client of one end point. It keeps no state: make as many as you like.
 *
 * @example
 * const client = createClient({ url: 'https://example.gov.vn/graphql' });
 * const { reported } = (await client.overviews.get({ unitCode: '45', asOf: '2023-09-30' })).teams;
 */
declare function createClient(options: ClientOptions): Client;

/** What can go wrong between the caller and an answer, beside the refusals of the domain. */
type ClientErrorCode = 'NETWORK' | 'TIMEOUT' | 'ABORTED' | 'HTTP_STATUS' | 'GRAPHQL' | 'ITEM_LIMIT' | 'INTERNAL';
/** One error of an answer, as GraphQL has it. */
interface GraphQLAnswerError {
    message: string;
    path?: readonly (string | number)[];
    extensions?: Readonly<Record<string, unknown>>;
}
/** What a {@link CnscdError} knows beside its code and its sentences. */
interface CnscdErrorDetails {
    retryable?: boolean;
    field?: string | undefined;
    value?: string | undefined;
    status?: number | undefined;
    retryAfterMs?: number | undefined;
    errors?: readonly GraphQLAnswerError[];
    partialData?: unknown;
    cause?: unknown;
}
/**
 * The only error that a client throws of its own. Programs branch on `code`; people read `messages`.
 *
 * `message` is the Vietnamese sentence, because an officer may see it as it is.
 *
 * - a code of the domain, such as `UNIT_NOT_FOUND`: an expected refusal of the server
 * - `NETWORK`: no answer came; `TIMEOUT`, `ABORTED`: it was not waited for any longer
 * - `HTTP_STATUS`: an answer that is no GraphQL; see `status`
 * - `GRAPHQL`: the server found fault with the operation, or an error of a code that this version does not know
 * - `ITEM_LIMIT`: a listing has more items than the caller allowed
 * - `INTERNAL`: the server failed; `value` is the id under which its log tells more
 */
declare class CnscdError extends Error {
    readonly name: string;
    readonly code: ErrorCode | ClientErrorCode;
    readonly messages: Messages;
    /** Whether the same request may succeed a moment later. */
    readonly retryable: boolean;
    /** The argument at fault, as the caller knows it: `asOf`. */
    readonly field: string | undefined;
    /** What was given for it. */
    readonly value: string | undefined;
    /** HTTP status of the answer, where there was one. */
    readonly status: number | undefined;
    /** Milliseconds that the server asks to wait. */
    readonly retryAfterMs: number | undefined;
    /** All errors of the answer; the first one gives the code. */
    readonly errors: readonly GraphQLAnswerError[];
    /** What the server answered in spite of the errors: GraphQL leaves out only the failed fields. */
    readonly partialData: unknown;
    constructor(code: ErrorCode | ClientErrorCode, messages: Messages, details?: CnscdErrorDetails);
}

export { CnscdError, createClient, typedDocument };
export type { Activities, Activity, ActivityFilter, ActivityInList, ActivitySummary, AllOptions, BenefitProgramme, Client, ClientErrorCode, ClientOptions, CnscdErrorDetails, Coverage, CoverageBasis, Figure, FigurePair, FundingRule, GraphQLAnswerError, Indicator, IndicatorSummary, Indicators, KpiBoard, KpiRow, KpiValue, Listing, Material, Member, Members, OperatingModel, Overview, Overviews, Page, PageArguments, Programmes, ReportedFigure, RequestOptions, RuleViolation, Send, Source, Target, Team, TeamFilter, TeamLevelFigure, TeamMember, TeamMemberFilter, TeamSummary, Teams, Training, TypedDocumentString, Unit, UnitFilter, UnitInList, UnitName, UnitOnDay, UnitSummary, Units, Warning };
