import { setTimeout as sleep } from 'node:timers/promises';
import sql from 'sql-template-tag';
import { expect, it } from 'vitest';
import { MOST_ATTEMPTS, runImportJobs } from '../../src/imports/jobs/import-jobs.ts';
import { expireImports } from '../../src/imports/staging/forget-rows.ts';
import { receiveFile } from '../../src/imports/staging/receive-file.ts';
import { testDatabase } from '../support/database.ts';
import { importing, NOW, phones, readJson } from './support.ts';

const db = await testDatabase('loaded');
const [nation] = await db.rows<{ id: string }>(sql`select id from admin_unit where level = 'NATION'`);
const regionIds = [nation?.id ?? ''];
const { tools, stateOf, work, dryRun, apply, undo } = importing(db, regionIds);

const bring = (rows: object[] = [{ teamCode: 'KHONG-CO', fullName: 'Nguyễn Văn An' }]) =>
  receiveFile(
    { db, phones, now: NOW },
    {
      ...{ kind: 'ROSTER', fileName: 'to.csv', content: Buffer.from(JSON.stringify(rows)) },
      ...{ tenant: 't', actor: 'a', regionIds },
    },
  );
const rowsOf = (id: string) => db.rows(sql`select n from import_row where import_id = ${id}::uuid`);

it('is given up after it died so often, and can be asked for again once its file was read', async () => {
  const id = await bring();
  await work(id);
  await db.rows(sql`
    update import set status = 'READING', attempts = ${MOST_ATTEMPTS} where id = ${id}::uuid`);
  expect(await work(id)).toMatchObject({ status: 'FAILED', failure: { code: 'IMPORT_INTERRUPTED' } });
  await db.rows(sql`update import set status = 'WAITING', staged_at = null where id = ${id}::uuid`);
  expect(await work(id)).toMatchObject({ status: 'READY', failure: null, attempts: 0 });
});

it('given up before its file was read keeps nothing of it, and asks for it once more', async () => {
  const id = await bring();
  await db.rows(sql`update import set attempts = ${MOST_ATTEMPTS} where id = ${id}::uuid`);
  expect(await work(id)).toMatchObject({ status: 'FAILED', failure: { code: 'IMPORT_INTERRUPTED' } });
  expect(await db.rows(sql`select 1 from import_file where import_id = ${id}::uuid`)).toEqual([]);
  await db.rows(sql`update import set status = 'WAITING' where id = ${id}::uuid`);
  expect(await work(id)).toMatchObject({ status: 'FAILED', failure: { code: 'IMPORT_STATE' } });
});

it('is tried again after a failure of the machine, and says so to the operator only', async () => {
  const id = await bring();
  const log: string[] = [];
  const failing = { ...tools, log: (message: string) => log.push(message) };
  const readFile = () => Promise.reject(new Error('the disk is full'));
  expect(await runImportJobs({ ...failing, readFile })).toBe(0);
  expect(log).toEqual(['the disk is full']);
  expect(await stateOf(id)).toMatchObject({ status: 'READING', attempts: 1, failure: null });
  expect(await work(id)).toMatchObject({ status: 'READY' });
});

it('cannot be opened without the key, and says what is missing', async () => {
  const id = await bring();
  await runImportJobs({ ...tools, phones: null });
  expect(await stateOf(id)).toMatchObject({ status: 'FAILED', failure: { code: 'PHONE_UNAVAILABLE' } });
});

it('leaves nothing where somebody discards it while it is read', async () => {
  const id = await bring();
  await runImportJobs({
    ...tools,
    async readFile(...reading) {
      const result = await readJson(...reading);
      await db.rows(sql`update import set status = 'DISCARDED' where id = ${id}::uuid`);
      return result;
    },
  });
  expect(await stateOf(id)).toMatchObject({ status: 'DISCARDED', report: null });
  expect(await rowsOf(id)).toEqual([]);
});

it('is not taken in while too many of the same person wait to be read', async () => {
  const waiting = await Promise.all(Array.from({ length: 20 }, () => bring()));
  await expect(bring()).rejects.toMatchObject({
    code: 'BUSY',
    messages: { vi: expect.stringContaining('20 tệp') },
  });
  await db.rows(sql`update import set status = 'DISCARDED' where id = any(${waiting}::uuid[])`);
  await bring();
  await runImportJobs(tools);
});

it('is for one worker at a time', async () => {
  const [one, other] = [await bring(), await bring()];
  let [atWork, most] = [0, 0];
  const slow = {
    ...tools,
    async readFile(...reading: Parameters<typeof readJson>) {
      atWork += 1;
      most = Math.max(most, atWork);
      await sleep(200);
      atWork -= 1;
      return readJson(...reading);
    },
  };
  const done = await Promise.all([runImportJobs(slow), runImportJobs(slow), runImportJobs(slow)]);
  expect([most, done.reduce((sum, count) => sum + count)]).toEqual([1, 2]);
  expect(await stateOf(one)).toMatchObject({ status: 'READY' });
  expect(await stateOf(other)).toMatchObject({ status: 'READY' });
});

it('is forgotten with its rows once it cannot be undone any more; the counts stay', async () => {
  const id = await bring();
  await work(id);
  expect(await rowsOf(id)).toHaveLength(1);
  const later = (days: number) => new Date(NOW.getTime() + days * 86_400_000);
  expect(await expireImports(db, later(29))).toBe(0);
  expect(await expireImports(db, later(31))).toBeGreaterThan(0);
  expect(await rowsOf(id)).toEqual([]);
  // There is nothing left that could be applied.
  expect(await stateOf(id)).toMatchObject({ status: 'DISCARDED', rows: 1, report: null });
  expect(await expireImports(db, later(31))).toBe(0);
});

it('counts nothing in the steps that are one for all rows', async () => {
  await db.pool.query(`create table progress_seen (at serial, phase text, done int, total int);
    create function see_progress() returns trigger language plpgsql as $$ begin
      insert into progress_seen (phase, done, total) values (new.phase, new.done, new.total); return new; end $$;
    create trigger see_progress after update of phase on import for each row when (new.phase is not null) execute function see_progress()`);
  const [team] = await db.rows<{ code: string }>(
    sql`select code from team where status = 'ACTIVE' and unit_id is not null order by code limit 1`,
  );
  const { id } = await dryRun('ROSTER', [{ teamCode: team?.code, fullName: 'Nguyễn Người Mới' }]);
  expect(await apply(id)).toMatchObject({ status: 'APPLIED' });
  expect(await undo(id)).toMatchObject({ status: 'UNDONE' });
  const seen = await db.rows<{ phase: string; total: number | null }>(
    sql`select distinct on (phase) phase, total from progress_seen order by phase, total desc nulls last`,
  );
  expect(seen).toEqual(['JUDGING', 'UNDOING', 'WRITING'].map((phase) => ({ phase, total: null })));
  await db.pool.query(
    'drop trigger see_progress on import; drop function see_progress; drop table progress_seen',
  );
});
