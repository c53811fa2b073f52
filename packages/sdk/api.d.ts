// @cnscd/sdk
import { ErrorCode, Messages, ActivityStatus, ActivityKind, Topic, TeamKind, TeamStatus, AdminLevel, Weekday, DayPart, MemberRole, Affiliation, ResponsibilityKind, UnitLinkKind, MergerKind, MergerStatus, Boundary, Qualifier, TeamLinkKind, ViewerRole, ZaloGroupStatus, Requirement, Severity, DuplicateReason, Direction, Aggregation, KpiBasis, Comparator, FundingBasis, ConsentPurpose, LegalBasis, ContactChannel, SubjectRequestKind, SubjectRequestStatus, ErasureAction, ReportStatus, ReportAction, PeriodKind, ReportOrigin, ReportStanding, CalendarDayKind, ImportKind, ImportStatus, ImportOutcome, OutboxStatus, ExportKind, Language } from '@cnscd/domain';

/** What can go wrong between the caller and an answer, beside the refusals of the domain. */
type ClientErrorCode = 'NETWORK' | 'TIMEOUT' | 'ABORTED' | 'HTTP_STATUS' | 'RATE_LIMITED' | 'USER_CHANGED' | 'GRAPHQL' | 'ITEM_LIMIT' | 'OUTBOX_FULL' | 'OUTBOX_STORAGE' | 'OUTBOX_ITEM_NOT_FOUND' | 'OUTBOX_ITEM_SENT' | 'OUTBOX_TEXT_INVALID' | 'INTERNAL';
/** Every code that a {@link CnscdError} may have: those of the domain and those of the client. */
type CnscdErrorCode = ErrorCode | ClientErrorCode;
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
    errors?: readonly GraphQLAnswerError[];
    partialData?: unknown;
    cause?: unknown;
}
/**
 * The only error that a client throws of its own. Programs branch on `code`; people read `messages`. What a subclass
 * knows beside them is told by `instanceof`, which knows the errors of every copy of this package.
 *
 * `message` is the Vietnamese sentence, because an officer may see it as it is.
 *
 * - a code of the domain, such as `UNIT_NOT_FOUND`: an expected refusal of the server. `INPUT_INVALID` also for variables
 *   that JSON cannot hold and for a limit that is none: nothing was sent
 * - `NETWORK`: no answer came; `TIMEOUT`, `ABORTED`: it was not waited for any longer
 * - `HTTP_STATUS`: an answer that is no GraphQL, the page of a captive portal too; see `status`
 * - `RATE_LIMITED`: the server asks to wait: {@link CnscdRateLimited}
 * - `USER_CHANGED`: somebody else has signed in than the call is for; nothing was sent
 * - `GRAPHQL`: the server found fault with the operation, or an error of a code that this version does not know
 * - `ITEM_LIMIT`: a listing has more items than the caller allowed
 * - `OUTBOX_…`: of `@cnscd/sdk/outbox`: no room on the device, a device that does not keep anything, a record that is
 *   not there or has been sent, an exported text that is none
 * - `INTERNAL`: the server failed; `value` is the id under which its log tells more
 */
declare class CnscdError extends Error {
    readonly name: string;
    readonly code: CnscdErrorCode;
    readonly messages: Messages;
    /** Whether the same request may succeed later; a write under the same key. */
    readonly retryable: boolean;
    /** The argument at fault, as the caller knows it: `asOf`. */
    readonly field: string | undefined;
    /** What was given for it. */
    readonly value: string | undefined;
    /** HTTP status of the answer, where there was one. */
    readonly status: number | undefined;
    /** All errors of the answer; the first one gives the code. */
    readonly errors: readonly GraphQLAnswerError[];
    /** What the server answered in spite of the errors: GraphQL leaves out only the failed fields. */
    readonly partialData: unknown;
    constructor(code: CnscdErrorCode, messages: Messages, details?: CnscdErrorDetails);
    static [Symbol.hasInstance](value: unknown): boolean;
}
/** A write that changed nothing because somebody else was faster, as its answer says. */
interface ConflictAnswer<Current = unknown> {
    message: string;
    messageEn: string;
    expectedVersion: number;
    currentVersion: number;
    current: Current;
}
/**
 * Somebody else was faster: nothing was written. Look at what there is now, decide, and write with its version.
 *
 * @example
 * if (error instanceof CnscdConflict) show(error.current, error.currentVersion);
 */
declare class CnscdConflict<Current = unknown> extends CnscdError {
    readonly name: string;
    /** The version that the write named. */
    readonly expectedVersion: number;
    /** The version that there is. */
    readonly currentVersion: number;
    /** What there is now, in the shape that the write answers. */
    readonly current: Current;
    constructor({ message, messageEn, expectedVersion, currentVersion, current }: ConflictAnswer<Current>);
    /** Without it `instanceof` would make `any` of what is generic. */
    static [Symbol.hasInstance](value: unknown): value is CnscdConflict;
}
/**
 * The server asks to wait, with the status 429 or with a Retry-After.
 *
 * @example
 * if (error instanceof CnscdRateLimited) await wait(error.retryAfterMs);
 */
declare class CnscdRateLimited extends CnscdError {
    readonly name: string;
    /** Milliseconds; 0 where it does not say how long. */
    readonly retryAfterMs: number;
    constructor(messages: Messages, details: CnscdErrorDetails & {
        retryAfterMs: number;
    });
    static [Symbol.hasInstance](value: unknown): boolean;
}
/** What a reader of answers knows of codes: what shows any code as it is need not carry the list of all. */
interface Codes {
    /** Any other one is `GRAPHQL`. */
    isKnown(code: unknown): code is ErrorCode;
    /** Whether the same question may be answered later. */
    isRetryable(code: ErrorCode): boolean;
}
/** Those of the domain, as every client of this package takes them: for {@link dataOf}. */
/** The codes of the domain, as a client takes them: for `dataOf` on a request of your own. */
declare const DOMAIN_CODES: Codes;

/**
 * The `data` of an answer.
 *
 * @param codes - which codes the error may have as they are: {@link DOMAIN_CODES}, as a client takes them, unless its list is too long
 * @throws {CnscdError} for an answer with any error in it, also where it has data: see `partialData`
 */
declare function dataOf(response: Response, codes: Codes): Promise<unknown>;

/** Time and chance as a client sees them. Tests give their own: see `@cnscd/sdk/testing`. */
interface Clock {
    /** Milliseconds since 1970. */
    now(): number;
    setTimeout(callback: () => void, delayMs: number): unknown;
    clearTimeout(timer: unknown): void;
    /** From 0 up to 1, for pauses: clients that failed together do not come back together. */
    random(): number;
}
/** The clock of the machine. Its functions are looked up with each call, as tests put others in their place. */
declare const systemClock: Clock;

/** Why a token is asked for. */
interface TokenRequest {
    /** True: the server refused the token that was given last, or it is about to end; one that is new may pass. */
    isRefresh: boolean;
}
type GetToken = (request: TokenRequest) => string | null | Promise<string | null>;
/** Whether `getToken` threw this, and not the call that needed a token: no request was refused, none was to be had. */
declare const isTokenFailure: (error: unknown) => boolean;

/** One attempt of a call. */
interface TracedAttempt {
    /** Name of the operation, `RecordActivity`; path of a file, `imports`. */
    operation: string;
    /** 1 for the first. */
    attempt: number;
    /** W3C trace context, one trace for all attempts of a call: `00-<trace>-<span>-01`. */
    traceparent: string;
}
/**
 * Told of what a client sends. Given, each request carries a `traceparent`, which a gateway of another origin must name
 * in `Access-Control-Allow-Headers`. What a hook throws is reported to whoever looks for errors, and fails no call.
 */
interface Trace {
    /** Before an attempt goes out; `headers` may be added to, and its `traceparent` replaced by one of your tracer. */
    onRequest?: (attempt: TracedAttempt & {
        headers: Record<string, string>;
    }) => void;
    /** When an attempt is over. `error` is null where it was answered. What getToken throws comes as it is. */
    onAnswer?: (attempt: TracedAttempt & {
        durationMs: number;
        error: unknown;
    }) => void;
    /** Before the pause that precedes the next attempt. */
    onRetry?: (attempt: TracedAttempt & {
        delayMs: number;
        error: CnscdError;
    }) => void;
}

/** Options of one call. */
interface RequestOptions {
    /** Ends the call, also while it waits between two attempts. */
    signal?: AbortSignal | undefined;
    /** Milliseconds for this call. @defaultValue that of the client */
    timeoutMs?: number | undefined;
    /**
     * Whose call it is, as `userOf` names them: with a token of anybody else it is not sent, `USER_CHANGED`. For what was
     * made by one person and is sent when another may have signed in. With no token at all: `SIGN_IN_REQUIRED`.
     */
    user?: string | undefined;
    /** Sent with this call, beside those of the client, and in place of one of the same name. */
    headers?: Readonly<Record<string, string>> | undefined;
    /**
     * Awaited before each attempt goes out, once there is a token for it: a call that ends without it was never sent. What
     * it throws ends the call.
     */
    beforeSend?: (() => Promise<void>) | undefined;
}

/** How much of a file is through. */
interface FileProgress {
    doneBytes: number;
    /** Null: not known. */
    totalBytes: number | null;
}

/** Options of a call that sends or takes a file. Its time is five minutes unless `timeoutMs` says otherwise. */
interface FileOptions extends RequestOptions {
    /** Told while the file goes or comes, and once at its end. What it throws is reported, and does not stop the file. */
    onProgress?: ((progress: FileProgress) => void) | undefined;
}
/** A file that came from the server. */
interface DownloadedFile {
    /** As the server calls it: `thanh-vien-19597.xlsx`. */
    name: string;
    content: Blob;
}
/** Parts of an address behind `?`; what is null or undefined is left out. */
type FileQuery = Readonly<Record<string, string | number | boolean | null | undefined>>;
/**
 * Files of your own way, below `filesUrl`: they travel apart from GraphQL, under the same token and with the same
 * refusals.
 */
interface Files {
    /**
     * Sends a file and gives back the JSON that answers it. It is sent once: nobody knows whether it may be twice.
     *
     * @throws {CnscdError} `HTTP_STATUS` for any other answer, the page of a captive portal too
     */
    upload(path: string, file: Blob | Uint8Array, query: FileQuery, options?: FileOptions): Promise<Readonly<Record<string, unknown>>>;
    /**
     * Takes a file, with the name that the server gives it in `content-disposition`.
     *
     * @throws {CnscdError} `HTTP_STATUS` for an answer that is none: without that header, or a page that is no HTML file
     */
    download(path: string, query: FileQuery, options?: FileOptions): Promise<DownloadedFile>;
}

/**
 * An operation that carries the types of its variables and of its answer: its text, or its syntax tree.
 *
 * `TypedDocumentString` and `TypedDocumentNode`, what @graphql-codegen's client preset and gql.tada make, fit as they
 * are; a text that was printed beforehand is smaller.
 */
