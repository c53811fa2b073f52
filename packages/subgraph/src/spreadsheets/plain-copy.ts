import { type CellValue, writeXlsx } from 'hucre/xlsx';
import type { Cell, CellRow, SheetReader } from './cells.ts';
import { serialOfDay } from './day-serials.ts';

/**
 * The values of any workbook as a new XLSX, each in its cell: for files that marks cannot be put into, CSV and XLS among
 * them. Hidden sheets are left out, as they are for reading.
 */
export async function plainCopy(sheets: readonly SheetReader[]): Promise<Uint8Array> {
  const copies = [];
  for (const sheet of sheets.filter(({ isHidden }) => !isHidden)) {
    const [rows, styles] = [
      [] as CellValue[][],
      new Map<string, { value: CellValue; style: { numFmt: string } }>(),
    ];
    for await (const batch of sheet.rows()) for (const row of batch) copyRow(row, rows, styles);
    const merges = (await sheet.merged()).map(({ firstRow, lastRow, firstColumn, lastColumn }) => ({
      ...{ startRow: firstRow - 1, endRow: lastRow - 1, startCol: firstColumn - 1, endCol: lastColumn - 1 },
    }));
    copies.push({ name: sheet.name, rows, cells: styles, merges });
  }
  return writeXlsx({ sheets: copies });
}

function copyRow(
  { row, cells }: CellRow,
  rows: CellValue[][],
  styles: Map<string, { value: CellValue; style: { numFmt: string } }>,
): void {
  while (rows.length < row) rows.push([]);
  rows[row - 1] = cells.map((cell, column) => {
    const { value, numFmt } = copyOf(cell);
    if (numFmt !== null) styles.set(`${row - 1},${column}`, { value, style: { numFmt } });
    return value;
  });
}

interface Copied {
  value: CellValue;
  numFmt: string | null;
}

function copyOf(cell: Cell | null): Copied {
  if (cell === null || cell.kind === 'FORMULA') return { value: null, numFmt: null };
  switch (cell.kind) {
    case 'TEXT':
    case 'BROKEN':
      return { value: cell.text, numFmt: '@' };
    case 'NUMBER':
      return { value: cell.number, numFmt: cell.isPercent ? '0.00%' : null };
    case 'DAY':
      return { value: serialOfDay(cell.day), numFmt: cell.shows === 'MONTH' ? 'mm/yyyy' : 'dd/mm/yyyy' };
    case 'TIME':
      return { value: cell.time, numFmt: '@' };
    case 'FLAG':
      return { value: cell.flag, numFmt: null };
  }
}
