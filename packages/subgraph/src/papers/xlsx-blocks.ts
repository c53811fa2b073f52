import { issuerLines } from './issuer-lines.ts';
import { SIZES } from './page-measures.ts';
import type { Paper } from './paper.ts';
import {
  dateLine,
  MOTTO,
  NATION,
  numberLine,
  RECIPIENTS_HEADING,
  recipientLines,
  SIGN_HERE,
} from './paper-words.ts';
import { columnAt, LETTERHEAD_EDGE } from './sheet-columns.ts';
import { CELL_PADDING, type SheetPart, type SheetRows } from './sheet-rows.ts';
import { type SheetStyle, sheetStyle } from './xlsx-style.ts';

const ROOM_FOR_SIGNATURE = 58;

/** Issuer and number to the left; nation, motto, place and day to the right. Underlined where the decree draws a rule. */
export function sheetLetterhead(paper: Paper, rows: SheetRows): void {
  const { parent, unit } = paper.issuer;
  const middle = columnAt(rows.edges, LETTERHEAD_EDGE);
  const left = (text: string, style: Partial<SheetStyle>) =>
    part(0, middle, text, { size: SIZES.issuer, ...style });
  const right = (text: string, style: Partial<SheetStyle>) =>
    part(middle, rows.edges.length, text, { size: SIZES.letterhead, ...style });

  const room = (rows.edges[middle - 1] ?? 1) * rows.width - CELL_PADDING;
  const issuer = (name: string, isBold: boolean) => issuerLines(name, room, SIZES.issuer, isBold);
  const nation = right(NATION, { size: SIZES.issuer, isBold: true, shrinks: true });
  const motto = right(MOTTO, { isBold: true, isUnderlined: true });
  const unitLine = left(issuer(unit, true), { isBold: true, isUnderlined: true });
  if (parent === null) {
    rows.add([unitLine, nation]);
    rows.add([motto]);
  } else {
    rows.add([left(issuer(parent, false), {}), nation]);
    rows.add([unitLine, motto]);
  }
  rows.add([left(numberLine(paper), { size: SIZES.number }), right(dateLine(paper), { isItalic: true })], 24);
}

export function sheetTitle({ title, subtitles }: Paper, rows: SheetRows): void {
  rows.add([], 10);
  for (const text of [title, ...subtitles])
    rows.add([wholeRow(text, rows, { size: SIZES.body, isBold: true })]);
  rows.add([], 10);
}

/** Who signs, side by side, and below to the left who gets it. */
export function sheetSignatures({ signatures, recipients }: Paper, rows: SheetRows): void {
  const blocks = signatures.map((signature, index) => ({
    signature,
    ...span(index, signatures.length, rows),
  }));
  const line = (textOf: (block: (typeof blocks)[number]) => string, style: Partial<SheetStyle>) =>
    blocks.map((block) => part(block.from, block.to, textOf(block), { size: SIZES.letterhead, ...style }));
  rows.add([], 12);
  rows.add(line(({ signature }) => signature.role, { isBold: true, vertical: 'top' }));
  rows.add(line(() => SIGN_HERE, { isItalic: true }));
  rows.add([], ROOM_FOR_SIGNATURE);
  rows.add(line(({ signature }) => signature.name ?? '', { isBold: true }));
  if (recipients.length === 0) return;
  const left = { align: 'left' } as const;
  rows.add([wholeRow(RECIPIENTS_HEADING, rows, { size: SIZES.note, isBold: true, isItalic: true, ...left })]);
  for (const text of recipientLines(recipients))
    rows.add([wholeRow(text, rows, { size: SIZES.recipients, ...left })]);
}

/** A text across the whole width. */
export function wholeRow(text: string, rows: SheetRows, style: SheetStyle): SheetPart {
  return part(0, rows.edges.length, text, style);
}

function part(from: number, to: number, text: string, style: SheetStyle): SheetPart {
  const plain = text.normalize('NFC');
  return { from, to, value: plain, text: plain, style: sheetStyle({ align: 'center', ...style }) };
}

/** The columns of the block of that index among `count` side by side. */
function span(index: number, count: number, rows: SheetRows): { from: number; to: number } {
  const from = index === 0 ? 0 : columnAt(rows.edges, index / count);
  const to = index === count - 1 ? rows.edges.length : columnAt(rows.edges, (index + 1) / count);
  return { from, to: Math.max(to, from + 1) };
}
