/** What stands in a column, and so how its cells are written and shown. */
export type ColumnType = 'TEXT' | 'INTEGER' | 'DECIMAL' | 'PERCENT' | 'DATE';

export interface TableColumn {
  header: string;
  type: ColumnType;
  /** In characters of the standard font. Left out: by its type and its heading. */
  widthCharacters?: number;
}

/**
 * A cell as it is written, by the type of its column: text as a string; INTEGER, DECIMAL as a number; PERCENT as a
 * number in points (98.5 is 98,5%); DATE as YYYY-MM-DD. A string in a column of numbers or dates stays text, such as
 * "khoảng 30". Null is an empty cell.
 */
export type TableValue = string | number | null;

/** One sheet of a workbook, or one CSV file. */
export interface Table {
  /** Name of the sheet: at most 31 characters, without \ / ? * [ ] : */
  name: string;
  columns: readonly TableColumn[];
  rows: Iterable<readonly TableValue[]>;
}
