import { parentPort } from 'node:worker_threads';
import { type TableOrder, tableFile } from './table-file.ts';

// The thread of write-file.ts; answers each order with the bytes.
parentPort?.on('message', async (order: TableOrder) => {
  // A copy in memory of its own: only such can be handed over without copying it once more.
  const bytes = Uint8Array.from(await tableFile(order));
  parentPort?.postMessage(bytes, [bytes.buffer]);
});
