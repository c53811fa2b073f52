import type { Severity } from '@cnscd/domain';

/** What is to be marked in a row of a sheet. */
export interface RowMarks {
  /** What stands in the new column beside the row. */
  sentences: string[];
  /** By column from 1: its colour, and the note that is hung on it. */
  cells: Map<number, { severity: Severity; note: string }>;
}

/** What is to be marked in a sheet. */
export interface SheetMarks {
  /** The new column, from 1, right of everything that stands in the sheet. */
  column: number;
  /** What it is called, and in which row; null where the sheet has no table. */
  heading: { row: number; text: string } | null;
  rows: Map<number, RowMarks>;
}
