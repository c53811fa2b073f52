import type { LocalDate } from '@cnscd/domain';

/** Encodings of Vietnamese before Unicode, in which each font draws other letters for the same characters. */
export type LegacyFont = 'TCVN3' | 'TCVN3_CAPITALS' | 'VNI';

/** What stands in a cell. Formulas are never evaluated: what their program last computed stands there. */
export type Cell =
  /** `font` where the font says that the text is in an old encoding. */
  | { kind: 'TEXT'; text: string; font: LegacyFont | null }
  /** 98,5% is 0.985 with `isPercent`. */
  | { kind: 'NUMBER'; number: number; isPercent: boolean }
  /** MONTH: the cell shows month and year, or the year, and the program has made up the day. */
  | { kind: 'DAY'; day: LocalDate; time: string | null; shows: 'DAY' | 'MONTH' }
  | { kind: 'TIME'; time: string }
  | { kind: 'FLAG'; flag: boolean }
  /** #REF! and its like. */
  | { kind: 'BROKEN'; text: string }
  /** A formula whose program has left no result. */
  | { kind: 'FORMULA' };

export interface CellRow {
  /** Row of the sheet, from 1. */
  row: number;
  /** From column A on; null is an empty cell. */
  cells: (Cell | null)[];
}

/** Cells that are drawn as one; what they say stands in the first. Rows and columns count from 1, ends are inside. */
export interface MergedCells {
  firstRow: number;
  lastRow: number;
  firstColumn: number;
  lastColumn: number;
}

/** A sheet of a workbook, read row by row. */
export interface SheetReader {
  name: string;
  /** Hidden by its author: its content is not seen by who sends the file. */
  isHidden: boolean;
  /** How much there is to read, in any unit; {@link SheetReader.rows} reports progress in the same. */
  size: number;
  merged(): Promise<MergedCells[]>;
  /** @throws {DomainError} `FILE_TOO_LARGE`, `FILE_UNSAFE`, `FILE_UNREADABLE` */
  rows(onProgress?: (size: number) => void): AsyncIterable<CellRow[]>;
}

/** "C" for 3. */
export function columnName(column: number): string {
  let [name, rest] = ['', column];
  while (rest > 0) {
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
    rest = Math.floor((rest - 1) / 26);
  }
  return name;
}

/** "C7" for column 3 of row 7. */
export function cellName(column: number, row: number): string {
  return `${columnName(column)}${row}`;
}

/** Column and row of "C7" or "$C$7", from 1; null for anything else. */
export function parseCellName(name: string): { column: number; row: number } | null {
  const [, letters, digits] = /^\$?([A-Z]{1,7})\$?(\d{1,10})$/.exec(name) ?? [];
  if (letters === undefined) return null;
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return { column, row: Number(digits) };
}
