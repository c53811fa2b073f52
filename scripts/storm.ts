// `npm run storm`: two servers, a worker and a database under a storm of replays, edits and kills. It ends with one
// line of counts; the exit code is 0 only if nothing was lost, doubled, answered in two ways, or counted wrong.
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startEmbedded } from '@cnscd/subgraph';
import { runStorm, type StormReport } from '../packages/subgraph/test/storm/storm.ts';
import { cloneTemplate } from '../packages/subgraph/test/support/template.ts';

const HELP = `npm run storm -- [--keys 2000] [--replays 5] [--kills 24] [--edits 2000]`;

const { values } = parseArgs({
  options: {
    keys: { type: 'string', default: '2000' },
    replays: { type: 'string', default: '5' },
    kills: { type: 'string', default: '24' },
    edits: { type: 'string', default: '2000' },
    help: { type: 'boolean', default: false },
  },
});

if (values.help) console.log(HELP);
else process.exitCode = isHarmless(await storm()) ? 0 : 1;

async function storm(): Promise<StormReport> {
  const own = process.env['CNSCD_TEST_DATABASE_URL'];
  // With fsync, unlike the tests: what is told to be written must be.
  const server =
    own === undefined
      ? await startEmbedded({
          folder: join(import.meta.dirname, '../.cnscd/storm-postgres'),
          settings: { max_connections: '200' },
        })
      : null;
  const { url, drop } = await cloneTemplate(own ?? server?.url ?? '', 'loaded');
  try {
    const [keys, replays, kills, edits] = [values.keys, values.replays, values.kills, values.edits].map(
      Number,
    );
    return await runStorm({
      ...{ databaseUrl: url, keys: keys ?? 0, replays: replays ?? 0, kills: kills ?? 0, edits: edits ?? 0 },
      say: (line) => console.log(line),
    });
  } finally {
    await drop();
    await server?.stop();
  }
}

function isHarmless({
  replay,
  edit,
  kills,
  terminatedBackends,
  drift,
  auditEntries,
  auditFaults,
}: StormReport): boolean {
  const harm = [replay.lost, replay.doubled, replay.divergent, drift, auditFaults];
  console.log(
    [
      `storm: ${replay.keys} keys`,
      `${replay.requests} requests in ${replay.tries} tries`,
      `${kills} SIGKILLs`,
      `${terminatedBackends} terminated backends`,
      `lost ${replay.lost}`,
      `doubled ${replay.doubled}`,
      `divergent ${replay.divergent}`,
      `${edit.done} edits done in ${edit.attempts} attempts`,
      `drift ${drift}`,
      `audit ${auditEntries} entries, ${auditFaults} faults`,
    ].join(', '),
  );
  return harm.every((count) => count === 0);
}
