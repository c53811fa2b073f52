import sql from 'sql-template-tag';
import { beforeEach, expect, it } from 'vitest';
import { exportFile } from '../../../src/exports/export-file.ts';
import { readFile } from '../../../src/imports/reading/read-file.ts';
import { exportsOfRegister } from '../../exports/reading.ts';
import { officer, staffedTeams } from '../../support/people.ts';
import { sendWrites } from '../../support/send-write.ts';
import { importing, registerDigest } from '../support.ts';

const { database, contextOf, run } = await exportsOfRegister();
const [province] = await database.rows<{ id: string }>(sql`
  select id from admin_unit where code = '44' and valid_to is null`);
const jobs = importing(database, [province?.id ?? '']);
const [team, other] = await staffedTeams(database, '19597', 2);
const [teamCode, otherCode] = [team?.code, other?.code];

beforeEach(() => database.pool.query('delete from activity_outcome; delete from activity'));

const held = () =>
  database.rows<Record<string, unknown>>(sql`
    select a.kind, a.status, a.title, to_char(a.starts_at at time zone 'Asia/Ho_Chi_Minh', 'YYYY-MM-DD HH24:MI') as at,
      a.duration_minutes as minutes, a.place, a.contributors, a.version,
      array(select format('%s %s/%s/%s', o.topic, o.reached, o.assisted, o.succeeded) from activity_outcome o
        where o.activity_id = a.id order by o.topic) as outcomes
    from activity a order by a.starts_at, a.title`);
const market = { teamCode, kind: 'MARKET_VISIT', title: 'Ra quân ở chợ', date: '2026-11-02', time: '06:30' };
const one = (topic: string, reached: number | null = null, assisted: number | null = null) => ({
  outcomes: [{ topic, reached, assisted, succeeded: null }],
});
const ROWS = [
  { ...market, place: 'Chợ Cam Lộ', ...one('E_ID', 40, 12) },
  { ...market, kind: null, durationMinutes: 90, ...one('QR_PAYMENT', 25, 0) },
  { ...market, teamCode: otherCode, title: 'Họp tổ', kind: 'MEETING', time: '19:00', outcomes: [] },
];
const apply = async (rows: Record<string, unknown>[]) => {
  const { id } = await jobs.dryRun('ACTIVITIES', rows);
  return jobs.apply(id);
};

it('records activities with a topic in each row, not again, and takes them back to the byte', async () => {
  const before = await registerDigest(database);
  const dry = await jobs.dryRun('ACTIVITIES', ROWS);
  expect(dry).toMatchObject({ status: 'READY', newRows: 3, faultyRows: 0, warnings: 0 });
  expect(await registerDigest(database)).toEqual(before);
  expect(await jobs.apply(dry.id)).toMatchObject({ status: 'APPLIED', failure: null });
  const by = { contributors: ['https://identity.test#officer'], version: 1, status: 'DONE' };
  expect(await held()).toEqual([
    {
      ...{ ...by, kind: 'MARKET_VISIT', title: 'Ra quân ở chợ', at: '2026-11-02 06:30', minutes: 90 },
      ...{ place: 'Chợ Cam Lộ', outcomes: ['E_ID 40/12/', 'QR_PAYMENT 25/0/'] },
    },
    {
      ...{ ...by, kind: 'MEETING', title: 'Họp tổ', at: '2026-11-02 19:00', minutes: null, place: null },
      outcomes: [],
    },
  ]);
  const again = await jobs.dryRun('ACTIVITIES', ROWS);
  expect(await jobs.outcomes(again.id)).toEqual(['UNCHANGED', 'UNCHANGED', 'UNCHANGED']);
  const audits = await database.rows(sql`
    select field, after ->> 'status' as status, jsonb_array_length(after -> 'outcomes') as topics from audit_entry
    where entity_type = 'Activity' order by id`);
  expect(audits).toEqual([
    { field: 'applyImport', status: 'DONE', topics: 2 },
    { field: 'applyImport', status: 'DONE', topics: 0 },
  ]);
  expect((await jobs.undo(dry.id)).failure).toBeNull();
  expect(await registerDigest(database)).toEqual(before);
});

