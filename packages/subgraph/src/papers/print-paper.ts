import { QueuedThread } from '../queued-thread.ts';
import type { Paper, PaperFormat } from './paper.ts';
import type { PaperOrder } from './paper-worker.ts';

/** For the whole process, because its processors are what papers compete for. */
const printer = new QueuedThread<PaperOrder>('papers/paper-worker');

/**
 * The bytes of the file, drawn in another thread.
 *
 * @param signal - a paper that nobody waits for any more is not drawn
 * @throws {DomainError} `BUSY` when too many papers are waiting
 */
export function printPaper(paper: Paper, format: PaperFormat, signal?: AbortSignal): Promise<Uint8Array> {
  return printer.run({ paper, format }, signal);
}