type TypedDocument<Result, Variables> = (DocumentText | DocumentTree) & {
    /** Types only: nothing is there at run time. */
    readonly __apiType?: ((variables: Variables) => Result) | undefined;
};
/** A string, or an object that stands for one. */
interface DocumentText {
    valueOf(): string;
}
/** What `parse` of graphql gives. */
interface DocumentTree {
    readonly kind: string;
    readonly definitions: readonly object[];
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
declare function typedDocument<Result, Variables = Record<string, never>>(source: string): TypedDocument<Result, Variables>;

/** Sends one operation and gives back the `data` of its answer. */
interface Send {
    /** Variables may be left out where the operation needs none. */
    <Result>(document: TypedDocument<Result, Record<string, never>>, variables?: Record<string, never>, options?: RequestOptions): Promise<Result>;
    <Result, Variables>(document: TypedDocument<Result, Variables>, variables: NoInfer<Variables>, options?: RequestOptions): Promise<Result>;
}

/**
 * The input of a write, whose key may be left out: then each call is a new action under a new key. Give the key to try
 * the same action again, also after the page was closed in between: it is then done once, and answered alike.
 */
type Keyed<Input> = Omit<Input, 'idempotencyKey'> & {
    idempotencyKey?: string | undefined;
};
/** What a write answers when it was done. */
type Done<Answer> = Exclude<Answer, {
    __typename: 'Refusal' | 'Conflict';
}>;
/** Sends a write until it is answered, under one key, and gives back what was written. */
type Write = <Result, Field extends keyof Result & string, Input extends {
    idempotencyKey: string;
}>(document: TypedDocument<Result, {
    input: Input;
}>, field: Field, input: Keyed<Input>, options?: RequestOptions) => Promise<Done<Result[Field]>>;
/** Sends writes that have keys of their own. */
type WriteAll = <Result, Field extends keyof Result & string, Input>(document: TypedDocument<Result, {
    input: Input;
}>, field: Field, input: Input, options?: RequestOptions) => Promise<Done<Result[Field]>>;

interface ConnectionOptions {
    /** End point of the gateway or of the subgraph. In a page it may be relative: `/graphql`. */
    url: string;
    /**
     * Where files are sent and taken: `/files` of the subgraph, which a gateway does not pass on by itself.
     *
     * @defaultValue `files` beside `url`
     */
    filesUrl?: string;
    /**
     * Asked before each attempt; null sends no token. What it throws is what the call throws: see `isTokenFailure`.
     *
     * After `TOKEN_INVALID` or `SIGN_IN_REQUIRED` it is asked once more with `isRefresh`, once for all calls that wait:
     * another token than the refused one sends the call again. So it is, at most once a minute, after a read that failed
     * without a code, as behind a router that keeps back what its subgraphs say. A JWT that ends within 30 seconds is asked
     * for anew before it is sent. A refresh that does not end within `timeoutMs` is given up.
     */
    getToken?: GetToken;
    /** Whose token it is, for calls with a `user`. @defaultValue `userOf`, which reads a JWT: an issuer whose tokens are none needs its own */
    userOf?: (token: string) => string | null;
    /** @defaultValue the global `fetch` */
    fetch?: typeof globalThis.fetch;
    /**
     * Milliseconds for one call, its retries and the pauses between them included; an attempt of a write has half of it.
     *
     * @defaultValue `10_000` - 10 seconds
     */
    timeoutMs?: number;
    /** How often a read or a write is sent again when it could not be answered, a write under its key. @defaultValue `2` */
    maxRetries?: number;
    /**
     * Whether cookies go along, as `fetch` has it: a gateway on another origin that knows people by a cookie needs
     * `include`.
     *
     * @defaultValue as `fetch` has it, `same-origin`
     */
    credentials?: 'omit' | 'same-origin' | 'include';
    /** Sent with each request. */
    headers?: Readonly<Record<string, string>>;
    /** Told of every attempt; each of them then carries a `traceparent`. @defaultValue nobody is told */
    trace?: Trace;
    /** @defaultValue that of the machine */
    clock?: Clock;
}
/**
 * What every feature of a client goes by. With it alone a page downloads only the features that it uses:
 * `teamsOf(connect({ url }))` is `createClient({ url }).teams`.
 */
interface Connection {
    /**
     * Sends an operation of your own, about anything that the graph behind `url` holds.
     *
     * An answer with any error in it is thrown, also where it has data; what it has is in `error.partialData`. A mutation
     * of your own is sent once: nobody here knows whether it may be done twice. See `write`.
     */
    query: Send;
    /**
     * Sends a mutation that takes one `input` with an `idempotencyKey`, as all of this graph do, in a document of your
     * own: under one key until it is answered. The document asks for `__typename`, without which nobody could tell
     * what was done from what was refused, and for what it wants to know of a `Refusal` or a `Conflict`.
     */
    write: Write;
    /** Likewise a mutation whose input holds keys of its own. */
    writeAll: WriteAll;
    /** Sends and takes files, for what the methods of a feature do not cover. */
    files: Files;
    /** What waiting goes by, where a feature asks again and again. */
    clock: Clock;
}
/** Whatever is left out of the options is as `createClient` has it. */
declare function connect(options: ConnectionOptions): Connection;

/** That receipt of a request was confirmed to the person [xác nhận tiếp nhận]. */
type AcknowledgeSubjectRequestInput = {
    /** A new UUID for each action, the same one for each try of it: 1 to 255 characters, remembered for 30 days and never run again. Errors: `KEY_INVALID`, `KEY_REUSED`, `KEY_EXPIRED`. */
    idempotencyKey: string;
    /** UUID of the request. */
    id: string;
    /** The version that you saw; another one is a Conflict. */
    expectedVersion: number;
    /** When: from the day of receipt to today. Default: today. Error: `DATE_INVALID`. */
    acknowledgedOn?: string | null | undefined;
};
/** Three counts of people on one topic. Leave out what is not known: 0 means nobody. */
type ActivityOutcomeInput = {
    /** What people were helped with; each topic once. */
    topic: Topic;
    /** People who were told, 0 to 1,000,000. */
    reached?: number | null | undefined;
    /** People who were helped, at most as many as reached. */
    assisted?: number | null | undefined;
    /** People for whom it worked, at most as many as assisted. */
    succeeded?: number | null | undefined;
};
/** A person who joins a team: somebody of the register (memberId), or somebody new (person). */
type AddMemberInput = {
    /** A new UUID for each action, the same one for each try of it: 1 to 255 characters, remembered for 30 days and never run again. Errors: `KEY_INVALID`, `KEY_REUSED`, `KEY_EXPIRED`. */
    idempotencyKey: string;
    /** The client's own UUID for the membership. Left out: the server makes one. */
    id?: string | null | undefined;
    /** The team. Errors: `TEAM_NOT_FOUND`, `TEAM_ENDED`. */
    teamId: string;
    /** Somebody whom the caller knows already. Error: `MEMBER_NOT_FOUND`. */
    memberId?: string | null | undefined;
    /** Somebody new. */
    person?: NewPersonInput | null | undefined;
    /** First day, since 2022-01-01 and at most a year ahead. Error: `MEMBER_ALREADY_IN_TEAM`. */
    from: string;
    /** Default: MEMBER. Error: `TEAM_HAS_LEADER`. */
    role?: MemberRole | null | undefined;
    /** Core member. Default: false. */
    isCore?: boolean | null | undefined;
    /** Where the person comes from. */
    affiliations?: Array<Affiliation> | null | undefined;
    /** At most 20. */
    responsibilities?: Array<ResponsibilityInput> | null | undefined;
};
/** A dry run that is to become true [ghi vào sổ]. */
type ApplyImportInput = {
    /** A new UUID for each action, the same one for each try of it: 1 to 255 characters, remembered for 30 days and never run again. Errors: `KEY_INVALID`, `KEY_REUSED`, `KEY_EXPIRED`. */
    idempotencyKey: string;
    /** UUID of the import. Error: `IMPORT_NOT_FOUND`. */
    id: string;
    /** The version that you saw; another one is a Conflict. */
    expectedVersion: number;
    /** Leave out rows with errors and take the others. Default: false. Error: `IMPORT_FAULTY`. */
    skipFaultyRows?: boolean | null | undefined;
};
/** A report that is approved [duyệt báo cáo]. */
type ApproveReportInput = {
    /** A new UUID for each action, the same one for each try of it: 1 to 255 characters, remembered for 30 days and never run again. Errors: `KEY_INVALID`, `KEY_REUSED`, `KEY_EXPIRED`. */
    idempotencyKey: string;
    /** UUID of the report. */
    id: string;
    /** The version that you saw; another one is a Conflict. */
    expectedVersion: number;
    /** Anything to say about it, at most 300 characters. */
    reason?: string | null | undefined;
};
/** A photograph of an activity [ảnh minh chứng], at most 10 each. */
type AttachEvidenceInput = {
    /** A new UUID for each action, the same one for each try of it: 1 to 255 characters, remembered for 30 days and never run again. Errors: `KEY_INVALID`, `KEY_REUSED`, `KEY_EXPIRED`. */
    idempotencyKey: string;
    /** The client's own UUID, best a UUIDv7. Left out: the server makes one. */
    id?: string | null | undefined;
    /** The activity. Error: `ACTIVITY_NOT_FOUND`. */
    activityId: string;
    /** A JPEG, PNG or WebP as base64, at most 1.4 MB and 25 megapixels. It is drawn anew, so that location and camera are not kept. Error: `IMAGE_INVALID`. */
    contentBase64: string;
    /** What it shows, at most 300 characters, nothing sensitive. */
    caption?: string | null | undefined;
    /** True: who sends it has looked and says that it shows no identity card, passport or other document of a person [không chụp giấy tờ tùy thân]. Otherwise `IMAGE_INVALID`. */
    confirmsNoIdentityDocument: boolean;
};
/** An activity that did not take place. */
type CancelActivityInput = {
    /** A new UUID for each action, the same one for each try of it: 1 to 255 characters, remembered for 30 days and never run again. Errors: `KEY_INVALID`, `KEY_REUSED`, `KEY_EXPIRED`. */
    idempotencyKey: string;
    /** UUID of the activity. */
    id: string;
    /** The version that you saw; another one is a Conflict. */
    expectedVersion: number;
    /** Why, 1 to 300 characters. */
    reason: string;
};
/** The rest of a series that will not take place. */
type CancelActivitySeriesInput = {
    /** A new UUID for each action, the same one for each try of it: 1 to 255 characters, remembered for 30 days and never run again. Errors: `KEY_INVALID`, `KEY_REUSED`, `KEY_EXPIRED`. */
    idempotencyKey: string;
    /** UUID of the series. */
    id: string;
    /** The version of the series that you saw. */
    expectedVersion: number;
    /** The first day that is cancelled. What lies before it stays. Default: today. */
    from?: string | null | undefined;
    /** Why, 1 to 300 characters. */
    reason: string;
};
/** What is different from a day on; what is left out stays. The membership ends the day before and another one begins; from its own first day on it is corrected in place. */
type ChangeMembershipInput = {
    /** A new UUID for each action, the same one for each try of it: 1 to 255 characters, remembered for 30 days and never run again. Errors: `KEY_INVALID`, `KEY_REUSED`, `KEY_EXPIRED`. */
    idempotencyKey: string;
    /** UUID of the membership. */
    id: string;
    /** The version that you saw; another one is a Conflict. */
    expectedVersion: number;
    /** First day of the change. */
    from: string;
    /** The client's own UUID for the membership that begins. */
    newId?: string | null | undefined;
    /** Error: `TEAM_HAS_LEADER`. */
    role?: MemberRole | null | undefined;
    /** Core member. */
    isCore?: boolean | null | undefined;
    /** All of them anew. */
    affiliations?: Array<Affiliation> | null | undefined;
    /** All of them anew, at most 20. */
    responsibilities?: Array<ResponsibilityInput> | null | undefined;
};
/** A request that was fulfilled [đã giải quyết]. */
type CompleteSubjectRequestInput = {
    /** A new UUID for each action, the same one for each try of it: 1 to 255 characters, remembered for 30 days and never run again. Errors: `KEY_INVALID`, `KEY_REUSED`, `KEY_EXPIRED`. */
    idempotencyKey: string;
    /** UUID of the request. */
    id: string;
    /** The version that you saw; another one is a Conflict. */
    expectedVersion: number;
    /** What was done and how the person was told, 1 to 300 characters. */
    outcome: string;
};
/** A value that is set by hand in place of the filled one [sửa số liệu báo cáo]. */
type CorrectReportValueInput = {
    /** A new UUID for each action, the same one for each try of it: 1 to 255 characters, remembered for 30 days and never run again. Errors: `KEY_INVALID`, `KEY_REUSED`, `KEY_EXPIRED`. */
    idempotencyKey: string;
    /** UUID of the report. */
    id: string;
    /** The line. Error: `REPORT_LINE_NOT_FOUND`. */
    code: string;
    /** The value instead, in the unit of measure of the line; of a rate it may be left out where its parts are given. Left out altogether: the filled value stands again. Errors: `COUNT_INVALID`, `NUMBER_INVALID`. */
    value?: number | null | undefined;
    /** Of a rate, with the denominator: without both it cannot be joined with others. */
    numerator?: number | null | undefined;
    /** Of a rate, with the numerator. */
    denominator?: number | null | undefined;
    /** Why, 1 to 300 characters. */
    reason: string;
    /** The version that you saw; another one is a Conflict. */
    expectedVersion: number;
};
/** Whether a coverage is as sources state it, or counted in the register. */
type CoverageBasis = 'REPORTED' | 'REGISTERED';
/** Something new to measure [chỉ tiêu thống kê mới]. */
type DefineIndicatorInput = {
    /** A new UUID for each action, the same one for each try of it: 1 to 255 characters, remembered for 30 days and never run again. Errors: `KEY_INVALID`, `KEY_REUSED`, `KEY_EXPIRED`. */
    idempotencyKey: string;
    /** Capital letters, digits and underscores, at most 60: `QR_PAYMENT_TRADERS`. Error: `ID_TAKEN`. */
    code: string;
    /** Name in Vietnamese, 1 to 200 characters. */
    nameVi: string;
    /** Name in English, 1 to 200 characters. */
    nameEn: string;
    /** Unit of measure, as in `Indicator.unit`; never empty and never UNKNOWN. Error: `INPUT_INVALID`. */
    unit: string;
    /** Which way is good. */
    direction: Direction;
    /** How values of several units become one. There is no average. */
    aggregation: Aggregation;
    /** What is counted, 1 to 2,000 characters. */
    definition: string;
    /** Name of the first version of the definition. Default: `1`. */
    version?: string | null | undefined;
    /** Its first day. Left out: not known. */
    validFrom?: string | null | undefined;
    /** Where it is laid down. */
    source?: SourceInput | null | undefined;
};
/** A new definition of an indicator [phiên bản chỉ tiêu thống kê], from a day on. */
type DefineIndicatorVersionInput = {
    /** A new UUID for each action, the same one for each try of it: 1 to 255 characters, remembered for 30 days and never run again. Errors: `KEY_INVALID`, `KEY_REUSED`, `KEY_EXPIRED`. */
    idempotencyKey: string;
    /** The indicator. Error: `INDICATOR_NOT_FOUND`. */
    code: string;
    /** Name of the version: a year, a decision; at most 60 characters. Error: `ID_TAKEN`. */
    version: string;
    /** What is counted, 1 to 2,000 characters. */
    definition: string;
    /** First day, later than that of every other version. Errors: `DATE_INVALID`, `INPUT_INVALID`. */
    validFrom: string;
    /** Where it is laid down. */
    source?: SourceInput | null | undefined;
};
/** A file that is not to be imported after all [bỏ tệp]. */
type DiscardImportInput = {
    /** A new UUID for each action, the same one for each try of it: 1 to 255 characters, remembered for 30 days and never run again. Errors: `KEY_INVALID`, `KEY_REUSED`, `KEY_EXPIRED`. */
    idempotencyKey: string;
    /** UUID of the import. Error: `IMPORT_NOT_FOUND`. */
    id: string;
    /** The version that you saw; another one is a Conflict. */
    expectedVersion: number;
};
/** A draft that is given up [bỏ bản nháp]. */
type DiscardReportInput = {
    /** A new UUID for each action, the same one for each try of it: 1 to 255 characters, remembered for 30 days and never run again. Errors: `KEY_INVALID`, `KEY_REUSED`, `KEY_EXPIRED`. */
    idempotencyKey: string;
    /** UUID of the report. */
    id: string;
    /** The version that you saw; another one is a Conflict. */
    expectedVersion: number;
};
/** A team that ends without a successor [giải thể tổ]. */
type DissolveTeamInput = {
    /** A new UUID for each action, the same one for each try of it: 1 to 255 characters, remembered for 30 days and never run again. Errors: `KEY_INVALID`, `KEY_REUSED`, `KEY_EXPIRED`. */
    idempotencyKey: string;
    /** UUID of the team. Error: `TEAM_NOT_FOUND`. */
    id: string;
    /** The version that you saw; another one is a Conflict. */
    expectedVersion: number;
    /** Last day of the team, not ahead. */
    lastDay: string;
    /** Why, 1 to 300 characters. */
    reason: string;
};
/** Somebody who leaves a team. */
type EndMembershipInput = {
    /** A new UUID for each action, the same one for each try of it: 1 to 255 characters, remembered for 30 days and never run again. Errors: `KEY_INVALID`, `KEY_REUSED`, `KEY_EXPIRED`. */
    idempotencyKey: string;
    /** UUID of the membership. */
    id: string;
    /** The version that you saw; another one is a Conflict. */
    expectedVersion: number;
    /** Last day. Error: `MEMBERSHIP_ENDED`. */
    lastDay: string;
    /** Why, 1 to 300 characters. */
    reason: string;
};
/** A person who is removed from everything [xóa dữ liệu cá nhân]. It cannot be undone: look at the dry run first. */
type EraseMemberInput = {
    /** A new UUID for each action, the same one for each try of it: 1 to 255 characters, remembered for 30 days and never run again. Errors: `KEY_INVALID`, `KEY_REUSED`, `KEY_EXPIRED`. */
    idempotencyKey: string;
    /** The client's own UUID for the erasure. Left out: the server makes one. */
    id?: string | null | undefined;
    /** The open request of kind ERASE; it is closed with it. Errors: `REQUEST_NOT_FOUND`, `REQUEST_STATE`. */
    requestId: string;
    /** The version that you saw; another one is a Conflict. */
    expectedVersion: number;
    /** Why it may be done, 1 to 300 characters; no names. */
    reason: string;
    /** The person's own sign-ins as `issuer#subject`, where they are known: what the person recorded is then no longer under them, in the audit neither. At most 10, and not the caller's. */
    signIns?: Array<string> | null | undefined;
    /** True: the name is masked also in texts about other teams and units that the caller oversees, where a namesake may be meant. Default: false, they are listed. */
    masksElsewhere?: boolean | null | undefined;
    /** True: only show what would happen. Default: false. */
    dryRun?: boolean | null | undefined;
};
/** A new team [thành lập tổ]. It works at once if it has a decision or a reason why not; else it is planned. */
type EstablishTeamInput = {
    /** A new UUID for each action, the same one for each try of it: 1 to 255 characters, remembered for 30 days and never run again. Errors: `KEY_INVALID`, `KEY_REUSED`, `KEY_EXPIRED`. */
    idempotencyKey: string;
    /** The client's own UUID, best a UUIDv7. Left out: the server makes one. */
    id?: string | null | undefined;
    /** Readable code, 2 to 40 capital letters, digits and hyphens. Default: the code of the unit and a number, `19375-01`. Error: `TEAM_CODE_TAKEN`. */
    code?: string | null | undefined;
    /** Name as people say it, 1 to 200 characters. */
    name: string;
    /** Kind of team, independent of its level. */
    kind: TeamKind;
    /** Level of the team: that of its unit; VILLAGE also in a commune, where no list has the village. */
    level: AdminLevel;
    /** Code of the unit, as it is borne on the day of foundation, else today. Errors: `UNIT_NOT_FOUND`, `UNIT_CODE_INVALID`. */
    unitCode?: string | null | undefined;
    /** Id of the unit instead, as for a village, which has no code. */
    unitId?: string | null | undefined;
    /** Name of the enterprise; for teams of kind ENTERPRISE and for no other. */
    employer?: string | null | undefined;
    /** Day of foundation; ahead only for a planned team. Leave out what is not known. */
    foundedOn?: string | null | undefined;
    /** PLANNED or ACTIVE. Error: `DECISION_MISSING`. */
    status?: TeamStatus | null | undefined;
    /** A new decision. At most one of the three. */
    decision?: FoundingDecisionInput | null | undefined;
    /** A decision of the unit, or of one above it, that is recorded already. Error: `DECISION_NOT_FOUND`. */
    decisionId?: string | null | undefined;
    /** Why it works without a decision so far, at most 300 characters. */
    noDecisionReason?: string | null | undefined;
};
/** A village that no list has: villages have no official code, and each province keeps its own list. */
type EstablishVillageInput = {
    /** A new UUID for each action, the same one for each try of it: 1 to 255 characters, remembered for 30 days and never run again. Errors: `KEY_INVALID`, `KEY_REUSED`, `KEY_EXPIRED`. */
    idempotencyKey: string;
    /** Code of the commune today. Errors: `UNIT_NOT_FOUND`, `UNIT_CODE_INVALID`. */
    parentCode: string;
    /** What it calls itself: THON BAN AP KHU_PHO TO_DAN_PHO KHU_DAN_CU. Error: `INPUT_INVALID`. */
    kind: string;
    /** Name without its kind: `Tà Lang`, `3`. At most 100 characters. */
    name: string;
    /** Other spellings and names in use, at most 10. */
    aliases?: Array<string> | null | undefined;
    /** First day. Leave it out where the village is older than its commune, or it is not known. */
    validFrom?: string | null | undefined;
};
/** More time for a request, once [gia hạn]. */
type ExtendSubjectRequestInput = {
    /** A new UUID for each action, the same one for each try of it: 1 to 255 characters, remembered for 30 days and never run again. Errors: `KEY_INVALID`, `KEY_REUSED`, `KEY_EXPIRED`. */
    idempotencyKey: string;
    /** UUID of the request. */
    id: string;
    /** The version that you saw; another one is a Conflict. */
    expectedVersion: number;
    /** How many days more: 1 to what the term of its kind allows. Error: `COUNT_INVALID`. */
    days: number;
    /** Why, 1 to 300 characters. */
    reason: string;
};
/** A decision that is not recorded yet [quyết định thành lập]. */
type FoundingDecisionInput = {
    /** The client's own UUID, to name it for the next team. Left out: the server makes one. */
    id?: string | null | undefined;
    /** Number as it stands on it: 103/QĐ-UBND. At most 100 characters. */
    number: string;
    /** Title in Vietnamese, at most 300 characters. */
    title: string;
    /** Who issued it; for a commune, its chair (793/BTTTT-THH). At most 200 characters. */
    issuer: string;
    /** Day of issue, not ahead. Leave out what is not known. */
    issuedOn?: string | null | undefined;
    /** First day in force; may differ from the day of issue. */
    effectiveOn?: string | null | undefined;
    /** https address of the signed document, at most 500 characters. */
    fileUrl?: string | null | undefined;
};
/** What a column is. */
type ImportColumnInput = {
    /** Heading as `columns` has it, at most 200 characters. */
    header: string;
    /** The field: `fullName`. Null, or left out: the column is left out. Error: `INPUT_INVALID`. */
    field?: string | null | undefined;
};
/** A restriction that ends [bỏ hạn chế xử lý]. */
type LiftRestrictionInput = {
    /** A new UUID for each action, the same one for each try of it: 1 to 255 characters, remembered for 30 days and never run again. Errors: `KEY_INVALID`, `KEY_REUSED`, `KEY_EXPIRED`. */
    idempotencyKey: string;
    /** UUID of the restriction. */
    id: string;
    /** The version that you saw; another one is a Conflict. */
    expectedVersion: number;
    /** Why, 1 to 300 characters. */
    reason: string;
};
/** The Zalo group that the team works through [nhóm Zalo]: link and status, never its member list. */
type LinkZaloGroupInput = {
    /** A new UUID for each action, the same one for each try of it: 1 to 255 characters, remembered for 30 days and never run again. Errors: `KEY_INVALID`, `KEY_REUSED`, `KEY_EXPIRED`. */
    idempotencyKey: string;
    /** UUID of the team. Error: `TEAM_NOT_FOUND`. */
    id: string;
    /** The version that you saw; another one is a Conflict. */
    expectedVersion: number;
    /** Invitation link of the group, `https://zalo.me/g/…`. Null: none. */
    url?: string | null | undefined;
    /** Default: LINKED with a link, NONE without. */
    status?: ZaloGroupStatus | null | undefined;
};
/** A report that is locked for good [khóa báo cáo]. */
type LockReportInput = {
    /** A new UUID for each action, the same one for each try of it: 1 to 255 characters, remembered for 30 days and never run again. Errors: `KEY_INVALID`, `KEY_REUSED`, `KEY_EXPIRED`. */
    idempotencyKey: string;
    /** UUID of the report. */
    id: string;
    /** The version that you saw; another one is a Conflict. */
    expectedVersion: number;
};
/** What columns of a file are, where that was not recognised [chọn cột]. */
type MapImportColumnsInput = {
    /** A new UUID for each action, the same one for each try of it: 1 to 255 characters, remembered for 30 days and never run again. Errors: `KEY_INVALID`, `KEY_REUSED`, `KEY_EXPIRED`. */
    idempotencyKey: string;
    /** UUID of the import. Error: `IMPORT_NOT_FOUND`. */
    id: string;
    /** The version that you saw; another one is a Conflict. */
    expectedVersion: number;
    /** The columns that are something else, at most 100; none: the file is read again as it was. */
    columns: Array<ImportColumnInput>;
};
/** Several records of one person that become one. */
type MergeMembersInput = {
    /** A new UUID for each action, the same one for each try of it: 1 to 255 characters, remembered for 30 days and never run again. Errors: `KEY_INVALID`, `KEY_REUSED`, `KEY_EXPIRED`. */
    idempotencyKey: string;
    /** The client's own UUID for the merger. Left out: the server makes one. */
    id?: string | null | undefined;
    /** The record that stays. Error: `MEMBER_NOT_FOUND`. */
    keepId: string;
    /** The records that go into it, 1 to 10. Errors: `MEMBER_NOT_FOUND`, `MERGER_INVALID`. */
    duplicateIds: Array<string>;
    /** True: only show what would happen. Default: false. */
    dryRun?: boolean | null | undefined;
    /** Why it is one person, 1 to 300 characters. */
    reason: string;
};
/** Teams that go on in another one [sáp nhập tổ]. Their histories stay with them. */
type MergeTeamsInput = {
    /** A new UUID for each action, the same one for each try of it: 1 to 255 characters, remembered for 30 days and never run again. Errors: `KEY_INVALID`, `KEY_REUSED`, `KEY_EXPIRED`. */
    idempotencyKey: string;
    /** The client's own UUID of the merger or split, by which it is undone. Left out: the server makes one. */
    id?: string | null | undefined;
    /** The version of the team that goes on; another one is a Conflict. */
    expectedVersion: number;
    /** First day of the new state: today or earlier, at the latest tomorrow. */
    effectiveOn: string;
    /** Why, at most 300 characters. */
    reason?: string | null | undefined;
    /** Only show what it would do, and change nothing. Default: false. */
    dryRun?: boolean | null | undefined;
    /** Teams that end, 1 to 20. */
    teamIds: Array<string>;
    /** The team that goes on. */
    intoTeamId: string;
    /** The decision on the merger, if it is not recorded yet. */
    decision?: FoundingDecisionInput | null | undefined;
    /** The decision on the merger, if it is recorded already. */
    decisionId?: string | null | undefined;
};
/** Units that become one [sáp nhập đơn vị hành chính]. */
type MergeUnitsInput = {
    /** A new UUID for each action, the same one for each try of it: 1 to 255 characters, remembered for 30 days and never run again. Errors: `KEY_INVALID`, `KEY_REUSED`, `KEY_EXPIRED`. */
    idempotencyKey: string;
    /** The client's own UUID of the merger. Left out: the server makes one. */
    id?: string | null | undefined;
    /** 1 to 50 communes, or villages, that stand the day before and have not ended yet. */
    fromUnits: Array<MergedUnitInput>;
    /** Code of the new commune, 5 digits; none for a village. */
    code?: string | null | undefined;
    /** Its name without its kind, 1 to 200 characters. */
    name: string;
    /** XA, PHUONG, DAC_KHU for a commune; THON, BAN, AP, KHU_PHO, TO_DAN_PHO, KHU_DAN_CU for a village. */
    kind: string;
    /** The unit above it. Default: that of the merged ones. */
    parentCode?: string | null | undefined;
    /** Its first day, from 2025-07-02 to a year ahead. Errors: `DATE_INVALID`, `INPUT_INVALID`. */
    effectiveOn: string;
    /** The resolution on the merger. */
    source: SourceInput;
    /** What else is to be said, at most 300 characters. */
    reason?: string | null | undefined;
    /** Shows the report and writes nothing. Default: false. */
    dryRun?: boolean | null | undefined;
};
/** A unit that goes over into the new one. */
type MergedUnitInput = {
    /** Its code on its last day. Errors: `UNIT_CODE_INVALID`, `UNIT_NOT_FOUND`. */
    code?: string | null | undefined;
    /** Its id, for a village, which has no code. */
    id?: string | null | undefined;
    /** Default: WHOLE. For a single unit also UNCHANGED, RENAMED, KIND_CHANGED. PART is not merged here: `MERGER_INVALID`. */
    kind?: UnitLinkKind | null | undefined;
};
/** A person who is not in the register yet. */
type NewPersonInput = {
    /** The client's own UUID, best a UUIDv7. Left out: the server makes one. */
    id?: string | null | undefined;
    /** Name as the person is called, 1 to 100 characters. */
    displayName: string;
    /** Vietnamese mobile number. Kept encrypted. Errors: `PHONE_INVALID`, `PHONE_UNAVAILABLE`. */
    phone?: string | null | undefined;
};
/** A report to be filled from what is known [lập báo cáo kỳ]. */
type OpenReportInput = {
    /** A new UUID for each action, the same one for each try of it: 1 to 255 characters, remembered for 30 days and never run again. Errors: `KEY_INVALID`, `KEY_REUSED`, `KEY_EXPIRED`. */
    idempotencyKey: string;
    /** UUID of the report, made by the client. Default: a new one. */
    id?: string | null | undefined;
    /** By which template. Error: `REPORT_TEMPLATE_NOT_FOUND`. */
    templateCode: string;
    /** Code of the unit on the last day of the period, or today if that is earlier. */
    unitCode?: string | null | undefined;
    /** Id of the unit, for a village, which has no code, and for a unit that ended. */
    unitId?: string | null | undefined;
    /** The period. Error: `PERIOD_INVALID`. */
    period: string;
};
/** One write that waited: exactly one of the fields, with the input of the mutation of that name. */
type OutboxItem = {
    /** The input of `attachEvidence`. */
    attachEvidence?: AttachEvidenceInput | null | undefined;
    /** The input of `cancelActivitySeries`. */
    cancelActivitySeries?: CancelActivitySeriesInput | null | undefined;
    /** The input of `verifyActivity`. */
    verifyActivity?: VerifyActivityInput | null | undefined;
    /** The input of `returnActivity`. */
    returnActivity?: ReturnActivityInput | null | undefined;
    /** The input of `cancelActivity`. */
    cancelActivity?: CancelActivityInput | null | undefined;
    /** The input of `planActivitySeries`. */
    planActivitySeries?: PlanActivitySeriesInput | null | undefined;
    /** The input of `recordActivity`. */
    recordActivity?: RecordActivityInput | null | undefined;
    /** The input of `removeEvidence`. */
    removeEvidence?: RemoveEvidenceInput | null | undefined;
    /** The input of `updateActivity`. */
    updateActivity?: UpdateActivityInput | null | undefined;
    /** The input of `applyImport`. */
    applyImport?: ApplyImportInput | null | undefined;
    /** The input of `discardImport`. */
    discardImport?: DiscardImportInput | null | undefined;
    /** The input of `mapImportColumns`. */
    mapImportColumns?: MapImportColumnsInput | null | undefined;
    /** The input of `undoImport`. */
    undoImport?: UndoImportInput | null | undefined;
    /** The input of `defineIndicator`. */
    defineIndicator?: DefineIndicatorInput | null | undefined;
    /** The input of `defineIndicatorVersion`. */
    defineIndicatorVersion?: DefineIndicatorVersionInput | null | undefined;
    /** The input of `recordMeasurement`. */
    recordMeasurement?: RecordMeasurementInput | null | undefined;
    /** The input of `setTarget`. */
    setTarget?: SetTargetInput | null | undefined;
    /** The input of `addMember`. */
    addMember?: AddMemberInput | null | undefined;
    /** The input of `changeMembership`. */
    changeMembership?: ChangeMembershipInput | null | undefined;
    /** The input of `endMembership`. */
    endMembership?: EndMembershipInput | null | undefined;
    /** The input of `mergeMembers`. */
    mergeMembers?: MergeMembersInput | null | undefined;
    /** The input of `updateMember`. */
    updateMember?: UpdateMemberInput | null | undefined;
    /** The input of `undoMerger`. */
    undoMerger?: UndoMergerInput | null | undefined;
    /** The input of `correctReportValue`. */
    correctReportValue?: CorrectReportValueInput | null | undefined;
    /** The input of `discardReport`. */
    discardReport?: DiscardReportInput | null | undefined;
    /** The input of `approveReport`. */
    approveReport?: ApproveReportInput | null | undefined;
    /** The input of `returnReport`. */
    returnReport?: ReturnReportInput | null | undefined;
    /** The input of `lockReport`. */
    lockReport?: LockReportInput | null | undefined;
    /** The input of `openReport`. */
    openReport?: OpenReportInput | null | undefined;
    /** The input of `refreshReport`. */
    refreshReport?: RefreshReportInput | null | undefined;
    /** The input of `reopenReport`. */
    reopenReport?: ReopenReportInput | null | undefined;
    /** The input of `submitReport`. */
    submitReport?: SubmitReportInput | null | undefined;
    /** The input of `waiveReport`. */
    waiveReport?: WaiveReportInput | null | undefined;
    /** The input of `revokeWaiver`. */
    revokeWaiver?: RevokeWaiverInput | null | undefined;
    /** The input of `recordConsent`. */
    recordConsent?: RecordConsentInput | null | undefined;
    /** The input of `acknowledgeSubjectRequest`. */
    acknowledgeSubjectRequest?: AcknowledgeSubjectRequestInput | null | undefined;
    /** The input of `completeSubjectRequest`. */
    completeSubjectRequest?: CompleteSubjectRequestInput | null | undefined;
    /** The input of `refuseSubjectRequest`. */
    refuseSubjectRequest?: RefuseSubjectRequestInput | null | undefined;
    /** The input of `eraseMember`. */
    eraseMember?: EraseMemberInput | null | undefined;
    /** The input of `extendSubjectRequest`. */
    extendSubjectRequest?: ExtendSubjectRequestInput | null | undefined;
    /** The input of `liftRestriction`. */
    liftRestriction?: LiftRestrictionInput | null | undefined;
    /** The input of `receiveSubjectRequest`. */
    receiveSubjectRequest?: ReceiveSubjectRequestInput | null | undefined;
    /** The input of `restrictMember`. */
    restrictMember?: RestrictMemberInput | null | undefined;
    /** The input of `withdrawConsent`. */
    withdrawConsent?: WithdrawConsentInput | null | undefined;
    /** The input of `dissolveTeam`. */
    dissolveTeam?: DissolveTeamInput | null | undefined;
    /** The input of `establishTeam`. */
    establishTeam?: EstablishTeamInput | null | undefined;
    /** The input of `linkZaloGroup`. */
    linkZaloGroup?: LinkZaloGroupInput | null | undefined;
    /** The input of `mergeTeams`. */
    mergeTeams?: MergeTeamsInput | null | undefined;
    /** The input of `splitTeam`. */
    splitTeam?: SplitTeamInput | null | undefined;
    /** The input of `updateTeam`. */
    updateTeam?: UpdateTeamInput | null | undefined;
    /** The input of `establishVillage`. */
    establishVillage?: EstablishVillageInput | null | undefined;
    /** The input of `mergeUnits`. */
    mergeUnits?: MergeUnitsInput | null | undefined;
    /** The input of `unlinkZalo`. */
    unlinkZalo?: UnlinkZaloInput | null | undefined;
};
/** What recurs [lịch hoạt động định kỳ]: on days of the week, or on a day of the month. At most 100 activities and a year ahead. */
type PlanActivitySeriesInput = {
    /** A new UUID for each action, the same one for each try of it: 1 to 255 characters, remembered for 30 days and never run again. Errors: `KEY_INVALID`, `KEY_REUSED`, `KEY_EXPIRED`. */
    idempotencyKey: string;
    /** The client's own UUID for the series, best a UUIDv7. The id of each activity follows from it: the UUIDv5 of its day, `2026-03-07`, with the series as namespace. */
    id?: string | null | undefined;
    /** The team. Errors: `TEAM_NOT_FOUND`, `TEAM_ENDED`. */
    teamId: string;
    /** How it is done. */
    kind: ActivityKind;
    /** What it is, 1 to 200 characters. */
    title: string;
    /** First day that it may fall on. */
    from: string;
    /** Last day that it may fall on. Error: `ACTIVITY_IN_FUTURE` more than a year ahead. */
    until: string;
    /** Begin as a time of day in Việt Nam: `08:00`, `19:30`. Error: `INSTANT_INVALID`. */
    time: string;
    /** Days of the week; or give `dayOfMonth`. */
    weekdays?: Array<Weekday> | null | undefined;
    /** 1 to 31. A month without that day is left out: see `skippedMonths` of the series. */
    dayOfMonth?: number | null | undefined;
    /** Minutes, 1 to 1440. */
    durationMinutes?: number | null | undefined;
    /** Code of the unit where it is held, if not in the team's own. It is looked up on the first day. */
    unitCode?: string | null | undefined;
    /** Place in words, at most 200 characters. */
    place?: string | null | undefined;
    /** At most 2,000 characters, nothing sensitive. */
    note?: string | null | undefined;
};
/** What a person asks about the own data [tiếp nhận yêu cầu]. */
type ReceiveSubjectRequestInput = {
    /** A new UUID for each action, the same one for each try of it: 1 to 255 characters, remembered for 30 days and never run again. Errors: `KEY_INVALID`, `KEY_REUSED`, `KEY_EXPIRED`. */
    idempotencyKey: string;
    /** The client's own UUID. Left out: the server makes one. */
    id?: string | null | undefined;
    /** The person. Error: `MEMBER_NOT_FOUND`. */
    memberId: string;
    /** What is asked for. */
    kind: SubjectRequestKind;
    /** How it came in. */
    channel: ContactChannel;
    /** When; not in the future. The terms run from here. Error: `DATE_INVALID`. */
    receivedOn: string;
    /** What is asked for, in words: at most 2000 characters. */
    statement?: string | null | undefined;
    /** Whether somebody else processes the data on behalf: the term is longer then. Default: false. */
    hasProcessor?: boolean | null | undefined;
};
/** An activity, planned or done [ghi nhận hoạt động]. */
type RecordActivityInput = {
    /** A new UUID for each action, the same one for each try of it: 1 to 255 characters, remembered for 30 days and never run again. Errors: `KEY_INVALID`, `KEY_REUSED`, `KEY_EXPIRED`. */
    idempotencyKey: string;
    /** The client's own UUID, best a UUIDv7. Left out: the server makes one. */
    id?: string | null | undefined;
    /** The team. Errors: `TEAM_NOT_FOUND`, `TEAM_ENDED`. */
    teamId: string;
    /** How it is done. */
    kind: ActivityKind;
    /** PLANNED or DONE. Default: DONE, or PLANNED for what lies ahead. */
    status?: ActivityStatus | null | undefined;
    /** What it is, 1 to 200 characters. */
    title: string;
    /** Begin, with its offset. Errors: `INSTANT_INVALID`, `ACTIVITY_IN_FUTURE`. */
    startsAt: string;
    /** Minutes, 1 to 1440. */
    durationMinutes?: number | null | undefined;
    /** Code of the unit where it was held, if not in the team's own. */
    unitCode?: string | null | undefined;
    /** Place in words, at most 200 characters. */
    place?: string | null | undefined;
    /** At most 2,000 characters. No citizen-ID number, password or phone number: `TEXT_SENSITIVE`. */
    note?: string | null | undefined;
    /** Counts by topic. Error: `COUNTS_CONTRADICT`. */
    outcomes?: Array<ActivityOutcomeInput> | null | undefined;
};
/** What a person agreed to, or the ground on which data are used without. */
type RecordConsentInput = {
    /** A new UUID for each action, the same one for each try of it: 1 to 255 characters, remembered for 30 days and never run again. Errors: `KEY_INVALID`, `KEY_REUSED`, `KEY_EXPIRED`. */
    idempotencyKey: string;
    /** The client's own UUID. Left out: the server makes one. */
    id?: string | null | undefined;
    /** The person. Error: `MEMBER_NOT_FOUND`. */
    memberId: string;
    /** What for. */
    purpose: ConsentPurpose;
    /** On what ground. Never taken for granted. */
    basis: LegalBasis;
    /** Version of the wording that the person agreed to, in use on that day; for CONSENT, and only then. Error: `CONSENT_TEXT_NOT_FOUND`. */
    textVersion?: string | null | undefined;
    /** How it was given. */
    channel: ContactChannel;
    /** When; not in the future. Error: `DATE_INVALID`. */
    givenOn: string;
    /** Where the proof is: the number of a form; for another ground the provision. At most 200 characters, no names. */
    evidence?: string | null | undefined;
};
/** A figure as a source states it [số liệu báo cáo]; the same fact again is its correction. */
type RecordMeasurementInput = {
    /** A new UUID for each action, the same one for each try of it: 1 to 255 characters, remembered for 30 days and never run again. Errors: `KEY_INVALID`, `KEY_REUSED`, `KEY_EXPIRED`. */
    idempotencyKey: string;
    /** Code of the unit on the day `asOf`. Error: `UNIT_NOT_FOUND`. */
    unitCode?: string | null | undefined;
    /** Id of the unit, for a village, which has no code. */
    unitId?: string | null | undefined;
    /** What is measured. Error: `INDICATOR_NOT_FOUND`. */
    indicatorCode: string;
    /** Where it is about the teams of one level only. */
    level?: AdminLevel | null | undefined;
    /** Where it is about one kind of team only. */
    teamKind?: TeamKind | null | undefined;
    /** The day it is about, today or earlier. Error: `DATE_INVALID`. */
    asOf: string;
    /** The period, where the source names one. */
    period?: string | null | undefined;
    /** In the unit of measure of the indicator; counts are whole. Errors: `COUNT_INVALID`, `NUMBER_INVALID`. */
    value: number;
    /** Upper end, where the source states a range. */
    valueMax?: number | null | undefined;
    /** Of a ratio, with its denominator. Error: `COUNTS_CONTRADICT`. */
    numerator?: number | null | undefined;
    /** Of a ratio, at least 1. */
    denominator?: number | null | undefined;
    /** How sure it is: "hơn 4.000" is AT_LEAST and stays so. */
    qualifier: Qualifier;
    /** The figure in its source's words, at most 300 characters. */
    statement?: string | null | undefined;
    /** Where it is stated. */
    source: SourceInput;
    /** For a correction: the version that you saw. Left out: it is not there yet. */
    expectedVersion?: number | null | undefined;
    /** Why it is corrected, or why a ratio has no numerator and denominator, at most 300 characters. Error: `REASON_MISSING`. */
    reason?: string | null | undefined;
};
/** A report to be filled again [cập nhật số liệu báo cáo]. */
type RefreshReportInput = {
    /** A new UUID for each action, the same one for each try of it: 1 to 255 characters, remembered for 30 days and never run again. Errors: `KEY_INVALID`, `KEY_REUSED`, `KEY_EXPIRED`. */
    idempotencyKey: string;
    /** UUID of the report. */
    id: string;
    /** The version that you saw; another one is a Conflict. */
    expectedVersion: number;
};
/** A request that is refused [từ chối yêu cầu]. */
type RefuseSubjectRequestInput = {
    /** A new UUID for each action, the same one for each try of it: 1 to 255 characters, remembered for 30 days and never run again. Errors: `KEY_INVALID`, `KEY_REUSED`, `KEY_EXPIRED`. */
    idempotencyKey: string;
    /** UUID of the request. */
    id: string;
    /** The version that you saw; another one is a Conflict. */
    expectedVersion: number;
    /** Why, with the provision: 1 to 300 characters. */
    reason: string;
};
/** A photograph that goes, for ever. */
type RemoveEvidenceInput = {
    /** A new UUID for each action, the same one for each try of it: 1 to 255 characters, remembered for 30 days and never run again. Errors: `KEY_INVALID`, `KEY_REUSED`, `KEY_EXPIRED`. */
    idempotencyKey: string;
    /** UUID of the photograph. Error: `EVIDENCE_NOT_FOUND`. */
    id: string;
    /** Its activity. Error: `ACTIVITY_NOT_FOUND`. */
    activityId: string;
    /** The version of the activity that you saw. */
    expectedVersion: number;
};
/** A locked report that is opened again as a new edition [mở lại báo cáo]. */
type ReopenReportInput = {
    /** A new UUID for each action, the same one for each try of it: 1 to 255 characters, remembered for 30 days and never run again. Errors: `KEY_INVALID`, `KEY_REUSED`, `KEY_EXPIRED`. */
    idempotencyKey: string;
    /** UUID of the report. */
    id: string;
    /** The version that you saw; another one is a Conflict. */
    expectedVersion: number;
    /** Why, 1 to 300 characters. */
    reason: string;
};
/** Writes that waited while there was no connection [gửi bù khi có mạng]. */
type ReplayOutboxInput = {
    /** 1 to 50 writes, in the order in which they were made. Each has its own key, the same one for each try. */
    items: Array<OutboxItem>;
    /** Whether nothing is to follow the first that is not done; what follows is SKIPPED. */
    stopOnRefusal?: boolean | null | undefined;
};
/** What a member looks after: a hamlet, a school, the one-stop desk. */
type ResponsibilityInput = {
    /** Kind of place or facility. */
    kind: ResponsibilityKind;
    /** Its name, 1 to 200 characters. May be left out where a unit is named. */
    name?: string | null | undefined;
    /** The unit, where it is one: in the team's own or around it. Error: `UNIT_NOT_FOUND`. */
    unitId?: string | null | undefined;
};
/** A person whose data are only kept from now on [hạn chế xử lý]. */
type RestrictMemberInput = {
    /** A new UUID for each action, the same one for each try of it: 1 to 255 characters, remembered for 30 days and never run again. Errors: `KEY_INVALID`, `KEY_REUSED`, `KEY_EXPIRED`. */
    idempotencyKey: string;
    /** The client's own UUID for the restriction. Left out: the server makes one. */
    id?: string | null | undefined;
    /** The person. Error: `MEMBER_NOT_FOUND`. */
    memberId: string;
    /** The open request of the person behind it. Error: `REQUEST_NOT_FOUND`. */
    requestId?: string | null | undefined;
    /** Why, 1 to 300 characters. */
    reason: string;
};
/** An activity that goes back to its team. */
type ReturnActivityInput = {
    /** A new UUID for each action, the same one for each try of it: 1 to 255 characters, remembered for 30 days and never run again. Errors: `KEY_INVALID`, `KEY_REUSED`, `KEY_EXPIRED`. */
    idempotencyKey: string;
    /** UUID of the activity. */
    id: string;
    /** The version that you saw; another one is a Conflict. */
    expectedVersion: number;
    /** What is to be mended, 1 to 300 characters. */
    reason: string;
};
/** A report that is returned to be mended [trả lại báo cáo]. */
type ReturnReportInput = {
    /** A new UUID for each action, the same one for each try of it: 1 to 255 characters, remembered for 30 days and never run again. Errors: `KEY_INVALID`, `KEY_REUSED`, `KEY_EXPIRED`. */
    idempotencyKey: string;
    /** UUID of the report. */
    id: string;
    /** The version that you saw; another one is a Conflict. */
    expectedVersion: number;
    /** What is to be mended, 1 to 300 characters. */
    reason: string;
};
/** A waiver that is taken back [bỏ miễn báo cáo]. */
type RevokeWaiverInput = {
    /** A new UUID for each action, the same one for each try of it: 1 to 255 characters, remembered for 30 days and never run again. Errors: `KEY_INVALID`, `KEY_REUSED`, `KEY_EXPIRED`. */
    idempotencyKey: string;
    /** UUID of the waiver. */
    id: string;
    /** The version that you saw; another one is a Conflict. */
    expectedVersion: number;
    /** Why, 1 to 300 characters. */
    reason: string;
};
/** A goal for an indicator, a unit or a team, and a period [giao chỉ tiêu]; set again, it is changed. */
type SetTargetInput = {
    /** A new UUID for each action, the same one for each try of it: 1 to 255 characters, remembered for 30 days and never run again. Errors: `KEY_INVALID`, `KEY_REUSED`, `KEY_EXPIRED`. */
    idempotencyKey: string;
    /** Code of the unit today, or on the last day of a period that is over. */
    unitCode?: string | null | undefined;
    /** Id of the unit, for a village, which has no code. */
    unitId?: string | null | undefined;
    /** A team instead of a whole unit. Error: `TEAM_NOT_FOUND`. */
    teamId?: string | null | undefined;
    /** What is measured. Error: `INDICATOR_NOT_FOUND`. */
    indicatorCode: string;
    /** Where it is about the teams of one level only. */
    level?: AdminLevel | null | undefined;
    /** The period. Error: `PERIOD_INVALID`. */
    period: string;
    /** How a value is held against it. */
    comparator: Comparator;
    /** In the unit of measure of the indicator. Errors: `COUNT_INVALID`, `NUMBER_INVALID`. */
    value: number;
    /** The goal in its source's words, at most 300 characters. Default: made of the number. */
    statement?: string | null | undefined;
    /** The plan or decision. Default: this register. */
    source?: SourceInput | null | undefined;
    /** Which of several targets of the same indicator, unit and period is changed. Error: `TARGET_NOT_FOUND`. */
    code?: string | null | undefined;
    /** For a change: the version that you saw. Left out: it is not there yet. */
    expectedVersion?: number | null | undefined;
    /** Why it is changed: required once its period has begun. Error: `REASON_MISSING`. */
    reason?: string | null | undefined;
};
/** A token of Zalo that is exchanged for a session here [đăng nhập bằng Zalo]. */
type SignInWithZaloInput = {
    /** A new UUID for each action, the same one for each try of it: 1 to 255 characters, remembered for 30 days and never run again. Errors: `KEY_INVALID`, `KEY_REUSED`, `KEY_EXPIRED`. */
    idempotencyKey: string;
    /** What `getAccessToken` of the mini app gives; not stored. Error: `ZALO_TOKEN_INVALID`. */
    accessToken: string;
    /** What `getPhoneNumber` of the mini app gives, a code that serves once: needed until the account is linked. Error: `ZALO_CODE_INVALID`. */
    phoneCode?: string | null | undefined;
    /** What the person agreed to, if anything; nothing is taken as agreed to. */
    consents?: Array<ZaloConsentInput> | null | undefined;
};
/** Where something is stated [nguồn]: the id of a known source, or title and what else is known. */
type SourceInput = {
    /** A known source. Error: `SOURCE_NOT_FOUND`. */
    id?: string | null | undefined;
    /** Title as published, 1 to 300 characters; only without id. */
    title?: string | null | undefined;
    /** Who published it, at most 200 characters. */
    publisher?: string | null | undefined;
    /** When. Error: `DATE_INVALID`. */
    publishedOn?: string | null | undefined;
    /** The https address where it can be read, at most 500 characters. */
    url?: string | null | undefined;
};
/** A team that is split off another one. */
type SplitOffTeamInput = {
    /** The client's own UUID of the new team. Left out: the server makes one. */
    id?: string | null | undefined;
    /** Readable code. Default: the code of the unit and a number. */
    code?: string | null | undefined;
    /** Name as people say it, 1 to 200 characters. */
    name: string;
    /** Code of the unit, as it is borne today. Errors: `UNIT_NOT_FOUND`, `UNIT_CODE_INVALID`. */
    unitCode?: string | null | undefined;
    /** Id of the unit instead, as for a village, which has no code. */
    unitId?: string | null | undefined;
    /** People of the team who move to the new one, 1 to 100. */
    memberIds: Array<string>;
    /** The one of them who leads it. Default: who led the old team, if among them. */
    leaderId?: string | null | undefined;
};
/** A team of which others are split off [tách tổ]. Its history stays with it. */
type SplitTeamInput = {
    /** A new UUID for each action, the same one for each try of it: 1 to 255 characters, remembered for 30 days and never run again. Errors: `KEY_INVALID`, `KEY_REUSED`, `KEY_EXPIRED`. */
    idempotencyKey: string;
    /** The client's own UUID of the merger or split, by which it is undone. Left out: the server makes one. */
    id?: string | null | undefined;
    /** The version of the team that goes on; another one is a Conflict. */
    expectedVersion: number;
    /** First day of the new state: today or earlier, at the latest tomorrow. */
    effectiveOn: string;
    /** Why, at most 300 characters. */
    reason?: string | null | undefined;
    /** Only show what it would do, and change nothing. Default: false. */
    dryRun?: boolean | null | undefined;
    /** The team that is split, and goes on. */
    teamId: string;
    /** Teams that are split off, 1 to 10. */
    newTeams: Array<SplitOffTeamInput>;
    /** A new decision. At most one of the three. */
    decision?: FoundingDecisionInput | null | undefined;
    /** A decision of the unit, or of one above it, that is recorded already. Error: `DECISION_NOT_FOUND`. */
    decisionId?: string | null | undefined;
    /** Why it works without a decision so far, at most 300 characters. */
    noDecisionReason?: string | null | undefined;
};
/** A report that is sent to the level above [gửi báo cáo]. */
type SubmitReportInput = {
    /** A new UUID for each action, the same one for each try of it: 1 to 255 characters, remembered for 30 days and never run again. Errors: `KEY_INVALID`, `KEY_REUSED`, `KEY_EXPIRED`. */
    idempotencyKey: string;
    /** UUID of the report. */
    id: string;
    /** Why required lines have no value, or anything else to say, at most 300 characters. */
    reason?: string | null | undefined;
    /** The version that you saw; another one is a Conflict. */
    expectedVersion: number;
};
/** An import that was a mistake [hoàn tác lần nhập]. */
type UndoImportInput = {
    /** A new UUID for each action, the same one for each try of it: 1 to 255 characters, remembered for 30 days and never run again. Errors: `KEY_INVALID`, `KEY_REUSED`, `KEY_EXPIRED`. */
    idempotencyKey: string;
    /** UUID of the import. Error: `IMPORT_NOT_FOUND`. */
    id: string;
    /** The version that you saw; another one is a Conflict. */
    expectedVersion: number;
    /** Why, at most 300 characters. */
    reason?: string | null | undefined;
};
/** A merger or split that is taken back [hoàn tác sáp nhập, tách]. */
type UndoMergerInput = {
    /** A new UUID for each action, the same one for each try of it: 1 to 255 characters, remembered for 30 days and never run again. Errors: `KEY_INVALID`, `KEY_REUSED`, `KEY_EXPIRED`. */
    idempotencyKey: string;
    /** UUID of the merger or split. */
    id: string;
    /** The version that you saw; another one is a Conflict. */
    expectedVersion: number;
    /** Why, 1 to 300 characters. */
    reason: string;
};
/** A Zalo account that is no longer to sign in as a person [gỡ tài khoản Zalo]. */
type UnlinkZaloInput = {
    /** A new UUID for each action, the same one for each try of it: 1 to 255 characters, remembered for 30 days and never run again. Errors: `KEY_INVALID`, `KEY_REUSED`, `KEY_EXPIRED`. */
    idempotencyKey: string;
    /** UUID of the link, as `Member.zaloLinks` has it. */
    id: string;
    /** The version that you saw; another one is a Conflict. */
    expectedVersion: number;
};
/** What changes; what is left out stays, null clears. A verified or returned activity becomes DONE and is verified anew. */
type UpdateActivityInput = {
    /** A new UUID for each action, the same one for each try of it: 1 to 255 characters, remembered for 30 days and never run again. Errors: `KEY_INVALID`, `KEY_REUSED`, `KEY_EXPIRED`. */
    idempotencyKey: string;
    /** UUID of the activity. */
    id: string;
    /** The version that you saw; another one is a Conflict. */
    expectedVersion: number;
    /** How it was done. */
    kind?: ActivityKind | null | undefined;
    /** DONE for a planned one that took place. */
    status?: ActivityStatus | null | undefined;
    /** 1 to 200 characters. */
    title?: string | null | undefined;
    /** Begin, with its offset. */
    startsAt?: string | null | undefined;
    /** Minutes, 1 to 1440. */
    durationMinutes?: number | null | undefined;
    /** At most 200 characters. */
    place?: string | null | undefined;
    /** At most 2,000 characters, nothing sensitive. */
    note?: string | null | undefined;
    /** All counts anew: topics left out are removed. */
    outcomes?: Array<ActivityOutcomeInput> | null | undefined;
};
/** What changes about a person; what is left out stays. */
type UpdateMemberInput = {
    /** A new UUID for each action, the same one for each try of it: 1 to 255 characters, remembered for 30 days and never run again. Errors: `KEY_INVALID`, `KEY_REUSED`, `KEY_EXPIRED`. */
    idempotencyKey: string;
    /** UUID of the person. */
    id: string;
    /** The version that you saw; another one is a Conflict. */
    expectedVersion: number;
    /** 1 to 100 characters. */
    displayName?: string | null | undefined;
    /** Vietnamese mobile number; null removes it. Errors: `PHONE_INVALID`, `PHONE_UNAVAILABLE`. */
    phone?: string | null | undefined;
};
/** What changes; what is left out stays, null clears. */
type UpdateTeamInput = {
    /** A new UUID for each action, the same one for each try of it: 1 to 255 characters, remembered for 30 days and never run again. Errors: `KEY_INVALID`, `KEY_REUSED`, `KEY_EXPIRED`. */
    idempotencyKey: string;
    /** UUID of the team. Error: `TEAM_NOT_FOUND`. */
    id: string;
    /** The version that you saw; another one is a Conflict. */
    expectedVersion: number;
    /** Name as people say it, 1 to 200 characters. */
    name?: string | null | undefined;
    /** Kind of team: MERGED_DE_AN_06 for one that takes on the tasks of Đề án 06. */
    kind?: TeamKind | null | undefined;
    /** Level of the team; must fit its unit. */
    level?: AdminLevel | null | undefined;
    /** Code of the unit, as it is borne today. Errors: `UNIT_NOT_FOUND`, `UNIT_CODE_INVALID`. */
    unitCode?: string | null | undefined;
    /** Id of the unit instead, as for a village, which has no code. */
    unitId?: string | null | undefined;
    /** Name of the enterprise; for teams of kind ENTERPRISE and for no other. */
    employer?: string | null | undefined;
    /** Day of foundation. */
    foundedOn?: string | null | undefined;
    /** ACTIVE for a planned team that begins. Error: `DECISION_MISSING`. */
    status?: TeamStatus | null | undefined;
    /** A new decision. At most one of the three. */
    decision?: FoundingDecisionInput | null | undefined;
    /** A decision of the unit, or of one above it, that is recorded already. Error: `DECISION_NOT_FOUND`. */
    decisionId?: string | null | undefined;
    /** Why it works without a decision so far, at most 300 characters. */
    noDecisionReason?: string | null | undefined;
};
/** An activity that an officer found to be as recorded. */
type VerifyActivityInput = {
    /** A new UUID for each action, the same one for each try of it: 1 to 255 characters, remembered for 30 days and never run again. Errors: `KEY_INVALID`, `KEY_REUSED`, `KEY_EXPIRED`. */
    idempotencyKey: string;
    /** UUID of the activity. */
    id: string;
    /** The version that was looked at. */
    expectedVersion: number;
};
/** A unit whose report is done without [miễn báo cáo]. */
type WaiveReportInput = {
    /** A new UUID for each action, the same one for each try of it: 1 to 255 characters, remembered for 30 days and never run again. Errors: `KEY_INVALID`, `KEY_REUSED`, `KEY_EXPIRED`. */
    idempotencyKey: string;
    /** UUID of the waiver, made by the client. Default: a new one. */
    id?: string | null | undefined;
    /** By which template. Error: `REPORT_TEMPLATE_NOT_FOUND`. */
    templateCode: string;
    /** Code of the unit on the last day of the period, or today if that is earlier. */
    unitCode?: string | null | undefined;
    /** Id of the unit, for a village, which has no code. */
    unitId?: string | null | undefined;
    /** The period. Error: `PERIOD_INVALID`. */
    period: string;
    /** Why, 1 to 300 characters. */
    reason: string;
};
/** A consent that a person withdraws [rút lại sự đồng ý]. */
type WithdrawConsentInput = {
    /** A new UUID for each action, the same one for each try of it: 1 to 255 characters, remembered for 30 days and never run again. Errors: `KEY_INVALID`, `KEY_REUSED`, `KEY_EXPIRED`. */
    idempotencyKey: string;
    /** UUID of the consent. */
    id: string;
    /** The version that you saw; another one is a Conflict. */
    expectedVersion: number;
    /** How the person said so. */
    channel: ContactChannel;
    /** Since when it no longer holds: from the day it was given to today. Error: `DATE_INVALID`. */
    withdrawnOn: string;
    /** Why, if the person says so; at most 300 characters. */
    reason?: string | null | undefined;
};
/** A wording that the person was shown in the mini app and agreed to. */
type ZaloConsentInput = {
    /** What for. */
    purpose: ConsentPurpose;
    /** Version of the wording that the person was shown, in use today. Error: `CONSENT_TEXT_NOT_FOUND`. */
    textVersion: string;
};
/** Something a team does on a day [hoạt động]. For the people of the team and the officers of its unit. */
type ActivitySummary = {
    id: string;
    kind: ActivityKind;
    status: ActivityStatus;
    title: string;
    startsAt: string;
    durationMinutes: number | null;
    place: string | null;
    note: string | null;
    statusReason: string | null;
    seriesId: string | null;
    evidenceCount: number;
    isSynthetic: boolean;
    version: number;
    outcomes: Array<{
        topic: Topic;
        reached: number | null;
        assisted: number | null;
        succeeded: number | null;
    }>;
};
/** Something a team does on a day [hoạt động]. For the people of the team and the officers of its unit. */
type ActivityInList = ({
    team: {
        id: string;
        code: string;
        name: string;
    };
} & ActivitySummary);
/** Something a team does on a day [hoạt động]. For the people of the team and the officers of its unit. */
type Activity = ({
    verifiedAt: string | null;
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
/** A photograph of an activity [ảnh minh chứng], drawn anew: it holds no location, camera or other metadata. */
type Evidence = {
    id: string;
    caption: string | null;
    width: number;
    height: number;
    sizeBytes: number;
    sha256: string;
    recordedAt: string;
    thumbnailUrl: string;
};
/** Activities that were planned together, as one recurrence [lịch hoạt động định kỳ]. */
type ActivitySeries = {
    id: string;
    skippedMonths: Array<string>;
    version: number;
    activities: Array<ActivitySummary>;
};
type ActivitiesByWeekdayVariables = {
    unitCode: string;
    period: string;
};
type ActivitiesByWeekdayResult = {
    activitiesByWeekday: Array<{
        weekday: Weekday;
        dayPart: DayPart;
        activities: number;
    }>;
};
/** That something was changed [thay đổi]. Read it by its id to see what it is now. */
type Change = {
    entityType: string;
    id: string;
    version: number;
    isDeleted: boolean;
    at: string;
    field: string;
    reason: string | null;
};
/** Changes in the order in which the server took them. */
type ChangePage = {
    cursor: string;
    hasMore: boolean;
    changes: Array<Change>;
};
type ChangesVariables = {
    since?: string | null | undefined;
    first?: number | null | undefined;
};
/** One change in the history of something [lịch sử thay đổi]. */
type HistoryEntry = {
    at: string;
    by: string;
    field: string;
    version: number;
    reason: string | null;
    isPersonalErased: boolean;
    values: Array<{
        name: string;
        before: string | null;
        after: string | null;
    }>;
};
type HistoryVariables = {
    entityType: string;
    id: string;
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
/** Something that is not right in a file [lỗi, cảnh báo], where it stands, and what would be right. */
type ImportIssue = {
    code: string;
    severity: Severity;
    message: string;
    messageEn: string;
    sheet: string;
    row: number;
    cell: string | null;
    field: string | null;
    value: string | null;
};
/** An officer's file on its way into the register [lần nhập tệp]: read as a dry run, applied as one, undone as one. For the officers of all its units. */
type Import = {
    id: string;
    kind: ImportKind;
    status: ImportStatus;
    fileName: string;
    fileSize: number;
    skipFaultyRows: boolean;
    createdAt: string;
    appliedAt: string | null;
    undoneAt: string | null;
    version: number;
    progress: {
        phase: string | null;
        label: string | null;
        done: number;
        total: number | null;
    };
    counts: {
        rows: number;
        newRows: number;
        changedRows: number;
        unchangedRows: number;
        faultyRows: number;
        warnings: number;
    };
    columns: Array<{
        sheet: string;
        column: string;
        header: string;
        field: string | null;
        label: string | null;
        sample: string | null;
    }>;
    fields: Array<{
        field: string;
        label: string;
        labelEn: string;
    }>;
    issues: Array<ImportIssue>;
    failure: {
        code: string;
        message: string;
        messageEn: string;
    } | null;
};
type ImportsVariables = {
    kind?: ImportKind | null | undefined;
    status?: ImportStatus | null | undefined;
    first?: number | null | undefined;
    after?: string | null | undefined;
};
type ImportRowsVariables = {
    id: string;
    outcome?: ImportOutcome | null | undefined;
    hasIssues?: boolean | null | undefined;
    first?: number | null | undefined;
    after?: string | null | undefined;
};
/** A row of a file [dòng của tệp]: what it says, and what the register makes of it. */
type ImportRow = {
    number: number;
    sheet: string;
    row: number;
    outcome: ImportOutcome;
    cells: Array<{
        field: string;
        label: string;
        value: string | null;
    }>;
    changes: Array<{
        field: string;
        label: string;
        before: string | null;
        after: string | null;
    }>;
    issues: Array<ImportIssue>;
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
/** A goal for an indicator, a unit or a team, and a period [chỉ tiêu được giao]. */
type Target = {
    code: string;
    version: number;
    period: string;
    comparator: Comparator;
    value: number | null;
    measureUnit: string;
    readings: Array<number>;
    statement: string;
    reason: string | null;
    unit: UnitName;
    source: Source;
};
/** An indicator for a unit and a period, with its target. */
type KpiValue = {
    value: number | null;
    basis: KpiBasis | null;
    reported: number | null;
    computed: number | null;
    computedNumerator: number | null;
    computedDenominator: number | null;
    registered: number | null;
    variance: number | null;
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
/** A goal for an indicator, a unit or a team, and a period [chỉ tiêu được giao]. */
type SetTarget = ({
    indicator: IndicatorSummary;
    team: {
        id: string;
        code: string;
        name: string;
    } | null;
    history: Array<{
        revision: number;
        comparator: Comparator;
        value: number | null;
        statement: string;
        reason: string | null;
        recordedAt: string;
        supersededAt: string | null;
    }>;
} & Target);
type TargetsVariables = {
    code: string;
    asOf?: string | null | undefined;
    period?: string | null | undefined;
};
type TeamTargetsVariables = {
    id: string;
    period?: string | null | undefined;
};
/** An indicator as the verified activities of one team give it, with its target [kết quả của tổ]. */
type TeamKpi = {
    period: string;
    value: number | null;
    qualifier: Qualifier;
    attainment: number | null;
    indicator: IndicatorSummary;
    target: Target | null;
};
type TeamKpisVariables = {
    id: string;
    period: string;
};
/** One figure that a source states about a unit, with everything it says about it. */
type Measurement = ({
    id: string;
    version: number;
    reason: string | null;
    unit: UnitName;
    history: Array<{
        revision: number;
        value: number;
        qualifier: Qualifier;
        reason: string | null;
        recordedAt: string;
        supersededAt: string | null;
    }>;
} & Figure);
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
    phone: string | null;
    isSynthetic: boolean;
    version: number;
    memberships: Array<{
        id: string;
        version: number;
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
/** A person in the register [thành viên]. One person may be in several teams and is counted once. */
type MemberName = {
    id: string;
    displayName: string;
    phone: string | null;
    isSynthetic: boolean;
    version: number;
};
/** One person in one team, for a time [tư cách thành viên]. */
type Membership = {
    id: string;
    role: MemberRole;
    isCore: boolean;
    affiliations: Array<Affiliation>;
    from: string;
    to: string | null;
    version: number;
    member: MemberName;
    team: {
        id: string;
        code: string;
        name: string;
    };
    responsibilities: Array<{
        kind: ResponsibilityKind;
        name: string;
    }>;
};
/** Two records that may be one person’s [nghi trùng]. Nothing is merged by itself: see mergeMembers. */
type MemberPair = {
    reasons: Array<DuplicateReason>;
    score: number;
    first: MemberName;
    second: MemberName;
};
type DuplicateMembersVariables = {
    unitCode: string;
    first?: number | null | undefined;
    after?: string | null | undefined;
};
/** Teams, people or units that were made one, or a team that was split [sáp nhập, tách]: what it does, and whether it was undone. For the officers of its unit. */
type Merger = {
    id: string;
    kind: MergerKind;
    status: MergerStatus;
    effectiveOn: string;
    reason: string | null;
    isDryRun: boolean;
    appliedAt: string;
    undoneAt: string | null;
    version: number;
    unit: UnitName | null;
    report: Array<{
        kind: string;
        label: string;
        labelEn: string;
        count: number;
        details: Array<string>;
        members: Array<{
            id: string;
            displayName: string;
        }>;
    }>;
};
type MergersVariables = {
    unitCode: string;
    kind?: MergerKind | null | undefined;
    status?: MergerStatus | null | undefined;
    first?: number | null | undefined;
    after?: string | null | undefined;
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
/** What became of one write that waited. */
type OutboxOutcome = {
    index: number;
    field: string | null;
    idempotencyKey: string | null;
    status: OutboxStatus;
    entityType: string | null;
    id: string | null;
    version: number | null;
    refusal: {
        code: string;
        message: string;
        messageEn: string;
        field: string | null;
        retryable: boolean;
        value: string | null;
    } | null;
    conflict: Conflict | null;
};
/** What became of the writes that waited, item by item [kết quả gửi bù]. */
type OutboxReport = {
    outcomes: Array<OutboxOutcome>;
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
/** What is reported, by whom, how often and until when [mẫu báo cáo]: one dated version. The templates that come with the package are no official forms; each place adapts them. */
type ReportTemplate = {
    code: string;
    version: string;
    name: string;
    nameEn: string;
    note: string | null;
    levels: Array<AdminLevel>;
    periods: Array<PeriodKind>;
    validFrom: string;
    validTo: string | null;
    deadlines: Array<{
        level: AdminLevel;
        workingDays: number;
    }>;
};
/** The report of one unit for one period, by one template [báo cáo kỳ]: filled from what is known, corrected by hand with a reason, submitted, approved by the level above, locked. For the officers of the unit. */
type ReportSummary = {
    id: string;
    level: AdminLevel;
    period: string;
    status: ReportStatus;
    edition: number;
    dueOn: string | null;
    submittedOn: string | null;
    daysLate: number | null;
    isEditable: boolean;
    isDiscardable: boolean;
    actions: Array<ReportAction>;
    openedAt: string;
    version: number;
    template: {
        code: string;
        version: string;
        name: string;
        nameEn: string;
    };
    unit: UnitName;
};
/** A value of a report [giá trị trong báo cáo], with where it comes from and what it is compared with. */
type ReportValue = {
    code: string;
    label: string;
    labelEn: string;
    indicatorCode: string;
    measureUnit: string;
    aggregation: Aggregation;
    isRequired: boolean;
    value: number | null;
    numerator: number | null;
    denominator: number | null;
    filled: number | null;
    qualifier: Qualifier;
    origin: ReportOrigin;
    own: number | null;
    variance: number | null;
    completeness: number;
    warnings: Array<Warning>;
    parts: Array<{
        from: string;
        to: string;
        value: number | null;
        reportId: string | null;
        unit: UnitName;
    }>;
    correction: {
        value: number | null;
        replaces: number | null;
        reason: string;
        by: string;
        at: string;
    } | null;
};
/** A table of a report [bảng số liệu]. */
type ReportTable = {
    code: string;
    title: string;
    titleEn: string;
    values: Array<ReportValue>;
};
/** A unit that should report to another one, and how it stands [tình hình gửi báo cáo]. */
type ReportChild = {
    standing: ReportStanding;
    dueOn: string | null;
    submittedOn: string | null;
    daysLate: number | null;
    unit: UnitName;
    report: {
        id: string;
        version: number;
        actions: Array<ReportAction>;
    } | null;
    waiver: {
        id: string;
        reason: string;
        by: string;
        version: number;
    } | null;
};
/** The report of one unit for one period, by one template [báo cáo kỳ]: filled from what is known, corrected by hand with a reason, submitted, approved by the level above, locked. For the officers of the unit. */
type Report = ({
    completeness: number;
    isStale: boolean;
    parentUnit: UnitName | null;
    carriedOnBy: UnitName | null;
    warnings: Array<Warning>;
    tables: Array<ReportTable>;
    children: Array<ReportChild>;
    editions: Array<{
        number: number;
        coversFrom: string;
        coversTo: string;
        filledAt: string;
        lockedAt: string | null;
        digest: string | null;
    }>;
    trail: Array<{
        action: ReportAction;
        from: ReportStatus | null;
        to: ReportStatus;
        edition: number;
        reason: string | null;
        by: string;
        at: string;
    }>;
} & ReportSummary);
/** The report above is made without that of a unit [miễn báo cáo]: why, and who decided. */
type ReportWaiver = {
    id: string;
    templateCode: string;
    period: string;
    reason: string;
    by: string;
    waivedAt: string;
    revokedAt: string | null;
    version: number;
    unit: UnitName;
};
type ReportTemplatesVariables = {
    asOf?: string | null | undefined;
};
type ReportEditionsResult = {
    report: {
        editions: Array<{
            number: number;
            coversFrom: string;
            coversTo: string;
            filledAt: string;
            lockedAt: string | null;
            digest: string | null;
            tables: Array<ReportTable>;
        }>;
    } | null;
};
type ReportsVariables = {
    unitCode?: string | null | undefined;
    templateCode?: string | null | undefined;
    period?: string | null | undefined;
    level?: AdminLevel | null | undefined;
    status?: ReportStatus | null | undefined;
    first?: number | null | undefined;
    after?: string | null | undefined;
};
type ReportProgressVariables = {
    templateCode: string;
    period: string;
    unitCode: string;
};
type ReportProgressResult = {
    reportProgress: {
        period: string;
        dueOn: string | null;
        expected: number;
        approved: number;
        submitted: number;
        returned: number;
        drafts: number;
        missing: number;
        waived: number;
        late: number;
        template: ReportTemplate;
        unit: UnitName;
        report: ReportSummary | null;
        children: Array<ReportChild>;
    };
};
type WorkCalendarResult = {
    workCalendar: {
        year: number;
        days: Array<{
            day: string;
            kind: CalendarDayKind;
            name: string;
            nameEn: string;
            source: Source;
        }>;
    };
};
/** What people are asked to agree to, word by word [mẫu câu xin đồng ý]. Never rewritten: another wording is another version. */
type ConsentText = {
    purpose: ConsentPurpose;
    version: string;
    wording: string;
    wordingEn: string;
    validFrom: string;
    validTo: string | null;
};
type ConsentTextsVariables = {
    asOf?: string | null | undefined;
};
/** That a person's data may be used for a purpose, and on what ground [sự đồng ý]. There is none by default. For the person and for officers who handle him or her. */
type Consent = {
    id: string;
    purpose: ConsentPurpose;
    basis: LegalBasis;
    channel: ContactChannel;
    givenOn: string;
    evidence: string | null;
    recordedAt: string;
    version: number;
    text: ConsentText | null;
    withdrawal: {
        channel: ContactChannel;
        withdrawnOn: string;
        reason: string | null;
    } | null;
};
/** What a person asks about the own data, and what came of it [yêu cầu của chủ thể dữ liệu]. For the person and for officers who handle him or her. */
type SubjectRequest = {
    id: string;
    kind: SubjectRequestKind;
    status: SubjectRequestStatus;
    channel: ContactChannel;
    receivedOn: string;
    statement: string | null;
    hasProcessor: boolean;
    acknowledgeDueOn: string;
    dueOn: string;
    nextDueOn: string | null;
    isOverdue: boolean;
    isDueProvisional: boolean;
    acknowledgedOn: string | null;
    extensionDays: number | null;
    extensionReason: string | null;
    closedOn: string | null;
    outcome: string | null;
    version: number;
    member: {
        id: string;
        displayName: string;
    };
};
/** From when to when a person's data are only kept [hạn chế xử lý]: not listed to others than the officers handling the person, not exported, not changed. The person is still counted. */
type Restriction = {
    id: string;
    reason: string;
    since: string;
    liftedAt: string | null;
    liftedReason: string | null;
    version: number;
    member: {
        id: string;
        displayName: string;
    };
};
/** A person in the register [thành viên]. One person may be in several teams and is counted once. */
type MemberRights = {
    id: string;
    displayName: string;
    isRestricted: boolean;
    isErased: boolean;
    consents: Array<Consent>;
    subjectRequests: Array<SubjectRequest>;
    restrictions: Array<Restriction>;
};
type SubjectRequestsVariables = {
    unitCode?: string | null | undefined;
    kind?: SubjectRequestKind | null | undefined;
    status?: SubjectRequestStatus | null | undefined;
    dueBy?: string | null | undefined;
    isOverdue?: boolean | null | undefined;
    first?: number | null | undefined;
    after?: string | null | undefined;
};
/** All that is held about a person [dữ liệu đang lưu về một người], to be handed to him or her. */
type PersonalEvidence = {
    memberId: string;
    takenAt: string;
    sections: Array<{
        name: string;
        title: string;
        columns: Array<string>;
        rows: Array<Array<string | null>>;
    }>;
};
/** That a person was erased, or would be [xóa dữ liệu cá nhân]: what goes, what stays and why. It names nobody, and cannot be undone. */
type Erasure = {
    id: string;
    reason: string;
    isDryRun: boolean;
    executedAt: string;
    version: number;
    member: {
        id: string;
    };
    report: Array<{
        kind: string;
        action: ErasureAction;
        label: string;
        labelEn: string;
        count: number;
        details: Array<string>;
    }>;
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
    phone: string | null;
    isSynthetic: boolean;
    version: number;
    memberships: Array<{
        id: string;
        version: number;
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
        id: string;
        number: string;
        title: string;
        issuer: string;
        issuedOn: string | null;
        effectiveOn: string | null;
        fileUrl: string | null;
    } | null;
    predecessors: Array<{
        kind: TeamLinkKind;
        effectiveOn: string;
        from: {
            id: string;
            code: string;
            name: string;
        };
    }>;
    successors: Array<{
        kind: TeamLinkKind;
        effectiveOn: string;
        to: {
            id: string;
            code: string;
            name: string;
        };
    }>;
} & TeamSummary);
type TeamVariables = {
    id?: string | null | undefined;
    code?: string | null | undefined;
};
/** A community digital technology team [tổ công nghệ số cộng đồng]. */
type TeamState = {
    id: string;
    code: string;
    name: string;
    version: number;
    viewerRole: ViewerRole | null;
    noDecisionReason: string | null;
    zaloGroup: {
        status: ZaloGroupStatus;
        url: string | null;
    } | null;
    leader: {
        id: string;
        displayName: string;
    } | null;
    ruleViolations: Array<RuleViolation>;
};
/** A community digital technology team [tổ công nghệ số cộng đồng]. */
type TeamInside = ({
    members: {
        totalCount: number;
        nodes: Array<TeamMember>;
    };
    activities: {
        totalCount: number;
        nodes: Array<ActivitySummary>;
    };
} & TeamState);
type TeamInsideVariables = {
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
/** A community digital technology team [tổ công nghệ số cộng đồng]. */
type TeamRecord = ({
    noDecisionReason: string | null;
    zaloGroup: {
        status: ZaloGroupStatus;
        url: string | null;
    } | null;
} & Team);
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
type UncoveredVillagesVariables = {
    unitCode: string;
    asOf?: string | null | undefined;
    first?: number | null | undefined;
    after?: string | null | undefined;
};
type UncoveredVillagesResult = {
    uncoveredVillages: {
        totalCount: number;
        pageInfo: {
            hasNextPage: boolean;
            endCursor: string | null;
        };
        nodes: Array<{
            hasTeam: boolean;
            village: UnitName;
        }>;
    };
};
/** Who asks [người dùng hiện tại], by the token and the register of today. */
type Viewer = {
    name: string | null;
    role: ViewerRole;
    member: {
        id: string;
        displayName: string;
    } | null;
    roles: Array<{
        role: ViewerRole;
        unit: UnitSummary | null;
        team: TeamSummary | null;
    }>;
    can: {
        recordActivities: boolean;
        planActivities: boolean;
        manageMembers: boolean;
        verifyActivities: boolean;
        manageTeams: boolean;
        setTargets: boolean;
        mergeUnits: boolean;
    };
};
/** Somebody else was faster [xung đột phiên bản]: nothing was stored. Look at what there is now, then decide. */
type Conflict = {
    message: string;
    messageEn: string;
    expectedVersion: number;
    currentVersion: number;
};
/** A session of somebody who has signed in by Zalo [phiên đăng nhập]. It ends at once where the link is removed. */
type ZaloSession = {
    token: string;
    expiresAt: string;
    memberId: string;
};
/** That a Zalo account signs in as a person [tài khoản Zalo đã gắn]. Which account it is can be told by nobody. For the person and for officers who handle him or her. */
type ZaloLink = {
    id: string;
    linkedAt: string;
    removedAt: string | null;
    version: number;
};

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
    /** Most items to go through, a whole number. One more that there is ends the loop with `ITEM_LIMIT`. @defaultValue 10_000 */
    maxItems?: number;
}
interface ArrayOptions extends RequestOptions {
    /** Most items to take, a whole number; what lies behind them is left where it is. */
    limit: number;
}
/** Four ways through the same list. The time-out is one for each page. `INPUT_INVALID` for a limit that is none. */
interface Listing<Filter, Item> {
    /** One page. @throws {CnscdError} `PAGE_SIZE_INVALID`, `CURSOR_INVALID` */
    list(filter: Filter & PageArguments, options?: RequestOptions): Promise<Page<Item>>;
    /** Page after page. @throws {CnscdError} `ITEM_LIMIT` */
    pages(filter: Filter & PageArguments, options?: AllOptions): AsyncIterableIterator<Page<Item>>;
    /** Item after item, fetched a page at a time. @throws {CnscdError} `ITEM_LIMIT` */
    all(filter: Filter & PageArguments, options?: AllOptions): AsyncIterableIterator<Item>;
    /** The first items, up to a limit, as an array. */
    toArray(filter: Filter & PageArguments, options: ArrayOptions): Promise<Item[]>;
}

/** Verified activities of a unit by weekday and part of the day. */
type WeekdayActivities = ActivitiesByWeekdayResult['activitiesByWeekday'][number];
type ActivityFilter = Omit<ActivitiesVariables, 'first' | 'after'>;
/**
 * Activities, newest first: those of the caller's teams and of the units that he or she looks after.
 *
 * Errors: `SIGN_IN_REQUIRED`, `UNIT_NOT_FOUND`, `TEAM_NOT_FOUND`, `PERIOD_INVALID`.
 */
interface Activities extends Listing<ActivityFilter, ActivityInList> {
    /** @throws {CnscdError} `ACTIVITY_NOT_FOUND` */
    get(activity: ActivityVariables, options?: RequestOptions): Promise<Activity>;
    /**
     * Records what a team did, or what it plans. Nothing counts before an officer has verified it.
     *
     * @throws {CnscdError} `TEAM_NOT_FOUND`, `TEAM_ENDED`, `ACTIVITY_IN_FUTURE`, `COUNTS_CONTRADICT`, `TEXT_SENSITIVE`, …
     * @example
     * const activity = await client.activities.record({
     *   teamId,
     *   kind: 'HOUSEHOLD_VISIT',
     *   title: 'Hướng dẫn cài VNeID tại nhà',
     *   startsAt: '2026-11-20T08:00:00+07:00',
     *   outcomes: [{ topic: 'E_ID', reached: 12, assisted: 8, succeeded: 7 }],
     * });
     */
    record(activity: Keyed<RecordActivityInput>, options?: RequestOptions): Promise<Activity>;
    /**
     * Changes an activity, or says that a planned one took place. A verified or returned one is verified anew.
     *
     * @throws {CnscdConflict} when somebody was faster
     * @throws {CnscdError} `ACTIVITY_NOT_FOUND`, `ACTIVITY_STATE`, `NOT_PERMITTED`, …
     */
    update(change: Keyed<UpdateActivityInput>, options?: RequestOptions): Promise<Activity>;
    /**
     * Confirms an activity: from now on it counts. For officers.
     *
     * @throws {CnscdConflict} when somebody was faster
     * @throws {CnscdError} `VERIFY_OWN`, `ACTIVITY_STATE`, `ACTIVITY_NOT_FOUND`, `NOT_PERMITTED`
     */
    verify(judgement: Keyed<VerifyActivityInput>, options?: RequestOptions): Promise<Activity>;
    /**
     * Sends an activity back to its team with what is to be mended. For officers.
     *
     * @throws {CnscdConflict} when somebody was faster
     * @throws {CnscdError} `ACTIVITY_STATE`, `ACTIVITY_NOT_FOUND`, `NOT_PERMITTED`, `TEXT_INVALID`
     */
    return(judgement: Keyed<ReturnActivityInput>, options?: RequestOptions): Promise<Activity>;
    /**
     * Says that an activity did not take place. For leaders and officers.
     *
     * @throws {CnscdConflict} when somebody was faster
     * @throws {CnscdError} `ACTIVITY_STATE`, `ACTIVITY_NOT_FOUND`, `NOT_PERMITTED`, `TEXT_INVALID`
     */
    cancel(judgement: Keyed<CancelActivityInput>, options?: RequestOptions): Promise<Activity>;
    /**
     * Plans activities that recur: on weekdays, or on a day of the month. For leaders and officers.
     *
     * @throws {CnscdError} `TEAM_NOT_FOUND`, `TEAM_ENDED`, `NOT_PERMITTED`, `DATE_INVALID`, `INPUT_INVALID`, …
     * @example
     * const { activities } = await client.activities.planSeries({
     *   ...{ teamId, kind: 'ONE_STOP_DESK_DUTY', title: 'Trực bộ phận một cửa' },
     *   ...{ from: '2026-12-01', until: '2026-12-31', time: '07:30', weekdays: ['MONDAY', 'THURSDAY'] },
     * });
     */
    planSeries(series: Keyed<PlanActivitySeriesInput>, options?: RequestOptions): Promise<ActivitySeries>;
    /**
     * Calls off what is still planned of a series. For leaders and officers.
     *
     * @throws {CnscdConflict} when somebody was faster
     * @throws {CnscdError} `ACTIVITY_NOT_FOUND`, `NOT_PERMITTED`
     */
    cancelSeries(judgement: Keyed<CancelActivitySeriesInput>, options?: RequestOptions): Promise<ActivitySeries>;
    /** @throws {CnscdError} `ACTIVITY_NOT_FOUND` */
    series(series: {
        id: string;
    }, options?: RequestOptions): Promise<ActivitySeries>;
    /**
     * Adds a photo, JPEG, PNG or WebP of at most 1.4 MB; the server draws it anew, without the place where it was taken.
     * Never of an identity document. `timeoutMs` is 60,000 here.
     *
     * @throws {CnscdError} `IMAGE_INVALID`, `ACTIVITY_STATE`, `ACTIVITY_NOT_FOUND`
     */
    attachEvidence(photo: Keyed<AttachEvidenceInput>, options?: RequestOptions): Promise<Activity>;
    /** @throws {CnscdError} `EVIDENCE_NOT_FOUND`, `ACTIVITY_STATE`, `NOT_PERMITTED` */
    removeEvidence(photo: Keyed<RemoveEvidenceInput>, options?: RequestOptions): Promise<Activity>;
    /** The photos of an activity, each with a small picture as a data URL; at most 10. */
    evidence(activity: {
        id: string;
    }, options?: RequestOptions): Promise<Evidence[]>;
    /** When a unit's teams work. @throws {CnscdError} `SIGN_IN_REQUIRED`, `UNIT_NOT_FOUND`, `PERIOD_INVALID` */
    byWeekday(unit: ActivitiesByWeekdayVariables, options?: RequestOptions): Promise<WeekdayActivities[]>;
}
declare function activitiesOf({ query: send, write }: Connection): Activities;

type HistoryFilter = Omit<HistoryVariables, 'first' | 'after'>;
/** What changed, for devices that keep a copy, and who changed what, for those who answer for it. */
interface Changes {
    /**
     * Changes that the caller may see, in the order of the server, after the `cursor` of the page before; deletions too.
     *
     * @throws {CnscdError} `SIGN_IN_REQUIRED`, `CURSOR_INVALID`, `PAGE_SIZE_INVALID`
     */
    since(page: ChangesVariables, options?: RequestOptions): Promise<ChangePage>;
    /** Who changed one thing, when, from what to what and why. Errors: `SIGN_IN_REQUIRED`, `NOT_PERMITTED`. */
    history: Listing<HistoryFilter, HistoryEntry>;
}
declare function changesOf({ query: send }: Connection): Changes;

/** What can be had as a file, as its address has it. */
type ExportName = Lowercase<ExportKind>;
/** Filters that may be left out; null is as good as nothing. */
type Optional<Filters> = {
    [Name in keyof Filters]?: Filters[Name] | null | undefined;
};
type FigureFilter = Optional<{
    unitCode: string;
    /** `2026-09-30` */
    asOf: string;
    /** `2026-Q3` */
    period: string;
    indicatorCodes: readonly string[];
    boundary: Boundary;
}>;
/** The filters of each export: those of the list of the same name. */
interface ExportFilters {
    teams: Optional<{
        unitCode: string;
        asOf: string;
        search: string;
        level: AdminLevel;
        kind: TeamKind;
        status: TeamStatus;
        hasDecision: boolean;
        zaloGroupStatus: ZaloGroupStatus;
    }>;
    roster: Optional<{
        unitCode: string;
        teamId: string;
        asOf: string;
        search: string;
        role: MemberRole;
        /** MASKED: at most the last digits of phone numbers. NONE: none of them. @defaultValue as much as you may see */
        phones: 'ALLOWED' | 'MASKED' | 'NONE';
    }>;
    activities: Optional<{
        unitCode: string;
        teamId: string;
        period: string;
        status: ActivityStatus;
        kind: ActivityKind;
    }>;
    figures: FigureFilter;
    measurements: FigureFilter;
    board: {
        unitCode: string;
        period: string;
    } & Optional<{
        indicatorCodes: readonly string[];
        breakdown: AdminLevel;
        boundary: Boundary;
    }>;
    overview: {
        unitCode: string;
    } & Optional<{
        asOf: string;
        boundary: Boundary;
        breakdown: AdminLevel;
    }>;
}
/** The format of an exported file, with what can be chosen of it. */
type ExportFormat = {
    format: 'xlsx' /** PAPER: to be printed and signed. @defaultValue `TABLE` */;
    layout?: 'TABLE' | 'PAPER';
} | {
    format: 'csv' /** @defaultValue `SEMICOLON`, as Excel in Việt Nam has it */;
    delimiter?: 'SEMICOLON' | 'COMMA' | 'TAB';
} | {
    format: 'pdf' | 'docx';
};
/** Lists and boards as files, with what you may see in them. */
interface Exports {
    /**
     * Downloads a list or a board. Nothing of it is kept on the way; who takes people's data is recorded.
     *
     * @throws {CnscdError} `EXPORT_TOO_LARGE` naming the filter that makes it smaller; `SIGN_IN_REQUIRED` for `roster` and
     * `activities`; `INPUT_INVALID`, `UNIT_NOT_FOUND`, `FILTER_MISSING`, `BUSY`, …
     * @example
     * const { name, content } = await client.exports.download('roster', { format: 'xlsx', unitCode: '19597' });
     */
    download<Name extends ExportName>(name: Name, wanted: ExportFormat & ExportFilters[Name], options?: FileOptions): Promise<DownloadedFile>;
}
declare function exportsOf({ files }: Connection): Exports;

type ImportFilter = Omit<ImportsVariables, 'first' | 'after'>;
type ImportRowFilter = Omit<ImportRowsVariables, 'first' | 'after'>;
/** An officer's file on its way to the server. */
interface ImportUpload {
    kind: ImportKind;
    fileName: string;
    file: Blob | Uint8Array;
}
interface WatchOptions extends RequestOptions {
    /** Told of the import as it stands, each time that it is asked for. */
    onProgress?: ((found: Import) => void) | undefined;
    /** Milliseconds between two questions, at least 100. @defaultValue 1000 */
    intervalMs?: number | undefined;
    /** Milliseconds for all of it. @defaultValue `600_000` - 10 minutes */
    maxWaitMs?: number | undefined;
}
/**
 * Officers' files on their way into the register: a dry run first, then applied as one, and undone as one.
 *
 * @example
 * const { id } = await client.imports.upload({ kind: 'ROSTER', fileName: file.name, file });
 * const dryRun = await client.imports.settled({ id });
 * if (dryRun.counts.faultyRows === 0) await client.imports.apply({ id, expectedVersion: dryRun.version });
 */
interface Imports extends Listing<ImportFilter, Import> {
    /**
     * Sends a file; a worker reads it.
     *
     * @throws {CnscdError} `FILE_UNSUPPORTED`, `FILE_TOO_LARGE`, `FILE_UNSAFE`, `FILE_UNREADABLE`, `NOT_PERMITTED`
     */
    upload(upload: ImportUpload, options?: FileOptions): Promise<{
        id: string;
    }>;
    /** @throws {CnscdError} `IMPORT_NOT_FOUND` */
    get(found: {
        id: string;
    }, options?: RequestOptions): Promise<Import>;
    /**
     * Waits until a worker has done what was asked for: read the file, applied it, undone it. What came of it is in
     * `status`, and in `failure` why not. `timeoutMs` is for each question, `maxWaitMs` for all of them.
     *
     * @throws {CnscdError} `TIMEOUT` where no worker is done by then: the import goes on, and may be asked for again
     */
    settled(found: {
        id: string;
    }, options?: WatchOptions): Promise<Import>;
    /** Rows with what they do and what is wrong with them; those of an import that is not there: none. */
    rows: Listing<ImportRowFilter, ImportRow>;
    /** A copy of the file with what is wrong marked in it. */
    annotated(found: {
        id: string;
    }, options?: FileOptions): Promise<DownloadedFile>;
    /**
     * Asks for the dry run to become true.
     *
     * @throws {CnscdConflict} when somebody was faster
     * @throws {CnscdError} `IMPORT_STATE`, `IMPORT_FAULTY`, `IMPORT_NOT_FOUND`
     */
    apply(apply: Keyed<ApplyImportInput>, options?: RequestOptions): Promise<Import>;
    /**
     * Asks for an applied import to be taken back.
     *
     * @throws {CnscdConflict} when somebody was faster
     * @throws {CnscdError} `IMPORT_STATE`, `UNDO_EXPIRED`, `IMPORT_NOT_FOUND`
     */
    undo(undo: Keyed<UndoImportInput>, options?: RequestOptions): Promise<Import>;
    /**
     * Says what columns are; the file is read again.
     *
     * @throws {CnscdError} `INPUT_INVALID`, `IMPORT_STATE`, `IMPORT_NOT_FOUND`
     */
    mapColumns(columns: Keyed<MapImportColumnsInput>, options?: RequestOptions): Promise<Import>;
    /** Gives a file up. @throws {CnscdError} `IMPORT_STATE`, `IMPORT_NOT_FOUND` */
    discard(discard: Keyed<DiscardImportInput>, options?: RequestOptions): Promise<Import>;
}
declare function importsOf({ query: send, write, files, clock }: Connection): Imports;

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
    /** Targets set for the unit that bears `code` on `asOf`, latest period first; at most 500. Error: `UNIT_NOT_FOUND`. */
    targets(unit: TargetsVariables, options?: RequestOptions): Promise<SetTarget[]>;
    /** Targets set for a team, for who sees inside it. Errors: `SIGN_IN_REQUIRED`, `NOT_PERMITTED`. */
    targetsOfTeam(team: TeamTargetsVariables, options?: RequestOptions): Promise<SetTarget[]>;
    /**
     * Every indicator that is counted from what one team does, as its verified activities in a period give it, against its
     * targets. For who sees inside the team.
     *
     * @throws {CnscdError} `TEAM_NOT_FOUND`, `SIGN_IN_REQUIRED`, `NOT_PERMITTED`, `PERIOD_INVALID`
     */
    kpisOfTeam(team: TeamKpisVariables, options?: RequestOptions): Promise<TeamKpi[]>;
    /**
     * Sets a goal for a unit or a team in a period, or with `expectedVersion` changes it: once the period has begun, with
     * a reason. For officers.
     *
     * @throws {CnscdConflict} when somebody was faster, or there is a target already
     * @throws {CnscdError} `REASON_MISSING`, `INDICATOR_NOT_FOUND`, `TARGET_NOT_FOUND`, `NUMBER_INVALID`, `NOT_PERMITTED`
     */
    setTarget(target: Keyed<SetTargetInput>, options?: RequestOptions): Promise<SetTarget>;
    /**
     * Records a figure as a source states it; with `expectedVersion` and a reason it corrects one. For officers.
     *
     * @throws {CnscdConflict} when somebody was faster, or the figure is there already
     * @throws {CnscdError} `REASON_MISSING`, `INDICATOR_NOT_FOUND`, `NUMBER_INVALID`, `SOURCE_NOT_FOUND`, `NOT_PERMITTED`
     */
    recordMeasurement(figure: Keyed<RecordMeasurementInput>, options?: RequestOptions): Promise<Measurement>;
    /** Something new to be measured. For administrators. */
    define(indicator: Keyed<DefineIndicatorInput>, options?: RequestOptions): Promise<Indicator>;
    /** What an indicator means from a day on. For administrators. */
    defineVersion(version: Keyed<DefineIndicatorVersionInput>, options?: RequestOptions): Promise<Indicator>;
}
declare function indicatorsOf({ query: send, write }: Connection): Indicators;

type DuplicateFilter = Omit<DuplicateMembersVariables, 'first' | 'after'>;
/** People of the register, for those who see inside their teams. Phone numbers are whole, masked or null by role. */
interface Members {
    /**
     * A person with the teams that he or she is in on `asOf`, or ever was in without it.
     *
     * @throws {CnscdError} `MEMBER_NOT_FOUND`
     */
    get(member: MemberVariables, options?: RequestOptions): Promise<Member>;
    /**
     * Somebody joins a team: a person of the register by `memberId`, or somebody new as `person`. For leaders and officers.
     *
     * @throws {CnscdError} `TEAM_NOT_FOUND`, `TEAM_HAS_LEADER`, `MEMBER_ALREADY_IN_TEAM`, `PHONE_INVALID`, `NOT_PERMITTED`, …
     */
    add(member: Keyed<AddMemberInput>, options?: RequestOptions): Promise<Membership>;
    /**
     * Name and phone number of a person. For the person, leaders and officers.
     *
     * @throws {CnscdConflict} when somebody was faster
     * @throws {CnscdError} `MEMBER_NOT_FOUND`, `PHONE_INVALID`, `NOT_PERMITTED`
     */
    update(change: Keyed<UpdateMemberInput>, options?: RequestOptions): Promise<MemberName>;
    /**
     * Another role, core flag, affiliation or responsibility from a day on: the membership ends and another one begins.
     *
     * @throws {CnscdConflict} when somebody was faster
     * @throws {CnscdError} `MEMBERSHIP_NOT_FOUND`, `MEMBERSHIP_ENDED`, `TEAM_HAS_LEADER`, `NOT_PERMITTED`
     */
    changeMembership(change: Keyed<ChangeMembershipInput>, options?: RequestOptions): Promise<Membership>;
    /**
     * Somebody leaves a team. For leaders and officers.
     *
     * @throws {CnscdConflict} when somebody was faster
     * @throws {CnscdError} `MEMBERSHIP_NOT_FOUND`, `MEMBERSHIP_ENDED`, `NOT_PERMITTED`
     */
    endMembership(end: Keyed<EndMembershipInput>, options?: RequestOptions): Promise<Membership>;
    /** Records that may be one person, the likeliest first. For officers. Errors: `UNIT_NOT_FOUND`, `NOT_PERMITTED`. */
    duplicates: Listing<DuplicateFilter, MemberPair>;
    /**
     * Several records of one person become one, or with `dryRun` only what would happen. For officers. See
     * `client.mergers.undo`, for 30 days.
     *
     * @throws {CnscdError} `MEMBER_NOT_FOUND`, `MERGER_INVALID`, `NOT_PERMITTED`
     */
    merge(members: Keyed<MergeMembersInput>, options?: RequestOptions): Promise<Merger>;
}
declare function membersOf({ query: send, write }: Connection): Members;

type MergerFilter = Omit<MergersVariables, 'first' | 'after'>;
/** What was put together or taken apart: teams, records of people, units. Errors: `UNIT_NOT_FOUND`, `NOT_PERMITTED`. */
interface Mergers extends Listing<MergerFilter, Merger> {
    /** @throws {CnscdError} `MERGER_NOT_FOUND` */
    get(merger: {
        id: string;
    }, options?: RequestOptions): Promise<Merger>;
    /**
     * Puts everything back as it was, to the row.
     *
     * @throws {CnscdConflict} when somebody was faster
     * @throws {CnscdError} `UNDO_BLOCKED` where something changed since, `UNDO_EXPIRED`, `MERGER_NOT_FOUND`, `NOT_PERMITTED`
     */
    undo(merger: Keyed<UndoMergerInput>, options?: RequestOptions): Promise<Merger>;
}
declare function mergersOf({ query: send, write }: Connection): Mergers;

/** Writes that waited on a device until there was a connection. */
interface OutboxReplay {
    /**
     * Sends up to 50 writes at once, each with the key under which it was made: what has arrived before is not done twice.
     * What became of each is in the report, nothing of it is thrown.
     *
     * @throws {CnscdError} `INPUT_INVALID` for none or over 50, `SIGN_IN_REQUIRED`, `TOKEN_INVALID`
     */
    replay(outbox: ReplayOutboxInput, options?: RequestOptions): Promise<OutboxReport>;
}
declare function outboxOf({ writeAll }: Connection): OutboxReplay;

/** Teams and members of a unit on a day: reported beside registered, with what contradicts. */
interface Overviews {
    /**
     * @throws {CnscdError} `UNIT_CODE_INVALID`, `UNIT_NOT_FOUND`, `DATE_INVALID`, `AS_OF_BEFORE_DATA`
     * @example
     * const { teams, warnings } = await client.overviews.get({ unitCode: '45', asOf: '2023-09-30' });
     */
    get(unit: OverviewVariables, options?: RequestOptions): Promise<Overview>;
}
declare function overviewsOf({ query: send }: Connection): Overviews;

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
declare function programmesOf({ query: send }: Connection): Programmes;

type ReportFilter = Omit<ReportsVariables, 'first' | 'after'>;
/** How it stands with the reports of a unit and of those below it for a period. */
type ReportProgress = ReportProgressResult['reportProgress'];
/** An edition of a report with its values; locked, it never changes. */
type ReportEdition = NonNullable<ReportEditionsResult['report']>['editions'][number];
/** The days off and make-up days of a year. */
type WorkCalendarYear = WorkCalendarResult['workCalendar'];
/** Which paper of a report. */
interface ReportPaper {
    id: string;
    format: 'pdf' | 'docx' | 'xlsx';
    /** @defaultValue the newest */
    edition?: number;
}
/** Period reports: opened, filled, corrected, submitted, approved by the level above, locked. For officers. */
interface Reports extends Listing<ReportFilter, ReportSummary> {
    /** Templates in force on a day, at most 50. For everybody. */
    templates(on?: ReportTemplatesVariables, options?: RequestOptions): Promise<ReportTemplate[]>;
    /** @throws {CnscdError} `REPORT_NOT_FOUND` */
    get(report: {
        id: string;
    }, options?: RequestOptions): Promise<Report>;
    /** All editions with their values, newest first. @throws {CnscdError} `REPORT_NOT_FOUND` */
    editions(report: {
        id: string;
    }, options?: RequestOptions): Promise<ReportEdition[]>;
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
    workCalendar(of: {
        year: number;
    }, options?: RequestOptions): Promise<WorkCalendarYear>;
}
declare function reportsOf({ query: send, write, files }: Connection): Reports;

type SubjectRequestFilter = Omit<SubjectRequestsVariables, 'first' | 'after'>;
/** The rights of the people in the register: consents, requests, restriction, erasure. */
interface Rights {
    /** Wordings that people are asked by on a day, one for each purpose. Errors: `DATE_INVALID`. */
    consentTexts(day?: ConsentTextsVariables, options?: RequestOptions): Promise<ConsentText[]>;
    /**
     * Consents, requests and restrictions of a person; empty lists for who is neither the person nor handles him or her.
     *
     * @throws {CnscdError} `MEMBER_NOT_FOUND`
     */
    of(member: {
        id: string;
    }, options?: RequestOptions): Promise<MemberRights>;
    /**
     * All that is held about a person, to be handed to him or her. That it was taken is recorded.
     *
     * @throws {CnscdError} `MEMBER_NOT_FOUND`, `NOT_PERMITTED`
     */
    evidence(person: {
        memberId: string;
    }, options?: RequestOptions): Promise<PersonalEvidence>;
    /** Requests by what is due first; closed ones last. Errors: `UNIT_NOT_FOUND`. */
    requests: Listing<SubjectRequestFilter, SubjectRequest>;
    /**
     * What a person agreed to, by the wording in use on that day. For the person and officers.
     *
     * @throws {CnscdError} `CONSENT_TEXT_NOT_FOUND`, `MEMBER_NOT_FOUND`, `NOT_PERMITTED`
     */
    recordConsent(consent: Keyed<RecordConsentInput>, options?: RequestOptions): Promise<Consent>;
    /** @throws {CnscdError} `CONSENT_NOT_FOUND`, `CONSENT_STATE`, `NOT_PERMITTED` */
    withdrawConsent(withdrawal: Keyed<WithdrawConsentInput>, options?: RequestOptions): Promise<Consent>;
    /**
     * Takes a request in, with its due days in working days. For the person and officers.
     *
     * @throws {CnscdError} `MEMBER_NOT_FOUND`, `RESPONSE_TERM_NOT_FOUND`, `NOT_PERMITTED`
     */
    receive(request: Keyed<ReceiveSubjectRequestInput>, options?: RequestOptions): Promise<SubjectRequest>;
    /** @throws {CnscdError} `REQUEST_NOT_FOUND`, `REQUEST_STATE`, `NOT_PERMITTED` */
    acknowledge(step: Keyed<AcknowledgeSubjectRequestInput>, options?: RequestOptions): Promise<SubjectRequest>;
    /** Once, for a reason. @throws {CnscdError} `REQUEST_STATE`, `COUNT_INVALID`, `NOT_PERMITTED` */
    extend(step: Keyed<ExtendSubjectRequestInput>, options?: RequestOptions): Promise<SubjectRequest>;
    /** @throws {CnscdError} `REQUEST_STATE` where what was asked for has not happened, `NOT_PERMITTED` */
    complete(step: Keyed<CompleteSubjectRequestInput>, options?: RequestOptions): Promise<SubjectRequest>;
    /** @throws {CnscdError} `REQUEST_STATE`, `NOT_PERMITTED` */
    refuse(step: Keyed<RefuseSubjectRequestInput>, options?: RequestOptions): Promise<SubjectRequest>;
    /** From now on the data are only kept. @throws {CnscdError} `MEMBER_RESTRICTED`, `MEMBER_NOT_FOUND`, `NOT_PERMITTED` */
    restrict(restriction: Keyed<RestrictMemberInput>, options?: RequestOptions): Promise<Restriction>;
    /** @throws {CnscdError} `RESTRICTION_NOT_FOUND`, `NOT_PERMITTED` */
    lift(restriction: Keyed<LiftRestrictionInput>, options?: RequestOptions): Promise<Restriction>;
    /**
     * Removes a person for good, or with `dryRun` only shows what goes and what stays. It cannot be undone.
     *
     * @throws {CnscdConflict} when the request was changed since
     * @throws {CnscdError} `REQUEST_NOT_FOUND`, `REQUEST_STATE`, `NOT_PERMITTED`
     */
    erase(erasure: Keyed<EraseMemberInput>, options?: RequestOptions): Promise<Erasure>;
}
declare function rightsOf({ query: send, write }: Connection): Rights;

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
     * A team by `id` or by `code`, as anybody may see it.
     *
     * @throws {CnscdError} `TEAM_NOT_FOUND`; `FILTER_MISSING` without either
     */
    get(team: TeamVariables, options?: RequestOptions): Promise<Team>;
    /**
     * What a team has inside: its leader, its Zalo group, its first members (50), its newest activities (10) and the rules
     * it breaks. For the people of the team and the officers of its unit.
     *
     * @throws {CnscdError} `SIGN_IN_REQUIRED`, `NOT_PERMITTED`, `TEAM_NOT_FOUND`; `FILTER_MISSING` without id and code
     */
    inside(team: TeamInsideVariables, options?: RequestOptions): Promise<TeamInside>;
    /** People in one team, by name, with their role in it. Errors: as `inside`. */
    members: Listing<TeamMemberFilter, TeamMember>;
    /**
     * Founds a team, on a decision or with the reason why there is none yet. For officers of the unit.
     *
     * @throws {CnscdError} `UNIT_NOT_FOUND`, `DECISION_MISSING`, `TEAM_CODE_TAKEN`, `NOT_PERMITTED`, `TEXT_SENSITIVE`, …
     */
    establish(team: Keyed<EstablishTeamInput>, options?: RequestOptions): Promise<TeamRecord>;
    /**
     * Changes what is known of a team; what is left out stays. For officers of the unit.
     *
     * @throws {CnscdConflict} when somebody was faster
     * @throws {CnscdError} `TEAM_NOT_FOUND`, `TEAM_ENDED`, `NOT_PERMITTED`, …
     */
    update(change: Keyed<UpdateTeamInput>, options?: RequestOptions): Promise<TeamRecord>;
    /**
     * Ends a team; its memberships end with it. For officers of the unit.
     *
     * @throws {CnscdConflict} when somebody was faster
     * @throws {CnscdError} `TEAM_NOT_FOUND`, `TEAM_ENDED`, `NOT_PERMITTED`, …
     */
    dissolve(end: Keyed<DissolveTeamInput>, options?: RequestOptions): Promise<TeamRecord>;
    /** Link and status of the team's Zalo group, never who is in it. For its leader and officers. */
    linkZaloGroup(link: Keyed<LinkZaloGroupInput>, options?: RequestOptions): Promise<TeamRecord>;
    /**
     * Puts teams together into one of them, or with `dryRun` only says what would happen. See `client.mergers.undo`.
     *
     * @throws {CnscdConflict} when somebody was faster
     * @throws {CnscdError} `TEAM_NOT_FOUND`, `TEAM_ENDED`, `MERGER_INVALID`, `NOT_PERMITTED`, …
     */
    merge(teams: Keyed<MergeTeamsInput>, options?: RequestOptions): Promise<Merger>;
    /** Parts of a team become teams of their own, or with `dryRun` only what would happen. Errors: as `merge`. */
    split(team: Keyed<SplitTeamInput>, options?: RequestOptions): Promise<Merger>;
}
declare function teamsOf({ query: send, write }: Connection): Teams;

type UnitFilter = Omit<UnitsVariables, 'first' | 'after'>;
type UncoveredFilter = Omit<UncoveredVillagesVariables, 'first' | 'after'>;
/** A village that nobody looks after. */
type UncoveredVillage = UncoveredVillagesResult['uncoveredVillages']['nodes'][number];
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
    /** Villages of a unit that no member looks after. For officers. Errors: `SIGN_IN_REQUIRED`, `UNIT_NOT_FOUND`. */
    uncoveredVillages: Listing<UncoveredFilter, UncoveredVillage>;
    /**
     * A village that no official list has, so that a team can be founded in it. For officers of the commune.
     *
     * @throws {CnscdError} `UNIT_NOT_FOUND`, `UNIT_EXISTS`, `NOT_PERMITTED`, `TEXT_INVALID`
     */
    establishVillage(village: Keyed<EstablishVillageInput>, options?: RequestOptions): Promise<UnitInList>;
    /**
     * Units become one from a day on, or with `dryRun` only what would happen. For administrators. See
     * `client.mergers.undo`.
     *
     * @throws {CnscdError} `UNIT_NOT_FOUND`, `UNIT_EXISTS`, `MERGER_INVALID`, `NOT_PERMITTED`
     */
    merge(units: Keyed<MergeUnitsInput>, options?: RequestOptions): Promise<Merger>;
}
declare function unitsOf({ query: send, write }: Connection): Units;

/** Sign-in by Zalo, and the accounts that sign in so. */
interface Zalo {
    /**
     * Exchanges what `getAccessToken` of the mini app gave for a session here; the first time it takes what
     * `getPhoneNumber` gave as well. `zaloSession` does it whenever one is needed.
     *
     * @throws {CnscdError} `ZALO_NOT_LINKED` where a phone code is needed, `ZALO_PERSON_NOT_FOUND`, `ZALO_TOKEN_INVALID`,
     * `ZALO_CODE_INVALID`, `ZALO_ATTEMPTS_EXCEEDED`, `CONSENT_TEXT_NOT_FOUND`, `ZALO_REFUSED`, `ZALO_UNAVAILABLE`,
     * `ZALO_NOT_SET_UP`
     */
    signIn(proof: Keyed<SignInWithZaloInput>, options?: RequestOptions): Promise<ZaloSession>;
    /**
     * Accounts that sign in as a person, or did; none for who is neither the person nor handles him or her.
     *
     * @throws {CnscdError} `MEMBER_NOT_FOUND`
     */
    links(person: {
        memberId: string;
    }, options?: RequestOptions): Promise<ZaloLink[]>;
    /**
     * Removes a link: the account is forgotten and its sessions end.
     *
     * @throws {CnscdConflict} when somebody was faster
     * @throws {CnscdError} `ZALO_LINK_NOT_FOUND`, `NOT_PERMITTED`
     */
    unlink(link: Keyed<UnlinkZaloInput>, options?: RequestOptions): Promise<ZaloLink>;
}
declare function zaloOf({ query: send, write }: Connection): Zalo;

/** A typed client. Every method throws {@link CnscdError}, for a refusal as for a lost connection. */
interface Client extends Connection {
    units: Units;
    overviews: Overviews;
    teams: Teams;
    members: Members;
    activities: Activities;
    indicators: Indicators;
    programmes: Programmes;
    mergers: Mergers;
    rights: Rights;
    reports: Reports;
    imports: Imports;
    outbox: OutboxReplay;
    changes: Changes;
    exports: Exports;
    zalo: Zalo;
    /**
     * Who has signed in, and as what, where; null for the public.
     *
     * @throws {CnscdError} `TOKEN_INVALID`, `IDENTITY_UNAVAILABLE`
     */
    viewer(options?: RequestOptions): Promise<Viewer | null>;
}
/**
 * A client of one end point. It keeps nothing but a refresh of the token that is under way: make as many as you like.
 *
 * @example
 * const client = createClient({ url: 'https://example.gov.vn/graphql' });
 * const { reported } = (await client.overviews.get({ unitCode: '45', asOf: '2023-09-30' })).teams;
 */
declare function createClient(options: ConnectionOptions): Client;

/** The end of the time that something may take: a call with its attempts and pauses, a change that waits for its turn. */
interface Deadline {
    /** For `fetch`. */
    signal: AbortSignal;
    remainingMs(): number;
    /** Waits for the promise, but not longer than the time goes, and not after the caller's abort. */
    race<Value>(promise: Promise<Value>): Promise<Value>;
    pause(delayMs: number): Promise<void>;
    /** Frees the timer and the caller's signal. */
    clear(): void;
}
/** What is said at the end of the time, which is told in seconds. */
type LateMessages = (seconds: (language: Language) => string) => Messages;
/**
 * Begins to count, by a clock that tests may turn: after `timeoutMs` milliseconds whatever is raced ends with `TIMEOUT`,
 * with the caller's signal with `ABORTED`. Call `clear` when it is over.
 *
 * AbortSignal.any and .timeout would do it, but the webviews of older phones have neither.
 */
declare function startDeadline(clock: Clock, timeoutMs: number, callerSignal: AbortSignal | undefined, late?: LateMessages): Deadline;

/** The place where the next page begins. */
interface Unread {
    /** The cursor before it; null for the beginning. */
    after: string | null;
    /** Items on the pages before it. */
    seen: number;
}

/** What a device keeps of one team, as plain data that can be stored. */
interface TeamCopy {
    teamId: string;
    team: TeamState;
    /** At most 200, by name. */
    members: TeamMember[];
    /** The 100 newest, and those that came after them. */
    activities: (ActivityInList | Activity)[];
    /** Where `follow` goes on with what 200 kB were not enough for; null where all is there. */
    unread: {
        members: Unread | null;
        activities: Unread | null;
    };
    /** How far the changes of the server were followed. */
    cursor: string;
}
/** Copies of teams for devices that are often without a signal. */
interface TeamCopies {
    /**
     * Loads a team for the first time, at most 200 kB of it: what is left then is `unread`.
     *
     * @throws {CnscdError} as `teams.inside`
     */
    load(team: {
        teamId: string;
    }, options?: RequestOptions): Promise<TeamCopy>;
    /**
     * Asks for what changed since and reads only that, and more of what is `unread`. What nothing came of is the same object
     * in the new copy: `team`, `members`, `activities`. Loads the team anew where following would cost more, as after a month
     * away, and where the copy was kept by a version that did not know of `unread`.
     *
     * @throws {CnscdError} as `teams.inside`
     */
    follow(copy: TeamCopy, options?: RequestOptions): Promise<TeamCopy>;
}
declare function teamCopiesOf(connection: Connection): TeamCopies;

/**
 * A new UUIDv7: for what a write makes, so that it can be referred to before the server answers, and for the
 * idempotency key of a write. Ids of later moments sort after earlier ones.
 *
 * @example
 * const id = newId();
 * await client.activities.record({ id, teamId, kind: 'HOUSEHOLD_VISIT', title, startsAt });
 */
declare function newId(): string;

/**
 * Who has signed in with a token, as one name that no two people share, also not across issuers: `user` of a call or of
 * an outbox. Keep it, to know whose records wait while nobody can sign in.
 *
 * @returns null for a token that is no JWT or names nobody
 */
declare function userOf(token: string): string | null;

interface ZaloSessionOptions {
    /** `zalo.signIn` of a client without `getToken`: one that waited for a session would wait for itself. */
    signIn: Zalo['signIn'];
    /** What `getAccessToken` of the mini app gives. */
    accessToken(): Promise<string>;
    /**
     * Asked when the account is linked to nobody yet: says what for, then calls `getPhoneNumber` of the mini app. Null: the
     * person said no, goes on without signing in, and is not asked again by this session. @defaultValue nobody is asked, `ZALO_NOT_LINKED` is thrown
     */
    phone?: () => Promise<ZaloPhone | null>;
    /** Told of each session: whose it is. What it throws is reported, and the session holds all the same. */
    onSession?: (session: ZaloSession) => void;
    /**
     * Milliseconds for `accessToken`: a bridge that never answers is given up, and the next call asks anew. A person has ten
     * minutes for `phone`.
     *
     * @defaultValue `10_000` - 10 seconds
     */
    timeoutMs?: number;
    /** @defaultValue that of the device */
    clock?: Clock;
}
/** What a person gives to be linked. */
interface ZaloPhone {
    code: string;
    /** What the person agreed to, in the wordings that were shown. @defaultValue nothing */
    consents?: SignInWithZaloInput['consents'];
}
/**
 * Tokens for `getToken` of a client, by Zalo: one exchange for all calls that need one, again ahead of its end, and
 * again when the server refuses it. They are kept in memory only.
 *
 * @example
 * const { signIn } = createClient({ url }).zalo;
 * const client = createClient({ url, getToken: zaloSession({ signIn, accessToken: getAccessToken }) });
 */
declare function zaloSession(options: ZaloSessionOptions): GetToken;

export { CnscdConflict, CnscdError, CnscdRateLimited, DOMAIN_CODES, activitiesOf, changesOf, connect, createClient, dataOf, exportsOf, importsOf, indicatorsOf, isTokenFailure, membersOf, mergersOf, newId, outboxOf, overviewsOf, programmesOf, reportsOf, rightsOf, startDeadline, systemClock, teamCopiesOf, teamsOf, typedDocument, unitsOf, userOf, zaloOf, zaloSession };
export type { AcknowledgeSubjectRequestInput, Activities, Activity, ActivityFilter, ActivityInList, ActivityOutcomeInput, ActivitySeries, ActivitySummary, AddMemberInput, AllOptions, ApplyImportInput, ApproveReportInput, ArrayOptions, AttachEvidenceInput, BenefitProgramme, CancelActivityInput, CancelActivitySeriesInput, Change, ChangeMembershipInput, ChangePage, Changes, Client, ClientErrorCode, Clock, CnscdErrorCode, CnscdErrorDetails, Codes, CompleteSubjectRequestInput, ConflictAnswer, Connection, ConnectionOptions, Consent, ConsentText, CorrectReportValueInput, Coverage, CoverageBasis, Deadline, DefineIndicatorInput, DefineIndicatorVersionInput, DiscardImportInput, DiscardReportInput, DissolveTeamInput, DocumentText, DocumentTree, Done, DownloadedFile, DuplicateFilter, EndMembershipInput, EraseMemberInput, Erasure, EstablishTeamInput, EstablishVillageInput, Evidence, ExportFilters, ExportFormat, ExportName, Exports, ExtendSubjectRequestInput, Figure, FigurePair, FileOptions, FileProgress, FileQuery, Files, FoundingDecisionInput, FundingRule, GetToken, GraphQLAnswerError, HistoryEntry, HistoryFilter, Import, ImportColumnInput, ImportFilter, ImportIssue, ImportRow, ImportRowFilter, ImportUpload, Imports, Indicator, IndicatorSummary, Indicators, Keyed, KpiBoard, KpiRow, KpiValue, LateMessages, LiftRestrictionInput, LinkZaloGroupInput, Listing, LockReportInput, MapImportColumnsInput, Material, Measurement, Member, MemberName, MemberPair, MemberRights, Members, Membership, MergeMembersInput, MergeTeamsInput, MergeUnitsInput, MergedUnitInput, Merger, MergerFilter, Mergers, NewPersonInput, OpenReportInput, OperatingModel, OutboxItem, OutboxOutcome, OutboxReplay, OutboxReport, Overview, Overviews, Page, PageArguments, PersonalEvidence, PlanActivitySeriesInput, Programmes, ReceiveSubjectRequestInput, RecordActivityInput, RecordConsentInput, RecordMeasurementInput, RefreshReportInput, RefuseSubjectRequestInput, RemoveEvidenceInput, ReopenReportInput, ReplayOutboxInput, Report, ReportChild, ReportEdition, ReportFilter, ReportPaper, ReportProgress, ReportSummary, ReportTable, ReportTemplate, ReportValue, ReportWaiver, ReportedFigure, Reports, RequestOptions, ResponsibilityInput, RestrictMemberInput, Restriction, ReturnActivityInput, ReturnReportInput, RevokeWaiverInput, Rights, RuleViolation, Send, SetTarget, SetTargetInput, SignInWithZaloInput, Source, SourceInput, SplitOffTeamInput, SplitTeamInput, SubjectRequest, SubjectRequestFilter, SubmitReportInput, Target, Team, TeamCopies, TeamCopy, TeamFilter, TeamInside, TeamKpi, TeamLevelFigure, TeamMember, TeamMemberFilter, TeamRecord, TeamState, TeamSummary, Teams, TokenRequest, Trace, TracedAttempt, Training, TypedDocument, UncoveredFilter, UncoveredVillage, UndoImportInput, UndoMergerInput, Unit, UnitFilter, UnitInList, UnitName, UnitOnDay, UnitSummary, Units, UnlinkZaloInput, Unread, UpdateActivityInput, UpdateMemberInput, UpdateTeamInput, VerifyActivityInput, Viewer, WaiveReportInput, Warning, WatchOptions, WeekdayActivities, WithdrawConsentInput, WorkCalendarYear, Write, WriteAll, Zalo, ZaloConsentInput, ZaloLink, ZaloPhone, ZaloSession, ZaloSessionOptions };

// @cnscd/sdk/outbox
import { OutboxItem, ReplayOutboxInput, OutboxReport, Clock } from '@cnscd/sdk';
import { Messages } from '@cnscd/domain';

/** The mutation that a record waits for. */
type OutboxField = keyof OutboxItem;
/** Why a record was not taken, in words for people. */
interface OutboxProblem {
    /** As `CnscdError.code`, or one that this version does not know. */
    code: string;
    messages: Messages;
    /** The field of the input at fault. */
    field: string | null;
    value: string | null;
}

/** What a storage holds under names that begin alike. */
interface StoredTexts {
    /** By name, in no particular order. */
    texts: ReadonlyMap<string, string>;
    /** Names of what was kept and is gone although nobody removed it. */
    lost: readonly string[];
}
/**
 * Where an outbox keeps its records: texts by name, shared by all tabs of a device. Each operation stands alone: a write
 * is there as a whole or not at all, whatever happens to the device, and leaves all else as it was.
 */
interface OutboxStorage {
    readAll(prefix: string): Promise<StoredTexts>;
    /**
     * Kept for good when it resolves; takes the place of what was there under the name. What it throws is told as
     * `OUTBOX_FULL` where its name speaks of a quota, and as `OUTBOX_STORAGE` otherwise.
     */
    write(name: string, text: string): Promise<void>;
    remove(name: string): Promise<void>;
}

/** Why nothing is sent for now. Nothing is dropped, whatever it is. */
type OutboxPauseReason = 
/** No answer, or not one of the server: no signal, a captive portal, a server that is down or asks to wait. */
'NO_ANSWER'
/** Nobody is signed in, or the session is over and no new one is to be had yet. */
 | 'SIGN_IN'
/** Somebody else is signed in. */
 | 'OTHER_USER'
/** The storage of the device cannot be read. */
 | 'STORAGE';

/** How records reach the server: `client.outbox`, or `outboxOf(connect(…))`. */
interface OutboxTransport {
    /** `beforeSend` is awaited whenever the records go out; what it throws ends the call, and nothing goes out. */
    replay(outbox: ReplayOutboxInput, options: {
        user: string;
        timeoutMs: number;
        signal: AbortSignal;
        beforeSend: () => Promise<void>;
    }): Promise<OutboxReport>;
}

/** One write of the queue, for people to look at. */
interface QueuedWrite {
    /** For `edit`, `retry` and `discard`. */
    id: string;
    field: OutboxField;
    /** Null where it cannot be read any more. */
    input: Readonly<Record<string, unknown>> | null;
    /** By the clock of the device. */
    madeAt: Date;
    /**
     * - `WAITING`: not sent yet, or refused for now: see `problem`
     * - `SENT`: sent, and nobody knows yet what came of it; it is sent again under its key
     * - `HELD`: waits behind one that was set aside and is about the same thing
     * - `SET_ASIDE`: the server refused it, or nothing lets it through; see `problem`, null where a full store had no room for it
     * - `UNREADABLE`: damaged on the device; its text is in what `exportOutbox` gives
     * - `LOST`: the storage of the device dropped it
     */
    state: 'WAITING' | 'SENT' | 'HELD' | 'SET_ASIDE' | 'UNREADABLE' | 'LOST';
    problem: OutboxProblem | null;
}
/** The queue at one moment; another object whenever something changed. */
interface OutboxStatus {
    /** Writes that go by themselves as soon as it is possible: `WAITING` and `SENT`. */
    pendingCount: number;
    /** Writes that need a person: all others. */
    stuckCount: number;
    /** While it is at it: sends, or waits for its turn or a token. */
    isSending: boolean;
    /** Why nothing is sent for now; null: nothing stands in the way. `error` is what says so, where something does. */
    pause: {
        reason: OutboxPauseReason;
        error: unknown;
    } | null;
    nextTryAt: Date | null;
    /** When the server last took everything that was due. */
    lastSyncAt: Date | null;
    /** In their order. */
    items: readonly QueuedWrite[];
}

/** What is used of `navigator.locks`. */
interface Locks {
    request<Value>(name: string, options: {
        signal: AbortSignal;
    }, work: () => Promise<Value>): Promise<Value>;
}

interface OutboxOptions {
    /** Whose records these are, as `userOf` names whoever has signed in: nobody else's token ever sends them. */
    user: string;
    storage: OutboxStorage;
    /** `client.outbox`, or `outboxOf(connect(…))`. */
    transport: OutboxTransport;
    /** Whether it sends by itself: after `enqueue`, when the connection is back, and after a pause. @defaultValue `true` */
    isAutomatic?: boolean;
    /** Lets one tab send at a time. Null: by a lease in the storage. @defaultValue `navigator.locks`, where there is one */
    locks?: Locks | null;
    /** @defaultValue that of the machine */
    clock?: Clock;
}
/** The input of a write; an `id` for what it makes and its key are given by the outbox where they are left out. */
type EnqueuedInput<Field extends OutboxField> = Omit<NonNullable<OutboxItem[Field]>, 'idempotencyKey'>;
/** Of a change that waits until no tab sends: what is on its way must not be changed. */
interface ChangeOptions {
    /** Ends the wait, `ABORTED`: nothing is changed. */
    signal?: AbortSignal | undefined;
    /** Milliseconds that it waits at most, then `TIMEOUT`. @defaultValue `60_000` - a minute */
    timeoutMs?: number | undefined;
}
/**
 * Writes that wait on the device of one person until the server has taken them. Each is kept before `enqueue` resolves,
 * sent under one key until it is answered, and so done exactly once.
 */
interface Outbox {
    /**
     * Keeps a write. Resolves once it is kept, whatever the connection.
     *
     * @throws {CnscdError} `OUTBOX_FULL`, `OUTBOX_STORAGE`: it was not kept, all else was
     */
    enqueue<Field extends OutboxField>(field: Field, input: EnqueuedInput<Field>): Promise<QueuedWrite>;
    /** Sends what is due now, as one of all tabs. What stands in the way is in the status, nothing of it is thrown. */
    flush(): Promise<OutboxStatus>;
    /** What there is, without a look at the storage. Another object whenever something changed. */
    readonly status: OutboxStatus;
    /** Looks at the storage: what there is. */
    refresh(): Promise<OutboxStatus>;
    /** Tells whenever the status has changed, by this tab or another one. @returns how to end it */
    subscribe(listener: (status: OutboxStatus) => void): () => void;
    /**
     * Changes a write that was not sent, was refused or was set aside, which is then sent again as a new one, in its old
     * place. `input` is all of it; an `id` that it leaves out stays.
     *
     * @throws {CnscdError} `OUTBOX_ITEM_SENT`, `OUTBOX_ITEM_NOT_FOUND`, `OUTBOX_FULL`
     */
    edit(id: string, input: Readonly<Record<string, unknown>>, options?: ChangeOptions): Promise<QueuedWrite>;
    /**
     * Sends a write that was set aside once more as it is: under its key where the server may have done it, under another
     * one where it said that it did not.
     *
     * @throws {CnscdError} `OUTBOX_ITEM_NOT_FOUND`
     */
    retry(id: string, options?: ChangeOptions): Promise<QueuedWrite>;
    /**
     * Gives a write up. One that was sent and not answered may have been done: it is kept, unless `evenIfSent`.
     *
     * @throws {CnscdError} `OUTBOX_ITEM_SENT`, `OUTBOX_ITEM_NOT_FOUND`
     */
    discard(id: string, options?: ChangeOptions & {
        evenIfSent?: boolean;
    }): Promise<void>;
    /** Ends what it does by itself, and a request on its way. What waits is kept. */
    close(): void;
}
/**
 * The outbox of one person on this device. Make one when somebody signs in, close it when he or she leaves; whoever
 * comes back finds what waits.
 *
 * @example
 * const outbox = createOutbox({ user, storage: indexedDbStorage(), transport: client.outbox });
 * await outbox.enqueue('recordActivity', { teamId, kind: 'HOUSEHOLD_VISIT', title, startsAt });
 */
declare function createOutbox(options: OutboxOptions): Outbox;

/** Whose records, and where they are kept: as `createOutbox` has it. */
interface OutboxPlace {
    user: string;
    storage: OutboxStorage;
}
/**
 * All that waits, also what was set aside or damaged, as a text that another device takes in: under the same keys, so
 * that each write is still done once, as long as nobody changes it on the device that it came from. It holds what people
 * wrote: treat it as such.
 */
declare function exportOutbox(place: OutboxPlace): Promise<string>;
/**
 * Takes an export in, all of it or nothing: what is there already stays. `flush` of the outbox sends it.
 *
 * @throws {CnscdError} `USER_CHANGED` for the export of somebody else, `OUTBOX_TEXT_INVALID`, `OUTBOX_FULL`
 * @returns how many were new
 */
declare function importOutbox(place: OutboxPlace, text: string): Promise<number>;

interface IndexedDbStorageOptions {
    /** @defaultValue `cnscd-outbox` */
    name?: string;
    /** @defaultValue that of the page */
    indexedDB?: typeof globalThis extends {
        indexedDB: infer Factory;
    } ? Factory : unknown;
}
/**
 * In IndexedDB: the roomiest that a browser has. A browser that runs out of room may still drop all of an origin, unless
 * the page asked for `navigator.storage.persist()`.
 */
declare function indexedDbStorage(options?: IndexedDbStorageOptions): OutboxStorage;

interface MemoryStorageOptions {
    /** What it holds: give the same map to two storages, and they are two tabs of one device. */
    texts?: Map<string, string>;
    /** Characters of names and texts that there is room for. @defaultValue no limit */
    limitCharacters?: number;
}
/** Forgets everything when the page is closed: for tests, and where a device gives nothing better. */
declare function memoryStorage(options?: MemoryStorageOptions): OutboxStorage;

/** What is used of `localStorage`. */
type WebStorage = Pick<Storage, 'length' | 'key' | 'getItem' | 'setItem' | 'removeItem'>;
/** In `localStorage`, or whatever is like it: about 5 MB for all of an origin. */
declare function webStorage(storage?: WebStorage): OutboxStorage;

/** What is used of `nativeStorage` of zmp-sdk/apis, which is given and not imported: it does not load outside Zalo. */
interface ZaloNativeStorage {
    getItem(key: string): string | null;
    setItem(key: string, value: string): void;
    removeItem(key: string): void;
    /** In kB. */
    getStorageInfo(): {
        currentSize: number;
        limitSize: number;
    };
}
/**
 * In the native storage of Zalo: 5 MB, a cache that silently deletes its oldest entries when it is full. So nothing is
 * written near the limit, and an index tells what was deleted all the same.
 */
declare function zaloStorage(native: ZaloNativeStorage): OutboxStorage;

export { createOutbox, exportOutbox, importOutbox, indexedDbStorage, memoryStorage, webStorage, zaloStorage };
export type { ChangeOptions, EnqueuedInput, IndexedDbStorageOptions, Locks, MemoryStorageOptions, Outbox, OutboxField, OutboxOptions, OutboxPauseReason, OutboxPlace, OutboxProblem, OutboxStatus, OutboxStorage, OutboxTransport, QueuedWrite, StoredTexts, WebStorage, ZaloNativeStorage };

// @cnscd/sdk/testing
import { Clock } from '@cnscd/sdk';
import { Messages } from '@cnscd/domain';

interface FakeClockOptions {
    /** @defaultValue 1 January 2026 */
    nowMs?: number;
    /** Where the row of random numbers begins: the same seed gives the same row. @defaultValue `1` */
    seed?: number;
}
/** A clock that stands still until a test turns it, with chance that repeats itself. */
interface FakeClock extends Clock {
    /** Turns it, and rings whatever is due meanwhile, in its order. What a timer sets off has its turn before the next one. */
    advance(byMs: number): Promise<void>;
    /** Rings the next timer, however far it is. @returns false where there is none */
    ringNext(): Promise<boolean>;
    /** Sets it without ringing anything, as people do with phones. */
    set(nowMs: number): void;
}
declare function fakeClock(options?: FakeClockOptions): FakeClock;

/** One request as the server sees it. */
interface MockRequest {
    /** Name of the operation: `RecordActivity`. Of a file the end of its address: `exports/roster.xlsx`. */
    operation: string;
    /** Empty for a file. */
    query: string;
    /** Of a file what its address has behind `?`. */
    variables: Readonly<Record<string, unknown>>;
    headers: Headers;
    /** What was sent of a file; null for all else. */
    file: Blob | null;
}
/**
 * The `data` of an answer, for a file that was sent its JSON, or a whole response: `status(503)`, `htmlPage()`, `file(…)`.
 * What is thrown is a lost connection.
 */
type MockAnswer = Readonly<Record<string, unknown>> | Response;
type Answering = MockAnswer | ((request: MockRequest) => MockAnswer | Promise<MockAnswer>);
interface MockServer {
    /** For `createClient`. */
    fetch: typeof fetch;
    /** What came, in order. */
    readonly requests: readonly MockRequest[];
}
/**
 * A server in place of the network: an answer for each operation by its name, and for each file by the end of its
 * address. Of several they are given one after the other, the last one for good. What it has no answer for is `GRAPHQL`
 * at once.
 *
 * @example
 * const server = mockServer({
 *   Teams: [status(503), { teams: { totalCount: 0, pageInfo, nodes: [] } }],
 *   'exports/roster.xlsx': file('Danh sách.xlsx', bytes),
 * });
 * const client = createClient({ url: 'https://example.gov.vn/graphql', fetch: server.fetch });
 */
declare function mockServer(operations: Readonly<Record<string, Answering | readonly Answering[]>>): MockServer;
/** A file as the server sends it. */
declare const file: (name: string, content: string | Blob | Uint8Array) => Response;
/** An answer of a load balancer: `status(429, { 'retry-after': '60' })`. */
declare const status: (code: number, headers?: Readonly<Record<string, string>>) => Response;
/** What a captive portal answers for everything: a page that asks to sign in to its Wi-Fi. */
declare const htmlPage: () => Response;
/** The request arrived, its answer did not. */
declare function lostAnswer(): never;
/** An answer in which the server refuses the operation with a code of the domain. */
declare const refusedWith: (code: string, messages?: Messages) => Response;

export { fakeClock, file, htmlPage, lostAnswer, mockServer, refusedWith, status };
export type { FakeClock, FakeClockOptions, MockAnswer, MockRequest, MockServer };
