import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { portsFrom } from './options.ts';
import { refuseTakenPorts } from './ports.ts';

const root = join(import.meta.dirname, '../..');
const READY = /^Ready in (\d+) s$/m;

/** A start command in a process of its own, as `npm start` runs it. */
export interface SpawnedStart {
  /** The process between npm and the command: what a terminal or a supervisor ends. */
  outer: ChildProcess;
  /** Everything written so far. */
  text(): string;
  /** Seconds until all servers answered, as printed. @throws when the command ends before */
  ready(): Promise<number>;
  /** Where the embedded database is, as printed. */
  dataFolder(): string;
  ended: Promise<number | null>;
}

/** Starts with these settings and nothing else from this machine's. */
export function spawnStart(env: Record<string, string>, args: string[] = []): SpawnedStart {
  const outer = spawn('node', [join(root, 'scripts/run.mjs'), join(root, 'scripts/start/main.ts'), ...args], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], ...env },
  });
  let text = '';
  const collect = (chunk: Buffer) => {
    text += chunk.toString();
  };
  outer.stdout.on('data', collect);
  outer.stderr.on('data', collect);
  const ended = new Promise<number | null>((done) => outer.on('close', done));
  return {
    outer,
    ended,
    text: () => text,
    dataFolder: () => /PostgreSQL.*? · (.+?\/data)\b/.exec(text)?.[1] ?? 'no data folder was printed',
    async ready() {
      let isOver = false;
      void ended.then(() => {
        isOver = true;
      });
      while (!READY.test(text)) {
        if (isOver) throw new Error(`The command ended before it was ready:\n${text}`);
        await sleep(50);
      }
      return Number(READY.exec(text)?.[1]);
    },
  };
}

/** Runs a start that is expected to refuse. */
export async function refusedStart(
  env: Record<string, string>,
  args: string[] = [],
): Promise<{ code: number | null; lines: string[] }> {
  const start = spawnStart(env, args);
  const code = await start.ended;
  // Steps that went well are told with a clock; the refusal is what else there is.
  const lines = start.text().trim().split('\n');
  return { code, lines: lines.filter((line) => !line.startsWith('[')) };
}

/** A folder that PostgreSQL's own user can enter as well. */
export function temporaryHome(): string {
  const home = mkdtempSync(join(tmpdir(), 'cnscd-start-'));
  chmodSync(home, 0o755);
  return home;
}

/** The first of some random bases of which all ports are free. */
export async function freePortBase(): Promise<number> {
  for (;;) {
    const base = 20_000 + Math.floor(Math.random() * 10_000);
    if (
      await refuseTakenPorts(portsFrom(base)).then(
        () => true,
        () => false,
      )
    )
      return base;
  }
}

/** The embedded server with these data: its process, and how to connect to it. */
export function embeddedServer(dataFolder: string): { pid: number; url: string } {
  const lines = readFileSync(join(dataFolder, 'postmaster.pid'), 'utf8').split('\n');
  const password = readFileSync(join(dataFolder, '../password'), 'utf8').trim();
  return { pid: Number(lines[0]), url: `postgresql://cnscd:${password}@127.0.0.1:${lines[3]}/cnscd` };
}

/** The process that holds the lock of this home: the command itself. */
export function commandPid(home: string): number {
  return (JSON.parse(readFileSync(join(home, 'start.lock'), 'utf8')) as { pid: number }).pid;
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** Waits until a process is gone. @throws when it is still there after that many seconds */
export async function gone(pid: number, withinSeconds: number): Promise<void> {
  for (const until = Date.now() + withinSeconds * 1000; isAlive(pid); await sleep(50)) {
    if (Date.now() > until) throw new Error(`process ${pid} is still there after ${withinSeconds} s`);
  }
}
