import { randomBytes } from 'node:crypto';
import { createServer } from 'node:net';
import pg from 'pg';
import { describe, expect, it } from 'vitest';
import { type Ended, startCommand } from './support/command.ts';
import { testDatabase } from './support/database.ts';

const { url } = await testDatabase('empty');
const changed = (change: Partial<Record<'password' | 'port' | 'pathname' | 'hostname', string>>) =>
  Object.assign(new URL(url), change).href;

const ZALO = {
  CNSCD_ZALO_APP_ID: '336',
  CNSCD_ZALO_APP_SECRET: 'secret-of-the-app',
  CNSCD_PERSONAL_DATA_KEY: randomBytes(32).toString('base64'),
};

const SIGN_IN = ['--auth-issuer=https://id.example.vn', '--auth-audience=cnscd'];

const run = (args: string[], databaseUrl?: string): Promise<Ended> =>
  startCommand(args, databaseUrl === undefined ? {} : { DATABASE_URL: databaseUrl }).ended;

/** Two lines, one for each language, and nothing a program would say to its author. */
function expectOneSentenceEach({ code, stderr }: Ended, vi: RegExp, en: RegExp): void {
  expect(stderr.trim().split('\n')).toEqual([expect.stringMatching(vi), expect.stringMatching(en)]);
  expect(code).toBe(1);
}

describe('cnscd-subgraph says in one sentence that it cannot', () => {
  it.each(['abc', '65536', ''])('listen on port "%s"', async (port) => {
    expectOneSentenceEach(
      await run(['serve', `--port=${port}`], url),
      /^--port là ".*": phải là số nguyên từ 0 .* đến 65535\.$/,
      /^--port is ".*": it must be a whole number from 0 .* to 65535\.$/,
    );
  });

  it('listen on a taken port', async () => {
    const holder = createServer();
    await new Promise<void>((listening) => holder.listen(0, '127.0.0.1', listening));
    const { port } = holder.address() as { port: number }; // a TCP server, never a pipe
    const ended = await run(['serve', '--port', String(port)], url);
    holder.close();
    expectOneSentenceEach(ended, /^Cổng \d+ của 127\.0\.0\.1 đã có/, /^Port \d+ of 127\.0\.0\.1 is taken/);
  });

  it.each([
    [['--auth-issuer=https://id.example.vn'], /--auth-issuer và --auth-audience/, /both --auth-issuer and/],
    [[...SIGN_IN, '--auth-algorithms=RS256,HS256'], /"HS256": chỉ nhận/, /"HS256": only/],
    [[...SIGN_IN, '--auth-role-names=xa=LEADER'], /"xa=LEADER": phải/, /"xa=LEADER": it must/],
  ])('let people sign in with %j', async (flags, vi, en) => {
    expectOneSentenceEach(await run(['serve', '--port=0', ...flags], url), vi, en);
  });

  it.each([
    [{ CNSCD_ZALO_APP_SECRET: '' }, /--zalo-app-id và CNSCD_ZALO_APP_SECRET/, /both --zalo-app-id and/],
    [{ CNSCD_PERSONAL_DATA_KEY: '' }, /cần CNSCD_PERSONAL_DATA_KEY/, /needs CNSCD_PERSONAL_DATA_KEY/],
    [{ CNSCD_ZALO_BASE_URL: 'http://proxy.example.vn' }, /phải là địa chỉ https/, /must be an https address/],
    [{ NODE_ENV: 'production' }, /production.*cần CNSCD_SESSION_KEY/, /production.*needs CNSCD_SESSION_KEY/],
    [
      { NODE_ENV: 'production', CNSCD_ZALO_BASE_URL: 'http://127.0.0.1:4005' },
      /phải là địa chỉ https/,
      /must be an https address/,
    ],
    [
      {},
      /máy khác vào được.*cần CNSCD_SESSION_KEY/,
      /other machines reach it.*needs CNSCD_SESSION_KEY/,
      '0.0.0.0',
    ],
  ])('let people sign in by Zalo with %j', async (env, vi, en, host = '127.0.0.1') => {
    const ended = await startCommand(['serve', '--port=0', `--host=${host}`], {
      DATABASE_URL: url,
      ...ZALO,
      ...env,
    }).ended;
    expectOneSentenceEach(ended, vi, en);
    expect(ended.stderr).not.toContain('secret-of-the-app');
  });

  it('work without an address of a database', async () => {
    expectOneSentenceEach(await run(['load']), /Thiếu địa chỉ cơ sở dữ liệu/, /No database is named/);
  });

  it.each(['notaurl', 'postgresql://[::1/x'])('use %s as one', async (address) => {
    expectOneSentenceEach(
      await run(['import', 'x.yaml'], address),
      /không phải địa chỉ PostgreSQL/,
      /is not a PostgreSQL address/,
    );
  });

  it('reach the server', async () => {
    expectOneSentenceEach(
      await run(['migrate'], changed({ port: '1' })),
      /Không kết nối được tới PostgreSQL ở 127\.0\.0\.1:1 /,
      /Cannot reach PostgreSQL at 127\.0\.0\.1:1 /,
    );
  });

  it('enter with this password, which it does not show, or without one', async () => {
    for (const password of ['made-up', '']) {
      const ended = await run(['serve'], changed({ password }));
      expectOneSentenceEach(ended, /từ chối người dùng hoặc mật khẩu/, /refuses this user or password/);
      expect(ended.stderr).not.toContain('made-up');
    }
  });

  it('find the database', async () => {
    expectOneSentenceEach(
      await run(['units', 'import', 'x.csv'], changed({ pathname: '/cnscd_nowhere' })),
      /không có cơ sở dữ liệu "cnscd_nowhere"/,
      /has no database "cnscd_nowhere"/,
    );
  });
});

describe('without migrations', () => {
  it.each([['serve'], ['import', 'x.yaml']])('%s says to migrate first', async (...args) => {
    const client = new pg.Client(url);
    await client.connect();
    await client.query('drop table if exists _prisma_migrations');
    await client.end();
    expectOneSentenceEach(
      await run(args, url),
      /hãy chạy "cnscd-subgraph migrate" trước/,
      /run "cnscd-subgraph migrate" first/,
    );
  });
});
