import sql from 'sql-template-tag';
import type { Database } from '../../database/client.ts';
import { JOURNAL_RETENTION_DAYS } from '../../operations/journal.ts';
import { inTransaction, type Transaction } from '../../operations/transaction.ts';

/**
 * Forgets the files of imports and all that was read from them, the headings included: they may be what somebody took for
 * headings. What imports did stays in numbers, and in the audit.
 */
export async function forgetRows(tx: Transaction, ids: readonly string[]): Promise<void> {
  await tx.rows(sql`
    /* forgetImportedRows */
    with file as (delete from import_file where import_id = any(${ids}::uuid[])),
      place as (delete from import_place where import_id = any(${ids}::uuid[])),
      verdict as (delete from import_verdict where import_id = any(${ids}::uuid[])),
      read as (update import set report = null where id = any(${ids}::uuid[]))
    delete from import_row where import_id = any(${ids}::uuid[])`);
}

/**
 * Forgets files and rows that are past the time in which an import can be undone: they are full of names. What was not
 * applied by then is discarded, for there is nothing left to apply.
 *
 * @returns how many imports
 */
export async function expireImports(db: Database, now: Date): Promise<number> {
  const before = sql`${now.toISOString()}::timestamptz - make_interval(days => ${JOURNAL_RETENTION_DAYS})`;
  return inTransaction(db, async (tx) => {
    // Locked, so that nobody asks meanwhile for what is being forgotten.
    const rows = await tx.rows<{ id: string }>(sql`
      /* expireImports */
      select i.id from import i
      where i.created_at < ${before} and coalesce(i.applied_at, i.created_at) < ${before}
        and i.status not in ('READING', 'APPLYING', 'UNDOING')
        and exists (select from import_row r where r.import_id = i.id union all select from import_file f where f.import_id = i.id)
      order by i.id for no key update of i`);
    const ids = rows.map(({ id }) => id);
    if (ids.length === 0) return 0;
    await forgetRows(tx, ids);
    await tx.rows(sql`
      /* discardExpiredImports */
      update import set status = 'DISCARDED', version = version + 1
      where id = any(${ids}::uuid[]) and status in ('WAITING', 'READY', 'FAILED')`);
    return ids.length;
  });
}
