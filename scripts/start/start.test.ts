import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { existsSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  commandPid,
  embeddedServer,
  freePortBase,
  gone,
  isAlive,
  refusedStart,
  type SpawnedStart,
  spawnStart,
  temporaryHome,
} from './spawned-start.ts';

// One home through all tests: each goes on from what the one before left, as starts on a machine do.
const home = temporaryHome();
const START_TIMEOUT_MS = 120_000;
const env: Record<string, string> = { CNSCD_HOME: home };
let base: number;
let first: SpawnedStart;
let firstSeconds: number;
let dataFolder = join(home, 'postgres/data');
const spawned: ChildProcess[] = [];

function start(args: string[] = []): SpawnedStart {
  const command = spawnStart(env, args);
  spawned.push(command.outer);
  return command;
}

async function sql(text: string): Promise<unknown[]> {
  const client = new pg.Client(embeddedServer(dataFolder).url);
  await client.connect();
  try {
    return (await client.query(text)).rows;
  } finally {
    await client.end();
  }
}

beforeAll(async () => {
  base = await freePortBase();
  env['CNSCD_PORT_BASE'] = String(base);
  first = start();
  firstSeconds = await first.ready();
  dataFolder = first.dataFolder();
}, START_TIMEOUT_MS);

afterAll(async () => {
  // Each ends its own servers and its database; a test that failed half-way may have left one.
  for (const child of spawned) child.kill('SIGTERM');
  const server = attempt(() => embeddedServer(dataFolder).pid);
  if (server !== undefined) await gone(server, 20).catch(() => process.kill(server, 'SIGQUIT'));
  for (const folder of [home, join(dataFolder, '..')]) rmSync(folder, { recursive: true, force: true });
});

