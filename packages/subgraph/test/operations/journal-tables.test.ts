import sql from 'sql-template-tag';
import { expect, it } from 'vitest';
import { testDatabase } from '../support/database.ts';

const database = await testDatabase('empty');

const MADE_IN_BULK = ['team', 'founding_decision', 'member', 'membership', 'activity', 'reported_figure'];

it('every table is guarded whose rows a foreign key would let others lose', async () => {
  const guarded = await database.rows(sql`
    select distinct tgrelid::regclass::text as name from pg_trigger where tgname = 'journal_guard' order by 1`);
  const referenced = await database.rows(sql`
    select name from (select distinct g.tgrelid::regclass::text as name from pg_trigger g
      cross join lateral journal_references(g.tgrelid) r where g.tgname = 'journal_insert' and r.action in ('c', 'n', 'd')) t
    order by 1`);
  expect(referenced.length).toBeGreaterThan(3);
  expect(guarded).toEqual(expect.arrayContaining(referenced));
});

it('no foreign key lets a row go or takes it along unseen when something is undone', async () => {
  const unseen = await database.rows<{ from: string; to: string }>(sql`
    select c.conrelid::regclass::text as "from", c.confrelid::regclass::text as "to" from pg_constraint c
    where c.contype = 'f' and c.confdeltype in ('c', 'n')
      and exists (select from pg_trigger g where g.tgrelid = c.confrelid and g.tgname = 'journal_insert')
      and not exists (select from pg_trigger g where g.tgrelid = c.conrelid and g.tgname = 'journal_insert')
    order by 1, 2`);
  // A merger's own record outlives what it made.
  expect(unseen.filter(({ from }) => from !== 'merger')).toEqual([]);
});

it('what refers to rows that imports make has an index: undoing them looks for each reference', async () => {
  const slow = await database.rows<{ from: string }>(sql`
    select c.conrelid::regclass || '(' || a.attname || ')' as "from" from pg_constraint c
    join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
    where c.contype = 'f' and c.confrelid = any(${MADE_IN_BULK}::regclass[])
      and not exists (select from pg_index i where i.indrelid = c.conrelid and i.indkey[0] = c.conkey[1])
    order by 1`);
  expect(slow).toEqual([]);
});

it('the triggers cost next to nothing without a journal', async () => {
  await database.pool.query(
    `insert into member (id, display_name, search_text) select gen_random_uuid(), 'A', 'a' from generate_series(1, 2000)`,
  );
  const timed = async (statement: string) => {
    await database.pool.query(`alter table member ${statement} trigger journal_update`);
    const started = performance.now();
    await database.pool.query('update member set version = version + 1');
    return performance.now() - started;
  };
  const times: Record<'enable' | 'disable', number[]> = { enable: [], disable: [] };
  for (let round = 0; round < 40; round += 1) {
    times.enable.push(await timed('enable'));
    times.disable.push(await timed('disable'));
    await database.pool.query('vacuum member');
  }
  // The fastest of each: what else runs on the machine only ever adds.
  const ratio = Math.min(...times.enable) / Math.min(...times.disable);
  expect(ratio).toBeLessThan(1.5);
});
