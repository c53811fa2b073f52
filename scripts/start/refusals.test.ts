import { randomBytes } from 'node:crypto';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freePortBase, refusedStart, temporaryHome } from './spawned-start.ts';

const home = temporaryHome();
const server = process.env['CNSCD_TEST_DATABASE_URL'] ?? '';
const foreign = `cnscd_test_foreign_${randomBytes(4).toString('hex')}`;
const env: Record<string, string> = { CNSCD_HOME: home };

beforeAll(async () => {
  env['CNSCD_PORT_BASE'] = String(await freePortBase());
  await onServer('postgres', `create database ${foreign}`);
  await onServer(foreign, 'create table citizens as select 1 as id');
});
afterAll(async () => {
  await onServer('postgres', `drop database ${foreign} with (force)`);
  rmSync(home, { recursive: true });
});

function databaseUrl(change: Partial<Record<'password' | 'port' | 'pathname', string>>): string {
  return Object.assign(new URL(server), change).href;
}

async function onServer(database: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client(databaseUrl({ pathname: `/${database}` }));
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

/** Two lines, one for each language, and nothing a program would say to its author. */
function expectOneSentenceEach(
  { code, lines }: { code: number | null; lines: string[] },
  vi: RegExp,
  en: RegExp,
): void {
  expect(lines).toEqual([expect.stringMatching(vi), expect.stringMatching(en)]);
  expect(code).toBe(1);
}

describe('npm start says in one sentence that it cannot', { timeout: 60_000 }, () => {
  it('reach DATABASE_URL', async () => {
    const url = databaseUrl({ port: '1' });
    expectOneSentenceEach(
      await refusedStart({ ...env, DATABASE_URL: url }),
      /không kết nối được tới 127\.0\.0\.1:1/,
      /cannot reach 127\.0\.0\.1:1/,
    );
  });

  it('enter with this password, which it does not show', async () => {
    const refusal = await refusedStart({ ...env, DATABASE_URL: databaseUrl({ password: 'made-up' }) });
    expectOneSentenceEach(refusal, /từ chối người dùng hoặc mật khẩu/, /refuses this user or password/);
    expect(refusal.lines.join()).not.toContain('made-up');
  });

  it('find the database', async () => {
    const url = databaseUrl({ pathname: '/cnscd_nowhere' });
    expectOneSentenceEach(
      await refusedStart({ ...env, DATABASE_URL: url }),
      /không có cơ sở dữ liệu .*\/cnscd_nowhere/,
      /there is no database .*\/cnscd_nowhere/,
    );
  });

  it.each(['mysql://127.0.0.1/x', 'nonsense'])('use %s as DATABASE_URL', async (url) => {
    expectOneSentenceEach(
      await refusedStart({ ...env, DATABASE_URL: url }),
      /không phải địa chỉ PostgreSQL/,
      /is not a PostgreSQL address/,
    );
  });

  it('empty a database that holds other tables, and leaves them', async () => {
    const url = databaseUrl({ pathname: `/${foreign}` });
    expectOneSentenceEach(
      await refusedStart({ ...env, DATABASE_URL: url }, ['--fresh']),
      /không phải của cnscd \(citizens\)/,
      /not of cnscd \(citizens\)/,
    );
    expect(await onServer(foreign, 'select id from citizens')).toEqual([{ id: 1 }]);
  });

  it('write to its folder', async () => {
    const file = join(home, 'file');
    writeFileSync(file, '');
    expectOneSentenceEach(
      await refusedStart({ ...env, CNSCD_HOME: join(file, 'home') }),
      /Không ghi được vào .*home/,
      /Cannot write to .*home/,
    );
  });

  it.each(['0', '4000.5', '65436', 'abc'])('use %s as CNSCD_PORT_BASE', async (base) => {
    expectOneSentenceEach(
      await refusedStart({ ...env, CNSCD_PORT_BASE: base }),
      /phải là số nguyên từ 1 đến/,
      /must be a whole number from 1 to/,
    );
  });

  it.each(['localhost:5173', 'http://localhost:5173/trang', '*'])('let %s ask', async (origin) => {
    expectOneSentenceEach(
      await refusedStart({ ...env, CNSCD_ORIGINS: `http://127.0.0.1:5173 ${origin}` }),
      /phải là địa chỉ gốc như/,
      /must be an origin such as/,
    );
  });

  it('sign anybody in as made-up people in production', async () => {
    expectOneSentenceEach(
      await refusedStart({ ...env, NODE_ENV: 'production' }),
      /NODE_ENV là "production"/,
      /NODE_ENV is "production"/,
    );
  });

  it('understand an argument', async () => {
    expectOneSentenceEach(await refusedStart(env, ['--frsh']), /Không hiểu "--frsh"/, /Cannot read "--frsh"/);
  });
});
