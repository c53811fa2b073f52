import { type Paragraph, Table, TableCell, TableRow } from 'docx';
import { type DocxStyle, docxLine, twips } from './docx-text.ts';
import { pageHeight, SIZES, tableSize, textWidth } from './page-measures.ts';
import type { Paper, PaperSection, PaperTable } from './paper.ts';
import { noteLines, unitOfMeasureLine } from './paper-words.ts';
import { type GridCell, gridOf } from './table-grid.ts';
import { fittingSize, lineCount } from './text-width.ts';

/** Heading, paragraphs, table and notes of one section; its last row stays with the signatures, where they follow it. */
export function docxSection(section: PaperSection, paper: Paper, isSigned = false): (Paragraph | Table)[] {
  const { heading, paragraphs, table } = section;
  return [
    ...(heading === null ? [] : [docxLine(heading, HEADING)]),
    ...paragraphs.map((text) => docxLine(text, PARAGRAPH)),
    ...(table === null ? [] : docxTable(table, paper, isSigned)),
  ];
}

/** A section on a page of its own, its heading in the middle. */
export function docxAnnex(annex: PaperSection, paper: Paper): (Paragraph | Table)[] {
  const heading = docxLine(annex.heading ?? '', { ...HEADING, align: 'CENTER', after: 12, startsPage: true });
  return [heading, ...docxSection({ ...annex, heading: null }, paper)];
}

const HEADING: DocxStyle = {
  size: SIZES.body,
  isBold: true,
  align: 'LEFT',
  before: 8,
  after: 4,
  keepNext: true,
};
const PARAGRAPH: DocxStyle = { size: SIZES.body, align: 'JUSTIFIED', indent: 28, after: 6 };

function docxTable(table: PaperTable, paper: Paper, isSigned: boolean): (Paragraph | Table)[] {
  const grid = gridOf(table);
  const size = tableSize(paper, table);
  const widths = grid.widths.map((share) => twips(share * textWidth(paper)));
  const isHeading = ([first, ...others]: readonly GridCell[]) =>
    others.length === 0 && first?.columnSpan === widths.length;
  const last = grid.body.at(-1);
  const row = (cells: readonly GridCell[], isHeader: boolean) =>
    new TableRow({
      tableHeader: isHeader,
      // Only a row that fits a page can stay whole on one.
      cantSplit: linesOf(cells, widths, size) * size * LINE_HEIGHT < pageHeight(paper) / 2,
      children: cells.map((cell) =>
        docxCell(cell, widths, { size, keepNext: isHeading(cells) || (isSigned && cells === last) }),
      ),
    });
  return [
    ...(table.unitOfMeasure === null ? [] : [unitLine(table.unitOfMeasure)]),
    new Table({
      columnWidths: widths,
      width: { size: widths.reduce((sum, width) => sum + width, 0), type: 'dxa' },
      layout: 'fixed',
      rows: [...grid.header.map((cells) => row(cells, true)), ...grid.body.map((cells) => row(cells, false))],
    }),
    ...noteLines(table).map((text) =>
      docxLine(text, { size: SIZES.note, isItalic: true, align: 'LEFT', before: 3, keepNext: isSigned }),
    ),
  ];
}

function docxCell(
  cell: GridCell,
  widths: readonly number[],
  { size, keepNext }: { size: number; keepNext: boolean },
): TableCell {
  const { columnSpan, rowSpan, text, type, align, isBold } = cell;
  const { width, room } = widthOf(cell, widths);
  const fitting = type === 'TEXT' ? size : fittingSize(text, room, size, isBold);
  return new TableCell({
    width: { size: width, type: 'dxa' },
    margins: CELL_MARGINS,
    verticalAlign: 'center',
    ...(columnSpan > 1 ? { columnSpan } : {}),
    ...(rowSpan > 1 ? { rowSpan } : {}),
    children: [docxLine(text, { size: fitting, isBold, align, keepNext })],
  });
}

function linesOf(cells: readonly GridCell[], widths: readonly number[], size: number): number {
  const lines = cells.map((cell) => lineCount(cell.text, widthOf(cell, widths).room, size, cell.isBold));
  return Math.max(...lines);
}

/** The width of a cell in twentieths of a point, and what is left of it for text in points. */
function widthOf({ column, columnSpan }: GridCell, widths: readonly number[]) {
  const width = widths.slice(column, column + columnSpan).reduce((sum, one) => sum + one, 0);
  return { width, room: width / 20 - 2 * PADDING - 1 };
}

const LINE_HEIGHT = 1.15;
/** Points at the left and right of a cell. */
const PADDING = 4;
const CELL_MARGINS = {
  top: twips(2),
  bottom: twips(2),
  left: twips(PADDING),
  right: twips(PADDING),
  marginUnitType: 'dxa',
} as const;

function unitLine(unit: string): Paragraph {
  return docxLine(unitOfMeasureLine(unit), {
    size: SIZES.note,
    isItalic: true,
    align: 'RIGHT',
    after: 3,
    keepNext: true,
  });
}
