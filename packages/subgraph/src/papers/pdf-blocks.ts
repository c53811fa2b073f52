import type { Content } from 'pdfmake/interfaces.js';
import { issuerLines } from './issuer-lines.ts';
import { SIZES, textWidth as widthOfPage } from './page-measures.ts';
import type { Paper, PaperSignature } from './paper.ts';
import {
  dateLine,
  MOTTO,
  NATION,
  numberLine,
  RECIPIENTS_HEADING,
  recipientLines,
  SIGN_HERE,
} from './paper-words.ts';
import { textWidth } from './text-width.ts';

/** Points: nation and motto stay on one line each. */
const NATION_WIDTH = 272;
const GAP = 8;

/** Issuer and number to the left; nation, motto, place and day to the right. */
export function pdfLetterhead(paper: Paper): Content {
  const { parent, unit } = paper.issuer;
  const issuerWidth = widthOfPage(paper) - NATION_WIDTH - GAP;
  const issuer: Content[] = [
    ...(parent === null
      ? []
      : [line(issuerLines(parent, issuerWidth, SIZES.issuer, false), { fontSize: SIZES.issuer })]),
    line(issuerLines(unit, issuerWidth, SIZES.issuer, true), { fontSize: SIZES.issuer, bold: true }),
    rule(60),
    line(numberLine(paper), { fontSize: SIZES.number, margin: [0, 5, 0, 0] }),
  ];
  const nation: Content[] = [
    line(NATION, { fontSize: SIZES.issuer, bold: true, noWrap: true }),
    line(MOTTO, { fontSize: SIZES.letterhead, bold: true }),
    rule(textWidth(MOTTO, SIZES.letterhead, true)),
    line(dateLine(paper), { fontSize: SIZES.letterhead, italics: true, margin: [0, 5, 0, 0] }),
  ];
  return {
    margin: [0, 0, 0, 14],
    columnGap: GAP,
    columns: [
      { width: '*', stack: issuer },
      { width: NATION_WIDTH, stack: nation },
    ],
  };
}

export function pdfTitle({ title, subtitles }: Paper): Content {
  const last = subtitles.at(-1) ?? title;
  return {
    margin: [0, 0, 0, 12],
    stack: [
      line(title, { fontSize: SIZES.body, bold: true }),
      ...subtitles.map((subtitle) => line(subtitle, { fontSize: SIZES.body, bold: true })),
      rule(Math.min(150, Math.max(60, textWidth(last, SIZES.body, true) / 2.5))),
    ],
  };
}

/** By which the signatures are found again on their page. */
export const SIGNATURES = 'signatures';

/** Who signs, side by side, and below to the left who gets it. Never torn apart by the end of a page. */
export function pdfSignatures(paper: Paper): Content {
  const { signatures, recipients } = paper;
  const width = widthOfPage(paper) / Math.max(1, signatures.length);
  return {
    unbreakable: true,
    margin: [0, 14, 0, 0],
    stack: [
      { columns: signatures.map((signature, index) => ({ width, stack: signatureBlock(signature, index) })) },
      ...(recipients.length === 0 ? [] : [recipientList(recipients)]),
    ],
  };
}

function signatureBlock({ role, name }: PaperSignature, index: number): Content[] {
  return [
    line(role, { fontSize: SIZES.letterhead, bold: true, ...(index === 0 ? { id: SIGNATURES } : {}) }),
    line(SIGN_HERE, { fontSize: SIZES.letterhead, italics: true }),
    line(name ?? ' ', { fontSize: SIZES.letterhead, bold: true, margin: [0, 58, 0, 0] }),
  ];
}

function recipientList(recipients: readonly string[]): Content {
  return {
    margin: [0, 4, 0, 0],
    stack: [
      { text: RECIPIENTS_HEADING, fontSize: SIZES.note, bold: true, italics: true },
      ...recipientLines(recipients).map((text) => ({ text, fontSize: SIZES.recipients })),
    ],
  };
}

type LineStyle = {
  id?: string;
  fontSize: number;
  bold?: boolean;
  italics?: boolean;
  noWrap?: boolean;
  margin?: [number, number, number, number];
};

function line(text: string, style: LineStyle): Content {
  return { text: text.normalize('NFC'), alignment: 'center', ...style };
}

/** A short line in the middle below what stands above it. */
function rule(width: number): Content {
  const stroke = { type: 'line' as const, x1: 0, y1: 0, x2: width, y2: 0, lineWidth: 0.8 };
  return { canvas: [stroke], alignment: 'center', margin: [0, 2, 0, 0] };
}
