import { FILE_LIMITS, fileRefusal, notASpreadsheet } from '../file-refusals.ts';
import { relationsIn } from './relations.ts';
import { RowBuilder } from './row-builder.ts';
import { unpackText } from './unpack.ts';
import { XmlScanner } from './xml-scanner.ts';
import { type ZipPart, zipParts } from './zip-parts.ts';

/** How much of all sheets together is looked at before the file is read in earnest, and of each at least. */
const SAMPLE_CHARACTERS = 2 * 1024 * 1024;
const LEAST_CHARACTERS = 16 * 1024;

/**
 * Refuses a zip archive that is no workbook, or one that holds more than values. Only the directory, the beginnings of
 * its XML and its relations are unpacked, so it takes no time, whatever the file.
 *
 * @throws {DomainError} `FILE_UNSUPPORTED`, `FILE_UNSAFE`, `FILE_TOO_LARGE`, `FILE_UNREADABLE`
 */
export async function inspectXlsx(file: Uint8Array): Promise<void> {
  const parts = zipParts(file);
  await requireWorkbook(parts);
  for (const name of parts.keys()) {
    if (/vbaProject|(^|\/)macrosheets\//iu.test(name)) throw fileRefusal('MACROS');
    if (/^xl\/(externalLinks\/|connections\.xml|queryTables\/)/iu.test(name))
      throw fileRefusal('EXTERNAL_LINKS');
  }
  const sheets = [...parts.keys()].filter((name) => name.startsWith('xl/worksheets/sheet'));
  if (sheets.length > FILE_LIMITS.sheets) throw fileRefusal('TOO_MANY_SHEETS');
  const characters = Math.max(LEAST_CHARACTERS, Math.floor(SAMPLE_CHARACTERS / Math.max(1, sheets.length)));
  for (const part of parts.values()) await inspectPart(part, characters);
}

async function inspectPart(part: ZipPart, characters: number): Promise<void> {
  if (part.name.endsWith('.rels')) return requireInside(part);
  if (!/\.(xml|vml)$/iu.test(part.name)) return;
  if (part.name.startsWith('xl/worksheets/')) return inspectSheet(part, characters);
  // A document type stands before the first element or nowhere.
  await scanBeginning(part, new XmlScanner(IGNORING), BEGINNING_CHARACTERS);
}

/** A link that somebody may click is text to us; every other relation to the outside would be fetched by some program. */
async function requireInside(part: ZipPart): Promise<void> {
  const folder = part.name.replace(/_rels\/[^/]*$/u, '');
  const relations = await relationsIn(part, folder);
  if (relations.some(({ isExternal, type }) => isExternal && type !== 'hyperlink')) {
    throw fileRefusal('EXTERNAL_LINKS');
  }
}

/** Its first rows are built and thrown away, for the columns they have. */
async function inspectSheet(part: ZipPart, characters: number): Promise<void> {
  const builder = new RowBuilder({ strings: ANY_STRINGS, styles: [], dateSystem: '1900' });
  await scanBeginning(part, new XmlScanner(builder), characters);
}

async function scanBeginning(part: ZipPart, scanner: XmlScanner, characters: number): Promise<void> {
  let left = characters;
  for await (const piece of unpackText(part, Math.min(characters, PIECE_BYTES))) {
    scanner.write(piece.slice(0, left));
    left -= piece.length;
    if (left <= 0) return;
  }
  scanner.end();
}

const BEGINNING_CHARACTERS = 4096;
const PIECE_BYTES = 256 * 1024;

const IGNORING = { open: () => {}, close: () => {}, text: () => {} };

// Which text a number stands for does not matter here.
const ANY_STRINGS = { texts: new Proxy<string[]>([], { get: () => 'x' }), fonts: new Map() };

async function requireWorkbook(parts: ReadonlyMap<string, ZipPart>): Promise<void> {
  const types = parts.get('[Content_Types].xml');
  if (types === undefined) throw notASpreadsheet(whatZipIs(parts));
  let text = '';
  for await (const piece of unpackText(types)) {
    text += piece;
    if (text.length > SAMPLE_CHARACTERS) throw fileRefusal('DAMAGED');
  }
  if (/macroEnabled|vbaProject/iu.test(text)) throw fileRefusal('MACROS');
  if (/sheet\.binary/iu.test(text))
    throw notASpreadsheet({ vi: 'bảng tính nhị phân .xlsb', en: 'a binary workbook (.xlsb)' });
  if (/wordprocessingml/iu.test(text)) throw notASpreadsheet({ vi: 'văn bản Word', en: 'a Word document' });
  if (/presentationml/iu.test(text)) throw notASpreadsheet({ vi: 'bài trình chiếu', en: 'a presentation' });
  if (!/spreadsheetml\.sheet\.main\+xml/iu.test(text)) throw fileRefusal('DAMAGED');
}

const whatZipIs = (parts: ReadonlyMap<string, ZipPart>) =>
  parts.has('content.xml')
    ? { vi: 'tệp OpenDocument (.ods, .odt)', en: 'an OpenDocument file (.ods, .odt)' }
    : { vi: 'tệp nén zip', en: 'a zip archive' };
