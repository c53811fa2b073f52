import { type CellRow, type MergedCells, parseCellName, type SheetReader } from '../../spreadsheets/cells.ts';
import type { RowMarks, SheetMarks } from '../../spreadsheets/marks.ts';
import { plainCopy } from '../../spreadsheets/plain-copy.ts';
import { readWorkbook } from '../../spreadsheets/read-workbook.ts';
import { UnusualSheet } from '../../spreadsheets/xlsx/mark-rows.ts';
import { markXlsx } from '../../spreadsheets/xlsx/mark-xlsx.ts';
import { findTable, ROWS_BEFORE_TABLE } from './find-table.ts';
import type { ImportIssue, ReadingOptions } from './sheet-row.ts';

/** What an issue has to say to be marked in a copy of its file. */
export type MarkedIssue = Pick<ImportIssue, 'sheet' | 'row' | 'cell' | 'severity' | 'messages'>;

/** What the new column is called. */
const HEADING = 'Lỗi';

/**
 * A copy of an officer's file as XLSX, in which everything that is wrong can be seen where it stands: its cell is red, or
 * yellow where it is only a warning, with the sentence as a note, and the last column "Lỗi" has all sentences of the row.
 *
 * @param issues - of reading, and of whatever came after it
 * @throws {DomainError} as `readFile` does
 */
export async function annotateFile(
  bytes: Uint8Array,
  issues: readonly MarkedIssue[],
  options: Pick<ReadingOptions, 'fileName' | 'kind' | 'mapping'>,
): Promise<Uint8Array> {
  const sheets = await readWorkbook(bytes, options.fileName);
  const marks = await marksOf(sheets, issues, options);
  const isXlsx = /\.xlsx$/iu.test(options.fileName.trim());
  const copy = isXlsx ? await marked(bytes, marks) : null;
  if (copy !== null) return copy;
  const plain = await markXlsx(await plainCopy(sheets), marks);
  if (plain === null) throw new Error('The library has written a workbook without styles');
  return plain;
}

async function marked(bytes: Uint8Array, marks: ReadonlyMap<string, SheetMarks>): Promise<Uint8Array | null> {
  try {
    return await markXlsx(bytes, marks);
  } catch (error) {
    if (error instanceof UnusualSheet) return null;
    throw error;
  }
}

async function marksOf(
  sheets: readonly SheetReader[],
  issues: readonly MarkedIssue[],
  options: Pick<ReadingOptions, 'kind' | 'mapping'>,
): Promise<Map<string, SheetMarks>> {
  const marks = new Map<string, SheetMarks>();
  for (const sheet of sheets) {
    const own = issues.filter((issue) => issue.sheet === sheet.name);
    if (own.length === 0 || sheet.isHidden) continue;
    const { first, width } = await extentOf(sheet);
    if (first.length === 0) continue;
    const merged = await sheet.merged();
    const table = findTable(first, merged, options);
    const heading = table === null ? null : { row: table.lastRow, text: HEADING };
    marks.set(sheet.name, { column: width + 1, heading, rows: rowsOf(own, merged) });
  }
  return marks;
}

/** The first rows of a sheet, and how many columns have something in them. */
async function extentOf(sheet: SheetReader): Promise<{ first: CellRow[]; width: number }> {
  const first: CellRow[] = [];
  let width = 0;
  for await (const batch of sheet.rows()) {
    if (first.length < ROWS_BEFORE_TABLE) first.push(...batch);
    for (const { cells } of batch) width = Math.max(width, cells.length);
  }
  return { first: first.slice(0, ROWS_BEFORE_TABLE), width };
}

function rowsOf(issues: readonly MarkedIssue[], merged: readonly MergedCells[]): Map<number, RowMarks> {
  const rows = new Map<number, RowMarks>();
  const marksOf = (row: number): RowMarks => {
    const marks: RowMarks = rows.get(row) ?? { sentences: [], cells: new Map() };
    rows.set(row, marks);
    return marks;
  };
  const firstOf = firstCells(merged, issues);
  for (const { row, cell, severity, messages } of issues) {
    marksOf(row).sentences.push(messages.vi);
    const named = cell === null ? null : parseCellName(cell);
    if (named === null) continue;
    const at = firstOf(named);
    const { cells } = marksOf(at.row);
    const before = cells.get(at.column);
    cells.set(at.column, {
      severity: before?.severity === 'ERROR' ? 'ERROR' : severity,
      note: before === undefined ? messages.vi : `${before.note}\n${messages.vi}`,
    });
  }
  return rows;
}

/** Of merged cells only the first is seen: where a cell is to be marked. */
function firstCells(merged: readonly MergedCells[], issues: readonly MarkedIssue[]) {
  const waiting = [...merged].sort((one, other) => other.firstRow - one.firstRow);
  const covering = new Map<number, MergedCells[]>();
  let open: MergedCells[] = [];
  for (const row of [...new Set(issues.map((issue) => issue.row))].sort((one, other) => one - other)) {
    open = open.filter(({ lastRow }) => lastRow >= row);
    for (let next = waiting.at(-1); next !== undefined && next.firstRow <= row; next = waiting.at(-1)) {
      waiting.pop();
      if (next.lastRow >= row) open.push(next);
    }
    covering.set(row, [...open]);
  }
  return (cell: { column: number; row: number }): { column: number; row: number } => {
    const found = covering
      .get(cell.row)
      ?.find(({ firstColumn, lastColumn }) => firstColumn <= cell.column && cell.column <= lastColumn);
    return found === undefined ? cell : { column: found.firstColumn, row: found.firstRow };
  };
}
