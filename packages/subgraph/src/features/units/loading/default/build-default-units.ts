import { searchText } from '@cnscd/domain';
import type { Finding } from '../report/unit-report.ts';
import type { LinkRow, UnitBatch, UnitRow } from '../unit-batch.ts';
import { unitId } from '../unit-ids.ts';
import { addPackageLinks } from './address-package-links.ts';
import { addPackageUnits } from './address-package-units.ts';
import { addCitedLinks, addCitedUnits } from './cite-units.ts';
import type { DefaultTables } from './default-tables.ts';
import { followParents, type Parents } from './follow-parents.ts';
import { DraftBook, type LinkDraft, type UnitDraft } from './unit-drafts.ts';

/** Puts the embedded default together: cited tables first, then what the npm package adds to them. */
export function buildDefaultUnits({ cited, address }: DefaultTables): {
  batch: UnitBatch;
  findings: Finding[];
} {
  const book = new DraftBook();
  addCitedUnits(book, cited);
  const rows = addPackageUnits(book, address, cited.corrections);
  addCitedLinks(book, cited.links);
  const findings = addPackageLinks(book, rows);
  const parents = followParents(book);
  const ids = new Map(book.units.map((unit) => [unit, draftId(unit)]));
  const units = book.units.map((unit) => unitRow(unit, ids, parents));
  const links = book.links.map((link) => linkRow(link, ids));
  return { batch: { sources: cited.sources, units, links }, findings };
}

type Ids = ReadonlyMap<UnitDraft, string>;

function unitRow(unit: UnitDraft, ids: Ids, parents: Parents): UnitRow {
  const { level, code, name, validFrom, validTo, sourceId } = unit;
  const parent = parents.get(unit) ?? null;
  const parentId = parent === null ? null : idOf(parent, ids);
  return {
    id: idOf(unit, ids),
    ...{ level, code, ...name, parentId, validFrom, validTo },
    searchText: searchText(name.fullName),
    sourceId,
  };
}

function linkRow({ from, to, ...link }: LinkDraft, ids: Ids): LinkRow {
  return { ...link, fromId: idOf(from, ids), toId: idOf(to, ids) };
}

function idOf(unit: UnitDraft, ids: Ids): string {
  return ids.get(unit) ?? draftId(unit);
}

function draftId(unit: UnitDraft): string {
  return unitId({ ...unit, fullName: unit.name.fullName });
}
