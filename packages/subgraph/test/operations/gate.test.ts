import { DomainError } from '@cnscd/domain';
import sql from 'sql-template-tag';
import { describe, expect, it } from 'vitest';
import { connect, type Database } from '../../src/database/client.ts';
import { expireKeys } from '../../src/operations/expire-keys.ts';
import { type Outcome, throughGate } from '../../src/operations/gate.ts';
import type { Transaction } from '../../src/operations/transaction.ts';
import { testDatabase } from '../support/database.ts';

const database = await testDatabase('empty');
await database.pool.query('create table written (key text, note text)');

const DONE: Outcome = { kind: 'DONE', entityType: 'Written', entityId: '1', version: 1 };

function ask(db: Database, key: string, note: string, write = writeNote(key, note)): Promise<Outcome> {
  const request = { tenant: 't', actor: 'a', field: 'f', input: { idempotencyKey: key, note } };
  return throughGate(db, request, write);
}

const writeNote =
  (key: string, note: string) =>
  async (tx: Transaction): Promise<Outcome> => {
    await tx.rows(sql`insert into written values (${key}, ${note})`);
    return DONE;
  };

async function timesWritten(key: string): Promise<number> {
  const [row] = await database.rows<{ n: number }>(sql`select count(*) as n from written where key = ${key}`);
  return row?.n ?? 0;
}

describe('the gate', () => {
  it('runs a write once and answers its replay alike', async () => {
    expect(await ask(database, 'once', 'x')).toEqual(DONE);
    expect(await ask(database, 'once', 'x')).toEqual(DONE);
    expect(await timesWritten('once')).toBe(1);
  });

  it('takes inputs that mean the same for the same', async () => {
    const write = writeNote('same', 'x');
    const input = { idempotencyKey: 'same', a: 'Quảng Trị', b: { c: 1, d: undefined } };
    const other = { b: { c: 1 }, a: 'Quảng Trị'.normalize('NFD'), idempotencyKey: 'same' };
    const who = { tenant: 't', actor: 'a', field: 'f' };
    await throughGate(database, { ...who, input }, write);
    expect(await throughGate(database, { ...who, input: other }, write)).toEqual(DONE);
    expect(await timesWritten('same')).toBe(1);
  });

  it('refuses another input under the same key, and keeps the first', async () => {
    await ask(database, 'reused', 'x');
    await expect(ask(database, 'reused', 'y')).rejects.toMatchObject({ code: 'KEY_REUSED' });
    expect(await timesWritten('reused')).toBe(1);
  });

  it('keeps keys apart by tenant, actor and field', async () => {
    const input = { idempotencyKey: 'shared' };
    for (const who of [
      { tenant: 't', actor: 'a', field: 'f' },
      { tenant: 't2', actor: 'a', field: 'f' },
      { tenant: 't', actor: 'a2', field: 'f' },
      { tenant: 't', actor: 'a', field: 'f2' },
    ]) {
      await throughGate(database, { ...who, input }, writeNote('shared', ''));
    }
    expect(await timesWritten('shared')).toBe(4);
  });

  it('remembers what the rules refused, without what was half written', async () => {
    let runs = 0;
    const refuse = async (tx: Transaction): Promise<Outcome> => {
      runs += 1;
      await writeNote('refused', 'x')(tx);
      throw new DomainError('INPUT_INVALID', { vi: 'không', en: 'no' }, { field: 'note' });
    };
    const refused = {
      kind: 'REFUSED',
      code: 'INPUT_INVALID',
      messages: { vi: 'không', en: 'no' },
      field: 'note',
    };
    expect(await ask(database, 'refused', 'x', refuse)).toEqual(refused);
    expect(await ask(database, 'refused', 'x', refuse)).toEqual(refused);
    expect([runs, await timesWritten('refused')]).toEqual([1, 0]);
  });

  it('forgets what failed for another reason, so that it can be tried again', async () => {
    const fail = async (tx: Transaction): Promise<Outcome> => {
      await writeNote('failed', 'x')(tx);
      throw new Error('the database is down');
    };
    await expect(ask(database, 'failed', 'x', fail)).rejects.toThrow('the database is down');
    expect(await ask(database, 'failed', 'x')).toEqual(DONE);
    expect(await timesWritten('failed')).toBe(1);
  });

  it('never runs a key again whose outcome has expired', async () => {
    await ask(database, 'old', 'x');
    await database.pool.query(`update idempotency_key set created_at = '2026-10-01' where key = 'old'`);
    expect(await expireKeys(database, new Date('2026-10-31T00:00:00Z'))).toBe(0);
    expect(await ask(database, 'old', 'x')).toEqual(DONE);
    expect(await expireKeys(database, new Date('2026-11-01T00:00:00Z'))).toBe(1);
    await expect(ask(database, 'old', 'x')).rejects.toMatchObject({ code: 'KEY_EXPIRED' });
    expect(await timesWritten('old')).toBe(1);
  });

  it.each(['', '   ', 'x'.repeat(256), 'a\0b', '\ud800'])('refuses the key %j', async (key) => {
    await expect(ask(database, key, 'x')).rejects.toMatchObject({ code: 'KEY_INVALID' });
  });
});

it('loses and doubles nothing while five callers race for each key and connections are killed', async () => {
  const replicas = [
    connect(database.url, { maxConnections: 8 }),
    connect(database.url, { maxConnections: 8 }),
  ];
  const keys = Array.from({ length: 300 }, (_, index) => `storm-${index}`);
  let [killed, isOver] = [0, false];
  const killer = (async () => {
    while (!isOver) {
      const { rowCount } = await database.pool.query(`
        select pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and pid <> pg_backend_pid() and state <> 'idle' order by random() limit 1`);
      killed += rowCount ?? 0;
      await new Promise((done) => setTimeout(done, 20));
    }
  })();
  const persist = async (key: string, replica: Database): Promise<Outcome> => {
    for (;;) {
      try {
        return await ask(replica, key, key);
      } catch (error) {
        if (error instanceof DomainError) throw error; // a refusal is an answer; a lost connection is tried again
      }
    }
  };
  const asked = keys.flatMap((key) => Array.from({ length: 5 }, (_, index) => ({ key, replica: index % 2 })));
  const answers = await Promise.all(
    asked.map(({ key, replica }) => persist(key, replicas[replica] ?? database)),
  );
  isOver = true;
  await killer;
  for (const replica of replicas) await replica.close();
  const [counts] = await database.rows<{ lost: number; doubled: number }>(sql`
    select count(*) filter (where n = 0) as lost, count(*) filter (where n > 1) as doubled
    from (select k, count(w.key) as n from unnest(${keys}::text[]) as k left join written w on w.key = k group by k) per`);
  expect({ ...counts, divergent: answers.filter((answer) => answer.kind !== 'DONE').length }).toEqual({
    lost: 0,
    doubled: 0,
    divergent: 0,
  });
  expect(killed).toBeGreaterThan(3);
});
