import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Database } from '../database/client.ts';
import { inLoad } from '../database/in-load.ts';
import { packageFolder } from '../database/package-folder.ts';
import { type RightsChanges, readRightsFile, writeRights } from './rights-file.ts';
import { readYaml } from './yaml-file.ts';

/**
 * Loads consent texts, response terms, retention rules and the record of processing. Loading again changes nothing.
 *
 * @param path - a file of your own; the package's by default
 * @throws {ImportError} `IMPORT_INVALID` with everything that is wrong
 */
export async function loadRights(
  db: Database,
  path: string = join(packageFolder(), 'data', 'rights.yaml'),
): Promise<RightsChanges> {
  const yaml = readYaml(basename(path), readFileSync(path, 'utf8'));
  const file = readRightsFile(yaml);
  return inLoad(db, (client) => writeRights(client, yaml, file));
}
