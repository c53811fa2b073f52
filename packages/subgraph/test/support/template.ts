import pg from 'pg';
import { migrate } from '../../src/database/migrate.ts';
import { loadDefaults } from '../../src/load-defaults.ts';
import { fingerprint } from './fingerprint.ts';
import { cloneName, dropStale } from './stale-databases.ts';

/** `empty`: migrated only. `loaded`: with all units and the five provinces. */
export type Content = 'empty' | 'loaded';

/**
 * A new database on a server: a clone of a template that is made once for each state of the migrations and data
 * files, so that a clone costs a tenth of a second.
 */
export async function cloneTemplate(
  server: string,
  content: Content,
): Promise<{ url: string; drop(): Promise<void> }> {
  const name = cloneName(new Date());
  await withClient(server, async (client) => {
    // One test file makes the template and clones it, the others wait: nobody drops it in between.
    await client.query(`select pg_advisory_lock(hashtext('cnscd template'))`);
    const template = await ensureTemplate(client, server, content);
    await client.query(`create database ${name} template ${template}`);
  });
  const drop = async () => {
    await withClient(server, (client) => client.query(`drop database ${name} with (force)`));
  };
  return { url: urlOf(server, name), drop };
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
