import {
  addDays,
  formatDate,
  fromUtcMidnight,
  localDate,
  startOfDay,
  today,
  toUtcMidnight,
} from '@cnscd/domain';
import { describe, expect, it } from 'vitest';
import { refusal } from './refusal.ts';

describe('localDate', () => {
  it.each(['2023-09-30', '2024-02-29', '1900-01-01', '2100-12-31', '2025-06-30'])('takes %s', (text) => {
    expect(localDate(text)).toBe(text);
  });

  it.each([
    ['2023-02-29', /không có trong lịch/],
    ['1900-02-29', /không có trong lịch/],
    ['2023-04-31', /không có trong lịch/],
    ['2023-13-01', /không có trong lịch/],
    ['2023-00-10', /không có trong lịch/],
    ['2023-01-00', /không có trong lịch/],
    ['1899-12-31', /1900 đến 2100/],
    ['2101-01-01', /1900 đến 2100/],
    ['30/09/2023', /YYYY-MM-DD/],
    ['2023-9-30', /YYYY-MM-DD/],
    ['2023-09-30T00:00:00Z', /YYYY-MM-DD/],
    ['2023-09-30\n', /YYYY-MM-DD/],
    ['', /YYYY-MM-DD/],
  ])('refuses %j', (text, message) => {
    const error = refusal(() => localDate(text, 'asOf'));
    expect(error).toMatchObject({ code: 'DATE_INVALID', field: 'asOf', value: text });
    expect(error.messages.vi).toMatch(message);
    expect(error.messages.en).toMatch(/^asOf is "/);
  });

  it('does not echo a whole document', () => {
    expect(refusal(() => localDate('9'.repeat(1_000_000))).message.length).toBeLessThan(200);
  });
});

describe('addDays', () => {
  it.each([
    ['2025-06-30', 1, '2025-07-01'],
    ['2024-02-28', 1, '2024-02-29'],
    ['2024-03-01', -1, '2024-02-29'],
    ['2023-12-31', 1, '2024-01-01'],
    ['2023-01-01', 0, '2023-01-01'],
  ])('%s and %i days is %s', (date, days, result) => {
    expect(addDays(localDate(date), days)).toBe(result);
  });

  it('refuses to leave the known years', () => {
    expect(refusal(() => addDays(localDate('2100-12-31'), 1)).code).toBe('DATE_INVALID');
  });
});

describe('days and instants', () => {
  it.each([
    ['2025-06-30T16:59:59.999Z', '2025-06-30'],
    ['2025-06-30T17:00:00.000Z', '2025-07-01'],
    ['2023-12-31T17:00:00.000Z', '2024-01-01'],
  ])('at %s it is %s in Vietnam', (instant, date) => {
    expect(today(new Date(instant))).toBe(date);
  });

  it('agrees with the time zone database', () => {
    const vietnam = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Ho_Chi_Minh' });
    for (let hour = 0; hour < 24 * 400; hour += 7) {
      const instant = new Date(Date.UTC(2022, 10, 1, hour));
      expect(today(instant)).toBe(vietnam.format(instant));
    }
  });

  it('begins a day where the one before ends', () => {
    const start = startOfDay(localDate('2025-07-01'));
    expect(start.toISOString()).toBe('2025-06-30T17:00:00.000Z');
    expect(today(new Date(start.getTime() - 1))).toBe('2025-06-30');
    expect(today(start)).toBe('2025-07-01');
  });

  it('goes to a date column and back', () => {
    expect(toUtcMidnight(localDate('2023-09-30')).toISOString()).toBe('2023-09-30T00:00:00.000Z');
    expect(fromUtcMidnight(new Date('2023-09-30T00:00:00Z'))).toBe('2023-09-30');
  });
});

describe('formatDate', () => {
  it.each([
    ['vi', '30/09/2023'],
    ['en', '30 September 2023'],
  ] as const)('in %s is %s', (language, text) => {
    expect(formatDate(localDate('2023-09-30'), language)).toBe(text);
  });
});
