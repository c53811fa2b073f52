import { DomainError, type Messages } from './errors.ts';
import type { Language } from './language.ts';
import { quoted, shown } from './shown.ts';

/** A calendar day in Vietnam, 'YYYY-MM-DD'. Compares as text: `a < b` is "a is earlier". */
export type LocalDate = string & { readonly __brand: 'LocalDate' };

const FIRST_YEAR = 1900;
const LAST_YEAR = 2100;
const DAY_MS = 86_400_000;

// Asia/Ho_Chi_Minh is UTC+7 without daylight saving since 13 June 1975; arithmetic also serves old webviews,
// whose Intl may lack time zones.
const VIETNAM_OFFSET_MS = 7 * 3_600_000;

/**
 * A calendar day from text such as '2023-09-30'.
 *
 * @throws {DomainError} `DATE_INVALID` unless it is YYYY-MM-DD, a day of the calendar, and of the years 1900–2100
 */
export function localDate(text: string, field = 'date'): LocalDate {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (parts === null) throw invalidDate(text, field, NOT_ISO);
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  if (year < FIRST_YEAR || year > LAST_YEAR) throw invalidDate(text, field, OUT_OF_RANGE);
  // Date.UTC rolls 31 April over to 1 May: only a day of the calendar comes back as it was.
  if (isoDay(Date.UTC(year, month - 1, day)) !== text) throw invalidDate(text, field, NOT_A_DAY);
  return text as LocalDate; // checked above
}

/**
 * The day `days` later, or earlier where negative.
 *
 * @throws {DomainError} `DATE_INVALID` where it leaves the years 1900–2100
 */
export function addDays(date: LocalDate, days: number): LocalDate {
  return localDate(isoDay(Date.parse(date) + days * DAY_MS));
}

/** The calendar day in Vietnam at an instant. */
export function today(now: Date): LocalDate {
  return localDate(isoDay(now.getTime() + VIETNAM_OFFSET_MS));
}

/** The instant at which the day begins in Vietnam: 17:00 UTC of the day before. */
export function startOfDay(date: LocalDate): Date {
  return new Date(Date.parse(date) - VIETNAM_OFFSET_MS);
}

/** The day as database drivers take a `date` column: midnight UTC. */
export function toUtcMidnight(date: LocalDate): Date {
  return new Date(Date.parse(date));
}

/**
 * The day of a `date` column, which database drivers give as midnight UTC. For an instant use {@link today}.
 *
 * @throws {DomainError} `DATE_INVALID` outside the years 1900–2100
 */
export function fromUtcMidnight(midnight: Date): LocalDate {
  return localDate(isoDay(midnight.getTime()));
}

/** The day as people read it: '30/09/2023' in Vietnamese, '30 September 2023' in English. */
export function formatDate(date: LocalDate, language: Language): string {
  const [year, month, day] = date.split('-');
  if (language === 'vi') return `${day}/${month}/${year}`;
  return englishDay.format(toUtcMidnight(date));
}

const englishDay = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});

function isoDay(epochMs: number): string {
  return new Date(epochMs).toISOString().slice(0, 10);
}

const NOT_ISO: Messages = {
  vi: 'hãy viết YYYY-MM-DD, ví dụ 2023-09-30',
  en: 'write YYYY-MM-DD, for example 2023-09-30',
};

const NOT_A_DAY: Messages = {
  vi: 'ngày này không có trong lịch; hãy viết một ngày có thật, ví dụ 2023-09-30',
  en: 'the calendar has no such day; give a real one, for example 2023-09-30',
};

const OUT_OF_RANGE: Messages = {
  vi: `năm phải từ ${FIRST_YEAR} đến ${LAST_YEAR}`,
  en: `the year must be from ${FIRST_YEAR} to ${LAST_YEAR}`,
};

function invalidDate(text: string, field: string, reason: Messages): DomainError {
  const messages = {
    vi: `${field} là ${quoted(text)}; ${reason.vi}`,
    en: `${field} is ${quoted(text)}; ${reason.en}`,
  };
  return new DomainError('DATE_INVALID', messages, { field, value: shown(text) });
}
