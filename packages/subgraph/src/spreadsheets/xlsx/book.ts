import { FILE_LIMITS, fileRefusal } from '../file-refusals.ts';
import { readRelations } from './relations.ts';
import { unpackText } from './unpack.ts';
import { attributeOf, XmlScanner } from './xml-scanner.ts';
import { type ZipPart, zipParts } from './zip-parts.ts';

/** A sheet with cells, and the part of the archive that holds them. */
export interface BookSheet {
  name: string;
  isHidden: boolean;
  part: ZipPart;
}

/** How the parts of an XLSX workbook hang together. */
export interface Book {
  parts: Map<string, ZipPart>;
  /** In their order. */
  sheets: BookSheet[];
  dateSystem: '1900' | '1904';
  strings: ZipPart | undefined;
  styles: ZipPart | undefined;
}

/** @throws {DomainError} `FILE_UNREADABLE`, `FILE_UNSAFE`, `FILE_TOO_LARGE` */
export async function openBook(file: Uint8Array): Promise<Book> {
  const parts = zipParts(file);
  const [book] = (await readRelations(parts, '')).filter(({ type }) => type === 'officeDocument');
  const relations = book === undefined ? [] : await readRelations(parts, book.target);
  const bookPart = parts.get(book?.target ?? '');
  if (bookPart === undefined) throw fileRefusal('DAMAGED');
  const partOf = (type: string) => parts.get(relations.find((one) => one.type === type)?.target ?? '');
  const { sheets, dateSystem } = await readBook(bookPart);
  if (sheets.length > FILE_LIMITS.sheets) throw fileRefusal('TOO_MANY_SHEETS');
  const found = sheets.flatMap(({ id, name, isHidden }): BookSheet[] => {
    const relation = relations.find((one) => one.id === id);
    // Charts have sheets of their own, without cells.
    if (relation?.type !== 'worksheet') return [];
    const part = parts.get(relation.target);
    if (part === undefined) throw fileRefusal('DAMAGED');
    return [{ name, isHidden, part }];
  });
  return { parts, sheets: found, dateSystem, strings: partOf('sharedStrings'), styles: partOf('styles') };
}

interface NamedSheet {
  id: string;
  name: string;
  isHidden: boolean;
}

async function readBook(part: ZipPart): Promise<{ sheets: NamedSheet[]; dateSystem: '1900' | '1904' }> {
  const sheets: NamedSheet[] = [];
  let dateSystem: '1900' | '1904' = '1900';
  const scanner = new XmlScanner({
    open(name, attributes) {
      const is1904 = ['1', 'true'].includes(attributeOf(attributes, 'date1904') ?? '');
      if (name === 'workbookPr' && is1904) dateSystem = '1904';
      if (name !== 'sheet') return;
      const state = attributeOf(attributes, 'state') ?? 'visible';
      const sheet = attributeOf(attributes, 'name') ?? '';
      // `r:id`, but `sheetId` ends in "Id": the prefix of relations can be any.
      const id = /:id\s*=\s*["']([^"']*)/u.exec(attributes)?.[1] ?? '';
      sheets.push({ id, name: sheet.normalize('NFC'), isHidden: state !== 'visible' });
    },
    close: () => {},
    text: () => {},
  });
  for await (const piece of unpackText(part)) scanner.write(piece);
  scanner.end();
  return { sheets, dateSystem };
}
