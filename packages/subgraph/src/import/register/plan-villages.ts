import { fold, fullUnitName, searchText, type UnitKind } from '@cnscd/domain';
import type { Row } from '../province-rows.ts';
import type { RegisterCommune, RegisterVillage } from './register-places.ts';

/** Stands behind every made-up name that a person reads. */
export const SYNTHETIC_MARK = '(giả lập)';

/** The villages that a source names, then numbered ones that are made up, with their rows. */
export function planVillages(
  commune: RegisterCommune,
  kind: UnitKind,
  count: number,
): (RegisterVillage & { row?: Row })[] {
  const named = commune.villages.filter((village) => village.kind === kind).slice(0, count);
  const taken = new Set(named.map((village) => village.name));
  const made: (RegisterVillage & { row: Row })[] = [];
  for (let number = 1; named.length + made.length < count; number++) {
    if (!taken.has(String(number))) made.push(madeUpVillage(commune, kind, number));
  }
  return [...named, ...made];
}

function madeUpVillage(
  commune: RegisterCommune,
  kind: UnitKind,
  number: number,
): RegisterVillage & { row: Row } {
  const name = `${number} ${SYNTHETIC_MARK}`;
  const fullName = fullUnitName(kind, name);
  const ownId = fold(fullName).replaceAll(' ', '-');
  const id = `village:${commune.id.slice(commune.id.indexOf(':') + 1)}:${ownId}`;
  const village = { id, kind, name, fullName };
  const row = {
    ...village,
    ...{ level: 'VILLAGE', parentId: commune.id, aliases: [], validTo: commune.validTo, isSynthetic: true },
    searchText: searchText(unmarked(fullName)),
  };
  return { ...village, row };
}

/** The name without the mark. */
export function unmarked(name: string): string {
  return name.replace(` ${SYNTHETIC_MARK}`, '');
}
