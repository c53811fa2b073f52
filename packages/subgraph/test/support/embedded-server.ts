import { join } from 'node:path';
import { startEmbedded } from '../../src/database/embedded.ts';

/** One embedded PostgreSQL for the whole run; CNSCD_TEST_DATABASE_URL replaces it. */
export async function setup(): Promise<(() => Promise<void>) | undefined> {
  if (process.env['CNSCD_TEST_DATABASE_URL'] !== undefined) return undefined;
  const server = await startEmbedded({
    folder: join(import.meta.dirname, '..', '..', '..', '..', '.cnscd', 'test-postgres'),
    // Nothing in a test database outlives the machine.
    settings: { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '200' },
  });
  process.env['CNSCD_TEST_DATABASE_URL'] = server.url;
  return () => server.stop();
}
