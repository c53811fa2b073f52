import { type WriteSheet, writeXlsx } from 'hucre/xlsx';
import { MARGINS, textWidth } from './page-measures.ts';
import type { Paper, PaperSection } from './paper.ts';
import { DRAFT_MARK } from './paper-words.ts';
import { sheetColumns } from './sheet-columns.ts';
import { SheetRows } from './sheet-rows.ts';
import { sheetLetterhead, sheetSignatures, sheetTitle } from './xlsx-blocks.ts';
import { FONT } from './xlsx-style.ts';
import { sheetAnnex, sheetSection } from './xlsx-table.ts';

/**
 * The paper as a workbook, each annex on a sheet of its own: numbers are numbers, days are days, and it prints on A4 as
 * the PDF looks.
 */
export async function drawXlsx(paper: Paper): Promise<Uint8Array> {
  const annexes = paper.annexes ?? [];
  return writeXlsx({
    sheets: [
      sheetOf(MAIN_SHEET, paper, mainRows(paper)),
      ...annexes.map((annex, index) => sheetOf(`Phụ lục ${index + 1}`, paper, annexRows(annex, paper))),
    ],
    defaultFont: { name: FONT, size: 11 },
    properties: { title: [paper.title, ...paper.subtitles].join(' '), creator: paper.issuer.unit },
  });
}

const MAIN_SHEET = 'Biểu';

function sheetOf(name: string, paper: Paper, rows: SheetRows): WriteSheet {
  return { name, ...rows.sheet(), pageSetup: pageSetup(paper, rows), headerFooter: pageHead(paper) };
}

function mainRows(paper: Paper): SheetRows {
  const rows = new SheetRows(sheetColumns(paper.sections, { hasBlocks: true }), textWidth(paper));
  sheetLetterhead(paper, rows);
  sheetTitle(paper, rows);
  for (const section of paper.sections) sheetSection(section, paper, rows);
  sheetSignatures(paper, rows);
  return rows;
}

function annexRows(annex: PaperSection, paper: Paper): SheetRows {
  const rows = new SheetRows(sheetColumns([annex], { hasBlocks: false }), textWidth(paper));
  sheetAnnex(annex, paper, rows);
  return rows;
}

function pageSetup(paper: Paper, rows: SheetRows) {
  const inches = (points: number) => points / 72;
  const { top, bottom, left, right } = MARGINS;
  return {
    paperSize: 'a4' as const,
    orientation: paper.orientation === 'PORTRAIT' ? ('portrait' as const) : ('landscape' as const),
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    horizontalCentered: true,
    margins: {
      top: inches(top),
      bottom: inches(bottom),
      left: inches(left),
      right: inches(right),
      header: inches(top) / 2,
      footer: inches(bottom) / 2,
    },
    ...(rows.titleRows === null
      ? {}
      : { printTitlesRow: `$${rows.titleRows.first}:$${rows.titleRows.last}` }),
  };
}

/** The number of the page from the second on, and the mark of a draft on each. */
function pageHead(paper: Paper) {
  const draft = paper.isDraft ? `&R&"${FONT},Bold"&12${DRAFT_MARK}` : '';
  return { differentFirst: true, firstHeader: draft, oddHeader: `&C&"${FONT},Regular"&13&P${draft}` };
}
