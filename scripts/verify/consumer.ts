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
/** The quickest counts: even processor time grows where others want the same processor. */
const RUNS = 3;

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
    for (const ending of ['ts', 'cts']) await requireQuick(folder, ending);
    for (const page of readdirSync(join(folder, 'out'), { recursive: true, encoding: 'utf8' }))
      if (/\.c?js$/.test(page)) await runProgram('node', [join(folder, 'out', page)]);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** A project that is all ESM, or all CommonJS. */
const configOf = (ending: string) => ({
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
  include: INSTALLED.map((name) => `${name}/*.${ending}`),
});

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
async function requireQuick(folder: string, ending: string): Promise<void> {
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(configOf(ending)));
  const tsc = join(root, 'node_modules/typescript/bin/tsc');
  const seconds: number[] = [];
  for (let run = 0; run < RUNS && !seconds.some((each) => each <= MOST_SECONDS); run++) {
    const time = `data:text/javascript,${TELL_TIME}`;
    const output = await runProgram('node', ['--import', time, tsc, '-p', folder]);
    seconds.push(Number(/processor seconds: (.+)/.exec(output)?.[1]));
  }
  const quickest = Math.min(...seconds);
  if (quickest <= MOST_SECONDS) return;
  throw new Error(`A consumer is type-checked in ${quickest.toFixed(1)} s; at most ${MOST_SECONDS} s.`);
}

const TELL_TIME =
  "process.on('exit',()=>{const{user,system}=process.cpuUsage();console.log('processor seconds:',(user+system)/1e6)})";
