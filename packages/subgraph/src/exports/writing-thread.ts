import { parentPort, workerData } from 'node:worker_threads';
import { type WritingJob, writeFile } from './writing-job.ts';

// What write-apart.ts starts: writes one file and ends.
const bytes = await writeFile(workerData as WritingJob); // as writeApart gave it
const own = bytes.byteLength === bytes.buffer.byteLength ? bytes : bytes.slice();
parentPort?.postMessage(own, [own.buffer as ArrayBuffer]); // no shared memory is asked for anywhere
