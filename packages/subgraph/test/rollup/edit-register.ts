import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import type { Database } from '../../src/database/client.ts';
import { deriveUnitScopes } from '../../src/features/units/loading/derive-unit-scopes.ts';
import { makeCountry } from '../support/small-country.ts';

/** A whole number from 0 to below `end`; the same row of numbers for the same seed. */
export type Dice = (end: number) => number;

export function diceOf(seed: number): Dice {
  let state = seed;
  return (end) => {
    // Mulberry32: small, and good enough to choose edits by.
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % end;
  };
}

const COMMUNES = ['10001', '10002', '10003', '20001', '20002'];
const STATUSES = ['PLANNED', 'DONE', 'VERIFIED', 'VERIFIED', 'RETURNED', 'CANCELLED'];
const TOPICS = ['E_ID', 'E_HEALTH', 'QR_PAYMENT'];
const TEAMS = 12;

/** Two provinces; 10003 ended and went into two communes, so that it lies only partly in each. */
export async function makeRegister(db: Database): Promise<void> {
  await makeCountry(db, {
    units: [
      ...['VN NATION -', '10 PROVINCE VN', '20 PROVINCE VN', '10001 COMMUNE 10', '10002 COMMUNE 10'],
      ...['10003 COMMUNE 10 ..2025-06-30', '20001 COMMUNE 20', '20002 COMMUNE 20'],
    ],
    links: ['10003 -> 10001 PART 2025-07-01', '10003 -> 20001 PART 2025-07-01'],
  });
  await db.pool.query(
    `insert into team (id, code, name, kind, status, level, unit_id, founded_on, search_text)
     select gen_random_uuid(), 'T' || n, 'T' || n, 'COMMUNITY', 'ACTIVE', 'VILLAGE',
       ($1::text[])[1 + n % cardinality($1::text[])], case when n % 3 = 0 then date '2025-03-01' end, 't' || n
     from generate_series(1, ${TEAMS}) n`,
    [COMMUNES],
  );
}

/** One change of the register, as a write, an import or a merger makes it. */
export type Edit = (db: Database, dice: Dice) => Promise<unknown>;

const anyOf = <Item>(items: readonly Item[], dice: Dice): Item => items[dice(items.length)] as Item; // never empty

const instant = (dice: Dice) =>
  new Date(Date.UTC(2024 + dice(3), dice(12), 1 + dice(31), dice(24), dice(60))).toISOString();

const count = (dice: Dice, most: number) => (dice(5) === 0 ? null : dice(most + 1));

/** Null is unknown; what is known stays in order. */
function outcome(dice: Dice): (string | number | null)[] {
  const reached = count(dice, 60);
  const assisted = count(dice, reached ?? 60);
  return [anyOf(TOPICS, dice), reached, assisted, count(dice, assisted ?? reached ?? 60)];
}

const anActivity = `(select id from activity order by md5(id::text || $1) limit 1)`;
const aTeam = `(select id from team order by md5(id::text || $1) limit 1)`;

const insertActivity: Edit = async (db, dice) => {
  const id = randomUUID();
  await db.pool.query(
    `insert into activity (id, team_id, kind, status, title, starts_at)
     select $2, ${aTeam}, 'MEETING', $3, 'x', $4`,
    [String(dice(1e6)), id, anyOf(STATUSES, dice), instant(dice)],
  );
  await db.pool.query(`insert into activity_outcome values ($1, $2, $3, $4, $5)`, [id, ...outcome(dice)]);
};

const insertAtOnce: Edit = (db, dice) =>
  db.pool.query(
    `with held as (
       insert into activity (id, team_id, kind, status, title, starts_at)
       select gen_random_uuid(), ${aTeam}, 'MEETING', 'VERIFIED', 'x', $2 returning id)
     insert into activity_outcome select id, $3, $4, $5, $6 from held`,
    [String(dice(1e6)), instant(dice), ...outcome(dice)],
  );

const changeStatus: Edit = (db, dice) =>
  db.pool.query(`update activity set status = $2 where id = ${anActivity}`, [
    String(dice(1e6)),
    anyOf(STATUSES, dice),
  ]);

const changeManyStatuses: Edit = (db, dice) =>
  db.pool.query(`update activity set status = $2 where starts_at < $1`, [
    instant(dice),
    anyOf(['VERIFIED', 'VERIFIED', 'RETURNED'], dice),
  ]);

const moveInTime: Edit = (db, dice) =>
  db.pool.query(`update activity set starts_at = $2 where id = ${anActivity}`, [
    String(dice(1e6)),
    instant(dice),
  ]);

