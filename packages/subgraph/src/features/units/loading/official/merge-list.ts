import { LAST_DAY_OF_DISTRICTS } from '@cnscd/domain';
import { nameKey } from '../unit-names.ts';
import type { ListRow, OfficialTable } from './official-tables.ts';
import type { TableMerge } from './table-merge.ts';

/**
 * Compares the three-level list with what is known, takes the codes of districts from it, and adds the communes that
 * only it has, without successors.
 *
 * The list does not say of which day it is, so it dates nothing. Give it the last one, of 2025-01-04: an earlier one
 * would bring communes that had ended before, and the counts of the report would show it.
 */
export function mergeList(table: OfficialTable & { layout: 'LIST' }, merge: TableMerge): void {
  const districts = new Set<string>();
  const communes = new Set(table.rows.map((row) => row.communeCode));
  for (const row of table.rows) {
    const place = `${table.name}:${row.line}`;
    if (row.district === '' || row.provinceCode === '') {
      merge.find('ROW_UNREADABLE', place, subjectOf(row), null);
      continue;
    }
    if (!districts.has(row.districtCode)) mergeDistrict(row, place, merge);
    districts.add(row.districtCode);
    if (row.communeCode !== '') mergeCommune({ row, place, communes }, merge);
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

interface At {
  row: ListRow;
  place: string;
  /** Codes of all communes in the list. */
  communes: ReadonlySet<string>;
}

function mergeCommune({ row, place, communes }: At, merge: TableMerge): void {
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
  // Another code for a known commune, unless the list has the known one too: then they are two of one name.
  const isRecoded = namesake !== null && !communes.has(namesake.code ?? '');
  if (isRecoded) merge.find('CODE_DISAGREES', place, subjectOf(row), `${namesake.code} ${namesake.fullName}`);
  else addCommune(row, place, merge);
}

function addCommune(row: ListRow, place: string, merge: TableMerge): void {
  const district = merge.known.byCode('DISTRICT', row.districtCode, LAST_DAY_OF_DISTRICTS);
  // Nothing says that it ended before the last day of the old communes.
  const added = district === null ? null : merge.addFormerCommune(row.communeCode, row.commune, district);
  if (added !== null) merge.find('NOT_IN_CONVERSION', place, subjectOf(row), added.id);
  else merge.find(district === null ? 'PARENT_UNKNOWN' : 'ROW_UNREADABLE', place, subjectOf(row), null);
}

function subjectOf(row: ListRow): string {
  return `${row.commune} (${row.communeCode}), ${row.district} (${row.districtCode}), ${row.province} (${row.provinceCode})`;
}
