import { parentPort } from 'node:worker_threads';
import { drawPaper } from './draw-paper.ts';
import type { Paper, PaperFormat } from './paper.ts';

/** What the printer sends to this thread; it answers with the bytes, and dies of what it cannot draw. */
export interface PaperOrder {
  paper: Paper;
  format: PaperFormat;
}

parentPort?.on('message', async ({ paper, format }: PaperOrder) => {
  // A copy in memory of its own: only such can be handed over without copying it once more.
  const bytes = Uint8Array.from(await drawPaper(paper, format));
  parentPort?.postMessage(bytes, [bytes.buffer]);
});
