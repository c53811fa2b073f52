import type { ImportStatus } from '@cnscd/domain';
import sql, { empty, type Sql } from 'sql-template-tag';
import { type ImportRecord, unitOfImport } from '../../entities/import.ts';
import { appendAudit } from '../../operations/audit.ts';
import type { Transaction } from '../../operations/transaction.ts';
import type { Who } from '../../operations/write.ts';

/**
 * Moves an import on to another status, in the name of who asks, and leaves it to the worker what comes of it. The
 * import must be locked.
 *
 * @param set - what else changes: `, skip_faulty_rows = true`
 * @returns its new version
 */
export async function moveImport(
  tx: Transaction,
  who: Who,
  {
    record,
    to,
    set = empty,
    reason = null,
  }: { record: ImportRecord; to: ImportStatus; set?: Sql; reason?: string | null },
): Promise<number> {
  const version = record.version + 1;
  const asker = JSON.stringify({ tenant: who.tenant, actor: who.actor });
  await tx.rows(sql`
    /* moveImport */
    update import set status = ${to}::import_status, version = ${version}, attempts = 0, failure = null, phase = null,
      asker = ${asker}::jsonb ${set}
    where id = ${record.id}::uuid`);
  await appendAudit(tx, who, {
    ...{ entityType: 'Import', entityId: record.id, version, unitId: unitOfImport(record) },
    ...{ before: { status: record.status }, after: { status: to }, reason },
  });
  return version;
}
