import type { Content, CustomTableLayout, TableCell } from 'pdfmake/interfaces.js';
import { pageHeight, SIZES, tableSize, textWidth as widthOfPage } from './page-measures.ts';
import type { Paper, PaperSection, PaperTable } from './paper.ts';
import { noteLines, unitOfMeasureLine } from './paper-words.ts';
import { type GridCell, gridOf, type TableGrid } from './table-grid.ts';
import { fittingSize, lineCount, textWidth } from './text-width.ts';

const PADDING = 4;
const PADDING_Y = 2;
const LINE = 0.6;
const LINE_HEIGHT = 1.15;

/** By which what stands right above the signatures is found again on its page. */
export const BEFORE_SIGNATURES = 'before signatures';

/** Where a section stands: `takesLastRow` puts its last row on a new page, with what follows. */
interface Place {
  isLast: boolean;
  takesLastRow: boolean;
}

/** Heading, paragraphs, table and notes of one section. */
export function pdfSection(section: PaperSection, paper: Paper, place?: Place): Content[] {
  const { heading, paragraphs, table } = section;
  return [
    ...(heading === null ? [] : [{ text: heading.normalize('NFC'), bold: true, margin: HEADING_MARGIN }]),
    ...paragraphs.map(paragraph),
    ...(table === null ? [] : pdfTable(table, paper, place)),
  ];
}

/** A section on a page of its own, its heading in the middle. */
export function pdfAnnex(annex: PaperSection, paper: Paper): Content {
  const heading = { text: (annex.heading ?? '').normalize('NFC'), bold: true, alignment: 'center' as const };
  return {
    pageBreak: 'before',
    stack: [heading, { text: ' ' }, ...pdfSection({ ...annex, heading: null }, paper)],
  };
}

const HEADING_MARGIN: [number, number, number, number] = [0, 8, 0, 4];

function paragraph(text: string): Content {
  const indent = { leadingIndent: 28, alignment: 'justify' as const };
  return { text: text.normalize('NFC'), ...indent, lineHeight: LINE_HEIGHT, margin: [0, 0, 0, 6] };
}

function pdfTable(table: PaperTable, paper: Paper, place: Place = NOWHERE): Content[] {
  const grid = gridOf(table);
  const size = tableSize(paper, table);
  const taken = 2 * PADDING + LINE;
  const widths = grid.widths.map((share) => share * (widthOfPage(paper) - LINE) - taken);
  const isTall = tallestRow(grid, widths, size) > pageHeight(paper) / 2;
  const notes = noteLines(table).map(note);
  const isMarked = place.isLast && notes.length === 0 && grid.body.length > 2 && !isTall;
  const body = isMarked ? marked(grid.body) : grid.body;
  const rows = isTall ? body.map((row) => pdfRow(row, widths, size)) : bodyRows(body, widths, size);
  const tableOf = (body: TableCell[][]): Content => ({
    fontSize: size,
    layout: LAYOUT,
    table: {
      widths,
      headerRows: grid.header.length,
      // A row that is taller than a page has to break: pdfmake would drop what does not fit.
      ...(isTall ? {} : { keepWithHeaderRows: 1, dontBreakRows: true }),
      body: [...grid.header.map((row) => pdfRow(row, widths, size)), ...body],
    },
  });
  return [
    ...(table.unitOfMeasure === null ? [] : [unitLine(table.unitOfMeasure)]),
    ...(isMarked && place.takesLastRow
      ? [tableOf(rows.slice(0, -1)), { pageBreak: 'before' as const, stack: [tableOf(rows.slice(-1))] }]
      : [tableOf(rows)]),
    ...notes,
  ];
}

const NOWHERE: Place = { isLast: false, takesLastRow: false };

/** A cell, one of which bears the mark by which its page is found. */
interface PlacedCell extends GridCell {
  id?: string;
}

/** The last row with the mark in its first cell that says anything. */
function marked(rows: readonly GridCell[][]): PlacedCell[][] {
  const last = rows.at(-1) ?? [];
  const first = last.find(({ text }) => text !== '');
  return [
    ...rows.slice(0, -1),
    last.map((cell) => (cell === first ? { ...cell, id: BEFORE_SIGNATURES } : cell)),
  ];
}

/**
 * The rows of the body. A heading and the row below it are one row with a table in it, which draws only the lines
 * inside: pdfmake has no other way to keep a heading off the end of a page.
 */
