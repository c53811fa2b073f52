import {
  CnscdError,
  CnscdRateLimited,
  type Codes,
  type GraphQLAnswerError,
  graphqlError,
  signInError,
} from './error.ts';

/** Statuses that a gateway or a load balancer gives while it is overloaded or restarts. */
const RETRYABLE_STATUSES: readonly number[] = [429, 502, 503, 504];

/**
 * The `data` of an answer.
 *
 * @param codes - which codes the error may have as they are: {@link DOMAIN_CODES}, as a client takes them, unless its list is too long
 * @throws {CnscdError} for an answer with any error in it, also where it has data: see `partialData`
 */
export async function dataOf(response: Response, codes: Codes): Promise<unknown> {
  const body = await acceptedBody(response, codes);
  if (body?.data == null) throw strayAnswer(response.status);
  return body.data;
}

/**
 * The JSON of an answer; null where it is none.
 *
 * @throws {CnscdError} for an answer with any error in it, and for the status of one
 */
export async function acceptedBody(response: Response, codes: Codes): Promise<Body | null> {
  const { status } = response;
  const body = await jsonOf(response);
  if (RETRYABLE_STATUSES.includes(status)) throw refused(response, true);
  if (Array.isArray(body?.errors) && body.errors.length > 0) {
    throw graphqlError(body.errors.map(asAnswerError), status, body.data ?? null, codes);
  }
  if (status === 401) throw signInError({ status });
  if (!response.ok) throw refused(response, false);
  return body;
}

/** An answer in JSON, of GraphQL or of the routes of files. */
export interface Body {
  [name: string]: unknown;
  data?: unknown;
  errors?: unknown;
}

async function jsonOf(response: Response): Promise<Body | null> {
  const text = await response.text();
  try {
    const body: unknown = JSON.parse(text);
    return typeof body === 'object' && body !== null ? { ...body } : null;
  } catch {
    // A proxy's page, a captive portal: what matters then is the status.
    return null;
  }
}

function asAnswerError(error: unknown): GraphQLAnswerError {
  const isError = typeof error === 'object' && error !== null && 'message' in error;
  return isError && typeof error.message === 'string'
    ? (error as GraphQLAnswerError) // its message was looked at; the rest is optional
    : { message: String(error) };
}

function refused(response: Response, retryable: boolean): CnscdError {
  const { status, statusText } = response;
  const shown = `${status} ${statusText}`.trim();
  const messages = {
    vi: `Máy chủ trả lời ${shown}.${retryable ? ' Hãy thử lại sau.' : ''}`,
    en: `The server answered ${shown}.${retryable ? ' Try again later.' : ''}`,
  };
  const retryAfterMs = waitAsked(response.headers.get('retry-after'));
  if (status === 429 || (retryable && retryAfterMs !== undefined))
    return new CnscdRateLimited(messages, { status, retryAfterMs: retryAfterMs ?? 0 });
  return new CnscdError('HTTP_STATUS', messages, { status, retryable });
}

/** Retry-After is a number of seconds or a date. */
function waitAsked(header: string | null): number | undefined {
  if (header === null) return undefined;
  const waitMs = /^\d+$/.test(header) ? Number(header) * 1000 : Date.parse(header) - Date.now();
  return Number.isNaN(waitMs) ? undefined : Math.max(0, waitMs);
}

/** The error for an answer that is of somebody else, as the page of a captive portal. */
export function strayAnswer(status: number): CnscdError {
  const messages = {
    vi: 'Câu trả lời không phải của máy chủ này: mạng đòi đăng nhập Wi-Fi, hoặc địa chỉ sai.',
    en: 'The answer is not of this server: the Wi-Fi asks for a sign-in, or the address is wrong.',
  };
  return new CnscdError('HTTP_STATUS', messages, { status, retryable: true });
}
