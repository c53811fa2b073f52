import { describe, expect, it } from 'vitest';
import { kindOfWording } from '../../../../src/features/units/loading/official/link-wording.ts';
import { unitId } from '../../../../src/features/units/loading/unit-ids.ts';
import { nameKey, parseUnitName } from '../../../../src/features/units/loading/unit-names.ts';

describe('parseUnitName', () => {
  it.each([
    ['Thành phố Hồ Chí Minh', 'THANH_PHO', 'Hồ Chí Minh'],
    ['Thị Xã Buôn Hồ', 'THI_XA', 'Buôn Hồ'],
    ['Thị trấn Đạ M’ri', 'THI_TRAN', 'Đạ M’ri'],
    ['xã  Bắc Sơn ', 'XA', 'Bắc Sơn'],
    ['Phường 12', 'PHUONG', '12'],
    ['Đặc khu Cồn Cỏ', 'DAC_KHU', 'Cồn Cỏ'],
  ])('%s', (text, kind, name) => {
    expect(parseUnitName(text)).toMatchObject({ kind, name });
  });

  it('is null for what names no kind of unit', () => {
    expect(parseUnitName('Khu vực bãi bồi ven biển')).toBeNull();
    expect(parseUnitName('Xãthuận')).toBeNull();
  });
});

describe('nameKey', () => {
  it.each([
    ['Xã Hoà Bắc', 'Xã Hòa Bắc'],
    ['Xã Thuỵ Hùng', 'Xã Thụy Hùng'],
    ['Xã Ea H’Leo', "xã ea H'Leo"],
    ['Xã Quảng Trị'.normalize('NFD'), 'Xã  Quảng Trị'],
  ])('takes %s and %s for the same', (one, other) => {
    expect(nameKey(one)).toBe(nameKey(other));
  });

  it.each([
    ['Xã Tân Hoa', 'Xã Tân Hòa'],
    ['Xã Mỹ Hưng', 'Xã Mỹ Hùng'],
    ['Xã Tân An', 'Phường Tân An'],
  ])('keeps %s and %s apart', (one, other) => {
    expect(nameKey(one)).not.toBe(nameKey(other));
  });
});

describe('unitId', () => {
  const district = {
    level: 'DISTRICT',
    fullName: 'Huyện Đa Krông',
    provinceCode: '45',
    validFrom: null,
  } as const;

  it('is the same for a district before and after its code is known', () => {
    expect(unitId({ ...district, code: null })).toBe('district:45:huyen-da-krong');
    expect(unitId({ ...district, code: '467' })).toBe('district:45:huyen-da-krong');
  });

  it('carries the first day of a later version', () => {
    const commune = { level: 'COMMUNE', code: '29194', fullName: 'Xã Đại Điền', provinceCode: '86' } as const;
    expect(unitId({ ...commune, validFrom: '2025-07-01' })).toBe('commune:29194:2025-07-01');
    expect(unitId({ ...commune, validFrom: null })).toBe('commune:29194');
  });
});

describe('kindOfWording', () => {
  it.each([
    ['Nhập toàn bộ', 'WHOLE'],
    ['Nhâp một phần diện tích', 'PART'],
    ['Nhập một phần diện tích, toàn bộ dân số', 'PART'],
    ['Giữ nguyên', 'UNCHANGED'],
    ['Đổi tên', 'RENAMED'],
    ['Đổi loại hình', 'KIND_CHANGED'],
    ['Sắp xếp toàn bộ huyện Cồn Cỏ thành đặc khu Cồn Cỏ', 'WHOLE'],
    ['Đổi tên từ một phần Phường 15', null],
    ['', null],
  ])('%s → %s', (wording, kind) => {
    expect(kindOfWording(wording)).toBe(kind);
  });
});
