import type { Paper, PaperFormat } from '../papers/paper.ts';
import { printPaper } from '../papers/print-paper.ts';
import { QueuedThread } from '../queued-thread.ts';
import { type TableOrder, tableFile } from './table-file.ts';

/** A file to be written: a bare table, or a paper to be printed. */
export type WritingJob = TableOrder | { format: 'PAPER'; paper: Paper; drawnAs: PaperFormat };

const writer = new QueuedThread<TableOrder>('exports/table-worker');

/** What is written faster than another thread is told. */
const FEW_CELLS = 5_000;

/**
 * The bytes of the file, made in another thread so that requests are answered meanwhile; a small table at once.
 *
 * @throws {DomainError} `BUSY` where too many others wait already
 */
export async function writeFile(job: WritingJob): Promise<Uint8Array> {
  if (job.format === 'PAPER') return printPaper(job.paper, job.drawnAs);
  const { rows, columns } = job.table;
  return rows.length * columns.length <= FEW_CELLS ? tableFile(job) : writer.run(job);
}
