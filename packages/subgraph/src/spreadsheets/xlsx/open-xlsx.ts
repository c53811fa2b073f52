import type { MergedCells, SheetReader } from '../cells.ts';
import { parseCellName } from '../cells.ts';
import { fileRefusal } from '../file-refusals.ts';
import { type BookSheet, openBook } from './book.ts';
import { type CellContext, RowBuilder } from './row-builder.ts';
import { readSharedStrings } from './shared-strings.ts';
import { readStyles } from './styles.ts';
import { unpack, unpackText } from './unpack.ts';
import { attributeOf, XmlScanner } from './xml-scanner.ts';
import type { ZipPart } from './zip-parts.ts';

/**
 * The sheets of an XLSX workbook, in their order. Its texts and styles are read, its rows are not yet.
 *
 * Own code, because what an officer's table needs is lost by the reader of the library that writes our files: while
 * streaming, hucre 1.0 gives neither formats (98,5% or 0,985?), nor fonts (TCVN3 or text?), nor merged cells, nor which
 * formula has no result; and its whole workbooks take ten times the memory.
 *
 * @throws {DomainError} `FILE_UNREADABLE`, `FILE_UNSAFE`, `FILE_TOO_LARGE`
 */
export async function openXlsx(file: Uint8Array): Promise<SheetReader[]> {
  const { sheets, dateSystem, strings, styles } = await openBook(file);
  const context: CellContext = {
    strings:
      strings === undefined ? { texts: [], fonts: new Map() } : await readSharedStrings(unpackText(strings)),
    styles: styles === undefined ? [] : await readStyles(unpackText(styles)),
    dateSystem,
  };
  return sheets.map((sheet) => sheetReader(sheet, context));
}

function sheetReader({ name, isHidden, part }: BookSheet, context: CellContext): SheetReader {
  return {
    ...{ name, isHidden, size: part.bytes },
    merged: () => readMerged(part),
    async *rows(onProgress) {
      const builder = new RowBuilder(context);
      const scanner = new XmlScanner(builder);
      let read = 0;
      for await (const piece of unpackText(part)) {
        scanner.write(piece);
        read += piece.length;
        if (builder.rows.length === 0) continue;
        yield builder.rows;
        builder.rows = [];
        onProgress?.(Math.min(read, part.bytes));
      }
      scanner.end();
    },
  };
}

const LONGEST_TAIL = 32 * 1024 * 1024;

/** Which cells are merged stands behind the rows: this goes through the part once and keeps what is behind them. */
async function readMerged(part: ZipPart): Promise<MergedCells[]> {
  const merged: MergedCells[] = [];
  const scanner = new XmlScanner({
    open(name, attributes) {
      if (name !== 'mergeCell') return;
      const [first, last = first] = (attributeOf(attributes, 'ref') ?? '').split(':').map(parseCellName);
      if (first == null || last == null) throw fileRefusal('DAMAGED');
      merged.push({
        ...{ firstRow: first.row, lastRow: last.row },
        ...{ firstColumn: first.column, lastColumn: last.column },
      });
    },
    close: () => {},
    text: () => {},
  });
  const tail = await tailOf(part);
  const begin = tail.search(/<(?:\w+:)?mergeCells[\s>]/u);
  if (begin !== -1) scanner.write(tail.slice(begin));
  return merged;
}

async function tailOf(part: ZipPart): Promise<string> {
  const tail: Uint8Array[] = [];
  let [before, tailBytes] = [Buffer.alloc(0), 0];
  for await (const chunk of unpack(part)) {
    // The mark may lie across two chunks.
    const joined = tail.length > 0 ? chunk : Buffer.concat([before, chunk]);
    const end = tail.length > 0 ? 0 : endOfRows(Buffer.from(joined));
    if (end === -1) before = Buffer.from(joined.subarray(-LONGEST_MARK));
    else tail.push(joined.subarray(end));
    tailBytes += end === -1 ? 0 : joined.length - end;
    if (tailBytes > LONGEST_TAIL) throw fileRefusal('DAMAGED');
  }
  return Buffer.concat(tail).toString('utf8');
}

const LONGEST_MARK = 64;
const MARK = 'sheetData>';

/** Where the rows have ended, by the closing tag with whatever prefix; -1 where they have not. */
function endOfRows(bytes: Buffer): number {
  for (let at = bytes.indexOf(MARK); at !== -1; at = bytes.indexOf(MARK, at + 1)) {
    if (bytes[bytes.lastIndexOf('<', at) + 1] === '/'.charCodeAt(0)) return at + MARK.length;
  }
  return -1;
}
