import {
  type Boundary,
  DomainError,
  formatDate,
  type LocalDate,
  localDate,
  type Period,
  period,
  periodBounds,
  today,
  UNITS_KNOWN_FROM,
} from '@cnscd/domain';
import type { Context } from './context.ts';

/**
 * The day that a query is about; today in Việt Nam when it names none.
 *
 * @throws {DomainError} `DATE_INVALID`, or `AS_OF_BEFORE_DATA` for a day before anything is known
 */
export function dayOf(ctx: Context, asOf: string | null | undefined, field = 'asOf'): LocalDate {
  if (asOf == null) return today(ctx.now);
  const day = localDate(asOf, field);
  if (day < UNITS_KNOWN_FROM) throw beforeData(field, day);
  return day;
}

/**
 * The period that a query is about; null when it names none.
 *
 * @throws {DomainError} `PERIOD_INVALID`, or `AS_OF_BEFORE_DATA` for a period that ends before anything is known
 */
export function periodOf(text: string | null | undefined, field = 'period'): Period | null {
  if (text == null) return null;
  const asked = period(text, field);
  if (periodBounds(asked).to < UNITS_KNOWN_FROM) throw beforeData(field, asked);
  return asked;
}

function beforeData(field: string, value: string): DomainError {
  return new DomainError(
    'AS_OF_BEFORE_DATA',
    {
      vi: `${field} là ${value}; dữ liệu bắt đầu từ ngày ${formatDate(UNITS_KNOWN_FROM, 'vi')}.`,
      en: `${field} is ${value}; the data begin on ${UNITS_KNOWN_FROM}.`,
    },
    { field, value },
  );
}

/** The day whose units make up a region: today in CURRENT borders, else the day that the question is about. */
export function bordersOn(ctx: Context, boundary: Boundary, day: string): string {
  return boundary === 'CURRENT' ? today(ctx.now) : day;
}
