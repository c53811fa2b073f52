import { cellName } from '../cells.ts';
import type { SheetMarks } from '../marks.ts';
import { escapedXml } from './mark-rows.ts';

/** More boxes than this on one sheet make spreadsheets slow; the column of sentences has them all. */
const MOST_NOTES = 2000;

interface Note {
  row: number;
  column: number;
  text: string;
}

/** The notes of a sheet, in the order of its cells. */
export function notesOf({ rows }: SheetMarks): Note[] {
  const notes = [...rows].flatMap(([row, { cells }]) =>
    [...cells].map(([column, { note }]) => ({ row, column, text: note })),
  );
  notes.sort((one, other) => one.row - other.row || one.column - other.column);
  return notes.slice(0, MOST_NOTES);
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** What the notes say. */
export function commentsXml(notes: readonly Note[]): string {
  const comments = notes.map(
    ({ row, column, text }) =>
      `<comment ref="${cellName(column, row)}" authorId="0"><text><t xml:space="preserve">${escapedXml(text)}</t></text></comment>`,
  );
  return `${HEAD}<comments xmlns="${MAIN}"><authors><author>CNSCĐ</author></authors><commentList>${comments.join('')}</commentList></comments>`;
}

/** The boxes that Excel draws them in: it shows no note without one. */
export function boxesXml(notes: readonly Note[]): string {
  const boxes = notes.map(
    ({ row, column }, at) =>
      `<v:shape id="_x0000_s${1025 + at}" type="#_x0000_t202" style="position:absolute;width:220pt;height:70pt;visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/><v:textbox/><x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:AutoFill>False</x:AutoFill><x:Row>${row - 1}</x:Row><x:Column>${column - 1}</x:Column></x:ClientData></v:shape>`,
  );
  return `<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/></o:shapelayout><v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>${boxes.join('')}</xml>`;
}

/** What may stand behind the boxes in a sheet, in the order of the standard. */
const BEHIND =
  /<(?:legacyDrawingHF|drawingHF|picture|oleObjects|controls|webPublishItems|tableParts|extLst|mc:AlternateContent)\b|<\/worksheet>/u;

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** @param id - of the relation to the boxes */
export const withBoxes = (tail: string, id: string): string =>
  tail.replace(BEHIND, (behind) => `<legacyDrawing xmlns:r="${OFFICE}" r:id="${id}"/>${behind}`);
