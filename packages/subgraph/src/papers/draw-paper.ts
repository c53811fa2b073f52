import { drawPdf } from './draw-pdf.ts';
import type { Paper, PaperFormat } from './paper.ts';

/**
 * The bytes of the file. Blocks the thread it runs in, a long PDF for seconds: what answers requests prints by
 * {@link file://./print-paper.ts}.
 */
export function drawPaper(paper: Paper, format: PaperFormat): Promise<Uint8Array> {
  switch (format) {
    case 'PDF':
      return drawPdf(paper);
    default:
      throw new Error(format);
  }
}
