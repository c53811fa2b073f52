import { type Place, placesOf } from '../map/geojson.ts';
import { type MapRefusal, mapRefusal } from '../map/island-guard.ts';
import { type Drawing, drawingOf } from '../map/project.ts';
import type { Board } from './board-query.ts';

/** A map that may be drawn, or why it may not. */
export type MapOf = { drawing: Drawing; refusal: null } | { drawing: null; refusal: MapRefusal };

/** The page's GeoJSON, looked at once for each file and unit: from the property, or from the slot. */
export class MapLayer {
  readonly #host: HTMLElement & { geojson: unknown };
  #seen: { source: unknown; unitId: string; map: MapOf } | null = null;
  /** A refusal that the page has not been told of yet. */
  untold: MapRefusal | null = null;

  constructor(host: HTMLElement & { geojson: unknown }) {
    this.#host = host;
  }

  /**
   * Null: the page has given no map.
   *
   * @param isOld - whether the unit is the one before: a new map is not judged by it
   */
  of(unit: Board['unit'], isOld: boolean): MapOf | null {
    const source = this.#host.geojson ?? this.#slotted();
    if (source === null) return null;
    const seen = this.#seen;
    if (isOld || (seen?.source === source && seen.unitId === unit.id)) return seen?.map ?? null;
    const map = look(source, unit);
    this.#seen = { source, unitId: unit.id, map };
    this.untold = map.refusal;
    return map;
  }

  #slotted(): string | null {
    return this.#host.querySelector(':scope > [slot="geojson"]')?.textContent ?? null;
  }
}

function look(source: unknown, unit: Board['unit']): MapOf {
  const refusal = mapRefusal(source, unit);
  if (refusal !== null) return { drawing: null, refusal };
  const places: readonly Place[] = placesOf(source) ?? [];
  return { drawing: drawingOf(places), refusal: null };
}
