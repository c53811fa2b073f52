import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { packageFolder } from '../../src/database/package-folder.ts';

const folder =
  process.env['CNSCD_OFFICIAL_TABLES'] ?? join(packageFolder(), '..', '..', '..', 'shared', 'data');

/** The two tables of the statistics office. They are not part of the project: they lie beside it, or where CNSCD_OFFICIAL_TABLES says. */
export const officialTables: readonly string[] = [
  'nso-communes-2025-01-04.csv',
  'nso-conversion-2025-07.csv',
].map((name) => join(folder, name));

/** Why a test that needs the tables is skipped; null where they are there. */
export const officialTablesMissing: string | null = officialTables.every((file) => existsSync(file))
  ? null
  : `not found in ${folder}`;
