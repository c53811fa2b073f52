import type pg from 'pg';
import sql from 'sql-template-tag';
import { type ImportRecord, unitOfImport } from '../../entities/import.ts';
import { appendAudit } from '../../operations/audit.ts';
import { startJournal } from '../../operations/journal.ts';
import { type Transaction, transactionOn } from '../../operations/transaction.ts';
import type { ImportTools } from '../import-tools.ts';
import { markEnded, markReady, tellProgress } from '../jobs/import-state.ts';
import { judgeImport } from '../judging/judge-import.ts';
import { rulesOf } from '../kinds/all-kinds.ts';

/**
 * Writes what the dry run showed into the register, all of it in one transaction, with a journal to undo it by and the
 * audit that the single writes would have left. The rows are judged once more with the register locked: where that gives
 * anything else than was shown, nothing is written, and the new judgement takes the place of the old one.
 */
export async function applyImport(
  { db, clock }: ImportTools,
  client: pg.ClientBase,
  record: ImportRecord,
): Promise<void> {
  const rules = rulesOf(record.kind);
  await tellProgress(db, record.id, { phase: 'JUDGING', done: 0, total: null });
  await transactionOn(client, async (tx) => {
    await rules.lock(tx, record);
    const shown = await digestOfVerdicts(tx, record.id);
    const counts = await judgeImport(tx, record, rules);
    if ((await digestOfVerdicts(tx, record.id)) !== shown) {
      await markReady(tx, record, { counts, failure: STALE });
      return;
    }
    // All rows by a few statements: there is nothing to count on the way.
    await tellProgress(db, record.id, { phase: 'WRITING', done: 0, total: null });
    await startJournal(tx, { id: record.id, kind: 'IMPORT' });
    const who = { ...record.asker, field: 'applyImport' };
    await rules.apply(tx, { ...record, who });
    const { version } = await markEnded(tx, record, { to: 'APPLIED', now: clock() });
    await appendAudit(tx, who, {
      ...{ entityType: 'Import', entityId: record.id, version, unitId: unitOfImport(record) },
      ...{ before: { status: 'APPLYING' }, after: { status: 'APPLIED', ...counts }, reason: null },
    });
  });
}

/** Equal for judgements that do the same. */
async function digestOfVerdicts(tx: Transaction, id: string): Promise<string | null> {
  const [row] = await tx.rows<{ digest: string | null }>(sql`
    /* digestOfVerdicts */
    select encode(sha256(convert_to(string_agg(concat_ws(' ', outcome, changes, plan), E'\n' order by n), 'UTF8')), 'hex') as digest
    from import_verdict where import_id = ${id}::uuid`);
  return row?.digest ?? null;
}

const STALE = {
  code: 'IMPORT_STALE',
  messages: {
    vi: 'Sổ đã thay đổi sau lần chạy thử nên chưa ghi gì; hãy xem lại kết quả chạy thử mới rồi ghi.',
    en: 'The register has changed since the dry run, so nothing was written; look at the new one, then apply.',
  },
} as const;
