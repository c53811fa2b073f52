import type { ImportStatus } from '@cnscd/domain';
import sql from 'sql-template-tag';
import type { Database } from '../../database/client.ts';
import {
  type ImportFailure,
  type ImportPhase,
  type ImportRecord,
  importColumns,
} from '../../entities/import.ts';
import type { Transaction } from '../../operations/transaction.ts';
import type { ImportCounts } from '../judging/judge-import.ts';
import type { ReadingResult } from '../reading/sheet-row.ts';

/** Statuses in which a job has something to do. */
export const AT_WORK: readonly ImportStatus[] = ['WAITING', 'READING', 'APPLYING', 'UNDOING'];

/** Thrown where somebody took the import away from its job, by discarding it for example: nothing is written. */
export class ImportTaken extends Error {}

/** The import that has waited longest for a job, with one more attempt on its account. */
export async function claimImport(db: Pick<Database, 'rows'>): Promise<ImportRecord | null> {
  const [row] = await db.rows<ImportRecord>(sql`
    /* claimImport */
    update import i set attempts = attempts + 1, done = 0, total = null, phase = null,
      status = case when status = 'WAITING' then 'READING' else status end,
      version = version + case when status = 'WAITING' then 1 else 0 end
    where i.id = (select id from import where status = any(${AT_WORK}::text[]::import_status[])
      order by created_at, id limit 1)
    returning ${importColumns}`);
  return row ?? null;
}

/** Tells how far a job has come. Outside of its transaction: it is seen at once. */
export async function tellProgress(
  db: Pick<Database, 'rows'>,
  id: string,
  { phase, done, total }: { phase: ImportPhase; done: number; total: number | null },
): Promise<void> {
  await db.rows(sql`
    /* tellProgress */
    update import set phase = ${phase}, done = ${Math.round(done)}, total = ${total} where id = ${id}::uuid`);
}

/** What the reading of a file found, and that its rows are there. */
export async function markStaged(
  tx: Transaction,
  id: string,
  { report, now }: { report: ReadingResult; now: Date },
): Promise<void> {
  await requireOne(
    tx.rows(sql`
      /* markStaged */
      update import set report = ${JSON.stringify(report)}::jsonb, staged_at = ${now.toISOString()}::timestamptz
      where id = ${id}::uuid and status = 'READING' returning id`),
  );
}

/** The dry run is there to be looked at. */
export async function markReady(
  tx: Transaction,
  { id, status }: Pick<ImportRecord, 'id' | 'status'>,
  { counts, failure = null }: { counts: ImportCounts; failure?: ImportFailure | null },
): Promise<void> {
  await requireOne(
    tx.rows(sql`
      /* markReady */
      update import set status = 'READY', rows = ${counts.rows}, new_rows = ${counts.newRows},
        changed_rows = ${counts.changedRows}, unchanged_rows = ${counts.unchangedRows},
        faulty_rows = ${counts.faultyRows}, warnings = ${counts.warnings}, phase = null, attempts = 0,
        failure = ${failure === null ? null : JSON.stringify(failure)}::jsonb, version = version + 1
      where id = ${id}::uuid and status = ${status}::import_status returning id`),
  );
}

/** A job that did what it was asked for, or that gave up. */
export async function markEnded(
  tx: Pick<Transaction, 'rows'>,
  { id, status }: Pick<ImportRecord, 'id' | 'status'>,
  { to, failure = null, now }: { to: ImportStatus; failure?: ImportFailure | null; now: Date },
): Promise<{ version: number }> {
  const at = (which: ImportStatus) => (to === which ? now.toISOString() : null);
  return requireOne(
    tx.rows<{ version: number }>(sql`
      /* markEnded */
      update import set status = ${to}::import_status, phase = null, attempts = 0, version = version + 1,
        failure = ${failure === null ? null : JSON.stringify(failure)}::jsonb,
        applied_at = coalesce(${failure === null ? at('APPLIED') : null}::timestamptz, applied_at),
        undone_at = coalesce(${at('UNDONE')}::timestamptz, undone_at)
      where id = ${id}::uuid and status = ${status}::import_status returning version`),
  );
}

async function requireOne<Row>(changed: Promise<Row[]>): Promise<Row> {
  const [row] = await changed;
  if (row === undefined) throw new ImportTaken('the import was taken away from its job');
  return row;
}
