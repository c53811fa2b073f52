import { FIRST_DAY_OF_TWO_LEVELS, LAST_DAY_OF_DISTRICTS } from '@cnscd/domain';
import type { Finding, FindingCategory } from '../report/unit-report.ts';
import { nameKey } from '../unit-names.ts';
import { ADDRESS_PACKAGE_SOURCE, type FormerRow, presentCommune } from './address-package-units.ts';
import type { DraftBook, UnitDraft } from './unit-drafts.ts';

/**
 * Adds the links that the package states and no cited table has. The package does not say of what kind they are.
 *
 * @returns the rows that could not be taken as they stand
 */
export function addPackageLinks(book: DraftBook, rows: readonly FormerRow[]): Finding[] {
  const names = new NameIndex(book);
  const findings: Finding[] = [];
  const find = (row: FormerRow, category: FindingCategory, resolution: string | null) => {
    findings.push({
      category,
      place: `ward_mappings ${row.id}`,
      subject: `${row.subject} → ${row.newName}`,
      resolution,
    });
  };
  for (const row of rows) {
    const to = presentSide(book, names, row, find);
    const from = formerSide(book, names, row, find);
    if (from === null || to === null || book.hasLink(from, to)) continue;
    book.link({
      ...{ from, to, kind: 'UNSPECIFIED', effectiveOn: FIRST_DAY_OF_TWO_LEVELS, wording: null },
      sourceId: ADDRESS_PACKAGE_SOURCE,
    });
  }
  return findings;
}

type Find = (row: FormerRow, category: FindingCategory, resolution: string | null) => void;

function presentSide(book: DraftBook, names: NameIndex, row: FormerRow, find: Find): UnitDraft | null {
  const byCode = presentCommune(book, row.newCode);
  const isNamedAlike = byCode !== undefined && nameKey(byCode.name.fullName) === nameKey(row.newName);
  if (isNamedAlike && byCode.provinceCode === row.newProvinceCode) return byCode;
  const byName = names.present(row.newName, row.newProvinceCode);
  find(row, 'NEW_CODE_DISAGREES', byName === null ? null : `${row.newCode} → ${byName.code}`);
  return byName;
}

function formerSide(book: DraftBook, names: NameIndex, row: FormerRow, find: Find): UnitDraft | null {
  if (row.name === null || row.provinceCode === null) {
    find(row, 'OLD_UNIT_MISSING', null);
    return null;
  }
  if (row.code !== null) return book.byCodeOn('COMMUNE', row.code, LAST_DAY_OF_DISTRICTS) ?? null;
  // A row without an old code tells of a unit, or of a part of one, that went elsewhere before 2025-06-30: part of
  // Hòa Minh had joined Thanh Khê Tây half a year earlier. So it gives no link of that day, not even where a
  // commune of the same name stood then. Where a cited table has the unit, its own links say where it went.
  const ended = names.former(row).filter((unit) => unit.validTo !== LAST_DAY_OF_DISTRICTS);
  if (ended.length === 1) find(row, 'OLD_UNIT_ENDED_EARLIER', `${ended[0]?.code}`);
  else find(row, 'OLD_CODE_MISSING', null);
  return null;
}

/** Communes by full name within their province, and within their district before 2025-07-01. */
class NameIndex {
  readonly #communes = new Map<string, UnitDraft[]>();

  constructor(book: DraftBook) {
    for (const unit of book.units) {
      if (unit.level !== 'COMMUNE') continue;
      const key = keyOf(unit.provinceCode, unit.district, unit.name.fullName);
      const known = this.#communes.get(key);
      if (known === undefined) this.#communes.set(key, [unit]);
      else known.push(unit);
    }
  }

  present(fullName: string, provinceCode: string): UnitDraft | null {
    const units = this.#communes.get(keyOf(provinceCode, null, fullName)) ?? [];
    const standing = units.filter((unit) => unit.validFrom === FIRST_DAY_OF_TWO_LEVELS);
    return standing.length === 1 ? (standing[0] ?? null) : null;
  }

  former(row: FormerRow): readonly UnitDraft[] {
    return this.#communes.get(keyOf(row.provinceCode, row.district, row.name?.fullName ?? '')) ?? [];
  }
}

function keyOf(provinceCode: string | null, district: string | null, fullName: string): string {
  return `${provinceCode} ${nameKey(district ?? '')} ${nameKey(fullName)}`;
}
