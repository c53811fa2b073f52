import { createHash, timingSafeEqual } from 'node:crypto';

/** What signs an event of an official account. */
export interface AccountSignature {
  appId: string;
  /** The body as it came: parsed and written again, it would have another digest. */
  rawBody: string;
  timestamp: string;
  /** The secret of the official account, which is not that of the app. */
  secretKey: string;
}

/** The digest that Zalo puts over an event of an official account. */
export const accountDigest = ({ appId, rawBody, timestamp, secretKey }: AccountSignature): string =>
  sha256(appId + rawBody + timestamp + secretKey);

/** The digest that Zalo puts over an event of a mini app: of its values, and the API key. */
export const miniAppDigest = (body: Readonly<Record<string, unknown>>, apiKey: string): string =>
  sha256(valuesOf(body) + apiKey);

/**
 * What of an event of a mini app is signed: its values, sorted by their names, with nothing between. Other names, and
 * other borders between values, give the same text.
 */
export const valuesOf = (body: Readonly<Record<string, unknown>>): string =>
  Object.keys(body)
    .sort()
    .map((name) => written(body[name]))
    .join('');

const written = (value: unknown): string =>
  typeof value === 'object' ? JSON.stringify(value) : String(value);

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

/**
 * Whether a header `X-ZEvent-Signature`, with or without `mac=`, holds the digest; as long for a wrong as for a right
 * one. Several headers hold the same digest: what remembers an event remembers the digest.
 */
export function isSignedAs(header: string, digest: string): boolean {
  const given = header.trim().replace(/^mac=/, '').toLowerCase();
  return (
    given.length === digest.length &&
    timingSafeEqual(Buffer.from(given, 'latin1'), Buffer.from(digest, 'latin1'))
  );
}
