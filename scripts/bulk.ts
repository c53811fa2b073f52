// `npm run bulk`: a roster of 100,000 people as XLSX, imported into a fresh database, imported again, and taken back. It
// prints what each part took; the exit code is 0 only if the second time changes nothing, the register is afterwards
// what it was to the byte, and dry run and applying together keep within a minute and 600 MB.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startEmbedded } from '@cnscd/subgraph';
import { connect } from '../packages/subgraph/src/database/client.ts';
import { writeBulkRoster } from '../packages/subgraph/test/bulk/bulk-roster.ts';
import { insertBulkTeams } from '../packages/subgraph/test/bulk/bulk-teams.ts';
import type { Measured } from '../packages/subgraph/test/bulk/measure.ts';
import { type BulkReport, runBulk } from '../packages/subgraph/test/bulk/run-bulk.ts';
import { cloneTemplate } from '../packages/subgraph/test/support/template.ts';

const HELP = `npm run bulk -- [--rows 100000] [--team-size 6] [--statements]`;
const LIMIT_SECONDS = 60;
const LIMIT_RSS_MB = 600;

const { values } = parseArgs({
  options: {
    rows: { type: 'string', default: '100000' },
    'team-size': { type: 'string', default: '6' },
    statements: { type: 'boolean', default: false },
    prepare: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
});

if (values.help) console.log(HELP);
else if (values.prepare !== undefined) await prepare(values.prepare);
else process.exitCode = isWithinLimits(await bulk()) ? 0 : 1;

async function bulk(): Promise<BulkReport> {
  const own = process.env['CNSCD_TEST_DATABASE_URL'];
  const server =
    own === undefined
      ? await startEmbedded({ folder: join(import.meta.dirname, '../.cnscd/bulk-postgres') })
      : null;
  const folder = await mkdtemp(join(tmpdir(), 'cnscd-bulk-'));
  const { url, drop } = await cloneTemplate(own ?? server?.url ?? '', 'loaded');
  try {
    const file = join(folder, 'danh-sach.xlsx');
    await prepareElsewhere(url, file);
    return await runBulk(url, file, say);
  } finally {
    await drop();
    await server?.stop();
    await rm(folder, { recursive: true });
  }
}

/** Teams and the file are made in another process, so that the memory for it is not counted. */
async function prepareElsewhere(url: string, file: string): Promise<void> {
  const args = ['--prepare', file, '--rows', values.rows, '--team-size', values['team-size']];
  const child = fork(import.meta.filename, args, { env: { ...process.env, DATABASE_URL: url } });
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error(`making the roster ended with code ${code}`);
}

async function prepare(file: string): Promise<void> {
  const rows = Number(values.rows);
  const db = connect(process.env['DATABASE_URL'] ?? '', { statementTimeoutMs: 0 });
  const teams = await insertBulkTeams(db, Math.ceil(rows / Number(values['team-size'])));
  await db.close();
  await writeFile(file, await writeBulkRoster(teams, rows));
}

function say({ name, seconds, cpuSeconds, peakRssMb }: Measured): void {
  console.log(
    `${name.padEnd(8)} ${seconds.toFixed(1)} s, ${cpuSeconds.toFixed(1)} s CPU here, ${peakRssMb.toFixed(0)} MB`,
  );
}

function isWithinLimits(report: BulkReport): boolean {
  const { measures, rows, newRows, againRows, isAsBefore, auditEntries, auditFaults } = report;
  if (values.statements)
    for (const [name, seconds] of report.slowest) console.log(`  ${seconds.toFixed(2)} s ${name}`);
  const [first, second] = measures;
  const total = (first?.seconds ?? 0) + (second?.seconds ?? 0);
  const peak = Math.max(...measures.map(({ peakRssMb }) => peakRssMb));
  console.log(
    [
      `bulk: ${rows} rows, ${newRows} new, ${report.faultyRows} faulty`,
      `dry run and apply ${total.toFixed(1)} s, at most ${peak.toFixed(0)} MB, load ${loadavg()[0]?.toFixed(1)}`,
      `again ${againRows} rows`,
      isAsBefore ? 'undone to the byte' : 'NOT as before after the undo',
      `audit ${auditEntries} entries, ${auditFaults} faults`,
    ].join('; '),
  );
  const isRight = newRows === rows && againRows === 0 && isAsBefore && auditFaults === 0;
  return isRight && total < LIMIT_SECONDS && peak < LIMIT_RSS_MB;
}
