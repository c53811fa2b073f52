import {
  addDays,
  localDate,
  period,
  periodBounds,
  periodContains,
  periodLabel,
  periodsOf,
} from '@cnscd/domain';
import { describe, expect, it } from 'vitest';
import { refusal } from './refusal.ts';

describe('periods', () => {
  it.each([
    ['2026', '2026-01-01', '2026-12-31', 'Năm 2026', '2026'],
    ['2023-H1', '2023-01-01', '2023-06-30', '6 tháng đầu năm 2023', 'First half of 2023'],
    ['2023-H2', '2023-07-01', '2023-12-31', '6 tháng cuối năm 2023', 'Second half of 2023'],
    ['2026-Q1', '2026-01-01', '2026-03-31', 'Quý I/2026', 'Q1 2026'],
    ['2026-Q4', '2026-10-01', '2026-12-31', 'Quý IV/2026', 'Q4 2026'],
    ['2026-03', '2026-03-01', '2026-03-31', 'Tháng 3/2026', 'March 2026'],
    ['2024-02', '2024-02-01', '2024-02-29', 'Tháng 2/2024', 'February 2024'],
    ['1900-02', '1900-02-01', '1900-02-28', 'Tháng 2/1900', 'February 1900'],
    ['2026-12', '2026-12-01', '2026-12-31', 'Tháng 12/2026', 'December 2026'],
    ['2026-W12', '2026-03-16', '2026-03-22', 'Tuần 12/2026', 'Week 12 of 2026'],
    ['2026-W01', '2025-12-29', '2026-01-04', 'Tuần 1/2026', 'Week 1 of 2026'],
    ['2020-W53', '2020-12-28', '2021-01-03', 'Tuần 53/2020', 'Week 53 of 2020'],
    ['1900-W01', '1900-01-01', '1900-01-07', 'Tuần 1/1900', 'Week 1 of 1900'],
  ])('%s runs from %s to %s and is called %s, %s', (text, from, to, vi, en) => {
    const one = period(text);
    expect(periodBounds(one)).toEqual({ from, to });
    expect(periodLabel(one, 'vi')).toBe(vi);
    expect(periodLabel(one, 'en')).toBe(en);
    expect(periodContains(one, localDate(from))).toBe(true);
    expect(periodContains(one, localDate(to))).toBe(true);
    expect(periodContains(one, addDays(localDate(to), 1))).toBe(false);
  });

  it('do not contain the day before they begin', () => {
    expect(periodContains(period('2026-Q2'), localDate('2026-03-31'))).toBe(false);
  });

  it.each([
    ['2025-W53', /năm 2025 chỉ có 52 tuần/],
    ['2100-W52', /1900–2100/],
    ['1899', /1900–2100/],
    ['2101-Q1', /1900–2100/],
    ['2026-W00', /hãy viết/],
    ['2026-W54', /hãy viết/],
    ['2026-W1', /hãy viết/],
    ['2026-13', /hãy viết/],
    ['2026-00', /hãy viết/],
    ['2026-3', /hãy viết/],
    ['2026-H3', /hãy viết/],
    ['2026-Q5', /hãy viết/],
    ['2026-q1', /hãy viết/],
    ['Quý I/2026', /hãy viết/],
    ['2026-03-01', /hãy viết/],
    ['2026\n', /hãy viết/],
    ['', /hãy viết/],
  ])('refuse %j', (text, message) => {
    const error = refusal(() => period(text, 'board.period'));
    expect(error).toMatchObject({ code: 'PERIOD_INVALID', field: 'board.period', value: text });
    expect(error.messages.vi).toMatch(message);
    expect(error.messages.en).toMatch(/^board\.period is "/);
  });
});

describe('periodsOf', () => {
  it.each([
    ['2026-03-20', ['2026', '2026-H1', '2026-Q1', '2026-03', '2026-W12']],
    ['2021-01-03', ['2021', '2021-H1', '2021-Q1', '2021-01', '2020-W53']],
    ['2025-12-29', ['2025', '2025-H2', '2025-Q4', '2025-12', '2026-W01']],
    ['2024-07-01', ['2024', '2024-H2', '2024-Q3', '2024-07', '2024-W27']],
  ])('%s lies in %j', (date, periods) => {
    expect(periodsOf(localDate(date))).toEqual(periods);
  });

  it('names only periods that contain the day, on each day of twelve years', () => {
    const last = localDate('2031-12-31');
    for (let date = localDate('2020-01-01'); date <= last; date = addDays(date, 1)) {
      expect(periodsOf(date).every((one) => periodContains(one, date))).toBe(true);
    }
  });
});
