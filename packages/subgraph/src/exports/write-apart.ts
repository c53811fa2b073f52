import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { DomainError } from '@cnscd/domain';
import { packageFolder } from '../database/package-folder.ts';
import { type WritingJob, writeFile } from './writing-job.ts';

/** Files that are written at once: more would only take the processors from one another. */
const MOST_AT_ONCE = Math.max(1, Math.min(4, availableParallelism() - 1));
/** Files that wait for their turn, each with its table in memory. */
const MOST_WAITING = 20;
const LONGEST_MS = 60_000;

let running = 0;
const waiting: (() => void)[] = [];

/** What is written faster than a thread starts. */
const FEW_CELLS = 5_000;

/**
 * Writes a file in a thread of its own, so that other requests are answered meanwhile; a small table at once.
 *
 * @throws {DomainError} `BUSY` where too many others wait already
 */
export async function writeApart(job: WritingJob): Promise<Uint8Array> {
  if (job.as !== 'PAPER' && job.table.rows.length * job.table.columns.length <= FEW_CELLS)
    return writeFile(job);
  await turn();
  try {
    return await inThread(job);
  } finally {
    const next = waiting.shift();
    if (next === undefined) running -= 1;
    else next();
  }
}

/** Whoever ends hands the turn on to who has waited longest. */
async function turn(): Promise<void> {
  if (running < MOST_AT_ONCE) {
    running += 1;
    return;
  }
  if (waiting.length >= MOST_WAITING) throw busy();
  await new Promise<void>((resolve) => waiting.push(resolve));
}

function inThread(job: WritingJob): Promise<Uint8Array> {
  const worker = new Worker(SCRIPT, { workerData: job, execArgv: IS_SOURCE ? SOURCE_FLAGS : [] });
  return new Promise<Uint8Array>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`a file took over ${LONGEST_MS} ms`)), LONGEST_MS);
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`the thread that wrote a file ended with ${code}`)));
    worker.once('exit', () => clearTimeout(timer));
  }).finally(() => worker.terminate());
}

// In the repository the sources run as they are; what is published is built.
const IS_SOURCE = import.meta.url.endsWith('.ts');
const SCRIPT = join(
  packageFolder(),
  IS_SOURCE ? 'src/exports/writing-thread.ts' : 'dist/exports/writing-thread.js',
);
const SOURCE_FLAGS = ['--conditions=@cnscd/source', '--disable-warning=ExperimentalWarning'];

const busy = () =>
  new DomainError('BUSY', {
    vi: 'Máy chủ đang ghi nhiều tệp khác; hãy thử lại sau ít phút.',
    en: 'The server is writing many other files; try again in a few minutes.',
  });
