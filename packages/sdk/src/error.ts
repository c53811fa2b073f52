import { ERROR_CODES, type ErrorCode, type Messages } from '@cnscd/domain';

/** What can go wrong between the caller and an answer, beside the refusals of the domain. */
export type ClientErrorCode =
  | 'NETWORK'
  | 'TIMEOUT'
  | 'ABORTED'
  | 'HTTP_STATUS'
  | 'GRAPHQL'
  | 'ITEM_LIMIT'
  | 'INTERNAL';

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
export class CnscdError extends Error {
  override readonly name: string = 'CnscdError';
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

  constructor(code: ErrorCode | ClientErrorCode, messages: Messages, details: CnscdErrorDetails = {}) {
    super(messages.vi, 'cause' in details ? { cause: details.cause } : {});
    this.code = code;
    this.messages = messages;
    this.retryable = details.retryable ?? false;
    this.field = details.field;
    this.value = details.value;
    this.status = details.status;
    this.retryAfterMs = details.retryAfterMs;
    this.errors = details.errors ?? [];
    this.partialData = details.partialData;
  }
}

/** The error for an answer with errors in it. */
export function graphqlError(
  errors: readonly GraphQLAnswerError[],
  status: number,
  partialData: unknown,
): CnscdError {
  const { message = '', extensions = {} } = errors[0] ?? {};
  const details = { status, errors, partialData };
  const code = extensions['code'];
  const messages = messagesOf(extensions['messages']);
  if (code === 'INTERNAL') {
    const value = textOf(extensions['errorId']);
    return new CnscdError('INTERNAL', messages ?? { vi: message, en: message }, { ...details, value });
  }
  const known = ERROR_CODES.find((known) => known === code);
  if (known !== undefined && messages !== null) {
    const [field, value] = [textOf(extensions['field']), textOf(extensions['value'])];
    return new CnscdError(known, messages, { ...details, field, value });
  }
  const own = {
    vi: `Máy chủ không thực hiện được yêu cầu: ${message}`,
    en: `The server could not carry out the request: ${message}`,
  };
  return new CnscdError(known ?? 'GRAPHQL', messages ?? own, details);
}

function messagesOf(value: unknown): Messages | null {
  if (typeof value !== 'object' || value === null) return null;
  const { vi, en } = value as Record<string, unknown>; // any object can be asked for its properties
  return typeof vi === 'string' && typeof en === 'string' ? { vi, en } : null;
}

const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);
