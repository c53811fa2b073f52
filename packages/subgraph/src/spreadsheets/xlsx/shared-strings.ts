import type { LegacyFont } from '../cells.ts';
import { legacyFontOf } from '../legacy-fonts.ts';
import { attributeOf, XmlScanner } from './xml-scanner.ts';

/** The texts that cells name by number, and the old fonts of those whose parts have fonts of their own. */
export interface SharedStrings {
  texts: string[];
  fonts: Map<number, LegacyFont>;
}

export async function readSharedStrings(xml: AsyncIterable<string>): Promise<SharedStrings> {
  const strings: SharedStrings = { texts: [], fonts: new Map() };
  let [text, isText, isPhonetic] = ['', false, false];
  const scanner = new XmlScanner({
    open(name, attributes) {
      if (name === 'si') text = '';
      if (name === 't') isText = !isPhonetic;
      if (name === 'rPh') isPhonetic = true;
      if (name !== 'rFont') return;
      const font = legacyFontOf(attributeOf(attributes, 'val') ?? '');
      if (font !== null) strings.fonts.set(strings.texts.length, font);
    },
    close(name) {
      if (name === 't') isText = false;
      if (name === 'rPh') isPhonetic = false;
      if (name === 'si') strings.texts.push(unescaped(ownCopy(text)));
    },
    text(piece) {
      if (isText) text += piece;
    },
  });
  for await (const piece of xml) scanner.write(piece);
  scanner.end();
  return strings;
}

/** A part of a text keeps all of it in memory, and these are kept to the end. */
const ownCopy = (text: string): string => Buffer.from(text).toString();

/** Characters that XML cannot hold are written `_x000D_`, and what looks so `_x005F_x000D_`. */
export function unescaped(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/gu, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
}
