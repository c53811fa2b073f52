import sdk = require('@cnscd/sdk');
import outboxes = require('@cnscd/sdk/outbox');
import testing = require('@cnscd/sdk/testing');

async function main(): Promise<void> {
  const server = testing.mockServer({ Viewer: { viewer: null } });
  const client = sdk.createClient({ url: 'https://example.gov.vn/graphql', fetch: server.fetch });
  const viewer: sdk.Viewer | null = await client.viewer();
  if (viewer !== null) throw new Error('somebody has signed in');
  const storage = outboxes.memoryStorage({ limitCharacters: 10 });
  const error: unknown = await storage.write('name', 'a long text').catch((reason: unknown) => reason);
  // One class for both entries, or nobody could tell its errors.
  if (!(error instanceof sdk.CnscdError) || error.code !== 'OUTBOX_FULL') throw new Error(String(error));
}

void main();
