import type { LegacyFont } from '../cells.ts';
import { legacyFontOf } from '../legacy-fonts.ts';
import { attributeOf, XmlScanner } from './xml-scanner.ts';

/** How numbers of a format are meant. */
export type NumberMeaning = 'NUMBER' | 'PERCENT' | 'DAY' | 'MONTH' | 'TIME';

/** What a cell's style says of its value. */
export interface CellStyle {
  meaning: NumberMeaning;
  font: LegacyFont | null;
}

/** The styles of a workbook, by the number that cells name. */
export async function readStyles(xml: AsyncIterable<string>): Promise<CellStyle[]> {
  const formats = new Map<number, string>();
  const fonts: (LegacyFont | null)[] = [];
  const styles: CellStyle[] = [];
  const path: string[] = [];
  const scanner = new XmlScanner({
    open(name, attributes) {
      const parent = path.at(-1);
      path.push(name);
      const number = (attribute: string) => Number(attributeOf(attributes, attribute) ?? 0);
      if (name === 'numFmt') formats.set(number('numFmtId'), attributeOf(attributes, 'formatCode') ?? '');
      if (name === 'font' && parent === 'fonts') fonts.push(null);
      if (name === 'name' && parent === 'font' && fonts.length > 0) {
        fonts[fonts.length - 1] = legacyFontOf(attributeOf(attributes, 'val') ?? '');
      }
      if (name !== 'xf' || parent !== 'cellXfs') return;
      const format = number('numFmtId');
      styles.push({
        meaning: meaningOf(formatOf(format, formats)),
        font: fonts[number('fontId')] ?? null,
      });
    },
    close: () => void path.pop(),
    text: () => {},
  });
  for await (const piece of xml) scanner.write(piece);
  scanner.end();
  return styles;
}

/** The code of a format: of the workbook's own, or of those that every program knows. */
export const formatOf = (format: number, own: ReadonlyMap<number, string>): string =>
  own.get(format) ?? BUILT_IN[format] ?? '';

/** What the numbers of a format are, by the letters in it. */
export function meaningOf(format: string): NumberMeaning {
  const [first = ''] = format.split(';');
  // What is quoted, escaped or in brackets is shown as it is, or is a colour, a condition, a language.
  const code = first.replace(/"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]/giu, '').toLowerCase();
  if (/general|standard|@/u.test(code)) return 'NUMBER';
  if (code.includes('%')) return 'PERCENT';
  if (/d/u.test(code)) return 'DAY';
  if (/y/u.test(code) || /^m+$/u.test(code)) return 'MONTH';
  return /[hs]/u.test(code) ? 'TIME' : 'NUMBER';
}

// Formats that every program knows by number. 14 is the short date of the computer, 27–36 and 50–58 dates of Asia.
const BUILT_IN: Readonly<Record<number, string>> = {
  ...{ 9: '0%', 10: '0.00%', 14: 'd/m/y', 15: 'd-mmm-yy', 16: 'd-mmm', 17: 'mmm-yy' },
  ...{ 18: 'h:mm', 19: 'h:mm:ss', 20: 'h:mm', 21: 'h:mm:ss', 22: 'd/m/y h:mm' },
  ...{ 45: 'mm:ss', 46: '[h]:mm:ss', 47: 'mm:ss' },
  ...Object.fromEntries(
    [27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58].map((id) => [id, 'd/m/y']),
  ),
};
