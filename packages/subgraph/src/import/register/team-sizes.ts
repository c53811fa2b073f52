/** Fewest and most members of a team. */
export interface SizeRange {
  min: number;
  max: number;
}

/**
 * Spreads members evenly over teams.
 *
 * @returns one size for each team, larger ones first; null when they do not fit into the range
 */
export function spreadMembers(members: number, teams: number, { min, max }: SizeRange): number[] | null {
  if (teams === 0) return members === 0 ? [] : null;
  const each = Math.floor(members / teams);
  const larger = members - each * teams;
  const sizes = Array.from({ length: teams }, (_, index) => (index < larger ? each + 1 : each));
  return each < min || Math.max(...sizes) > max ? null : sizes;
}

/** How many of `count` things each of `places` places gets, as evenly as can be, the first ones more. */
export function spreadEvenly(count: number, places: number): number[] {
  return spreadMembers(count, places, { min: 0, max: count }) ?? [];
}
