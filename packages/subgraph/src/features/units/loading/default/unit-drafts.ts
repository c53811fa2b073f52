import { type AdminLevel, addDays, localDate, type UnitLinkKind } from '@cnscd/domain';
import { standsOn } from '../stands-on.ts';
import { nameKey, type UnitName } from '../unit-names.ts';

/** A version of a unit before its id and its parent are known. */
export interface UnitDraft {
  level: AdminLevel;
  code: string | null;
  name: UnitName;
  /** The province of the time; null for the nation and for provinces. */
  provinceCode: string | null;
  /** Full name of the district; null where there is none. */
  district: string | null;
  validFrom: string | null;
  validTo: string | null;
  sourceId: string;
}

export interface LinkDraft {
  from: UnitDraft;
  to: UnitDraft;
  kind: UnitLinkKind;
  effectiveOn: string;
  wording: string | null;
  sourceId: string;
}

/** Versions of units, found by code or, for districts, by province and name. */
export class DraftBook {
  readonly units: UnitDraft[] = [];
  readonly links: LinkDraft[] = [];
  readonly #byKey = new Map<string, UnitDraft[]>();
  readonly #linked = new Map<UnitDraft, Set<UnitDraft>>();

  link(link: LinkDraft): void {
    this.links.push(link);
    const successors = this.#linked.get(link.from);
    if (successors === undefined) this.#linked.set(link.from, new Set([link.to]));
    else successors.add(link.to);
  }

  hasLink(from: UnitDraft, to: UnitDraft): boolean {
    return this.#linked.get(from)?.has(to) ?? false;
  }

  add(draft: UnitDraft): UnitDraft {
    this.units.push(draft);
    for (const key of keysOf(draft)) {
      const versions = this.#byKey.get(key);
      if (versions === undefined) this.#byKey.set(key, [draft]);
      else versions.push(draft);
    }
    return draft;
  }

  versionsByCode(level: AdminLevel, code: string): readonly UnitDraft[] {
    return this.#byKey.get(`${level}:${code}`) ?? [];
  }

  versionsOfDistrict(provinceCode: string, fullName: string): readonly UnitDraft[] {
    return this.#byKey.get(districtKey(provinceCode, fullName)) ?? [];
  }

  /** The version that stands on the day. */
  byCodeOn(level: AdminLevel, code: string, day: string): UnitDraft | undefined {
    return this.versionsByCode(level, code).find((unit) => standsOn(unit, day));
  }
}

export function dayBefore(day: string): string {
  return addDays(localDate(day), -1);
}

function keysOf(draft: UnitDraft): string[] {
  const keys = draft.code === null ? [] : [`${draft.level}:${draft.code}`];
  if (draft.level === 'DISTRICT') keys.push(districtKey(draft.provinceCode ?? '', draft.name.fullName));
  return keys;
}

function districtKey(provinceCode: string, fullName: string): string {
  return `DISTRICT:${provinceCode}:${nameKey(fullName)}`;
}
