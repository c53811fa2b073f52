import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { isStale } from './freshness.ts';
import { isPermissionFailure, notWritable, Refusal } from './refusal.ts';

const root = join(import.meta.dirname, '../..');

export interface ExampleBuild {
  /** What it is called when it cannot be built, in Vietnamese and in English. */
  names: { vi: string; en: string };
  /** Folder below examples/. */
  folder: string;
  /** Folder of the build in it. */
  outDir: string;
}

/** Where the build of an example is. */
export const builtFolder = ({ folder, outDir }: ExampleBuild): string =>
  join(root, 'examples', folder, outDir);

/**
 * Builds the page of an example unless the build is newer than its sources.
 *
 * @returns whether it was built
 * @throws {Refusal} when the sources have a fault or the build cannot be written
 */
export async function buildExample(example: ExampleBuild): Promise<boolean> {
  const built = builtFolder(example);
  const stamp = join(built, '.built');
  const source = join(root, 'examples', example.folder);
  if (!isStale(stamp, sourcesOf(source))) return false;
  const { NODE_ENV: before } = process.env;
  const { build } = await import('vite');
  try {
    // Whatever the process is for: anything else makes a page of twice the size, with React's checks in it.
    process.env['NODE_ENV'] = 'production';
    await build({ root: source, logLevel: 'silent' });
    writeFileSync(stamp, '');
  } catch (error) {
    if (isPermissionFailure(error)) throw notWritable(built, null, error);
    const reason = firstLines(error);
    const { vi, en } = example.names;
    throw new Refusal(`Không dựng được ${vi}: ${reason}`, `The ${en} could not be built: ${reason}`, {
      cause: error,
    });
  } finally {
    // In a process that says "production" the demo sign-in refuses to run.
    if (before === undefined) delete process.env['NODE_ENV'];
    else process.env['NODE_ENV'] = before;
  }
  return true;
}

/** Everything that ends up in the page, or in one of the pages beside it. */
export function sourcesOf(source: string): string[] {
  const pages = readdirSync(source).filter((name) => name.endsWith('.html'));
  const own = [...pages, 'src', 'public', 'package.json', 'vite.config.ts', 'app-config.json'];
  return [
    ...own.map((path) => join(source, path)),
    ...['packages/elements/src', 'packages/sdk', 'packages/domain', 'pnpm-lock.yaml'].map((path) =>
      join(root, path),
    ),
  ];
}

/** The fault itself stands in the second line of what the bundler says; the rest draws the code around it. */
function firstLines(error: unknown): string {
  const text = stripVTControlCharacters(error instanceof Error ? error.message : String(error));
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .slice(0, 2)
    .join(' ');
}
