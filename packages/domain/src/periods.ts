import { addDays, type LocalDate, localDate, toUtcMidnight } from './dates.ts';
import { DomainError, type Messages } from './errors.ts';
import { parsePeriod } from './period-parts.ts';
import { quoted, shown } from './shown.ts';

/** A reporting period: a year '2026', half '2026-H1', quarter '2026-Q1', month '2026-03' or ISO week '2026-W12'. */
export type Period = string & { readonly __brand: 'Period' };

/**
 * A reporting period from text.
 *
 * @throws {DomainError} `PERIOD_INVALID` unless it has one of the five forms, exists (W53 only in long years) and
 * lies within 1900–2100
 */
export function period(text: string, field = 'period'): Period {
  const parts = parsePeriod(text);
  if (parts === null) throw invalidPeriod(text, field, NOT_A_FORM);
  if (parts.year < 1900 || parts.year > 2100) throw invalidPeriod(text, field, OUT_OF_RANGE);
  const isWeek = parts.kind === 'WEEK';
  if (isWeek && parts.number > weeksInYear(parts.year))
    throw invalidPeriod(text, field, noWeek53(parts.year));
  // Week 52 of 2100 ends in 2101.
  if (isWeek && text === '2100-W52') throw invalidPeriod(text, field, OUT_OF_RANGE);
  return text as Period; // checked above
}

/**
 * The year, half, quarter, month and ISO week that a day lies in, in this order.
 *
 * @throws {DomainError} `PERIOD_INVALID` in the last week of 2100, which ends beyond the known years
 */
export function periodsOf(date: LocalDate): Period[] {
  const year = date.slice(0, 4);
  const month = Number(date.slice(5, 7));
  const halfAndQuarter = [`${year}-H${Math.ceil(month / 6)}`, `${year}-Q${Math.ceil(month / 3)}`];
  return [year, ...halfAndQuarter, date.slice(0, 7), weekOf(date)].map((text) => period(text));
}

function weekOf(date: LocalDate): string {
  // ISO 8601: a week belongs to the year that its Thursday lies in.
  const thursday = addDays(date, 3 - daysSinceMonday(date));
  const year = thursday.slice(0, 4);
  const dayOfYear = (Date.parse(thursday) - Date.parse(`${year}-01-01`)) / 86_400_000;
  return `${year}-W${twoDigits(Math.floor(dayOfYear / 7) + 1)}`;
}

function weeksInYear(year: number): number {
  // 28 December always lies in the last week.
  return Number(weekOf(day(year, 12, 28)).slice(-2));
}

function daysSinceMonday(date: LocalDate): number {
  return (toUtcMidnight(date).getUTCDay() + 6) % 7;
}

function day(year: number, month: number, dayOfMonth: number): LocalDate {
  return localDate(`${year}-${twoDigits(month)}-${twoDigits(dayOfMonth)}`);
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}

const NOT_A_FORM: Messages = {
  vi: 'hãy viết 2026 (năm), 2026-H1 (nửa năm), 2026-Q1 (quý), 2026-03 (tháng) hoặc 2026-W12 (tuần ISO)',
  en: 'write 2026 (year), 2026-H1 (half), 2026-Q1 (quarter), 2026-03 (month) or 2026-W12 (ISO week)',
};

const OUT_OF_RANGE: Messages = {
  vi: 'kỳ báo cáo phải nằm trọn trong các năm 1900–2100',
  en: 'a period must lie within the years 1900–2100',
};

function noWeek53(year: number): Messages {
  return { vi: `năm ${year} chỉ có 52 tuần ISO`, en: `${year} has 52 ISO weeks` };
}

function invalidPeriod(text: string, field: string, reason: Messages): DomainError {
  const messages = {
    vi: `${field} là ${quoted(text)}; ${reason.vi}`,
    en: `${field} is ${quoted(text)}; ${reason.en}`,
  };
  return new DomainError('PERIOD_INVALID', messages, { field, value: shown(text) });
}
