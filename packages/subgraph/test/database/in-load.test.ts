import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { expect, it } from 'vitest';
import { inLoad } from '../../src/database/in-load.ts';
import { testDatabase } from '../support/database.ts';

const db = await testDatabase('empty');

async function terminate(pid: number): Promise<void> {
  const other = new pg.Client(db.url);
  await other.connect();
  await other.query('select pg_terminate_backend($1)', [pid]);
  await other.end();
}

const pidOf = async (client: pg.ClientBase) =>
  (await client.query<{ pid: number }>('select pg_backend_pid() as pid')).rows[0]?.pid ?? 0;

it('rolls back what a failed load wrote and tells why it failed', async () => {
  const load = inLoad(db, async (client) => {
    await client.query(`insert into source_document (id, title) values ('dở', 'Dở dang')`);
    throw new Error('the cause');
  });
  await expect(load).rejects.toThrow('the cause');
  expect((await db.pool.query(`select id from source_document where id = 'dở'`)).rows).toEqual([]);
});

it('tells the cause, not that it cannot roll back, and gives up the broken connection', async () => {
  let lost = 0;
  const load = inLoad(db, async (client) => {
    lost = await pidOf(client);
    await client.query('select pg_terminate_backend(pg_backend_pid())');
  });
  await expect(load).rejects.toMatchObject({ code: '57P01' });
  const pids = await Promise.all(Array.from({ length: 3 }, () => inLoad(db, pidOf)));
  expect(pids).not.toContain(lost);
});

// Without a listener the event would be an uncaught exception, which fails the run.
it('survives that the server ends the connection between two statements', async () => {
  const load = inLoad(db, async (client) => {
    await terminate(await pidOf(client));
    await sleep(200);
    throw new Error('the cause');
  });
  await expect(load).rejects.toThrow('the cause');
  expect(await inLoad(db, async (client) => (await client.query('select 1 as one')).rows)).toEqual([
    { one: 1 },
  ]);
});
