import type { AdminLevel } from '@cnscd/domain';
import type { PlaceFinding } from '../judging/findings.ts';
import type { PlaceWords } from '../place-words.ts';
import {
  heirsOn,
  type IndexedUnit,
  lineAbove,
  stands,
  type UnitIndex,
  unitLabel,
  withForebears,
} from './unit-index.ts';
import { villageKey, writtenName } from './unit-names.ts';

/** The unit that a row means, or what keeps it from being known. */
export interface FoundUnit {
  unit: IndexedUnit | null;
  findings: PlaceFinding[];
}

/** A unit that a row may mean: as it stands on the day, and as the row calls it. */
interface Candidate {
  unit: IndexedUnit;
  called: IndexedUnit;
}

const MOST_NAMED = 5;

/**
 * The unit that words mean on a day: by code, else by name within what is named above it, today's names first, then
 * former ones by their lineage. What is not known, or may be several units of the region, is told and not guessed.
 *
 * @param day - YYYY-MM-DD
 */
export function findUnit(index: UnitIndex, words: PlaceWords, day: string): FoundUnit {
  const place = findAboveVillage(index, words, day);
  if (place.unit === null || words.village == null) return place;
  return findVillage(index, place, words.village, day);
}

function findAboveVillage(index: UnitIndex, words: PlaceWords, day: string): FoundUnit {
  const [level, text] = lowestNamed(words);
  if (words.unitCode != null) return findByCode(index, words.unitCode, { level, text, day });
  if (level === null || text === null) return onlyRegion(index, day);
  const above = namedAbove(index, words, level);
  if ('code' in above) return { unit: null, findings: [above] };
  const called = unitsCalled(index, level, text).filter((unit) => lies(index, unit, above.within, day));
  return oneOf(index, called, { text, field: FIELDS[level], day });
}

type NamedLevel = 'COMMUNE' | 'DISTRICT' | 'PROVINCE';
const FIELDS: Readonly<Record<NamedLevel, keyof PlaceWords>> = {
  COMMUNE: 'commune',
  DISTRICT: 'district',
  PROVINCE: 'province',
};

function lowestNamed({ commune, district, province }: PlaceWords): [NamedLevel, string] | [null, null] {
  if (commune != null) return ['COMMUNE', commune];
  if (district != null) return ['DISTRICT', district];
  return province == null ? [null, null] : ['PROVINCE', province];
}

function findByCode(
  index: UnitIndex,
  code: string,
  { level, text, day }: { level: NamedLevel | null; text: string | null; day: string },
): FoundUnit {
  const bearers = codesMeant(code).flatMap((each) => index.byCode.get(each) ?? []);
  if (bearers.length === 0) return nothing('UNIT_UNKNOWN', 'unitCode', { given: code });
  if (level !== null && text !== null && bearers.some((unit) => unit.level === level)) {
    const named = new Set(unitsCalled(index, level, text));
    const called = bearers.filter((unit) => named.has(unit));
    if (called.length > 0) {
      const found = oneOf(index, called, { text, field: FIELDS[level], day });
      // The name is a former one, the code is today's: which unit it is does not hang on the lineage.
      return found.unit !== null && bearers.includes(found.unit) ? { unit: found.unit, findings: [] } : found;
    }
    const bearer = bearers.find((unit) => stands(unit, day)) ?? bearers[0];
    const unit = bearer?.fullName ?? code;
    return nothing('UNIT_CODE_DIFFERS', 'unitCode', { code, unit, given: text });
  }
  const standing = bearers.filter((unit) => stands(unit, day));
  return oneOf(index, standing.length > 0 ? standing : bearers, { text: code, field: 'unitCode', day });
}

/** Spreadsheets drop the zeros before a number: 4 may be the province 04 or the ward 00004, 70 the ward 00070. */
const codesMeant = (code: string): string[] =>
  /^[1-9]\d{0,2}$/u.test(code) ? [...new Set([code, code.padStart(2, '0'), code.padStart(5, '0')])] : [code];

/** A file without a word about its unit is about the commune of whoever brings it. */
function onlyRegion(index: UnitIndex, day: string): FoundUnit {
  const [id, ...others] = index.regionIds;
  const region = index.byId.get(id ?? '');
  if (region?.level === 'COMMUNE' && others.length === 0 && stands(region, day)) {
    return { unit: region, findings: [] };
  }
  return nothing('UNIT_MISSING', null, {});
}

/** Units of a level that a text may name, in any spelling, of any time. */
function unitsCalled(index: UnitIndex, level: AdminLevel, text: string): IndexedUnit[] {
  const { keys, kinds } = writtenName(text);
  for (const key of keys) {
    const found = index.byName.get(`${level} ${key}`) ?? [];
    const ofKind = found.filter((unit) => kinds.includes(unit.kind));
    const spelled = ofKind.length > 0 ? ofKind : found;
    const exact = spelled.filter((unit) => endsAlike(text, unit.name));
    if (found.length > 0) return exact.length > 0 ? exact : [...spelled];
  }
  return [];
}

const endsAlike = (text: string, name: string) =>
  text.normalize('NFC').toLowerCase().trim().endsWith(name.normalize('NFC').toLowerCase());

