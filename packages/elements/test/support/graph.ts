import { randomBytes } from 'node:crypto';
import { connect, demoAccounts, startDevIssuer, startServer } from '@cnscd/subgraph';
import { testDatabase } from '../../../subgraph/test/support/database.ts';

export interface Graph {
  url: string;
  tokenFor(accountId: string): Promise<string>;
  close(): Promise<void>;
}

/** The subgraph with all that it loads, and demo accounts to sign in as. */
export async function startGraph(): Promise<Graph> {
  const { url: databaseUrl } = await testDatabase('loaded');
  const database = connect(databaseUrl);
  const accounts = await demoAccounts(database);
  await database.close();
  const signIn = await startDevIssuer({ accounts, port: 0, origins: [] });
  const { issuer, audience, jwksUrl } = signIn;
  const personalDataKey = randomBytes(32).toString('base64');
  const auth = { issuer, audience, jwksUrl };
  const server = await startServer({ databaseUrl, port: 0, auth, personalDataKey });
  return {
    url: server.url,
    tokenFor: (accountId) => signIn.tokenFor(accountId),
    async close() {
      await server.close();
      await signIn.close();
    },
  };
}
