import { setTimeout } from 'node:timers/promises';
import type { Database } from './database/client.ts';
import type { ImportTools } from './imports/import-tools.ts';
import { runImportJobs } from './imports/jobs/import-jobs.ts';
import { expireImports } from './imports/staging/forget-rows.ts';
import { expireKeys } from './operations/expire-keys.ts';
import { expireJournals } from './operations/journal.ts';
import { sealAudit } from './operations/seal-audit.ts';
import { applyRetention } from './rights/retention/apply-retention.ts';
import { foldAllDeltas } from './rollup/fold-deltas.ts';
import { forgetZaloTraces } from './zalo/attempts.ts';
import { forgetAccountsLeft } from './zalo/forget-account.ts';

export interface WorkerOptions {
  /** Rest between two rounds. @defaultValue 1000 */
  intervalMs?: number;
  /** @defaultValue the machine's clock */
  clock?: () => Date;
  /** Told of each job that failed; it is tried again in the next round. @defaultValue one JSON line on stderr */
  log?: (failure: WorkerFailure) => void;
  /** What imports of officers' files take. @defaultValue none: files wait for another worker */
  imports?: Pick<ImportTools, 'phones' | 'readFile'>;
}

export interface WorkerFailure {
  job: 'fold' | 'seal' | 'zalo' | 'expire' | 'import';
  message: string;
}

export interface RunningWorker {
  /** Lets the job in hand finish, then ends. */
  stop(): Promise<void>;
}

/** Keys are kept for days: it does not matter when in an hour they go. */
const EXPIRY_INTERVAL_MS = 3_600_000;

/**
 * Does, over and over, what no request waits for: folds KPI deltas into sums, does what a withdrawal of consent in Zalo
 * asked for and no server did, seals the audit, forgets outcomes of old keys and what old mergers touched, applies the retention rules; and beside that, imports officers' files. Any number may run, of several one works at a time; killing one loses nothing, a job is done whole or not at all.
 *
 * @param db - without a time limit for statements
 */
export function startWorker(db: Database, options: WorkerOptions = {}): RunningWorker {
  const { intervalMs = 1000, clock = () => new Date(), log = logLine } = options;
  const stopping = new AbortController();
  let expiredAt = 0;

  const attempt = async (job: WorkerFailure['job'], work: () => Promise<unknown>) => {
    if (stopping.signal.aborted) return;
    await work().catch((error: unknown) =>
      log({ job, message: error instanceof Error ? error.message : String(error) }),
    );
  };
  const round = async () => {
    await attempt('fold', () => foldAllDeltas(db));
    const now = clock();
    await attempt('zalo', () => forgetAccountsLeft(db, now));
    await attempt('seal', () => sealAudit(db));
    if (now.getTime() - expiredAt < EXPIRY_INTERVAL_MS) return;
    await attempt('expire', async () => {
      await expireKeys(db, now);
      await expireJournals(db, now);
      await expireImports(db, now);
      await applyRetention(db, now);
      await forgetZaloTraces(db, now);
      expiredAt = now.getTime();
    });
  };
  // An import takes seconds: what else there is to do does not wait for it.
  const imports = async () => {
    if (options.imports === undefined) return;
    const tell = (message: string) => log({ job: 'import', message });
    const tools = { ...options.imports, db, clock, log: tell };
    await attempt('import', () => runImportJobs(tools, stopping.signal));
  };
  const repeat = async (work: () => Promise<void>) => {
    while (!stopping.signal.aborted) {
      await work();
      await setTimeout(intervalMs, undefined, { signal: stopping.signal }).catch(() => {});
    }
  };
  const running = Promise.all([repeat(round), repeat(imports)]);
  return {
    async stop() {
      stopping.abort();
      await running;
    },
  };
}

function logLine(failure: WorkerFailure): void {
  process.stderr.write(`${JSON.stringify(failure)}\n`);
}
