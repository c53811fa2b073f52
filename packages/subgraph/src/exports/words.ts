import {
  formatDate,
  type LocalDate,
  label,
  type Period,
  periodLabel,
  type Vocabularies,
} from '@cnscd/domain';
import type { UnitRow } from '../entities/rows.ts';

/** What officers call a value, with a capital as cells begin; null stays an empty cell. */
export function named<Name extends keyof Vocabularies>(
  vocabulary: Name,
  value: Vocabularies[Name] | null,
): string | null {
  return value === null ? null : capitalised(label(vocabulary, value));
}

export const capitalised = (text: string): string => text.charAt(0).toLocaleUpperCase('vi') + text.slice(1);

/** `Tính đến ngày 22/11/2026`. */
export const untilDay = (day: string): string => `Tính đến ngày ${formatDate(day as LocalDate, 'vi')}`; // of dayOf or of the database

/** `Quý I/2026`. Null for none. */
export const inPeriod = (period: Period | null): string | null =>
  period === null ? null : capitalised(periodLabel(period, 'vi'));

/** Where a table is about, as its head says it. */
export const placeOf = (region: Pick<UnitRow, 'fullName'> | null): string =>
  region === null ? 'Tất cả đơn vị' : region.fullName;

/** A ratio of 0–1 in points, to a tenth: 0.9847 is 98.5. */
export const percentOf = (ratio: number | null): number | null =>
  ratio === null ? null : Math.round(ratio * 1000) / 10;
