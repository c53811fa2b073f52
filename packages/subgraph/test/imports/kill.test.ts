import { setTimeout as sleep } from 'node:timers/promises';
import sql from 'sql-template-tag';
import { afterAll, expect, it } from 'vitest';
import type { ImportRecord } from '../../src/entities/import.ts';
import { receiveFile } from '../../src/imports/staging/receive-file.ts';
import { type RunningCommand, startCommand } from '../support/command.ts';
import { testDatabase } from '../support/database.ts';
import { importing, KEY, NOW, phones } from './support.ts';

const db = await testDatabase('loaded');
const [nation] = await db.rows<{ id: string }>(sql`select id from admin_unit where level = 'NATION'`);
const { stateOf, ask } = importing(db, [nation?.id ?? '']);

const PEOPLE = 3000;
const KILLS_OF_JOB = 5;
/** A random moment in each fifth of a job, as a share of how long it takes undisturbed. What fails names it. */
const randomMoments = () =>
  Array.from({ length: KILLS_OF_JOB }, (_, part) => 0.02 + (0.9 * (part + Math.random())) / KILLS_OF_JOB);
/** Undisturbed it takes most of a minute; a machine with other work to do takes several. */
const TIMEOUT_MS = 900_000;
/** A moment that comes too late for once is tried again a little earlier. */
const MOST_TRIES = 4;

await db.pool.query(`insert into team (id, code, name, kind, status, level, unit_id, search_text, no_decision_reason)
  select gen_random_uuid(), 'KILL-' || n, 'Tổ ' || n, 'COMMUNITY', 'ACTIVE', 'COMMUNE', u.id, 'to', 'x'
  from generate_series(1, 300) n cross join (select id from admin_unit where code = '19597' and valid_to is null) u`);
const ROSTER = Buffer.from(
  [
    'Họ và tên;Số điện thoại;Mã tổ;Vai trò',
    ...Array.from(
      { length: PEOPLE },
      (_, n) => `Người Thứ ${words(n)};09${String(10_000_000 + n)};KILL-${(n % 300) + 1};Thành viên`,
    ),
  ].join('\n'),
);

/** Each a name of its own, of letters only. */
function words(n: number): string {
  const letters = 'ABCDEGHIKLMNOPQRSTUVXY';
  return [n % 20, Math.floor(n / 20) % 20, Math.floor(n / 400)].map((at) => `${letters[at]}an`).join(' ');
}

let worker: RunningCommand = startWorker();
afterAll(() => worker.child.kill('SIGKILL'));

function startWorker(): RunningCommand {
  return startCommand(['work', '--interval=0.1'], { DATABASE_URL: db.url, CNSCD_PERSONAL_DATA_KEY: KEY });
}

async function killWorker(): Promise<void> {
  worker.child.kill('SIGKILL');
  await worker.ended;
}

async function waitFor(id: string, is: (record: ImportRecord) => boolean): Promise<ImportRecord> {
  for (const end = Date.now() + 120_000; Date.now() < end; await sleep(10)) {
    const record = await stateOf(id);
    if (is(record)) return record;
  }
  throw new Error(`the import rests at ${JSON.stringify(await stateOf(id))}`);
}

const bring = () =>
  receiveFile(
    { db, phones, now: NOW },
    {
      ...{ kind: 'ROSTER', fileName: 'to.csv', content: ROSTER, tenant: 't', actor: 'a' },
      regionIds: [nation?.id ?? ''],
    },
  );

/** How many people, memberships and entries of the journal there are: none of them without the others. */
async function written(): Promise<number[]> {
  const [row] = await db.rows<{ people: number; terms: number; journal: number }>(sql`
    select (select count(*) from member where display_name like 'Người Thứ %') as people,
      (select count(*) from membership ms join team t on t.id = ms.team_id where t.code like 'KILL-%') as terms,
      (select count(*) from journal_row r join journal j on j.id = r.journal_id where j.undone_at is null) as journal`);
  return [row?.people ?? 0, row?.terms ?? 0, row?.journal ?? 0];
}

const NOTHING = [0, 0, 0];
const ALL = [PEOPLE, PEOPLE, 2 * PEOPLE];

interface Job {
  begin(): Promise<string>;
  atWork: ImportRecord['status'];
  done: ImportRecord['status'];
  /** What there is while it is not done, and once it is. */
  before: number[];
  after: number[];
  /** Makes it possible to begin again. */
  reset(id: string): Promise<unknown>;
}

async function undo(id: string): Promise<void> {
  await ask(id, 'UNDOING');
  await waitFor(id, ({ status }) => status === 'UNDONE');
  expect(await written()).toEqual(NOTHING);
}

const DRY_RUN: Job = {
  ...{ begin: bring, atWork: 'READING', done: 'READY', before: NOTHING, after: NOTHING },
  reset: async () => {},
};
const APPLY: Job = {
  async begin() {
    const id = await bring();
    await waitFor(id, ({ status }) => status === 'READY');
    await ask(id, 'APPLYING');
    return id;
  },
  ...{ atWork: 'APPLYING', done: 'APPLIED', before: NOTHING, after: ALL, reset: undo },
};

/** How long a job takes when nobody is killed, from when it is taken up. */
async function duration(job: Job): Promise<number> {
  const id = await job.begin();
  await waitFor(id, ({ status, attempts }) => status === job.atWork && attempts > 0);
  const began = performance.now();
  await waitFor(id, ({ status }) => status === job.done);
  const took = performance.now() - began;
  expect(await written()).toEqual(job.after);
  await job.reset(id);
  return took;
}

/** Kills the worker in the middle of a job, and lets a new one finish it. True where the kill hit. */
async function killAt(job: Job, afterMs: number): Promise<boolean> {
  const id = await job.begin();
  await waitFor(id, ({ status, attempts }) => status === job.atWork && attempts > 0);
  await sleep(afterMs);
  await killWorker();
  const { status } = await stateOf(id);
  const isHit = status === job.atWork;
  expect([job.atWork, job.done]).toContain(status);
  expect(await written()).toEqual(isHit ? job.before : job.after);
  worker = startWorker();
  const ended = await waitFor(id, ({ status }) => status !== job.atWork);
  expect(ended).toMatchObject({ status: job.done, failure: null, newRows: PEOPLE, faultyRows: 0 });
  expect(await written()).toEqual(job.after);
  await job.reset(id);
  return isHit;
}

it('is all or nothing at whatever moment the worker is killed, and a new one finishes it', {
  timeout: TIMEOUT_MS,
}, async () => {
  let hits = 0;
  for (const job of [DRY_RUN, APPLY]) {
    let took = await duration(job);
    for (const moment of randomMoments()) {
      let isHit = false;
      for (let tries = 0; tries < MOST_TRIES && !isHit; tries += 1) {
        const afterMs = took * moment;
        isHit = await killAt(job, afterMs);
        // A process that has done it before is faster.
        if (!isHit) took = afterMs * 0.8;
      }
      expect(isHit, `a kill at ${moment} of ${job.atWork}`).toBe(true);
      hits += 1;
    }
  }
  expect(hits).toBe(2 * KILLS_OF_JOB);
  // Nobody goes on for the dead: each of them left a connection behind.
  const [left] = await db.rows<{ count: number }>(sql`
    select count(*) from pg_stat_activity
    where datname = current_database() and state = 'active' and pid <> pg_backend_pid() and query like '%import%'`);
  expect(left?.count).toBe(0);
});
