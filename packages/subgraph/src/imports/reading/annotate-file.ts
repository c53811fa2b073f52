import { type CellRow, parseCellName, type SheetReader } from '../../spreadsheets/cells.ts';
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
    const table = findTable(first, await sheet.merged(), options);
    const heading = table === null ? null : { row: table.lastRow, text: HEADING };
    marks.set(sheet.name, { column: width + 1, heading, rows: rowsOf(own) });
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

function rowsOf(issues: readonly MarkedIssue[]): Map<number, RowMarks> {
  const rows = new Map<number, RowMarks>();
  for (const { row, cell, severity, messages } of issues) {
    const marks: RowMarks = rows.get(row) ?? { sentences: [], cells: new Map() };
    rows.set(row, marks);
    marks.sentences.push(messages.vi);
    const column = cell === null ? undefined : parseCellName(cell)?.column;
    if (column === undefined) continue;
    const before = marks.cells.get(column);
    marks.cells.set(column, {
      severity: before?.severity === 'ERROR' ? 'ERROR' : severity,
      note: before === undefined ? messages.vi : `${before.note}\n${messages.vi}`,
    });
  }
  return rows;
}
