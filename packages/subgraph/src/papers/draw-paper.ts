import { drawDocx } from './draw-docx.ts';
import { drawPdf } from './draw-pdf.ts';
import { drawXlsx } from './draw-xlsx.ts';
import type { Paper, PaperFormat } from './paper.ts';

/** The bytes of the file. Blocks the thread it runs in, for a long PDF for seconds: what answers requests prints in a worker. */
export function drawPaper(paper: Paper, format: PaperFormat): Promise<Uint8Array> {
  return DRAWERS[format](paper);
}

const DRAWERS: Readonly<Record<PaperFormat, (paper: Paper) => Promise<Uint8Array>>> = {
  XLSX: drawXlsx,
  DOCX: drawDocx,
  PDF: drawPdf,
};
