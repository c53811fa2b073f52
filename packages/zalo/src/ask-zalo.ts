import { parseExactly } from './exact-json.ts';
import { ZaloError, type ZaloErrorCode } from './zalo-error.ts';

/** How every call to Zalo travels. */
export interface Transport {
  /** @defaultValue the global `fetch` */
  fetch?: typeof fetch | undefined;
  /** Milliseconds that one call may take. @defaultValue `5_000` - 5 seconds */
  timeoutMs?: number | undefined;
}

export interface ZaloRequest {
  url: string;
  method?: 'GET' | 'POST';
  headers: Readonly<Record<string, string>>;
  body?: string;
  /** What an answer with a number other than 0 means, where the number itself does not say. */
  otherwise: ZaloErrorCode;
  signal?: AbortSignal | undefined;
}

/** The body of an answer of Zalo: its fields differ from call to call. */
export type ZaloAnswer = Readonly<Record<string, unknown>>;

const TIMEOUT_MS = 5_000;

/**
 * Asks Zalo once. Zalo refuses with status 200 and a number in the body, so the number is judged before the status; what
 * says neither that it worked nor a number of Zalo's is not from Zalo, but from something on the way to it.
 *
 * @throws {ZaloError}
 */
export async function askZalo(transport: Transport, request: ZaloRequest): Promise<ZaloAnswer> {
  const { isOk, answer } = await answerOf(transport, request);
  const zaloCode = codeIn(answer);
  if (zaloCode !== null && zaloCode !== 0)
    throw new ZaloError(meaningOf(zaloCode, answer, request.otherwise), { zaloCode });
  if (!isOk) throw new ZaloError('ZALO_UNAVAILABLE');
  if (zaloCode === null && answer['error'] != null) throw new ZaloError('ZALO_ANSWER_UNKNOWN');
  return answer;
}

async function answerOf(
  transport: Transport,
  request: ZaloRequest,
): Promise<{ isOk: boolean; answer: ZaloAnswer }> {
  const { url, method = 'GET', headers, body, signal } = request;
  const { fetch: send = globalThis.fetch, timeoutMs = TIMEOUT_MS } = transport;
  const timeout = AbortSignal.timeout(timeoutMs);
  const sent = {
    method,
    headers,
    ...(body === undefined ? {} : { body }),
    signal: signal === undefined ? timeout : AbortSignal.any([signal, timeout]),
    // A redirect would carry the token and the app secret to another host.
    redirect: 'error' as const,
  };
  try {
    const response = await send(url, sent);
    const answer = parseExactly(await response.text());
    if (typeof answer === 'object' && answer !== null && !Array.isArray(answer))
      return { isOk: response.ok, answer: answer as ZaloAnswer }; // an object, as just seen
  } catch (cause) {
    if (signal?.aborted === true) throw signal.reason;
    throw new ZaloError('ZALO_UNAVAILABLE', { cause });
  }
  throw new ZaloError('ZALO_UNAVAILABLE');
}

/** Zalo's number; null where there is none. Words under the same name are those of a proxy. */
function codeIn({ error }: ZaloAnswer): number | null {
  return /^-?\d{1,9}$/.test(String(error)) ? Number(error) : null;
}

const REGION_BLOCKED = -501;
const PROOF_INVALID = -242;
/** Seen for tokens of people and of official accounts that are wrong or have expired. */
const TOKEN_INVALID: readonly number[] = [452, -216, -220];

function meaningOf(zaloCode: number, answer: ZaloAnswer, otherwise: ZaloErrorCode): ZaloErrorCode {
  if (zaloCode === REGION_BLOCKED) return 'ZALO_REGION_BLOCKED';
  if (zaloCode === PROOF_INVALID) return 'ZALO_PROOF_INVALID';
  // The number of an expired session is not documented; its sentence is.
  if (TOKEN_INVALID.includes(zaloCode) || /session key invalid/i.test(String(answer['message'])))
    return 'ZALO_TOKEN_INVALID';
  return otherwise;
}
