import pg from 'pg';
import { afterAll } from 'vitest';
import { connect, type Database } from '../../src/database/client.ts';
import { migrate } from '../../src/database/migrate.ts';
import { loadDefaults } from '../../src/load-defaults.ts';
import { fingerprint } from './fingerprint.ts';
import { cloneName, dropStale } from './stale-databases.ts';

/** `empty`: migrated only. `loaded`: with all units and the five provinces. */
export type Content = 'empty' | 'loaded';

/**
 * A database of its own for one test file: a clone of a template that is made once for each state of the
 * migrations and data files, so that a clone costs a tenth of a second. Dropped after the file.
 */
export async function testDatabase(content: Content): Promise<Database & { url: string }> {
  const server = process.env['CNSCD_TEST_DATABASE_URL'];
  if (server === undefined) throw new Error('CNSCD_TEST_DATABASE_URL is not set: run the tests by vitest.');
  const name = cloneName(new Date());
  await withClient(server, async (client) => {
    // One test file makes the template and clones it, the others wait: nobody drops it in between.
    await client.query(`select pg_advisory_lock(hashtext('cnscd template'))`);
    const template = await ensureTemplate(client, server, content);
    await client.query(`create database ${name} template ${template}`);
  });
  const url = urlOf(server, name);
  const database = connect(url);
  afterAll(async () => {
    await database.close();
    await withClient(server, (client) => client.query(`drop database ${name} with (force)`));
  });
  return { ...database, url };
}

async function ensureTemplate(client: pg.Client, server: string, content: Content): Promise<string> {
  const stamp = fingerprint();
  const name = `cnscd_template_${content}_${stamp}`;
  const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [name]);
  if (rowCount !== 0) return name;
  await dropStale(client, { stamp, now: new Date() });
  const draft = `${name}_draft`;
  await client.query(`drop database if exists ${draft} with (force)`);
  await client.query(`create database ${draft}`);
  await migrate(urlOf(server, draft));
  if (content === 'loaded') await loadDefaults(urlOf(server, draft));
  await client.query(`alter database ${draft} rename to ${name}`);
  return name;
}
function urlOf(server: string, database: string): string {
  const url = new URL(server);
  url.pathname = `/${database}`;
  return url.href;
}

async function withClient<Result>(url: string, use: (client: pg.Client) => Promise<Result>): Promise<Result> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    return await use(client);
  } finally {
    await client.end();
  }
}
