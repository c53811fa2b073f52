import { localDate } from '@cnscd/domain';
import { type Cell, type CellRow, parseCellName } from '../cells.ts';
import { dayOfSerial, timeOfSerial } from '../day-serials.ts';
import { FILE_LIMITS, fileRefusal } from '../file-refusals.ts';
import { type SharedStrings, unescaped } from './shared-strings.ts';
import type { CellStyle } from './styles.ts';
import { attributeOf, type XmlEvents } from './xml-scanner.ts';

/** What cells refer to. */
export interface CellContext {
  strings: SharedStrings;
  styles: readonly CellStyle[];
  dateSystem: '1900' | '1904';
}

const MOST_COLUMNS = 16_384;

/** Builds rows out of the XML of a worksheet. Rows without anything in them are left out. */
export class RowBuilder implements XmlEvents {
  /** What is complete; whoever reads takes it out. */
  rows: CellRow[] = [];
  readonly #context: CellContext;
  #count = 0;
  #row: CellRow = { row: 0, cells: [] };
  #column = 0;
  #type = '';
  #style: CellStyle | undefined;
  #hasFormula = false;
  #value: string | null = null;
  #inline = '';
  #textGoesTo: 'VALUE' | 'INLINE' | null = null;
  #isPhonetic = false;

  constructor(context: CellContext) {
    this.#context = context;
  }

  open(name: string, attributes: string): void {
    if (name === 'c') this.#openCell(attributes);
    else if (name === 'v') {
      this.#textGoesTo = 'VALUE';
      this.#value = '';
    } else if (name === 'f') this.#hasFormula = true;
    else if (name === 'row') this.#openRow(attributes);
    else if (name === 't' && !this.#isPhonetic) this.#textGoesTo = 'INLINE';
    else if (name === 'rPh') this.#isPhonetic = true;
    else if (name === 'dimension') requireColumns(attributeOf(attributes, 'ref') ?? '');
  }

  close(name: string): void {
    if (name === 'c') this.#closeCell();
    else if (name === 'v' || name === 't') this.#textGoesTo = null;
    else if (name === 'row') this.#closeRow();
    else if (name === 'rPh') this.#isPhonetic = false;
  }

  text(text: string): void {
    if (this.#textGoesTo === 'VALUE') this.#value += text;
    else if (this.#textGoesTo === 'INLINE') this.#inline += text;
  }

  #openRow(attributes: string): void {
    const written = attributeOf(attributes, 'r');
    const row = written === null ? this.#row.row + 1 : Number(written);
    // Rows in another order would be read as others than a spreadsheet shows.
    if (!Number.isInteger(row) || row <= this.#row.row) throw fileRefusal('DAMAGED');
    this.#row = { row, cells: [] };
    this.#column = 0;
  }

  #openCell(attributes: string): void {
    const reference = attributeOf(attributes, 'r');
    const column = reference === null ? this.#column + 1 : parseCellName(reference)?.column;
    if (column === undefined) throw fileRefusal('DAMAGED');
    if (column > MOST_COLUMNS) throw fileRefusal('TOO_MANY_COLUMNS');
    this.#column = column;
    this.#type = attributeOf(attributes, 't') ?? 'n';
    this.#style = this.#context.styles[Number(attributeOf(attributes, 's') ?? 0)];
    [this.#hasFormula, this.#value, this.#inline] = [false, null, ''];
  }

  #closeCell(): void {
    const cell = this.#cell();
    if (cell === null) return;
    if (this.#column > FILE_LIMITS.columns) throw fileRefusal('TOO_MANY_COLUMNS');
    const { cells } = this.#row;
    while (cells.length < this.#column - 1) cells.push(null);
    cells[this.#column - 1] = cell;
  }

  #closeRow(): void {
    if (this.#row.cells.length === 0) return;
    this.#count += 1;
    if (this.#count > FILE_LIMITS.rows) throw fileRefusal('TOO_MANY_ROWS');
    this.rows.push(this.#row);
  }

  #cell(): Cell | null {
    const value = this.#value;
    if (this.#type === 'inlineStr') return this.#text(unescaped(this.#inline), null);
    if (value === null || value === '') return this.#isUncalculated() ? { kind: 'FORMULA' } : null;
    if (this.#type === 's') return this.#shared(Number(value));
    if (this.#type === 'str') return this.#text(unescaped(value), null);
    if (this.#type === 'b') return { kind: 'FLAG', flag: value.trim() === '1' };
    if (this.#type === 'e') return { kind: 'BROKEN', text: value };
    if (this.#type === 'd') return isoCell(value);
    const number = Number(value);
    if (!Number.isFinite(number)) throw fileRefusal('DAMAGED');
    return this.#number(number);
  }

  /** Whether a formula waits for a spreadsheet to calculate it. One that gave an empty text says that it is a text. */
  #isUncalculated(): boolean {
    return this.#hasFormula && (this.#value === null || this.#type !== 'str');
  }

  #shared(index: number): Cell | null {
    const { texts, fonts } = this.#context.strings;
    const text = texts[index];
    if (text === undefined) throw fileRefusal('DAMAGED');
    return this.#text(text, fonts.get(index) ?? null);
  }

  #text(text: string, font: CellStyle['font']): Cell | null {
    return text === '' ? null : { kind: 'TEXT', text, font: font ?? this.#style?.font ?? null };
  }

  #number(number: number): Cell {
    const meaning = this.#style?.meaning ?? 'NUMBER';
    if (meaning === 'NUMBER' || meaning === 'PERCENT') {
      return { kind: 'NUMBER', number, isPercent: meaning === 'PERCENT' };
    }
    const time = timeOfSerial(number);
    if (meaning === 'TIME') return { kind: 'TIME', time: time ?? '00:00' };
    const day = dayOfSerial(number, this.#context.dateSystem);
    if (day === null) return { kind: 'NUMBER', number, isPercent: false };
    return { kind: 'DAY', day, time, shows: meaning };
  }
}

/** Days as ISO text, which the standard allows and hardly a program writes. */
function isoCell(text: string): Cell {
  const [, day = '', time = null] = /^(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d))?/.exec(text) ?? [];
  try {
    return { kind: 'DAY', day: localDate(day), time: time === '00:00' ? null : time, shows: 'DAY' };
  } catch {
    return { kind: 'TEXT', text, font: null };
  }
}

/** @param reference - "A1:F200", what the sheet says it reaches over */
function requireColumns(reference: string): void {
  const [, end] = reference.split(':');
  const last = end === undefined ? null : parseCellName(end);
  if (end !== undefined && (last === null || last.column > MOST_COLUMNS))
    throw fileRefusal('TOO_MANY_COLUMNS');
}
