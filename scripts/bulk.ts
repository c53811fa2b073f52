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

/** As docs/imports.md has it for a worker: Node keeps 100 MB more for what is short-lived, and is no faster by it. */
const AS_A_WORKER = '--max-semi-space-size=16';

const { values } = parseArgs({
  options: {
    rows: { type: 'string', default: '100000' },
    'team-size': { type: 'string', default: '6' },
    statements: { type: 'boolean', default: false },
    prepare: { type: 'string' },
    measure: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
});

if (values.help) console.log(HELP);
else if (values.prepare !== undefined) await prepare(values.prepare);
else if (values.measure !== undefined) process.exitCode = (await measure(values.measure)) ? 0 : 1;
else process.exitCode = await bulk();

async function bulk(): Promise<number> {
  const own = process.env['CNSCD_TEST_DATABASE_URL'];
  const server =
    own === undefined
      ? await startEmbedded({ folder: join(import.meta.dirname, '../.cnscd/bulk-postgres') })
      : null;
  const folder = await mkdtemp(join(tmpdir(), 'cnscd-bulk-'));
  const { url, drop } = await cloneTemplate(own ?? server?.url ?? '', 'loaded');
  try {
    const file = join(folder, 'danh-sach.xlsx');
    if ((await elsewhere('prepare', { url, file })) !== 0) throw new Error('the roster could not be made');
    return await elsewhere('measure', { url, file });
  } finally {
    await drop();
    await server?.stop();
    await rm(folder, { recursive: true });
  }
}

/** In a process of its own, so that the memory of one part is not counted for the other. */
async function elsewhere(
  part: 'prepare' | 'measure',
  { url, file }: { url: string; file: string },
): Promise<number> {
  const args = [`--${part}`, file, '--rows', values.rows, '--team-size', values['team-size']];
  const child = fork(import.meta.filename, values.statements ? [...args, '--statements'] : args, {
    env: { ...process.env, DATABASE_URL: url },
    execArgv: part === 'measure' ? [...process.execArgv, AS_A_WORKER] : process.execArgv,
  });
  const [code] = await once(child, 'exit');
  return typeof code === 'number' ? code : 1;
}

async function measure(file: string): Promise<boolean> {
  return isWithinLimits(await runBulk(process.env['DATABASE_URL'] ?? '', file, say));
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
