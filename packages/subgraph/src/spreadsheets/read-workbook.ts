import type { SheetReader } from './cells.ts';
import { openCsv } from './csv/open-csv.ts';
import { inspectFile } from './inspect-file.ts';
import { openXls } from './xls/open-xls.ts';
import { openXlsx } from './xlsx/open-xlsx.ts';

/**
 * The sheets of an officer's file, whatever its format; hostile files are refused first. Rows are read as they are asked
 * for, so that a large file never lies in memory as a whole.
 *
 * @throws {DomainError} `FILE_UNSUPPORTED`, `FILE_UNSAFE`, `FILE_TOO_LARGE`, `FILE_UNREADABLE`; while reading rows as well
 */
export async function readWorkbook(bytes: Uint8Array, fileName: string): Promise<SheetReader[]> {
  const format = await inspectFile(bytes, fileName);
  if (format === 'XLSX') return openXlsx(bytes);
  return format === 'XLS' ? openXls(bytes) : openCsv(bytes, CSV_SHEET);
}

/** A CSV file has no sheets; messages name this one. */
const CSV_SHEET = 'CSV';
