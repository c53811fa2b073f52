import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { refuseChange } from './generated.ts';
import { check, root, runProgram, type Step } from './step.ts';
import { packInto } from './tarball.ts';

/** Lets tools in this repository read source instead of builds. Outside there is no source to read. */
const SOURCE_CONDITION = '@cnscd/source';

interface Package {
  name: string;
  /** Arguments for attw: what the package does not promise. */
  attw: string[];
  /** What of the build is loaded once, by the Node that a user would have: without TypeScript and without our condition. */
  loads: string[];
  /** What of the build a worker thread runs: each is looked for by name at run time, and no import would miss it. */
  threads?: string[];
}

/** In the order of the floors: each is built from those before it. */
export const PACKAGES: readonly Package[] = [
  { name: 'domain', attw: [], loads: ['index.js', 'index.cjs'] },
  {
    name: 'sdk',
    // The resolution before Node 16 knows no entries beside the first.
    attw: ['--profile', 'node16'],
    loads: ['index', 'outbox', 'testing'].flatMap((entry) => [`${entry}.js`, `${entry}.cjs`]),
  },
  // A server that renders pages finds what does no harm there; the elements themselves are for browsers.
  {
    name: 'elements',
    attw: ['--profile', 'esm-only', '--exclude-entrypoints', './classic', './embed/*'],
    loads: ['server.js'],
  },
  {
    name: 'zalo',
    // As the SDK.
    attw: ['--profile', 'node16'],
    loads: ['index.js', 'index.cjs', 'testing/index.js', 'testing/index.cjs'],
  },
  {
    name: 'subgraph',
    attw: ['--profile', 'esm-only', '--exclude-entrypoints', './schema.graphql'],
    loads: ['index.js'],
    threads: ['papers/paper-worker.js', 'imports/reading/reading-worker.js', 'exports/table-worker.js'],
  },
];

const folderOf = (name: string): string => join(root, 'packages', name);

/** Each package's own build, and its public declarations where a copy of them is committed for review. */
export const BUILD_STEPS: readonly Step[] = PACKAGES.map(({ name }) => ({
  name: `build:${name}`,
  run: () =>
    check(() =>
      refuseChange([join(folderOf(name), 'api.d.ts')], () =>
        runProgram('npm', ['run', '--silent', 'build'], { cwd: folderOf(name) }),
      ),
    ),
}));

/** Packs each package as it would be published, and looks at the tarball as those who install it would find it. */
export const PACK_STEPS: readonly Step[] = PACKAGES.map((entry) => ({
  name: `pack:${entry.name}`,
  run: () => check(() => packAndLook(entry)),
}));

async function packAndLook({ name, attw, loads, threads = [] }: Package): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'cnscd-pack-'));
  try {
    const tarball = join(folder, 'package.tgz');
    await packInto(tarball, name);
    const manifest = await runProgram('tar', ['-xOzf', tarball, 'package/package.json']);
    refuseLeftovers(manifest);
    await lint(tarball, manifest);
    await runProgram('attw', [tarball, ...attw]);
    for (const file of loads) await load(join(folderOf(name), 'dist', file));
    await requirePacked(tarball, threads);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** @throws Error when the built file cannot be loaded, or gives nothing */
async function load(file: string): Promise<void> {
  const isCommonJs = file.endsWith('.cjs');
  const path = JSON.stringify(file);
  const loaded = isCommonJs ? `require(${path})` : `await import(${path})`;
  const program = `if (Object.keys(${loaded}).length === 0) throw new Error(${JSON.stringify(`${file} exports nothing`)})`;
  await runProgram('node', [`--input-type=${isCommonJs ? 'commonjs' : 'module'}`, '--eval', program]);
}

/** @throws Error naming a file that the tarball lacks */
async function requirePacked(tarball: string, files: readonly string[]): Promise<void> {
  const packed = (await runProgram('tar', ['-tzf', tarball])).split('\n');
  for (const file of files) {
    if (!packed.includes(`package/dist/${file}`)) throw new Error(`The package lacks dist/${file}.`);
  }
}

function refuseLeftovers(manifest: string): void {
  for (const leftover of [SOURCE_CONDITION, 'workspace:']) {
    if (manifest.includes(leftover)) throw new Error(`The packed package.json still says "${leftover}".`);
  }
}

async function lint(tarball: string, manifest: string): Promise<void> {
  const bytes = readFileSync(tarball);
  const buffer = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength);
  const { messages } = await publint({ pack: { tarball: buffer }, strict: true });
  if (messages.length === 0) return;
  throw new Error(messages.map((message) => formatMessage(message, JSON.parse(manifest))).join('\n'));
}
