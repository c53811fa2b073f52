import { DomainError } from '@cnscd/domain';
import type pg from 'pg';
import { readRows } from '../../database/client.ts';
import type { ImportFailure, ImportRecord } from '../../entities/import.ts';
import { inTransaction, onConnection } from '../../operations/transaction.ts';
import { applyImport } from '../applying/apply-import.ts';
import { undoImport } from '../applying/undo-import.ts';
import type { ImportTools } from '../import-tools.ts';
import { dryRunImport } from '../staging/dry-run.ts';
import { forgetUnread } from '../staging/kept-file.ts';
import { claimImport, ImportTaken, markEnded } from './import-state.ts';

/** One job at a time, of however many workers: each uses both cores, and two rosters may name the same people. */
const IMPORT_LOCK = 20261129;

/** A job that ends without a word so often will not do better the next time. */
export const MOST_ATTEMPTS = 5;

/**
 * Does all that waits: reads files and judges them, applies and undoes them. Each of these is done whole or not at all;
 * what a killed process left is taken up again.
 *
 * @returns how many jobs were done; 0 also where another worker is at it
 */
export async function runImportJobs(tools: ImportTools, signal?: AbortSignal): Promise<number> {
  return onConnection(
    tools.db,
    async (client) => {
      await prepareSession(client);
      const [lock] = (await client.query('select pg_try_advisory_lock($1) as mine', [IMPORT_LOCK])).rows;
      if (lock?.mine !== true) return 0;
      const count = await runAll(tools, client, signal);
      // The server takes its time to notice that a connection has ended: the next round begins at once.
      await client.query('select pg_advisory_unlock($1)', [IMPORT_LOCK]);
      return count;
    },
    true,
  );
}

async function runAll(tools: ImportTools, client: pg.ClientBase, signal?: AbortSignal): Promise<number> {
  let count = 0;
  while (signal?.aborted !== true) {
    const claimed = await claimImport({ rows: (statement) => readRows(client, statement) });
    if (claimed === null || !(await attempt(tools, client, claimed))) break;
    count += 1;
  }
  return count;
}

/**
 * A process that is killed leaves its statement running, and with it the locks and the place in the queue: the server
 * looks every second whether somebody still waits for the answer. A machine that vanishes says nothing at all.
 */
async function prepareSession(client: pg.ClientBase): Promise<void> {
  await client.query(`set statement_timeout = 0; set client_connection_check_interval = '1s';
    set idle_in_transaction_session_timeout = '10min'; set tcp_keepalives_idle = 30; set tcp_keepalives_interval = 10;
    set tcp_keepalives_count = 3; set work_mem = '64MB'; set jit = off`);
}

/** False where it is better to rest before the next try. */
async function attempt(tools: ImportTools, client: pg.ClientBase, record: ImportRecord): Promise<boolean> {
  if (record.attempts > MOST_ATTEMPTS) {
    await giveUp(tools, record, interrupted());
    return true;
  }
  try {
    await JOBS[record.status]?.(tools, client, record);
    return true;
  } catch (error) {
    if (error instanceof ImportTaken) return true;
    if (error instanceof DomainError) {
      const { code, messages, value } = error;
      await giveUp(tools, record, { code, messages, value });
      return true;
    }
    tools.log(error instanceof Error ? error.message : String(error));
    return false;
  }
}

type Job = (tools: ImportTools, client: pg.ClientBase, record: ImportRecord) => Promise<void>;

const JOBS: Partial<Record<ImportRecord['status'], Job>> = {
  READING: dryRunImport,
  APPLYING: applyImport,
  UNDOING: undoImport,
};

/** Where an import goes back to when its job cannot do what it was asked for. */
const BACK: Partial<Record<ImportRecord['status'], ImportRecord['status']>> = {
  READING: 'FAILED',
  APPLYING: 'READY',
  UNDOING: 'APPLIED',
};

async function giveUp(
  { db, clock }: ImportTools,
  record: ImportRecord,
  failure: ImportFailure,
): Promise<void> {
  const to = BACK[record.status] ?? 'FAILED';
  const ending = inTransaction(db, async (tx) => {
    await markEnded(tx, record, { to, failure, now: clock() });
    if (to === 'FAILED') await forgetUnread(tx, record.id);
  });
  await ending.catch((error: unknown) => {
    if (!(error instanceof ImportTaken)) throw error;
  });
}

const interrupted = (): ImportFailure => ({
  code: 'IMPORT_INTERRUPTED',
  messages: {
    vi: `Việc xử lý tệp bị ngắt ${MOST_ATTEMPTS} lần nên đã dừng, chưa ghi gì; hãy thử lại, hoặc tách thành nhiều tệp.`,
    en: `The work on the file was interrupted ${MOST_ATTEMPTS} times and given up, nothing was written; try again, or split the file.`,
  },
});
