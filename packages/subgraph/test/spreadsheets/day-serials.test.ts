import { localDate } from '@cnscd/domain';
import { describe, expect, it } from 'vitest';
import { dayOfSerial, serialOfDay, timeOfSerial } from '../../src/spreadsheets/day-serials.ts';

describe('the numbers that spreadsheets keep days under', () => {
  it.each([
    [61, '1900', '1900-03-01'],
    [25_569, '1900', '1970-01-01'],
    [45_199, '1900', '2023-09-30'],
    [43_737, '1904', '2023-09-30'],
    [45_199.75, '1900', '2023-09-30'],
  ] as const)('%d in the %s system is %s', (serial, system, day) => {
    expect(dayOfSerial(serial, system)).toBe(day);
  });

  it.each([0, 59, 60, -1, 80_000, Number.NaN])('%d is no day', (serial) => {
    expect(dayOfSerial(serial, '1900')).toBeNull();
  });

  it('go there and back', () => {
    for (const day of ['1900-03-01', '1999-12-31', '2024-02-29', '2099-12-31']) {
      expect(dayOfSerial(serialOfDay(localDate(day)), '1900')).toBe(day);
    }
  });

  it('have the time in their fraction, to the minute', () => {
    expect(timeOfSerial(45_199)).toBeNull();
    expect(timeOfSerial(45_199 + 19.5 / 24)).toBe('19:30');
    expect(timeOfSerial(0.33333333)).toBe('08:00');
  });
});
