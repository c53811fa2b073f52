import { type ImportKind, sensitiveKind, TEXT_LIMITS } from '@cnscd/domain';
import type { Cell, CellRow, MergedCells } from '../../spreadsheets/cells.ts';
import { cellText, singleLine } from './cell-text.ts';
import { IMPORT_FIELDS, type ImportField, NEEDED_FIELDS } from './fields.ts';
import { leftOutKind } from './left-out.ts';
import { fieldOfHeading, headingKey } from './recognise-headings.ts';
import type { ReadingOptions } from './sheet-row.ts';

/** A column of a table: what its heading says and what it is taken for. */
export interface TableColumn {
  /** From 1. */
  column: number;
  header: string;
  field: ImportField | null;
  /** Whether the officer chose it, or chose to leave it out. */
  isChosen: boolean;
}

export interface FoundTable {
  firstRow: number;
  lastRow: number;
  columns: TableColumn[];
}

/** Tables begin within the first rows of a sheet, below its title. */
export const ROWS_BEFORE_TABLE = 60;
const HEADING_LEVELS = 3;

/**
 * The headings of a sheet's table: the row with the most known headings among the first ones, together with the rows
 * below it that go on with them.
 *
 * @param rows - the first rows of the sheet, as they stand
 * @returns null where no row has two known headings, or one that the kind cannot do without
 */
export function findTable(
  rows: readonly CellRow[],
  merged: readonly MergedCells[],
  options: Pick<ReadingOptions, 'kind' | 'mapping'>,
): FoundTable | null {
  // A province's roster may have thousands of merged cells, of which the headings have a few.
  const near = merged.filter(({ firstRow }) => firstRow <= (rows.at(-1)?.row ?? 0));
  const candidates = rows.map((_, at) => tableAt(rows, at, near, options));
  const score = ({ columns }: FoundTable) =>
    columns.filter(({ field, isChosen }) => field !== null || isChosen).length;
  // Of two that know as much, the one with more columns; then the one of fewer rows, which leaves a title above it.
  const isBetter = (other: FoundTable, one: FoundTable) =>
    score(other) - score(one) || other.columns.length - one.columns.length || heightOf(one) - heightOf(other);
  const best = candidates.reduce((one, other) => (isBetter(other, one) > 0 ? other : one), NO_TABLE);
  const hasNeeded = best.columns.some(({ field }) =>
    NEEDED_FIELDS[options.kind].flat().includes(field?.name ?? ''),
  );
  return score(best) >= 2 || hasNeeded ? best : null;
}

const heightOf = ({ firstRow, lastRow }: FoundTable): number => lastRow - firstRow;

const NO_TABLE: FoundTable = { firstRow: 0, lastRow: 0, columns: [] };

/**
 * A row that looks like headings although none is known, so that an officer can say what its columns are. What has a
 * number in it, of a phone for example, is a record of a table without headings: headings are kept and shown, it is not.
 */
export function likelyHeadings(rows: readonly CellRow[]): FoundTable | null {
  const at = rows.findIndex((row, index) => {
    const words = row.cells.filter((cell) => cell !== null);
    const next = rows[index + 1]?.cells.filter((cell) => cell !== null).length ?? 0;
    return words.length >= 2 && words.every(mayBeHeading) && next >= words.length - 1;
  });
  const row = rows[at];
  if (row === undefined) return null;
  const columns = row.cells.flatMap((cell, index): TableColumn[] => {
    const text = cellText(cell)?.text;
    return text === undefined
      ? []
      : [
          {
            column: index + 1,
            header: singleLine(text).slice(0, LONGEST_HEADER),
            field: null,
            isChosen: false,
          },
        ];
  });
  return { firstRow: row.row, lastRow: row.row, columns };
}

const mayBeHeading = (cell: Cell): boolean => {
  const text = cell.kind === 'TEXT' ? (cellText(cell)?.text ?? '') : '';
  return (
    /\p{L}/u.test(text) &&
    !/\d{6}/u.test(text.replace(/[\s.-]/gu, '')) &&
    sensitiveKind(text) === null &&
    leftOutKind(text) === null
  );
};

