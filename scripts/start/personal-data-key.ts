import { randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { codeOf, notWritable } from './refusal.ts';

/**
 * The key that encrypts phone numbers: the one of this folder, made at the first start. It is kept apart from the
 * database, and `--fresh` leaves it: without it the numbers of a database cannot be read.
 *
 * @throws {Refusal} where the folder cannot be written
 */
export function personalDataKey(home: string): string {
  const file = join(home, 'personal-data-key');
  try {
    writeFileSync(file, randomBytes(32).toString('base64'), { flag: 'wx', mode: 0o600, flush: true });
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw notWritable(home, 'CNSCD_HOME', error);
  }
  return readFileSync(file, 'utf8').trim();
}
