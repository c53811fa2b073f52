import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import { delimiter, dirname, join } from 'node:path';
import { promisify, stripVTControlCharacters } from 'node:util';

const subgraph = join(import.meta.dirname, '../packages/subgraph');

/**
 * Runs Prisma's command line in packages/subgraph, with the schema engine of this repository: its own is a download
 * that fails in closed networks.
 *
 * @returns what it wrote
 * @throws Error with what it complained of, and its exit code as `code`
 */
export async function prisma(args: readonly string[], env: Record<string, string> = {}): Promise<string> {
  const cli = createRequire(join(subgraph, 'package.json')).resolve('prisma/build/index.js');
  try {
    const { stdout } = await promisify(execFile)(process.execPath, [cli, ...args], {
      cwd: subgraph,
      env: { ...process.env, ...environment(), ...env },
    });
    return stdout;
  } catch (error) {
    const { stderr = '', stdout = '', code } = error as { stderr?: string; stdout?: string; code?: number };
    const complaint = stripVTControlCharacters(`${stdout}\n${stderr}`)
      .split('\n')
      .filter(isTelling)
      .join(' ');
    throw Object.assign(new Error(`prisma ${args.join(' ')}: ${complaint}`, { cause: error }), { code });
  }
}

function environment(): Record<string, string> {
  return {
    // The engine is started by its first line, `env node`: let that be this Node. The generators are programs too.
    PATH: [dirname(process.execPath), join(subgraph, 'node_modules/.bin'), process.env['PATH']].join(
      delimiter,
    ),
    PRISMA_SCHEMA_ENGINE_BINARY: join(import.meta.dirname, 'prisma-schema-engine.mjs'),
    CHECKPOINT_DISABLE: '1',
    NO_COLOR: '1',
  };
}

function isTelling(line: string): boolean {
  return (
    line.trim() !== '' && !line.startsWith('Loaded Prisma config') && !line.startsWith('Prisma schema loaded')
  );
}
