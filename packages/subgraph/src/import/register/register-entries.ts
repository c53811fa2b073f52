import { createHash } from 'node:crypto';
import type { AdminLevel } from '@cnscd/domain';
import type { LookUp } from '../look-up.ts';
import type { RegisterEntry } from './plan-teams.ts';

/** A hash of each entry by its code: an entry whose hash is the same is not made again. */
export function hashesOf(entries: readonly RegisterEntry[]): Record<string, string> {
  return Object.fromEntries(
    entries.map(({ path: _, ...entry }) => [
      entry.code,
      createHash('sha256').update(JSON.stringify(entry)).digest('hex').slice(0, 16),
    ]),
  );
}

/** Codes of entries that were made before and are different or gone now. */
export function outdatedCodes(earlier: Record<string, string>, now: Record<string, string>): string[] {
  return Object.keys(earlier).filter((code) => earlier[code] !== now[code]);
}

/**
 * What a file's entries are to be compared with: an entry that another file holds as well is made already, and does not
 * go when this file drops it.
 */
export function sharedRegister(
  earlier: Record<string, string>,
  now: Record<string, string>,
  others: ReadonlyMap<string, { hash: string }>,
): Record<string, string> {
  const own = Object.entries(earlier).filter(([code]) => !others.has(code));
  const shared = Object.keys(now).flatMap((code) => {
    const other = others.get(code);
    return other === undefined ? [] : [[code, other.hash] as const];
  });
  return Object.fromEntries([...own, ...shared]);
}

/** The places of the entries whose units are known. */
export function placesOf(
  entries: readonly RegisterEntry[],
  known: LookUp,
): { unitId: string; day: string; level: AdminLevel }[] {
  return entries.flatMap(({ unit, day }) => {
    const found = known.unit(unit, day);
    return 'id' in found ? [{ unitId: found.id, day, level: found.level }] : [];
  });
}
