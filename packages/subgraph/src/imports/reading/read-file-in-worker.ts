import { Worker } from 'node:worker_threads';
import { DomainError } from '@cnscd/domain';
import { fileRefusal } from '../../spreadsheets/file-refusals.ts';
import { threadFile } from '../../thread-file.ts';
import type { FromWorker } from './reading-worker.ts';
import type { ReadingOptions, ReadingResult, SheetRow } from './sheet-row.ts';

export interface WorkerReading {
  /** Is waited for: while two batches are under way, no more is read. */
  onBatch: (rows: SheetRow[]) => Promise<void>;
  /** How much of the file is read, in a unit of its own. */
  onProgress?: ((done: number, total: number) => void) | undefined;
  /** Ends the reading at once. */
  signal?: AbortSignal | undefined;
}

/** An officer's table has room in it; what has not would take the whole process along. */
const HEAP_MEGABYTES = 512;

/** Rows are of no use once they are given on: less room for them costs no time, and 50 MB less for 100,000 rows. */
const YOUNG_MEGABYTES = 16;

/**
 * The same as `readFile`, in a thread of its own: requests are answered while a file is read, and whatever a file does to
 * its reader ends with the thread.
 *
 * @throws {DomainError} as `readFile` does; `FILE_TOO_LARGE` where the thread runs out of memory; the signal's reason
 */
export async function readFileInWorker(
  bytes: Uint8Array,
  options: ReadingOptions,
  reading: WorkerReading,
): Promise<ReadingResult> {
  reading.signal?.throwIfAborted();
  const worker = new Worker(threadFile('imports/reading/reading-worker'), {
    workerData: { bytes, options },
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MEGABYTES, maxYoungGenerationSizeMb: YOUNG_MEGABYTES },
  });
  try {
    return await resultOf(worker, reading);
  } finally {
    await worker.terminate();
  }
}

function resultOf(worker: Worker, { onBatch, onProgress, signal }: WorkerReading): Promise<ReadingResult> {
  const ended = new AbortController();
  return new Promise<ReadingResult>((resolve, reject) => {
    signal?.addEventListener('abort', () => reject(signal.reason), { once: true, signal: ended.signal });
    // Batches are given on one after the other, whatever the order in which they could be done.
    let [batches, hasRead] = [Promise.resolve(), false];
    worker.on('message', (message: FromWorker) => {
      if (message.type === 'PROGRESS') onProgress?.(message.done, message.total);
      if (message.type === 'REFUSED') reject(refusalOf(message));
      if (message.type === 'READ') {
        hasRead = true;
        batches.then(() => resolve(message.result), reject);
      }
      if (message.type !== 'ROWS') return;
      batches = batches.then(async () => {
        await onBatch(message.rows);
        worker.postMessage('NEXT');
      });
      batches.catch(reject);
    });
    worker.on('error', (error) => reject(isOutOfMemory(error) ? fileRefusal('UNPACKS_TOO_FAR') : error));
    worker.on('exit', () => {
      if (!hasRead) reject(new Error('The reading worker ended before it had read the file'));
    });
  }).finally(() => ended.abort());
}

const isOutOfMemory = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';

function refusalOf({ code, messages, field, value }: Extract<FromWorker, { type: 'REFUSED' }>): DomainError {
  return new DomainError(code, messages, {
    ...(field === undefined ? {} : { field }),
    ...(value === undefined ? {} : { value }),
  });
}
