import type { UnitRow } from '../entities/rows.ts';
import type { PaperIssuer } from './paper.ts';

/** The people's committee of a unit, below that of the unit above; the room is left empty where it is not one unit's. */
export function issuerOf(unit: UnitRow | null, above: UnitRow | null): PaperIssuer {
  if (unit === null || unit.level === 'NATION') return { parent: null, unit: '…………………………' };
  const parent = above === null || above.level === 'NATION' ? null : committeeOf(above);
  // Villages have no committee: what they do is the commune's.
  return { parent, unit: unit.level === 'VILLAGE' ? capitals(unit) : committeeOf(unit) };
}

/** What stands before the day: "Cam Lộ, ngày …". */
export function placeOf(unit: UnitRow | null): string {
  return unit === null || unit.level === 'NATION' ? '……' : unit.name;
}

const committeeOf = (unit: UnitRow) => `ỦY BAN NHÂN DÂN ${capitals(unit)}`;

const capitals = ({ fullName }: UnitRow) => fullName.toLocaleUpperCase('vi');
