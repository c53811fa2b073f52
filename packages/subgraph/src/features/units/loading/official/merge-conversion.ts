import { FIRST_DAY_OF_TWO_LEVELS, LAST_DAY_OF_DISTRICTS } from '@cnscd/domain';
import type { LinkRow } from '../unit-batch.ts';
import { nameKey } from '../unit-names.ts';
import type { KnownUnit } from './known-units.ts';
import { kindOfWording } from './link-wording.ts';
import type { ConversionRow, OfficialTable } from './official-tables.ts';
import type { TableMerge } from './table-merge.ts';

/**
 * Takes the links of 2025-07-01 and their kinds from the conversion table, and the codes of districts.
 *
 * What is known is kept where the table contradicts it; each contradiction is listed.
 */
export function mergeConversion(table: OfficialTable & { layout: 'CONVERSION' }, merge: TableMerge): void {
  const seen = new Set<KnownUnit>();
  for (const row of table.rows) {
    const at = { row, place: `${table.name}:${row.line}`, subject: subjectOf(row) };
    const to = newSide(at, merge);
    const from = oldSide(at, merge);
    if (from !== null) seen.add(from);
    if (from !== null && to !== null) mergeLink(at, from, to, merge);
  }
  listSplitsStatedWhole(table, merge, seen);
  listOtherLinks(table, merge, seen);
  listMissing(table, merge, seen);
}

interface At {
  row: ConversionRow;
  place: string;
  subject: string;
}

function newSide({ row, place, subject }: At, merge: TableMerge): KnownUnit | null {
  const provinceCode = bracketed(row.newProvince)?.code ?? null;
  const unit = merge.known.byCode('COMMUNE', row.newCode, FIRST_DAY_OF_TWO_LEVELS);
  if (unit !== null) {
    if (nameKey(unit.fullName) !== nameKey(row.newName))
      merge.find('NAME_DISAGREES', place, subject, unit.fullName);
    if (unit.provinceCode !== provinceCode) merge.find('PARENT_DISAGREES', place, subject, unit.provinceCode);
    return unit;
  }
  const namesake = merge.known.byName(
    { level: 'COMMUNE', provinceCode, district: null, fullName: row.newName },
    FIRST_DAY_OF_TWO_LEVELS,
  );
  merge.find(
    namesake === null ? 'NEW_UNIT_UNKNOWN' : 'NEW_CODE_DISAGREES',
    place,
    subject,
    namesake?.code ?? null,
  );
  return namesake;
}

function oldSide(at: At, merge: TableMerge): KnownUnit | null {
  const { row, place, subject } = at;
  const district = oldDistrict(at, merge);
  if (row.oldCode === '') {
    // The island districts had no communes: each became a special zone as a whole.
    if (row.oldName === '' && district !== null) return district;
    merge.find('ROW_UNREADABLE', place, subject, null);
    return null;
  }
  const unit = merge.known.byCode('COMMUNE', row.oldCode, LAST_DAY_OF_DISTRICTS);
  if (unit !== null) {
    if (nameKey(unit.fullName) !== nameKey(row.oldName))
      merge.find('NAME_DISAGREES', place, subject, unit.fullName);
    if (unit.parentId !== district?.id) merge.find('PARENT_DISAGREES', place, subject, unit.district);
    return unit;
  }
  if (merge.known.versions('COMMUNE', row.oldCode).some((version) => version.district !== null)) {
    merge.find('CODE_DISAGREES', place, subject, null);
    return null;
  }
  const added = district === null ? null : merge.addFormerCommune(row.oldCode, row.oldName, district);
  if (added === null) merge.find('PARENT_UNKNOWN', place, subject, null);
  return added;
}

