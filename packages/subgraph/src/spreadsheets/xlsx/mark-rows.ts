import { cellName, parseCellName } from '../cells.ts';
import type { RowMarks, SheetMarks } from '../marks.ts';
import type { MarkStyles } from './mark-styles.ts';
import { attributeOf } from './xml-scanner.ts';

/** A sheet that is written in a way that {@link markedSheet} does not know: without names of cells, or with prefixes. */
export class UnusualSheet extends Error {
  override readonly name = 'UnusualSheet';
}

const ROW = /<row\b([^>]*?)(?:\/>|>([\s\S]*?)<\/row>)/gu;
const CELL = /<c\b([^>]*?)(?:\/>|>[\s\S]*?<\/c>)/gu;
// How far the row reaches and how high it is: without them a program finds out anew, and shows whole sentences.
const OUTDATED = /\s(?:spans|ht|customHeight)="[^"]*"/gu;
const LONGEST_SENTENCES = 4000;

/**
 * The XML of a sheet with its marks, piece by piece; all else stays as it was written.
 *
 * @param finish - what becomes of what stands behind the rows
 * @throws {UnusualSheet}
 */
export async function* markedSheet(
  pieces: AsyncIterable<string>,
  marks: SheetMarks,
  { styles, finish }: { styles: MarkStyles; finish: (tail: string) => string },
): AsyncGenerator<string> {
  let [rest, hasBegun] = ['', false];
  for await (const piece of pieces) {
    rest += piece;
    const end = rest.lastIndexOf('</row>');
    if (end === -1) continue;
    const rows = rest.slice(0, end + ROW_END);
    rest = rest.slice(end + ROW_END);
    yield marked(hasBegun ? rows : withColumn(rows, marks.column), marks, styles);
    hasBegun = true;
  }
  if (!hasBegun) throw new UnusualSheet('It has no rows');
  yield finish(rest);
}

const ROW_END = '</row>'.length;

function marked(xml: string, marks: SheetMarks, styles: MarkStyles): string {
  return xml.replace(ROW, (whole, attributes: string, inside: string | undefined) => {
    const row = Number(attributeOf(attributes, 'r') ?? Number.NaN);
    if (Number.isNaN(row)) throw new UnusualSheet('Its rows have no numbers');
    const heading = marks.heading?.row === row ? [marks.heading.text] : [];
    const faults = marks.rows.get(row);
    if (faults === undefined && heading.length === 0) return whole;
    const cells = markedCells(inside ?? '', { row, faults, styles });
    const text = [...heading, ...(faults?.sentences ?? [])].join('\n').slice(0, LONGEST_SENTENCES);
    const said = `<c r="${cellName(marks.column, row)}" s="${styles.wrapped()}" t="inlineStr"><is><t xml:space="preserve">${escapedXml(text)}</t></is></c>`;
    return `<row${attributes.replace(OUTDATED, '')}>${cells}${said}</row>`;
  });
}

function markedCells(
  inside: string,
  { row, faults, styles }: { row: number; faults: RowMarks | undefined; styles: MarkStyles },
): string {
  if (faults === undefined) return inside;
  const left = new Map(faults.cells);
  const cells = [...inside.matchAll(CELL)].map(([xml, attributes = '']) => {
    const column = parseCellName(attributeOf(attributes, 'r') ?? '')?.column;
    if (column === undefined) throw new UnusualSheet('Its cells have no names');
    const fault = left.get(column);
    left.delete(column);
    if (fault === undefined) return { column, xml };
    const style = styles.coloured(Number(attributeOf(attributes, 's') ?? 0), fault.severity);
    const others = attributes.replace(/\ss="[^"]*"/u, '');
    return { column, xml: `<c${others} s="${style}"${xml.slice(2 + attributes.length)}` };
  });
  // Cells that are missing have nothing in them yet.
  const empty = [...left].map(([column, { severity }]) => ({
    ...{ column, xml: `<c r="${cellName(column, row)}" s="${styles.coloured(0, severity)}"/>` },
  }));
  return [...cells, ...empty]
    .sort((one, other) => one.column - other.column)
    .map(({ xml }) => xml)
    .join('');
}

const WIDTH = 60;

/** Makes the new column wide enough to read, unless the sheet says something about it. */
function withColumn(xml: string, column: number): string {
  if (!/<worksheet\b/u.test(xml)) throw new UnusualSheet('Its names have prefixes');
  const own = `<col min="${column}" max="${column}" width="${WIDTH}" customWidth="1"/>`;
  const [, inside] = /<cols>([\s\S]*?)<\/cols>/u.exec(xml) ?? [];
  if (inside === undefined) return xml.replace('<sheetData', `<cols>${own}</cols><sheetData`);
  const last = Math.max(0, ...[...inside.matchAll(/\smax="(\d+)"/gu)].map(([, max]) => Number(max)));
  return last >= column ? xml : xml.replace('</cols>', `${own}</cols>`);
}

export const escapedXml = (text: string): string =>
  text
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
