import { ambiguousReadings, writtenDay, writtenPeriod, writtenPhones } from '@cnscd/domain';
import { describe, expect, it } from 'vitest';

describe('writtenDay', () => {
  it.each([
    ['01/02/1990', '1990-02-01'],
    ['1/2/1990', '1990-02-01'],
    ['5-3-2026', '2026-03-05'],
    ['05.03.2026', '2026-03-05'],
    [' 05 / 03 / 2026 ', '2026-03-05'],
    ['ngày 5 tháng 3 năm 2026', '2026-03-05'],
    ['Ngày 05/03/2026', '2026-03-05'],
    ['2026-03-05', '2026-03-05'],
    ['29/02/2024', '2024-02-29'],
  ])('%j is the day %s', (text, day) => {
    expect(writtenDay(text)).toEqual({ kind: 'DAY', day, time: null });
  });

  it('keeps the time that stands beside it', () => {
    expect(writtenDay('05/03/2026 8:30')).toEqual({ kind: 'DAY', day: '2026-03-05', time: '08:30' });
    expect(writtenDay('05/03/2026 19:30:00')).toMatchObject({ time: '19:30' });
  });

  it.each(['1-2-90', '05/03/26', '31/12/99'])('%j may be of two centuries', (text) => {
    expect(writtenDay(text).kind).toBe('AMBIGUOUS');
  });

  it('names both readings of a short year', () => {
    expect(writtenDay('1-2-90')).toMatchObject({ readings: { vi: '01/02/1990 hoặc 01/02/2090' } });
  });

  it.each(['2/1990', '1990', 'năm 2026', 'tháng 3/2026', 'T3/2026', '5/3', 'tháng 3 năm 2026'])(
    '%j is no whole day',
    (text) => {
      expect(writtenDay(text)).toEqual({ kind: 'INCOMPLETE' });
    },
  );

  it.each([
    '03/25/2026',
    '31/04/2026',
    '29/02/2023',
    '0/1/2026',
    'hôm qua',
    '05/03/2026.',
    '5/3-2026',
    '45199',
    '',
  ])('%j is no day', (text) => {
    expect(writtenDay(text)).toEqual({ kind: 'INVALID' });
  });
});

describe('writtenPeriod', () => {
  it.each([
    ['Quý I/2026', '2026-Q1'],
    ['quý 3 năm 2025', '2025-Q3'],
    ['Q4/2025', '2025-Q4'],
    ['Tháng 3/2026', '2026-03'],
    ['T12/2025', '2025-12'],
    ['03/2026', '2026-03'],
    ['tháng 3 năm 2026', '2026-03'],
    ['6 tháng đầu năm 2026', '2026-H1'],
    ['6 tháng cuối năm 2025', '2025-H2'],
    ['năm 2026', '2026'],
    ['2026', '2026'],
    ['2026-Q1', '2026-Q1'],
    ['Tuần 12/2026', '2026-W12'],
  ])('%j is %s', (text, expected) => {
    expect(writtenPeriod(text)).toBe(expected);
  });

  it.each(['quý I', 'quý V/2026', 'tháng 13/2026', '9 tháng năm 2026', 'quý', ''])('%j is none', (text) => {
    expect(writtenPeriod(text)).toBeNull();
  });
});

describe('writtenPhones', () => {
  it.each([
    ['912345678', ['+84912345678']],
    ['84912345678', ['+84912345678']],
    ['+84 912.345.678', ['+84912345678']],
    ['0912 345 678', ['+84912345678']],
    ['0912345678; 0987654321', ['+84912345678', '+84987654321']],
    ['0912345678 - 0987654321', ['+84912345678', '+84987654321']],
    ['0912345678/0987654321', ['+84912345678', '+84987654321']],
    ['0912345678\n0987654321', ['+84912345678', '+84987654321']],
    ['0912345678 0987654321', ['+84912345678', '+84987654321']],
    ['0912345678 (Zalo)', ['+84912345678']],
    ['ĐT: 0912.345.678', ['+84912345678']],
    ['0912345678, 0912 345 678', ['+84912345678']],
  ])('reads %j', (text, phones) => {
    expect(writtenPhones(text)).toEqual({ phones, isRenumbered: false, hint: null });
  });

  it.each([
    ['01632345678', '+84332345678'],
    ['1632345678', '+84332345678'],
    ['+841232345678', '+84832345678'],
    ['0199 2345678', '+84592345678'],
    ['0121 234 5678', '+84792345678'],
  ])('renumbers %j', (text, phone) => {
    expect(writtenPhones(text)).toEqual({ phones: [phone], isRenumbered: true, hint: null });
  });

  it.each([
    ['0203 3825 123', 'số máy bàn'],
    ['12345', 'số di động Việt Nam'],
    ['9.12346E+08', 'đã làm tròn'],
    ['09123456789', 'số di động Việt Nam'],
  ])('says of %j what would be right', (text, hint) => {
    expect(writtenPhones(text)).toMatchObject({ phones: [], hint: { vi: expect.stringContaining(hint) } });
  });

  it('tells of a landline beside a mobile number', () => {
    const { phones, hint } = writtenPhones('02033825123, 0912345678');
    expect([phones, hint?.vi]).toEqual([['+84912345678'], expect.stringContaining('số máy bàn')]);
  });
});

describe('ambiguousReadings', () => {
  it('gives both readings of what parseVietnameseNumber refuses, and of nothing else', () => {
    expect(ambiguousReadings('1,473')?.vi).toBe('1,473 (kiểu Việt Nam) hoặc 1473 (kiểu Anh)');
    expect(ambiguousReadings('1.473%')?.vi).toBe('1473% (kiểu Việt Nam) hoặc 1,473% (kiểu Anh)');
    for (const text of ['15.862', '98,5%', '95.22%', '0,473', 'abc', ''])
      expect(ambiguousReadings(text)).toBeNull();
  });
});
