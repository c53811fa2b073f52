import { describe, expect, it } from 'vitest';
import { occurrencesOf, type RecurrenceDraft } from '../src/index.ts';
import { refusal } from './refusal.ts';

const NOW = new Date('2025-12-01T03:00:00Z');

const weekly = (rest: Partial<RecurrenceDraft>): RecurrenceDraft => ({
  ...{
    from: '2025-12-27',
    until: '2026-01-11',
    time: '19:30',
    weekdays: ['SATURDAY', 'SUNDAY'],
    dayOfMonth: null,
  },
  ...rest,
});
const monthly = (dayOfMonth: number, rest: Partial<RecurrenceDraft> = {}) =>
  weekly({ from: '2025-12-01', until: '2026-06-30', weekdays: null, dayOfMonth, ...rest });

const daysOf = (draft: RecurrenceDraft) => occurrencesOf(draft, NOW).occurrences.map(({ day }) => day);

describe('occurrencesOf', () => {
  it.each([
    [
      'weekends across the end of the year',
      weekly({}),
      ['2025-12-27', '2025-12-28', '2026-01-03', '2026-01-04', '2026-01-10', '2026-01-11'],
    ],
    [
      'Thursdays across the ISO years 2025 and 2026',
      weekly({ weekdays: ['THURSDAY'] }),
      ['2026-01-01', '2026-01-08'],
    ],
    [
      'Mondays, first and last day included',
      weekly({ from: '2025-12-29', until: '2026-01-05', weekdays: ['MONDAY'] }),
      ['2025-12-29', '2026-01-05'],
    ],
    [
      'a weekday given twice',
      weekly({ weekdays: ['SUNDAY', 'SUNDAY'], until: '2025-12-28' }),
      ['2025-12-28'],
    ],
    ['the 15th', monthly(15, { until: '2026-02-15' }), ['2025-12-15', '2026-01-15', '2026-02-15']],
    ['29 February in a leap year', monthly(29, { from: '2024-02-01', until: '2024-03-01' }), ['2024-02-29']],
  ])('%s', (_, draft, days) => {
    expect(daysOf(draft)).toEqual(days);
  });

  it('leaves out months without the day, and says which', () => {
    const { occurrences, skippedMonths } = occurrencesOf(monthly(31), NOW);
    expect(occurrences.map(({ day }) => day)).toEqual([
      '2025-12-31',
      '2026-01-31',
      '2026-03-31',
      '2026-05-31',
    ]);
    expect(skippedMonths).toEqual(['2026-02', '2026-04', '2026-06']);
    expect(occurrencesOf(monthly(30), NOW).skippedMonths).toEqual(['2026-02']);
    expect(occurrencesOf(weekly({}), NOW).skippedMonths).toEqual([]);
  });

  it.each([
    ['00:00', '2025-12-26T17:00:00.000Z'],
    ['06:59', '2025-12-26T23:59:00.000Z'],
    ['07:00', '2025-12-27T00:00:00.000Z'],
    ['23:59', '2025-12-27T16:59:00.000Z'],
  ])('takes %s as a time in Việt Nam', (time, instant) => {
    expect(occurrencesOf(weekly({ time }), NOW).occurrences[0]?.startsAt.toISOString()).toBe(instant);
  });

  it('makes a hundred at most', () => {
    const daily = weekly({
      weekdays: ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'],
    });
    expect(daysOf({ ...daily, from: '2026-01-01', until: '2026-04-10' })).toHaveLength(100);
    const refused = refusal(() => occurrencesOf({ ...daily, from: '2026-01-01', until: '2026-04-11' }, NOW));
    expect(refused).toMatchObject({ code: 'INPUT_INVALID', field: 'until' });
    expect(refused.messages.en).toContain('101 activities; at most 100');
  });

  it.each([
    [weekly({ time: '8:00' }), 'INSTANT_INVALID', 'time'],
    [weekly({ time: '24:00' }), 'INSTANT_INVALID', 'time'],
    [weekly({ time: `08:00${'\0'}` }), 'INSTANT_INVALID', 'time'],
    [weekly({ from: '2026-02-30' }), 'DATE_INVALID', 'from'],
    [weekly({ until: 'mai' }), 'DATE_INVALID', 'until'],
    [weekly({ from: '2021-12-31' }), 'INPUT_INVALID', 'from'],
    [weekly({ until: '2025-12-26' }), 'INPUT_INVALID', 'until'],
    [weekly({ until: '2026-12-03' }), 'ACTIVITY_IN_FUTURE', 'until'],
    [weekly({ weekdays: [] }), 'INPUT_INVALID', 'weekdays'],
    [weekly({ dayOfMonth: 5 }), 'INPUT_INVALID', 'weekdays'],
    [weekly({ weekdays: null }), 'INPUT_INVALID', 'weekdays'],
    [monthly(0), 'COUNT_INVALID', 'dayOfMonth'],
    [monthly(32), 'COUNT_INVALID', 'dayOfMonth'],
    [monthly(31, { from: '2026-02-01', until: '2026-02-28' }), 'INPUT_INVALID', 'until'],
  ])('refuses %j', (draft, code, field) => {
    expect(refusal(() => occurrencesOf(draft, NOW))).toMatchObject({ code, field });
  });

  it('goes a year ahead', () => {
    expect(daysOf(weekly({ from: '2026-11-30', until: '2026-12-02', weekdays: ['WEDNESDAY'] }))).toEqual([
      '2026-12-02',
    ]);
  });
});
