import { fold, type ImportKind, type LocalDate, sensitiveKind, writtenPhones } from '@cnscd/domain';
import { isUuid } from '../../entities/uuid.ts';
import type { Cell, CellRow, SheetReader } from '../../spreadsheets/cells.ts';
import { cellText } from './cell-text.ts';
import { isTaken } from './fields.ts';
import type { TableColumn } from './find-table.ts';
import { LEFT_OUT, leftOutKind, type Unstorable } from './left-out.ts';
import { parseCell } from './parse-cell.ts';
import { remembering } from './remembering.ts';

/**
 * Takes out of the rows of a sheet what is never stored, and remembers where: all that comes after it reads the rows as
 * the kept copy will have them, so that reading the copy gives the same once more.
 */
export class ClearedCells {
  /** By row and column. */
  readonly #cells = new Map<number, Cell>();
  readonly #reading: Reading;

  constructor(reading: Reading) {
    this.#reading = reading;
  }

  get isEmpty(): boolean {
    return this.#cells.size === 0;
  }

  /** @param columns - of the table, for rows below its headings */
  clear(rows: readonly CellRow[], columns: readonly TableColumn[] = []): CellRow[] {
    const byNumber = new Map(columns.map((column) => [column.column, column]));
    return rows.map((row) => {
      for (const [at, cell] of row.cells.entries()) {
        const kind = unstorableIn(cell, byNumber.get(at + 1), this.#reading);
        if (kind !== null) this.#cells.set(keyOf(row.row, at), markOf(kind));
      }
      return this.#cleared(row);
    });
  }

  /** The sheet as it may be kept. */
  copyOf(sheet: SheetReader): SheetReader {
    const cleared = (row: CellRow) => this.#cleared(row);
    return {
      ...sheet,
      async *rows(onProgress) {
        for await (const batch of sheet.rows(onProgress)) yield batch.map(cleared);
      },
    };
  }

  #cleared(row: CellRow): CellRow {
    if (!row.cells.some((_, at) => this.#cells.has(keyOf(row.row, at)))) return row;
    return { ...row, cells: row.cells.map((cell, at) => this.#cells.get(keyOf(row.row, at)) ?? cell) };
  }
}

/** More than a sheet may have columns. */
const keyOf = (row: number, at: number): number => row * 1024 + at;

const MARKS: Readonly<Record<Unstorable, Cell>> = {
  CITIZEN_ID: { kind: 'TEXT', text: LEFT_OUT.CITIZEN_ID, font: null },
  CREDENTIAL: { kind: 'TEXT', text: LEFT_OUT.CREDENTIAL, font: null },
};
const markOf = (kind: Unstorable): Cell => MARKS[kind];

type Reading = Readonly<{ kind: ImportKind; today: LocalDate }>;

function unstorableIn(
  cell: Cell | null,
  column: TableColumn | undefined,
  reading: Reading,
): Unstorable | null {
  const text = cellText(cell)?.text;
  if (cell === null || text === undefined || HARMLESS.test(text) || leftOutKind(text) !== null) return null;
  // "(3)" below a heading, "chưa có": only what can be a number of somebody, or the day on which it was given.
  if (isOfCitizenIds(column)) return DIGITS.test(text) ? 'CITIZEN_ID' : null;
  if (cell.kind !== 'TEXT' && cell.kind !== 'NUMBER') return null;
  const kind = kindIn(text);
  if (kind === null || kind === 'PHONE') return null;
  return isAccepted(cell, text, { kind, column, reading }) ? null : kind;
}

/** Most cells: nothing but words, or a mobile number and no more. */
const HARMLESS = /^(?:[\p{L}\p{M}\s.,;:()/'"-]*|0[35789](?:[ .-]?\d){8})$/u;
const DIGITS = /(?:\d\D*){6}/u;

const kindIn = remembering(sensitiveKind);

/** By its field, or by a word in a heading that is not known as a whole: "CCCD của người giám hộ". */
const isOfCitizenIds = (column: TableColumn | undefined): boolean =>
  column?.field?.name === 'citizenId' || (column?.field === null && CITIZEN_ID.test(fold(column.header)));

const CITIZEN_ID = /\b(?:cccd|cmnd|cmt|can cuoc|chung minh|dinh danh)\b/u;

/** A figure of nine digits or the id of an activity is what its column asks for; so is a phone number without its zero. */
function isAccepted(
  cell: Cell,
  text: string,
  { kind, column, reading }: { kind: Unstorable; column: TableColumn | undefined; reading: Reading },
): boolean {
  const field = column?.field ?? null;
  if (column === undefined || field === null) return mayBeAccepted(text, reading.kind);
  if (!isTaken(field)) return false;
  // Of several numbers in a cell only the first phone is taken.
  if (field.type === 'PHONES') return kind !== 'CREDENTIAL' && writtenPhones(text).hint === null;
  const { faults } = parseCell(cell, { column: column.header, field, today: reading.today });
  return faults.every(({ severity }) => severity !== 'ERROR');
}

/**
 * In a column that the officer has still to name, an id of ours is one whatever digits it happens to have, and nine digits
 * alone may be a figure, or a mobile number without its zero.
 */
const mayBeAccepted = (text: string, kind: ImportKind): boolean =>
  isUuid(text) ||
  (/^\d{9}$/u.test(text) && (kind === 'FIGURES' || kind === 'MEASUREMENTS' || /^[35789]/u.test(text)));
