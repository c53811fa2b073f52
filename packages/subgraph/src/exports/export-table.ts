import type { ExportKind } from '@cnscd/domain';

/** What a cell holds. A day is `YYYY-MM-DD`; null is an empty cell, which is not 0. */
export type Cell = string | number | null;

/** How a column's cells are written: COUNT is a whole number, DAY a calendar day. */
export type CellKind = 'TEXT' | 'COUNT' | 'NUMBER' | 'DAY';

export interface Column {
  /** In Vietnamese, and one that an import recognises. */
  header: string;
  kind: CellKind;
  /** In characters. */
  widthCharacters: number;
  /** Whether the numbers of the column add up to something. */
  isSummed: boolean;
}

/** What a table says of itself, above and below its rows. */
export interface TableHead {
  kind: ExportKind;
  /** As it stands above the table: `Danh sách tổ công nghệ số cộng đồng`. */
  title: string;
  /** Where: full name of the unit, or what stands for all. */
  place: string;
  /** When: `Tính đến ngày 22/11/2026`, `Quý III năm 2026`. */
  time: string;
  /** Unit of measure of all numbers. Null: each column says its own, or there is none. */
  measureUnit: string | null;
  /** What a reader must know, in whole sentences. */
  notes: readonly string[];
}

/** A list or a board as a table, before it becomes a file. */
export interface ExportTable extends TableHead {
  columns: readonly Column[];
  rows: readonly (readonly Cell[])[];
  /** Sums below the rows, a cell for each column. Null: nothing adds up. */
  totals: readonly Cell[] | null;
}

/** A column and how it is read off a row. */
export interface ColumnOf<Row> extends Column {
  value: (row: Row) => Cell;
}

type ColumnOptions = Partial<Pick<Column, 'widthCharacters' | 'isSummed'>>;

/** Makes the columns of tables with rows of one type: `columnsOf<TeamLine>().text('Mã tổ', (team) => team.code)`. */
export function columnsOf<Row>() {
  const column =
    (kind: CellKind, usualWidth: number) =>
    (
      header: string,
      value: (row: Row) => Cell,
      { widthCharacters = usualWidth, isSummed = false }: ColumnOptions = {},
    ): ColumnOf<Row> => ({ header, kind, widthCharacters, isSummed, value });
  return {
    text: column('TEXT', 24),
    day: column('DAY', 12),
    count: column('COUNT', 12),
    number: column('NUMBER', 14),
  };
}

/** Reads the columns off the rows, and adds up those that add up. */
export function tableOf<Row>(
  head: TableHead,
  columns: readonly ColumnOf<Row>[],
  rows: readonly Row[],
): ExportTable {
  const cells = rows.map((row) => columns.map(({ value }) => value(row)));
  return {
    ...head,
    columns: columns.map(({ value: _, ...shown }) => shown),
    rows: cells,
    totals: columns.some(({ isSummed }) => isSummed)
      ? columns.map(({ isSummed }, index) =>
          isSummed ? sumOf(cells.map((row) => row[index] ?? null)) : null,
        )
      : null,
  };
}

/** Null where no cell has a number: nothing known does not add up to 0. */
function sumOf(cells: readonly Cell[]): number | null {
  const numbers = cells.filter((cell) => typeof cell === 'number');
  return numbers.length === 0 ? null : numbers.reduce((sum, each) => sum + each, 0);
}
