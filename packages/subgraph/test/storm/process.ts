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

async function start(
  args: string[],
  env: Record<string, string>,
): Promise<{ child: ChildProcess; line: string }> {
  const { child, ended } = startCommand(args, { ...process.env, ...env });
  const lines = createInterface({ input: child.stdout });
  const [line] = (await Promise.race([
    once(lines, 'line'),
    ended.then(({ stderr }) => Promise.reject(new Error(`cnscd-subgraph ${args[0]} ended: ${stderr}`))),
  ])) as [string];
  return { child, line };
}
