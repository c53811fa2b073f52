import type { UnitKind } from '@cnscd/domain';
import { describe, expect, it } from 'vitest';
import { findUnit } from '../../src/imports/matching/find-unit.ts';
import { type IndexedUnit, indexUnits } from '../../src/imports/matching/unit-index.ts';
import { teamKeys, villageKey, writtenName } from '../../src/imports/matching/unit-names.ts';
import type { PlaceWords } from '../../src/imports/place-words.ts';

const DAY = '2026-11-22';
const LAST = '2025-06-30';
const FIRST = '2025-07-01';

const unit = (
  id: string,
  [level, kind, fullName, code, parentId]: [
    IndexedUnit['level'],
    UnitKind,
    string,
    string | null,
    string | null,
  ],
  [validFrom, validTo]: [string | null, string | null] = [null, null],
): IndexedUnit => ({
  ...{ id, level, kind, fullName, code, parentId, validFrom, validTo, aliases: [] },
  name: fullName.replace(/^(Tỉnh|Huyện|Thị trấn|Thị xã|Xã|Phường|Thôn) /u, ''),
});

/**
 * Two provinces became one: Tân Lập of Cam Lộ went into Hiếu Giang, the town Cam Lộ into the commune Cam Lộ, Cam Hiếu
 * was divided between both; another Tân Lập stands in the south of the new province.
 */
const UNITS: IndexedUnit[] = [
  unit('vn', ['NATION', 'QUOC_GIA', 'Việt Nam', 'VN', null]),
  unit('old-bac', ['PROVINCE', 'TINH', 'Tỉnh Bắc', '44', 'vn'], [null, LAST]),
  unit('old-nam', ['PROVINCE', 'TINH', 'Tỉnh Nam', '45', 'vn'], [null, LAST]),
  unit('nam', ['PROVINCE', 'TINH', 'Tỉnh Nam', '44', 'vn'], [FIRST, null]),
  unit('xa', ['PROVINCE', 'TINH', 'Tỉnh Xa', '99', 'vn']),
  unit('cam-lo-d', ['DISTRICT', 'HUYEN', 'Huyện Cam Lộ', '468', 'old-nam'], [null, LAST]),
  unit('cam-lo-t', ['COMMUNE', 'THI_TRAN', 'Thị trấn Cam Lộ', '19597', 'cam-lo-d'], [null, LAST]),
  unit('tan-lap-o', ['COMMUNE', 'XA', 'Xã Tân Lập', '19600', 'cam-lo-d'], [null, LAST]),
  unit('cam-hieu', ['COMMUNE', 'XA', 'Xã Cam Hiếu', '19601', 'cam-lo-d'], [null, LAST]),
  unit('cam-lo', ['COMMUNE', 'XA', 'Xã Cam Lộ', '19597', 'nam'], [FIRST, null]),
  unit('hieu-giang', ['COMMUNE', 'XA', 'Xã Hiếu Giang', '19602', 'nam'], [FIRST, null]),
  unit('tan-lap', ['COMMUNE', 'XA', 'Xã Tân Lập', '19500', 'nam'], [FIRST, null]),
  unit('thuy-an', ['COMMUNE', 'PHUONG', 'Phường Thủy An', '19501', 'nam'], [FIRST, null]),
  unit('thuy-an-x', ['COMMUNE', 'XA', 'Xã Thủy An', '19502', 'nam'], [FIRST, null]),
  unit('xa-tan-lap', ['COMMUNE', 'XA', 'Xã Tân Lập', '09900', 'xa']),
  unit('xa-moi', ['COMMUNE', 'XA', 'Xã Mới', '09901', 'xa']),
  unit('thon-1', ['VILLAGE', 'THON', 'Thôn 1', null, 'cam-lo']),
  unit('thon-an', ['VILLAGE', 'THON', 'Thôn An Mỹ', null, 'cam-lo-t']),
];
const LINKS = [
  ['old-bac', 'nam'],
  ['old-nam', 'nam'],
  ['cam-lo-t', 'cam-lo'],
  ['tan-lap-o', 'hieu-giang'],
  ['cam-hieu', 'cam-lo'],
  ['cam-hieu', 'hieu-giang'],
].map(([fromId = '', toId = '']) => ({ fromId, toId, kind: 'WHOLE' as const }));
const IN_NAM = UNITS.map(({ id }) => id).filter((id) => !['vn', 'xa', 'xa-tan-lap', 'xa-moi'].includes(id));
const ofProvince = indexUnits(UNITS, LINKS, { ids: ['nam'], unitIds: IN_NAM });
const ofCommune = indexUnits(UNITS, LINKS, {
  ids: ['cam-lo'],
  unitIds: ['cam-lo', 'cam-lo-t', 'thon-1', 'thon-an'],
});

