import { once } from 'node:events';
import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import { DomainError, type ErrorCode, type Messages } from '@cnscd/domain';
import { readFile } from './read-file.ts';
import type { ReadingOptions, ReadingResult, SheetRow } from './sheet-row.ts';

// The thread of `readFileInWorker`: reads one file, says what it finds, and ends.

/** What the thread says; after each two batches of rows it waits for a "NEXT". */
export type FromWorker =
  | { type: 'ROWS'; rows: SheetRow[] }
  | { type: 'PROGRESS'; done: number; total: number }
  | { type: 'READ'; result: ReadingResult }
  | {
      type: 'REFUSED';
      code: ErrorCode;
      messages: Messages;
      field?: string | undefined;
      value?: string | undefined;
    };

/** One batch is written while the next one is read; more would pile up. */
const BATCHES_UNDER_WAY = 2;

async function read(port: MessagePort): Promise<void> {
  // What `readFileInWorker` gives; nobody else starts this thread.
  const { bytes, options } = workerData as { bytes: Uint8Array; options: ReadingOptions };
  const say = (message: FromWorker) => port.postMessage(message);
  let underWay = 0;
  port.on('message', () => {
    underWay -= 1;
  });
  const onBatch = async (rows: SheetRow[]) => {
    say({ type: 'ROWS', rows });
    underWay += 1;
    while (underWay >= BATCHES_UNDER_WAY) await once(port, 'message');
  };
  try {
    const result = await readFile(bytes, options, onBatch, (done, total) =>
      say({ type: 'PROGRESS', done, total }),
    );
    say({ type: 'READ', result });
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const { code, messages, field, value } = error;
    say({ type: 'REFUSED', code, messages, field, value });
  } finally {
    port.close();
  }
}

if (parentPort !== null) await read(parentPort);