describe('npm start', { timeout: START_TIMEOUT_MS }, () => {
  it('prints one line for each address, at which something answers', async () => {
    const urls = [...first.text().matchAll(/ {2}(http:\/\/(?:127\.0\.0\.1|localhost):(\d+)\/\S*)$/gm)];
    expect(urls.map(([, , port]) => Number(port) - base)).toEqual([0, 1, 2, 3, 4, 100, 200]);
    const query = `?query=${encodeURIComponent('{ __typename }')}`;
    for (const [, url = ''] of urls) {
      const response = await fetch(url.endsWith('/graphql') ? url + query : url, {
        headers: { 'apollo-require-preflight': 'yes' },
      });
      expect(response.status, url).toBe(200);
    }
  });

  it('lets people sign in by the fake Zalo, as who they are in the register, and nobody else', async () => {
    const post = async (url: string, body: object) => {
      const headers = { 'content-type': 'application/json' };
      return (await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) })).json();
    };
    const zalo = `http://127.0.0.1:${base + 4}`;
    const people = (await (await fetch(`${zalo}/people`)).json()) as { id: string; name: string }[];
    const answers: string[] = [];
    for (const { id } of people) {
      const { accessToken } = await post(`${zalo}/sign-in`, { id });
      const { code: phoneCode } = await post(`${zalo}/phone-code`, { accessToken });
      const query = `mutation ($input: SignInWithZaloInput!) { signInWithZalo(input: $input) { __typename ... on Refusal { code } } }`;
      const variables = { input: { idempotencyKey: `start-${id}`, accessToken, phoneCode } };
      const { data } = await post(`http://127.0.0.1:${base}/graphql`, { query, variables });
      answers.push(data.signInWithZalo.code ?? data.signInWithZalo.__typename);
    }
    expect(answers).toEqual(['ZaloSession', 'ZaloSession', 'ZaloSession', 'ZALO_PERSON_NOT_FOUND']);
  });

  it('tells the page where the gateway and the demo sign-in are, and lets it ask both', async () => {
    const response = await fetch(`http://127.0.0.1:${base + 100}/config.json`);
    const [gateway, signInUrl] = [`http://127.0.0.1:${base}`, `http://127.0.0.1:${base + 3}`];
    expect(await response.json()).toEqual({
      ...{ graphqlUrl: `${gateway}/graphql`, signInUrl },
      filesUrl: '/files',
    });
    expect(response.headers.get('content-security-policy')).toContain(
      `connect-src 'self' ${gateway} ${signInUrl};`,
    );
    const origin = `http://127.0.0.1:${base + 100}`;
    const accounts = await fetch(`${signInUrl}/accounts`, { headers: { origin } });
    expect(accounts.headers.get('access-control-allow-origin')).toBe(origin);
  });

  it('lets the command of the checkout into its database, and nobody else', async () => {
    expect(statSync(join(home, 'database-url')).mode & 0o777).toBe(0o600);
    const file = join(home, 'thu.yaml');
    writeFileSync(
      file,
      `sources: { thu: { title: Nguồn thử } }
figures:
  - { unit: "27", day: 2024-06-30, source: thu, statement: lời, values: [{ indicator: TEAMS, value: 12 }] }`,
    );
    const { stdout } = await promisify(execFile)('npm', ['run', 'cnscd-subgraph', '--', 'import', file], {
      cwd: join(import.meta.dirname, '../..'),
      env: { PATH: process.env['PATH'], HOME: process.env['HOME'], CNSCD_HOME: home },
    });
    expect(stdout).toContain('figures: thêm 1');
    expect(await sql(`select value::int from reported_figure where source_id = 'thu'`)).toEqual([
      { value: 12 },
    ]);
  });

  it('refuses a second start in the same folder, names the first and leaves it alone', async () => {
    const { code, lines } = await refusedStart({ ...env, CNSCD_PORT_BASE: String(await freePortBase()) });
    expect(code).toBe(1);
    expect(lines).toHaveLength(2);
    for (const line of lines) expect(line).toContain(`PID ${commandPid(home)}`);
    expect((await fetch(`http://127.0.0.1:${base}/health`)).status).toBe(200);
  });

  it('refuses a taken port', async () => {
    const other = temporaryHome();
    const { code, lines } = await refusedStart({ ...env, CNSCD_HOME: other });
    rmSync(other, { recursive: true });
    expect(code).toBe(1);
    expect(lines).toEqual([
      expect.stringContaining(`Cổng ${base} `),
      expect.stringContaining(`Port ${base} is taken`),
    ]);
  });

  it('ends on SIGTERM with its database', async () => {
    await sql('create table kept as select 1 as value');
    const [command, server] = [commandPid(home), embeddedServer(dataFolder).pid];
    first.outer.kill('SIGTERM');
    expect(await first.ended).toBe(0);
    await gone(command, 5);
    await gone(server, 5);
    expect(existsSync(join(home, 'database-url'))).toBe(false);
  });

  it('keeps the data, so that a later start is faster', async () => {
    const second = start();
    expect(await second.ready()).toBeLessThan(Math.max(firstSeconds, 10));
    expect(await sql('select value from kept')).toEqual([{ value: 1 }]);
  });

  it('recovers from kill -9 with the same data and no second database server', async () => {
    const [command, server] = [commandPid(home), embeddedServer(dataFolder).pid];
    process.kill(command, 'SIGKILL');
    await gone(command, 5);
    expect(isAlive(server)).toBe(true);
    const next = start();
    await next.ready();
    expect(embeddedServer(dataFolder).pid).toBe(server);
    expect(await sql('select value from kept')).toEqual([{ value: 1 }]);
    next.outer.kill('SIGINT');
    expect(await next.ended).toBe(0);
    await gone(server, 5);
  });

  it('ends when npm is killed with -9', async () => {
    const shell = spawn('sh', ['-c', `node scripts/run.mjs scripts/start/main.ts; true`], {
      cwd: join(import.meta.dirname, '../..'),
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { ...process.env, ...env, DATABASE_URL: '', npm_command: 'run-script' },
    });
    spawned.push(shell);
    await new Promise<void>((ready) => {
      shell.stdout.on('data', (chunk: Buffer) => chunk.includes('Ready in') && ready());
    });
    const [command, server] = [commandPid(home), embeddedServer(dataFolder).pid];
    shell.kill('SIGKILL');
    await gone(command, 20);
    await gone(server, 20);
  });

  it('starts from nothing with --fresh', async () => {
    const fresh = start(['--fresh']);
    await fresh.ready();
    expect(await sql(`select to_regclass('public.kept') as kept`)).toEqual([{ kept: null }]);
    fresh.outer.kill('SIGTERM');
    await fresh.ended;
  });
});

function attempt<Result>(work: () => Result): Result | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}
