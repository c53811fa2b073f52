import { parentPort, workerData } from 'node:worker_threads';
import { annotateFile } from '../reading/annotate-file.ts';
import type { Annotation } from './annotate-in-thread.ts';

// The thread of `annotateInThread`: marks one file and ends.
if (parentPort !== null) {
  const { bytes, issues, options } = workerData as Annotation; // nobody else starts this thread
  parentPort.postMessage(await annotateFile(bytes, issues, options));
}
