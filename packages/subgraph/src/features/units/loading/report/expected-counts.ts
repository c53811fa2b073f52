import type { Hash } from 'node:crypto';
import { readCitedTable } from '../cited-table.ts';

export interface ExpectedCount {
  day: string;
  level: 'PROVINCE' | 'DISTRICT' | 'COMMUNE';
  kind: string | null;
  provinceCode: string | null;
  expected: number;
  source: string;
  /** Why the number may not be found. */
  noteVi: string | null;
  noteEn: string | null;
}

/** How many units a source says stand on a day. */
export function readExpectedCounts(digest?: Hash): ExpectedCount[] {
  const rows = readCitedTable<ExpectedCount>('expected-counts.csv', digest);
  return rows.map((row) => ({ ...row, expected: Number(row.expected) }));
}
