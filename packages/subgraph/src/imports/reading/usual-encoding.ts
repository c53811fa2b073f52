import { likelyEncoding, type OldEncoding } from '@cnscd/domain';
import type { Cell, CellRow } from '../../spreadsheets/cells.ts';
import { leftOutKind } from './left-out.ts';

/** So many characters tell in which encoding a sheet is. */
const TELLING = 20_000;

/** The encoding from before Unicode that a sheet is in, by the first of its rows. Null: in Unicode, or it cannot be told. */
export function usualEncoding(rows: readonly CellRow[]): OldEncoding | null {
  const texts = rows.flatMap(({ cells }) => cells.flatMap((cell) => (isOfAuthor(cell) ? cell.text : [])));
  return likelyEncoding(texts.join(' ').slice(0, TELLING));
}

/** The same rows, with what is Vietnamese in two encodings taken to be in that of the sheet. */
export function inUsualEncoding(rows: CellRow[], usual: OldEncoding | null): CellRow[] {
  if (usual === null) return rows;
  return rows.map((row) => ({ ...row, cells: row.cells.map((cell) => inEncoding(cell, usual)) }));
}

function inEncoding(cell: Cell | null, usual: OldEncoding): Cell | null {
  if (!isOfAuthor(cell) || cell.font !== null) return cell;
  return likelyEncoding(cell.text, usual) === usual ? { ...cell, font: usual } : cell;
}

/** What stands for something left out is in Unicode, whatever the sheet is in. */
const isOfAuthor = (cell: Cell | null): cell is Extract<Cell, { kind: 'TEXT' }> =>
  cell?.kind === 'TEXT' && leftOutKind(cell.text) === null;
