import { Header, PageNumber, Paragraph, Table, TableCell, TableRow, TextRun } from 'docx';
import { docxLine, docxRule, twips } from './docx-text.ts';
import { issuerLines } from './issuer-lines.ts';
import { SIZES, textWidth as widthOfPage } from './page-measures.ts';
import type { Paper, PaperSignature } from './paper.ts';
import {
  DRAFT_MARK,
  dateLine,
  MOTTO,
  NATION,
  numberLine,
  RECIPIENTS_HEADING,
  recipientLines,
  SIGN_HERE,
} from './paper-words.ts';
import { textWidth } from './text-width.ts';

const ROOM_FOR_SIGNATURE = 58;

/** Issuer and number to the left; nation, motto, place and day to the right. */
export function docxLetterhead(paper: Paper): Table {
  const width = widthOfPage(paper);
  const nationWidth = Math.max(NATION_WIDTH, width * 0.55);
  const issuerWidth = width - nationWidth;
  const issuerRoom = issuerWidth - 2 * CELL_MARGIN;
  const { parent, unit } = paper.issuer;
  const issuer = [
    ...(parent === null
      ? []
      : [docxLine(issuerLines(parent, issuerRoom, SIZES.issuer, false), { size: SIZES.issuer })]),
    docxLine(issuerLines(unit, issuerRoom, SIZES.issuer, true), { size: SIZES.issuer, isBold: true }),
    docxRule(60, issuerRoom),
    docxLine(numberLine(paper), { size: SIZES.number, before: 4 }),
  ];
  const nation = [
    docxLine(NATION, { size: SIZES.issuer, isBold: true }),
    docxLine(MOTTO, { size: SIZES.letterhead, isBold: true }),
    docxRule(textWidth(MOTTO, SIZES.letterhead, true), nationWidth - 2 * CELL_MARGIN),
    docxLine(dateLine(paper), { size: SIZES.letterhead, isItalic: true, before: 4 }),
  ];
  return sideBySide([
    { width: issuerWidth, children: issuer },
    { width: nationWidth, children: nation },
  ]);
}

export function docxTitle(paper: Paper): Paragraph[] {
  const { title, subtitles } = paper;
  const last = subtitles.at(-1) ?? title;
  const rule = Math.min(150, Math.max(60, textWidth(last, SIZES.body, true) / 2.5));
  return [
    docxLine(title, { size: SIZES.body, isBold: true, before: 14 }),
    ...subtitles.map((subtitle) => docxLine(subtitle, { size: SIZES.body, isBold: true })),
    docxRule(rule, widthOfPage(paper)),
    docxLine('', { size: 6 }),
  ];
}

/** Who signs, side by side, and below to the left who gets it. */
export function docxSignatures(paper: Paper): (Paragraph | Table)[] {
  const { signatures, recipients } = paper;
  const width = widthOfPage(paper) / Math.max(1, signatures.length);
  const blocks = signatures.map((signature) => ({ width, children: signatureBlock(signature) }));
  const recipientStyle = { size: SIZES.recipients, align: 'LEFT' } as const;
  return [
    docxLine('', { size: SIZES.note, keepNext: true }),
    ...(blocks.length === 0 ? [] : [sideBySide(blocks)]),
    ...(recipients.length === 0
      ? []
      : [docxLine(RECIPIENTS_HEADING, { size: SIZES.note, isBold: true, isItalic: true, align: 'LEFT' })]),
    ...recipientLines(recipients).map((text) => docxLine(text, recipientStyle)),
  ];
}

/** The number of the page in the middle, from the second on, and to the right the mark of a draft on each. */
export function docxPageHead(paper: Paper): { default: Header; first: Header } {
  const width = widthOfPage(paper);
  const head = (children: (string | typeof PageNumber.CURRENT)[]) =>
    new Header({
      children: [
        new Paragraph({
          tabStops: [
            { type: 'center', position: twips(width / 2) },
            { type: 'right', position: twips(width) },
          ],
          children: [
            new TextRun({ children: ['\t', ...children, '\t'], size: `${SIZES.pageNumber}pt` }),
            new TextRun({ text: paper.isDraft ? DRAFT_MARK : '', size: `${SIZES.note}pt`, bold: true }),
          ],
        }),
      ],
    });
  return { default: head([PageNumber.CURRENT]), first: head([]) };
}

function signatureBlock({ role, name }: PaperSignature): Paragraph[] {
  return [
    docxLine(role, { size: SIZES.letterhead, isBold: true, keepNext: true }),
    docxLine(SIGN_HERE, { size: SIZES.letterhead, isItalic: true, keepNext: true }),
    docxLine(name ?? '', { size: SIZES.letterhead, isBold: true, before: ROOM_FOR_SIGNATURE }),
  ];
}

const NATION_WIDTH = 285;
/** Points that Word keeps free at the left and right of a cell. */
const CELL_MARGIN = 5.4;
const NONE = { style: 'none', size: 0, color: 'auto' } as const;
const NO_BORDERS = {
  top: NONE,
  bottom: NONE,
  left: NONE,
  right: NONE,
  insideHorizontal: NONE,
  insideVertical: NONE,
};

function sideBySide(blocks: readonly { width: number; children: Paragraph[] }[]): Table {
  const widths = blocks.map(({ width }) => twips(width));
  return new Table({
    columnWidths: widths,
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: 'dxa' },
    layout: 'fixed',
    borders: NO_BORDERS,
    rows: [
      new TableRow({
        cantSplit: true,
        children: blocks.map(
          ({ width, children }) => new TableCell({ width: { size: twips(width), type: 'dxa' }, children }),
        ),
      }),
    ],
  });
}
