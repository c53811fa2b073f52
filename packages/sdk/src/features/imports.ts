import type { ImportKind } from '@cnscd/domain';
import type { Connection } from '../connection.ts';
import { type LateMessages, startDeadline } from '../deadline.ts';
import type { RequestOptions } from '../deliver.ts';
import type { DownloadedFile, FileOptions } from '../files.ts';
import {
  ApplyImportDocument,
  type ApplyImportInput,
  DiscardImportDocument,
  type DiscardImportInput,
  type Import,
  ImportDocument,
  type ImportRow,
  ImportRowsDocument,
  type ImportRowsVariables,
  ImportsDocument,
  type ImportsVariables,
  MapImportColumnsDocument,
  type MapImportColumnsInput,
  UndoImportDocument,
  type UndoImportInput,
} from '../generated/operations.ts';
import { type Listing, listing } from '../listing.ts';
import { stated } from '../stated.ts';
import { told } from '../told.ts';
import type { Keyed } from '../write.ts';

export type ImportFilter = Omit<ImportsVariables, 'first' | 'after'>;
export type ImportRowFilter = Omit<ImportRowsVariables, 'first' | 'after'>;

/** An officer's file on its way to the server. */
export interface ImportUpload {
  kind: ImportKind;
  fileName: string;
  file: Blob | Uint8Array;
}

export interface WatchOptions extends RequestOptions {
  /** Told of the import as it stands, each time that it is asked for. */
  onProgress?: ((found: Import) => void) | undefined;
  /** Milliseconds between two questions, at least 100. @defaultValue 1000 */
  intervalMs?: number | undefined;
  /** Milliseconds for all of it. @defaultValue `600_000` - 10 minutes */
  maxWaitMs?: number | undefined;
}

/**
 * Officers' files on their way into the register: a dry run first, then applied as one, and undone as one.
 *
 * @example
 * const { id } = await client.imports.upload({ kind: 'ROSTER', fileName: file.name, file });
 * const dryRun = await client.imports.settled({ id });
 * if (dryRun.counts.faultyRows === 0) await client.imports.apply({ id, expectedVersion: dryRun.version });
 */
export interface Imports extends Listing<ImportFilter, Import> {
  /**
   * Sends a file; a worker reads it.
   *
   * @throws {CnscdError} `FILE_UNSUPPORTED`, `FILE_TOO_LARGE`, `FILE_UNSAFE`, `FILE_UNREADABLE`, `NOT_PERMITTED`
   */
  upload(upload: ImportUpload, options?: FileOptions): Promise<{ id: string }>;
  /** @throws {CnscdError} `IMPORT_NOT_FOUND` */
  get(found: { id: string }, options?: RequestOptions): Promise<Import>;
  /**
   * Waits until a worker has done what was asked for: read the file, applied it, undone it. What came of it is in
   * `status`, and in `failure` why not. `timeoutMs` is for each question, `maxWaitMs` for all of them.
   *
   * @throws {CnscdError} `TIMEOUT` where no worker is done by then: the import goes on, and may be asked for again
   */
  settled(found: { id: string }, options?: WatchOptions): Promise<Import>;
  /** Rows with what they do and what is wrong with them; those of an import that is not there: none. */
  rows: Listing<ImportRowFilter, ImportRow>;
  /** A copy of the file with what is wrong marked in it. */
  annotated(found: { id: string }, options?: FileOptions): Promise<DownloadedFile>;
  /**
   * Asks for the dry run to become true.
   *
   * @throws {CnscdConflict} when somebody was faster
   * @throws {CnscdError} `IMPORT_STATE`, `IMPORT_FAULTY`, `IMPORT_NOT_FOUND`
   */
  apply(apply: Keyed<ApplyImportInput>, options?: RequestOptions): Promise<Import>;
  /**
   * Asks for an applied import to be taken back.
   *
   * @throws {CnscdConflict} when somebody was faster
   * @throws {CnscdError} `IMPORT_STATE`, `UNDO_EXPIRED`, `IMPORT_NOT_FOUND`
   */
  undo(undo: Keyed<UndoImportInput>, options?: RequestOptions): Promise<Import>;
  /**
   * Says what columns are; the file is read again.
   *
   * @throws {CnscdError} `INPUT_INVALID`, `IMPORT_STATE`, `IMPORT_NOT_FOUND`
   */
  mapColumns(columns: Keyed<MapImportColumnsInput>, options?: RequestOptions): Promise<Import>;
  /** Gives a file up. @throws {CnscdError} `IMPORT_STATE`, `IMPORT_NOT_FOUND` */
  discard(discard: Keyed<DiscardImportInput>, options?: RequestOptions): Promise<Import>;
}

const LEAST_INTERVAL_MS = 100;
const LONGEST_WAIT_MS = 600_000;

const AT_WORK: readonly Import['status'][] = ['WAITING', 'READING', 'APPLYING', 'UNDOING'];

export function importsOf({ query: send, write, files, clock }: Connection): Imports {
  const get = async (found: { id: string }, options?: RequestOptions) =>
    stated((await send(ImportDocument, found, options)).import, 'import');
  return {
    ...listing(async (filter, options) => (await send(ImportsDocument, filter, options)).imports),
    async upload({ kind, fileName, file }, options) {
      const { id } = await files.upload('imports', file, { kind, fileName }, options);
      return { id: stated(typeof id === 'string' ? id : null, 'id') };
    },
    get,
    async settled(found, { onProgress, intervalMs = 1000, maxWaitMs = LONGEST_WAIT_MS, ...options } = {}) {
      const deadline = startDeadline(clock, maxWaitMs, options.signal, stillAtWork);
      try {
        for (;;) {
          const now = await get(found, { ...options, signal: deadline.signal });
          told(() => onProgress?.(now));
          if (!AT_WORK.includes(now.status)) return now;
          await deadline.pause(Math.max(LEAST_INTERVAL_MS, intervalMs || 0));
        }
      } finally {
        deadline.clear();
      }
    },
    rows: listing(async (filter, options) =>
      stated((await send(ImportRowsDocument, filter, options)).import?.rows ?? null, 'rows'),
    ),
    annotated: ({ id }, options) =>
      files.download(`imports/${encodeURIComponent(id)}/annotated`, {}, options),
    apply: (input, options) => write(ApplyImportDocument, 'applyImport', input, options),
    undo: (input, options) => write(UndoImportDocument, 'undoImport', input, options),
    mapColumns: (input, options) => write(MapImportColumnsDocument, 'mapImportColumns', input, options),
    discard: (input, options) => write(DiscardImportDocument, 'discardImport', input, options),
  };
}

const stillAtWork: LateMessages = (seconds) => ({
  vi: `Máy chủ chưa xử lý xong tệp sau ${seconds('vi')} giây. Tệp vẫn được giữ; hãy xem lại sau.`,
  en: `The server is not done with the file after ${seconds('en')} seconds. The file is kept; look again later.`,
});
