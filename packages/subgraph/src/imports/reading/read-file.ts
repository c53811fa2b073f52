import { DomainError, importFault, localDate } from '@cnscd/domain';
import type { SheetReader } from '../../spreadsheets/cells.ts';
import { FILE_LIMITS, fileRefusal } from '../../spreadsheets/file-refusals.ts';
import { readWorkbook } from '../../spreadsheets/read-workbook.ts';
import { carriesMore } from '../../spreadsheets/xlsx/carries-more.ts';
import type { ClearedCells } from './clear-cells.ts';
import { neededFields } from './column-issues.ts';
import { IMPORT_FIELDS } from './fields.ts';
import { keepableCopy } from './keepable-copy.ts';
import { readSheet } from './read-sheet.ts';
import type { ReadingOptions, ReadingResult, SheetRow } from './sheet-row.ts';

/**
 * Reads an officer's file in this thread: finds the tables in its sheets, what their columns are, and gives their records
 * on batch by batch, each with what is wrong in it. Nothing is guessed and nothing is looked up. What is never stored is
 * taken out first; of a file that has such things it makes the copy that may be kept.
 *
 * @param onBatch - is waited for before more is read
 * @param onProgress - how much of the file is read, in a unit of its own
 * @throws {DomainError} `FILE_UNSUPPORTED`, `FILE_UNSAFE`, `FILE_TOO_LARGE`, `FILE_UNREADABLE`; `INPUT_INVALID` for a
 * mapping to a field that the kind does not have
 */
export async function readFile(
  bytes: Uint8Array,
  { fileName, isCopy = false, kind, mapping = {}, today }: ReadingOptions,
  onBatch: (rows: SheetRow[]) => Promise<void>,
  onProgress?: (done: number, total: number) => void,
): Promise<ReadingResult> {
  requireFields(mapping, kind);
  const book = await readWorkbook(bytes, fileName);
  const sheets = withinRows(book);
  const cleared: ClearedCells[] = [];
  const total = sheets.reduce((sum, { size }) => sum + size, 0);
  const result: ReadingResult = { columns: [], sheets: [], rows: 0, skipped: [], issues: [] };
  const options = { fileName, kind, mapping, today: localDate(today, 'today') };
  let [done, hasTable] = [0, false];
  for (const sheet of sheets) {
    const progress = (size: number) => onProgress?.(done + size, total);
    const read = await readSheet(sheet, options, { rows: onBatch, progress });
    done += sheet.size;
    onProgress?.(done, total);
    hasTable ||= read.isTable;
    result.columns.push(...read.columns);
    result.sheets.push({ name: sheet.name, rows: read.rows, skipped: read.skipped.length });
    result.rows += read.rows;
    result.skipped.push(...read.skipped);
    result.issues.push(...read.issues);
    cleared.push(read.cleared);
  }
  if (!hasTable) result.issues.push(noTable(kind, sheets[0]?.name ?? ''));
  const mustClear = cleared.some(({ isEmpty }) => !isEmpty) || (await carriesMore(bytes));
  if (mustClear) result.copy = await keepableCopy(book, cleared);
  if (mustClear || isCopy) result.issues.push(notStored(result.copy !== null, sheets[0]?.name ?? ''));
  return result;
}

/** The same sheets, refused at the row with which all of them together have too many. */
function withinRows(sheets: readonly SheetReader[]): SheetReader[] {
  let left: number = FILE_LIMITS.rows;
  return sheets.map((sheet) => ({
    ...sheet,
    async *rows(onProgress) {
      for await (const batch of sheet.rows(onProgress)) {
        left -= batch.length;
        if (left < 0) throw fileRefusal('TOO_MANY_ROWS');
        yield batch;
      }
    },
  }));
}

function notStored(isKept: boolean, sheet: string): ReadingResult['issues'][number] {
  const fault = importFault('FILE_CLEARED', { isKept });
  return { ...fault, sheet, row: 1, cell: null, field: null, value: null };
}

function noTable(kind: ReadingOptions['kind'], sheet: string): ReadingResult['issues'][number] {
  const fault = importFault('TABLE_MISSING', { columns: neededFields(kind) });
  return { ...fault, sheet, row: 1, cell: null, field: null, value: null };
}

function requireFields(mapping: NonNullable<ReadingOptions['mapping']>, kind: ReadingOptions['kind']): void {
  const names = IMPORT_FIELDS[kind].map(({ name }) => name);
  for (const [header, field] of Object.entries(mapping)) {
    if (field === null || names.includes(field)) continue;
    throw new DomainError(
      'INPUT_INVALID',
      {
        vi: `mapping: không có thông tin ${field}; hãy chọn một trong: ${names.join(', ')}`,
        en: `mapping: there is no field ${field}; choose one of: ${names.join(', ')}`,
      },
      { field: 'mapping', value: header },
    );
  }
}
