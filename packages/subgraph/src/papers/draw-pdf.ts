import pdfmake from 'pdfmake';
import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces.js';
import { MARGINS, pageSize, SIZES } from './page-measures.ts';
import type { Paper } from './paper.ts';
import { FONT_FAMILY, fontFiles } from './paper-fonts.ts';
import { DRAFT_MARK } from './paper-words.ts';
import { pdfLetterhead, pdfSignatures, pdfTitle, SIGNATURES } from './pdf-blocks.ts';
import { BEFORE_SIGNATURES, pdfAnnex, pdfSection } from './pdf-table.ts';

/** The paper as PDF, with the fonts in it. Blocks the thread while it lays pages out: see print-paper.ts. */
export async function drawPdf(paper: Paper): Promise<Uint8Array> {
  pdfmake.setFonts({ [FONT_FAMILY]: fontFiles() });
  // Nothing is loaded from anywhere but the fonts.
  pdfmake.setUrlAccessPolicy(() => false);
  const files = Object.values(fontFiles());
  pdfmake.setLocalAccessPolicy((path) => files.includes(path));
  const printed = await printedOnce(paper, false);
  return printed.isSignedAlone ? (await printedOnce(paper, true)).bytes : printed.bytes;
}

/** What is signed on a page of its own could be put below any other paper: the last row goes with the signatures. */
async function printedOnce(paper: Paper, takesLastRow: boolean) {
  const pages = new Map<string, number>();
  const document = documentOf(paper, takesLastRow);
  const bytes = await pdfmake
    .createPdf({
      ...document,
      // Asked of each node once it is laid out, and so told on which page it is; nothing is broken here.
      pageBreakBefore: ({ id, pageNumbers }) => {
        if (id === BEFORE_SIGNATURES || id === SIGNATURES) pages.set(id, pageNumbers.at(-1) ?? 0);
        return false;
      },
    })
    .getBuffer();
  const [last, signed] = [pages.get(BEFORE_SIGNATURES), pages.get(SIGNATURES)];
  return { bytes, isSignedAlone: last !== undefined && signed !== undefined && signed > last };
}

function documentOf(paper: Paper, takesLastRow: boolean): TDocumentDefinitions {
  const { top, bottom, left, right } = MARGINS;
  const last = paper.sections.length - 1;
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
      ...paper.sections.flatMap((section, index) =>
        pdfSection(section, paper, { isLast: index === last, takesLastRow: takesLastRow && index === last }),
      ),
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
