import { ADMIN_LEVELS, type AdminLevel } from '@cnscd/domain';
import type { Overlap } from './unit-overlaps.ts';

/**
 * What a unit that states figures is to a region:
 * CHOSEN counts; BELOW lies in a chosen one and would be counted twice; UNALLOCATED lies only partly in the region.
 */
export type Standing = 'CHOSEN' | 'BELOW' | 'UNALLOCATED';

/** A unit that speaks in a region. */
export interface Placed {
  regionId: string;
  judgedFor: string;
  unitId: string;
  level: AdminLevel;
  isWhole: boolean;
}

/**
 * Judges which units count in each region: a unit's own statement stands before those below it, a successor's before
 * its predecessors', and the larger unit's before the smaller's where two overlap across a reorganisation.
 */
export function judge<Unit extends Placed>(
  units: readonly Unit[],
  overlaps: readonly Overlap[],
): (Omit<Unit, 'isWhole'> & { standing: Standing })[] {
  const others = new Map<string, Overlap[]>();
  for (const overlap of overlaps)
    others.set(overlap.unitId, [...(others.get(overlap.unitId) ?? []), overlap]);
  const speakers = new Map(
    units.filter((unit) => unit.isWhole).map((unit) => [placeOf(unit, unit.unitId), unit.level]),
  );
  return units.map(({ isWhole, ...unit }) => {
    let standing: Standing = isWhole ? 'CHOSEN' : 'UNALLOCATED';
    for (const { otherId, inOther } of others.get(unit.unitId) ?? []) {
      const level = speakers.get(placeOf(unit, otherId));
      if (level === undefined) continue;
      const isLarger = rank(level) < rank(unit.level);
      if (isLarger || (level === unit.level && inOther === 'WHOLE')) standing = 'BELOW';
      else if (level === unit.level && inOther === 'PART' && standing === 'CHOSEN') standing = 'UNALLOCATED';
    }
    return { ...unit, standing };
  });
}

const placeOf = ({ regionId, judgedFor }: Pick<Placed, 'regionId' | 'judgedFor'>, unitId: string) =>
  `${regionId} ${judgedFor} ${unitId}`;

const rank = (level: AdminLevel) => ADMIN_LEVELS.indexOf(level);
