import { fromOldEncoding, likelyEncoding, nfc } from '@cnscd/domain';
import type { Cell } from '../../spreadsheets/cells.ts';
import { remembering } from './remembering.ts';

/** What a cell says as text. */
export interface CellText {
  /** NFC, without invisible characters, outer white space and repeated blanks; line breaks are kept. */
  text: string;
  /** The encoding from before Unicode that it was in. */
  convertedFrom: 'TCVN3' | 'VNI' | null;
}

/** @returns null for an empty cell and for one that holds no value; numbers and days as a person would type them */
export function cellText(cell: Cell | null | undefined): CellText | null {
  if (cell == null) return null;
  if (cell.kind === 'TEXT') return cell.font === null ? textWithoutFont(cell.text) : textOf(cell);
  const text = plainText(cell);
  return text === null ? null : { text, convertedFrom: null };
}

const textWithoutFont = remembering((text) => textOf({ text, font: null }));

function textOf({ text, font }: Pick<Extract<Cell, { kind: 'TEXT' }>, 'text' | 'font'>): CellText | null {
  const plain = clean(text);
  if (plain === '') return null;
  const stated = font === null ? null : font === 'VNI' ? 'VNI' : 'TCVN3';
  // A font of old letters over text that has letters of Unicode: the text was typed anew, the font stayed.
  const encoding =
    stated !== null && IN_OLD_LETTERS.test(plain) ? stated : likelyEncoding(plain.slice(0, TELLING));
  if (encoding === null) return { text: plain.replace(/Ð/gu, 'Đ').replace(/ð/gu, 'đ'), convertedFrom: null };
  const unicode = fromOldEncoding(plain, encoding);
  return { text: font === 'TCVN3_CAPITALS' ? unicode.toUpperCase() : unicode, convertedFrom: encoding };
}

/** So many characters tell in which encoding a text is. */
const TELLING = 2000;

/** Some letter of Western Europe, and none that only Unicode has for Vietnamese. */
const IN_OLD_LETTERS = /^(?=[\s\S]*[\u00A1-\u00FF])[^\u0100-\u1EFF]*$/u;

const clean = (text: string): string =>
  nfc(text)
    // The soft hyphen is the letter ư of TCVN3.
    .replace(/[^\P{Cf}\u00AD]/gu, '')
    .replace(/\r\n?/gu, '\n')
    .replace(/[^\S\n]+/gu, ' ')
    .replace(/ ?\n ?/gu, '\n')
    .trim();

function plainText(cell: Exclude<Cell, { kind: 'TEXT' }>): string | null {
  switch (cell.kind) {
    case 'NUMBER':
      return numberText(cell.number, cell.isPercent);
    case 'DAY':
      return `${cell.day.split('-').reverse().join('/')}${cell.time === null ? '' : ` ${cell.time}`}`;
    case 'TIME':
      return cell.time;
    case 'FLAG':
      return cell.flag ? 'TRUE' : 'FALSE';
    case 'BROKEN':
      return cell.text;
    case 'FORMULA':
      return null;
  }
}

/** As a Vietnamese spreadsheet shows it, without groups: 98,5%. */
function numberText(number: number, isPercent: boolean): string {
  const shown = Number((isPercent ? number * 100 : number).toPrecision(15));
  return `${String(shown).replace('.', ',')}${isPercent ? '%' : ''}`;
}

/** On one line, for headings and labels. */
export const singleLine = (text: string): string =>
  text.includes('\n') ? text.replace(/\s+/gu, ' ').trim() : text.trim();
