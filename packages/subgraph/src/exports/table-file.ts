import type { Table } from '../spreadsheets/table.ts';
import { writeCsvTable } from '../spreadsheets/write-csv-table.ts';
import { writeXlsxTable } from '../spreadsheets/write-xlsx-table.ts';
import type { Column, ExportTable } from './export-table.ts';

/** What stands between the cells of a CSV file. */
export type Delimiter = ';' | ',' | '\t';

/** The bare table, to be worked with and imported again: headings in the first row, then the rows, and no sums. */
export function xlsxOf(table: ExportTable): Promise<Uint8Array> {
  return writeXlsxTable(sheetOf(table));
}

export function csvOf(table: ExportTable, delimiter: Delimiter): Uint8Array {
  return writeCsvTable(sheetOf(table), { delimiter });
}

const sheetOf = ({ title, columns, rows }: ExportTable): Table => ({
  name: title,
  columns: columns.map((column) => ({ ...column, header: headingOf(column) })),
  rows,
});

/** One heading where there is room for one row of them: `Số tổ: Báo cáo`. */
const headingOf = ({ group, header }: Column) => (group === null ? header : `${group}: ${header}`);
