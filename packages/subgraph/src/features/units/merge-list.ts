import type { ListRow, OfficialTable } from './official-tables.ts';
import type { TableMerge } from './table-merge.ts';
import { LAST_DAY_OF_DISTRICTS } from './unit-horizon.ts';
import { nameKey } from './unit-names.ts';

/**
 * Compares the three-level list with what is known, and takes the codes of districts from it.
 *
 * The list does not say of which day it is, so no dates are taken from it, and a commune that no other table knows
 * is listed but not added: nothing says when it ended.
 */
export function mergeList(table: OfficialTable & { layout: 'LIST' }, merge: TableMerge): void {
  const districts = new Set<string>();
  for (const row of table.rows) {
    const place = `${table.name}:${row.line}`;
    if (row.district === '' || row.provinceCode === '') {
      merge.find('ROW_UNREADABLE', place, subjectOf(row), null);
      continue;
    }
    if (!districts.has(row.districtCode)) mergeDistrict(row, place, merge);
    districts.add(row.districtCode);
    if (row.communeCode !== '') compareCommune(row, place, merge);
  }
}

function mergeDistrict(row: ListRow, place: string, merge: TableMerge): void {
  const named = {
    level: 'DISTRICT',
    provinceCode: row.provinceCode,
    district: null,
    fullName: row.district,
  } as const;
  const versions = merge.known.versions('DISTRICT', row.districtCode);
  if (
    versions.some(
      (unit) => unit.provinceCode === row.provinceCode && nameKey(unit.fullName) === nameKey(row.district),
    )
  )
    return;
  if (versions.length > 0) {
    merge.find(
      'NAME_DISAGREES',
      place,
      `${row.district} (${row.districtCode})`,
      versions.map((unit) => unit.fullName).join(', '),
    );
    return;
  }
  const namesakes = merge.known.namesakes(named);
  const district = namesakes.length === 1 ? namesakes[0] : undefined;
  if (district === undefined)
    merge.find('PARENT_UNKNOWN', place, `${row.district} (${row.districtCode})`, null);
  else if (district.code === null) merge.complete(district, row.districtCode);
  else merge.find('CODE_DISAGREES', place, `${row.district} (${row.districtCode})`, district.code);
}

function compareCommune(row: ListRow, place: string, merge: TableMerge): void {
  const versions = merge.known.versions('COMMUNE', row.communeCode).filter((unit) => unit.district !== null);
  const alike = versions.filter(
    (unit) => unit.provinceCode === row.provinceCode && nameKey(unit.fullName) === nameKey(row.commune),
  );
  if (alike.length > 0) {
    const districts = alike.map((unit) => unit.district ?? '');
    if (districts.some((district) => nameKey(district) === nameKey(row.district))) return;
    merge.find('PARENT_DISAGREES', place, subjectOf(row), districts.join(', '));
    return;
  }
  if (versions.length > 0) {
    merge.find('NAME_DISAGREES', place, subjectOf(row), versions.map((unit) => unit.fullName).join(', '));
    return;
  }
  const named = {
    level: 'COMMUNE',
    provinceCode: row.provinceCode,
    district: row.district,
    fullName: row.commune,
  } as const;
  const namesake = merge.known.byName(named, LAST_DAY_OF_DISTRICTS);
  if (namesake === null) merge.find('NOT_IN_CONVERSION', place, subjectOf(row), null);
  else merge.find('CODE_DISAGREES', place, subjectOf(row), `${namesake.code} ${namesake.fullName}`);
}

function subjectOf(row: ListRow): string {
  return `${row.commune} (${row.communeCode}), ${row.district} (${row.districtCode}), ${row.province} (${row.provinceCode})`;
}
