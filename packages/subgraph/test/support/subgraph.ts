import { afterAll } from 'vitest';
import { createSubgraph } from '../../src/subgraph.ts';
import { type Content, testDatabase } from './database.ts';

/** What an operation answered, and what it asked the database. */
export interface Answer {
  // Tests look into answers of any shape.
  // biome-ignore lint/suspicious/noExplicitAny: see above
  data: any;
  errors:
    | readonly { message: string; path?: readonly unknown[]; extensions?: Record<string, unknown> }[]
    | undefined;
  /** First line of each statement: its name in a comment. */
  statements: string[];
}

/** The subgraph on a database of its own, with every statement counted. The clock stands still. */
export async function testSubgraph(content: Content, now = '2026-11-22T03:00:00Z') {
  const database = await testDatabase(content);
  let statements: string[] = [];
  const query = database.pool.query.bind(database.pool) as (...args: unknown[]) => unknown;
  // Prisma and tagged SQL both go through the pool: one place to count.
  Object.assign(database.pool, {
    query: (...args: unknown[]) => {
      const [statement] = args;
      const text = typeof statement === 'string' ? statement : (statement as { text: string }).text;
      statements.push(/\/\*\s*(\w+)\s*\*\//.exec(text)?.[1] ?? text.slice(0, 60));
      return query(...args);
    },
  });
  const logged: unknown[] = [];
  const subgraph = createSubgraph({
    database,
    clock: () => new Date(now),
    log: (entry) => logged.push(entry),
  });
  afterAll(() => subgraph.close());

  async function run(document: string, variables: Record<string, unknown> = {}): Promise<Answer> {
    statements = [];
    const { body } = await subgraph.apollo.executeOperation(
      { query: document, variables },
      { contextValue: subgraph.contextOf() },
    );
    if (body.kind !== 'single') throw new Error('an incremental answer was not asked for');
    const { data, errors } = body.singleResult;
    return { data, errors, statements };
  }
  return { run, database, subgraph, logged };
}
