import { randomUUID } from 'node:crypto';
import type { ImportKind } from '@cnscd/domain';
import sql from 'sql-template-tag';
import { expect, it } from 'vitest';
import { exportFile } from '../../src/exports/export-file.ts';
import { runImportJobs } from '../../src/imports/jobs/import-jobs.ts';
import { askForImport, importById } from '../../src/imports/jobs/settle-import.ts';
import { readFile } from '../../src/imports/reading/read-file.ts';
import { receiveFile } from '../../src/imports/staging/receive-file.ts';
import { officer } from '../support/people.ts';
import { exportsOfRegister } from './reading.ts';

const { database, contextOf, read } = await exportsOfRegister();
const provincial = officer('PROVINCIAL_OFFICER', '44');
const { phones, now } = await contextOf();
const [region] = await database.rows<{ id: string }>(
  sql`select id from admin_unit where code = '44' and valid_to is null`,
);

/** What a register of another day, or another's, makes anew by itself: ids, and what it counts. */
const IDS = { 'Mã hoạt động': null, 'Mã thành viên trong sổ': null };
const OWN = [...Object.keys(IDS), 'Số thành viên', 'Lần ghi', 'Ngày ghi'];

/** An exported table, without what the register makes by itself. */
async function table(kind: ImportKind) {
  const name = `${kind.toLowerCase()}.xlsx`;
  const { columns, rows } = await read(name, { unitCode: '44' }, { as: provincial });
  const shown = columns.flatMap(({ header }, at) => (OWN.includes(header) ? [] : [at]));
  const records = rows.map((row) => Object.fromEntries(shown.map((at) => [columns[at]?.header, row[at]])));
  return records.sort((one, other) => JSON.stringify(one).localeCompare(JSON.stringify(other)));
}

async function exported(kind: ImportKind, format: string): Promise<{ fileName: string; content: Buffer }> {
  const name = `${kind.toLowerCase()}.${format}`;
  const file = await exportFile(await contextOf(provincial), { name, given: { unitCode: '44' } });
  return { fileName: file.fileName, content: Buffer.from(file.bytes) };
}

/** Takes a file into the register, whole and without a word of doubt. */
async function imported(kind: ImportKind, file: { fileName: string; content: Buffer }): Promise<void> {
  const who = { tenant: 'test', actor: 'officer' };
  const id = await receiveFile(
    { db: database, phones, now },
    // An id is one of this register: what it does not have is new without one.
    { kind, ...file, ...who, regionIds: [region?.id ?? ''], mapping: IDS },
  );
  const work = () =>
    runImportJobs({
      ...{ db: database, phones, clock: () => now, log: (message) => expect.fail(message) },
      readFile: (bytes, options, { onBatch }) => readFile(bytes, options, onBatch),
    });
  await work();
  const findings = await database.rows(sql`
    select v.n, v.findings, r.issues from import_verdict v join import_row r using (import_id, n)
    where import_id = ${id}::uuid and coalesce(v.findings, r.issues) is not null limit 5`);
  expect(findings).toEqual([]);
  const dry = await importById(database, id);
  expect(dry).toMatchObject({ status: 'READY', faultyRows: 0, unchangedRows: 0, report: { issues: [] } });
  await askForImport(database, {
    ...{ id, from: 'READY', to: 'APPLYING' },
    who: { ...who, field: 'applyImport' },
  });
  await work();
  expect(await importById(database, id)).toMatchObject({ status: 'APPLIED', failure: null });
}

const OF_FIGURES = `delete from reported_figure where source_id = 'paper:1' or source_id like 'cited:%';
  delete from source_document where id = 'paper:1' or id like 'cited:%'`;
const WIPES: Readonly<Record<ImportKind, string>> = {
  ROSTER: 'delete from responsibility; delete from membership; delete from member',
  TEAMS: `delete from responsibility; delete from membership; delete from activity_outcome; delete from activity;
    delete from team; delete from founding_decision`,
  ACTIVITIES: 'delete from activity_outcome; delete from activity',
  ...{ FIGURES: OF_FIGURES, MEASUREMENTS: OF_FIGURES },
};

