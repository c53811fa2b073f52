import {
  addWorkingDays,
  isWorkingDay,
  knowsDay,
  localDate,
  type WorkCalendar,
  workingDaysBetween,
} from '@cnscd/domain';
import { describe, expect, it } from 'vitest';
import { refusal as refusalOf } from './refusal.ts';

// As published for the end of April 2024: Monday 29 April was swapped with Saturday 4 May.
const APRIL_2024: WorkCalendar = {
  holidays: new Set(['2024-04-18', '2024-04-29', '2024-04-30', '2024-05-01']),
  makeUpDays: new Set(['2024-05-04']),
  knownFrom: localDate('2024-01-01'),
  knownUntil: localDate('2024-12-31'),
};
const NONE: WorkCalendar = {
  ...APRIL_2024,
  knownFrom: localDate('2024-12-31'),
  knownUntil: localDate('2024-01-01'),
};

describe('isWorkingDay', () => {
  it.each([
    ['2024-04-26', true, 'a Friday'],
    ['2024-04-27', false, 'a Saturday'],
    ['2024-04-28', false, 'a Sunday'],
    ['2024-04-29', false, 'a Monday that was swapped'],
    ['2024-05-01', false, 'a holiday'],
    ['2024-05-02', true, 'the day after'],
    ['2024-05-04', true, 'the Saturday that is worked instead'],
    ['2024-05-05', false, 'the Sunday behind it'],
  ])('%s: %s, %s', (day, works) => {
    expect(isWorkingDay(localDate(day), APRIL_2024)).toBe(works);
  });
});

describe('addWorkingDays', () => {
  it.each([
    ['2024-04-24', 1, '2024-04-25'],
    ['2024-04-26', 1, '2024-05-02'],
    ['2024-04-26', 3, '2024-05-04'],
    ['2024-04-26', 4, '2024-05-06'],
    ['2024-04-27', 0, '2024-05-02'],
    ['2024-05-02', 0, '2024-05-02'],
    ['2024-04-30', 5, '2024-05-07'],
  ])('%s and %i working days: %s', (from, count, to) => {
    expect(addWorkingDays(localDate(from), count, APRIL_2024)).toBe(to);
  });

  it('refuses a term that leaves what is known, and says what is known', () => {
    const refused = refusalOf(() => addWorkingDays(localDate('2024-12-30'), 2, APRIL_2024));
    expect(refused).toMatchObject({ code: 'CALENDAR_UNKNOWN', value: '2025-01-01' });
    expect(refused.messages.vi).toContain('01/01/2024 đến 31/12/2024');
    expect(refused.messages.en).toContain('1 January 2024 to 31 December 2024');
  });

  it('knows nothing of an empty calendar', () => {
    expect(knowsDay(localDate('2024-06-03'), NONE)).toBe(false);
    expect(refusalOf(() => addWorkingDays(localDate('2024-06-03'), 1, NONE)).messages.en).toContain(
      'no year is loaded',
    );
  });
});

describe('workingDaysBetween', () => {
  it.each([
    ['2024-04-26', '2024-04-26', 0],
    ['2024-04-26', '2024-05-01', 0],
    ['2024-04-26', '2024-05-02', 1],
    ['2024-04-26', '2024-05-05', 3],
    ['2024-05-02', '2024-04-26', 0],
  ])('after %s up to %s: %i', (from, to, count) => {
    expect(workingDaysBetween(localDate(from), localDate(to), APRIL_2024)).toBe(count);
  });

  it('is the other way round of addWorkingDays', () => {
    const from = localDate('2024-04-20');
    for (let count = 1; count < 40; count += 1) {
      expect(workingDaysBetween(from, addWorkingDays(from, count, APRIL_2024), APRIL_2024)).toBe(count);
    }
  });
});
