import { type Paragraph, Table, TableCell, TableRow } from 'docx';
import { docxLine, twips } from './docx-text.ts';
import { SIZES, tableSize, textWidth } from './page-measures.ts';
import type { Paper, PaperSection, PaperTable } from './paper.ts';
import { noteLines, unitOfMeasureLine } from './paper-words.ts';
import { type GridCell, gridOf } from './table-grid.ts';
import { fittingSize } from './text-width.ts';

/** Heading, paragraphs, table and notes of one section. */
export function docxSection(section: PaperSection, paper: Paper): (Paragraph | Table)[] {
  const { heading, paragraphs, table, startsPage = false } = section;
  return [
    ...(heading === null
      ? []
      : [
          docxLine(heading, {
            size: SIZES.body,
            isBold: true,
            align: 'LEFT',
            before: 8,
            after: 4,
            keepNext: true,
            startsPage,
          }),
        ]),
    ...paragraphs.map((text) =>
      docxLine(text, { size: SIZES.body, align: 'JUSTIFIED', indent: 28, after: 6 }),
    ),
    ...(table === null ? [] : docxTable(table, paper)),
  ];
}

function docxTable(table: PaperTable, paper: Paper): (Paragraph | Table)[] {
  const grid = gridOf(table);
  const size = tableSize(paper, table);
  const widths = grid.widths.map((share) => twips(share * textWidth(paper)));
  const row = (cells: readonly GridCell[], isHeader: boolean) =>
    new TableRow({
      tableHeader: isHeader,
      cantSplit: true,
      children: cells.map((cell) => docxCell(cell, widths, size)),
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
      docxLine(text, { size: SIZES.note, isItalic: true, align: 'LEFT', before: 3 }),
    ),
  ];
}

function docxCell(cell: GridCell, widths: readonly number[], size: number): TableCell {
  const { column, columnSpan, rowSpan, text, type, align, isBold } = cell;
  const width = widths.slice(column, column + columnSpan).reduce((sum, one) => sum + one, 0);
  const room = width / 20 - 2 * PADDING - 1;
  const fitting = type === 'TEXT' ? size : fittingSize(text, room, size, isBold);
  return new TableCell({
    width: { size: width, type: 'dxa' },
    margins: CELL_MARGINS,
    verticalAlign: 'center',
    ...(columnSpan > 1 ? { columnSpan } : {}),
    ...(rowSpan > 1 ? { rowSpan } : {}),
    children: [docxLine(text, { size: fitting, isBold, align })],
  });
}

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
