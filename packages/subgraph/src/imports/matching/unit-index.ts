import { type AdminLevel, fold, type UnitKind, type UnitLinkKind } from '@cnscd/domain';

export interface IndexedUnit {
  id: string;
  code: string | null;
  name: string;
  fullName: string;
  kind: UnitKind;
  level: AdminLevel;
  parentId: string | null;
  validFrom: string | null;
  validTo: string | null;
  aliases: string[];
}

export interface IndexedLink {
  fromId: string;
  toId: string;
  kind: UnitLinkKind;
}

/** All units of all times, by what a file may call them. */
export interface UnitIndex {
  byId: ReadonlyMap<string, IndexedUnit>;
  byCode: ReadonlyMap<string, readonly IndexedUnit[]>;
  /** By level and folded name: `COMMUNE tan lap`. */
  byName: ReadonlyMap<string, readonly IndexedUnit[]>;
  successors: ReadonlyMap<string, readonly string[]>;
  predecessors: ReadonlyMap<string, readonly string[]>;
  /** Units of the regions that the import may touch. */
  inRegion: ReadonlySet<string>;
  regionIds: readonly string[];
}

export function indexUnits(
  units: readonly IndexedUnit[],
  links: readonly IndexedLink[],
  region: { ids: readonly string[]; unitIds: Iterable<string> },
): UnitIndex {
  const [byCode, byName] = [new Map<string, IndexedUnit[]>(), new Map<string, IndexedUnit[]>()];
  for (const unit of units) {
    if (unit.code !== null) push(byCode, unit.code, unit);
    const names = new Set([unit.name, ...unit.aliases].map(fold));
    for (const name of names) {
      push(byName, `${unit.level} ${name}`, unit);
      // "Đa Krông" and "Đakrông".
      if (name.includes(' ')) push(byName, `${unit.level} ${name.replaceAll(' ', '')}`, unit);
    }
  }
  const [successors, predecessors] = [new Map<string, string[]>(), new Map<string, string[]>()];
  for (const { fromId, toId } of links) {
    push(successors, fromId, toId);
    push(predecessors, toId, fromId);
  }
  return {
    byId: new Map(units.map((unit) => [unit.id, unit])),
    ...{ byCode, byName, successors, predecessors },
    inRegion: new Set(region.unitIds),
    regionIds: region.ids,
  };
}

function push<Value>(map: Map<string, Value[]>, key: string, value: Value): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}

/** Whether a unit stands on a day. */
export const stands = ({ validFrom, validTo }: IndexedUnit, day: string): boolean =>
  (validFrom === null || validFrom <= day) && (validTo === null || validTo >= day);

/** The units of a day that a unit has become, itself if it still stands; none where the lineage is not known. */
export function heirsOn(index: UnitIndex, unit: IndexedUnit, day: string): IndexedUnit[] {
  const [found, seen, open] = [new Map<string, IndexedUnit>(), new Set<string>(), [unit]];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (seen.has(next.id)) continue;
    seen.add(next.id);
    if (stands(next, day)) {
      found.set(next.id, next);
      continue;
    }
    if (next.validTo === null) continue;
    for (const id of index.successors.get(next.id) ?? []) {
      const heir = index.byId.get(id);
      if (heir !== undefined) open.push(heir);
    }
  }
  return [...found.values()];
}

/** A unit and all units before it that went into it. */
export function withForebears(index: UnitIndex, unit: IndexedUnit): ReadonlySet<string> {
  const [seen, open] = [new Set<string>(), [unit.id]];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (seen.has(next)) continue;
    seen.add(next);
    open.push(...(index.predecessors.get(next) ?? []));
  }
  return seen;
}

/** What lies above a unit in the hierarchy of its own time, itself first. */
export function lineAbove(index: UnitIndex, unit: IndexedUnit): IndexedUnit[] {
  const line = [unit];
  for (
    let above = index.byId.get(unit.parentId ?? '');
    above !== undefined;
    above = index.byId.get(above.parentId ?? '')
  ) {
    line.push(above);
  }
  return line;
}

/** "Xã Tân Lập, Huyện Đan Phượng, Thành phố Hà Nội": enough to tell units of one name apart. */
export const unitLabel = (index: UnitIndex, unit: IndexedUnit): string =>
  lineAbove(index, unit)
    .filter(({ level }) => level !== 'NATION')
    .map(({ fullName }) => fullName)
    .join(', ');
