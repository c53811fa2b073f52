import { AlignmentType, Paragraph, TextRun } from 'docx';

export interface DocxStyle {
  /** Points. */
  size: number;
  isBold?: boolean;
  isItalic?: boolean;
  align?: 'LEFT' | 'CENTER' | 'RIGHT' | 'JUSTIFIED';
  /** Points above and below. */
  before?: number;
  after?: number;
  /** Points that the first line stands in. */
  indent?: number;
  /** Keeps it on the page of what follows. */
  keepNext?: boolean;
  startsPage?: boolean;
}

export function docxLine(text: string, style: DocxStyle): Paragraph {
  const { size, isBold = false, isItalic = false, align = 'CENTER', before = 0, after = 0 } = style;
  return new Paragraph({
    alignment: AlignmentType[align],
    spacing: { before: twips(before), after: twips(after) },
    ...(style.indent === undefined ? {} : { indent: { firstLine: twips(style.indent) } }),
    keepNext: style.keepNext === true,
    pageBreakBefore: style.startsPage === true,
    children: text
      .normalize('NFC')
      .split('\n')
      .map(
        (line, index) =>
          new TextRun({
            text: line,
            break: index === 0 ? 0 : 1,
            size: `${size}pt`,
            bold: isBold,
            italics: isItalic,
          }),
      ),
  });
}

/** A short line in the middle: a paragraph of one point with a border, drawn in on both sides. */
export function docxRule(length: number, room: number): Paragraph {
  const side = twips(Math.max(0, (room - length) / 2));
  return new Paragraph({
    spacing: { before: 0, after: 0, line: 40, lineRule: 'exact' },
    indent: { left: side, right: side },
    border: { bottom: { style: 'single', size: 6, space: 0, color: '000000' } },
    children: [],
  });
}

export function twips(points: number): number {
  return Math.round(points * 20);
}
