import type { Place, Ring } from './geojson.ts';

export interface Drawing {
  width: number;
  height: number;
  paths: readonly { place: Place; d: string }[];
}

const WIDTH = 640;
const TALLEST = 960;
/** Points closer together than this, in the drawing's own units, are drawn as one. */
const FINEST = 0.4;
const SMALLEST_ISLAND = 2;

/**
 * Degrees laid flat, a degree of longitude as long as it is in the middle of the map. For a province the difference to
 * a true projection is smaller than a line.
 */
export function drawingOf(places: readonly Place[]): Drawing {
  let [west, south, east, north] = [180, 90, -180, -90];
  for (const [x, y] of places.flatMap(({ rings }) => rings.flat())) {
    [west, south] = [Math.min(west, x), Math.min(south, y)];
    [east, north] = [Math.max(east, x), Math.max(north, y)];
  }
  const shrink = Math.cos((((south + north) / 2) * Math.PI) / 180);
  const [spanX, spanY] = [Math.max((east - west) * shrink, 1e-6), Math.max(north - south, 1e-6)];
  const scale = Math.min(WIDTH / spanX, TALLEST / spanY);
  const at = ([x, y]: Ring[number]): [number, number] => [
    round((x - west) * shrink * scale),
    round((north - y) * scale),
  ];
  return {
    width: Math.ceil(spanX * scale),
    height: Math.ceil(spanY * scale),
    paths: places.map((place) => ({ place, d: place.rings.map((ring) => pathOf(ring.map(at))).join('') })),
  };
}

function pathOf(points: readonly [number, number][]): string {
  const [first, ...rest] = points;
  if (first === undefined) return '';
  const kept = [first];
  for (const point of rest) {
    const [x, y] = kept[kept.length - 1] ?? first;
    if (Math.hypot(point[0] - x, point[1] - y) >= FINEST) kept.push(point);
  }
  // An island that is less than a dot at this scale is still there.
  if (kept.length < 3) {
    const [x, y] = first;
    return `M${x - SMALLEST_ISLAND} ${y}l${SMALLEST_ISLAND} -${SMALLEST_ISLAND}l${SMALLEST_ISLAND} ${SMALLEST_ISLAND}l-${SMALLEST_ISLAND} ${SMALLEST_ISLAND}z`;
  }
  return `M${kept.map(([x, y]) => `${x} ${y}`).join('L')}z`;
}

const round = (value: number): number => Math.round(value * 10) / 10;
