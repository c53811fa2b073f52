import { formatNumber } from '@cnscd/domain';
import type { Column, ExportTable } from './export-table.ts';

/** A column that stands on paper. */
export interface PlacedColumn extends Column {
  /** Its place in the table. */
  at: number;
  /** Room for the longest word in it, in characters. */
  leastWidth: number;
  /** Room for what stands in it, as far as a line of it may reach. */
  width: number;
}

/** How a table stands on paper: which columns, and which of them divide the rows by headings. */
export interface PaperColumns {
  orientation: 'PORTRAIT' | 'LANDSCAPE';
  columns: PlacedColumn[];
  headings: PlacedColumn[];
}

/** Characters that a line of a table holds beside its numbers. */
const ROOM = { PORTRAIT: 72, LANDSCAPE: 108 } as const;

/** Picks the columns that tell a reader something, for a page is narrow, and gives each its room. */
export function columnsOnPaper(table: ExportTable): PaperColumns {
  const shown = table.columns
    .map((column, at) => ({ ...column, at, ...widthsOf(table, at) }))
    .filter((column) => isShown(table, column));
  const headings = shown.filter(({ onPaper }) => onPaper === 'HEADING');
  // A heading for each single row would say less than a column.
  const isWorthHeadings = headingCount(table, headings) * 2 <= table.rows.length;
  const columns = isWorthHeadings ? shown.filter(({ onPaper }) => onPaper !== 'HEADING') : shown;
  const orientation = sumOf(columns, 'width') <= ROOM.PORTRAIT ? 'PORTRAIT' : 'LANDSCAPE';
  return {
    orientation,
    columns: fitted(columns, ROOM[orientation]),
    headings: isWorthHeadings ? headings : [],
  };
}

function isShown({ rows, place }: ExportTable, { onPaper, usual, at }: PlacedColumn): boolean {
  if (onPaper === 'NEVER') return false;
  if (onPaper === 'ALWAYS') return true;
  if (usual !== null) return rows.some((row) => row[at] !== null && row[at] !== usual);
  const said = onPaper === 'HEADING' ? place : rows[0]?.[at];
  return rows.some((row) => row[at] !== said);
}

function headingCount({ rows }: ExportTable, headings: readonly PlacedColumn[]): number {
  const texts = rows.map((row) => headingOf(row, headings));
  return texts.filter((text, index) => text !== texts[index - 1]).length;
}

/** What stands above the rows that are alike in the columns of headings. */
export const headingOf = (row: ExportTable['rows'][number], headings: readonly PlacedColumn[]): string =>
  headings.map(({ at }) => row[at] ?? '').join(' – ');

/** Where there is not room for all, each column keeps its longest word, and the longest lines give way most. */
function fitted(columns: PlacedColumn[], room: number): PlacedColumn[] {
  const [least, wanted] = [sumOf(columns, 'leastWidth'), sumOf(columns, 'width')];
  if (wanted <= room) return columns;
  const share = Math.max(0, room - least) / Math.max(1, wanted - least);
  return columns.map((column) => ({
    ...column,
    width: column.leastWidth + (column.width - column.leastWidth) * share,
  }));
}

const sumOf = (columns: readonly PlacedColumn[], width: 'width' | 'leastWidth') =>
  columns.reduce((sum, column) => sum + column[width], 0);

/** Texts may break between words; a longer word than this has to break. */
const LONGEST_WORD = 16;
const LONGEST_LINE = 34;
const DAY_CHARACTERS = 13;

function widthsOf(
  { columns, rows, totals }: ExportTable,
  at: number,
): Pick<PlacedColumn, 'leastWidth' | 'width'> {
  const { header = '', type = 'TEXT' } = columns[at] ?? {};
  if (type === 'DATE') return { leastWidth: DAY_CHARACTERS, width: DAY_CHARACTERS };
  const values = [...rows, ...(totals === null ? [] : [totals])].map((row) => row[at] ?? '');
  const texts = values.map((value) => (typeof value === 'number' ? `${formatNumber(value)} ` : value));
  const words = [header, ...texts].flatMap((text) => text.split(/\s+/u));
  const leastWidth = longest(words, LONGEST_WORD) + 2;
  return { leastWidth, width: Math.max(leastWidth, longest(texts, LONGEST_LINE) + 1) };
}

const longest = (texts: readonly string[], most: number) =>
  texts.reduce((length, text) => Math.max(length, Math.min(most, text.length)), 0);
