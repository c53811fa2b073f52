import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { EmbeddedServer } from '@cnscd/subgraph';
import pg from 'pg';
import type { Lifetime } from './lifetime.ts';
import { codeOf, Refusal } from './refusal.ts';

const CONNECT_TIMEOUT_MS = 8000;
const MIN_SERVER_VERSION = 150_000;

/**
 * The embedded PostgreSQL under this folder, which ends with this command.
 *
 * @returns its connection string, where the data are, and whether a killed start had left it running
 */
export async function openEmbedded(home: string, lifetime: Lifetime): Promise<EmbeddedServer> {
  const { startEmbedded } = await import('@cnscd/subgraph');
  const starting = startEmbedded({ folder: join(home, 'postgres') });
  // Owned before it runs: Ctrl-C in the first second must stop it as well.
  lifetime.own(async () => (await starting).stop());
  return starting;
}

/** @throws {Refusal} unless a PostgreSQL 15 or later answers there and lets this user in */
export async function refuseUnusableDatabase(url: string): Promise<void> {
  const { where, client } = clientOf(url);
  try {
    await client.connect();
    const { rows } = await client.query<{ version: number }>(
      `select current_setting('server_version_num')::int as version`,
    );
    if ((rows[0]?.version ?? 0) < MIN_SERVER_VERSION) {
      throw new Refusal(
        `DATABASE_URL: máy chủ ở ${where} cũ hơn PostgreSQL 15: hãy dùng bản 15 trở lên.`,
        `DATABASE_URL: the server at ${where} is older than PostgreSQL 15: use 15 or later.`,
      );
    }
  } catch (error) {
    throw error instanceof Refusal ? error : databaseRefusal(where, error);
  } finally {
    await client.end().catch(() => {});
  }
}

/**
 * Empties the database for `--fresh`.
 *
 * @throws {Refusal} when `mustBeOurs` and there is a table that no migration of cnscd makes
 */
export async function emptyDatabase(url: string, options: { mustBeOurs: boolean }): Promise<void> {
  const { client } = clientOf(url);
  await client.connect();
  try {
    if (options.mustBeOurs) await refuseForeignTables(client);
    await client.query('drop schema public cascade; create schema public');
  } finally {
    await client.end();
  }
}

async function refuseForeignTables(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `/* tablesOfPublicSchema */ select relname as name from pg_class
     where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v', 'm', 'f') and not relispartition
     order by relname`,
  );
  const ours = tablesOfMigrations();
  const foreign = rows.map((row) => row.name).filter((name) => !ours.has(name));
  if (foreign.length === 0) return;
  const names = foreign.slice(0, 3).join(', ') + (foreign.length > 3 ? ', …' : '');
  throw new Refusal(
    `--fresh sẽ xóa cả bảng không phải của cnscd (${names}): hãy dùng một cơ sở dữ liệu riêng, hoặc tự xóa chúng.`,
    `--fresh would delete tables that are not of cnscd (${names}): use a database of its own, or drop them yourself.`,
  );
}

function tablesOfMigrations(): Set<string> {
  const folder = join(import.meta.dirname, '../../packages/subgraph/prisma/migrations');
  const sql = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.sql'))
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .join('\n');
  const made =
    /\bcreate\s+(?:unlogged\s+)?(?:table|view|materialized\s+view)\s+(?:if\s+not\s+exists\s+)?"?(\w+)"?/gi;
  return new Set(['_prisma_migrations', ...[...sql.matchAll(made)].map((match) => match[1] ?? '')]);
}

/** A client, and where it goes without the password, for messages. */
function clientOf(url: string): { where: string; client: pg.Client } {
  try {
    const { protocol, host, pathname } = new URL(url);
    if (!/^postgres(ql)?:$/.test(protocol)) throw new TypeError(`not a PostgreSQL address: ${protocol}`);
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: CONNECT_TIMEOUT_MS });
    client.on('error', () => {}); // a lost connection fails the query that needs it
    return { where: `${host}${pathname}`, client };
  } catch (cause) {
    throw new Refusal(
      'DATABASE_URL không phải địa chỉ PostgreSQL: phải có dạng postgresql://người-dùng:mật-khẩu@máy-chủ:5432/tên.',
      'DATABASE_URL is not a PostgreSQL address: it must look like postgresql://user:password@host:5432/name.',
      { cause },
    );
  }
}

function databaseRefusal(where: string, cause: unknown): Refusal {
  switch (codeOf(cause)) {
    case '28P01':
    case '28000':
      return new Refusal(
        `DATABASE_URL: ${where} từ chối người dùng hoặc mật khẩu này: hãy sửa chúng trong DATABASE_URL.`,
        `DATABASE_URL: ${where} refuses this user or password: correct them in DATABASE_URL.`,
        { cause },
      );
    case '3D000':
      return new Refusal(
        `DATABASE_URL: không có cơ sở dữ liệu ${where}: hãy tạo nó, hoặc sửa tên trong DATABASE_URL.`,
        `DATABASE_URL: there is no database ${where}: create it, or correct the name in DATABASE_URL.`,
        { cause },
      );
    default: {
      const reason =
        cause instanceof Error && cause.message !== '' ? cause.message : (codeOf(cause) ?? String(cause));
      return new Refusal(
        `DATABASE_URL: không kết nối được tới ${where} (${reason}): hãy kiểm tra máy chủ và mạng.`,
        `DATABASE_URL: cannot reach ${where} (${reason}): check the server and the network.`,
        { cause },
      );
    }
  }
}
