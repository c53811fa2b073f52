import type { TeamSummary, UnitName } from '@cnscd/sdk';

/** Where a team works, from the village up: "Thôn 1, Xã Tà Rụt, Huyện Đa Krông". */
export function placeOf({ unit }: TeamSummary): string {
  return [unit, unit?.parent, unit?.parent?.parent]
    .filter((place) => place !== null && place !== undefined && place.level !== 'NATION')
    .map((place) => place?.fullName)
    .join(', ');
}

/** The commune that a team works in. Null for a team of another level. */
export function communeOf({ unit }: TeamSummary): UnitName | null {
  return [unit, unit?.parent].find((place) => place?.level === 'COMMUNE') ?? null;
}
