import { randomBytes } from 'node:crypto';
import { createZaloApp } from '@cnscd/zalo';
import { startFakeZalo } from '@cnscd/zalo/testing';
import { afterAll } from 'vitest';
import type { Claims } from '../../src/auth/credential.ts';
import { createSubgraph } from '../../src/subgraph.ts';
import { testDatabase } from './database.ts';
import { newSessionKey } from './session-key.ts';
import type { Content } from './template.ts';

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

/**
 * The subgraph on a database of its own, with every statement counted. The clock stands still, or shows what a function says. Who asks is the public,
 * or whoever `as` says: of one question, or as the third argument of all of them; or whoever a token says. Zalo is a
 * fake, with the people that a test signs in to it.
 */
export async function testSubgraph(
  content: Content,
  now: string | (() => string) = '2026-11-22T03:00:00Z',
  everybody?: Claims,
) {
  const database = await testDatabase(content);
  let statements: string[] = [];
  // Prisma, tagged SQL and transactions all end in a connection of the pool: one place to count.
  database.pool.on('connect', (client) => {
    const query = client.query.bind(client) as (...args: unknown[]) => unknown;
    Object.assign(client, {
      query: (...args: unknown[]) => {
        const [statement] = args;
        const text = typeof statement === 'string' ? statement : (statement as { text: string }).text;
        statements.push(/\/\*\s*(\w+)\s*\*\//.exec(text)?.[1] ?? text.slice(0, 60));
        return query(...args);
      },
    });
  });
  const logged: unknown[] = [];
  const zalo = await startFakeZalo();
  afterAll(() => zalo.close());
  const { appId, appSecret, url: baseUrl } = zalo;
  const subgraph = createSubgraph({
    database,
    zalo: { appId, app: createZaloApp({ appId, appSecret, baseUrl }), sessionKey: newSessionKey() },
    personalDataKey: randomBytes(32).toString('base64'),
    clock: () => new Date(typeof now === 'string' ? now : now()),
    log: (entry) => logged.push(entry),
  });
  afterAll(() => subgraph.close());

  async function run(
    document: string,
    variables: Record<string, unknown> = {},
    { as = everybody, token }: { as?: Claims | undefined; token?: string } = {},
  ): Promise<Answer> {
    const contextValue = await subgraph.contextOf(
      token === undefined ? {} : { authorization: `Bearer ${token}` },
    );
    if (as !== undefined && token === undefined) contextValue.credential = { kind: 'VERIFIED', claims: as };
    statements = [];
    const { body } = await subgraph.apollo.executeOperation({ query: document, variables }, { contextValue });
    if (body.kind !== 'single') throw new Error('an incremental answer was not asked for');
    const { data, errors } = body.singleResult;
    return { data, errors, statements };
  }
  return { run, database, subgraph, logged, zalo };
}
