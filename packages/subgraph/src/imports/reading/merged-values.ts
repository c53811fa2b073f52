import { type Cell, type CellRow, cellName, type MergedCells } from '../../spreadsheets/cells.ts';

/**
 * Gives the rows of merged cells what stands in the first of them: an officer who merges the team's name over its members
 * has written it for each. Cells merged to the right say it once, in the first column.
 *
 * Rows must come in their order.
 */
export class MergedValues {
  readonly #waiting: MergedCells[];
  #open: { merged: MergedCells; cell: Cell | null }[] = [];

  constructor(merged: readonly MergedCells[]) {
    this.#waiting = merged
      .filter(({ firstRow, lastRow }) => lastRow > firstRow)
      .sort((one, other) => other.firstRow - one.firstRow);
  }

  /** The cell that is seen and can be marked: for those of the row last filled that are merged, the first of them. */
  cellAt(column: number, row: number): string {
    const covering = this.#open.find(
      ({ merged }) => merged.firstRow <= row && merged.firstColumn <= column && column <= merged.lastColumn,
    );
    return covering === undefined
      ? cellName(column, row)
      : cellName(covering.merged.firstColumn, covering.merged.firstRow);
  }

  fill(row: CellRow): CellRow {
    if (this.#open.length === 0 && this.#waiting.length === 0) return row;
    this.#open = this.#open.filter(({ merged }) => merged.lastRow >= row.row);
    let filled = row;
    for (const { merged, cell } of this.#open) {
      if (cell !== null) filled = withCell(filled, merged.firstColumn, cell);
    }
    for (
      let next = this.#waiting.at(-1);
      next !== undefined && next.firstRow <= row.row;
      next = this.#waiting.at(-1)
    ) {
      this.#waiting.pop();
      // What is merged around rows that were left out as empty says nothing.
      const cell = next.firstRow === row.row ? (row.cells[next.firstColumn - 1] ?? null) : null;
      if (next.lastRow >= row.row) this.#open.push({ merged: next, cell });
    }
    return filled;
  }
}

function withCell(row: CellRow, column: number, cell: Cell): CellRow {
  if (row.cells[column - 1] != null) return row;
  const cells = [...row.cells];
  while (cells.length < column) cells.push(null);
  cells[column - 1] = cell;
  return { row: row.row, cells };
}
