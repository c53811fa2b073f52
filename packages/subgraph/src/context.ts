import DataLoader from 'dataloader';
import type { Credential } from './auth/credential.ts';
import type { Database } from './database/client.ts';
import type { PhoneCipher } from './personal-data/phone-cipher.ts';
import type { ZaloSignIn } from './zalo/zalo-options.ts';

/** What every resolver of one request shares. */
export interface Context {
  db: Database;
  /** The instant of the request: rules and defaults never read the clock themselves. */
  now: Date;
  /** Who asks, as far as the request's token shows it. */
  credential: Credential;
  /** Seals and opens phone numbers. Null where no key was given: then none is taken. */
  phones: PhoneCipher | null;
  /** Sign-in by Zalo. Null where it is not set up. */
  zalo: ZaloSignIn | null;
  /** What was read so far belongs to this epoch; a write begins a new one. */
  epoch: object;
}

/** Forgets what was read: after a write it may no longer hold. */
export function beginEpoch(ctx: Context): void {
  ctx.epoch = {};
}

/**
 * Declares a loader that lives as long as one request, or until its next write: keys asked for in the same tick become one statement.
 *
 * @param batch - answers in the order of the keys; `null` for what does not exist
 * @param identity - a text that is equal for equal keys; for keys that are not text
 */
export function perRequest<Key, Value>(
  batch: (ctx: Context, keys: readonly Key[]) => Promise<Value[]>,
  identity?: (key: Key) => string,
): (ctx: Context) => DataLoader<Key, Value, unknown> {
  const loaders = new WeakMap<object, DataLoader<Key, Value, unknown>>();
  return (ctx) => {
    let loader = loaders.get(ctx.epoch);
    if (loader === undefined) {
      const options =
        identity === undefined ? { maxBatchSize: 5000 } : { maxBatchSize: 5000, cacheKeyFn: identity };
      loader = new DataLoader<Key, Value, unknown>((keys) => batch(ctx, keys), options);
      loaders.set(ctx.epoch, loader);
    }
    return loader;
  };
}

/** Puts rows into the order of the keys. */
export function inOrder<Key, Row>(
  keys: readonly Key[],
  rows: Row[],
  keyOf: (row: Row) => Key,
): (Row | null)[] {
  const byKey = new Map(rows.map((row) => [keyOf(row), row]));
  return keys.map((key) => byKey.get(key) ?? null);
}

/** Gathers rows under the keys they belong to, keeping their order. */
export function groupedBy<Key, Row>(keys: readonly Key[], rows: Row[], keyOf: (row: Row) => Key): Row[][] {
  const groups = new Map<Key, Row[]>(keys.map((key) => [key, []]));
  for (const row of rows) groups.get(keyOf(row))?.push(row);
  return keys.map((key) => groups.get(key) ?? []);
}

/** Items under the key that each one has, in their order. */
export function groupBy<Key, Item>(
  items: readonly Item[],
  keyOf: (item: Item) => Key,
): Map<Key, [Item, ...Item[]]> {
  const groups = new Map<Key, [Item, ...Item[]]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group === undefined) groups.set(keyOf(item), [item]);
    else group.push(item);
  }
  return groups;
}
