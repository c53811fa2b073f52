// Runs before each npm command of the root on whatever Node (20 or later) the machine has, so it uses no dependency:
// it installs from the lockfile when node_modules is missing or older than what it was installed from.
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const PNPM = 'pnpm@12.21.0';
const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const stamp = join(root, 'node_modules', '.cnscd-installed');

if (Number(process.versions.node.split('.')[0]) < 20) {
  refuse(
    `Node ${process.versions.node} quá cũ: cnscd cần Node 20 trở lên.`,
    `Node ${process.versions.node} is too old: cnscd needs Node 20 or later.`,
  );
}

const sources = ['pnpm-lock.yaml', 'pnpm-workspace.yaml', 'package.json'].map((name) => join(root, name));
const isFresh =
  existsSync(stamp) && sources.every((file) => statSync(file).mtimeMs <= statSync(stamp).mtimeMs);
if (!isFresh) {
  refuseUnwritable(root);
  console.log('Đang cài các gói · Installing packages from the lockfile (about a minute the first time) …');
  install();
  writeFileSync(stamp, new Date().toISOString());
}

function install() {
  const args = ['-y', PNPM, 'install', '--frozen-lockfile', '--reporter=append-only'];
  const { status, error } = spawnSync('npx', args, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
    env: { ...process.env, CI: 'true' },
  });
  if (status === 0) return;
  const reason = error ? ` (${error.message})` : '';
  refuse(
    `Cài đặt không thành công${reason}: hãy kiểm tra mạng rồi chạy lại lệnh này.`,
    `The install failed${reason}: check the network, then run the command again.`,
  );
}

function refuseUnwritable(folder) {
  try {
    accessSync(folder, constants.W_OK);
  } catch {
    refuse(
      `Không ghi được vào ${folder}: hãy cấp quyền ghi cho người dùng này.`,
      `Cannot write to ${folder}: give this user write permission there.`,
    );
  }
}

function refuse(vi, en) {
  console.error(`${vi}\n${en}`);
  process.exit(1);
}
