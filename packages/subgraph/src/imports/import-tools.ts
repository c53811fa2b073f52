import type { Database } from '../database/client.ts';
import type { PhoneCipher } from '../personal-data/phone-cipher.ts';
import type { ReadingOptions, ReadingResult, SheetRow } from './reading/sheet-row.ts';

/** Reads a file, away from the thread of requests; rows come in batches, the next one when the last was taken. */
export type ReadImportFile = (
  bytes: Uint8Array,
  options: ReadingOptions,
  receive: {
    onBatch: (rows: SheetRow[]) => Promise<void>;
    onProgress?: (done: number, total: number) => void;
    signal?: AbortSignal;
  },
) => Promise<ReadingResult>;

/** What a job works with. */
export interface ImportTools {
  db: Database;
  /** Null where no key was given: a file cannot be opened then. */
  phones: PhoneCipher | null;
  readFile: ReadImportFile;
  clock: () => Date;
  /** Told of each job that failed for no reason of the file; it is tried again. */
  log: (message: string) => void;
}
