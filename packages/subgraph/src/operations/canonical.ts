import { createHash } from 'node:crypto';
import { nfc } from '@cnscd/domain';

/** A digest that only who has its key can take. */
export type KeyedDigest = (text: string) => string;

/**
 * The fingerprints of an input, one for each keyed digest: equal for inputs that mean the same. The order of fields
 * and the Unicode form of text do not matter, and the key itself is left out. Null is not the same as missing: in an
 * update it clears.
 *
 * There are few phone numbers: whoever knew the rest of an input would find the number by trying them all. So a keyed
 * digest takes its place, and an input from before the key was changed is known by the older one.
 */
export function fingerprintsOf(
  input: Readonly<Record<string, unknown>>,
  digests: readonly KeyedDigest[] = [() => ''],
): string[] {
  const { idempotencyKey: _, ...rest } = input;
  const plain = canonical(rest);
  return digests.map((digest) =>
    createHash('sha256')
      .update(JSON.stringify(plain, (name, value) => (name === 'phone' ? digest(String(value)) : value)))
      .digest('hex'),
  );
}

function canonical(value: unknown): unknown {
  if (typeof value === 'string') return nfc(value);
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return value.map(canonical);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value)
    .filter(([, inner]) => inner !== undefined)
    .map(([name, inner]): [string, unknown] => [name, canonical(inner)]);
  return Object.fromEntries(entries.sort(([one], [other]) => (one < other ? -1 : 1)));
}
