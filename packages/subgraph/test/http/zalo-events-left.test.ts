import { randomBytes, randomUUID } from 'node:crypto';
import { createZaloApp } from '@cnscd/zalo';
import { signedMiniAppEvent } from '@cnscd/zalo/testing';
import sql from 'sql-template-tag';
import { expect, it, onTestFinished } from 'vitest';
import { connect } from '../../src/database/client.ts';
import { accountDigests } from '../../src/personal-data/account-digests.ts';
import { readPersonalDataKeys } from '../../src/personal-data/personal-data-keys.ts';
import { startServer } from '../../src/server.ts';
import { startWorker } from '../../src/worker.ts';
import { forgetZaloTraces } from '../../src/zalo/attempts.ts';
import { forgetAccountsLeft } from '../../src/zalo/forget-account.ts';
import { seenEvents } from '../../src/zalo/seen-events.ts';
import { startCommand } from '../support/command.ts';
import { testDatabase } from '../support/database.ts';

const database = await testDatabase('empty');
const [appId, apiKey, personalDataKey] = ['336', 'key-of-the-mini-app', randomBytes(32).toString('base64')];
const digests = accountDigests(readPersonalDataKeys(personalDataKey));

/** Somebody who is linked to an account. */
async function linked() {
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
  return {
    ...{ linkId, accountId, digest },
    async isLinked() {
      const [row] = await database.rows<{ isLinked: boolean }>(sql`
        select removed_at is null as "isLinked" from zalo_link where id = ${linkId}::uuid`);
      return row?.isLinked;
    },
  };
}

/** The same, and the link cannot be removed yet: another transaction has its row. */
async function linkedAndHeld() {
  const person = await linked();
  const holder = await database.pool.connect();
  await holder.query('begin');
  await holder.query('select from zalo_link where id = $1 for update', [person.linkId]);
  const body = { event: 'user.revoke.consent', appId, userId: person.accountId, timestamp: Date.now() };
  return {
    ...person,
    event: signedMiniAppEvent(body, { apiKey }),
    async release() {
      await holder.query('commit');
      holder.release();
    },
  };
}

/** Keeps that the account is to be forgotten, as a server does that dies over it. */
const leave = (id: string, digest: Buffer | null, until: Date) =>
  seenEvents(
    database,
    () => until,
    () => (digest === null ? null : { appId, digests: [digest] }),
  ).claim(id, until, null);

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

it('an event that is taken again is about whom it names now', async () => {
  const { digest, isLinked } = await linked();
  const at = new Date();
  expect(await leave('again', null, at)).toBe(true);
  expect(await leave('again', digest, at)).toBe(true);
  await forgetAccountsLeft(database, at);
  expect([await isLinked(), await eventsToDo()]).toEqual([false, 0]);
});

it('a withdrawal that fails waits a minute, and holds up none behind it', async () => {
  const [failing, other] = [await linked(), await linked()];
  await database.pool.query(`
    create function refuse_removal() returns trigger language plpgsql as $$ begin raise 'cannot be removed'; end $$;
    create trigger refuse_removal before update on zalo_link for each row
      when (old.id = '${failing.linkId}') execute function refuse_removal()`);
  const at = new Date();
  const later = (seconds: number) => new Date(at.getTime() + seconds * 1000);
  await leave('failing', failing.digest, later(-1));
  await leave('other', other.digest, at);
  await expect(forgetAccountsLeft(database, at)).rejects.toThrow(/1 withdrawals.*cannot be removed/);
  expect([await failing.isLinked(), await other.isLinked(), await eventsToDo()]).toEqual([true, false, 1]);
  await forgetAccountsLeft(database, later(59));
  await database.pool.query('drop trigger refuse_removal on zalo_link');
  expect(await failing.isLinked()).toBe(true);
  await forgetAccountsLeft(database, later(60));
  expect([await failing.isLinked(), await eventsToDo()]).toEqual([false, 0]);
});

it('a row that somebody holds does not stop the worker', async () => {
  const unlimited = connect(database.url, { statementTimeoutMs: 0 });
  onTestFinished(() => unlimited.close());
  const [held, other] = [await linkedAndHeld(), await linked()];
  onTestFinished(held.release);
  const at = new Date();
  await leave('held', held.digest, new Date(at.getTime() - 1));
  await leave('not held', other.digest, at);
  await expect(forgetAccountsLeft(unlimited, at)).rejects.toThrow(/lock timeout/);
  expect([await held.isLinked(), await other.isLinked()]).toEqual([true, false]);
});
