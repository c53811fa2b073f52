import type { Cell, CellStyle, CellValue, MergeRange } from 'hucre/xlsx';
import { lineCount } from './text-width.ts';

/** What a stretch of columns in a row holds. */
export interface SheetPart {
  /** Index of the first column, and of the one after the last. */
  from: number;
  to: number;
  value: CellValue;
  /** As shown; decides how high the row has to be. Empty where it decides nothing. */
  text: string;
  style: CellStyle;
  /** Rows that it covers, this one and those below; 1 where not given. */
  rowSpan?: number;
}

/** Collects the rows of a sheet, with heights: programs do not grow a row for text in merged cells. */
export class SheetRows {
  /**
   * The header rows that printed pages repeat, counted from 1. A sheet has one such stretch, from there on: that of its
   * last table, or it would stand above the rows of another.
   */
  titleRows: { first: number; last: number } | null = null;

  /** Right edges of the columns, as shares of the width. */
  readonly edges: readonly number[];
  /** Points. */
  readonly width: number;

  readonly #rows: CellValue[][] = [];
  readonly #cells = new Map<string, Partial<Cell>>();
  readonly #merges: MergeRange[] = [];
  readonly #rowDefs = new Map<number, { height: number }>();

  constructor(edges: readonly number[], width: number) {
    this.edges = edges;
    this.width = width;
  }

  get length(): number {
    return this.#rows.length;
  }

  /** Adds a row that is as high as its texts need. `minHeight` in points. */
  add(parts: readonly SheetPart[], minHeight = 0): void {
    const row = this.#rows.length;
    const values: CellValue[] = this.edges.map(() => null);
    let height = minHeight;
    for (const part of parts) {
      values[part.from] = part.value;
      this.#place(part, row);
      if (part.rowSpan === undefined) height = Math.max(height, this.#heightOf(part));
    }
    this.#rows.push(values);
    this.#rowDefs.set(row, { height: Math.min(TALLEST, Math.round(height * 4) / 4) });
  }

  /** What hucre takes as a sheet. */
  sheet() {
    return {
      columns: this.edges.map((edge, index) => ({
        width: columnWidth((edge - (this.edges[index - 1] ?? 0)) * this.width),
      })),
      rows: this.#rows,
      cells: this.#cells,
      merges: this.#merges,
      rowDefs: this.#rowDefs,
      view: { showGridLines: false },
    };
  }

  #place({ from, to, value, style, rowSpan = 1 }: SheetPart, row: number): void {
    for (let below = 0; below < rowSpan; below += 1) {
      // Every covered cell bears the style: the border of a merged range is drawn cell by cell.
      for (let column = from; column < to; column += 1) {
        const isFirst = below === 0 && column === from;
        this.#cells.set(`${row + below},${column}`, isFirst ? { value, style } : { style });
      }
    }
    if (to - from > 1 || rowSpan > 1) {
      this.#merges.push({ startRow: row, startCol: from, endRow: row + rowSpan - 1, endCol: to - 1 });
    }
  }

  #heightOf({ from, to, text, style }: SheetPart): number {
    const size = style.font?.size ?? 11;
    const room = ((this.edges[to - 1] ?? 1) - (this.edges[from - 1] ?? 0)) * this.width - CELL_PADDING;
    const lines = style.alignment?.wrapText === true ? lineCount(text, room, size, style.font?.bold) : 1;
    return lines * size * LINE_HEIGHT + 2;
  }
}

/** Points, with what programs differ by in how wide they make a column. */
export const CELL_PADDING = 10;
const LINE_HEIGHT = 1.2;
/** Points; Excel opens no file with a row that is taller. */
const TALLEST = 409;

/** Points as Excel counts a column: digits of the default font, which are 7 pixels wide, and 5 pixels of padding. */
function columnWidth(points: number): number {
  const pixels = (points * 96) / 72;
  return Math.max(1, Math.round(((pixels - 5) / 7) * 100) / 100);
}
