import { parseUnitName, type UnitName } from '../unit-names.ts';
import type { CitedLink, CitedTables } from './default-tables.ts';
import { type DraftBook, dayBefore, type UnitDraft } from './unit-drafts.ts';

/** Adds the nation, the provinces, the cited districts and the versions of communes that the package lacks. */
export function addCitedUnits(book: DraftBook, tables: CitedTables): void {
  const undated = { provinceCode: null, district: null, validFrom: null, validTo: null };
  const nation: UnitName = { fullName: 'Việt Nam', kind: 'QUOC_GIA', name: 'Việt Nam' };
  book.add({ ...undated, level: 'NATION', code: 'VN', name: nation, sourceId: 'qd-19-2025-qd-ttg' });
  for (const { source, fullName, ...row } of tables.provinces) {
    book.add({
      ...row,
      level: 'PROVINCE',
      name: citedName(fullName),
      provinceCode: null,
      district: null,
      sourceId: source,
    });
  }
  for (const { source, fullName, ...row } of tables.districts) {
    book.add({ ...row, level: 'DISTRICT', name: citedName(fullName), district: null, sourceId: source });
  }
  for (const { source, fullName, ...row } of tables.communes) {
    book.add({ ...row, level: 'COMMUNE', name: citedName(fullName), sourceId: source });
  }
}

/**
 * Adds the cited links. A link also dates its ends: the predecessor's last day is the day before, the successor's
 * first day the day itself.
 *
 * @throws Error when a row of links.csv names a unit that no table has
 */
export function addCitedLinks(book: DraftBook, rows: readonly CitedLink[]): void {
  const inOrder = [...rows].sort((a, b) => (a.effectiveOn < b.effectiveOn ? -1 : 1));
  for (const row of inOrder) {
    const from = endedOn(book, row, dayBefore(row.effectiveOn));
    const to = begunOn(book, row, row.effectiveOn);
    if (from === undefined || to === undefined) {
      const missing =
        from === undefined ? `${row.fromLevel} ${row.fromCode}` : `${row.toLevel} ${row.toCode}`;
      throw new Error(`links.csv: no ${missing} for the change of ${row.effectiveOn}`);
    }
    const { kind, effectiveOn, wording, source } = row;
    book.link({ from, to, kind, effectiveOn, wording, sourceId: source });
  }
}

function endedOn(book: DraftBook, row: CitedLink, lastDay: string): UnitDraft | undefined {
  const versions = book.versionsByCode(row.fromLevel, row.fromCode);
  const ended = versions.find((unit) => unit.validTo === lastDay);
  if (ended !== undefined) return ended;
  const standing = versions.find((unit) => unit.validTo === null && (unit.validFrom ?? '') <= lastDay);
  if (standing !== undefined) standing.validTo = lastDay;
  return standing;
}

function begunOn(book: DraftBook, row: CitedLink, firstDay: string): UnitDraft | undefined {
  const versions = book.versionsByCode(row.toLevel, row.toCode);
  const begun = versions.find((unit) => unit.validFrom === firstDay);
  if (begun !== undefined) return begun;
  const undated = versions.find((unit) => unit.validFrom === null && (unit.validTo ?? firstDay) >= firstDay);
  if (undated !== undefined) undated.validFrom = firstDay;
  return undated;
}

/** @throws Error when a cited table holds a name without a kind */
export function citedName(fullName: string): UnitName {
  const name = parseUnitName(fullName);
  if (name === null) throw new Error(`data/units: "${fullName}" does not begin with a kind of unit`);
  return name;
}
