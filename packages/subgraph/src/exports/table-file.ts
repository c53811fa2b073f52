import type { Table } from '../spreadsheets/table.ts';
import { writeCsvTable } from '../spreadsheets/write-csv-table.ts';
import { writeXlsxTable } from '../spreadsheets/write-xlsx-table.ts';
import type { Column, ExportTable } from './export-table.ts';

/** What stands between the cells of a CSV file. */
export type Delimiter = ';' | ',' | '\t';

/** A table to be written as a file. Plain data, so that another thread can do it. */
export type TableOrder =
  | { format: 'XLSX'; table: ExportTable }
  | { format: 'CSV'; table: ExportTable; delimiter: Delimiter };

/**
 * The bytes of the bare table, to be worked with and imported again: headings in the first row, then the rows, and no
 * sums. Takes its thread for as long as that lasts.
 */
export async function tableFile(order: TableOrder): Promise<Uint8Array> {
  const sheet = sheetOf(order.table);
  return order.format === 'XLSX'
    ? writeXlsxTable(sheet)
    : writeCsvTable(sheet, { delimiter: order.delimiter });
}

const sheetOf = ({ title, columns, rows }: ExportTable): Table => ({
  name: title,
  columns: columns.map((column) => ({ ...column, header: headingOf(column) })),
  rows,
});

/** One heading where there is room for one row of them: `Số tổ: Báo cáo`. */
const headingOf = ({ group, header }: Column) => (group === null ? header : `${group}: ${header}`);