// A register of a few of each, with everything that a table has a column for, in the units of today.
await database.pool.query(WIPES.TEAMS);
await database.pool.query(`${WIPES.ROSTER}; delete from reported_figure f using unit_scope s
  where s.unit_id = f.unit_id and s.region_id = '${region?.id}'`);
const teams = { thon: randomUUID(), xa: randomUUID(), dn: randomUUID(), sau: randomUUID() };
await database.pool.query(
  `insert into founding_decision (id, number, title, issuer, issued_on, unit_id)
     select 'qd-' || year, '12/QĐ-UBND', 'Quyết định', 'UBND', make_date(year, 2, 1), u.id
     from admin_unit u, (values (2024), (2025)) y (year) where u.code = '19597' and u.valid_to is null;
   insert into team (id, code, name, kind, status, level, unit_id, search_text, employer, founded_on, decision_id, no_decision_reason)
     select t.id::uuid, t.code, t.name, t.kind::team_kind, t.status::team_status, t.level::admin_level, u.id, t.code, t.employer,
       t.founded_on::date, t.decision_id, t.reason
     from admin_unit u, (values
       ('${teams.thon}', '19597-01', 'Tổ công nghệ số cộng đồng thôn Một', 'COMMUNITY', 'ACTIVE', 'VILLAGE', null, '2024-03-01', 'qd-2024', null),
       ('${teams.xa}', '19597-02', 'Tổ công nghệ số cộng đồng xã', 'MERGED_DE_AN_06', 'ACTIVE', 'COMMUNE', null, null, 'qd-2025', null),
       ('${teams.dn}', '19597-03', 'Tổ công nghệ số bưu điện', 'ENTERPRISE', 'ACTIVE', 'COMMUNE', 'Bưu điện tỉnh', '2026-01-05', null, 'đang trình'),
       ('${teams.sau}', '19597-04', 'Tổ công nghệ số cộng đồng thôn Hai', 'COMMUNITY', 'PLANNED', 'VILLAGE', null, '2027-01-01', 'qd-2025', null)
     ) t (id, code, name, kind, status, level, employer, founded_on, decision_id, reason)
     where u.code = '19597' and u.valid_to is null`,
);
const people = ['Nguyễn Văn An', 'Lê Thị Bình', '=Trần Cường', 'Phạm Dung'].map((name, n) => ({
  ...{ name, id: randomUUID(), term: randomUUID() },
  ...{ sealed: phones?.seal(`+8491234567${n}` as never) }, // a number of the shape that the reading gives
}));
await database.pool.query(
  `insert into member (id, display_name, search_text, name_key, phone_cipher, phone_digest)
   select * from unnest($1::uuid[], $2::text[], $3::text[], $3::text[], $4::bytea[], $5::bytea[])`,
  [
    people.map(({ id }) => id),
    people.map(({ name }) => name),
    ['nguyen van an', 'le thi binh', 'tran cuong', 'pham dung'],
    people.map(({ sealed }) => sealed?.cipher),
    people.map(({ sealed }) => sealed?.digest),
  ],
);
const [an, binh, cuong, dung] = people;
await database.pool.query(
  `insert into membership (id, team_id, member_id, role, is_core, affiliations, valid_from, valid_to) values
     ('${an?.term}', '${teams.thon}', '${an?.id}', 'LEADER', true, '{VILLAGE_HEAD,YOUTH_UNION}', '2024-03-01', null),
     ('${binh?.term}', '${teams.thon}', '${binh?.id}', 'MEMBER', false, '{}', '2025-01-01', '2027-01-31'),
     ('${cuong?.term}', '${teams.xa}', '${cuong?.id}', 'DEPUTY', false, '{TEACHER}', '2026-05-01', null),
     ('${dung?.term}', '${teams.dn}', '${dung?.id}', 'MEMBER', false, '{}', '2026-05-01', null);
   insert into responsibility (id, membership_id, kind, name) values
     (gen_random_uuid(), '${an?.term}', 'VILLAGE', 'Thôn Một'), (gen_random_uuid(), '${an?.term}', 'VILLAGE', 'Thôn Hai'),
     (gen_random_uuid(), '${an?.term}', 'SCHOOL', 'Trường tiểu học số 1'),
     (gen_random_uuid(), '${cuong?.term}', 'ONE_STOP_DESK', 'Bộ phận một cửa xã')`,
);
await database.pool.query(
  `with held as (insert into activity (id, team_id, kind, status, title, starts_at, duration_minutes, place, note) values
     (gen_random_uuid(), '${teams.thon}', 'MARKET_VISIT', 'DONE', '=1+1 ở chợ', '2026-11-02T06:30:00+07', 90, 'Chợ', 'Trời mưa'),
     (gen_random_uuid(), '${teams.xa}', 'MEETING', 'DONE', 'Họp tổ', '2026-11-03T19:00:00+07', null, null, null)
     returning id, duration_minutes)
   insert into activity_outcome (activity_id, topic, reached, assisted, succeeded)
   select id, topic::topic, reached, assisted, succeeded from held,
     (values ('E_ID', 40, 12, 0), ('QR_PAYMENT', 25, null, null)) o (topic, reached, assisted, succeeded) where duration_minutes = 90`,
);
const [rate] = await database.rows<{ code: string }>(sql`
  select code from indicator where unit = 'PERCENT' order by code limit 1`);
