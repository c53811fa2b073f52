import { describe, expect, it } from 'vitest';
import { placesOf } from '../src/map/geojson.ts';
import { mapRefusal } from '../src/map/island-guard.ts';
import { drawingOf } from '../src/map/project.ts';

type Position = [number, number];

const square = ([x, y]: Position, size = 0.2): Position[][] => [
  [
    [x, y],
    [x + size, y],
    [x + size, y + size],
    [x, y + size],
    [x, y],
  ],
];
const area = (properties: Record<string, string>, at: Position, size?: number) => ({
  type: 'Feature',
  properties,
  geometry: { type: 'Polygon', coordinates: square(at, size) },
});
const collection = (...features: object[]) => ({ type: 'FeatureCollection', features });

const mainland = [
  area({ code: '01', name: 'Hà Nội' }, [105.7, 21]),
  area({ code: '48', name: 'Thành phố Đà Nẵng' }, [108, 15.9]),
  area({ code: '56', name: 'Khánh Hòa' }, [109, 12.3]),
  area({ code: '96', name: 'Cà Mau' }, [105, 9]),
];
const hoangSa = area({ name: 'Quần đảo Hoàng Sa' }, [111.6, 16.5]);
const truongSa = area({ name: 'Đặc khu Trường Sa' }, [114, 9]);
const NATION = { level: 'NATION', code: 'VN' };
const codeOf = (geojson: unknown, scope = NATION) => mapRefusal(geojson, scope)?.code ?? null;

describe('a map', () => {
  it('of the nation is drawn with both archipelagos', () => {
    expect(codeOf(collection(...mainland, hoangSa, truongSa))).toBe(null);
  });

  it('of the nation that lacks them is refused, and says what is missing', () => {
    expect(mapRefusal(collection(...mainland), NATION)?.messages.vi).toBe(
      'Không vẽ bản đồ: dữ liệu thiếu Hoàng Sa (Đà Nẵng) và Trường Sa (Khánh Hòa).',
    );
    expect(mapRefusal(collection(...mainland, truongSa), NATION)?.messages.vi).toBe(
      'Không vẽ bản đồ: dữ liệu thiếu Hoàng Sa (Đà Nẵng).',
    );
  });

  it('is one of the nation by what it holds, whatever the board is about', () => {
    expect(codeOf(collection(...mainland), { level: 'PROVINCE', code: '44' })).toBe('ISLANDS_MISSING');
  });

  it('may have them as a part of their province', () => {
    const daNang = {
      type: 'Feature',
      properties: { ten: 'Đà Nẵng' },
      geometry: { type: 'MultiPolygon', coordinates: [square([108, 15.9]), square([111.6, 16.5])] },
    };
    expect(codeOf(collection(daNang), { level: 'PROVINCE', code: '48' })).toBe(null);
  });

  it.each([
    ['under a name of somebody else', [area({ name: 'Xisha' }, [111.6, 16.5]), truongSa]],
    ['at a place where they are not', [area({ name: 'Hoàng Sa' }, [105, 18]), truongSa]],
    ['in name only, without an area', [{ ...hoangSa, geometry: null }, truongSa]],
  ])('with the islands %s is refused', (_, islands) => {
    expect(codeOf(collection(...mainland, ...islands))).toBe('ISLANDS_MISSING');
  });

  it('of Khánh Hòa has Trường Sa, and one of an inland province needs neither', () => {
    const khanhHoa = { level: 'PROVINCE', code: '56' };
    expect(codeOf(collection(area({ code: '22333' }, [109, 12.3])), khanhHoa)).toBe('ISLANDS_MISSING');
    expect(codeOf(collection(area({ code: '22333' }, [109, 12.3]), truongSa), khanhHoa)).toBe(null);
    const inland = { level: 'PROVINCE', code: '66' };
    expect(codeOf(collection(area({ code: '24133' }, [108, 12.7])), inland)).toBe(null);
  });

  it.each([
    ['no GeoJSON', 'hình'],
    ['a single geometry', { type: 'Polygon', coordinates: square([108, 16]) }],
    ['metres of VN-2000', collection(area({ code: '1' }, [545_000, 1_780_000]))],
    ['nothing', collection()],
  ])('of %s is refused', (_, geojson) => {
    expect(codeOf(geojson, { level: 'PROVINCE', code: '44' })).toBe('GEOJSON_INVALID');
  });

  it('keeps its proportions, and an island too small to see is still a dot', () => {
    const places = placesOf(
      collection(area({ code: '1' }, [108, 16], 1), area({ code: '2' }, [109.5, 16], 0.0001)),
    );
    const { width, height, paths } = drawingOf(places ?? []);
    expect(width / height).toBeCloseTo(1.5 * Math.cos((16.5 * Math.PI) / 180), 1);
    expect(paths[1]?.d).toMatch(/^M[\d. -]+l/);
  });
});
