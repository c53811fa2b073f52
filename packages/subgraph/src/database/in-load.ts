import type pg from 'pg';
import type { Database } from './client.ts';

/** One load at a time: two would both find nothing there. Whatever else changes units takes it too. */
export const LOAD_LOCK = 20250701;

/** Runs a load in one transaction, alone and without the time limit of requests. */
export async function inLoad<Result>(
  db: Database,
  load: (client: pg.ClientBase) => Promise<Result>,
): Promise<Result> {
  const client = await db.pool.connect();
  let loss: Error | undefined;
  const noteLoss = (error: Error) => {
    loss ??= error;
  };
  // The pool listens only while a client is idle: the server closing this one would end the process.
  client.on('error', noteLoss);
  try {
    await client.query('begin');
    await client.query('set local statement_timeout = 0');
    await client.query('select pg_advisory_xact_lock($1)', [LOAD_LOCK]);
    const result = await load(client);
    await client.query('commit');
    return result;
  } catch (error) {
    // What went wrong first is the cause; a client that cannot roll back is of no use to anybody.
    await client.query('rollback').catch(noteLoss);
    throw error;
  } finally {
    client.release(loss);
    client.off('error', noteLoss);
  }
}
