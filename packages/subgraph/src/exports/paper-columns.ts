import { formatNumber } from '@cnscd/domain';
import { textWidth } from '../papers/text-width.ts';
import type { TableValue } from '../spreadsheets/table.ts';
import type { Column, ExportTable } from './export-table.ts';

/** A column that stands on paper. */
export interface PlacedColumn extends Column {
  /** Its place in the table. */
  at: number;
  /** Room for the longest word in it, in points. */
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

/** Points of the type, and what a line of a table holds of it beside its numbers. */
const SIZE = 12;
const ROOM = { PORTRAIT: 430, LANDSCAPE: 660 } as const;

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

/** Points. Texts break between words where a line would be longer. */
const LONGEST_LINE = 190;
const LONGEST_WORD = 110;
/** Between a text and the lines beside it. */
const PADDING = 10;

/** Numbers and days stay on one line; texts need room for their longest word. */
function widthsOf(
  { columns, rows, totals }: ExportTable,
  at: number,
): Pick<PlacedColumn, 'leastWidth' | 'width'> {
  const { header = '', type = 'TEXT' } = columns[at] ?? {};
  const ofHeader = widest(wordsOf(header), LONGEST_WORD, true);
  const cells = [...rows, ...(totals === null ? [] : [totals])].map((row) => row[at] ?? '');
  const texts = [...new Set(cells)].map((cell) => textOf(cell, type));
  const whole = widest(texts, LONGEST_LINE, false);
  const least = type === 'TEXT' ? widest(texts.flatMap(wordsOf), LONGEST_WORD, false) : whole;
  const leastWidth = Math.max(ofHeader, least) + PADDING;
  return { leastWidth, width: Math.max(leastWidth, whole + PADDING) };
}

function textOf(cell: TableValue, type: Column['type']): string {
  if (typeof cell === 'number') return `${formatNumber(cell)}${type === 'PERCENT' ? '%' : ''}`;
  return type === 'DATE' && cell !== null && cell !== '' ? '00/00/0000' : (cell ?? '');
}

const wordsOf = (text: string) => text.split(/\s+/u);

const widest = (texts: readonly string[], most: number, isBold: boolean) =>
  texts.reduce((width, text) => Math.max(width, Math.min(most, textWidth(text, SIZE, isBold))), 0);