/** Units named above the lowest one: it must lie in one of them. Null: nothing is named above. */
function namedAbove(
  index: UnitIndex,
  words: PlaceWords,
  level: NamedLevel,
): { within: IndexedUnit[] | null } | PlaceFinding {
  const { province, district } = words;
  let within: IndexedUnit[] | null = null;
  if (province != null && level !== 'PROVINCE') {
    within = unitsCalled(index, 'PROVINCE', province);
    if (within.length === 0) return unknown('province', province);
  }
  if (district != null && level === 'COMMUNE') {
    const provinces = within;
    const districts = unitsCalled(index, 'DISTRICT', district).filter(
      (unit) => provinces === null || liesInProvince(index, unit, provinces),
    );
    if (districts.length === 0) return unknown('district', district);
    within = districts;
  }
  return { within };
}

const unknown = (field: string, given: string): PlaceFinding => ({
  code: 'UNIT_UNKNOWN',
  field,
  facts: { given },
});

/** Whether a unit lies in one of these, in its own time or as what it has become. */
function lies(
  index: UnitIndex,
  unit: IndexedUnit,
  within: readonly IndexedUnit[] | null,
  day: string,
): boolean {
  if (within === null) return true;
  if (within.some(({ level }) => level === 'DISTRICT')) return within.some(({ id }) => id === unit.parentId);
  return [unit, ...heirsOn(index, unit, day)].some((each) => liesInProvince(index, each, within));
}

/** A former district is given with its province of today as often as with that of its time. */
function liesInProvince(index: UnitIndex, unit: IndexedUnit, provinces: readonly IndexedUnit[]): boolean {
  const own = lineAbove(index, unit).find(({ level }) => level === 'PROVINCE');
  if (own === undefined) return false;
  return provinces.some((province) => withForebears(index, province).has(own.id));
}

/** The one unit of the day that is meant, if there is one. */
function oneOf(
  index: UnitIndex,
  called: readonly IndexedUnit[],
  { text, field, day }: { text: string; field: keyof PlaceWords; day: string },
): FoundUnit {
  const candidates = called.flatMap((each) =>
    heirsOn(index, each, day).map((unit): Candidate => ({ unit, called: each })),
  );
  if (candidates.length === 0) return nothing('UNIT_UNKNOWN', field, { given: text });
  const inside = candidates.filter(({ unit }) => index.inRegion.has(unit.id));
  if (inside.length === 0) {
    // As the row calls it: who wrote a former name has never heard of what became of it.
    const named = called.find((unit) => stands(unit, day)) ?? called[0];
    return nothing('UNIT_OUTSIDE', field, { unit: named === undefined ? text : unitLabel(index, named) });
  }
  const standing = inside.filter((each) => each.unit === each.called);
  const meant = standing.length > 0 ? standing : inside;
  const units = [...new Map(meant.map(({ unit }) => [unit.id, unit])).values()];
  const [unit] = units;
  if (unit === undefined || units.length > 1) {
    return nothing('UNIT_AMBIGUOUS', field, { given: text, candidates: listed(index, units) });
  }
  if (standing.length > 0) return { unit, findings: [] };
  return {
    unit,
    findings: [{ code: 'UNIT_FROM_LINEAGE', field, facts: { given: text, unit: unit.fullName } }],
  };
}

function listed(index: UnitIndex, units: readonly IndexedUnit[]): string {
  const names = units
    .map((unit) => `${unitLabel(index, unit)}${unit.code === null ? '' : ` (${unit.code})`}`)
    .sort();
  return names.length > MOST_NAMED ? `${names.slice(0, MOST_NAMED).join('; ')}; …` : names.join('; ');
}

/** A village of the unit or of what went into it; one that no list has is left to its commune. */
function findVillage(index: UnitIndex, place: FoundUnit, text: string, day: string): FoundUnit {
  const { unit, findings } = place;
  if (unit === null || unit.level !== 'COMMUNE') return place;
  const villages = villagesOf(index, unit, day);
  const key = villageKey(text);
  const found = villages.filter(({ name, fullName }) =>
    [name, fullName].some((each) => villageKey(each) === key),
  );
  const [village] = found;
  if (village !== undefined && found.length === 1) return { unit: village, findings };
  if (found.length > 1) {
    return nothing('UNIT_AMBIGUOUS', 'village', { given: text, candidates: listed(index, found) });
  }
  if (villages.length === 0) return place;
  const facts = { given: text, unit: unit.fullName };
  return { unit, findings: [...findings, { code: 'VILLAGE_UNKNOWN', field: 'village', facts }] };
}

const villages = new WeakMap<UnitIndex, Map<string, IndexedUnit[]>>();

function villagesOf(index: UnitIndex, commune: IndexedUnit, day: string): IndexedUnit[] {
  let byParent = villages.get(index);
  if (byParent === undefined) {
    byParent = new Map();
    for (const unit of index.byId.values()) {
      if (unit.level !== 'VILLAGE' || unit.parentId === null) continue;
      byParent.set(unit.parentId, [...(byParent.get(unit.parentId) ?? []), unit]);
    }
    villages.set(index, byParent);
  }
  const all = [...withForebears(index, commune)].flatMap((id) => byParent.get(id) ?? []);
  return all.filter((unit) => stands(unit, day));
}

function nothing<Finding extends PlaceFinding>(
  code: Finding['code'],
  field: string | null,
  facts: Finding['facts'],
): FoundUnit {
  // Code and facts belong together: each caller above names both.
  return { unit: null, findings: [{ code, field, facts } as PlaceFinding] };
}
