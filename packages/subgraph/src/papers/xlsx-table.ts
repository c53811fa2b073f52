import { localDate } from '@cnscd/domain';
import type { CellValue } from 'hucre/xlsx';
import { ISO_DAY } from './cell-text.ts';
import { SIZES, tableSize } from './page-measures.ts';
import type { Paper, PaperSection, PaperTable } from './paper.ts';
import { noteLines, unitOfMeasureLine } from './paper-words.ts';
import { columnAt } from './sheet-columns.ts';
import type { SheetPart, SheetRows } from './sheet-rows.ts';
import { type GridCell, gridOf } from './table-grid.ts';
import { wholeRow } from './xlsx-blocks.ts';
import { sheetStyle } from './xlsx-style.ts';

/** Heading, paragraphs, table and notes of one section. */
export function sheetSection(section: PaperSection, paper: Paper, rows: SheetRows): void {
  const { heading, paragraphs, table } = section;
  if (heading !== null)
    rows.add([wholeRow(heading, rows, { size: SIZES.letterhead, isBold: true, align: 'left' })], 24);
  for (const text of paragraphs) {
    rows.add([wholeRow(text, rows, { size: SIZES.letterhead, align: 'justify', vertical: 'top' })]);
  }
  if (table !== null) sheetTable(table, paper, rows);
}

/** A section on a sheet of its own, its heading in the middle. */
export function sheetAnnex(annex: PaperSection, paper: Paper, rows: SheetRows): void {
  rows.add([wholeRow(annex.heading ?? '', rows, { size: SIZES.letterhead, isBold: true })], 36);
  sheetSection({ ...annex, heading: null }, paper, rows);
}

function sheetTable(table: PaperTable, paper: Paper, rows: SheetRows): void {
  const grid = gridOf(table);
  const size = tableSize(paper, table);
  const edges = sheetEdges(grid.widths, rows);
  if (table.unitOfMeasure !== null) {
    const style = { size: SIZES.note, isItalic: true, align: 'right' } as const;
    rows.add([wholeRow(unitOfMeasureLine(table.unitOfMeasure), rows, style)]);
  }
  const first = rows.length + 1;
  for (const row of grid.header) rows.add(row.map((cell) => tablePart(cell, edges, size)));
  rows.titleRows = { first, last: rows.length };
  for (const row of grid.body) rows.add(row.map((cell) => tablePart(cell, edges, size)));
  const noteStyle = { size: SIZES.note, isItalic: true, align: 'left' } as const;
  for (const text of noteLines(table)) rows.add([wholeRow(text, rows, noteStyle)]);
}

/** Index after the last sheet column of each table column. */
function sheetEdges(widths: readonly number[], rows: SheetRows): number[] {
  let share = 0;
  let last = 0;
  return widths.map((width) => {
    share += width;
    last = columnAt(rows.edges, share, last);
    return last;
  });
}

function tablePart(cell: GridCell, edges: readonly number[], size: number): SheetPart {
  const { value, format } = sheetValue(cell);
  return {
    from: cell.column === 0 ? 0 : (edges[cell.column - 1] ?? 0),
    to: edges[cell.column + cell.columnSpan - 1] ?? 0,
    value,
    text: cell.text,
    style: sheetStyle({
      size,
      isBold: cell.isBold,
      isBordered: true,
      align: SHEET_ALIGNMENTS[cell.align],
      ...(format === null ? {} : { format, shrinks: true }),
    }),
    ...(cell.rowSpan > 1 ? { rowSpan: cell.rowSpan } : {}),
  };
}

const SHEET_ALIGNMENTS = { LEFT: 'left', CENTER: 'center', RIGHT: 'right' } as const;

/** Numbers and days as such, with the format that shows them as the other formats print them; all else as text. */
function sheetValue({ value, text, type }: GridCell): { value: CellValue; format: string | null } {
  if (typeof value === 'number') {
    // Excel's own percentages are shares of one; the division is rounded back to the digits that are printed.
    if (type === 'PERCENT') return { value: round(value / 100, 4), format: `${digits(value)}%` };
    return { value, format: digits(value) };
  }
  if (type === 'DATE' && value !== null && ISO_DAY.test(value)) {
    return { value: new Date(`${localDate(value)}T00:00:00Z`), format: 'dd/mm/yyyy' };
  }
  return { value: text, format: null };
}

function digits(value: number): string {
  const rounded = round(value, 2);
  if (Number.isInteger(rounded)) return '#,##0';
  return Number.isInteger(round(rounded * 10, 2)) ? '#,##0.0' : '#,##0.00';
}

function round(value: number, decimals: number): number {
  return Number(value.toFixed(decimals));
}
