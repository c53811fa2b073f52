import {
  DomainError,
  formatDate,
  type LocalDate,
  localDate,
  type Period,
  period,
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
  if (day < UNITS_KNOWN_FROM) {
    throw new DomainError(
      'AS_OF_BEFORE_DATA',
      {
        vi: `${field} là ${asOf}; dữ liệu bắt đầu từ ngày ${formatDate(UNITS_KNOWN_FROM, 'vi')}.`,
        en: `${field} is ${asOf}; the data begin on ${UNITS_KNOWN_FROM}.`,
      },
      { field, value: asOf },
    );
  }
  return day;
}

/** @throws {DomainError} `PERIOD_INVALID` */
export function periodOf(text: string | null | undefined, field = 'period'): Period | null {
  return text == null ? null : period(text, field);
}
