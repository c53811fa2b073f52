import type { KpiRow, KpiValue } from '@cnscd/sdk';

/** A line of the table: an indicator, or a unit of a breakdown. */
export interface KpiEntry {
  key: string;
  name: string;
  nameEn?: string;
  measureUnit: string;
  value: KpiValue;
}

/** An indicator of a board as a line. */
export const asEntry = ({ indicator, total }: KpiRow): KpiEntry => ({
  key: indicator.code,
  name: indicator.name,
  nameEn: indicator.nameEn,
  measureUnit: indicator.unit,
  value: total,
});
