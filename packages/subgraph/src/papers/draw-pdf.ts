import pdfmake from 'pdfmake';
import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces.js';
import { MARGINS, pageSize, SIZES } from './page-measures.ts';
import type { Paper } from './paper.ts';
import { FONT_FAMILY, fontFiles } from './paper-fonts.ts';
import { DRAFT_MARK } from './paper-words.ts';
import { pdfLetterhead, pdfSignatures, pdfTitle } from './pdf-blocks.ts';
import { pdfAnnex, pdfSection } from './pdf-table.ts';

/** The paper as PDF, with the fonts in it. Blocks the thread while it lays pages out: see print-paper.ts. */
export async function drawPdf(paper: Paper): Promise<Uint8Array> {
  pdfmake.setFonts({ [FONT_FAMILY]: fontFiles() });
  // Nothing is loaded from anywhere but the fonts.
  pdfmake.setUrlAccessPolicy(() => false);
  const files = Object.values(fontFiles());
  pdfmake.setLocalAccessPolicy((path) => files.includes(path));
  return pdfmake.createPdf(documentOf(paper)).getBuffer();
}

function documentOf(paper: Paper): TDocumentDefinitions {
  const { top, bottom, left, right } = MARGINS;
  return {
    pageSize: pageSize(paper),
    pageMargins: [left, top, right, bottom],
    info: { title: [paper.title, ...paper.subtitles].join(' '), author: paper.issuer.unit },
    language: 'vi-VN',
    defaultStyle: { font: FONT_FAMILY, fontSize: SIZES.body },
    ...(paper.isDraft
      ? { watermark: { text: DRAFT_MARK, color: '#9a9a9a', opacity: 0.15, bold: true, fontSize: 80 } }
      : {}),
    header: (page) => pageHead(page, paper.isDraft),
    content: [
      pdfLetterhead(paper),
      pdfTitle(paper),
      ...paper.sections.flatMap((section) => pdfSection(section, paper)),
      pdfSignatures(paper),
      ...(paper.annexes ?? []).map((annex) => pdfAnnex(annex, paper)),
    ],
  };
}

/** The decree numbers pages in the middle of the upper margin, from the second on. */
function pageHead(page: number, isDraft: boolean): Content {
  const number = page === 1 ? '' : String(page);
  const draft = isDraft ? DRAFT_MARK : '';
  return {
    margin: [MARGINS.left, MARGINS.top / 2 - SIZES.pageNumber / 2, MARGINS.right, 0],
    columns: [
      { text: '', width: 90 },
      { text: number, width: '*', alignment: 'center', fontSize: SIZES.pageNumber },
      { text: draft, width: 90, alignment: 'right', fontSize: SIZES.note, bold: true },
    ],
  };
}
