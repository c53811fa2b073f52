import { randomBytes } from 'node:crypto';
import type { ImportKind } from '@cnscd/domain';
import sql from 'sql-template-tag';
import type { Database } from '../../src/database/client.ts';
import { type ImportRecord, importColumns } from '../../src/entities/import.ts';
import type { ReadImportFile } from '../../src/imports/import-tools.ts';
import { runImportJobs } from '../../src/imports/jobs/import-jobs.ts';
import type { SheetRow } from '../../src/imports/reading/sheet-row.ts';
import { receiveFile } from '../../src/imports/staging/receive-file.ts';
import { readPersonalDataKeys } from '../../src/personal-data/personal-data-keys.ts';
import { phoneCipher } from '../../src/personal-data/phone-cipher.ts';

export const KEY = randomBytes(32).toString('base64');
export const phones = phoneCipher(readPersonalDataKeys(KEY));
export const NOW = new Date('2026-11-22T03:00:00Z');

/** Rows as the reading of a file gives them: a test of what becomes of them needs no spreadsheet. */
export const readJson: ReadImportFile = async (bytes, _, { onBatch }) => {
  const rows: Record<string, unknown>[] = JSON.parse(Buffer.from(bytes).toString());
  const sheetRows = rows.map((values, n): SheetRow => ({ sheet: 'Sheet1', row: n + 2, values, issues: [] }));
  for (let n = 0; n < sheetRows.length; n += 2000) await onBatch(sheetRows.slice(n, n + 2000));
  return { columns: [], sheets: [], rows: rows.length, skipped: [], issues: [] };
};

/** Imports over a database: rows in, the import as it stands out. */
export function importing(db: Database, regionIds: readonly string[]) {
  const log: string[] = [];
  const tools = {
    db,
    phones,
    readFile: readJson,
    clock: () => NOW,
    log: (message: string) => log.push(message),
  };
  const stateOf = async (id: string): Promise<ImportRecord> => {
    const [row] = await db.rows<ImportRecord>(
      sql`select ${importColumns} from import i where i.id = ${id}::uuid`,
    );
    if (row === undefined) throw new Error(`there is no import ${id}`);
    return row;
  };
  const work = async (id: string): Promise<ImportRecord> => {
    await runImportJobs(tools);
    if (log.length > 0) throw new Error(log.splice(0).join('\n'));
    return stateOf(id);
  };
  const ask = (id: string, status: 'APPLYING' | 'UNDOING') =>
    db.rows(sql`update import set status = ${status}::import_status where id = ${id}::uuid`);
  return {
    tools,
    stateOf,
    work,
    ask,
    async dryRun(kind: ImportKind, rows: readonly Record<string, unknown>[]): Promise<ImportRecord> {
      const id = await receiveFile(
        { db, phones, now: NOW },
        {
          ...{ kind, fileName: 'tep.xlsx', content: Buffer.from(JSON.stringify(rows)) },
          ...{ tenant: 'https://identity.test', actor: 'officer', regionIds },
        },
      );
      return work(id);
    },
    async apply(id: string) {
      await ask(id, 'APPLYING');
      return work(id);
    },
    async undo(id: string) {
      await ask(id, 'UNDOING');
      return work(id);
    },
    /** Codes of what is wrong with each row, by n; rows without anything are left out. */
    async findings(id: string): Promise<Record<number, string[]>> {
      const rows = await db.rows<{ n: number; codes: string[] }>(sql`
        select n, array(select f ->> 'code' from jsonb_array_elements(findings) f) as codes from import_verdict
        where import_id = ${id}::uuid and findings is not null order by n`);
      return Object.fromEntries(rows.map(({ n, codes }) => [n, codes]));
    },
    async outcomes(id: string): Promise<string[]> {
      const rows = await db.rows<{ outcome: string }>(sql`
        select outcome from import_verdict where import_id = ${id}::uuid order by n`);
      return rows.map(({ outcome }) => outcome);
    },
  };
}

const REGISTER = [
  ...['team', 'team_link', 'member', 'membership', 'responsibility', 'activity', 'activity_outcome'],
  ...[
    'founding_decision',
    'source_document',
    'reported_figure',
    'target',
    'admin_unit',
    'unit_link',
    'unit_scope',
  ],
  ...['kpi_delta', 'kpi_rollup', 'kpi_team_period'],
];

/** A digest of everything in the register: equal to the byte, or not. */
export async function registerDigest(db: Database): Promise<Record<string, string>> {
  const digests: Record<string, string> = {};
  for (const table of REGISTER) {
    const { rows } = await db.pool.query(
      `select encode(sha256(convert_to(coalesce(string_agg(t::text, E'\n' order by t::text), ''), 'UTF8')), 'hex') as d from "${table}" t`,
    );
    digests[table] = rows[0].d;
  }
  return digests;
}
