import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { prisma } from './prisma.ts';

const schema = join(import.meta.dirname, '../packages/subgraph/prisma/schema.prisma');
const folder = mkdtempSync(join(tmpdir(), 'cnscd-schema-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Applies all migrations to a shadow database and compares that with the schema. */
function difference(schemaFile: string): Promise<string> {
  const args = [
    'migrate',
    'diff',
    '--from-migrations',
    'prisma/migrations',
    '--to-schema',
    schemaFile,
    '--exit-code',
  ];
  return prisma(args, { DATABASE_URL: process.env['CNSCD_TEST_DATABASE_URL'] ?? '' });
}

describe('prisma migrate diff', () => {
  it('finds that the migrations make what schema.prisma describes', async () => {
    expect(await difference(schema)).toContain('No difference detected');
  });

  it('finds a model that no migration makes', async () => {
    const other = join(folder, 'schema.prisma');
    writeFileSync(other, `${readFileSync(schema, 'utf8')}\nmodel Unmade {\n  id Int @id\n}\n`);
    await expect(difference(other)).rejects.toMatchObject({
      code: 2,
      message: expect.stringContaining('Unmade'),
    });
  });
});
