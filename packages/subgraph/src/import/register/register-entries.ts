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
