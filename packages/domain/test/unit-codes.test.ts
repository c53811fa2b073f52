import { levelOfCode, NATION_CODE, unitCode } from '@cnscd/domain';
import { describe, expect, it } from 'vitest';
import { refusal } from './refusal.ts';

describe('unitCode and levelOfCode', () => {
  it.each([
    ['VN', 'NATION'],
    ['44', 'PROVINCE'],
    ['02', 'PROVINCE'],
    ['469', 'DISTRICT'],
    ['001', 'DISTRICT'],
    ['29194', 'COMMUNE'],
    ['00691', 'COMMUNE'],
  ])('%s is of level %s', (text, level) => {
    expect(levelOfCode(unitCode(text))).toBe(level);
    expect(unitCode(text)).toBe(text);
  });

  it('has one code for the nation', () => {
    expect(unitCode('VN')).toBe(NATION_CODE);
  });

  it.each([
    '',
    '4',
    '0044',
    '291940',
    '00',
    '000',
    '00000',
    'vn',
    'XX',
    ' 44',
    '44\n',
    '４４',
    '-4',
    "44' or '1'='1",
  ])('refuses %j', (text) => {
    const error = refusal(() => unitCode(text, 'parentCode'));
    expect(error).toMatchObject({ code: 'UNIT_CODE_INVALID', field: 'parentCode', value: text });
    expect(error.messages.vi).toContain('2 chữ số (tỉnh)');
    expect(error.messages.en).toContain('2 digits (province)');
  });
});
