import type { ExportKind } from '@cnscd/domain';
import type { ColumnType, TableValue } from '../spreadsheets/table.ts';

export interface Column {
  /** In Vietnamese, and one that an import recognises. */
  header: string;
  /** What neighbours have in common, a heading above theirs on paper: `Số tổ`. */
  group: string | null;
  type: ColumnType;
  /** In characters. */
  widthCharacters: number;
  /** Whether the numbers of the column add up to something. */
  isSummed: boolean;
  /**
   * Whether it stands on paper, which is narrow. IF_TELLING: only where rows differ in it. HEADING: rows that are alike
   * in it stand below one heading that says it, where there are several of them.
   */
  onPaper: 'ALWAYS' | 'IF_TELLING' | 'HEADING' | 'NEVER';
  /** What it says as a rule, and so need not say on paper. Null: there is no rule. */
  usual: string | null;
}

/** What a table says of itself, above and below its rows. */
export interface TableHead {
  kind: ExportKind;
  /** As it stands above the table: `Danh sách tổ công nghệ số cộng đồng`. */
  title: string;
  /** Where: full name of the unit or name of the team, or what stands for all. */
  place: string;
  /** The unit that it is about. Null: not one unit only. */
  regionId: string | null;
  /** When: `Tính đến ngày 22/11/2026`, `Quý III năm 2026`. */
  time: string;
  /** Unit of measure of all numbers. Null: each column says its own, or there is none. */
  measureUnit: string | null;
  /** What the rows are, counted: `45 tổ, 277 thành viên`. Null: nothing that anybody counts. */
  counted: string | null;
  /** What a reader must know, in whole sentences. */
  notes: readonly string[];
}

/** A list or a board as a table, before it becomes a file. */
export interface ExportTable extends TableHead {
  columns: readonly Column[];
  rows: readonly (readonly TableValue[])[];
  /** Sums below the rows, a cell for each column. Null: nothing adds up. */
  totals: readonly TableValue[] | null;
}

/** A column and how it is read off a row. */
export interface ColumnOf<Row> extends Column {
  value: (row: Row) => TableValue;
}

type ColumnOptions = Partial<Pick<Column, 'group' | 'widthCharacters' | 'isSummed' | 'onPaper' | 'usual'>>;

/** Makes the columns of tables with rows of one type: `columnsOf<TeamLine>().text('Mã tổ', (team) => team.code)`. */
export function columnsOf<Row>() {
  const column =
    (type: ColumnType, usualWidth: number) =>
    (
      header: string,
      value: (row: Row) => TableValue,
      { widthCharacters = usualWidth, ...options }: ColumnOptions = {},
    ): ColumnOf<Row> => ({
      ...{ group: null, isSummed: false, onPaper: 'ALWAYS', usual: null },
      ...options,
      ...{ header, type, widthCharacters, value },
    });
  return {
    text: column('TEXT', 24),
    day: column('DATE', 13),
    count: column('INTEGER', 12),
    number: column('DECIMAL', 14),
    percent: column('PERCENT', 12),
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
function sumOf(cells: readonly TableValue[]): number | null {
  const numbers = cells.filter((cell) => typeof cell === 'number');
  return numbers.length === 0 ? null : numbers.reduce((sum, each) => sum + each, 0);
}
