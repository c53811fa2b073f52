import pg from 'pg';
import { describe, expect, it } from 'vitest';
import { connect } from '../../../src/database/client.ts';
import { sealAudit } from '../../../src/operations/seal-audit.ts';
import { verifyAudit } from '../../../src/operations/verify-audit.ts';
import { verifyLockedReports } from '../../../src/reports/verify-locked-reports.ts';
import { testDatabase } from '../../support/database.ts';
import { NAME, somebodyEverywhere } from './somebody-everywhere.ts';
import { isIn, tracesIn } from './traces.ts';
import { teamWithRights, writing } from './writing.ts';

const setting = await teamWithRights();
const { run, database, commune } = setting;
const restored = await testDatabase('empty');
const who = await somebodyEverywhere(setting);
await sealAudit(database);

/** Every table as lines of JSON, as a backup holds it. */
type Backup = Map<string, string[]>;

async function backUp(): Promise<Backup> {
  const { rows: tables } = await database.pool.query<{ name: string }>(
    `select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE' order by 1`,
  );
  const backup: Backup = new Map();
  for (const { name } of tables) {
    const { rows } = await database.pool.query<{ line: string }>(
      `select to_jsonb(t)::text as line from "${name}" t`,
    );
    backup.set(
      name,
      rows.map(({ line }) => line),
    );
  }
  return backup;
}

/** Puts a backup into an empty database of the same migrations, past its triggers, as restoring does. */
async function restore(backup: Backup, url: string): Promise<void> {
  const client = new pg.Client(url);
  await client.connect();
  await client.query(`set session_replication_role = replica`);
  await client.query(`truncate ${[...backup.keys()].map((name) => `"${name}"`).join(', ')}`);
  for (const [name, lines] of backup)
    await client.query(
      `insert into "${name}" select (jsonb_populate_record(null::"${name}", line)).* from unnest($1::jsonb[]) line`,
      [lines],
    );
  await client.end();
}

/** Files of the database in which one of the needles stands, byte by byte: what a copy of the disk would hold. */
async function filesWith(needles: readonly Buffer[]): Promise<string[]> {
  const { rows: files } = await database.pool.query<{ path: string }>(
    `select 'base/' || d.oid || '/' || f as path from pg_database d cross join pg_ls_dir('base/' || d.oid) f
     where d.datname = current_database() and f ~ '^\\d+' order by 1`,
  );
  const found: string[] = [];
  for (const { path } of files) {
    const { rows } = await database.pool.query<{ bytes: Buffer | null }>(
      `select pg_read_binary_file($1, 0, 1000000000, true) as bytes`,
      [path],
    );
    if (needles.some((needle) => rows[0]?.bytes?.includes(needle) === true)) found.push(path);
  }
  return found;
}

const unlimited = (statement: string) => {
  const client = new pg.Client(restored.url.replace(/[^/]*$/, databaseName()));
  return client
    .connect()
    .then(() => client.query(statement))
    .finally(() => client.end());
};
const databaseName = () => new URL(database.pool.options.connectionString ?? '').pathname.slice(1);

const NEEDLES = [
  ...who.needles.bytes,
  ...[NAME, NAME.normalize('NFD')].map((text) => Buffer.from(text.toUpperCase())),
];

describe('backups that are made after an erasure', () => {
  it('have the person before it, so that the search means something', async () => {
    expect(isIn([...(await backUp()).values()].flat().join('\n'), who.needles)).not.toEqual([]);
    await unlimited('checkpoint');
    expect((await filesWith(NEEDLES)).length).toBeGreaterThan(3);
  });

  it('restored, have nobody of that name, the same counts, locked reports and a chain that verifies', async () => {
    const { head } = await verifyAudit(database);
    const erased = await writing(
      run,
      'eraseMember',
      'Erasure',
    )(commune, {
      ...{ requestId: who.request.id, expectedVersion: 3, reason: 'Theo đơn' },
      signIns: [`${who.own.issuer}#${who.own.subject}`],
    });
    expect(erased.__typename).toBe('Erasure');
    const backup = await backUp();
    const all = [...backup.values()].flat().join('\n');
    expect(isIn(all, who.needles)).toEqual([]);
    expect(isIn(all, who.signIn)).toEqual([]);

    await restore(backup, restored.url);
    expect(await tracesIn(restored, who.needles)).toEqual([]);
    for (const [name, lines] of backup) {
      const { rows } = await restored.pool.query<{ n: string }>(`select count(*) as n from "${name}"`);
      expect({ name, rows: Number(rows[0]?.n) }).toEqual({ name, rows: lines.length });
    }
    const copy = connect(restored.url);
    await sealAudit(copy);
    expect((await verifyAudit(copy, head ?? undefined)).faults).toEqual([]);
    expect(await verifyLockedReports({ db: copy })).toEqual({ editions: 1, faults: [] });
    await copy.close();
  });

  it('made of the files, have nobody once the tables were written anew', async () => {
    await unlimited('vacuum full');
    await unlimited('checkpoint');
    expect(await filesWith(NEEDLES)).toEqual([]);
  }, 60_000);
});
