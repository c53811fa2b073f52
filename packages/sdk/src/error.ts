import { ERROR_CODES, type ErrorCode, isRetryable, type Messages } from '@cnscd/domain';

/** What can go wrong between the caller and an answer, beside the refusals of the domain. */
export type ClientErrorCode =
  | 'NETWORK'
  | 'TIMEOUT'
  | 'ABORTED'
  | 'HTTP_STATUS'
  | 'RATE_LIMITED'
  | 'USER_CHANGED'
  | 'GRAPHQL'
  | 'ITEM_LIMIT'
  | 'OUTBOX_FULL'
  | 'OUTBOX_STORAGE'
  | 'OUTBOX_ITEM_NOT_FOUND'
  | 'OUTBOX_ITEM_SENT'
  | 'OUTBOX_TEXT_INVALID'
  | 'INTERNAL';

/** Every code that a {@link CnscdError} may have: those of the domain and those of the client. */
export type CnscdErrorCode = ErrorCode | ClientErrorCode;

/** One error of an answer, as GraphQL has it. */
export interface GraphQLAnswerError {
  message: string;
  path?: readonly (string | number)[];
  extensions?: Readonly<Record<string, unknown>>;
}

/** What a {@link CnscdError} knows beside its code and its sentences. */
export interface CnscdErrorDetails {
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
export class CnscdError extends Error {
  override readonly name: string = 'CnscdError';
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

  constructor(code: CnscdErrorCode, messages: Messages, details: CnscdErrorDetails = {}) {
    super(messages.vi, details);
    this.code = code;
    this.messages = messages;
    this.retryable = details.retryable ?? false;
    this.field = details.field;
    this.value = details.value;
    this.status = details.status;
    this.errors = details.errors ?? [];
    this.partialData = details.partialData;
  }

  static override [Symbol.hasInstance](value: unknown): boolean {
    // biome-ignore lint/complexity/noThisInStatic: classes below it ask by it as well
    return isOf(this, value, this === CnscdError && /^Cnscd/);
  }
}

/** Errors of another copy of this package, ESM beside CommonJS, have classes of their own, and the same names. */
const isOf = (type: unknown, value: unknown, names: RegExp | false): boolean =>
  Function.prototype[Symbol.hasInstance].call(type, value) ||
  (names !== false && value instanceof Error && names.test(value.name));

/** A write that changed nothing, as its answer says. */
export interface RefusalAnswer {
  refusalCode: string;
  message: string;
  messageEn: string;
  field: string | null;
  refusedValue: string | null;
  retryable: boolean;
}

/** A write that changed nothing because somebody else was faster, as its answer says. */
export interface ConflictAnswer<Current = unknown> {
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
export class CnscdConflict<Current = unknown> extends CnscdError {
  override readonly name: string = 'CnscdConflict';
  /** The version that the write named. */
  readonly expectedVersion: number;
  /** The version that there is. */
  readonly currentVersion: number;
  /** What there is now, in the shape that the write answers. */
  readonly current: Current;

  constructor({ message, messageEn, expectedVersion, currentVersion, current }: ConflictAnswer<Current>) {
    super(
      'VERSION_CONFLICT',
      { vi: message, en: messageEn },
      { field: 'expectedVersion', value: String(expectedVersion) },
    );
    this.expectedVersion = expectedVersion;
    this.currentVersion = currentVersion;
    this.current = current;
  }

  /** Without it `instanceof` would make `any` of what is generic. */
  static override [Symbol.hasInstance](value: unknown): value is CnscdConflict {
    // biome-ignore lint/complexity/noThisInStatic: classes below it ask by it as well
    return isOf(this, value, this === CnscdConflict && /^CnscdConflict$/);
  }
}

/**
 * The server asks to wait, with the status 429 or with a Retry-After.
 *
 * @example
 * if (error instanceof CnscdRateLimited) await wait(error.retryAfterMs);
 */
export class CnscdRateLimited extends CnscdError {
  override readonly name: string = 'CnscdRateLimited';
  /** Milliseconds; 0 where it does not say how long. */
  readonly retryAfterMs: number;

