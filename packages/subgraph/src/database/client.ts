import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import type { Sql } from 'sql-template-tag';
import { PrismaClient } from '../../generated/prisma/client.ts';

// Calendar days travel as 'YYYY-MM-DD' text: a Date at midnight would shift by the server's zone.
const DATE_OID = 1082;
const NUMERIC_OID = 1700;
const INT8_OID = 20;
const parsers: Record<number, (text: string) => unknown> = {
  [DATE_OID]: (text) => text,
  [NUMERIC_OID]: Number,
  [INT8_OID]: Number,
};

/** Both ways to the same PostgreSQL: tagged SQL for what is asked often or in bulk, Prisma for the rest. */
export interface Database {
  prisma: PrismaClient;
  /** Runs one statement; days come back as `YYYY-MM-DD`, counts and decimals as numbers. */
  rows<Row>(statement: Sql): Promise<Row[]>;
  pool: pg.Pool;
  close(): Promise<void>;
}

/** Whatever has a way to run statements: the context of a request, a write by its transaction. */
export interface Readable {
  db: Pick<Database, 'rows'>;
}

/** Statements below this limit answer within the strictest gateway's time-out of four seconds. */
const STATEMENT_TIMEOUT_MS = 3500;

/** How long a statement waits for a connection of a busy pool, or of a server that does not answer. */
const CONNECTION_TIMEOUT_MS = 3000;

export interface ConnectOptions {
  /** @defaultValue 10 */
  maxConnections?: number;
  /** Longest time for one statement, in milliseconds; 0: no limit. @defaultValue 3500 */
  statementTimeoutMs?: number;
}

export function connect(databaseUrl: string, options: ConnectOptions = {}): Database {
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    max: options.maxConnections ?? 10,
    connectionTimeoutMillis: CONNECTION_TIMEOUT_MS,
    statement_timeout: options.statementTimeoutMs ?? STATEMENT_TIMEOUT_MS,
  });
  // An idle connection that the server closes is replaced at its next use; without a listener it would end the process.
  pool.on('error', () => {});
  const prisma = new PrismaClient({ adapter: new PrismaPg(pool) });
  return {
    prisma,
    pool,
    rows: (statement) => readRows(pool, statement),
    async close() {
      await prisma.$disconnect();
      await pool.end();
    },
  };
}

/** Runs one statement on a pool or on one connection of it. */
export async function readRows<Row>(on: pg.Pool | pg.ClientBase, statement: Sql): Promise<Row[]> {
  const result = await on.query({
    text: statement.text,
    values: statement.values,
    types: {
      getTypeParser: (oid: number, format) => parsers[oid] ?? pg.types.getTypeParser(oid, format),
    },
  });
  return result.rows as Row[]; // the caller names the columns it selected
}
