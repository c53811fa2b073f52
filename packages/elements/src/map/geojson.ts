/** An outer or inner ring: longitude and latitude in degrees. */
export type Ring = readonly (readonly [number, number])[];

/** One place of a map, as far as it is drawn and checked here. */
export interface Place {
  /** Property `code`, or the feature's id. Null: none. */
  code: string | null;
  /** All texts among its properties: names are called differently in every file. */
  texts: readonly string[];
  rings: readonly Ring[];
}

/** Most points that are looked at; a map of that many draws slowly on an office computer. */
const MOST_POINTS = 400_000;

/** The places of a FeatureCollection; null where it is none. Texts are parsed first. */
export function placesOf(geojson: unknown): Place[] | null {
  const parsed = typeof geojson === 'string' ? jsonOf(geojson) : geojson;
  if (!isRecord(parsed) || parsed['type'] !== 'FeatureCollection' || !Array.isArray(parsed['features'])) {
    return null;
  }
  const places = parsed['features'].map(placeOf).filter((place) => place !== null);
  const points = places.reduce(
    (sum, { rings }) => sum + rings.reduce((all, ring) => all + ring.length, 0),
    0,
  );
  return points === 0 || points > MOST_POINTS ? null : places;
}

function placeOf(feature: unknown): Place | null {
  if (!isRecord(feature) || !isRecord(feature['geometry'])) return null;
  const properties = isRecord(feature['properties']) ? feature['properties'] : {};
  const code = properties['code'] ?? feature['id'] ?? null;
  const texts = Object.values(properties).filter((value) => typeof value === 'string');
  return { code: code === null ? null : String(code), texts, rings: ringsOf(feature['geometry']) };
}

/** Areas, and points, as islands are marked where they are too small to be drawn. */
function ringsOf({ type, coordinates }: Record<string, unknown>): Ring[] {
  const parts = asArray(coordinates);
  if (type === 'Point') return [ringOf([parts])];
  if (type === 'Polygon') return parts.map(ringOf);
  return type === 'MultiPolygon' ? parts.flatMap((polygon) => asArray(polygon).map(ringOf)) : [];
}

const ringOf = (points: unknown): Ring =>
  asArray(points).flatMap((point): [number, number][] => {
    const [longitude, latitude] = asArray(point);
    return typeof longitude === 'number' && typeof latitude === 'number' ? [[longitude, latitude]] : [];
  });

const asArray = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
