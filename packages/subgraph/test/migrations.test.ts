import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { expect, it } from 'vitest';
import { migrate } from '../src/database/migrate.ts';
import { packageFolder } from '../src/database/package-folder.ts';
import { testDatabase } from './support/database.ts';

const { url } = await testDatabase('empty');

/** Prisma's command line, with the engine that needs no download. */
async function prisma(...args: string[]): Promise<string> {
  const folder = packageFolder();
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [join(folder, 'node_modules/prisma/build/index.js'), ...args],
    {
      cwd: folder,
      env: {
        ...process.env,
        NODE_OPTIONS: '',
        DATABASE_URL: url,
        CHECKPOINT_DISABLE: '1',
        PRISMA_SCHEMA_ENGINE_BINARY: join(folder, '..', '..', 'scripts', 'prisma-schema-engine.mjs'),
      },
    },
  );
  return stdout;
}

it('migrations and schema.prisma agree', async () => {
  const args = [
    'migrate',
    'diff',
    '--from-migrations',
    'prisma/migrations',
    '--to-schema',
    'prisma/schema.prisma',
  ];
  expect(await prisma(...args, '--exit-code')).toContain('No difference');
});

it('prisma agrees that our runner has applied them', async () => {
  expect(await prisma('migrate', 'status')).toContain('up to date');
});

it('applies nothing twice', async () => {
  expect(await migrate(url)).toEqual([]);
});

it('refuses a migration that was edited after it was applied', async () => {
  const client = new pg.Client(url);
  await client.connect();
  await client.query(`update _prisma_migrations set checksum = 'other'`);
  await expect(migrate(url)).rejects.toThrow(/was edited after it was applied/);
  await client.end();
});
