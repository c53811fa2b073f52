import { cellText, NO_ROWS } from './cell-text.ts';
import type {
  PaperAlignment,
  PaperCell,
  PaperColumn,
  PaperColumnType,
  PaperRow,
  PaperTable,
} from './paper.ts';

/** A table as a grid of cells with spans, the same for each format. */
export interface TableGrid {
  /** Share of the whole width for each column; together 1. */
  widths: number[];
  /** One row, or two where columns are grouped. Cells that another one spans are left out. */
  header: GridCell[][];
  body: GridCell[][];
}

export interface GridCell {
  /** As printed. */
  text: string;
  /** As given, with its type: what a spreadsheet keeps as a number or a day. */
  value: PaperCell;
  type: PaperColumnType;
  /** Index of the first column that it covers. */
  column: number;
  columnSpan: number;
  rowSpan: number;
  align: PaperAlignment;
  isBold: boolean;
}

export function gridOf(table: PaperTable): TableGrid {
  const ordinal = { ...ORDINAL, width: (totalWidth(table.columns) * ORDINAL_SHARE) / (1 - ORDINAL_SHARE) };
  const columns = table.isNumbered ? [ordinal, ...table.columns] : [...table.columns];
  const total = totalWidth(columns);
  return {
    widths: columns.map((column) => column.width / total),
    header: headerRows(columns),
    body: [
      ...(table.rows.length === 0 ? [emptyRow(columns)] : bodyRows(table, columns)),
      ...(table.totals === null ? [] : [totalsRow(table.totals, table, columns)]),
    ],
  };
}

/** Whether any cell of the table is without a value, so that the paper has to say what a dash means. */
export function hasMissing(table: PaperTable): boolean {
  const isMissing = (cells: readonly PaperCell[]) => cells.includes(null);
  return table.rows.some((row) => isCells(row) && isMissing(row)) || isMissing(table.totals ?? []);
}

const ORDINAL = { header: 'STT', type: 'INTEGER', align: 'CENTER' } as const;
/** Of the width of the table: wide enough for "1.234" on a page in portrait. */
export const ORDINAL_SHARE = 0.075;

function totalWidth(columns: readonly PaperColumn[]): number {
  return columns.reduce((sum, column) => sum + column.width, 0);
}

function headerRows(columns: readonly PaperColumn[]): GridCell[][] {
  if (columns.every((column) => column.group === undefined)) {
    return [columns.map((column, index) => headerCell(column.header, index))];
  }
  const above: GridCell[] = [];
  const below: GridCell[] = [];
  columns.forEach(({ header, group }, index) => {
    if (group === undefined) {
      above.push({ ...headerCell(header, index), rowSpan: 2 });
      return;
    }
    const last = above.at(-1);
    const isContinued = columns[index - 1]?.group === group;
    if (isContinued && last !== undefined) last.columnSpan += 1;
    else above.push(headerCell(group, index));
    below.push(headerCell(header, index));
  });
  return [above, below];
}

function headerCell(text: string, column: number): GridCell {
  return { ...textCell(text, column), align: 'CENTER', isBold: true };
}

function emptyRow(columns: readonly PaperColumn[]): GridCell[] {
  return [{ ...textCell(NO_ROWS, 0), columnSpan: columns.length, align: 'CENTER' }];
}

function bodyRows(table: PaperTable, columns: readonly PaperColumn[]): GridCell[][] {
  let ordinal = 0;
  return table.rows.map((row) => {
    if (!isCells(row)) return [{ ...textCell(row.heading, 0), columnSpan: columns.length, isBold: true }];
    ordinal += 1;
    const cells = table.isNumbered ? [ordinal, ...row] : row;
    return columns.map((column, index) => bodyCell(cells[index] ?? null, column, index));
  });
}

/** The words before the first other cell stretch over the empty cells between: "Tổng cộng" is not squeezed into "STT". */
function totalsRow(
  totals: readonly PaperCell[],
  table: PaperTable,
  columns: readonly PaperColumn[],
): GridCell[] {
  const cells = table.isNumbered ? [totals[0] ?? '', '', ...totals.slice(1)] : totals;
  const filled = cells.findIndex((cell, index) => index > 0 && cell !== '');
  const span = filled === -1 ? columns.length : filled;
  const label = {
    ...textCell(cellText(cells[0] ?? '', 'TEXT'), 0),
    columnSpan: span,
    align: 'CENTER' as const,
  };
  const others = columns
    .slice(span)
    .map((column, index) => bodyCell(cells[span + index] ?? null, column, span + index));
  return [label, ...others].map((cell) => ({ ...cell, isBold: true }));
}

function bodyCell(value: PaperCell, column: PaperColumn, index: number): GridCell {
  const text = cellText(value, column.type);
  const { type } = column;
  return { ...textCell(text, index), value, type, align: column.align ?? ALIGNMENTS[type] };
}

const ALIGNMENTS: Readonly<Record<PaperColumnType, PaperAlignment>> = {
  TEXT: 'LEFT',
  INTEGER: 'RIGHT',
  DECIMAL: 'RIGHT',
  PERCENT: 'RIGHT',
  DATE: 'CENTER',
};

function textCell(text: string, column: number): GridCell {
  const plain = text.normalize('NFC');
  return {
    text: plain,
    value: plain,
    type: 'TEXT',
    column,
    columnSpan: 1,
    rowSpan: 1,
    align: 'LEFT',
    isBold: false,
  };
}

function isCells(row: PaperRow): row is readonly PaperCell[] {
  return Array.isArray(row);
}
