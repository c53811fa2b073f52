import type { UnitLinkKind } from '@cnscd/domain';
import { groupBy } from '../../context.ts';

/** Whether a unit lies wholly or partly in a region. */
export type Containment = 'WHOLE' | 'PART';

export interface ScopeRow {
  regionId: string;
  unitId: string;
  containment: Containment;
}

/** A unit that a merger may bring into a region. */
export interface MovedUnit {
  id: string;
  parentId: string | null;
}

export interface Lineage {
  fromId: string;
  toId: string;
  kind: UnitLinkKind;
}

/** What is known of the units that lie in those which a merger ends, these themselves among them. */
export interface MergedTerritory {
  units: readonly MovedUnit[];
  /** All links from these units, those of the merger too. */
  links: readonly Lineage[];
  /** How these units, their parents and their successors lie in the regions before the merger. */
  known: readonly ScopeRow[];
}

/**
 * Where the units of a merger lie by lineage afterwards: what the derivation of all scopes would find anew. A version
 * lies as its successors lie, or as its parent lies; see deriveUnitScopes.
 *
 * @param regionIds - the new unit and the regions above it that did not hold all of the merged ones
 * @returns rows that are new or that became WHOLE
 */
export function scopesByMerger(
  { units, links, known }: MergedTerritory,
  { newId, regionIds }: { newId: string; regionIds: readonly string[] },
): ScopeRow[] {
  const parents = new Map(units.map(({ id, parentId }) => [id, parentId]));
  const linksFrom: ReadonlyMap<string, readonly Lineage[]> = groupBy(links, ({ fromId }) => fromId);
  return regionIds.flatMap((regionId) => {
    const before = new Map(
      known.filter((row) => row.regionId === regionId).map((row) => [row.unitId, row.containment]),
    );
    // Every region that is asked about holds the new unit.
    const found = new Map<string, Containment | null>([[newId, 'WHOLE']]);
    const lies = (id: string): Containment | null => {
      const seen = found.get(id);
      if (seen !== undefined) return seen;
      const held = before.get(id) ?? null;
      const now =
        held === 'WHOLE' || !parents.has(id)
          ? held
          : stronger(held, stronger(bySuccessors(linksFrom.get(id) ?? [], lies), byParent(id)));
      found.set(id, now);
      return now;
    };
    const byParent = (id: string): Containment | null => {
      const parentId = parents.get(id) ?? null;
      const ofParent = parentId === null ? null : lies(parentId);
      // A part of the parent says nothing of a unit that went its own way.
      return ofParent === 'PART' && linksFrom.has(id) ? null : ofParent;
    };
    return units.flatMap(({ id }) => {
      const containment = lies(id);
      return containment === null || containment === (before.get(id) ?? null)
        ? []
        : [{ regionId, unitId: id, containment }];
    });
  });
}

/** WHOLE when every successor lies wholly there and the sources leave nothing open. */
function bySuccessors(
  links: readonly Lineage[],
  lies: (id: string) => Containment | null,
): Containment | null {
  const there = links.map(({ toId }) => lies(toId));
  if (!there.some((containment) => containment !== null)) return null;
  const isSettled =
    links.every(({ kind }) => kind !== 'UNSPECIFIED') &&
    (links.length > 1 || links.every(({ kind }) => kind !== 'PART'));
  return isSettled && there.every((containment) => containment === 'WHOLE') ? 'WHOLE' : 'PART';
}

function stronger(one: Containment | null, other: Containment | null): Containment | null {
  return one === 'WHOLE' || other === 'WHOLE' ? 'WHOLE' : (one ?? other);
}
