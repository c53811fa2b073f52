import type { SheetReader } from '../../spreadsheets/cells.ts';
import { inspectFile } from '../../spreadsheets/inspect-file.ts';
import { plainCopy } from '../../spreadsheets/plain-copy.ts';
import type { ClearedCells } from './clear-cells.ts';

/**
 * A copy of a file without what is never stored, each other cell in its place.
 *
 * @param cleared - by place of the sheet
 * @returns null where there cannot be one that would be read again
 */
export async function keepableCopy(
  sheets: readonly SheetReader[],
  cleared: readonly ClearedCells[],
): Promise<Uint8Array | null> {
  try {
    const copy = await plainCopy(sheets.map((sheet, at) => cleared[at]?.copyOf(sheet) ?? sheet));
    await inspectFile(copy, COPY_NAME);
    return copy;
  } catch {
    // Whatever the reason: what has such numbers in it is not kept.
    return null;
  }
}

const COPY_NAME = 'copy.xlsx';
