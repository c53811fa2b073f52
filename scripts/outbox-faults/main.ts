// `npm run outbox-faults`: the outbox of the SDK on phones that are killed, cut off, full, damaged and passed on, against
// the real subgraph on real PostgreSQL. It ends with one line of counts; the exit code is 0 only if each write took
// effect exactly once, under its author and in its order. `--seed 17` runs one schedule.
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startEmbedded } from '@cnscd/subgraph';
import { cloneTemplate } from '../../packages/subgraph/test/support/template.ts';
import { type FaultReport, runFaults } from './run-faults.ts';
import { startWorld } from './world.ts';

const HELP = 'npm run outbox-faults -- [--schedules 600] [--seed 1]';

const { values } = parseArgs({
  options: {
    schedules: { type: 'string' },
    seed: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
});

if (values.help) console.log(HELP);
else process.exitCode = isHarmless(await run()) ? 0 : 1;

async function run(): Promise<FaultReport> {
  const own = process.env['CNSCD_TEST_DATABASE_URL'];
  const folder = join(import.meta.dirname, '../../.cnscd/storm-postgres');
  const server =
    own === undefined ? await startEmbedded({ folder, settings: { max_connections: '200' } }) : null;
  const { url, drop } = await cloneTemplate(own ?? server?.url ?? '', 'loaded');
  const world = await startWorld(url);
  try {
    const isOne = values.seed !== undefined && values.schedules === undefined;
    return await runFaults(world, {
      schedules: isOne ? 1 : Number(values.schedules ?? 600),
      firstSeed: Number(values.seed ?? 1),
      killEvery: isOne ? Number.POSITIVE_INFINITY : 1,
      say: (line) => console.log(line),
    });
  } finally {
    await world.close();
    await drop();
    await server?.stop();
  }
}

function isHarmless(report: FaultReport): boolean {
  const { schedules, killPoints, writes, requests, kills, events, faults } = report;
  for (const [event, count] of [...events].sort()) console.log(`  ${event}: ${count}`);
  console.log(
    [
      `outbox-faults: ${schedules} schedules`,
      `${killPoints} kill points`,
      `${writes} writes in ${requests} requests`,
      `${kills} tabs killed`,
      `${faults.length} faults`,
    ].join(', '),
  );
  return faults.length === 0;
}