/** The unit that is found and what is said of it. */
function found(words: PlaceWords, index = ofProvince, day = DAY): string {
  const { unit: place, findings } = findUnit(index, words, day);
  return [place?.id ?? '–', ...findings.map(({ code }) => code)].join(' ');
}

describe('a unit', () => {
  it.each<[PlaceWords, string]>([
    [{ commune: 'Xã Hiếu Giang' }, 'hieu-giang'],
    [{ commune: 'HIEU GIANG' }, 'hieu-giang'],
    [{ commune: 'UBND xã Hiếu Giang', province: 'Nam' }, 'hieu-giang'],
    [{ commune: 'Hiếu Giang'.normalize('NFD') }, 'hieu-giang'],
    [{ unitCode: '19602' }, 'hieu-giang'],
    [{ unitCode: '19602', commune: 'Hiếu Giang' }, 'hieu-giang'],
    [{ commune: 'P. Thủy An' }, 'thuy-an'],
    [{ commune: 'xã Thuỷ An' }, 'thuy-an-x'],
    [{ province: 'Tỉnh Nam' }, 'nam'],
  ])('is found by %j', (words, expected) => {
    expect(found(words)).toBe(expected);
  });

  it.each<[PlaceWords, string]>([
    [{ commune: 'Thị trấn Cam Lộ', district: 'Huyện Cam Lộ' }, 'cam-lo UNIT_FROM_LINEAGE'],
    [{ commune: 'Tân Lập', district: 'Cam Lộ', province: 'Nam' }, 'hieu-giang UNIT_FROM_LINEAGE'],
    // Today's first: whoever means the former one names its district.
    [{ commune: 'Tân Lập' }, 'tan-lap'],
    // The code is borne anew; the name says which one is meant.
    // The name is a former one, the code is today's too.
    [{ unitCode: '19597', commune: 'Thị trấn Cam Lộ' }, 'cam-lo'],
    [{ unitCode: '19600' }, 'hieu-giang UNIT_FROM_LINEAGE'],
    [{ province: 'Bắc' }, 'nam UNIT_FROM_LINEAGE'],
  ])('is followed from %j to what it has become', (words, expected) => {
    expect(found(words)).toBe(expected);
  });

  it.each<[PlaceWords, string]>([
    [{ commune: 'Thủy An' }, '– UNIT_AMBIGUOUS'],
    [{ commune: 'Cam Hiếu' }, '– UNIT_AMBIGUOUS'],
    [{ commune: 'Không Có' }, '– UNIT_UNKNOWN'],
    [{ commune: 'Tân Lập', district: 'Không Có' }, '– UNIT_UNKNOWN'],
    [{ commune: 'Hiếu Giang', province: 'Xa' }, '– UNIT_UNKNOWN'],
    [{ commune: 'Xã Mới' }, '– UNIT_OUTSIDE'],
    [{ unitCode: '09901' }, '– UNIT_OUTSIDE'],
    [{ unitCode: '19602', commune: 'Tân Lập' }, '– UNIT_CODE_DIFFERS'],
    [{ unitCode: '11111' }, '– UNIT_UNKNOWN'],
    [{}, '– UNIT_MISSING'],
  ])('is not guessed from %j', (words, expected) => {
    expect(found(words)).toBe(expected);
  });

  it('is found by a code without its zeros, where region and name leave but one', () => {
    const [low, high] = [
      unit('p04', ['PROVINCE', 'TINH', 'Tỉnh Bốn', '04', 'vn']),
      unit('w4', ['COMMUNE', 'PHUONG', 'Phường Tư', '00004', 'nam']),
    ];
    const units = [...UNITS, low, high];
    const inside = indexUnits(units, [], { ids: ['nam'], unitIds: ['nam', 'w4'] });
    const nation = indexUnits(units, [], { ids: ['vn'], unitIds: units.map(({ id }) => id) });
    expect(found({ unitCode: '4' }, inside)).toBe('w4');
    expect(found({ unitCode: '4' }, nation)).toBe('– UNIT_AMBIGUOUS');
    expect(found({ unitCode: '4', commune: 'Phường Tư' }, nation)).toBe('w4');
    expect(found({ unitCode: '4', province: 'Tỉnh Bốn' }, nation)).toBe('p04');
    // With its zero it is a province, and no ward.
    expect(found({ unitCode: '04' }, inside)).toBe('– UNIT_OUTSIDE');
  });

  it('outside the region is called as the row calls it, that of today before former ones', () => {
    const more = [
      unit('a-hai-o', ['COMMUNE', 'PHUONG', 'Phường An Hải', '00010', 'xa'], [null, LAST]),
      unit('an-duong', ['COMMUNE', 'PHUONG', 'Phường An Dương', '00011', 'xa'], [FIRST, null]),
      unit('an-hai', ['COMMUNE', 'PHUONG', 'Phường An Hải', '20275', 'nam'], [FIRST, null]),
    ];
    const links = [...LINKS, { fromId: 'a-hai-o', toId: 'an-duong', kind: 'WHOLE' as const }];
    const outside = (units: readonly IndexedUnit[]) =>
      findUnit(
        indexUnits([...UNITS, ...units], links, { ids: ['cam-lo'], unitIds: ['cam-lo'] }),
        { commune: 'Phường An Hải' },
        DAY,
      ).findings;
    expect(outside(more)).toMatchObject([
      { code: 'UNIT_OUTSIDE', facts: { unit: 'Phường An Hải, Tỉnh Nam' } },
    ]);
    expect(outside(more.slice(0, 2))).toMatchObject([{ facts: { unit: 'Phường An Hải, Tỉnh Xa' } }]);
  });

  it('is named with what it lies in where it may be several', () => {
    const { findings } = findUnit(ofProvince, { commune: 'Cam Hiếu' }, DAY);
    expect(findings[0]?.facts).toEqual({
      given: 'Cam Hiếu',
      candidates: 'Xã Cam Lộ, Tỉnh Nam (19597); Xã Hiếu Giang, Tỉnh Nam (19602)',
    });
  });

  it('is the one of the day that is asked about', () => {
    expect(found({ commune: 'Tân Lập' }, ofProvince, '2024-01-01')).toBe('tan-lap-o');
    expect(found({ unitCode: '44' }, ofProvince, '2024-01-01')).toBe('old-bac');
  });

  it.each<[PlaceWords, string]>([
    [{}, 'cam-lo'],
    [{ village: 'Thôn số 01' }, 'thon-1'],
    [{ village: '1' }, 'thon-1'],
    // A village of what went into the commune.
    [{ village: 'An Mỹ' }, 'thon-an'],
    [{ village: 'Thôn Lạ' }, 'cam-lo VILLAGE_UNKNOWN'],
    [{ commune: 'Tân Lập' }, '– UNIT_OUTSIDE'],
  ])('is that of the commune officer for %j', (words, expected) => {
    expect(found(words, ofCommune)).toBe(expected);
  });
});

