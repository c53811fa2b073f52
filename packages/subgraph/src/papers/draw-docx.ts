import { Document, Packer } from 'docx';
import { docxLetterhead, docxPageHead, docxSignatures, docxTitle } from './docx-blocks.ts';
import { embeddedFont, FONT } from './docx-fonts.ts';
import { docxAnnex, docxSection } from './docx-table.ts';
import { MARGINS, pageSize, SIZES } from './page-measures.ts';
import type { Paper } from './paper.ts';

/** The paper as a text document that can still be edited. */
export async function drawDocx(paper: Paper): Promise<Uint8Array> {
  const document = new Document({
    fonts: [await embeddedFont()],
    title: [paper.title, ...paper.subtitles].join(' '),
    creator: paper.issuer.unit,
    styles: {
      default: { document: { run: { font: FONT, size: `${SIZES.body}pt`, language: { value: 'vi-VN' } } } },
    },
    sections: [
      {
        properties: { titlePage: true, page: pageOf(paper) },
        headers: docxPageHead(paper),
        children: [
          docxLetterhead(paper),
          ...docxTitle(paper),
          ...paper.sections.flatMap((section, index) =>
            docxSection(section, paper, index === paper.sections.length - 1),
          ),
          ...docxSignatures(paper),
          ...(paper.annexes ?? []).flatMap((annex) => docxAnnex(annex, paper)),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

function pageOf(paper: Paper) {
  const { width, height } = pageSize(paper);
  const { top, bottom, left, right } = MARGINS;
  return {
    // docx turns a landscape page by itself: it wants the sheet as it lies upright.
    size: {
      width: twips(Math.min(width, height)),
      height: twips(Math.max(width, height)),
      orientation: paper.orientation === 'PORTRAIT' ? ('portrait' as const) : ('landscape' as const),
    },
    margin: {
      top: twips(top),
      bottom: twips(bottom),
      left: twips(left),
      right: twips(right),
      header: twips(top / 2),
    },
  };
}

function twips(points: number): number {
  return Math.round(points * 20);
}
