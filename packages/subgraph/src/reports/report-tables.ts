import { groupBy } from '../context.ts';
import type { ValueRow } from './report-rows.ts';

/** A table of a report. */
export interface ReportTable {
  code: string;
  title: string;
  titleEn: string;
  values: ValueRow[];
}

/** Values by the tables that they stand in, in their order. */
export function tablesOf(values: readonly ValueRow[]): ReportTable[] {
  return [...groupBy(values, ({ tableCode }) => tableCode).values()].map((group) => ({
    ...{ code: group[0].tableCode, title: group[0].tableVi, titleEn: group[0].tableEn },
    values: group,
  }));
}
