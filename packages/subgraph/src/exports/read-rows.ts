import sql, { type Sql } from 'sql-template-tag';
import type { Context } from '../context.ts';
import { inTransaction } from '../operations/transaction.ts';

/** Runs the one large statement of an export, which takes longer than what a page asks: no gateway waits for it. */
export function readRows<Row>({ db }: Context, statement: Sql): Promise<Row[]> {
  return inTransaction(db, async (tx) => {
    await tx.rows(sql`
      /* exportSettings */
      select set_config('statement_timeout', '30s', true), set_config('work_mem', '64MB', true), set_config('jit', 'off', true)`);
    return tx.rows<Row>(statement);
  });
}
