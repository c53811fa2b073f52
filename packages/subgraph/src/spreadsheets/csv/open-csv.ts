import { Readable } from 'node:stream';
import { parse } from 'csv-parse';
import type { Cell, CellRow, SheetReader } from '../cells.ts';
import { FILE_LIMITS, fileRefusal } from '../file-refusals.ts';
import { originalText } from '../neutral-text.ts';
import { textEncodingOf } from './decode-text.ts';

const CHUNK_BYTES = 256 * 1024;
const ROWS_AT_ONCE = 500;

/**
 * A CSV file as a workbook of one sheet, in whatever encoding and with whatever delimiter its program wrote.
 *
 * @throws {DomainError} `FILE_UNSUPPORTED`, `FILE_UNREADABLE`, `FILE_TOO_LARGE`
 */
export function openCsv(file: Uint8Array, name: string): SheetReader[] {
  const encoding = textEncodingOf(file);
  const { delimiter, skippedRows } = dialectOf(
    new TextDecoder(encoding).decode(file.subarray(0, CHUNK_BYTES)),
  );
  return [
    {
      ...{ name, isHidden: false, size: file.length },
      merged: async () => [],
      async *rows(onProgress) {
        const parser = Readable.from(textOf(file, encoding)).pipe(
          parse({
            ...{
              delimiter,
              bom: true,
              relax_quotes: true,
              relax_column_count: true,
              skip_empty_lines: false,
            },
            ...{ from: skippedRows + 1, max_record_size: 1024 * 1024, raw: false },
          }),
        );
        let [row, count, batch]: [number, number, CellRow[]] = [skippedRows, 0, []];
        try {
          for await (const record of parser) {
            row += 1;
            const cells = cellsOf(record as string[]); // `raw` and `columns` are off
            if (cells.length > 0) batch.push({ row, cells });
            count += cells.length > 0 ? 1 : 0;
            if (count > FILE_LIMITS.rows) throw fileRefusal('TOO_MANY_ROWS');
            if (batch.length < ROWS_AT_ONCE) continue;
            yield batch;
            batch = [];
            onProgress?.(Math.min(parser.info.bytes, file.length));
          }
        } catch (error) {
          throw isOfCsv(error) ? fileRefusal('DAMAGED') : error;
        } finally {
          parser.destroy();
        }
        yield batch;
      },
    },
  ];
}

function* textOf(file: Uint8Array, encoding: string): Generator<string> {
  const decoder = new TextDecoder(encoding);
  for (let at = 0; at < file.length; at += CHUNK_BYTES) {
    yield decoder.decode(file.subarray(at, at + CHUNK_BYTES), { stream: true });
  }
  yield decoder.decode();
}

function cellsOf(record: readonly string[]): (Cell | null)[] {
  if (record.length > FILE_LIMITS.columns && record.slice(FILE_LIMITS.columns).some((text) => text !== '')) {
    throw fileRefusal('TOO_MANY_COLUMNS');
  }
  const cells = record.map((text): Cell | null =>
    text.trim() === '' ? null : { kind: 'TEXT', text: originalText(text), font: null },
  );
  while (cells.length > 0 && cells.at(-1) === null) cells.pop();
  return cells;
}

const DELIMITERS = [';', '\t', ',', '|'] as const;

const isOfCsv = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && String(error.code).startsWith('CSV_');

/**
 * Refuses text that is no table, or one too wide, by its beginning.
 *
 * @throws {DomainError} `FILE_UNSUPPORTED`, `FILE_UNREADABLE`, `FILE_TOO_LARGE`
 */
export function inspectCsv(file: Uint8Array): void {
  const begin = new TextDecoder(textEncodingOf(file)).decode(file.subarray(0, CHUNK_BYTES));
  const lines = withoutQuoted(begin).split(/\r?\n/u);
  if (lines.some((line) => mostDelimiters(line) > WIDEST_LINE)) throw fileRefusal('TOO_MANY_COLUMNS');
}

/** Empty columns beyond a table are common, thousands of them are not. */
const WIDEST_LINE = 2000;

const mostDelimiters = (line: string): number =>
  Math.max(...DELIMITERS.map((delimiter) => line.split(delimiter).length - 1));

/** Excel understands a first line "sep=;"; without it the delimiter is what splits most lines alike. */
function dialectOf(sample: string): { delimiter: string; skippedRows: number } {
  const [, stated] = /^\uFEFF?sep=(.)\r?\n/u.exec(sample) ?? [];
  if (stated !== undefined) return { delimiter: stated, skippedRows: 1 };
  const lines = withoutQuoted(sample).split(/\r?\n/u).slice(0, 50);
  const best = DELIMITERS.map((delimiter) => ({ delimiter, score: scoreOf(lines, delimiter) })).sort(
    (one, other) => other.score - one.score,
  );
  return { delimiter: best[0]?.delimiter ?? ';', skippedRows: 0 };
}

const withoutQuoted = (text: string): string => text.replace(/"(?:[^"]|"")*"/gu, '""');

/** How many lines have as many of it as most lines do, and how many that are. */
function scoreOf(lines: readonly string[], delimiter: string): number {
  const counts = new Map<number, number>();
  for (const line of lines) {
    const count = line.split(delimiter).length - 1;
    if (count > 0) counts.set(count, (counts.get(count) ?? 0) + 1);
  }
  return Math.max(0, ...[...counts].map(([count, times]) => times * 10 + count));
}
