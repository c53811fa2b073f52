import { parentPort } from 'node:worker_threads';
import { annotateFile } from '../reading/annotate-file.ts';
import type { Annotation } from './annotate-in-thread.ts';

// The thread of annotate-in-thread.ts; answers each order with the bytes.
parentPort?.on('message', async ({ bytes, issues, options }: Annotation) => {
  // A copy in memory of its own: only such can be handed over without copying it once more.
  const marked = Uint8Array.from(await annotateFile(bytes, issues, options));
  parentPort?.postMessage(marked, [marked.buffer]);
});