describe('names', () => {
  it.each([
    ['Xã Xà Phiên', ['xa phien', 'xaphien', 'xa xa phien']],
    ['TP. Huế', ['hue', 'hue', 'tp hue']],
    ['Đakrông', ['dakrong', 'dakrong']],
  ])('of %s may be what they say, or all of it', (text, keys) => {
    expect(writtenName(text).keys).toEqual(keys);
  });

  it.each([
    ['Thôn 03', '3'],
    ['Tổ dân phố số 4', '4'],
    ['KP. 5', 'kp 5'],
    ['Ấp Bình An', 'binh an'],
  ])('the village %s is %s', (text, key) => {
    expect(villageKey(text)).toBe(key);
  });

  it.each([
    ['Tổ công nghệ số cộng đồng thôn 3', 'Tổ CNSCĐ Thôn 03'],
    ['Tổ CNS cộng đồng xã Cam Lộ', 'Tổ công nghệ số cộng đồng Cam Lộ'],
    ['Tổ CNSCĐ và Đề án 06 thôn An', 'tổ công nghệ số cộng đồng An'],
  ])('%s and %s are one team', (one, other) => {
    expect(teamKeys(one).filter((key) => teamKeys(other).includes(key))).not.toEqual([]);
  });

  it.each([
    ['Tổ CNSCĐ thôn 3', 'Tổ CNSCĐ thôn 13'],
    ['Tổ CNSCĐ thôn An', 'Tổ CNSCĐ thôn Ân Mỹ'],
  ])('%s and %s are two', (one, other) => {
    expect(teamKeys(one).filter((key) => teamKeys(other).includes(key))).toEqual([]);
  });
});
