import { connect, type Database } from '../database/client.ts';
import { requireDatabase } from '../database/require-database.ts';
import { Refusal } from '../refusal.ts';
import type { ZaloSecrets } from '../zalo/zalo-flags.ts';

/** What every command is told, by options and by the environment. Empty: not told. */
export interface Settings {
  databaseUrl(): string;
  personalDataKey(): string;
  zaloSecrets(): ZaloSecrets;
}

/** The address of the database, once it is known to answer and, unless told otherwise, to have the tables. */
export async function usableDatabase(settings: Settings, { migrated } = { migrated: true }): Promise<string> {
  const url = settings.databaseUrl();
  if (url === '') throw new Refusal(NO_DATABASE_URL);
  await requireDatabase(url, { migrated });
  return url;
}

/** Works on the database without the time limit of requests. */
export async function withDatabase(settings: Settings, use: (db: Database) => Promise<void>): Promise<void> {
  const db = connect(await usableDatabase(settings), { statementTimeoutMs: 0 });
  try {
    await use(db);
  } finally {
    await db.close();
  }
}

const NO_DATABASE_URL = {
  vi: 'Thiếu địa chỉ cơ sở dữ liệu: hãy đặt DATABASE_URL hoặc --database-url.',
  en: 'No database is named: set DATABASE_URL or give --database-url.',
};
