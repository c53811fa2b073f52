import type { SheetMarks } from '../marks.ts';
import { type BookSheet, openBook } from './book.ts';
import { markedSheet } from './mark-rows.ts';
import { MarkStyles } from './mark-styles.ts';
import { boxesXml, commentsXml, notesOf, withBoxes } from './notes.ts';
import { unpackText } from './unpack.ts';
import { packedPart, packedPieces, zipFile } from './zip-file.ts';
import type { ZipPart } from './zip-parts.ts';

/**
 * A copy of a workbook with marks in it: cells in colour, a note on each, and a column of sentences. Everything else stays
 * as its author left it, because only the XML of marked rows is touched.
 *
 * @param marks - by name of the sheet
 * @returns null where the workbook has no styles to add to
 * @throws {UnusualSheet} where a sheet is written in a way that cannot be added to
 */
export async function markXlsx(
  file: Uint8Array,
  marks: ReadonlyMap<string, SheetMarks>,
): Promise<Uint8Array | null> {
  const book = await openBook(file);
  const parts = new Map(book.parts);
  const styles = new MarkStyles(book.styles === undefined ? '' : await textOf(book.styles));
  if (book.styles === undefined || !styles.isComplete) return null;
  for (const [at, sheet] of book.sheets.entries()) {
    const own = marks.get(sheet.name);
    if (own !== undefined) await markSheet({ parts, styles }, sheet, { marks: own, number: at + 1 });
  }
  parts.set(book.styles.name, packedPart(book.styles.name, styles.toXml()));
  return zipFile(parts.values());
}

async function markSheet(
  { parts, styles }: { parts: Map<string, ZipPart>; styles: MarkStyles },
  { part }: BookSheet,
  { marks, number }: { marks: SheetMarks; number: number },
): Promise<void> {
  const notes = notesOf(marks);
  const place = relationsName(part.name);
  const relations = parts.get(place);
  const written = relations === undefined ? EMPTY_RELATIONS : await textOf(relations);
  const id = `cnscdNotes${number}`;
  // Notes of the officer's own stay: one sheet has one set of boxes.
  let hasNotes = notes.length > 0 && !/\/(?:comments|vmlDrawing)"/u.test(written);
  const pieces = markedSheet(unpackText(part), marks, {
    styles,
    finish(tail) {
      hasNotes &&= !tail.includes('<legacyDrawing ');
      return hasNotes ? withBoxes(tail, id) : tail;
    },
  });
  parts.set(part.name, await packedPieces(part.name, pieces));
  if (!hasNotes) return;
  const [comments, boxes] = [`xl/cnscdComments${number}.xml`, `xl/drawings/cnscdNotes${number}.vml`];
  parts.set(comments, packedPart(comments, commentsXml(notes)));
  parts.set(boxes, packedPart(boxes, boxesXml(notes)));
  const more = `${relation(`${id}c`, 'comments', comments)}${relation(id, 'vmlDrawing', boxes)}`;
  parts.set(
    place,
    packedPart(
      place,
      written.replace(
        /<\/Relationships>|(?<=<Relationships[^>]*)\/>/u,
        (end) => `${end === '/>' ? '>' : ''}${more}</Relationships>`,
      ),
    ),
  );
  parts.set(TYPES, packedPart(TYPES, withTypes(await textOf(parts.get(TYPES)), comments)));
}

const TYPES = '[Content_Types].xml';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const EMPTY_RELATIONS =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>';

const relation = (id: string, type: string, part: string): string =>
  `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="/${part}"/>`;

const relationsName = (part: string): string => part.replace(/([^/]*)$/u, '_rels/$1.rels');

function withTypes(types: string, comments: string): string {
  const boxes = /Extension="vml"/iu.test(types)
    ? ''
    : '<Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/>';
  const own = `<Override PartName="/${comments}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"/>`;
  return types.replace(/(<Types\b[^>]*>)/u, `$1${boxes}`).replace('</Types>', `${own}</Types>`);
}

async function textOf(part: ZipPart | undefined): Promise<string> {
  let text = '';
  if (part !== undefined) for await (const piece of unpackText(part)) text += piece;
  return text;
}