/** The district that the row names, which learns its code from it. */
function oldDistrict({ row, place, subject }: At, merge: TableMerge): KnownUnit | null {
  const named = bracketed(row.oldDistrict);
  if (named === null) return null;
  const byCode = merge.known.byCode('DISTRICT', named.code, LAST_DAY_OF_DISTRICTS);
  if (byCode !== null) return byCode;
  const provinceCode = bracketed(row.oldProvince)?.code ?? null;
  const byName = merge.known.byName(
    { level: 'DISTRICT', provinceCode, district: null, fullName: named.name },
    LAST_DAY_OF_DISTRICTS,
  );
  if (byName === null) return null;
  if (byName.code === null) merge.complete(byName, named.code);
  else merge.find('CODE_DISAGREES', place, subject, `${byName.fullName} (${byName.code})`);
  return byName;
}

function mergeLink({ row, place, subject }: At, from: KnownUnit, to: KnownUnit, merge: TableMerge): void {
  const kind = kindOfWording(row.wording);
  if (kind === null) merge.find('KIND_UNRECOGNISED', place, subject, null);
  merge.state(from, to);
  const earlier = merge.linkKind(from, to);
  if (earlier === null || earlier === 'UNSPECIFIED')
    merge.addLink(from, to, kind ?? 'UNSPECIFIED', row.wording || null);
  else if (kind !== null && kind !== earlier) merge.find('KIND_DISAGREES', place, subject, earlier);
}

/** A unit that went into several cannot have gone into one of them whole. */
function listSplitsStatedWhole(table: OfficialTable, merge: TableMerge, seen: ReadonlySet<KnownUnit>): void {
  const byFrom = new Map<string, LinkRow[]>();
  for (const link of merge.links.values())
    byFrom.set(link.fromId, [...(byFrom.get(link.fromId) ?? []), link]);
  for (const unit of seen) {
    const links = byFrom.get(unit.id) ?? [];
    const isWhole = links.some((link) => link.kind === 'WHOLE' || link.kind === 'UNCHANGED');
    if (links.length < 2 || !isWhole) continue;
    const stated = links.map((link) => `${link.toId} ${link.kind}`).join(', ');
    merge.find('SPLIT_AS_WHOLE', table.name, nameOf(unit), stated);
  }
}

/** Links that another source has and this table has not. */
function listOtherLinks(table: OfficialTable, merge: TableMerge, seen: ReadonlySet<KnownUnit>): void {
  const units = new Map([...seen].map((unit) => [unit.id, unit]));
  for (const link of merge.known.links()) {
    const unit = units.get(link.fromId);
    if (unit === undefined || link.effectiveOn !== FIRST_DAY_OF_TWO_LEVELS) continue;
    if (!merge.isStated(link))
      merge.find('LINK_NOT_IN_TABLE', table.name, `${nameOf(unit)} → ${link.toId}`, link.kind);
  }
}

/** Communes of the provinces in the table that stood on the last day and that no row names. */
function listMissing(table: OfficialTable, merge: TableMerge, seen: ReadonlySet<KnownUnit>): void {
  const provinces = new Set([...seen].map((unit) => unit.provinceCode));
  for (const unit of merge.known.all()) {
    const isExpected =
      unit.level === 'COMMUNE' && unit.validTo === LAST_DAY_OF_DISTRICTS && provinces.has(unit.provinceCode);
    if (isExpected && !seen.has(unit)) merge.find('NOT_IN_CONVERSION', table.name, nameOf(unit), null);
  }
}

function nameOf(unit: KnownUnit): string {
  return [`${unit.fullName} (${unit.code ?? '?'})`, unit.district, unit.provinceCode]
    .filter(Boolean)
    .join(', ');
}

function subjectOf(row: ConversionRow): string {
  const old = row.oldName === '' ? '' : `${row.oldName} (${row.oldCode || '?'}), `;
  return `${old}${row.oldDistrict}, ${row.oldProvince} → ${row.newName} (${row.newCode}): ${row.wording}`;
}

/** `Quận Ba Đình (001)` → name and code. */
function bracketed(cell: string): { name: string; code: string } | null {
  const parts = /^(.+?)\s*\((\d+)\)$/u.exec(cell);
  return parts === null ? null : { name: parts[1] ?? '', code: parts[2] ?? '' };
}
