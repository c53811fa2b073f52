import { afterAll } from 'vitest';
import { connect, type Database } from '../../src/database/client.ts';
import { type Content, cloneTemplate } from './template.ts';

/** A database of its own for one test file. Dropped after the file. */
export async function testDatabase(content: Content): Promise<Database & { url: string }> {
  const server = process.env['CNSCD_TEST_DATABASE_URL'];
  if (server === undefined) throw new Error('CNSCD_TEST_DATABASE_URL is not set: run the tests by vitest.');
  const { url, drop } = await cloneTemplate(server, content);
  const database = connect(url);
  afterAll(async () => {
    await database.close();
    await drop();
  });
  return { ...database, url };
}
