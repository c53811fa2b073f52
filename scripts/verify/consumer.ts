import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { check, root, runProgram, type Step } from './step.ts';

const PNPM = 'pnpm@12.21.0';

/** Packages that others install, in the order of the floors; pages of each lie in `scripts/verify/consumer/<name>`. */
const INSTALLED = ['domain', 'sdk'] as const;
const PAGES = join(import.meta.dirname, 'consumer');

/** All that somebody waits for before an editor knows the types. */
const MOST_SECONDS = 3;

/**
 * A project of somebody else, with what is packed of ours and nothing of this repository: it type-checks by the strictest
 * rules, quickly, and what it was compiled to runs, as ESM and as CommonJS.
 */
export const CONSUMER_STEP: Step = {
  name: 'consumer',
  run: () => check(consume),
};

async function consume(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'cnscd-consumer-'));
  try {
    for (const name of INSTALLED) await install(folder, name);
    for (const name of INSTALLED) cpSync(join(PAGES, name), join(folder, name), { recursive: true });
    writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'consumer', type: 'module' }));
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(TSCONFIG));
    await requireQuick(folder);
    for (const page of readdirSync(join(folder, 'out'), { recursive: true, encoding: 'utf8' }))
      if (/\.c?js$/.test(page)) await runProgram('node', [join(folder, 'out', page)]);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const TSCONFIG = {
  compilerOptions: {
    ...{
      target: 'es2022',
      lib: ['es2022', 'dom'],
      module: 'nodenext',
      types: [],
      outDir: 'out',
      rootDir: '.',
    },
    ...{ strict: true, exactOptionalPropertyTypes: true, skipLibCheck: false },
  },
  include: INSTALLED.map((name) => `${name}/*`),
};

/** As npm lays a package out, without its look at a registry. */
async function install(folder: string, name: string): Promise<void> {
  const tarball = join(folder, `${name}.tgz`);
  const home = join(folder, 'node_modules/@cnscd', name);
  await runProgram('npx', ['-y', PNPM, 'pack', '--out', tarball], { cwd: join(root, 'packages', name) });
  mkdirSync(home, { recursive: true });
  await runProgram('tar', ['-xzf', tarball, '-C', home, '--strip-components', '1']);
}

/**
 * Processor time, because other work on the machine makes the clock on the wall say anything.
 *
 * @throws Error with what the compiler says, or with the time that it took
 */
async function requireQuick(folder: string): Promise<void> {
  const tsc = join(root, 'node_modules/typescript/bin/tsc');
  const output = await runProgram('node', [
    '--import',
    `data:text/javascript,${TELL_TIME}`,
    tsc,
    '-p',
    folder,
  ]);
  const seconds = Number(/processor seconds: (.+)/.exec(output)?.[1]);
  console.log(seconds);
  if (seconds <= MOST_SECONDS) return;
  throw new Error(`A consumer is type-checked in ${seconds.toFixed(1)} s; at most ${MOST_SECONDS} s.`);
}

const TELL_TIME =
  "process.on('exit',()=>{const{user,system}=process.cpuUsage();console.log('processor seconds:',(user+system)/1e6)})";