it('changes what a row says otherwise: an empty cell nothing, 0 to 0, what was returned is done again', async () => {
  await apply(ROWS);
  await database.pool.query(`update activity set status = 'RETURNED', status_reason = 'thiếu số' where kind = 'MARKET_VISIT';
    update activity set contributors = '{somebody}'`);
  const before = await registerDigest(database);
  const dry = await jobs.dryRun('ACTIVITIES', [
    { ...market, kind: 'LAUNCH_DAY', place: null, ...one('E_ID', 0, 0) },
    { ...market, kind: null, ...one('QR_PAYMENT') },
    { ...market, kind: null, ...one('ONLINE_SAFETY') },
    { ...market, teamCode: otherCode, title: 'Họp  tổ', time: null, outcomes: [], kind: null },
  ]);
  expect(await jobs.outcomes(dry.id)).toEqual(['CHANGED', 'UNCHANGED', 'CHANGED', 'FAULTY']);
  const changes = await database.rows(sql`
    select v.n, c.* from import_verdict v cross join jsonb_to_recordset(v.changes) as c (field text, before text, after text)
    where v.import_id = ${dry.id}::uuid`);
  expect(changes).toEqual([
    { n: 1, field: 'kind', before: 'MARKET_VISIT', after: 'LAUNCH_DAY' },
    { n: 1, field: 'reached', before: '40', after: '0' },
    { n: 1, field: 'assisted', before: '12', after: '0' },
    { n: 3, field: 'topics', before: null, after: 'ONLINE_SAFETY' },
  ]);
  await jobs.apply(dry.id);
  expect(await held()).toMatchObject([
    {
      ...{ kind: 'LAUNCH_DAY', status: 'DONE', place: 'Chợ Cam Lộ', version: 2 },
      contributors: ['https://identity.test#officer', 'somebody'],
      outcomes: ['E_ID 0/0/', 'QR_PAYMENT 25/0/', 'ONLINE_SAFETY //'],
    },
    { kind: 'MEETING', version: 1, contributors: ['somebody'] },
  ]);
  await jobs.undo(dry.id);
  await database.pool.query('update activity set version = 1');
  expect(await registerDigest(database)).toEqual(before);
});

it('says what cannot be recorded or changed, and what would be right', async () => {
  await apply(ROWS);
  const [first] = await database.rows<{ id: string }>(
    sql`update activity set status = 'VERIFIED' where kind = 'MARKET_VISIT' returning id`,
  );
  const fresh = { ...market, title: 'Buổi mới' };
  const dry = await jobs.dryRun('ACTIVITIES', [
    { ...market, place: 'Nơi khác' },
    { ...market, ...one('E_ID', 40) },
    { ...fresh, time: null },
    { ...fresh, kind: null, time: '08:00' },
    { ...fresh, date: '2099-01-01' },
    { ...fresh, status: 'PLANNED', time: '09:00' },
    { ...fresh, durationMinutes: 0, time: '10:00' },
    { ...fresh, activityId: '00000000-0000-4000-8000-000000000000' },
    { ...market, activityId: first?.id, teamCode: otherCode, ...one('E_HEALTH') },
    { ...fresh, place: 'A', time: '11:00', ...one('E_ID') },
    { ...fresh, place: 'B', time: '11:00', ...one('QR_PAYMENT') },
    { ...fresh, time: '11:00', ...one('E_ID') },
    { ...fresh, heldIn: 'Xã Không Có', time: '12:00' },
    { ...market, teamCode: otherCode, title: 'Họp tổ', kind: null, time: '19:00', status: 'CANCELLED' },
    { ...fresh, teamCode: 'KHONG-CO' },
  ]);
  expect(await jobs.findings(dry.id)).toEqual({
    1: ['ACTIVITY_CLOSED'],
    3: ['ACTIVITY_INCOMPLETE'],
    4: ['ACTIVITY_INCOMPLETE'],
    5: ['ACTIVITY_IN_FUTURE', 'DAY_OUT_OF_RANGE'],
    6: ['ACTIVITY_NOT_DONE'],
    7: ['DURATION_OUT_OF_RANGE'],
    8: ['ACTIVITY_UNKNOWN'],
    9: ['ACTIVITY_CLOSED', 'ACTIVITY_TEAM_DIFFERS'],
    11: ['ACTIVITY_ROWS_DIFFER'],
    12: ['ROW_REPEATED'],
    13: ['UNIT_UNKNOWN'],
    14: ['ACTIVITY_STATUS_KEPT'],
    15: ['TEAM_UNKNOWN'],
  });
});

