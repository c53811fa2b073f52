import { localDate } from '@cnscd/domain';
import { type CellStyle, type CellValue, type ColumnDef, type WriteSheet, writeXlsx } from 'hucre/xlsx';
import { serialOfDay } from './day-serials.ts';
import type { ColumnType, Table, TableColumn, TableValue } from './table.ts';

/**
 * Tables as one XLSX workbook, a sheet for each: bold headings that stay in sight, numbers as numbers, dates as dates
 * shown dd/mm/yyyy, and text as text, so that "=HYPERLINK(…)" is shown and never run, and a phone keeps its zero.
 */
export async function writeXlsxTable(tables: Table | readonly Table[]): Promise<Uint8Array> {
  const sheets = [tables].flat().map(sheetOf);
  return writeXlsx({ sheets, defaultFont: { name: 'Times New Roman', size: 12 } });
}

const HEADING: CellStyle = {
  font: { name: 'Times New Roman', size: 12, bold: true },
  alignment: { horizontal: 'center', vertical: 'center', wrapText: true },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'E8EEF7' } },
  numFmt: '@',
};

// Text is formatted as text too: a cell that is edited later stays what it is.
const FORMATS: Readonly<Record<ColumnType, string>> = {
  TEXT: '@',
  INTEGER: '#,##0',
  DECIMAL: '#,##0.######',
  PERCENT: '0.######%',
  DATE: 'dd/mm/yyyy',
};

const WIDTHS: Readonly<Record<ColumnType, number>> = {
  TEXT: 24,
  INTEGER: 12,
  DECIMAL: 14,
  PERCENT: 12,
  DATE: 13,
};

function sheetOf({ name, columns, rows }: Table): WriteSheet {
  const headings = columns.map(({ header }) => literal(header));
  const cells = headings.map((value, column) => [`0,${column}`, { value, style: HEADING }] as const);
  const body = Array.from(rows, (row) => columns.map(({ type }, at) => cellValue(row[at] ?? null, type)));
  return {
    name: sheetName(name),
    columns: columns.map(columnOf),
    rows: [headings, ...body],
    cells: new Map(cells),
    freezePane: { rows: 1 },
  };
}

function columnOf({ type, header, widthCharacters }: TableColumn): ColumnDef {
  const longestWord = Math.max(...header.split(/\s+/u).map((word) => word.length));
  return {
    width: widthCharacters ?? Math.max(WIDTHS[type], longestWord + 3),
    // One line for each row: where a spreadsheet does not grow its rows by itself, wrapped lines would lie on the next.
    style: { numFmt: FORMATS[type], alignment: { vertical: 'top' } },
  };
}

function cellValue(value: TableValue, type: ColumnType): CellValue {
  if (typeof value === 'number') return type === 'PERCENT' ? value / 100 : value;
  if (value === null) return null;
  return type === 'DATE' ? serialOfDay(localDate(value)) : literal(value);
}

/** XLSX writes characters as `_x000D_`; text that looks so by chance must not be taken for one. */
const literal = (text: string): string => text.replace(/_(?=x[0-9A-Fa-f]{4}_)/gu, '_x005F_');

/** A name as a workbook takes it. */
function sheetName(name: string): string {
  const plain = name.replace(/[\\/?*[\]:]/gu, '-').replace(/^'+|'+$/gu, '');
  return Array.from(plain).slice(0, 31).join('').trim() || 'Bảng 1';
}
