import { formatNumber } from '@cnscd/domain';
import { tableSize, textWidth } from '../papers/page-measures.ts';
import type { Paper } from '../papers/paper.ts';
import { ORDINAL_SHARE } from '../papers/table-grid.ts';
import { textWidth as wordWidth } from '../papers/text-width.ts';
import type { TableValue } from '../spreadsheets/table.ts';
import type { Column, ExportTable } from './export-table.ts';

/** A column that stands on paper. */
export interface PlacedColumn extends Column {
  /** Its place in the table. */
  at: number;
  /** What its longest word takes, in sizes of the type. */
  leastEms: number;
  /** What its longest text takes, as far as a line may reach. */
  ems: number;
}

/** How a table stands on paper: which columns, and which of them divide the rows by headings. */
export interface PaperColumns {
  orientation: Orientation;
  columns: (PlacedColumn & { width: number })[];
  headings: PlacedColumn[];
}

type Orientation = Paper['orientation'];

/** Picks the columns that tell a reader something, for a page is narrow, and gives each its room. */
export function columnsOnPaper(table: ExportTable): PaperColumns {
  const shown = table.columns
    .map((column, at) => ({ ...column, at, ...measured(table, at) }))
    .filter((column) => isShown(table, column));
  const headings = shown.filter(({ onPaper }) => onPaper === 'HEADING');
  // A heading for each single row would say less than a column.
  const isWorthHeadings = headingCount(table, headings) * 2 <= table.rows.length;
  const columns = isWorthHeadings ? shown.filter(({ onPaper }) => onPaper !== 'HEADING') : shown;
  const orientation = laidOut(columns, 'PORTRAIT').isRoomy ? 'PORTRAIT' : 'LANDSCAPE';
  return {
    orientation,
    columns: laidOut(columns, orientation).columns,
    headings: isWorthHeadings ? headings : [],
  };
}

/**
 * Widths in points, in the type that so many columns are printed in. Where there is not room for all, each keeps its
 * longest word, and the longest lines give way most.
 */
function laidOut(columns: readonly PlacedColumn[], orientation: Orientation) {
  const size = tableSize({ orientation }, { columns });
  const room = textWidth({ orientation }) * (1 - ORDINAL_SHARE) - columns.length * PADDING;
  const [least, wanted] = [size * sumOf(columns, 'leastEms'), size * sumOf(columns, 'ems')];
  const share = wanted <= room ? 1 : Math.max(0, room - least) / Math.max(1, wanted - least);
  const widthOf = ({ leastEms, ems }: PlacedColumn) => size * (leastEms + (ems - leastEms) * share) + PADDING;
  return {
    isRoomy: wanted <= room,
    columns: columns.map((column) => ({ ...column, width: widthOf(column) })),
  };
}

const sumOf = (columns: readonly PlacedColumn[], width: 'ems' | 'leastEms') =>
  columns.reduce((sum, column) => sum + column[width], 0);

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

/** Sizes of the type. Texts break between words where a line would be longer. */
const LONGEST_LINE = 16;
const LONGEST_WORD = 10;
/** Points between a text and the lines beside it. */
const PADDING = 11;

/** Numbers and days stay on one line; texts need room for their longest word. */
function measured(
  { columns, rows, totals }: ExportTable,
  at: number,
): Pick<PlacedColumn, 'leastEms' | 'ems'> {
  const { header = '', type = 'TEXT' } = columns[at] ?? {};
  const ofHeader = widest(wordsOf(header), LONGEST_WORD, true);
  const cells = [...rows, ...(totals === null ? [] : [totals])].map((row) => row[at] ?? '');
  const texts = [...new Set(cells)].map((cell) => textOf(cell, type));
  const whole = widest(texts, LONGEST_LINE, false);
  const least = type === 'TEXT' ? widest(texts.flatMap(wordsOf), LONGEST_WORD, false) : whole;
  const leastEms = Math.max(ofHeader, least);
  return { leastEms, ems: Math.max(leastEms, whole) };
}

function textOf(cell: TableValue, type: Column['type']): string {
  if (typeof cell === 'number') return `${formatNumber(cell)}${type === 'PERCENT' ? '%' : ''}`;
  return type === 'DATE' && cell !== null && cell !== '' ? '00/00/0000' : (cell ?? '');
}

const wordsOf = (text: string) => text.split(/\s+/u);

const widest = (texts: readonly string[], most: number, isBold: boolean) =>
  texts.reduce((width, text) => Math.max(width, Math.min(most, wordWidth(text, 1, isBold))), 0);
