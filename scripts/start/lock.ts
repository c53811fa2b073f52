import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { codeOf, notWritable, Refusal } from './refusal.ts';

interface Holder {
  pid: number;
  /** When the process began, as the kernel counts it: a later process with the same number has another. */
  began: string | null;
  portBase: number;
}

/**
 * Keeps a second start away from the same folder. The lock of a killed start is recognised and replaced.
 *
 * @returns what gives the lock back
 * @throws {Refusal} naming the process that holds it, or saying that the folder cannot be written
 */
export function takeLock(home: string, portBase: number): () => void {
  const file = join(home, 'start.lock');
  const holder = JSON.stringify({ pid: process.pid, began: beginOf(process.pid), portBase } satisfies Holder);
  makeFolder(home);
  for (;;) {
    try {
      writeFileSync(file, holder, { flag: 'wx' });
      return () => {
        if (readFileSync(file, 'utf8') === holder) rmSync(file);
      };
    } catch (error) {
      if (codeOf(error) !== 'EEXIST') throw notWritable(home, 'CNSCD_HOME', error);
      refuseIfAlive(file);
      rmSync(file, { force: true });
    }
  }
}

function makeFolder(home: string): void {
  try {
    mkdirSync(home, { recursive: true });
  } catch (error) {
    throw notWritable(home, 'CNSCD_HOME', error);
  }
}

function refuseIfAlive(file: string): void {
  const holder = readHolder(file);
  if (holder === undefined || !isAlive(holder)) return;
  const url = `http://127.0.0.1:${holder.portBase}/graphql`;
  throw new Refusal(
    `cnscd đang chạy trong thư mục này rồi (PID ${holder.pid}, ${url}): hãy dừng nó trước, hoặc đặt CNSCD_HOME và CNSCD_PORT_BASE khác.`,
    `cnscd already runs in this folder (PID ${holder.pid}, ${url}): stop it first, or set another CNSCD_HOME and CNSCD_PORT_BASE.`,
  );
}

/** Undefined for what no start wrote completely: a crash of the machine can leave an empty file. */
function readHolder(file: string): Holder | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Holder; // only takeLock writes this file
  } catch {
    return undefined;
  }
}

function isAlive({ pid, began }: Holder): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (codeOf(error) !== 'EPERM') return false;
  }
  return began === beginOf(pid);
}

/** Null where the system has no /proc: the process number alone must do there. */
function beginOf(pid: number): string | null {
  const file = `/proc/${pid}/stat`;
  if (!existsSync(file)) return null;
  // The 22nd field is the start time; the second, in brackets, may hold blanks. See proc_pid_stat(5).
  return readFileSync(file, 'utf8').split(') ').at(-1)?.split(' ')[19] ?? null;
}
