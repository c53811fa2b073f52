import { spawn } from 'node:child_process';
import { dirname, join } from 'node:path';

export const root = join(import.meta.dirname, '../..');

/** Tests that a step counts. Any other check is one test. */
export interface Outcome {
  passed: number;
  failed: number;
  skipped: number;
}

/** One part of `npm test`, which `npm test -- NAME` runs alone. */
export interface Step {
  name: string;
  /** @throws with what a person must read when the step finds a fault */
  run(extraArguments: string[]): Promise<Outcome>;
}

/** A step that is one program of node_modules/.bin: it passes when that exits with 0. */
export function programStep(name: string, program: string, args: string[], cwd = root): Step {
  return { name, run: (extra) => check(() => runProgram(program, [...args, ...extra], { cwd })) };
}

/** Counts work that throws when it finds a fault as one test. */
export async function check(work: () => Promise<unknown>): Promise<Outcome> {
  await work();
  return { passed: 1, failed: 0, skipped: 0 };
}

export interface ProgramOptions {
  cwd?: string;
  /** Shows the output as it comes, rather than only after a failure. */
  isShown?: boolean;
}

/** @returns what the program wrote · @throws Error with what it wrote, unless it exits with 0 */
export function runProgram(program: string, args: string[], options: ProgramOptions = {}): Promise<string> {
  return new Promise((done, fail) => {
    const child = spawn(program, args, {
      cwd: options.cwd ?? root,
      stdio: options.isShown ? 'inherit' : ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, PATH: programPath() },
    });
    const stop = () => child.kill();
    process.on('SIGTERM', stop);
    let output = '';
    const collect = (chunk: Buffer) => {
      output += chunk.toString();
    };
    child.stdout?.on('data', collect);
    child.stderr?.on('data', collect);
    child.on('error', fail);
    child.on('close', (code) => {
      process.off('SIGTERM', stop);
      if (code === 0) done(output);
      else fail(new Error(output.trim() || `${program} ended with ${code}`));
    });
  });
}

/** Programs of this repository first, run by the Node that runs this. */
function programPath(): string {
  return [join(root, 'node_modules/.bin'), dirname(process.execPath), process.env['PATH']].join(':');
}
