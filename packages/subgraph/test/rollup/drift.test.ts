import { setTimeout } from 'node:timers/promises';
import { addDays, localDate, period, periodsOf } from '@cnscd/domain';
import { expect, it } from 'vitest';
import { connect } from '../../src/database/client.ts';
import { computedInRegions } from '../../src/rollup/computed-in-regions.ts';
import { foldDeltas } from '../../src/rollup/fold-deltas.ts';
import { recount, repairSums } from '../../src/rollup/recount.ts';
import { testDatabase } from '../support/database.ts';
import { countByHand } from './count-by-hand.ts';
import { diceOf, EDITS, killFold, makeRegister, RIVAL_EDITS } from './edit-register.ts';

const db = await testDatabase('empty');
await makeRegister(db);
const PERIODS = ['2024', '2025-H2', '2025-Q1', '2026-03', '2024-W01', '2025-W01', '2026-W53'].map((text) =>
  period(text),
);

/** All regions in one period, as the product answers and as a person counts. */
async function expectRight(at: number): Promise<void> {
  const asked = PERIODS[at % PERIODS.length] ?? period('2025');
  const { rows } = await db.pool.query<{ id: string }>('select id from admin_unit order by id collate "C"');
  const regionIds = rows.map(({ id }) => id);
  expect(await computedInRegions({ db }, regionIds, asked)).toEqual(await countByHand(db, regionIds, asked));
}

it('the five periods of a day are those of the domain', async () => {
  const days = Array.from({ length: 4000 }, (_, index) => addDays(localDate('1999-12-20'), index * 9));
  const ends = Array.from({ length: 60 }, (_, year) => [
    `${1990 + year}-12-31`,
    `${1990 + year}-01-01`,
  ]).flat();
  const all = [...days, ...ends.map((day) => localDate(day))];
  const { rows } = await db.pool.query(
    'select kpi_periods(day) as periods from unnest($1::date[]) with ordinality as asked (day, n) order by n',
    [all],
  );
  expect(rows.map((row) => row.periods)).toEqual(all.map((day) => periodsOf(day)));
});

it('is right after each of 300 random edits, with folds in between and folds killed half-way', async () => {
  const dice = diceOf(20261123);
  let killed = 0;
  for (let step = 0; step < 300; step++) {
    const edit = EDITS[dice(EDITS.length)];
    await edit?.(db, dice);
    if (dice(4) === 0) await foldDeltas(db, { limit: 1 + dice(40) });
    if (dice(15) === 0) {
      const other = connect(db.url, { maxConnections: 1 });
      killed += Number(await killFold(db, () => foldDeltas(other)));
      await other.close();
    }
    await expectRight(step);
  }
  expect(killed).toBeGreaterThan(5);
  expect(await recount(db)).toMatchObject({ driftCount: 0, drift: [] });
  while ((await foldDeltas(db)) > 0);
  expect(await recount(db)).toMatchObject({ pending: 0, driftCount: 0 });
  for (let index = 0; index < PERIODS.length; index++) await expectRight(index);
}, 120_000);

it('is right after four writers and two folds at the same time', async () => {
  let isWriting = true;
  const write = async (seed: number) => {
    const dice = diceOf(seed);
    for (let step = 0; step < 150; step++) {
      // Two that want each other's rows: one is told to try again, as a client would be.
      await RIVAL_EDITS[dice(RIVAL_EDITS.length)]?.(db, dice).catch((error) => {
        if (error.code !== '40P01') throw error;
      });
    }
  };
  const fold = async () => {
    while (isWriting) await foldDeltas(db, { limit: 25 });
  };
  const folding = [fold(), fold()];
  await Promise.all([1, 2, 3, 4].map(write));
  isWriting = false;
  await Promise.all(folding);
  for (let index = 0; index < PERIODS.length; index++) await expectRight(index);
  expect(await recount(db)).toMatchObject({ driftCount: 0 });
}, 60_000);

it.each([
  ['verified', `update activity set status = 'VERIFIED'`, 'update activity_outcome set reached = 61'],
  [
    'verified',
    `update activity set status = 'VERIFIED'`,
    `insert into activity_outcome select id, 'SIM_OWNER', 5 from activity`,
  ],
  [
    'moved with its team',
    `update team set unit_id = '20002'`,
    `update activity set status = 'RETURNED' where starts_at < '2025-01-01'`,
  ],
])('a change waits while its activity is being %s', async (_, first, second) => {
  await db.pool.query(`update activity set status = 'VERIFIED' where starts_at < '2025-01-01'`);
  const client = await db.pool.connect();
  await client.query('begin');
  await client.query(first);
  const changed = db.pool.query(second);
  await setTimeout(100);
  await client.query('commit');
  client.release();
  await changed;
  expect(await recount(db)).toMatchObject({ driftCount: 0 });
});

it('a recount finds what was tampered with, and a repair puts it right', async () => {
  while ((await foldDeltas(db)) > 0);
  const { rows } = await db.pool.query(`
    update kpi_rollup set activities = activities + 3
    where (region_id, is_own, period, topic) = (select region_id, is_own, period, topic from kpi_rollup
      where region_id = 'VN' order by period, topic limit 1) returning period, topic`);
  await db.pool.query(
    `delete from kpi_team_period where team_id = (select max(team_id::text)::uuid from kpi_team_period)`,
  );
  const report = await recount(db);
  expect(report.drift).toContainEqual({
    table: 'kpi_rollup',
    key: ['VN', 'BELOW', rows[0].period, rows[0].topic],
    missing: { activities: -3 },
  });
  expect(report.drift.some(({ table }) => table === 'kpi_team_period')).toBe(true);
  await EDITS[0]?.(db, diceOf(7));
  await repairSums(db);
  expect(await recount(db)).toMatchObject({ driftCount: 0, pending: 0 });
  await expectRight(0);
});

it('refuses to delete outcomes and their activity at once', async () => {
  await expect(
    db.pool.query(`
      with gone as (delete from activity_outcome returning activity_id)
      delete from activity where id in (select activity_id from gone)`),
  ).rejects.toThrow(/delete outcomes before their activities/);
});
