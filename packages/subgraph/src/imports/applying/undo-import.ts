import type pg from 'pg';
import { type ImportRecord, unitOfImport } from '../../entities/import.ts';
import { appendAudit, appendSelectedAudits } from '../../operations/audit.ts';
import { findJournal, undoableUntil } from '../../operations/journal.ts';
import { transactionOn } from '../../operations/transaction.ts';
import { undoBlocked, undoExpired } from '../../operations/undo-blocked.ts';
import { undoLargeJournal } from '../../operations/undo-journal.ts';
import type { ImportTools } from '../import-tools.ts';
import { markEnded, tellProgress } from '../jobs/import-state.ts';
import { changesUndone } from './changes-undone.ts';
import { nameBlockedRows } from './name-blocked-rows.ts';

/**
 * Takes an import back, all of it in one transaction: the register is as it was before, but for the versions of rows that
 * were changed and changed back. Of two imports of the same rows the later one is undone first.
 *
 * @throws {DomainError} `UNDO_BLOCKED` where somebody has gone on working with what it made, `UNDO_EXPIRED`
 */
export async function undoImport(
  { db, clock }: ImportTools,
  client: pg.ClientBase,
  record: ImportRecord,
): Promise<void> {
  await tellProgress(db, record.id, { phase: 'UNDOING', done: 0, total: null });
  await transactionOn(client, async (tx) => {
    const journal = await findJournal(tx, record.id);
    const expiry = undoableUntil(record.appliedAt ?? clock());
    if (journal === null || expiry <= clock()) throw undoExpired(expiry);
    const who = { ...record.asker, field: 'undoImport' };
    await appendSelectedAudits(tx, who, changesUndone(record));
    const undone = await undoLargeJournal(tx, record.id);
    if ('blocked' in undone) {
      throw undoBlocked(await nameBlockedRows(tx, { ...record, ...undone }), undone.count);
    }
    const { version } = await markEnded(tx, record, { to: 'UNDONE', now: clock() });
    await appendAudit(tx, who, {
      ...{ entityType: 'Import', entityId: record.id, version, unitId: unitOfImport(record) },
      ...{ before: { status: 'UNDOING' }, after: { status: 'UNDONE', rows: undone.restored }, reason: null },
    });
  });
}