const moveToTeam: Edit = (db, dice) =>
  db.pool.query(`update activity set team_id = ${aTeam} where id = ${anActivity}`, [String(dice(1e6))]);

const changeOutcome: Edit = (db, dice) => {
  const [topic, ...counts] = outcome(dice);
  return db.pool.query(
    `insert into activity_outcome select ${anActivity}, $2, $3, $4, $5 where exists (select from activity)
     on conflict (activity_id, topic) do update
     set reached = excluded.reached, assisted = excluded.assisted, succeeded = excluded.succeeded`,
    [String(dice(1e6)), topic, ...counts],
  );
};

const removeOutcomes: Edit = (db, dice) =>
  db.pool.query(`delete from activity_outcome where activity_id = ${anActivity}`, [String(dice(1e6))]);

const removeActivity: Edit = async (db, dice) => {
  const values = [String(dice(1e6))];
  await db.pool.query(`delete from activity_outcome where activity_id = ${anActivity}`, values);
  await db.pool.query(`delete from activity where id = ${anActivity}`, values);
};

const moveTeam: Edit = (db, dice) =>
  db.pool.query(`update team set unit_id = $2 where id = ${aTeam}`, [
    String(dice(1e6)),
    anyOf([...COMMUNES, null], dice),
  ]);

const renameTeams: Edit = (db) => db.pool.query(`update team set name = name || 'x'`);

const undoneAtOnce: Edit = async (db, dice) => {
  const client = await db.pool.connect();
  await client.query('begin');
  await client.query(`update activity set status = 'VERIFIED' where starts_at > $1`, [instant(dice)]);
  await client.query('rollback');
  client.release();
};

/** Two communes become one, and the next time they are two again. */
const mergeUnits: Edit = async (db) => {
  const { rowCount } = await db.pool.query(`select from admin_unit where id = '10009'`);
  if (rowCount === 0) {
    await db.pool.query(`
      insert into admin_unit (id, code, name, full_name, kind, level, parent_id, search_text, source_id)
      values ('10009', '10009', '10009', '10009', 'XA', 'COMMUNE', '20', '10009', 's')`);
    await db.pool.query(`update admin_unit set valid_to = '2026-06-30' where id in ('10001', '10002')`);
    await db.pool.query(`
      insert into unit_link (from_id, to_id, kind, effective_on, source_id)
      select id, '10009', 'WHOLE', '2026-07-01', 's' from admin_unit where id in ('10001', '10002')`);
    await db.pool.query(`update team set unit_id = '10009' where unit_id = '10002'`);
  } else {
    await db.pool.query(`update team set unit_id = '10002' where unit_id = '10009'`);
    await db.pool.query(`delete from unit_link where to_id = '10009'`);
    await db.pool.query(`delete from admin_unit where id = '10009'`);
    await db.pool.query(`update admin_unit set valid_to = null where id in ('10001', '10002')`);
  }
  await deriveUnitScopes(db);
};

/** Every edit, the frequent ones more than once. */
export const EDITS: readonly Edit[] = [
  ...[insertActivity, insertActivity, insertActivity, insertAtOnce, changeStatus, changeStatus, changeStatus],
  ...[changeManyStatuses, moveInTime, moveInTime, moveToTeam, changeOutcome, changeOutcome, removeOutcomes],
  ...[removeActivity, moveTeam, moveTeam, renameTeams, undoneAtOnce, mergeUnits],
];

/** Those that different writers make at the same time. */
export const RIVAL_EDITS: readonly Edit[] = [
  ...[
    changeStatus,
    changeStatus,
    changeOutcome,
    changeOutcome,
    moveInTime,
    moveToTeam,
    moveTeam,
    insertAtOnce,
  ],
];

/** Ends the server's side of a fold when it has taken its deltas away and not yet written all sums. */
export async function killFold(db: Database, fold: () => Promise<number>): Promise<boolean> {
  const holder = await db.pool.connect();
  await holder.query('begin');
  await holder.query('select from kpi_rollup for update');
  let isOver = false;
  const folding = fold()
    .then(
      () => false,
      () => true,
    )
    .finally(() => {
      isOver = true;
    });
  // It waits for a row that the holder has, or has none to wait for and is over.
  while (!isOver) {
    // Not by the holder: within a transaction the list of activity stands still.
    await db.pool.query(`
      select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock' and query like '%foldDeltas%'
        and pid <> pg_backend_pid()`);
    await setTimeout(5);
  }
  await holder.query('rollback');
  holder.release();
  return folding;
}
