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
 * Asks Zalo once. Zalo refuses with status 200 and a number in the body, so the body is judged and not the status.
 *
 * @throws {ZaloError}
 */
export async function askZalo(transport: Transport, request: ZaloRequest): Promise<ZaloAnswer> {
  const answer = await answerOf(transport, request);
  const zaloCode = Number(answer['error'] ?? 0);
  if (zaloCode !== 0) throw new ZaloError(meaningOf(zaloCode, answer, request.otherwise), { zaloCode });
  return answer;
}

async function answerOf(transport: Transport, request: ZaloRequest): Promise<ZaloAnswer> {
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
    const answer: unknown = await response.json();
    if (typeof answer === 'object' && answer !== null && !Array.isArray(answer)) return answer as ZaloAnswer;
  } catch (cause) {
    if (signal?.aborted === true) throw signal.reason;
    throw new ZaloError('ZALO_UNAVAILABLE', { cause });
  }
  throw new ZaloError('ZALO_UNAVAILABLE');
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
