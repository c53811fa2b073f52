import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { packageFolder } from '../../src/database/package-folder.ts';

export interface Ended {
  code: number | null;
  stdout: string;
  stderr: string;
}

export interface RunningCommand {
  child: ChildProcessByStdio<null, Readable, Readable>;
  /** Once it has ended, with all that it wrote. */
  ended: Promise<Ended>;
}

/** Starts `cnscd-subgraph` as a process of its own, from source, with nothing else in its environment. */
export function startCommand(args: readonly string[], env: NodeJS.ProcessEnv = {}): RunningCommand {
  const flags = ['--conditions=@cnscd/source', '--disable-warning=ExperimentalWarning'];
  const child = spawn(process.execPath, [...flags, join(packageFolder(), 'src/bin.ts'), ...args], {
    env: { PATH: process.env['PATH'], ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const written = { stdout: '', stderr: '' };
  for (const stream of ['stdout', 'stderr'] as const) {
    child[stream].setEncoding('utf8').on('data', (text: string) => {
      written[stream] += text;
    });
  }
  const ended = new Promise<Ended>((done) => {
    child.on('close', (code) => done({ code, ...written }));
  });
  return { child, ended };
}
