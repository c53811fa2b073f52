import { addDays, formatDate, type LocalDate } from './dates.ts';
import { DomainError } from './errors.ts';
import { UNITS_KNOWN_FROM } from './horizon.ts';

/**
 * A day that lies within reach: not before the programme, and at most so many days after today.
 *
 * @throws {DomainError} `DATE_INVALID`
 */
export function requireDayWithin(
  day: LocalDate,
  field: string,
  {
    today,
    daysAhead = 0,
    from = UNITS_KNOWN_FROM,
  }: { today: LocalDate; daysAhead?: number; from?: LocalDate },
): LocalDate {
  const to = addDays(today, daysAhead);
  if (day >= from && day <= to) return day;
  throw new DomainError(
    'DATE_INVALID',
    {
      vi: `${field} là ${day}; phải từ ngày ${formatDate(from, 'vi')} đến hết ngày ${formatDate(to, 'vi')}`,
      en: `${field} is ${day}; it must be from ${formatDate(from, 'en')} to ${formatDate(to, 'en')}`,
    },
    { field, value: day },
  );
}
