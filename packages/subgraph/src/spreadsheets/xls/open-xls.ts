import { fromUtcMidnight } from '@cnscd/domain';
import { type CellValue, readXls, type Sheet } from 'hucre/xlsx';
import type { Cell, CellRow, SheetReader } from '../cells.ts';
import { FILE_LIMITS, fileRefusal } from '../file-refusals.ts';

/**
 * The sheets of a workbook of Excel 97–2003, by hucre. It says less than XLSX does: neither which numbers are shown as
 * percents nor which font a text has, so that fractions are asked about and old encodings found by their characters.
 *
 * @throws {DomainError} `FILE_UNREADABLE`, `FILE_TOO_LARGE`
 */
export async function openXls(file: Uint8Array): Promise<SheetReader[]> {
  const { sheets } = await readBook(file);
  if (sheets.length > FILE_LIMITS.sheets) throw fileRefusal('TOO_MANY_SHEETS');
  return sheets.map(sheetReader);
}

async function readBook(file: Uint8Array) {
  try {
    return await readXls(file);
  } catch (error) {
    // Whatever its bytes make the library throw: the file is not what it should be.
    if (error instanceof Error) throw fileRefusal('DAMAGED');
    throw error;
  }
}

const ROWS_AT_ONCE = 1000;

function sheetReader({ name, rows, merges = [] }: Sheet): SheetReader {
  return {
    ...{ name: name.normalize('NFC'), isHidden: false, size: rows.length },
    merged: async () =>
      merges.map(({ startRow, endRow, startCol, endCol }) => ({
        ...{ firstRow: startRow + 1, lastRow: endRow + 1 },
        ...{ firstColumn: startCol + 1, lastColumn: endCol + 1 },
      })),
    async *rows(onProgress) {
      for (let at = 0; at < rows.length; at += ROWS_AT_ONCE) {
        const batch = rows.slice(at, at + ROWS_AT_ONCE);
        yield Array.from(batch, (values, index) => rowOf(at + index + 1, values)).filter(
          ({ cells }) => cells.length > 0,
        );
        onProgress?.(Math.min(at + ROWS_AT_ONCE, rows.length));
      }
    },
  };
}

/** @param values - undefined for a row that the file leaves out */
function rowOf(row: number, values: readonly CellValue[] | undefined): CellRow {
  const cells = Array.from(values ?? [], cellOf);
  if (cells.length > FILE_LIMITS.columns) throw fileRefusal('TOO_MANY_COLUMNS');
  while (cells.length > 0 && cells.at(-1) === null) cells.pop();
  return { row, cells };
}

const ERRORS = /^#(?:NULL!|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|N\/A|ERR!)$/;

function cellOf(value: CellValue | undefined): Cell | null {
  if (value === null || value === undefined || value === '') return null;
  if (typeof value === 'boolean') return { kind: 'FLAG', flag: value };
  if (typeof value === 'number') return { kind: 'NUMBER', number: value, isPercent: null };
  if (typeof value === 'string') {
    return ERRORS.test(value) ? { kind: 'BROKEN', text: value } : { kind: 'TEXT', text: value, font: null };
  }
  return dayCell(value);
}

function dayCell(instant: Date): Cell {
  const minutes = Math.round(instant.getTime() / 60_000);
  const time = minutes % 1440 === 0 ? null : new Date(minutes * 60_000).toISOString().slice(11, 16);
  // A time alone is a fraction of the day before all days.
  if (instant.getUTCFullYear() < 1901) return { kind: 'TIME', time: time ?? '00:00' };
  if (instant.getUTCFullYear() > 2100) return { kind: 'BROKEN', text: '#NUM!' };
  return { kind: 'DAY', day: fromUtcMidnight(instant), time, shows: 'DAY' };
}
