import type { ImportKind } from '@cnscd/domain';
import sql from 'sql-template-tag';
import { expect } from 'vitest';
import type { Claims } from '../../src/auth/credential.ts';
import type { Context } from '../../src/context.ts';
import type { Database } from '../../src/database/client.ts';
import { type ImportRecord, importColumns } from '../../src/entities/import.ts';
import { exportFile } from '../../src/exports/export-file.ts';
import { runImportJobs } from '../../src/imports/jobs/import-jobs.ts';
import { readFile } from '../../src/imports/reading/read-file.ts';
import { receiveFile } from '../../src/imports/staging/receive-file.ts';

/** What an import would do with a file that an officer exported, or with another content in its place. */
export function importingAgain({
  database,
  contextOf,
  as,
  unitCode,
}: {
  database: Database;
  contextOf: (as?: Claims) => Promise<Context>;
  as: Claims;
  unitCode: string;
}) {
  return async (
    kind: ImportKind,
    name: string,
    { content, filters }: { content?: Buffer; filters?: Readonly<Record<string, string>> } = {},
  ) => {
    const { phones, now } = await contextOf();
    const [region] = await database.rows<{ id: string }>(sql`
      select id from admin_unit where code = ${unitCode} and valid_to is null`);
    const given = { unitCode, ...filters };
    const { bytes, fileName, rows } = await exportFile(await contextOf(as), { name, given });
    const file = { kind, fileName, content: content ?? Buffer.from(bytes), regionIds: [region?.id ?? ''] };
    const who = { tenant: 'test', actor: 'officer' };
    const id = await receiveFile({ db: database, phones, now }, { ...file, ...who });
    const log: string[] = [];
    await runImportJobs({
      ...{ db: database, phones, clock: () => now, log: (message) => log.push(message) },
      readFile: (bytes, options, { onBatch }) => readFile(bytes, options, onBatch),
    });
    expect(log).toEqual([]);
    const [record] = await database.rows<ImportRecord>(sql`
      /* importOfTest */ select ${importColumns} from import i where i.id = ${id}::uuid`);
    const findings = await database.rows(sql`
      select v.n, v.findings, r.issues from import_verdict v join import_row r using (import_id, n)
      where v.import_id = ${id}::uuid and (v.findings is not null or r.issues is not null) order by v.n limit 20`);
    return { record, rows, findings };
  };
}
