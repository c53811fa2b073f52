import { fold } from '@cnscd/domain';
import type { MapRefusalCode } from '../public.ts';
import { type Place, placesOf } from './geojson.ts';

/** Why a map is not drawn. */
export interface MapRefusal {
  code: MapRefusalCode;
  messages: { vi: string; en: string };
}

interface Archipelago {
  name: string;
  /** The province that it is part of, by code and folded name. */
  province: { code: string; name: string; folded: string };
  /** West, south, east, north in degrees; generous, but no other land of Việt Nam lies in it. */
  box: readonly [number, number, number, number];
}

const ARCHIPELAGOS: readonly Archipelago[] = [
  {
    name: 'Hoàng Sa',
    province: { code: '48', name: 'Đà Nẵng', folded: 'da nang' },
    box: [110.5, 15, 113.5, 17.8],
  },
  {
    name: 'Trường Sa',
    province: { code: '56', name: 'Khánh Hòa', folded: 'khanh hoa' },
    box: [110.5, 6, 118, 12.2],
  },
];

/** From the south of Cà Mau to the north of Hà Giang it is 15 degrees; the longest province has less than 3. */
const NATIONAL_SPAN_DEGREES = 6;
const MANY_PROVINCES = 10;

/** What the map is about, as the board knows it. */
export interface MapScope {
  level: string;
  code: string | null;
}

/**
 * Why a map must not be drawn; null where it may.
 *
 * A map of the nation has Hoàng Sa (Đà Nẵng) and Trường Sa (Khánh Hòa): both the place and the name, on the islands
 * themselves or on their province. A map of one of those two provinces has its own archipelago.
 */
export function mapRefusal(geojson: unknown, scope: MapScope | null = null): MapRefusal | null {
  const places = placesOf(geojson);
  // Metres of VN-2000 are no degrees.
  if (places === null || places.some(({ rings }) => rings.some((ring) => ring.some(isOffTheGlobe)))) {
    return invalid;
  }
  const missing = ARCHIPELAGOS.filter(
    (archipelago) =>
      isAbout(archipelago, places, scope) && !places.some((place) => shows(place, archipelago)),
  );
  return missing.length === 0 ? null : islandsMissing(missing);
}

function isAbout({ province }: Archipelago, places: readonly Place[], scope: MapScope | null): boolean {
  if (scope?.level === 'PROVINCE' && scope.code === province.code) return true;
  if (scope?.level === 'NATION') return true;
  return isNational(places);
}

/** What the file itself says of its extent: nobody gets round the rule by calling the nation a province. */
function isNational(places: readonly Place[]): boolean {
  const latitudes = places.flatMap(({ rings }) =>
    rings.flatMap((ring) => ring.map(([, latitude]) => latitude)),
  );
  const [south, north] = latitudes.reduce(
    ([least, most], latitude) => [Math.min(least, latitude), Math.max(most, latitude)],
    [90, -90],
  );
  const provinces = places.filter(({ code }) => code !== null && /^\d{2}$/.test(code));
  return north - south > NATIONAL_SPAN_DEGREES || provinces.length >= MANY_PROVINCES;
}

function shows({ code, texts, rings }: Place, { name, province, box }: Archipelago): boolean {
  const [west, south, east, north] = box;
  const isThere = rings.some((ring) =>
    ring.some(
      ([longitude, latitude]) =>
        longitude >= west && longitude <= east && latitude >= south && latitude <= north,
    ),
  );
  if (!isThere) return false;
  const folded = texts.map((text) => ` ${fold(text)} `);
  const isNamed = (name: string) => folded.some((text) => text.includes(` ${name} `));
  return code === province.code || isNamed(fold(name)) || isNamed(province.folded);
}

const isOffTheGlobe = ([longitude, latitude]: readonly [number, number]): boolean =>
  Math.abs(longitude) > 180 || Math.abs(latitude) > 90;

const invalid: MapRefusal = {
  code: 'GEOJSON_INVALID',
  messages: {
    vi: 'Không vẽ bản đồ: cần một FeatureCollection GeoJSON theo kinh độ, vĩ độ WGS 84.',
    en: 'The map is not drawn: it takes a GeoJSON FeatureCollection in WGS 84 degrees.',
  },
};

function islandsMissing(missing: readonly Archipelago[]): MapRefusal {
  const named = (and: string, of: (archipelago: Archipelago) => string) => missing.map(of).join(and);
  return {
    code: 'ISLANDS_MISSING',
    messages: {
      vi: `Không vẽ bản đồ: dữ liệu thiếu ${named(' và ', ({ name, province }) => `${name} (${province.name})`)}.`,
      en: `The map is not drawn: the data lack ${named(' and ', ({ name, province }) => `${name} (${province.name})`)}.`,
    },
  };
}
