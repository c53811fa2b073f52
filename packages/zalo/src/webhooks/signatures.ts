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

/** The digest that Zalo puts over an event of a mini app: of its values, sorted by their names, and the API key. */
export function miniAppDigest(body: Readonly<Record<string, unknown>>, apiKey: string): string {
  const values = Object.keys(body)
    .sort()
    .map((name) => written(body[name]));
  return sha256(values.join('') + apiKey);
}

/**
 * What tells one body from another, whatever its spelling. The signature of a mini app does not: it is of the values
 * alone, so that a body with the same values under other names has the same one, and would pass for the event.
 */
export const contentDigest = (body: Readonly<Record<string, unknown>>): string =>
  sha256(
    JSON.stringify(
      Object.keys(body)
        .sort()
        .map((name) => [name, body[name]]),
    ),
  );

const written = (value: unknown): string =>
  typeof value === 'object' ? JSON.stringify(value) : String(value);

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

/** Whether a header `X-ZEvent-Signature`, with or without `mac=`, holds the digest; as long for a wrong as for a right one. */
export function isSignedAs(header: string, digest: string): boolean {
  const given = header.trim().replace(/^mac=/, '').toLowerCase();
  return (
    given.length === digest.length &&
    timingSafeEqual(Buffer.from(given, 'latin1'), Buffer.from(digest, 'latin1'))
  );
}
