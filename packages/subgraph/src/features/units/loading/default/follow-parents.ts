import type { AdminLevel } from '@cnscd/domain';
import { standsOn } from '../stands-on.ts';
import { type DraftBook, dayBefore, type UnitDraft } from './unit-drafts.ts';

/** Each version with the version of its parent that stood at the same time. */
export type Parents = Map<UnitDraft, UnitDraft | null>;

/**
 * Finds each unit's parent, and lets units follow when a parent gets a new version.
 *
 * The parent is part of a version, so when Quảng Ninh became a city on 2026-09-01, each of its communes got a new
 * version on that day, UNCHANGED but for the parent. A version that stood before the first day known is not
 * split but cut: what lay in a province before its present version began is not known from its present list.
 *
 * @throws Error when a unit names a parent that is in no table
 */
export function followParents(book: DraftBook): Parents {
  const parents: Parents = new Map();
  for (const level of TOP_DOWN) {
    // The list grows while it is walked: the part that a split adds is looked at in its turn.
    for (const unit of book.units) if (unit.level === level) parents.set(unit, follow(book, unit));
  }
  return parents;
}

const TOP_DOWN: readonly AdminLevel[] = ['NATION', 'PROVINCE', 'DISTRICT', 'COMMUNE'];

function follow(book: DraftBook, unit: UnitDraft): UnitDraft | null {
  const versions = parentVersions(book, unit);
  if (versions === null) return null;
  if (unit.validFrom === null) {
    const last = versions.find((parent) => standsOn(parent, unit.validTo ?? '9999-12-31'));
    if (last === undefined) throw new Error(`No parent for ${unit.level} ${unit.code} ${unit.name.fullName}`);
    unit.validFrom = last.validFrom;
    return last;
  }
  const first = unit.validFrom;
  const parent = versions.find((version) => standsOn(version, first));
  if (parent === undefined)
    throw new Error(`No parent for ${unit.level} ${unit.code} ${unit.name.fullName} on ${first}`);
  if (parent.validTo !== null && (unit.validTo === null || parent.validTo < unit.validTo))
    split(book, unit, parent.validTo, versions);
  return parent;
}

function split(book: DraftBook, unit: UnitDraft, lastDay: string, versions: readonly UnitDraft[]): void {
  const next = versions.find(
    (version) => version.validFrom !== null && dayBefore(version.validFrom) === lastDay,
  );
  if (next === undefined || next.validFrom === null) {
    throw new Error(
      `${unit.level} ${unit.code} ${unit.name.fullName} stands after its parent ended on ${lastDay}`,
    );
  }
  const later = book.add({ ...unit, validFrom: next.validFrom, sourceId: next.sourceId });
  // What followed the whole unit follows its later part.
  for (const link of book.links) if (link.from === unit) link.from = later;
  unit.validTo = lastDay;
  const { validFrom: effectiveOn, sourceId } = next;
  book.link({ from: unit, to: later, kind: 'UNCHANGED', effectiveOn, wording: null, sourceId });
}

function parentVersions(book: DraftBook, unit: UnitDraft): readonly UnitDraft[] | null {
  if (unit.level === 'NATION') return null;
  if (unit.provinceCode === null) return book.versionsByCode('NATION', 'VN');
  if (unit.district === null) return book.versionsByCode('PROVINCE', unit.provinceCode);
  return book.versionsOfDistrict(unit.provinceCode, unit.district);
}
