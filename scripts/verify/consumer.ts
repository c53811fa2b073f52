import { cpSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { check, root, runProgram, type Step } from './step.ts';
import { packInto } from './tarball.ts';

/** Packages that others install, in the order of the floors; pages of each lie in `scripts/verify/consumer/<name>`. */
const INSTALLED = ['domain', 'sdk', 'zalo', 'elements'] as const;
const PAGES = join(import.meta.dirname, 'consumer');
/** What Vite makes of the packages. */
const APP = 'app';

/** For what is read of this repository, not of the project. */
const SOURCE = ['--conditions=@cnscd/source', '--disable-warning=ExperimentalWarning'];

/** All that somebody waits for before an editor knows the types. */
const MOST_SECONDS = 3;
/** The quickest counts: even processor time grows where others want the same processor. */
const RUNS = 3;

/**
 * A project of somebody else, with what is packed of ours and nothing of this repository: it type-checks by the strictest
 * rules, quickly, what it was compiled to runs, as ESM and as CommonJS, and what Vite makes of it runs in a browser.
 */
export const CONSUMER_STEP: Step = {
  name: 'consumer',
  run: () => check(consume),
};

async function consume(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'cnscd-consumer-'));
  try {
    await install(folder);
    for (const name of [...INSTALLED, APP])
      cpSync(join(PAGES, name), join(folder, name), { recursive: true });
    for (const ending of ['ts', 'cts']) await requireQuick(folder, ending);
    await requireWithoutDom(folder);
    for (const name of INSTALLED)
      for (const page of readdirSync(join(folder, 'out', name)))
        await runProgram('node', [join(folder, 'out', name, page)]);
    await runProgram('node', [...SOURCE, join(import.meta.dirname, 'consumer-app.ts'), join(folder, APP)]);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const OPTIONS = {
  ...{ target: 'es2022', module: 'nodenext', outDir: 'out', rootDir: '.' },
  ...{ strict: true, exactOptionalPropertyTypes: true, skipLibCheck: false },
};

/** A project that is all ESM, or all CommonJS. */
const configOf = (ending: string) => ({
  compilerOptions: { ...OPTIONS, lib: ['es2022', 'dom'], types: [] },
  include: [...INSTALLED, APP].map((name) => `${name}/*.${ending}`),
});

/** On a server there is no DOM: types of the web are those only that Node has as well. Elements are for pages alone. */
const SERVER_CONFIG = {
  compilerOptions: {
    ...{ ...OPTIONS, noEmit: true, lib: ['es2022'], types: ['node'] },
    typeRoots: [join(root, 'node_modules/@types')],
  },
  include: INSTALLED.filter((name) => name !== 'elements').flatMap((name) => [
    `${name}/*.ts`,
    `${name}/*.cts`,
  ]),
};

/** @throws Error with what the compiler says */
async function requireWithoutDom(folder: string): Promise<void> {
  const config = join(folder, 'tsconfig.server.json');
  writeFileSync(config, JSON.stringify(SERVER_CONFIG));
  await runProgram('node', [join(root, 'node_modules/typescript/bin/tsc'), '-p', config]);
}

/** By npm as it is; nothing but our own packages is needed, so no registry is asked. */
async function install(folder: string): Promise<void> {
  const tarballs = INSTALLED.map((name) => join(folder, `${name}.tgz`));
  for (const [place, name] of INSTALLED.entries()) await packInto(tarballs[place] ?? '', name);
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'consumer', type: 'module' }));
  const arguments_ = ['install', '--offline', '--no-audit', '--no-fund', ...tarballs];
  await runProgram('npm', arguments_, { cwd: folder });
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
