import type { TeamSummary } from '@cnscd/sdk';

/** Where a team works, from the nearest outwards: "Thôn An Mỹ, Xã Cam Lộ, Tỉnh Quảng Trị". */
export function teamPlace({ unit }: Pick<TeamSummary, 'unit'>): string {
  const names = [unit?.fullName, unit?.parent?.fullName, unit?.parent?.parent?.fullName];
  return names.filter((name) => name !== undefined).join(', ');
}
