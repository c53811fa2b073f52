import type pg from 'pg';
import type { Database } from './client.ts';

// One load at a time: two would both find nothing there.
const LOAD_LOCK = 20250701;

/** Runs a load in one transaction, alone and without the time limit of requests. */
export async function inLoad<Result>(
  db: Database,
  load: (client: pg.ClientBase) => Promise<Result>,
): Promise<Result> {
  const client = await db.pool.connect();
  try {
    await client.query('begin');
    await client.query('set local statement_timeout = 0');
    await client.query('select pg_advisory_xact_lock($1)', [LOAD_LOCK]);
    const result = await load(client);
    await client.query('commit');
    return result;
  } catch (error) {
    await client.query('rollback');
    throw error;
  } finally {
    client.release();
  }
}
