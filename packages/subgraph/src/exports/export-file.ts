import { label, shown, today } from '@cnscd/domain';
import type { Context } from '../context.ts';
import type { Export } from './define-export.ts';
import { type FilterShape, oneOf, readFilters } from './export-filters.ts';
import type { ExportTable } from './export-table.ts';
import { type ExportFormat, exportNamed } from './exports.ts';
import { paperOf } from './paper-of-table.ts';
import { recordExport } from './record-export.ts';
import type { Delimiter } from './table-file.ts';
import { capitalised } from './words.ts';
import { type WritingJob, writeFile } from './write-file.ts';

/** What is asked for: `roster.xlsx`, with the filters of the export and the options of the format. */
export interface ExportRequest {
  name: string;
  given: Readonly<Record<string, string>>;
}

export interface ExportedFile {
  /** Vietnamese, as people keep it: `Danh sách tổ - Tỉnh Quảng Trị - 2026-11-22.xlsx`. */
  fileName: string;
  contentType: string;
  bytes: Uint8Array;
  rows: number;
}

/**
 * Reads a table as the caller may see it, records that it is handed out where it tells of people, and writes it.
 *
 * @throws {DomainError} `EXPORT_NOT_FOUND`, and what {@link Export} throws
 */
export async function exportFile(ctx: Context, { name, given }: ExportRequest): Promise<ExportedFile> {
  const { definition, format } = exportNamed(name);
  const options = readFilters(OPTIONS[format], only(given, format, true));
  const filters = only(given, format, false);
  const isPaper = isPrinted({ format, ...options });
  const table = await definition.read(ctx, filters, {
    isPaper,
    mostRows: isPaper ? MOST_PRINTED : MOST_ROWS,
  });
  const rows = table.rows.length;
  await recordExport(ctx, { definition, format, given: filters, rows });
  const job = await jobOf(ctx, table, { format, ...options });
  return {
    fileName: fileNameOf(ctx, definition, { table, filters, format }),
    contentType: CONTENT_TYPES[format],
    bytes: await writeFile(job),
    rows,
  };
}

/** A spreadsheet opens as many with ease. */
const MOST_ROWS = 100_000;
/** Over a hundred pages: nobody turns more. */
const MOST_PRINTED = 2_000;

const isPrinted = ({ format, layout }: FileOptions) =>
  format === 'pdf' || format === 'docx' || layout === 'PAPER';

const CONTENT_TYPES: Readonly<Record<ExportFormat, string>> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
};

/** TABLE: to be worked with and imported again. PAPER: to be printed and signed. */
const LAYOUTS = ['TABLE', 'PAPER'] as const;

const DELIMITERS = ['SEMICOLON', 'COMMA', 'TAB'] as const;
const SIGNS: Readonly<Record<(typeof DELIMITERS)[number], Delimiter>> = {
  SEMICOLON: ';',
  COMMA: ',',
  TAB: '\t',
};

const OPTIONS = {
  xlsx: { layout: oneOf(LAYOUTS) },
  csv: { delimiter: oneOf(DELIMITERS) },
  pdf: {},
  docx: {},
} as const satisfies Readonly<Record<ExportFormat, FilterShape>>;

interface FileOptions {
  format: ExportFormat;
  layout?: (typeof LAYOUTS)[number] | null;
  delimiter?: (typeof DELIMITERS)[number] | null;
}

async function jobOf(
  ctx: Context,
  table: ExportTable,
  { format, layout, delimiter }: FileOptions,
): Promise<WritingJob> {
  switch (format) {
    case 'csv':
      return { format: 'CSV', table, delimiter: SIGNS[delimiter ?? 'SEMICOLON'] };
    case 'xlsx':
      return layout === 'PAPER'
        ? { format: 'PAPER', drawnAs: 'XLSX', paper: await paperOf(ctx, table) }
        : { format: 'XLSX', table };
    case 'pdf':
      return { format: 'PAPER', drawnAs: 'PDF', paper: await paperOf(ctx, table) };
    case 'docx':
      return { format: 'PAPER', drawnAs: 'DOCX', paper: await paperOf(ctx, table) };
    default:
      return format satisfies never;
  }
}

/** The options of the format among what was given, or all the rest. */
function only(
  given: ExportRequest['given'],
  format: ExportFormat,
  isOption: boolean,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(given).filter(([name]) => Object.hasOwn(OPTIONS[format], name) === isOption),
  );
}

function fileNameOf(
  { now }: Context,
  { kind }: Export,
  { table, filters, format }: { table: ExportTable; filters: ExportRequest['given']; format: ExportFormat },
): string {
  const on = filters['period'] || filters['asOf'] || today(now);
  const name = [capitalised(label('exportKind', kind)), shown(table.place), on].join(' - ');
  return `${name.replace(/[\\/:*?"<>|\p{Cc}]+/gu, ' ')}.${format}`;
}
