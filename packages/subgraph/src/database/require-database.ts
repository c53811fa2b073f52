import type { Messages } from '@cnscd/domain';
import pg from 'pg';
import { Refusal } from '../refusal.ts';
import { pendingMigrations } from './migrate.ts';

const CONNECT_TIMEOUT_MS = 8000;
const NO_SUCH_TABLE = '42P01';

/**
 * Looks whether a command can work with the database, before it begins.
 *
 * @throws {Refusal} when the address is none, nobody answers there, the server does not let this user in or has no such
 * database, or migrations are missing although they are needed
 */
export async function requireDatabase(
  databaseUrl: string,
  { migrated }: { migrated: boolean },
): Promise<void> {
  const client = clientOf(databaseUrl);
  try {
    await client.connect().catch((cause: unknown) => {
      throw new Refusal(whyNotConnected(client, cause), { cause });
    });
    if (migrated && (await lacksMigrations(client))) throw new Refusal(NOT_MIGRATED);
  } finally {
    await client.end().catch(() => {});
  }
}

function clientOf(databaseUrl: string): pg.Client {
  // The driver reads anything as a host's name or a path; a socket's folder begins with a slash.
  if (!/^(postgres(ql)?:\/\/|socket:|\/)/.test(databaseUrl)) throw new Refusal(NOT_AN_ADDRESS);
  try {
    const client = new pg.Client({
      connectionString: databaseUrl,
      connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    });
    client.on('error', () => {}); // a lost connection fails the query that needs it
    return client;
  } catch (cause) {
    throw new Refusal(NOT_AN_ADDRESS, { cause });
  }
}

async function lacksMigrations(client: pg.Client): Promise<boolean> {
  try {
    return (await pendingMigrations(client)).length > 0;
  } catch (error) {
    if (codeOf(error) === NO_SUCH_TABLE) return true;
    throw error;
  }
}

function whyNotConnected({ host, port, database }: pg.Client, cause: unknown): Messages {
  const where = host.startsWith('/') ? host : `${host}:${port}`;
  const code = codeOf(cause);
  const reason = cause instanceof Error && cause.message !== '' ? cause.message : String(code);
  // A missing password has no code: the driver gives up by itself.
  if (code === '28P01' || code === '28000' || /\bpassword must be\b/.test(reason)) {
    return {
      vi: `Máy chủ PostgreSQL ở ${where} từ chối người dùng hoặc mật khẩu: hãy sửa chúng trong DATABASE_URL.`,
      en: `The PostgreSQL server at ${where} refuses this user or password: correct them in DATABASE_URL.`,
    };
  }
  if (code === '3D000') {
    return {
      vi: `Máy chủ PostgreSQL ở ${where} không có cơ sở dữ liệu "${database}": hãy tạo nó, hoặc sửa tên trong DATABASE_URL.`,
      en: `The PostgreSQL server at ${where} has no database "${database}": create it, or correct the name in DATABASE_URL.`,
    };
  }
  return {
    vi: `Không kết nối được tới PostgreSQL ở ${where} (${reason}): hãy kiểm tra DATABASE_URL, máy chủ và mạng.`,
    en: `Cannot reach PostgreSQL at ${where} (${reason}): check DATABASE_URL, the server and the network.`,
  };
}

function codeOf(error: unknown): string | undefined {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : undefined;
}

const NOT_AN_ADDRESS: Messages = {
  vi: 'DATABASE_URL không phải địa chỉ PostgreSQL: phải có dạng postgresql://người-dùng:mật-khẩu@máy-chủ:5432/tên.',
  en: 'DATABASE_URL is not a PostgreSQL address: it must look like postgresql://user:password@host:5432/name.',
};

const NOT_MIGRATED: Messages = {
  vi: 'Cơ sở dữ liệu chưa có lược đồ của phiên bản này: hãy chạy "cnscd-subgraph migrate" trước.',
  en: 'The database lacks tables of this version: run "cnscd-subgraph migrate" first.',
};
