import { type AdminLevel, fold } from '@cnscd/domain';

/**
 * The identity of a unit's version: readable, stable, and the same in whatever order tables are loaded.
 *
 * | unit | id |
 * |---|---|
 * | the nation | `nation:VN` |
 * | a version that stood before the first day known | `province:45`, `commune:29194` |
 * | a later version of the same code | `province:44:2025-07-01`, `commune:29194:2025-07-01` |
 * | a district | `district:45:huyen-da-krong`: its province and its full name, because only some sources give its code, and it keeps its id when the code becomes known |
 * | a later version of a district | `district:22:thanh-pho-dong-trieu:2024-11-01` |
 *
 * The date is the day from which the source says that the version stands, so it never changes once it is loaded.
 */
export function unitId(unit: UnitKey): string {
  const place = unit.level === 'DISTRICT' ? `${unit.provinceCode}:${slug(unit.fullName)}` : unit.code;
  return [unit.level.toLowerCase(), place, unit.validFrom].filter((part) => part !== null).join(':');
}

export interface UnitKey {
  level: AdminLevel;
  /** Five digits for communes, two for provinces, three or null for districts. */
  code: string | null;
  fullName: string;
  /** The province of the time; null for the nation and for provinces. */
  provinceCode: string | null;
  /** First day, or null for a version that stood before the first day known. */
  validFrom: string | null;
}

function slug(fullName: string): string {
  return fold(fullName).replaceAll(' ', '-');
}
