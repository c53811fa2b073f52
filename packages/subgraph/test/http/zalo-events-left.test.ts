import { randomBytes, randomUUID } from 'node:crypto';
import { createZaloApp } from '@cnscd/zalo';
import { signedMiniAppEvent } from '@cnscd/zalo/testing';
import sql from 'sql-template-tag';
import { expect, it, onTestFinished } from 'vitest';
import { accountDigests } from '../../src/personal-data/account-digests.ts';
import { readPersonalDataKeys } from '../../src/personal-data/personal-data-keys.ts';
import { startServer } from '../../src/server.ts';
import { startWorker } from '../../src/worker.ts';
import { forgetZaloTraces } from '../../src/zalo/attempts.ts';
import { startCommand } from '../support/command.ts';
import { testDatabase } from '../support/database.ts';

const database = await testDatabase('empty');
const [appId, apiKey, personalDataKey] = ['336', 'key-of-the-mini-app', randomBytes(32).toString('base64')];
const digests = accountDigests(readPersonalDataKeys(personalDataKey));

/** Somebody who is linked to an account, and whose link cannot be removed yet: another transaction has its row. */
async function linkedAndHeld() {
  const [memberId, linkId, accountId] = [
    randomUUID(),
    randomUUID(),
    String(Math.floor(Math.random() * 1e12)),
  ];
  const [{ keyId, digest }] = digests(appId, accountId);
  await database.rows(sql`
    insert into member (id, display_name, search_text) values (${memberId}::uuid, 'Người Thử', 'nguoi thu')`);
  await database.rows(sql`
    insert into zalo_link (id, app_id, member_id, account_digest, key_id, linked_at)
    values (${linkId}::uuid, ${appId}, ${memberId}::uuid, ${digest}, ${keyId}, now())`);
  const holder = await database.pool.connect();
  await holder.query('begin');
  await holder.query('select from zalo_link where id = $1 for update', [linkId]);
  const body = { event: 'user.revoke.consent', appId, userId: accountId, timestamp: Date.now() };
  return {
    event: signedMiniAppEvent(body, { apiKey }),
    async release() {
      await holder.query('commit');
      holder.release();
    },
    async isLinked() {
      const [row] = await database.rows<{ isLinked: boolean }>(sql`
        select removed_at is null as "isLinked" from zalo_link where id = ${linkId}::uuid`);
      return row?.isLinked;
    },
  };
}

const post = async (url: string, { headers, rawBody }: ReturnType<typeof signedMiniAppEvent>) => {
  const body = Buffer.from(rawBody);
  return (await fetch(new URL('/zalo/webhook/mini-app', url), { method: 'POST', headers, body })).status;
};

const eventsToDo = async () => {
  const [row] = await database.rows<{ events: number }>(sql`
    select count(*) as events from zalo_event where account_digests <> '{}' or app_id is not null`);
  return row?.events;
};

it('what Zalo was told is done although its server was killed over it: the worker does it', async () => {
  const { child, ended } = startCommand(['serve', '--port=0'], {
    ...{ DATABASE_URL: database.url, CNSCD_PERSONAL_DATA_KEY: personalDataKey },
    ...{ CNSCD_ZALO_APP_ID: appId, CNSCD_ZALO_APP_SECRET: 'secret', CNSCD_ZALO_API_KEY: apiKey },
  });
  const url = await new Promise<string>((started) => child.stdout.once('data', started));
  const { event, release, isLinked } = await linkedAndHeld();
  expect(await post(url.trim(), event)).toBe(200);
  child.kill('SIGKILL');
  await ended;
  await release();
  expect(await isLinked()).toBe(true);
  // An hour later the event is long past its time, and yet not forgotten: it was never done.
  const anHourLater = () => new Date(Date.now() + 3_600_000);
  await forgetZaloTraces(database, anHourLater());
  expect(await eventsToDo()).toBe(1);
  const worker = startWorker(database, { intervalMs: 50, clock: anHourLater });
  onTestFinished(() => worker.stop());
  await expect.poll(isLinked).toBe(false);
  expect(await eventsToDo()).toBe(0);
});

it('a server that is told to end finishes what it told Zalo', async () => {
  const logged: unknown[] = [];
  const server = await startServer({
    ...{ databaseUrl: database.url, personalDataKey, port: 0, log: (entry) => logged.push(entry) },
    zalo: { appId, app: createZaloApp({ appId, appSecret: 'secret' }), miniAppApiKey: apiKey },
  });
  logged.length = 0;
  const { event, release, isLinked } = await linkedAndHeld();
  expect(await post(server.url, event)).toBe(200);
  const closed = server.close();
  await new Promise((wait) => setTimeout(wait, 300));
  expect(await isLinked()).toBe(true);
  await release();
  await closed;
  expect([await isLinked(), await eventsToDo(), logged]).toEqual([false, 0, []]);
});
