import { describe, expect, it } from 'vitest';
import { duplicateScore, nameKey, requirePersonName, sameName } from '../src/index.ts';
import { refusal } from './refusal.ts';

describe('sameName', () => {
  it.each([
    ['Nguyễn Văn Đạt', 'Nguyễn Văn Đạt', ['SAME_NAME']],
    ['Nguyễn Văn Đạt', 'NGUYỄN  VĂN ĐẠT', ['SAME_NAME']],
    ['Nguyễn Văn Đạt', 'Nguyễn Văn Đạt (giả lập)', ['SAME_NAME']],
    ['Nguyễn Văn Đạt', 'Đạt Nguyễn Văn', ['NAME_ORDER']],
    ['Nguyễn Thị Hoà', 'Nguyễn Thị Hòa', ['TONE_ORDER']],
    ['Phạm Thuỳ Dương', 'Phạm Thùy Dương', ['TONE_ORDER']],
    ['Nguyễn Văn Đạt', 'Nguyễn Văn Dạt', ['SPELLING']],
    ['Đỗ Văn Đức', 'Dỗ Văn Dức', ['SPELLING']],
    ['Nguyễn Văn Đạt', 'Nguyen Van Dat', ['SPELLING']],
    ['Lý Thị Mỹ', 'Lí Thị Mĩ', ['SPELLING']],
    ['Trần Quý Hòa', 'Trần Quí Hoà', ['TONE_ORDER', 'SPELLING']],
    ['Nguyễn Thị Hoà', 'Hòa Nguyễn Thị', ['NAME_ORDER', 'TONE_ORDER']],
    ['Nguyễn Văn Đạt', 'DAT NGUYEN VAN', ['NAME_ORDER', 'SPELLING']],
    ['K’Brếu', "K'Brếu", ['SAME_NAME']],
    ['K’Brếu', 'KBrếu', ['SPELLING']],
  ])('%s and %s: %j', (one, other, reasons) => {
    expect(sameName(one, other)).toEqual(reasons);
    expect(sameName(other, one)).toEqual(reasons);
    expect(sameName(one.normalize('NFD'), other)).toEqual(reasons);
    expect(nameKey(one)).toBe(nameKey(other));
  });

  it.each([
    ['Nguyễn Văn Hùng', 'Nguyễn Văn Hưng'],
    ['Trần Thị Lan', 'Trần Thị Lân'],
    ['Nguyễn Văn Đạt', 'Nguyễn Đạt'],
    ['Nguyễn Văn Đạt', 'Nguyễn Văn Đát'],
    ['Lê Bảo Thy', 'Lê Bảo Thi'],
    ['Nguyễn Văn An', 'Trần Văn An'],
    ['', ''],
  ])('%s is not %s', (one, other) => {
    expect(sameName(one, other)).toBeNull();
    expect(sameName(other, one)).toBeNull();
  });
});

it.each([
  ['Nguyễn Văn Đạt (giả lập)', 'dat nguyen van'],
  ['Lý Thị Mỹ', 'li mi thi'],
  ['Lê Bảo Thy', 'bao le thy'],
])('nameKey of %s is %j', (name, key) => {
  expect(nameKey(name)).toBe(key);
});

it('duplicateScore puts phone and name before name, and what is near before what is far', () => {
  const name = ['SAME_NAME'] as const;
  const near = { isInSamePlace: true, hasSamePhone: false };
  const scores = [
    duplicateScore({ ...near, name, hasSamePhone: true }),
    duplicateScore({ ...near, name }),
    duplicateScore({ ...near, name: null, hasSamePhone: true }),
    duplicateScore({ ...near, name: ['SPELLING'] }),
    duplicateScore({ ...near, name: ['NAME_ORDER', 'SPELLING'] }),
    duplicateScore({ ...near, name, isInSamePlace: false }),
  ];
  expect(scores).toEqual([0.91, 0.7, 0.7, 0.56, 0.45, 0.35]);
});

describe('requirePersonName', () => {
  it('gives the name in NFC, trimmed', () => {
    expect(requirePersonName(' Nguyễn Văn Đạt '.normalize('NFD'), 'displayName')).toBe('Nguyễn Văn Đạt');
  });

  it.each([
    ['', 'TEXT_INVALID'],
    ['123', 'TEXT_INVALID'],
    ['(giả lập)', 'TEXT_INVALID'],
    ['An\u0000', 'TEXT_INVALID'],
    ['An\ud800', 'TEXT_INVALID'],
    ['x'.repeat(101), 'TEXT_INVALID'],
    ['x'.repeat(1_000_000), 'TEXT_INVALID'],
    ['Ông An 045203001234', 'TEXT_SENSITIVE'],
    ['Ông An 0912345678', 'TEXT_SENSITIVE'],
  ])('refuses %j and repeats nothing of it', (text, code) => {
    const found = refusal(() => requirePersonName(text, 'displayName'));
    expect(found).toMatchObject({ code, field: 'displayName', value: undefined });
    expect(found.messages.en.length).toBeLessThan(200);
  });
});
