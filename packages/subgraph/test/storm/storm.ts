import sql from 'sql-template-tag';
import { demoAccounts } from '../../src/auth/demo-accounts.ts';
import { startDevIssuer } from '../../src/auth/dev-issuer.ts';
import { connect, type Database } from '../../src/database/client.ts';
import type { Endpoint } from './ask.ts';
import { type EditCounts, runEditStorm } from './edit-storm.ts';
import { type MortalProcess, mortal } from './process.ts';
import { startReaper } from './reaper.ts';
import { type ReplayCounts, runReplayStorm } from './replay-storm.ts';
import { settle } from './settle.ts';

export interface StormOptions {
  databaseUrl: string;
  /** Writes, each sent `replays` times at once. */
  keys: number;
  replays: number;
  /** SIGKILLs of the servers and of the worker, spread over the storm. */
  kills: number;
  /** Random edits, returns, moves and mergers after the replays. */
  edits: number;
  say?: (line: string) => void;
}

export interface StormReport {
  replay: ReplayCounts;
  edit: EditCounts;
  kills: number;
  terminatedBackends: number;
  /** Rows of the rollup that are not what the activities give. */
  drift: number;
  /** Audit entries in the chain, and what is wrong with it. */
  auditEntries: number;
  auditFaults: number;
}

/** Two servers and a worker on one database, all of them killed at random, and whoever asks them asks until answered. */
export async function runStorm(options: StormOptions): Promise<StormReport> {
  const { databaseUrl, say = () => {} } = options;
  const db = connect(withName(databaseUrl), { maxConnections: 4, statementTimeoutMs: 0 });
  const issuer = await startDevIssuer({ accounts: await demoAccounts(db), port: 0 });
  const env = {
    ...{ DATABASE_URL: databaseUrl, CNSCD_AUTH_ISSUER: issuer.issuer, CNSCD_AUTH_AUDIENCE: issuer.audience },
    ...{ CNSCD_AUTH_JWKS_URL: issuer.jwksUrl },
  };
  const servers = await Promise.all([
    mortal(['serve', '--port', '0'], env),
    mortal(['serve', '--port', '0'], env),
  ]);
  const worker = await mortal(['work'], env);
  const reaper = startReaper(db, [...servers, worker], options.kills);
  try {
    const endpoints = await endpointsOf(servers, (account) => issuer.tokenFor(account));
    say(`${options.keys} keys × ${options.replays}`);
    const replay = await runReplayStorm({
      ...{ db, endpoints: endpoints('officer-quang-tri'), teamIds: await teamsOf(db, '44') },
      ...{ keys: options.keys, replays: options.replays, parallel: 32 },
      onProgress: (share) => reaper.keepPace(share / 2),
    });
    say(`${options.edits} edits`);
    const edit = await runEditStorm({
      ...{ db, recorders: endpoints('officer-quang-tri'), verifiers: endpoints('administrator') },
      ...{ edits: options.edits, onProgress: (share) => reaper.keepPace(0.5 + share / 2) },
    });
    for (const [kind, count] of Object.entries(edit.kinds).sort()) say(`  ${kind}: ${count}`);
    await reaper.stop();
    return { replay, edit, ...reaper.counts(), ...(await settle(db)) };
  } finally {
    await reaper.stop();
    await Promise.all([...servers, worker].map((each) => each.stop()));
    await issuer.close();
    await db.close();
  }
}

async function endpointsOf(
  servers: readonly MortalProcess[],
  tokenFor: (account: string) => Promise<string>,
) {
  const accounts = ['officer-quang-tri', 'administrator'] as const;
  const tokens = Object.fromEntries(
    await Promise.all(accounts.map(async (account) => [account, await tokenFor(account)] as const)),
  );
  return (account: (typeof accounts)[number]): Endpoint[] =>
    servers.map((server) => ({ url: server.firstLine, token: tokens[account] ?? '' }));
}

async function teamsOf(db: Database, unitCode: string): Promise<string[]> {
  const rows = await db.rows<{ id: string }>(sql`
    select t.id from team t where t.status = 'ACTIVE' and exists (
      select from unit_scope s join admin_unit u on u.id = s.region_id
      where s.unit_id = t.unit_id and u.code = ${unitCode} and u.valid_to is null)
    order by t.code limit 40`);
  return rows.map((row) => row.id);
}

/** The storm's own connections have a name by which the reaper spares them. */
function withName(databaseUrl: string): string {
  const url = new URL(databaseUrl);
  url.searchParams.set('application_name', 'storm');
  return url.href;
}
