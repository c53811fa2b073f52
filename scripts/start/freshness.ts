import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** True when the made file is missing or older than one of its sources (files, or folders with all below them). */
export function isStale(made: string, sources: readonly string[]): boolean {
  const madeMs = modifiedMs(made);
  return madeMs === undefined || sources.some((source) => newestMs(source) > madeMs);
}

function newestMs(path: string): number {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats === undefined) return 0;
  if (!stats.isDirectory()) return stats.mtimeMs;
  const below = readdirSync(path, { withFileTypes: true }).filter((entry) => !SKIPPED.has(entry.name));
  // A folder's own time changes when a file in it is removed.
  return Math.max(stats.mtimeMs, ...below.map((entry) => newestMs(join(path, entry.name))));
}

const SKIPPED = new Set(['node_modules', 'dist', 'generated', 'test']);

function modifiedMs(path: string): number | undefined {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs;
}