function tableAt(
  rows: readonly CellRow[],
  at: number,
  merged: readonly MergedCells[],
  options: Pick<ReadingOptions, 'kind' | 'mapping'>,
): FoundTable {
  const levels: CellRow[] = [];
  let best = NO_TABLE;
  for (const row of rows.slice(at, at + HEADING_LEVELS)) {
    if (levels.length > 0 && !goesOn(levels, row, merged, options.kind)) break;
    levels.push(row);
    best = { firstRow: levels[0]?.row ?? 0, lastRow: row.row, columns: columnsOf(levels, merged, options) };
  }
  return best;
}

/** Whether a row goes on with the headings above it: something is merged down into it, or it parts what is merged above. */
function goesOn(
  levels: readonly CellRow[],
  row: CellRow,
  merged: readonly MergedCells[],
  kind: ImportKind,
): boolean {
  const above = levels.at(-1);
  if (above === undefined || row.row !== above.row + 1) return false;
  const reachesDown = merged.some(
    ({ firstRow, lastRow }) =>
      firstRow <= above.row && firstRow >= (levels[0]?.row ?? 0) && lastRow >= row.row,
  );
  const words = row.cells.flatMap((cell, index) => {
    const text = cell?.kind === 'TEXT' ? textAt(row, index + 1) : null;
    return text === null ? [] : [{ text, column: index + 1 }];
  });
  const isWords = row.cells.every((cell) => cell === null || cell.kind === 'TEXT') && words.length > 0;
  if (!isWords) return false;
  if (reachesDown) return true;
  // Without merged cells, as in CSV: known headings stand where the row above has nothing of its own.
  return words.some(
    ({ text, column }) =>
      cellText(above.cells[column - 1]) === null &&
      fieldOfHeading(
        [headingAbove(levels, column, merged), text].filter((one) => one !== ''),
        kind,
      ) !== null,
  );
}

function columnsOf(
  levels: readonly CellRow[],
  merged: readonly MergedCells[],
  { kind, mapping = {} }: Pick<ReadingOptions, 'kind' | 'mapping'>,
): TableColumn[] {
  const width = Math.max(...levels.map(({ cells }) => cells.length));
  const chosen = new Map(Object.entries(mapping).map(([header, field]) => [headingKey(header), field]));
  const fieldNamed = new Map(IMPORT_FIELDS[kind].map((field) => [field.name, field]));
  return Array.from({ length: width }, (_, index) => index + 1).flatMap((column): TableColumn[] => {
    const texts = levelsOf(levels, column, merged);
    if (texts.length === 0) return [];
    const header = texts.join(' / ').slice(0, LONGEST_HEADER);
    const choice = chosen.get(headingKey(header));
    const field = choice === undefined ? fieldOfHeading(texts, kind) : (fieldNamed.get(choice ?? '') ?? null);
    return [{ column, header, field, isChosen: choice !== undefined }];
  });
}

/** As much as a choice of columns may name. */
const LONGEST_HEADER = TEXT_LIMITS.name;

/** What stands above a column, level by level; a heading merged over several columns stands above each of them. */
function levelsOf(levels: readonly CellRow[], column: number, merged: readonly MergedCells[]): string[] {
  const texts = levels.map((row) => textAt(row, column) ?? mergedText(row, column, merged));
  const own = texts.findLastIndex((text) => text !== null);
  // Without merged cells, the heading above several columns stands above the first of them.
  const filled = texts.map((text, at) => text ?? (at < own ? leftText(levels[at], column) : null));
  return filled.filter((text, at) => text !== null && text !== filled[at - 1]).map(String);
}

const LONGEST_HEADING = 300;

const textAt = (row: CellRow | undefined, column: number): string | null => {
  const text = cellText(row?.cells[column - 1])?.text;
  return text === undefined ? null : singleLine(text).slice(0, LONGEST_HEADING);
};

function mergedText(row: CellRow, column: number, merged: readonly MergedCells[]): string | null {
  const over = merged.find(
    (one) => one.firstRow === row.row && one.firstColumn < column && one.lastColumn >= column,
  );
  return over === undefined ? null : textAt(row, over.firstColumn);
}

function leftText(row: CellRow | undefined, column: number): string | null {
  for (let left = column - 1; left >= 1; left -= 1) {
    const text = textAt(row, left);
    if (text !== null) return text;
  }
  return null;
}

const headingAbove = (levels: readonly CellRow[], column: number, merged: readonly MergedCells[]): string =>
  levels
    .map((row) => mergedText(row, column, merged) ?? leftText(row, column) ?? '')
    .join(' ')
    .trim();
