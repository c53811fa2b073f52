import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { startCommand } from '../support/command.ts';

/** A process of the product that is killed and started again, as often as the storm wants. */
export interface MortalProcess {
  /** What the first line said when it last started. */
  firstLine(): string;
  /** SIGKILL, then a new one: resolves once that has said its first line. */
  killAndRestart(): Promise<void>;
  stop(): Promise<void>;
}

/** Starts `cnscd-subgraph` with these arguments and waits for its first line. */
export async function mortal(args: string[], env: Record<string, string>): Promise<MortalProcess> {
  let current = await start(args, env);
  // A storm that breaks off leaves nothing running.
  process.once('exit', () => current.child.kill('SIGKILL'));
  const kill = async () => {
    const { child } = current;
    if (child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    child.kill('SIGKILL');
    await gone;
  };
  return {
    firstLine: () => current.line,
    async killAndRestart() {
      await kill();
      current = await start(args, env);
    },
    stop: kill,
  };
}

/** The storm may end a process's first connection while it starts: then it ends, and whoever supervises it tries again. */
const MOST_STARTS = 10;

interface Started {
  child: ChildProcess;
  line: string;
}

async function start(args: string[], env: Record<string, string>): Promise<Started> {
  for (let starts = 1; ; starts++) {
    const started = await startOnce(args, env);
    if (typeof started !== 'string') return started;
    if (starts === MOST_STARTS) throw new Error(`cnscd-subgraph ${args[0]} does not start: ${started}`);
  }
}

/** @returns the process once it has said its first line, or what it complained of when it ended before */
async function startOnce(args: string[], env: Record<string, string>): Promise<Started | string> {
  const { child, ended } = startCommand(args, { ...process.env, ...env });
  const lines = createInterface({ input: child.stdout });
  return Promise.race([
    once(lines, 'line').then(([line]): Started => ({ child, line: String(line) })),
    ended.then(({ stderr }) => String(stderr)),
  ]);
}