  constructor(messages: Messages, details: CnscdErrorDetails & { retryAfterMs: number }) {
    super('RATE_LIMITED', messages, { ...details, retryable: true });
    this.retryAfterMs = details.retryAfterMs;
  }

  static override [Symbol.hasInstance](value: unknown): boolean {
    // biome-ignore lint/complexity/noThisInStatic: classes below it ask by it as well
    return isOf(this, value, this === CnscdRateLimited && /^CnscdRateLimited$/);
  }
}

/** The error for a write that was refused. */
export function refusalError({
  refusalCode: code,
  message,
  messageEn,
  ...refusal
}: RefusalAnswer): CnscdError {
  const isKnown = DOMAIN_CODES.isKnown(code);
  return new CnscdError(
    isKnown ? code : 'GRAPHQL',
    { vi: message, en: messageEn },
    {
      retryable: refusal.retryable,
      field: refusal.field ?? undefined,
      value: refusal.refusedValue ?? undefined,
      errors: isKnown ? [] : [{ message, extensions: { code } }],
    },
  );
}

/** What a reader of answers knows of codes: what shows any code as it is need not carry the list of all. */
export interface Codes {
  /** Any other one is `GRAPHQL`. */
  isKnown(code: unknown): code is ErrorCode;
  /** Whether the same question may be answered later. */
  isRetryable(code: ErrorCode): boolean;
}

/** Those of the domain, as every client of this package takes them: for {@link dataOf}. */
/** The codes of the domain, as a client takes them: for `dataOf` on a request of your own. */
export const DOMAIN_CODES: Codes = {
  isKnown: (code): code is ErrorCode => ERROR_CODES.some((known) => known === code),
  // What a write needs may come later, under its key; a read that found nothing would ask again for nothing.
  isRetryable: (code) => isRetryable(code) && !/NOT_(FOUND|PERMITTED)$/.test(code),
};

/** The error for an answer with errors in it. */
export function graphqlError(
  errors: readonly GraphQLAnswerError[],
  status: number,
  partialData: unknown,
  codes: Codes,
): CnscdError {
  const { message = '', extensions = {} } = errors[0] ?? {};
  const { code, field, value, errorId } = extensions;
  const known = codes.isKnown(code) ? code : undefined;
  const retryable = known !== undefined && codes.isRetryable(known);
  const isInternal = code === 'INTERNAL';
  const details = {
    ...{ status, errors, partialData, retryable },
    ...{ field: textOf(field), value: textOf(isInternal ? errorId : value) },
  };
  if (known === undefined && (status === 401 || code === 'UNAUTHENTICATED')) return signInError(details);
  const own = {
    vi: `Máy chủ không thực hiện được yêu cầu: ${message}`,
    en: `The server could not do it: ${message}`,
  };
  const told = messagesOf(extensions['messages']) ?? own;
  return new CnscdError(known ?? (isInternal ? 'INTERNAL' : 'GRAPHQL'), told, details);
}

/** The error for an answer of a gateway that lets nobody in without a token of its own liking. */
export function signInError(details: CnscdErrorDetails): CnscdError {
  const messages = {
    vi: 'Chưa đăng nhập, hoặc phiên đã hết. Hãy đăng nhập lại.',
    en: 'Sign in: there is no session, or it is over.',
  };
  return new CnscdError('SIGN_IN_REQUIRED', messages, { ...details, retryable: true });
}

function messagesOf(value: unknown): Messages | null {
  // Whatever it is, it can be asked for its properties, but null and undefined.
  const { vi, en } = (value ?? {}) as Record<string, unknown>;
  return typeof vi === 'string' && typeof en === 'string' ? { vi, en } : null;
}

const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);
