import { randomUUID } from 'node:crypto';
import sql from 'sql-template-tag';
import { expect, it } from 'vitest';
import { connect } from '../../src/database/client.ts';
import { LOAD_LOCK } from '../../src/database/in-load.ts';
import { type Outcome, throughGate } from '../../src/operations/gate.ts';
import type { Transaction } from '../../src/operations/transaction.ts';
import { mergerWrites } from '../support/merger-writes.ts';
import { newTeam } from '../support/new-teams.ts';
import { officer, stranger } from '../support/people.ts';
import { sendWrites } from '../support/send-write.ts';
import { testSubgraph } from '../support/subgraph.ts';

const { run, database } = await testSubgraph('loaded');
const { merge, undo } = mergerWrites({ run });
const province = officer('PROVINCIAL_OFFICER', '44');
const DONE: Outcome = { kind: 'DONE', entityType: 'Thing', entityId: '1', version: 1 };

await database.pool.query('create table thing (id int primary key, writes int not null default 0)');
await database.pool.query('insert into thing values (1), (2)');

const request = (key: string) => ({
  ...{ tenant: 't', actor: 'a', field: 'f', input: { idempotencyKey: key } },
});

it('a write that PostgreSQL ended for the sake of another is run again, and both are done once', async () => {
  let waiting = 0;
  let goOn = () => {};
  const bothHaveOne = new Promise<void>((resolve) => {
    goOn = resolve;
  });
  const inOrder =
    (first: number, second: number) =>
    async (tx: Transaction): Promise<Outcome> => {
      await tx.rows(sql`update thing set writes = writes + 1 where id = ${first}`);
      waiting += 1;
      if (waiting === 2) goOn();
      await bothHaveOne;
      await tx.rows(sql`update thing set writes = writes + 1 where id = ${second}`);
      return DONE;
    };
  const outcomes = await Promise.all([
    throughGate(database, request('forth'), inOrder(1, 2)),
    throughGate(database, request('back'), inOrder(2, 1)),
  ]);
  expect(outcomes).toEqual([DONE, DONE]);
  expect(waiting).toBe(3);
  expect(await database.rows(sql`select writes from thing order by id`)).toEqual([
    { writes: 2 },
    { writes: 2 },
  ]);
});

it('a write that waits too long is refused as one to send again, and its key is free', async () => {
  const impatient = connect(database.url, { statementTimeoutMs: 200 });
  const other = await database.pool.connect();
  try {
    await other.query('begin; select from thing where id = 1 for update');
    const write = async (tx: Transaction) => {
      await tx.rows(sql`update thing set writes = 0 where id = 1`);
      return DONE;
    };
    const busy = throughGate(impatient, request('patient'), write);
    await expect(busy).rejects.toMatchObject({ code: 'BUSY' });
    await other.query('rollback');
    expect(await throughGate(impatient, request('patient'), write)).toEqual(DONE);
  } finally {
    other.release();
    await impatient.close();
  }
});

it('undoing a merger locks teams before their memberships, as other writes do', async () => {
  const [into, from] = await Promise.all([
    newTeam(database, '19597', { an: {} }),
    newTeam(database, '19597', { binh: {} }),
  ]);
  const ids = { intoTeamId: into.id, teamIds: [from.id] };
  const merged = await merge(province, { ...ids, effectiveOn: '2026-11-22', expectedVersion: 1 });
  const other = await database.pool.connect();
  try {
    await other.query('begin');
    await other.query('select from team where id = $1 for update', [into.id]);
    const undone = undo(province, { id: merged.id, expectedVersion: merged.version, reason: 'Nhập nhầm' });
    await expect.poll(() => waitingWrites()).toBe(1);
    await other.query('select from membership where team_id = $1 for update nowait', [into.id]);
    await other.query('rollback');
    expect(await undone).toMatchObject({ status: 'UNDONE' });
  } finally {
    other.release();
  }
});

it('who may not merge units does not wait for a load', async () => {
  const other = await database.pool.connect();
  try {
    await other.query('select pg_advisory_lock($1)', [LOAD_LOCK]);
    const mergeUnits = sendWrites(run, { Merger: 'id' })('mergeUnits');
    const input = {
      ...{ fromUnits: [{ code: '19597' }], name: 'Mới', kind: 'XA', code: '99997' },
      ...{ effectiveOn: '2026-12-01', source: { title: 'Nghị quyết' }, idempotencyKey: randomUUID() },
    };
    for (const as of [stranger(), province])
      expect(await mergeUnits(as, input)).toMatchObject({ code: 'NOT_PERMITTED' });
  } finally {
    await other.query('select pg_advisory_unlock($1)', [LOAD_LOCK]);
    other.release();
  }
});

async function waitingWrites(): Promise<number> {
  const [row] = await database.rows<{ n: number }>(sql`
    select count(*) as n from pg_stat_activity
    where datname = current_database() and wait_event_type = 'Lock' and query like '%undoJournal%'`);
  return row?.n ?? 0;
}
