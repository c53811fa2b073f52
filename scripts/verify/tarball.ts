import { join } from 'node:path';
import { root, runProgram } from './step.ts';

const PNPM = 'pnpm@12.21.0';

/** Packs a package as it would be published: by pnpm, which puts versions where the repository has `workspace:*`. */
export async function packInto(tarball: string, name: string): Promise<void> {
  await runProgram('npx', ['-y', PNPM, 'pack', '--out', tarball], { cwd: join(root, 'packages', name) });
}
