import type pg from 'pg';
import sql from 'sql-template-tag';
import type { ImportRecord } from '../../entities/import.ts';
import { transactionOn } from '../../operations/transaction.ts';
import type { ImportTools } from '../import-tools.ts';
import { markReady, markStaged, tellProgress } from '../jobs/import-state.ts';
import { judgeImport } from '../judging/judge-import.ts';
import { rulesOf } from '../kinds/all-kinds.ts';
import { keepInstead, openFile } from './kept-file.ts';
import { startStaging } from './stage-rows.ts';

/** Progress is written down so often at most. */
const PROGRESS_MS = 300;

/**
 * Reads a file into the staging table, then judges its rows. Two transactions: what was staged is not read again after
 * an interruption.
 *
 * @throws {DomainError} for a file that cannot be read, and where there is no key to open it
 */
export async function dryRunImport(
  tools: ImportTools,
  client: pg.ClientBase,
  record: ImportRecord,
): Promise<void> {
  if (record.stagedAt === null) await stage(tools, client, record);
  await tellProgress(tools.db, record.id, { phase: 'JUDGING', done: 0, total: null });
  await transactionOn(client, async (tx) => {
    const counts = await judgeImport(tx, record, rulesOf(record.kind));
    await markReady(tx, record, { counts });
  });
}

async function stage(tools: ImportTools, client: pg.ClientBase, record: ImportRecord): Promise<void> {
  const { content, ...file } = await openFile(tools, record);
  let [told, telling] = [0, Promise.resolve()];
  const onProgress = (done: number, total: number) => {
    const now = Date.now();
    if (now - told < PROGRESS_MS) return;
    told = now;
    telling = tellProgress(tools.db, record.id, { phase: 'READING', done, total }).catch(() => {});
  };
  await transactionOn(client, async (tx) => {
    for (const table of ['import_row', 'import_place', 'import_verdict'] as const) {
      await tx.rows(
        sql`/* forgetStaged */ delete from ${TABLES[table]} where import_id = ${record.id}::uuid`,
      );
    }
    const staging = startStaging(tx, record.id, { rules: rulesOf(record.kind), phones: tools.phones });
    const { kind, mapping, judgedOn: today } = record;
    const { copy, ...report } = await tools.readFile(
      content,
      { ...file, kind, mapping, today },
      {
        onBatch: (rows) => staging.add(rows),
        onProgress,
      },
    );
    await staging.finish();
    if (copy !== undefined) await keepInstead(tx, tools, { id: record.id, copy });
    // Not after the row is locked: it would wait for the end of this transaction, and this for it.
    await telling;
    await markStaged(tx, record.id, { report, now: tools.clock() });
  });
}

const TABLES = {
  import_row: sql`import_row`,
  import_place: sql`import_place`,
  import_verdict: sql`import_verdict`,
} as const;
