import { legacyFontOf } from '../legacy-fonts.ts';
import { type CellStyle, formatOf, meaningOf } from '../xlsx/styles.ts';
import { readCompoundFile } from './compound-file.ts';
import { type BiffRecord, recordsIn } from './records.ts';

/** What hucre leaves out of a sheet: whether it is hidden, and how its cells are shown. */
export interface SheetStyles {
  isHidden: boolean;
  /** Of the cell in a row and column, from 0; undefined for a plain one. */
  styleOf(row: number, column: number): CellStyle | undefined;
}

const [NUMBER, RK, MULTIPLE_RK, FORMULA, LABEL, SHARED_LABEL] = [0x203, 0x27e, 0xbd, 0x06, 0x204, 0xfd];
const [BOUND_SHEET, FONT, FORMAT, STYLE, END] = [0x85, 0x31, 0x41e, 0xe0, 0x0a];
const VISIBLE = 0;
const MOST_COLUMNS = 256;

/**
 * Reads of a workbook of Excel 97–2003 what its sheets look like, in their order.
 *
 * @throws {DomainError} `FILE_UNREADABLE`
 */
export function readSheetStyles(file: Uint8Array): SheetStyles[] {
  const book = readCompoundFile(file).stream('Workbook') ?? new Uint8Array();
  const styles = stylesOf(book);
  const sheets: SheetStyles[] = [];
  for (const { id, view } of recordsIn(book)) {
    if (id === END) break;
    if (id !== BOUND_SHEET) continue;
    const cells = cellStyles(book, view.getUint32(0, true), styles);
    sheets.push({
      isHidden: view.getUint8(4) !== VISIBLE,
      styleOf: (row, column) => cells.get(row * MOST_COLUMNS + column),
    });
  }
  return sheets;
}

/** By number; undefined for those that say nothing of their cells. */
function stylesOf(book: Uint8Array): (CellStyle | undefined)[] {
  const [fonts, formats, styles]: [string[], Map<number, string>, { font: number; format: number }[]] = [
    [],
    new Map(),
    [],
  ];
  for (const { id, view } of recordsIn(book)) {
    if (id === FONT) fonts.push(textAt(view, 15, view.getUint8(14)));
    if (id === FORMAT) formats.set(view.getUint16(0, true), textAt(view, 4, view.getUint16(2, true)));
    if (id === STYLE) styles.push({ font: view.getUint16(0, true), format: view.getUint16(2, true) });
    if (id === END) break;
  }
  return styles.map(({ font, format }) => {
    const style: CellStyle = {
      meaning: meaningOf(formatOf(format, formats)),
      // There never was a fifth font: numbers above 3 are one too high.
      font: legacyFontOf(fonts[font > 3 ? font - 1 : font] ?? ''),
    };
    return style.meaning === 'NUMBER' && style.font === null ? undefined : style;
  });
}

function cellStyles(
  book: Uint8Array,
  begin: number,
  styles: readonly (CellStyle | undefined)[],
): Map<number, CellStyle> {
  const cells = new Map<number, CellStyle>();
  const add = (row: number, column: number, style: number) => {
    const known = styles[style];
    if (known !== undefined) cells.set(row * MOST_COLUMNS + column, known);
  };
  for (const { id, view } of recordsIn(book, begin)) {
    if (id === END) break;
    if (![NUMBER, RK, MULTIPLE_RK, FORMULA, LABEL, SHARED_LABEL].includes(id)) continue;
    const [row, column] = [view.getUint16(0, true), view.getUint16(2, true)];
    if (id !== MULTIPLE_RK) add(row, column, view.getUint16(4, true));
    else
      for (let at = 4; at + 8 <= view.byteLength; at += 6) {
        add(row, column + (at - 4) / 6, view.getUint16(at, true));
      }
  }
  return cells;
}

/** A text whose letters take a byte each, or two. */
function textAt(view: BiffRecord['view'], at: number, length: number): string {
  const isWide = (view.getUint8(at) & 1) === 1;
  return Array.from({ length }, (_, n) =>
    String.fromCharCode(isWide ? view.getUint16(at + 1 + 2 * n, true) : view.getUint8(at + 1 + n)),
  ).join('');
}
