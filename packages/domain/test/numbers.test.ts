import { parseVietnameseNumber } from '@cnscd/domain';
import { describe, expect, it } from 'vitest';
import { refusal } from './refusal.ts';

describe('parseVietnameseNumber', () => {
  it.each([
    ['0', 0],
    ['4327', 4327],
    ['15.862', 15_862],
    ['1.473', 1473],
    ['1.234.567', 1_234_567],
    ['1,234,567', 1_234_567],
    ['1.234,5', 1234.5],
    ['1,234.5', 1234.5],
    ['98,5', 98.5],
    ['95.22', 95.22],
    ['0,473', 0.473],
    ['0.473', 0.473],
    ['1234.567', 1234.567],
    ['1,2345', 1.2345],
    [' 115\u00a0', 115],
    ['đạt 91', 91],
    ['+2', 2],
    ['-2', -2],
    ['\u22120,5', -0.5],
  ])('reads %j as exactly %d', (text, value) => {
    expect(parseVietnameseNumber(text)).toEqual({ value, qualifier: 'EXACT', isPercent: false });
  });

  it.each([
    ['98,5%', 98.5, 'EXACT'],
    ['95.22%', 95.22, 'EXACT'],
    ['100 %', 100, 'EXACT'],
    ['1,473%', 1.473, 'EXACT'],
    ['0.473%', 0.473, 'EXACT'],
    ['trên 50%', 50, 'AT_LEAST'],
    ['đạt trên 50%', 50, 'AT_LEAST'],
    ['ước đạt 9,03%', 9.03, 'ESTIMATE'],
    ['đạt ước 9,03%', 9.03, 'ESTIMATE'],
  ])('reads %j as %d per cent, %s', (text, value, qualifier) => {
    expect(parseVietnameseNumber(text)).toEqual({ value, qualifier, isPercent: true });
  });

  it.each([
    ['hơn 4.000', 4000, 'AT_LEAST'],
    ['hơn 4.000'.normalize('NFD'), 4000, 'AT_LEAST'],
    ['Hơn  4.000', 4000, 'AT_LEAST'],
    ['trên 300', 300, 'AT_LEAST'],
    ['tối thiểu 7', 7, 'AT_LEAST'],
    ['ít nhất 2', 2, 'AT_LEAST'],
    ['không dưới 5', 5, 'AT_LEAST'],
    ['>300', 300, 'AT_LEAST'],
    ['≥ 7', 7, 'AT_LEAST'],
    ['khoảng 2.000', 2000, 'ABOUT'],
    ['gần 30', 30, 'ABOUT'],
    ['~30', 30, 'ABOUT'],
    ['ước 80', 80, 'ESTIMATE'],
    ['ước tính 80', 80, 'ESTIMATE'],
    ['ước khoảng 80', 80, 'ESTIMATE'],
  ])('reads %j as %d, %s', (text, value, qualifier) => {
    expect(parseVietnameseNumber(text)).toEqual({ value, qualifier, isPercent: false });
  });

  it.each([
    ['1,473', '1,473', '1473'],
    ['hơn 4,000', '4,000', '4000'],
    ['1.473%', '1473%', '1,473%'],
    ['hơn 12.345%', '12345%', '12,345%'],
  ])('refuses %j as ambiguous and says both readings', (text, vietnamese, english) => {
    const { code, messages } = refusal(() => parseVietnameseNumber(text, 'figures[3].value'));
    expect(code).toBe('NUMBER_INVALID');
    expect(messages.vi).toMatch(/^figures\[3\]\.value là "/);
    expect(messages.vi).toContain(`${vietnamese} (kiểu Việt Nam) hoặc ${english} (kiểu Anh)`);
    expect(messages.en).toMatch(/Vietnamese style.*English style/);
  });

  it.each([
    '',
    'hơn',
    '%',
    'bốn',
    '5–8',
    '5-10',
    '106/106',
    'dưới 30',
    'tối đa 8',
    '3 triệu',
    '115 tổ',
    '007',
    '1.23.456',
  ])('refuses %j', (text) => {
    expect(refusal(() => parseVietnameseNumber(text))).toMatchObject({ code: 'NUMBER_INVALID', value: text });
  });

  it.each([
    '1.2,3.4',
    '12.3456.789',
    '1..2',
    '1.',
    '.5',
    '1e3',
    '0x10',
    'NaN',
    'Infinity',
    '１１５',
    '1.234.56',
  ])('refuses the malformed %j', (text) => {
    expect(refusal(() => parseVietnameseNumber(text)).messages.en).toContain('write one number');
  });

  it('refuses more digits than a number holds exactly', () => {
    expect(parseVietnameseNumber('999999999999999').value).toBe(999_999_999_999_999);
    expect(refusal(() => parseVietnameseNumber('9999999999999999')).messages.en).toContain(
      'at most 15 digits',
    );
  });
});
