import type { LocalDate } from './dates.ts';
import { type PeriodParts, parsePeriod } from './period-parts.ts';
import type { Period } from './periods.ts';

/** First and last day of a period, both included. */
export interface PeriodBounds {
  from: LocalDate;
  to: LocalDate;
}

/** First and last day of the period. Weeks run from Monday to Sunday and may begin or end in another year. */
export function periodBounds(period: Period): PeriodBounds {
  const { kind, year, number } = partsOf(period);
  if (kind === 'WEEK') {
    const mondayMs = firstMondayMs(year) + 7 * (number - 1) * DAY_MS;
    return { from: dayAt(mondayMs), to: dayAt(mondayMs + 6 * DAY_MS) };
  }
  const months = MONTHS[kind];
  const nextMonth = months * number;
  return {
    from: dayAt(Date.UTC(year, nextMonth - months, 1)),
    to: dayAt(Date.UTC(year, nextMonth, 1) - DAY_MS),
  };
}

/** Whether a day lies in the period. */
export function periodContains(outer: Period, date: LocalDate): boolean {
  const { from, to } = periodBounds(outer);
  return from <= date && date <= to;
}

const DAY_MS = 86_400_000;
const MONTHS = { YEAR: 12, HALF: 6, QUARTER: 3, MONTH: 1 } as const;

function partsOf(period: Period): PeriodParts {
  const parts = parsePeriod(period);
  if (parts === null) throw new TypeError('a Period that period() did not make');
  return parts;
}

/** 4 January always lies in week 1. */
function firstMondayMs(year: number): number {
  const january4Ms = Date.UTC(year, 0, 4);
  return january4Ms - ((new Date(january4Ms).getUTCDay() + 6) % 7) * DAY_MS;
}

const dayAt = (ms: number): LocalDate => new Date(ms).toISOString().slice(0, 10) as LocalDate; // a day of the calendar
