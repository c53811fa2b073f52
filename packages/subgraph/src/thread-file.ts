import { join } from 'node:path';
import { packageFolder } from './database/package-folder.ts';

/**
 * The file that a worker thread runs: TypeScript where this package is run from its source, the build of its own where
 * it is installed (tsup.config.ts names each).
 *
 * @param name - below `src`, without extension, such as `papers/paper-worker`
 */
export function threadFile(name: string): string {
  const isSource = import.meta.url.endsWith('.ts');
  return isSource ? join(packageFolder(), 'src', `${name}.ts`) : join(packageFolder(), 'dist', `${name}.js`);
}
