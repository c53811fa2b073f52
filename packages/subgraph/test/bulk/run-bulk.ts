import { createHash, randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import sql, { raw } from 'sql-template-tag';
import { connect, type Database } from '../../src/database/client.ts';
import { type ImportRecord, importColumns } from '../../src/entities/import.ts';
import type { ImportTools } from '../../src/imports/import-tools.ts';
import { runImportJobs } from '../../src/imports/jobs/import-jobs.ts';
import { readFileInWorker } from '../../src/imports/reading/read-file-in-worker.ts';
import { receiveFile } from '../../src/imports/staging/receive-file.ts';
import { sealAudit } from '../../src/operations/seal-audit.ts';
import { verifyAudit } from '../../src/operations/verify-audit.ts';
import { readPersonalDataKeys } from '../../src/personal-data/personal-data-keys.ts';
import { phoneCipher } from '../../src/personal-data/phone-cipher.ts';
import { type Measured, measured, statementSeconds } from './measure.ts';

export interface BulkReport {
  rows: number;
  measures: Measured[];
  /** Statements that took longest in all, in seconds. */
  slowest: [name: string, seconds: number][];
  newRows: number;
  faultyRows: number;
  /** Rows that the same file would change once it was applied: none. */
  againRows: number;
  isAsBefore: boolean;
  auditEntries: number;
  auditFaults: number;
}

/** Imports a roster, imports it again, takes it back, and holds the register against what it was before. */
export async function runBulk(
  databaseUrl: string,
  file: string,
  say: (measure: Measured) => void = () => {},
): Promise<BulkReport> {
  const db = connect(databaseUrl, { statementTimeoutMs: 0 });
  const seconds = statementSeconds(db);
  const measures: Measured[] = [];
  const measure = async <Result>(name: string, work: () => Promise<Result>): Promise<Result> => {
    const { result, measure } = await measured(name, work);
    measures.push(measure);
    say(measure);
    return result;
  };
  try {
    const before = await registerDigest(db);
    const jobs = await importing(db);
    const dry = await measure('dry run', () => jobs.dryRun(file));
    await measure('apply', () => jobs.ask(dry.id, 'APPLYING'));
    const again = await measure('again', () => jobs.dryRun(file));
    await measure('undo', () => jobs.ask(dry.id, 'UNDOING'));
    const slowest = [...seconds].sort(([, one], [, other]) => other - one).slice(0, 25);
    const isAsBefore = (await registerDigest(db)) === before;
    await measure('seal', () => sealAudit(db));
    const { sealedEntries, faults } = await measure('verify', () => verifyAudit(db));
    return {
      ...{ rows: dry.rows, measures, slowest, newRows: dry.newRows, faultyRows: dry.faultyRows, isAsBefore },
      againRows: again.newRows + again.changedRows + again.faultyRows,
      ...{ auditEntries: sealedEntries, auditFaults: faults.length },
    };
  } finally {
    await db.close();
  }
}

/** The jobs of the worker, one after the other, for an officer of the whole nation. */
async function importing(db: Database) {
  const [nation] = await db.rows<{ id: string }>(sql`
    select id from admin_unit where level = 'NATION' and valid_to is null order by id limit 1`);
  const phones = phoneCipher(readPersonalDataKeys(randomBytes(32).toString('base64')));
  const tools: ImportTools = {
    ...{ db, phones, clock: () => new Date(), readFile: readFileInWorker },
    log: (message) => {
      throw new Error(message);
    },
  };
  const work = async (id: string): Promise<ImportRecord> => {
    await runImportJobs(tools);
    const [record] = await db.rows<ImportRecord>(sql`
      select ${importColumns} from import i where i.id = ${id}::uuid`);
    if (record === undefined || record.failure !== null)
      throw new Error(`the import did not succeed: ${JSON.stringify(record?.failure)}`);
    return record;
  };
  return {
    async dryRun(file: string): Promise<ImportRecord> {
      const id = await receiveFile(
        { db, phones, now: new Date() },
        {
          ...{ kind: 'ROSTER', fileName: 'danh-sach.xlsx', content: await readFile(file) },
          ...{ tenant: 'bulk', actor: 'officer', regionIds: nation === undefined ? [] : [nation.id] },
        },
      );
      return work(id);
    },
    async ask(id: string, status: 'APPLYING' | 'UNDOING'): Promise<ImportRecord> {
      await db.rows(sql`update import set status = ${status}::import_status where id = ${id}::uuid`);
      return work(id);
    },
  };
}

/** What an import may touch, and what follows from it. */
const TABLES = [
  ...['member', 'membership', 'responsibility', 'team', 'team_link', 'founding_decision', 'activity'],
  ...['activity_outcome', 'source_document', 'admin_unit', 'kpi_delta', 'kpi_rollup', 'kpi_team_period'],
];

/** Equal where every row of the register is, to the byte. */
async function registerDigest(db: Database): Promise<string> {
  const digest = createHash('sha256');
  for (const table of TABLES) {
    const [row] = await db.rows(sql`
      select count(*) as rows, encode(sha256(convert_to(string_agg(md5(t::text), '' order by t::text), 'UTF8')), 'hex') as hash
      from ${raw(table)} t`);
    digest.update(JSON.stringify([table, row]));
  }
  return digest.digest('hex');
}
