import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { testDatabase } from '../support/database.ts';
import { writeBulkRoster } from './bulk-roster.ts';
import { insertBulkTeams } from './bulk-teams.ts';
import { runBulk } from './run-bulk.ts';

const database = await testDatabase('loaded');
const folder = await mkdtemp(join(tmpdir(), 'cnscd-bulk-'));
afterAll(() => rm(folder, { recursive: true }));

// In full by `npm run bulk`.
it('a small roster is imported, changes nothing the second time, and is taken back to the byte', async () => {
  const teams = await insertBulkTeams(database, 100);
  const file = join(folder, 'danh-sach.xlsx');
  await writeFile(file, await writeBulkRoster(teams, 600));
  const report = await runBulk(database.url, file);
  expect(report).toMatchObject({
    ...{ rows: 600, newRows: 600, faultyRows: 0, againRows: 0, isAsBefore: true },
    // A person and a membership for each row, there and back, and the import itself.
    ...{ auditEntries: 2402, auditFaults: 0 },
  });
});
