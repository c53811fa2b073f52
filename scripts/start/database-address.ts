import { chmodSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { codeOf } from './refusal.ts';

const FILE = 'database-url';

/**
 * Writes down where the embedded database answers, for the commands of this checkout; the password is in it, so only
 * its owner can read the file.
 *
 * @returns what removes it again
 */
export function publishAddress(home: string, url: string): () => void {
  const file = join(home, FILE);
  rmSync(file, { force: true }); // the mode counts for a new file only
  writeFileSync(file, `${url}\n`, { mode: 0o600 });
  chmodSync(file, 0o600);
  return () => withdrawAddress(home);
}

/** Removes the address that a killed start left behind. */
export function withdrawAddress(home: string): void {
  rmSync(join(home, FILE), { force: true });
}

/** Undefined while no start runs with the embedded database. */
export function readAddress(home: string): string | undefined {
  try {
    return readFileSync(join(home, FILE), 'utf8').trim();
  } catch (error) {
    if (codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR') return undefined;
    throw error;
  }
}
