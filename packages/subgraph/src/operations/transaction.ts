import type pg from 'pg';
import type { Sql } from 'sql-template-tag';
import type { Database } from '../database/client.ts';
import { readRows } from '../database/client.ts';

/** One transaction's connection: everything that a write does goes through it. */
export interface Transaction {
  rows<Row>(statement: Sql): Promise<Row[]>;
  /** Runs a part that may be refused: what it wrote is undone when it throws, what was written before it stays. */
  part<Result>(work: () => Promise<Result>): Promise<Result>;
}

/** Runs the work in one transaction: all of it, or nothing. */
export async function inTransaction<Result>(
  db: Database,
  work: (tx: Transaction) => Promise<Result>,
): Promise<Result> {
  return onConnection(db, (client) => transactionOn(client, work));
}

/**
 * Has a connection to itself. Where the work fails it is not used again: it may be broken.
 *
 * @param isSpent - whether what the work did to the session must not meet anybody else
 */
export async function onConnection<Result>(
  db: Database,
  work: (client: pg.PoolClient) => Promise<Result>,
  isSpent = false,
): Promise<Result> {
  const client = await db.pool.connect();
  let failure: Error | undefined;
  // A server that ends a connection tells it by an event as well; without a listener that ends the process.
  const onError = (error: Error) => {
    failure = error;
  };
  client.on('error', onError);
  try {
    return await work(client);
  } catch (error) {
    failure = error instanceof Error ? error : new Error(String(error));
    throw error;
  } finally {
    client.off('error', onError);
    client.release(failure ?? isSpent);
  }
}

/** Runs the work in one transaction of a connection. */
export async function transactionOn<Result>(
  client: pg.ClientBase,
  work: (tx: Transaction) => Promise<Result>,
): Promise<Result> {
  await client.query('begin');
  try {
    const result = await work({
      rows: (statement) => readRows(client, statement),
      async part(inner) {
        await client.query('savepoint part');
        try {
          return await inner();
        } catch (error) {
          await client.query('rollback to savepoint part');
          throw error;
        }
      },
    });
    await client.query('commit');
    return result;
  } catch (error) {
    await client.query('rollback').catch(() => {});
    throw error;
  }
}