it('lets a team that has ended keep what it did, and adds nothing after its last day', async () => {
  await apply([{ ...market, ...one('E_ID', 1) }]);
  await database.pool.query(`update team set status = 'DISSOLVED', ended_on = '2026-11-05' where code = $1`, [
    teamCode,
  ]);
  const dry = await jobs.dryRun('ACTIVITIES', [
    { ...market, ...one('E_ID', 1) },
    { ...market, title: 'Sau cùng', date: '2026-11-05' },
    { ...market, title: 'Quá muộn', date: '2026-11-06' },
  ]);
  expect(await jobs.outcomes(dry.id)).toEqual(['UNCHANGED', 'NEW', 'FAULTY']);
  expect(await jobs.findings(dry.id)).toEqual({ 3: ['TEAM_ENDED'] });
  await database.pool.query(`update team set status = 'ACTIVE', ended_on = null where code = $1`, [teamCode]);
});

it('nobody verifies what they imported themselves, and it counts once where somebody else does', async () => {
  await apply(ROWS);
  const as = officer('COMMUNE_OFFICER', '19597');
  await database.pool.query('update activity set contributors = $1', [[`${as.issuer}#${as.subject}`]]);
  const [activity] = await database.rows<{ id: string }>(
    sql`select id from activity where kind = 'MARKET_VISIT'`,
  );
  const verified = await sendWrites(run, { Activity: 'id' })('verifyActivity')(as, {
    ...{ id: activity?.id, expectedVersion: 1 },
  });
  expect(verified).toMatchObject({ __typename: 'Refusal', code: 'VERIFY_OWN' });
  await database.pool.query(
    `truncate kpi_delta; update activity set status = 'VERIFIED' where kind = 'MARKET_VISIT'`,
  );
  const [sums] = await database.rows(sql`
    select sum(activities) filter (where topic = '')::int as activities, sum(reached)::int as reached from kpi_delta`);
  expect(sums).toEqual({ activities: 1, reached: 65 });
});

/** An exported file, its text changed, as the reading takes it. */
async function exported(change: (text: string) => string = (text) => text) {
  const { bytes, fileName } = await exportFile(await contextOf(officer('PROVINCIAL_OFFICER', '44')), {
    ...{ name: 'activities.csv', given: { unitCode: '44' } },
  });
  const values: Record<string, unknown>[] = [];
  const issues: unknown[] = [];
  const text = change(Buffer.from(bytes).toString());
  await readFile(Buffer.from(text), { fileName, kind: 'ACTIVITIES', today: '2026-11-22' }, async (rows) => {
    values.push(...rows.map((row) => row.values));
    issues.push(...rows.flatMap((row) => row.issues));
  });
  expect(issues).toEqual([]);
  return values;
}

it('takes an exported file back as no change, and one changed cell as exactly that', async () => {
  await apply([...ROWS, { ...market, title: '=1+1 ở chợ', note: 'Hai dòng:\nnhư thế', time: '08:15' }]);
  await database.pool.query(`update activity set status = 'VERIFIED' where kind = 'MEETING'`);
  const same = await jobs.dryRun('ACTIVITIES', await exported());
  expect(await jobs.outcomes(same.id)).toEqual(['UNCHANGED', 'UNCHANGED', 'UNCHANGED', 'UNCHANGED']);
  const values = await exported((text) => text.replaceAll('Chợ Cam Lộ', 'Chợ Đông Hà'));
  const changed = await jobs.dryRun('ACTIVITIES', values);
  expect(changed).toMatchObject({ changedRows: 1, unchangedRows: 3, faultyRows: 0 });
  await jobs.apply(changed.id);
  expect(await held()).toMatchObject([
    { title: 'Ra quân ở chợ', place: 'Chợ Đông Hà', version: 2 },
    { version: 1 },
    { version: 1 },
  ]);
});
