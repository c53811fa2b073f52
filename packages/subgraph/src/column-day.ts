import { fromUtcMidnight, type LocalDate } from '@cnscd/domain';

/** A `@db.Date` column as Prisma gives it, as a calendar day. */
export function dayOfColumn(date: Date | null): LocalDate | null {
  return date === null ? null : fromUtcMidnight(date);
}
