import { formatNumber, formatPercent, formatQualified, type Qualifier } from '@cnscd/domain';
import { describe, expect, it } from 'vitest';

describe('formatNumber', () => {
  it.each([
    [4327, {}, '4.327'],
    [15_862, {}, '15.862'],
    [0, {}, '0'],
    [99.53, {}, '99,53'],
    [0.000001, {}, '0,000001'],
    [92.04, { decimals: 1 }, '92,0'],
    [-45, {}, '-45'],
    [4327.5, { language: 'en' }, '4,327.5'],
  ] as const)('writes %d with %j as %s', (value, format, text) => {
    expect(formatNumber(value, format)).toBe(text);
  });
});

describe('formatPercent', () => {
  it.each([
    [92.04, {}, '92,0%'],
    [100, { decimals: 0 }, '100%'],
    [95.22, { decimals: 2 }, '95,22%'],
    [95.22, { language: 'en' }, '95.2%'],
  ] as const)('writes %d with %j as %s', (value, format, text) => {
    expect(formatPercent(value, format)).toBe(text);
  });
});

describe('formatQualified', () => {
  it.each([
    [4000, 'AT_LEAST', 'hơn 4.000', 'at least 4,000'],
    [30, 'ABOUT', 'khoảng 30', 'about 30'],
    [9.03, 'ESTIMATE', 'ước 9,03', 'est. 9.03'],
    [4327, 'EXACT', '4.327', '4,327'],
  ] as const)('writes %d, %s, as %s, %s', (value, qualifier: Qualifier, vi, en) => {
    expect(formatQualified(value, qualifier, 'vi')).toBe(vi);
    expect(formatQualified(value, qualifier, 'en')).toBe(en);
  });

  it('takes decimals too', () => {
    expect(formatQualified(92.04, 'ABOUT', { decimals: 1 })).toBe('khoảng 92,0');
  });
});
