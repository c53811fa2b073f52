import { addDays, type LocalDate, localDate } from '@cnscd/domain';

const DAY_MS = 86_400_000;

// Serial 60 is 29 February 1900, a day that never was: from 1 March 1900 on, serials count from 30 December 1899.
const DAY_ZERO_1900 = Date.UTC(1899, 11, 30);
const DAYS_1904_BEHIND = 1462;

/** The number under which a spreadsheet of the 1900 date system keeps a day. */
export function serialOfDay(day: LocalDate): number {
  return Math.round((Date.parse(day) - DAY_ZERO_1900) / DAY_MS);
}

/**
 * The day behind a spreadsheet's number; its fraction is the time of day.
 *
 * @returns null for what is no day from 1 March 1900 to 2100
 */
export function dayOfSerial(serial: number, system: '1900' | '1904'): LocalDate | null {
  const days = Math.floor(serial) + (system === '1904' ? DAYS_1904_BEHIND : 0);
  if (!(days > 60 && days < 73_415)) return null;
  return addDays(FIRST_DAY, days - 61);
}

const FIRST_DAY = localDate('1900-03-01');

/** The time of day in a serial's fraction, HH:MM, to the nearest minute; null where there is none. */
export function timeOfSerial(serial: number): string | null {
  const minutes = Math.round((serial - Math.floor(serial)) * 1440);
  if (minutes === 0 || minutes === 1440) return null;
  const twoDigits = (part: number) => String(part).padStart(2, '0');
  return `${twoDigits(Math.floor(minutes / 60))}:${twoDigits(minutes % 60)}`;
}
