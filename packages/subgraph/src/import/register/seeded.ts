import { createHash } from 'node:crypto';

// Made-up people and activities must be the same on every machine and every load, so all choices are drawn from a
// hash of what they are about instead of from chance.

/** A UUID (version 8, RFC 9562) that is always the same for the same parts. */
export function seededUuid(...parts: (string | number)[]): string {
  const hash = digest(parts);
  hash[6] = ((hash[6] ?? 0) & 0x0f) | 0x80;
  hash[8] = ((hash[8] ?? 0) & 0x3f) | 0x80;
  const hex = hash.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join(
    '-',
  );
}

/** A whole number from `from` to `to`, both included, that is always the same for the same parts. */
export function seededNumber(from: number, to: number, ...parts: (string | number)[]): number {
  return from + (digest(parts).readUInt32BE(0) % (to - from + 1));
}

/** One of the choices, always the same for the same parts. */
export function seededChoice<Choice>(
  choices: readonly [Choice, ...Choice[]],
  ...parts: (string | number)[]
): Choice {
  return choices[seededNumber(0, choices.length - 1, ...parts)] ?? choices[0];
}

/** A day from `from` to `to`, both included, that is always the same for the same parts. */
export function seededDay(from: string, to: string, ...parts: (string | number)[]): string {
  const days = Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);
  return new Date(Date.parse(from) + seededNumber(0, days, ...parts) * DAY_MS).toISOString().slice(0, 10);
}

const DAY_MS = 86_400_000;

function digest(parts: readonly (string | number)[]): Buffer {
  return createHash('sha256')
    .update(JSON.stringify(['cnscd', ...parts]))
    .digest();
}
