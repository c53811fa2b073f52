import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { runProgram } from '../verify/step.ts';
import { isStale } from './freshness.ts';

const root = join(import.meta.dirname, '../..');
const folder = join(root, 'packages/elements');
const stamp = join(folder, 'dist/.built');
const lock = join(folder, 'dist/.lock');
const SOURCES = [
  'packages/elements/src',
  'packages/elements/tsup.config.ts',
  'packages/sdk/src',
  'packages/domain/src',
  'pnpm-lock.yaml',
].map((path) => join(root, path));

/** Where the files of `@cnscd/elements` are once they are built. */
export const ELEMENTS_FOLDER: string = join(folder, 'dist');

/**
 * Builds the elements unless the build is newer than its sources. Two that come at the same time build once.
 *
 * @throws Error with what the bundler says
 */
export async function buildElements(): Promise<void> {
  for (let tries = 0; isStale(stamp, SOURCES); tries++) {
    if (!takeLock(tries)) {
      await wait(LOCK_PAUSE_MS);
      continue;
    }
    try {
      await runProgram('npm', ['run', '--silent', 'build'], { cwd: folder });
      writeFileSync(stamp, '');
    } finally {
      rmSync(lock, { recursive: true, force: true });
    }
  }
}

const LOCK_PAUSE_MS = 200;
/** A build takes a few seconds: a lock that stands for a minute is of a process that was killed. */
const MOST_TRIES = 300;

function takeLock(tries: number): boolean {
  mkdirSync(ELEMENTS_FOLDER, { recursive: true });
  try {
    mkdirSync(lock);
    return true;
  } catch (error) {
    if (tries < MOST_TRIES) return false;
    rmSync(lock, { recursive: true, force: true });
    throw new Error(`${lock} stood in the way for too long and is gone now: try again.`, { cause: error });
  }
}
