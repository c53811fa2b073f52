// Runs a TypeScript file of this repository with the Node 24 of the devDependencies, which reads TypeScript as it is,
// and installs them first where that is due.
// `node scripts/run.mjs FILE [ARG …]`
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import './install.mjs';

const PARENT_POLL_MS = 500;

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const node = join(root, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
const [file, ...args] = process.argv.slice(2);
const flags = ['--conditions=@cnscd/source', '--disable-warning=ExperimentalWarning'];

// The channel tells the child when this process is killed: `disconnect` reaches it even after kill -9.
const child = spawn(node, [...flags, resolve(file), ...args], {
  stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
});
// A terminal sends SIGINT to the child as well, `kill -INT` of npm does not: twice does no harm, never would.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
child.on('error', (error) => {
  console.error(`Cannot run ${node}: ${error.message}. Delete node_modules and run the command again.`);
  process.exit(1);
});
child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 1)));

// npm killed with -9 says nothing: its children are then handed to another parent. Between npm and this process
// stands a shell, so both its parent and our own are watched.
if (process.env.npm_command !== undefined) {
  const family = () => `${process.ppid} ${parentOf(process.ppid)}`;
  const atFirst = family();
  setInterval(() => family() === atFirst || child.kill('SIGTERM'), PARENT_POLL_MS).unref();
}

/** Undefined where the system has no /proc: only our own parent is watched there. */
function parentOf(pid) {
  try {
    // The second field, in brackets, may hold blanks; the parent is the second after it. See proc_pid_stat(5).
    return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1).split(' ')[1];
  } catch {
    return undefined;
  }
}
