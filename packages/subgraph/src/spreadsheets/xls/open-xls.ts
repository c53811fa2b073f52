import { fromUtcMidnight } from '@cnscd/domain';
import { type CellValue, readXls, type Sheet } from 'hucre/xlsx';
import type { Cell, CellRow, SheetReader } from '../cells.ts';
import { FILE_LIMITS, fileRefusal } from '../file-refusals.ts';
import type { CellStyle } from '../xlsx/styles.ts';
import { readSheetStyles, type SheetStyles } from './cell-styles.ts';

/**
 * The sheets of a workbook of Excel 97–2003: values by hucre; which sheets are hidden, which numbers are percents, which
 * days are months and which fonts are old ones by `readSheetStyles`. Fonts of single letters are not looked at.
 *
 * @throws {DomainError} `FILE_UNREADABLE`, `FILE_TOO_LARGE`
 */
export async function openXls(file: Uint8Array): Promise<SheetReader[]> {
  const { sheets } = await readBook(file);
  if (sheets.length > FILE_LIMITS.sheets) throw fileRefusal('TOO_MANY_SHEETS');
  const styles = styled(() => readSheetStyles(file));
  if (styles.length !== sheets.length) throw fileRefusal('DAMAGED');
  return sheets.map((sheet, at) => sheetReader(sheet, styles[at]));
}

/** Whatever its bytes make a view throw: the file is not what it should be. */
function styled(read: () => SheetStyles[]): SheetStyles[] {
  try {
    return read();
  } catch (error) {
    if (error instanceof RangeError) throw fileRefusal('DAMAGED');
    throw error;
  }
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

function sheetReader({ name, rows, merges = [] }: Sheet, styles: SheetStyles | undefined): SheetReader {
  return {
    ...{ name: name.normalize('NFC'), isHidden: styles?.isHidden ?? false, size: rows.length },
    merged: async () =>
      merges.map(({ startRow, endRow, startCol, endCol }) => ({
        ...{ firstRow: startRow + 1, lastRow: endRow + 1 },
        ...{ firstColumn: startCol + 1, lastColumn: endCol + 1 },
      })),
    async *rows(onProgress) {
      for (let at = 0; at < rows.length; at += ROWS_AT_ONCE) {
        const batch = rows.slice(at, at + ROWS_AT_ONCE);
        yield Array.from(batch, (values, index) => rowOf(at + index + 1, values, styles)).filter(
          ({ cells }) => cells.length > 0,
        );
        onProgress?.(Math.min(at + ROWS_AT_ONCE, rows.length));
      }
    },
  };
}

/** @param values - undefined for a row that the file leaves out */
function rowOf(
  row: number,
  values: readonly CellValue[] | undefined,
  styles: SheetStyles | undefined,
): CellRow {
  const cells = Array.from(values ?? [], (value, column) => cellOf(value, styles?.styleOf(row - 1, column)));
  if (cells.length > FILE_LIMITS.columns) throw fileRefusal('TOO_MANY_COLUMNS');
  while (cells.length > 0 && cells.at(-1) === null) cells.pop();
  return { row, cells };
}

const ERRORS = /^#(?:NULL!|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|N\/A|ERR!)$/;

function cellOf(value: CellValue | undefined, style: CellStyle | undefined): Cell | null {
  if (value === null || value === undefined || value === '') return null;
  if (typeof value === 'boolean') return { kind: 'FLAG', flag: value };
  if (typeof value === 'number')
    return { kind: 'NUMBER', number: value, isPercent: style?.meaning === 'PERCENT' };
  if (typeof value === 'string') {
    if (ERRORS.test(value)) return { kind: 'BROKEN', text: value };
    return { kind: 'TEXT', text: value, font: style?.font ?? null };
  }
  return dayCell(value, style?.meaning === 'MONTH' ? 'MONTH' : 'DAY');
}

function dayCell(instant: Date, shows: 'DAY' | 'MONTH'): Cell {
  // A number of any size may be shown as a day.
  if (Number.isNaN(instant.getTime())) return { kind: 'BROKEN', text: '#NUM!' };
  const minutes = Math.round(instant.getTime() / 60_000);
  const time = minutes % 1440 === 0 ? null : new Date(minutes * 60_000).toISOString().slice(11, 16);
  // A time alone is a fraction of the day before all days.
  if (instant.getUTCFullYear() < 1901) return { kind: 'TIME', time: time ?? '00:00' };
  if (instant.getUTCFullYear() > 2100) return { kind: 'BROKEN', text: '#NUM!' };
  return { kind: 'DAY', day: fromUtcMidnight(instant), time, shows };
}
