import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { threadFile } from '../../thread-file.ts';
import type { annotateFile, MarkedIssue } from '../reading/annotate-file.ts';

/** A file and what is to be marked in it. */
export interface Annotation {
  bytes: Uint8Array;
  issues: readonly MarkedIssue[];
  options: Parameters<typeof annotateFile>[2];
}

const HEAP_MEGABYTES = 512;

/** The same as `annotateFile`, in a thread of its own: requests are answered meanwhile. */
export async function annotateInThread(annotation: Annotation): Promise<Buffer> {
  const worker = new Worker(threadFile('imports/annotating/annotating-worker'), {
    workerData: annotation,
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MEGABYTES },
  });
  try {
    const [bytes] = await once(worker, 'message');
    return Buffer.from(bytes);
  } finally {
    await worker.terminate();
  }
}