await database.pool.query(
  `insert into source_document (id, title) values ('paper:1', 'Báo cáo 15/BC-UBND'),
     ('cited:own-register', 'Nhập trực tiếp trên sổ đăng ký tổ công nghệ số cộng đồng') on conflict do nothing;
   insert into reported_figure (fact_key, unit_id, indicator_code, source_id, as_of, value, qualifier, value_max, level, team_kind,
     period, statement, numerator, denominator, reason)
   select 'trip-' || f.n, u.id, f.code, f.source, '2026-06-30', f.value, f.qualifier::qualifier, f.value_max::numeric, f.level::admin_level,
     f.kind::team_kind, f.period, f.statement, f.numerator, f.denominator, f.reason
   from admin_unit u, (values
     (1, 'TEAMS', 'paper:1', 12, 'EXACT', null, 'VILLAGE', 'COMMUNITY', null, null, null, null, null),
     (2, 'TEAMS', 'paper:1', 14, 'EXACT', null, null, null, null, 'mười bốn tổ', null, null, null),
     (3, 'MEMBERS', 'paper:1', 4000, 'AT_LEAST', null, null, null, '2026-Q2', 'hơn 4.000 người', null, null, null),
     (4, '${rate?.code}', 'paper:1', 98.5, 'EXACT', null, null, null, '2026-Q2', null, 197, 200, null),
     (5, 'MEMBERS', 'cited:own-register', 123, 'EXACT', null, null, null, null, null, null, null, 'đếm lại')
   ) f (n, code, source, value, qualifier, value_max, level, kind, period, statement, numerator, denominator, reason)
   where u.code = '19597' and u.valid_to is null`,
);

it.each([
  ['TEAMS', 'xlsx'],
  ['ROSTER', 'xlsx'],
  ['ROSTER', 'csv'],
  ['ACTIVITIES', 'xlsx'],
  ['FIGURES', 'xlsx'],
  ['FIGURES', 'csv'],
  // What was imported was recorded here.
  ['MEASUREMENTS', 'xlsx'],
] as const)('%s exported as %s, wiped and imported are what they were', async (kind, format) => {
  const before = await table(kind);
  const file = await exported(kind, format);
  const rest =
    kind === 'TEAMS' ? [await exported('ROSTER', 'xlsx'), await exported('ACTIVITIES', 'xlsx')] : [];
  await database.pool.query(WIPES[kind]);
  await imported(kind, file);
  expect(await table(kind)).toEqual(before);
  expect(before.length).toBeGreaterThan(1);
  const [roster, activities] = rest;
  if (roster !== undefined) await imported('ROSTER', roster);
  if (activities !== undefined) await imported('ACTIVITIES', activities);
});
