import { setTimeout as sleep } from 'node:timers/promises';
import type { ImportStatus } from '@cnscd/domain';
import sql, { empty } from 'sql-template-tag';
import type { Database } from '../../database/client.ts';
import { type ImportRecord, importColumns, importNotFound } from '../../entities/import.ts';
import { isUuid } from '../../entities/uuid.ts';
import { inTransaction } from '../../operations/transaction.ts';
import type { Who } from '../../operations/write.ts';
import type { ImportTools } from '../import-tools.ts';
import { runImportJobs } from './import-jobs.ts';
import { AT_WORK } from './import-state.ts';
import { moveImport } from './move-import.ts';

const LOOK_MS = 200;

/**
 * Works on imports until this one rests. Another worker may be at it: then it is only watched.
 *
 * @param onProgress - told of the import as it stands, several times a second
 */
export async function settleImport(
  tools: ImportTools,
  id: string,
  onProgress: (record: ImportRecord) => void,
): Promise<ImportRecord> {
  const watching = new AbortController();
  const watch = async () => {
    while (!watching.signal.aborted) {
      onProgress(await importById(tools.db, id));
      await sleep(LOOK_MS, undefined, { signal: watching.signal }).catch(() => {});
    }
  };
  const watched = watch();
  try {
    for (;;) {
      await runImportJobs(tools);
      const record = await importById(tools.db, id);
      if (!AT_WORK.includes(record.status)) return record;
      await sleep(LOOK_MS);
    }
  } finally {
    watching.abort();
    await watched.catch(() => {});
  }
}

/** @throws {DomainError} `IMPORT_NOT_FOUND` */
export async function importById(db: Pick<Database, 'rows'>, id: string): Promise<ImportRecord> {
  const [row] = isUuid(id)
    ? await db.rows<ImportRecord>(sql`
        /* importById */ select ${importColumns} from import i where i.id = ${id}::uuid`)
    : [];
  if (row === undefined) throw importNotFound(id);
  return row;
}

/**
 * Asks for an import to be applied or undone, without the gate: for who has the database itself at hand.
 *
 * @returns whether it was in the status that this takes
 */
export async function askForImport(
  db: Database,
  {
    id,
    from,
    to,
    who,
    skipFaultyRows = false,
  }: { id: string; from: ImportStatus; to: ImportStatus; who: Who; skipFaultyRows?: boolean },
): Promise<boolean> {
  return inTransaction(db, async (tx) => {
    const [record] = await tx.rows<ImportRecord>(sql`
      /* importToMove */
      select ${importColumns} from import i
      where i.id = ${id}::uuid and i.status = ${from}::import_status for no key update of i`);
    if (record === undefined) return false;
    const set = to === 'APPLYING' ? sql`, skip_faulty_rows = ${skipFaultyRows}` : empty;
    await moveImport(tx, who, { record, to, set });
    return true;
  });
}
