import type { ImportKind } from '@cnscd/domain';
import { readFile } from '../../../../src/imports/reading/read-file.ts';
import type { ReadingOptions, ReadingResult, SheetRow } from '../../../../src/imports/reading/sheet-row.ts';
import { type RawCell, rowsXml, STYLES } from '../../../spreadsheets/support/rows-xml.ts';
import { type RawWorkbook, workbookOf } from '../../../spreadsheets/support/workbook-of.ts';

export const TODAY = '2026-11-29';

export interface ReadTable extends Omit<ReadingResult, 'copy'> {
  records: SheetRow[];
}

/** What reading gives for a file, all of it but the copy. */
export async function readBytes(
  bytes: Uint8Array,
  options: Partial<ReadingOptions> & { kind: ImportKind },
): Promise<ReadTable> {
  const records: SheetRow[] = [];
  const { copy: _, ...result } = await readFile(
    bytes,
    { fileName: 'tep.xlsx', today: TODAY, ...options },
    async (rows) => {
      records.push(...rows);
    },
  );
  return { ...result, records };
}

/** The same for a workbook of one sheet with these rows. */
export function readTable(
  kind: ImportKind,
  rows: readonly (readonly RawCell[])[],
  {
    merged = [],
    book = {},
    ...options
  }: Partial<ReadingOptions> & { merged?: string[]; book?: Partial<RawWorkbook> } = {},
): Promise<ReadTable> {
  const xml = rowsXml(rows, merged);
  return readBytes(workbookOf({ sheets: [{ name: 'Danh sách', xml }], styles: STYLES, ...book }), {
    kind,
    ...options,
  });
}

/** Code and cell of each issue, those of columns first: "COLUMN_UNKNOWN C1". */
export const issueList = ({ issues, records }: ReadTable): string[] =>
  [...issues, ...records.flatMap((record) => record.issues)].map(
    ({ code, cell }) => `${code} ${cell ?? '-'}`,
  );

export const valuesOf = ({ records }: ReadTable) => records.map(({ values }) => values);
