import { addDays, formatDate, type LocalDate, localDate, startOfDay, today, toUtcMidnight } from './dates.ts';
import { DomainError, type Messages } from './errors.ts';
import { UNITS_KNOWN_FROM } from './horizon.ts';
import { requireCount } from './inputs.ts';
import { quoted, shown } from './shown.ts';
import { WEEKDAYS, type Weekday } from './vocabulary.ts';

/** What recurs at a time of day in Việt Nam: on days of the week, or on a day of the month. */
export interface RecurrenceDraft {
  /** First and last day that it may fall on. */
  from: string;
  until: string;
  /** Time of day: '08:00'. */
  time: string;
  weekdays: readonly Weekday[] | null;
  /** 1 to 31. */
  dayOfMonth: number | null;
}

export interface Occurrence {
  day: LocalDate;
  startsAt: Date;
}

export interface Occurrences {
  /** In their order, 1 to 100. */
  occurrences: Occurrence[];
  /** Months between first and last day that have no such day, '2026-02': they are left out and no other day is taken. */
  skippedMonths: string[];
}

/** As many as people look through before they agree. */
const MOST_OCCURRENCES = 100;
const FURTHEST_PLAN_DAYS = 366;

/**
 * The days on which something recurs.
 *
 * @throws {DomainError} `DATE_INVALID`, `INSTANT_INVALID` for the time, `COUNT_INVALID` for the day of the month,
 * `ACTIVITY_IN_FUTURE` more than a year ahead, `INPUT_INVALID` for contradictions, and for no day at all or over 100
 *
 * @example
 * occurrencesOf({ from: '2026-03-01', until: '2026-03-31', time: '19:30', weekdays: ['SATURDAY'], dayOfMonth: null }, now)
 */
export function occurrencesOf(draft: RecurrenceDraft, now: Date): Occurrences {
  const minutes = minutesOf(draft.time);
  const days = daysBetween(draft, today(now));
  const isOn = choice(draft);
  const occurrences = days
    .filter(isOn)
    .map((day) => ({ day, startsAt: new Date(startOfDay(day).getTime() + minutes * 60_000) }));
  if (occurrences.length === 0) throw invalid('until', draft.until, NONE);
  if (occurrences.length > MOST_OCCURRENCES) throw invalid('until', draft.until, tooMany(occurrences.length));
  return { occurrences, skippedMonths: monthsWithout(draft.dayOfMonth, days) };
}

function minutesOf(time: string): number {
  const parts = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(time);
  if (parts !== null) return Number(parts[1]) * 60 + Number(parts[2]);
  throw new DomainError(
    'INSTANT_INVALID',
    {
      vi: `time là ${quoted(time)}; hãy viết giờ trong ngày theo giờ Việt Nam, ví dụ 08:00 hoặc 19:30`,
      en: `time is ${quoted(time)}; write the time of day in Việt Nam, for example 08:00 or 19:30`,
    },
    { field: 'time', value: shown(time) },
  );
}

function daysBetween(draft: RecurrenceDraft, now: LocalDate): LocalDate[] {
  const from = localDate(draft.from, 'from');
  const until = localDate(draft.until, 'until');
  if (from < UNITS_KNOWN_FROM) throw invalid('from', from, TOO_EARLY);
  const furthest = addDays(now, FURTHEST_PLAN_DAYS);
  if (until > furthest) throw tooFar(until, furthest);
  if (until < from) throw invalid('until', until, beforeFrom(from));
  const days: LocalDate[] = [];
  for (let day = from; day <= until; day = addDays(day, 1)) days.push(day);
  return days;
}

function choice({ weekdays, dayOfMonth }: RecurrenceDraft): (day: LocalDate) => boolean {
  if ((weekdays === null) === (dayOfMonth === null)) throw invalid('weekdays', null, EITHER);
  if (dayOfMonth !== null) {
    requireCount(dayOfMonth, 'dayOfMonth', { min: 1, max: 31 });
    return (day) => dayOf(day) === dayOfMonth;
  }
  // Sunday is 0 for getUTCDay and the last one here.
  const chosen = (weekdays ?? []).map((weekday) => (WEEKDAYS.indexOf(weekday) + 1) % 7);
  if (chosen.length === 0) throw invalid('weekdays', '[]', EITHER);
  return (day) => chosen.includes(toUtcMidnight(day).getUTCDay());
}

function monthsWithout(dayOfMonth: number | null, days: readonly LocalDate[]): string[] {
  if (dayOfMonth === null) return [];
  const months = [...new Set(days.map((day) => day.slice(0, 7)))];
  return months.filter((month) => lastDayOf(month) < dayOfMonth);
}

const dayOf = (day: LocalDate): number => Number(day.slice(8));

/** Day 0 of a month is the last one of the month before. */
const lastDayOf = (month: string): number =>
  new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)), 0)).getUTCDate();

function invalid(field: string, value: string | null, { vi, en }: Messages): DomainError {
  const [is, of] = value === null ? ['', ''] : [` là ${quoted(value)}`, ` is ${quoted(value)}`];
  const messages = { vi: `${field}${is}; ${vi}`, en: `${field}${of}; ${en}` };
  return new DomainError('INPUT_INVALID', messages, {
    field,
    ...(value !== null && { value: shown(value) }),
  });
}

function tooFar(until: LocalDate, furthest: LocalDate): DomainError {
  return new DomainError(
    'ACTIVITY_IN_FUTURE',
    {
      vi: `until là ${until}; kế hoạch chỉ được trước tối đa một năm, đến hết ngày ${formatDate(furthest, 'vi')}`,
      en: `until is ${until}; a plan is at most a year ahead, until ${formatDate(furthest, 'en')}`,
    },
    { field: 'until', value: until },
  );
}

const EITHER: Messages = {
  vi: 'hãy cho hoặc weekdays với ít nhất một thứ trong tuần, hoặc dayOfMonth',
  en: 'give either weekdays, one at least, or dayOfMonth',
};
const NONE: Messages = {
  vi: 'từ from đến ngày này không có ngày nào như vậy; hãy chọn khoảng dài hơn',
  en: 'there is no such day from `from` until then; choose a longer time',
};
const TOO_EARLY: Messages = {
  vi: 'các tổ hoạt động từ năm 2022, hãy xem lại năm',
  en: 'the teams began in 2022, look at the year again',
};
const beforeFrom = (from: LocalDate): Messages => ({
  vi: `phải từ ngày from ${formatDate(from, 'vi')} trở đi`,
  en: `it must be ${formatDate(from, 'en')}, which is \`from\`, or later`,
});
const tooMany = (count: number): Messages => ({
  vi: `sẽ có ${count} hoạt động; tối đa ${MOST_OCCURRENCES}, hãy chọn ngày sớm hơn`,
  en: `that makes ${count} activities; at most ${MOST_OCCURRENCES}, choose an earlier day`,
});
