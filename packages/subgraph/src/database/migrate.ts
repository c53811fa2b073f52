import { createHash, randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { Refusal } from '../refusal.ts';
import { packageFolder } from './package-folder.ts';

/** Prisma's own advisory lock: a migration by Prisma's command line and one by us cannot run at once. */
const PRISMA_LOCK = 72707369;

const BOOKKEEPING = `
  create table if not exists _prisma_migrations (
    id varchar(36) primary key, checksum varchar(64) not null, finished_at timestamptz,
    migration_name varchar(255) not null, logs text, rolled_back_at timestamptz,
    started_at timestamptz not null default now(), applied_steps_count integer not null default 0)`;

interface Migration {
  name: string;
  sql: string;
  checksum: string;
}

/**
 * Applies the migrations that the database lacks and keeps `_prisma_migrations` as Prisma does, so that
 * `prisma migrate status` agrees afterwards.
 *
 * @returns the names of the migrations that were applied
 * @throws {Refusal} when an applied migration was edited, or one failed half-way
 */
export async function migrate(databaseUrl: string): Promise<string[]> {
  const client = new pg.Client(databaseUrl);
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [PRISMA_LOCK]);
    await client.query(BOOKKEEPING);
    const pending = await pendingMigrations(client);
    for (const migration of pending) await apply(client, migration);
    return pending.map((migration) => migration.name);
  } finally {
    await client.end();
  }
}

/** The migrations that this version of the package expects and the database lacks. */
export async function pendingMigrations(client: pg.Client | pg.Pool): Promise<Migration[]> {
  const { rows } = await client.query<{ migration_name: string; checksum: string; finished_at: Date | null }>(
    `select migration_name, checksum, finished_at from _prisma_migrations
     where rolled_back_at is null order by started_at, migration_name`,
  );
  const applied = new Map(rows.map((row) => [row.migration_name, row]));
  return readMigrations().filter((migration) => {
    const row = applied.get(migration.name);
    if (row === undefined) return true;
    if (row.finished_at === null) {
      throw new Refusal({
        vi: `Lần cập nhật lược đồ ${migration.name} trước đây hỏng giữa chừng: hãy sửa cơ sở dữ liệu, rồi đánh dấu là đã xử lý.`,
        en: `Migration ${migration.name} failed half-way earlier: mend the database, then mark it resolved.`,
      });
    }
    if (row.checksum !== migration.checksum) {
      throw new Refusal({
        vi: `Bản cập nhật lược đồ ${migration.name} đã bị sửa sau khi áp dụng: hãy thêm bản mới thay vì sửa.`,
        en: `Migration ${migration.name} was edited after it was applied: add a new migration instead.`,
      });
    }
    return false;
  });
}

async function apply(client: pg.Client, { name, sql, checksum }: Migration): Promise<void> {
  const id = randomUUID();
  await client.query('insert into _prisma_migrations (id, checksum, migration_name) values ($1, $2, $3)', [
    id,
    checksum,
    name,
  ]);
  // Several statements in one simple query run in one transaction: all of a migration, or nothing.
  await client.query(sql).catch(async (cause) => {
    await client.query('delete from _prisma_migrations where id = $1', [id]);
    const messages = {
      vi: `Không áp dụng được bản cập nhật lược đồ ${name}: ${cause.message}`,
      en: `Migration ${name} was not applied: ${cause.message}`,
    };
    throw new Refusal(messages, { cause });
  });
  await client.query(
    'update _prisma_migrations set finished_at = now(), applied_steps_count = 1 where id = $1',
    [id],
  );
}

function readMigrations(): Migration[] {
  const folder = join(packageFolder(), 'prisma', 'migrations');
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => {
      const sql = readFileSync(join(folder, name, 'migration.sql'), 'utf8');
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}
