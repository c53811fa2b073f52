import { createHash, createHmac } from 'node:crypto';
import { askZalo, type Transport, type ZaloAnswer, type ZaloRequest } from './ask-zalo.ts';
import { ZaloError } from './zalo-error.ts';

export interface ZaloAppOptions extends Transport {
  /** The Zalo app that the mini app belongs to. */
  appId: string;
  /** Its secret. It stays on the server: in a mini app everybody could read it. */
  appSecret: string;
  /** Where Zalo's graph is, or a proxy in Vietnam that passes requests on to it. @defaultValue `https://graph.zalo.me` */
  baseUrl?: string;
  /**
   * How many questions may wait for Zalo at once; one more is `ZALO_UNAVAILABLE` without being asked, so that no crowd at
   * this server becomes one at Zalo. @defaultValue `32`
   */
  mostInFlight?: number;
  /** @defaultValue the clock of the machine */
  clock?: () => Date;
}

/** Somebody who has signed in to Zalo, as this app knows him or her. */
export interface ZaloPerson {
  /** The app by which the id counts: another app has another id for the same person. */
  appId: string;
  id: string;
  name: string;
  pictureUrl: string | null;
}

/** A place on the ground, as the phone measured it. */
export interface ZaloLocation {
  /** Degrees, -90 to 90. */
  latitude: number;
  /** Degrees, -180 to 180. */
  longitude: number;
  /** When it was measured; null where Zalo does not say. */
  measuredAt: Date | null;
}

/** What a server may ask Zalo about a person who uses its mini app. Nothing is logged and no token is kept. */
export interface ZaloApp {
  /**
   * Whose token it is.
   *
   * @throws {ZaloError} `ZALO_TOKEN_INVALID`, `ZALO_PROOF_INVALID`, `ZALO_REGION_BLOCKED`, `ZALO_REFUSED`, `ZALO_UNAVAILABLE`
   */
  personOf(accessToken: string, signal?: AbortSignal): Promise<ZaloPerson>;
  /**
   * The phone number behind the code that `getPhoneNumber` of the mini app gave, as `+84912345678`. A code serves once
   * and soon expires.
   *
   * @throws {ZaloError} `ZALO_CODE_INVALID` and those of `personOf`
   */
  phoneOf(accessToken: string, code: string, signal?: AbortSignal): Promise<string>;
  /**
   * The place behind the code that `getLocation` of the mini app gave.
   *
   * @throws {ZaloError} `ZALO_CODE_INVALID` and those of `personOf`
   */
  locationOf(accessToken: string, code: string, signal?: AbortSignal): Promise<ZaloLocation>;
}

const GRAPH = 'https://graph.zalo.me';
/** A hundred sign-ins a second, where Zalo answers each within a third of one. */
const MOST_IN_FLIGHT = 32;

/** The server side of one Zalo app. */
export function createZaloApp(options: ZaloAppOptions): ZaloApp {
  const { appId, appSecret } = options;
  const base = (options.baseUrl ?? GRAPH).replace(/\/+$/, '');
  const refused = refusedTokens(options.clock ?? (() => new Date()));
  const ask = atMost(options.mostInFlight ?? MOST_IN_FLIGHT, (request: ZaloRequest) =>
    askZalo(options, request),
  );

  const behindCode = async (accessToken: string, code: string, signal?: AbortSignal): Promise<ZaloAnswer> => {
    const answer = await ask({
      url: `${base}/v2.0/me/info`,
      headers: { access_token: accessToken, code, secret_key: appSecret },
      otherwise: 'ZALO_CODE_INVALID',
      signal,
    });
    return recordIn(answer, 'data');
  };

  return {
    async personOf(accessToken, signal) {
      if (refused.has(accessToken)) throw new ZaloError('ZALO_TOKEN_INVALID');
      try {
        const answer = await ask({
          url: `${base}/v2.0/me?fields=id,name,picture`,
          headers: { access_token: accessToken, appsecret_proof: proofOf(accessToken, appSecret) },
          otherwise: 'ZALO_REFUSED',
          signal,
        });
        return {
          appId,
          id: textIn(answer, 'id'),
          name: textIn(answer, 'name').normalize('NFC'),
          pictureUrl: pictureIn(answer),
        };
      } catch (error) {
        if (error instanceof ZaloError && error.code === 'ZALO_TOKEN_INVALID') refused.add(accessToken);
        throw error;
      }
    },
    async phoneOf(accessToken, code, signal) {
      const number = textIn(await behindCode(accessToken, code, signal), 'number');
      if (!/^84\d{8,10}$/.test(number)) throw new ZaloError('ZALO_ANSWER_UNKNOWN');
      return `+${number}`;
    },
    async locationOf(accessToken, code, signal) {
      const place = await behindCode(accessToken, code, signal);
      const measuredAt = Number(place['timestamp']);
      return {
        latitude: degreesIn(place, 'latitude', 90),
        longitude: degreesIn(place, 'longitude', 180),
        measuredAt: measuredAt > 0 ? new Date(measuredAt) : null,
      };
    },
  };
}

/** Shows Zalo that whoever uses the token holds the secret of its app. */
export const proofOf = (accessToken: string, appSecret: string): string =>
  createHmac('sha256', appSecret).update(accessToken).digest('hex');

/** Asks only while fewer than that many answers are waited for. */
function atMost<Question, Answer>(most: number, ask: (question: Question) => Promise<Answer>) {
  let inFlight = 0;
  return async (question: Question): Promise<Answer> => {
    if (inFlight >= most) throw new ZaloError('ZALO_UNAVAILABLE');
    inFlight += 1;
    try {
      return await ask(question);
    } finally {
      inFlight -= 1;
    }
  };
}

const REFUSED_FOR_MS = 60_000;
const MOST_REFUSED = 1_000;

/** Tokens that Zalo refused a moment ago, by their digest: who sends the same one again does not make us ask again. */
function refusedTokens(clock: () => Date) {
  const until = new Map<string, number>();
  const keyOf = (token: string) => createHash('sha256').update(token).digest('base64');
  return {
    has: (token: string) => (until.get(keyOf(token)) ?? 0) > clock().getTime(),
    add(token: string) {
      const oldest = until.size < MOST_REFUSED ? undefined : until.keys().next().value;
      if (oldest !== undefined) until.delete(oldest);
      until.set(keyOf(token), clock().getTime() + REFUSED_FOR_MS);
    },
  };
}

function recordIn(answer: ZaloAnswer, field: string): ZaloAnswer {
  const value = answer[field];
  if (typeof value !== 'object' || value === null) throw new ZaloError('ZALO_ANSWER_UNKNOWN');
  return value as ZaloAnswer; // an object, as just seen
}

function textIn(answer: ZaloAnswer, field: string): string {
  const value = answer[field];
  if (typeof value !== 'string' || value === '') throw new ZaloError('ZALO_ANSWER_UNKNOWN');
  return value;
}

function degreesIn(answer: ZaloAnswer, field: string, most: number): number {
  const degrees = Number(textIn(answer, field));
  if (!(Math.abs(degrees) <= most)) throw new ZaloError('ZALO_ANSWER_UNKNOWN');
  return degrees;
}

/** `picture: { data: { url } }`, where the person has one. */
function pictureIn({ picture }: ZaloAnswer): string | null {
  const url = (picture as { data?: { url?: unknown } } | undefined)?.data?.url;
  return typeof url === 'string' && url.startsWith('https://') ? url : null;
}
