import { formatDate, type LocalDate, localDate } from './dates.ts';
import type { Messages } from './errors.ts';

/** What a day that somebody wrote into a table can be. */
export type WrittenDay =
  | { kind: 'DAY'; day: LocalDate; time: string | null }
  /** Several days, or days of several centuries: which one is not guessed. */
  | { kind: 'AMBIGUOUS'; readings: Messages }
  /** A month or a year alone, or a day without its year. */
  | { kind: 'INCOMPLETE' }
  | { kind: 'INVALID' };

/**
 * A day as Vietnamese officers write it: 05/03/2026, 5-3-2026, 5.3.2026, "ngày 5 tháng 3 năm 2026", and 2026-03-05 as
 * programs do. The day comes first; what could only be read the other way round, as 03/25/2026, is no day.
 *
 * Two-digit years are AMBIGUOUS.
 */
export function writtenDay(text: string): WrittenDay {
  const plain = text.normalize('NFC').toLowerCase().replace(/\s+/gu, ' ').trim();
  const [, begin = plain, time = null] = WITH_TIME.exec(plain) ?? [];
  const words = IN_WORDS.exec(begin);
  if (words !== null) return wholeDay(words[1], words[2], words[3], time);
  const [, isoYear, isoMonth, isoDay] = YEAR_FIRST.exec(begin) ?? [];
  if (isoYear !== undefined) return wholeDay(isoDay, isoMonth, isoYear, time);
  const [, day, , month, year] = DAY_FIRST.exec(begin) ?? [];
  if (year !== undefined)
    return year.length === 2 ? twoDigits(day, month, year) : wholeDay(day, month, year, time);
  return INCOMPLETE.some((shape) => shape.test(begin)) ? { kind: 'INCOMPLETE' } : { kind: 'INVALID' };
}

const WITH_TIME = /^(\S*\d) (?:lúc )?(\d{1,2}:\d{2})(?::\d{2}(?:\.\d+)?)?$/u;
const IN_WORDS = /^(?:ngày )?(\d{1,2}) tháng (\d{1,2}) năm (\d{4})$/u;
const YEAR_FIRST = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/u;
const DAY_FIRST = /^(?:ngày )?(\d{1,2}) ?([-/.]) ?(\d{1,2}) ?\2 ?(\d{4}|\d{2})$/u;
const INCOMPLETE = [
  /^(?:năm )?(?:19|20)\d{2}$/u,
  /^(?:tháng |t)?\d{1,2} ?[-/.] ?(?:19|20)\d{2}$/u,
  /^(?:tháng |t)\d{1,2} ?(?:năm |[-/.] ?)?(?:19|20)\d{2}$/u,
  /^(?:ngày )?\d{1,2} ?[-/.] ?\d{1,2}$/u,
  /^(?:tháng |t)\d{1,2}$/u,
];

function wholeDay(day = '', month = '', year = '', time: string | null): WrittenDay {
  const found = calendarDay(day, month, year);
  return found === null
    ? { kind: 'INVALID' }
    : { kind: 'DAY', day: found, time: time?.padStart(5, '0') ?? null };
}

function twoDigits(day = '', month = '', year: string): WrittenDay {
  const days = ['19', '20'].flatMap((century) => calendarDay(day, month, century + year) ?? []);
  if (days.length === 0) return { kind: 'INVALID' };
  const listed = (language: 'vi' | 'en', or: string) => days.map((one) => formatDate(one, language)).join(or);
  return { kind: 'AMBIGUOUS', readings: { vi: listed('vi', ' hoặc '), en: listed('en', ' or ') } };
}

function calendarDay(day: string, month: string, year: string): LocalDate | null {
  try {
    return localDate(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
  } catch {
    return null; // a month 13, a 31 April, a year before 1900
  }
}
