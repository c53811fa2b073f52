import { type CellValue, writeXlsx } from 'hucre/xlsx';
import { readSheet } from 'read-excel-file/node';

/** The cells of the first sheet, as another library than the one that wrote it reads them. */
export const cellsOf = (bytes: Uint8Array): Promise<unknown[][]> => readSheet(Buffer.from(bytes));

/** A workbook as somebody might type it. */
export const workbookOf = (name: string, rows: readonly (readonly CellValue[])[]): Promise<Uint8Array> =>
  writeXlsx({ sheets: [{ name, rows: rows.map((row) => [...row]) }] });
