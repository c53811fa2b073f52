import { createHash } from 'node:crypto';
import { nfc } from '@cnscd/domain';

/**
 * The fingerprint of an input: equal for inputs that mean the same. The order of fields and the Unicode form of text
 * do not matter, a missing field is the same as a null one, and the key itself is left out.
 */
export function fingerprintOf(input: Readonly<Record<string, unknown>>): string {
  const { idempotencyKey: _, ...rest } = input;
  return createHash('sha256')
    .update(JSON.stringify(canonical(rest)))
    .digest('hex');
}

function canonical(value: unknown): unknown {
  if (typeof value === 'string') return nfc(value);
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return value.map(canonical);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value)
    .filter(([, inner]) => inner !== undefined && inner !== null)
    .map(([name, inner]): [string, unknown] => [name, canonical(inner)]);
  return Object.fromEntries(entries.sort(([one], [other]) => (one < other ? -1 : 1)));
}