function bodyRows(rows: readonly PlacedCell[][], widths: readonly number[], size: number): TableCell[][] {
  const body: TableCell[][] = [];
  for (let at = 0; at < rows.length; at += 1) {
    const [row = [], next] = [rows[at], rows[at + 1]];
    if (next === undefined || !isHeading(row, widths) || isHeading(next, widths)) {
      body.push(pdfRow(row, widths, size));
      continue;
    }
    const inner = [row, next].map((each) => pdfRow(each, widths, size));
    const margin: [number, number, number, number] = [-PADDING, -PADDING_Y, -PADDING, -PADDING_Y];
    const both = { margin, layout: INNER, table: { widths: [...widths], dontBreakRows: true, body: inner } };
    body.push([{ ...both, colSpan: widths.length }, ...widths.slice(1).map(() => ({}))]);
    at += 1;
  }
  return body;
}

const isHeading = (row: readonly GridCell[], widths: readonly number[]) =>
  row.length === 1 && row[0]?.columnSpan === widths.length && widths.length > 1;

/** Each row has a cell for each column in pdfmake; those that another one spans are empty. */
function pdfRow(row: readonly PlacedCell[], widths: readonly number[], size: number): TableCell[] {
  const cells: TableCell[] = widths.map(() => ({}));
  for (const cell of row) cells[cell.column] = pdfCell(cell, widths, size);
  return cells;
}

function pdfCell(cell: PlacedCell, widths: readonly number[], size: number): TableCell {
  const { columnSpan, rowSpan, isBold, id } = cell;
  const width = spannedWidth(cell, widths);
  const isText = cell.type === 'TEXT';
  return {
    ...(id === undefined ? {} : { id }),
    text: isText ? breakable(cell.text, width, size, isBold) : cell.text,
    ...(isText ? {} : { fontSize: fittingSize(cell.text, width, size, isBold) }),
    alignment: PDF_ALIGNMENTS[cell.align],
    bold: isBold,
    ...(columnSpan > 1 ? { colSpan: columnSpan } : {}),
    ...(rowSpan > 1 ? { rowSpan } : {}),
    // pdfmake knows the middle of one row only.
    ...(rowSpan > 1 ? { margin: [0, size * LINE_HEIGHT * 0.7, 0, 0] } : { verticalAlignment: 'middle' }),
  };
}

const PDF_ALIGNMENTS = { LEFT: 'left', CENTER: 'center', RIGHT: 'right' } as const;

/** Words that are wider than the column are broken anywhere, all others only between words. */
function breakable(text: string, width: number, size: number, isBold: boolean): Content {
  const isTooWide = (word: string) => textWidth(word, size, isBold) > width;
  const words = text.split(/(\s+)/u);
  if (!words.some(isTooWide)) return text;
  return words.map((word) => (isTooWide(word) ? { text: word, wordBreak: 'break-all' as const } : word));
}

function spannedWidth({ column, columnSpan }: GridCell, widths: readonly number[]): number {
  const own = widths.slice(column, column + columnSpan).reduce((sum, width) => sum + width, 0);
  return own + (columnSpan - 1) * (2 * PADDING + LINE);
}

function tallestRow(grid: TableGrid, widths: readonly number[], size: number): number {
  const lines = (cell: GridCell) =>
    cell.type !== 'TEXT' ? 1 : lineCount(cell.text, spannedWidth(cell, widths), size, cell.isBold);
  let most = 1;
  for (const row of grid.body) for (const cell of row) most = Math.max(most, lines(cell));
  return most * size * LINE_HEIGHT;
}

function unitLine(unit: string): Content {
  const text = unitOfMeasureLine(unit.normalize('NFC'));
  return { text, alignment: 'right', italics: true, fontSize: SIZES.note, margin: [0, 0, 0, 3] };
}

function note(text: string): Content {
  return { text: text.normalize('NFC'), italics: true, fontSize: SIZES.note, margin: [0, 3, 0, 0] };
}

const LAYOUT: CustomTableLayout = {
  hLineWidth: () => LINE,
  vLineWidth: () => LINE,
  paddingLeft: () => PADDING,
  paddingRight: () => PADDING,
  paddingTop: () => PADDING_Y,
  paddingBottom: () => PADDING_Y,
};

/** The same without the lines around it. */
const INNER: CustomTableLayout = {
  ...LAYOUT,
  hLineWidth: (at, { table }) => (at === 0 || at === table.body.length ? 0 : LINE),
  vLineWidth: (at, { table }) => (at === 0 || at === table.widths?.length ? 0 : LINE),
};
