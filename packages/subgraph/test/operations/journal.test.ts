import sql, { raw, type Sql } from 'sql-template-tag';
import { describe, expect, it } from 'vitest';
import type { Database } from '../../src/database/client.ts';
import { expireJournals, findJournal, startJournal } from '../../src/operations/journal.ts';
import { inTransaction, type Transaction } from '../../src/operations/transaction.ts';
import { undoJournal } from '../../src/operations/undo-journal.ts';
import { testDatabase } from '../support/database.ts';

const database = await testDatabase('loaded');

/** A made-up id that ends in these digits. */
const uuid = (number: number) => `019a0000-0000-7000-8000-${String(number).padStart(12, '0')}`;

const tables = (
  await database.rows<{ name: string }>(sql`
    select tgrelid::regclass::text as name from pg_trigger where tgname = 'journal_insert' order by 1`)
).map(({ name }) => name);

/** What stands in each table that takes part. Versions go on when something is undone, and are left out. */
async function contents(db: Database): Promise<Record<string, unknown>> {
  const hashes = tables.map(async (name): Promise<[string, unknown]> => {
    const [row] = await db.rows(sql`
      select count(*) as rows, md5(string_agg(md5(content), '' order by content)) as hash
      from (select (to_jsonb(t) - case when ${name} = 'indicator_version' then '' else 'version' end)::text as content
        from ${raw(name)} t) t`);
    return [name, row];
  });
  return Object.fromEntries(await Promise.all(hashes));
}

const journaled = (id: string, work: (tx: Transaction) => Promise<unknown>) =>
  inTransaction(database, async (tx) => {
    await startJournal(tx, { id, kind: 'TEST' });
    await work(tx);
  });

const run = (statements: Sql[]) => async (tx: Transaction) => {
  for (const statement of statements) await tx.rows(statement);
};

const undo = (id: string) => inTransaction(database, (tx) => undoJournal(tx, id));

/** A team with members, responsibilities and activities with outcomes: there is something of everything to lose. */
async function fullTeam(number: number): Promise<{ id: string }> {
  const id = uuid(number);
  const ids = (offset: number) =>
    sql`(${`019a0000-0000-7000-8000-${number}${offset}`} || lpad(n::text, 7, '0'))::uuid`;
  await inTransaction(
    database,
    run([
      insertTeam(id, await someUnit()),
      sql`insert into member (id, display_name, search_text) select ${ids(1)}, 'Người ' || n, 'nguoi' from generate_series(1, 5) n`,
      sql`insert into membership (id, team_id, member_id, role, valid_from) select ${ids(2)}, ${id}::uuid, ${ids(1)}, 'MEMBER', '2026-01-01' from generate_series(1, 5) n`,
      sql`insert into responsibility (id, membership_id, kind, name) select ${ids(3)}, ${ids(2)}, 'SCHOOL', 'Trường' from generate_series(1, 5) n`,
      sql`insert into activity (id, team_id, kind, status, title, starts_at) select ${ids(4)}, ${id}::uuid, 'MEETING', 'VERIFIED', 'Họp', '2026-01-01' from generate_series(1, 5) n`,
      sql`insert into activity_outcome (activity_id, topic, reached) select ${ids(4)}, 'E_ID', n from generate_series(1, 5) n`,
    ]),
  );
  return { id };
}

const insertTeam = (id: string, unitId: string, code = `T-${id}`) => sql`
  insert into team (id, code, name, kind, status, level, unit_id, search_text)
  values (${id}::uuid, ${code}, 'Tổ mới', 'COMMUNITY', 'ACTIVE', 'COMMUNE', ${unitId}, 'to moi')`;

const insertUnits = (parent: string, child: string) => sql`
  insert into admin_unit (id, name, full_name, kind, level, parent_id, search_text, source_id)
  values (${child}, 'Thôn', 'Thôn', 'THON', 'VILLAGE', ${parent}, 'thon', 'test'),
    (${parent}, 'Xã', 'Xã', 'XA', 'COMMUNE', null, 'xa', 'test')`;

/** Inserts, changes and deletes rows of every table that takes part. */
function everything(team: string, other: string): Sql[] {
  const [mine, theirs] = [sql`${team}::uuid`, sql`${other}::uuid`];
  const activity = sql`${uuid(3)}::uuid`;
  return [
    sql`insert into source_document (id, title) values ('test', 'Thử')`,
    insertUnits('test:parent', 'test:child'),
    sql`insert into unit_link (from_id, to_id, kind, effective_on, source_id) values ('test:child', 'test:parent', 'WHOLE', '2026-01-01', 'test')`,
    sql`insert into unit_scope (region_id, unit_id, containment, reason) values ('test:parent', 'test:child', 'WHOLE', 'DESCENT')`,
    sql`insert into founding_decision (id, number, title, issuer, unit_id, source_id) values ('test', '1/QĐ', 'Thử', 'UBND', 'test:parent', 'test')`,
    sql`insert into team_rule (code, unit_id, requirement, min, statement, source_id) values ('TEST', 'test:parent', 'MEMBER_COUNT', 3, 'Thử', 'test')`,
    sql`insert into indicator_version (indicator_code, version, definition, source_id) select code, 'test', 'Thử', 'test' from indicator order by code limit 1`,
    sql`insert into target (code, indicator_code, unit_id, period, comparator, statement, source_id) select 'TEST', code, 'test:parent', '2026', 'AT_LEAST', 'Thử', 'test' from indicator order by code limit 1`,
    insertTeam(uuid(1), 'test:parent'),
    sql`insert into member (id, display_name, search_text) values (${uuid(2)}::uuid, 'Người mới', 'nguoi moi')`,
    sql`insert into membership (id, team_id, member_id, role, valid_from) values (${uuid(2)}::uuid, ${uuid(1)}::uuid, ${uuid(2)}::uuid, 'LEADER', '2026-01-01')`,
    sql`insert into responsibility (id, membership_id, kind, name, unit_id) values (${uuid(2)}::uuid, ${uuid(2)}::uuid, 'VILLAGE', 'Thôn', 'test:child')`,
    sql`insert into activity (id, team_id, kind, status, title, starts_at) values (${activity}, ${uuid(1)}::uuid, 'MEETING', 'DONE', 'Họp', '2026-01-01')`,
    sql`insert into activity_outcome (activity_id, topic, reached) values (${activity}, 'E_ID', 1)`,
    sql`insert into team_link (from_id, to_id, kind, effective_on) values (${theirs}, ${uuid(1)}::uuid, 'MERGED', '2026-01-01')`,
    // Changed, some twice.
    sql`update source_document set title = title || '!'`,
    sql`update admin_unit set valid_to = '2027-12-31' where level = 'PROVINCE' and valid_to is null`,
    sql`update unit_link set wording = 'thử', kind = 'PART'`,
    sql`update founding_decision set title = title || '!'`,
    sql`update team_rule set min = 4, affiliation = 'TEACHER'`,
    sql`update indicator_version set definition = definition || '!'`,
    sql`update target set value = 1.50, readings = '{1,2.50}'`,
    sql`update reported_figure set superseded_at = '2026-03-01 12:34:56.789+07', value = value + 0.1`,
    sql`update team set unit_id = 'test:parent', version = version + 1, zalo_group_status = 'BROKEN' where id in (${mine}, ${theirs})`,
    sql`update team set name = name || '!', version = version + 1 where id = ${theirs}`,
    sql`update membership set affiliations = '{TEACHER,YOUTH_UNION}', is_core = not is_core where team_id in (${mine}, ${theirs})`,
    sql`update member m set display_name = 'X' from membership ms where ms.member_id = m.id and ms.team_id = ${mine}`,
    sql`update responsibility set name = 'Khác' where membership_id in (select id from membership where team_id = ${theirs})`,
    sql`update activity set starts_at = starts_at + interval '1 hour', team_id = ${theirs}, version = version + 1 where team_id = ${mine}`,
    sql`update activity_outcome set reached = 700, assisted = null, succeeded = null`,
    // Deleted, what hangs on it first.
    sql`update team_rule set source_id = 'test'`,
    sql`delete from unit_scope where (region_id, unit_id) in (select region_id, unit_id from unit_scope order by 1, 2 limit 5)`,
    sql`delete from reported_figure where id in (select id from reported_figure order by id limit 20)`,
    sql`delete from target where code <> 'TEST' and unit_id in (select unit_id from target order by unit_id limit 1)`,
    sql`delete from unit_link where (from_id, to_id) in (select from_id, to_id from unit_link order by 1, 2 limit 5)`,
    sql`delete from activity_outcome where activity_id in (select id from activity where team_id = ${theirs})`,
    sql`delete from activity where team_id = ${theirs}`,
    sql`delete from responsibility where membership_id in (select id from membership where team_id = ${mine})`,
    sql`delete from membership where team_id = ${mine}`,
    sql`delete from team where id = ${mine}`,
    sql`delete from indicator_version where (indicator_code, version) in (select indicator_code, version from indicator_version order by 1, 2 limit 1)`,
    sql`update team set decision_id = null where decision_id <> 'test'`,
    sql`delete from founding_decision where id <> 'test'`,
    sql`delete from team_rule where code <> 'TEST'`,
  ];
}

describe('undoing a journal', () => {
  it('leaves every table as it was before', async () => {
    const id = uuid(100);
    const [mine, theirs] = [await fullTeam(5001), await fullTeam(5002)];
    const before = await contents(database);
    await journaled(
      id,
      run([sql`set local time zone 'Asia/Ho_Chi_Minh'`, ...everything(mine.id, theirs.id)]),
    );
    const [touched] = await database.rows<{ tables: string[]; deletions: string[] }>(sql`
      select array_agg(distinct table_name order by table_name) as tables,
        array_agg(distinct table_name order by table_name) filter (where new is null) as deletions
      from journal_row where journal_id = ${id}::uuid`);
    expect(touched?.tables).toEqual(tables);
    expect(touched?.deletions).toEqual(
      expect.arrayContaining(['responsibility', 'team', 'activity_outcome']),
    );
    expect(await contents(database)).not.toEqual(before);

    const undone = await undo(id);
    expect(undone).toMatchObject({
      restored: expect.arrayContaining([{ table: 'team', key: { id: mine.id } }]),
    });
    expect(await contents(database)).toEqual(before);
  });

  it('gives what it changed or brought back a version that nobody has seen', async () => {
    const id = uuid(101);
    const [changed, deleted] = [uuid(11), uuid(12)];
    const unit = await someUnit();
    await inTransaction(database, run([insertTeam(changed, unit), insertTeam(deleted, unit)]));
    await journaled(
      id,
      run([
        sql`update team set name = 'A', version = 2 where id = ${changed}::uuid`,
        sql`delete from team where id = ${deleted}::uuid`,
      ]),
    );
    await undo(id);
    const versions = await database.rows(sql`
      select id, name, version from team where id in (${changed}::uuid, ${deleted}::uuid) order by id`);
    expect(versions).toEqual([
      { id: changed, name: 'Tổ mới', version: 3 },
      { id: deleted, name: 'Tổ mới', version: 3 },
    ]);
  });

  it('gives back codes that were handed on from team to team', async () => {
    const id = uuid(108);
    const [one, two, three] = [uuid(13), uuid(14), uuid(15)];
    const unit = await someUnit();
    await inTransaction(
      database,
      run([one, two, three].map((team) => insertTeam(team, unit, `code ${team}`))),
    );
    const recode = (team: string, code: string) =>
      sql`update team set code = ${code} where id = ${team}::uuid`;
    await journaled(
      id,
      run([
        recode(one, 'code elsewhere'),
        recode(two, `code ${one}`),
        sql`delete from team where id = ${three}::uuid`,
        recode(two, `code ${three}`),
        recode(one, `code ${one}`),
      ]),
    );
    expect(await undo(id)).toMatchObject({
      restored: [{ table: 'team' }, { table: 'team' }, { table: 'team' }],
    });
    const codes = await database.rows<{ code: string }>(sql`
      select code from team where id in (${one}::uuid, ${two}::uuid, ${three}::uuid) order by id`);
    expect(codes.map(({ code }) => code)).toEqual([`code ${one}`, `code ${two}`, `code ${three}`]);
  });

  it('works on a table that has got a column since', async () => {
    const id = uuid(102);
    const [changed, deleted] = [uuid(21), uuid(22)];
    const unit = await someUnit();
    await inTransaction(database, run([insertTeam(changed, unit), insertTeam(deleted, unit)]));
    await journaled(
      id,
      run([
        sql`update team set name = 'A' where id = ${changed}::uuid`,
        sql`delete from team where id = ${deleted}::uuid`,
      ]),
    );
    await database.pool.query('alter table team add column later int not null default 7');
    expect(await undo(id)).toMatchObject({ restored: [{ table: 'team' }, { table: 'team' }] });
    const rows = await database.rows(sql`
      select name, later from team where id in (${changed}::uuid, ${deleted}::uuid)`);
    await database.pool.query('alter table team drop column later');
    expect(rows).toEqual([
      { name: 'Tổ mới', later: 7 },
      { name: 'Tổ mới', later: 7 },
    ]);
  });

  it('is undone before the bundle below it, whose rows bear newer versions then', async () => {
    const [below, above] = [uuid(109), uuid(110)];
    const [changed, made] = [uuid(16), uuid(17)];
    const unit = await someUnit();
    await inTransaction(database, run([insertTeam(changed, unit)]));
    const rename = (team: string, name: string) =>
      sql`update team set name = ${name}, version = version + 1 where id = ${team}::uuid`;
    await journaled(below, run([rename(changed, 'A'), insertTeam(made, unit)]));
    await journaled(above, run([rename(changed, 'B'), rename(made, 'B')]));
    expect(await undo(below)).toMatchObject({ blocked: [{ reason: 'CHANGED' }, { reason: 'CHANGED' }] });
    expect(await undo(above)).toMatchObject({ restored: [{ table: 'team' }, { table: 'team' }] });
    expect(await undo(below)).toMatchObject({ restored: [{ table: 'team' }, { table: 'team' }] });
    const left = await database.rows(sql`
      select id, name, version from team where id in (${changed}::uuid, ${made}::uuid)`);
    // Four changes, and nobody has seen the last of them.
    expect(left).toEqual([{ id: changed, name: 'Tổ mới', version: 5 }]);
  });

  it('is refused a second time, and for a journal that is not there', async () => {
    await journaled(uuid(103), async () => {});
    expect(await undo(uuid(103))).toEqual({ restored: [] });
    await expect(undo(uuid(103))).rejects.toThrow('undone already');
    await expect(undo(uuid(999))).rejects.toThrow('not there');
    const journal = await inTransaction(database, (tx) => findJournal(tx, uuid(103)));
    expect(journal).toMatchObject({ kind: 'TEST', undoneAt: expect.any(Date) });
  });
});

async function someUnit(): Promise<string> {
  const [unit] = await database.rows<{ id: string }>(sql`
    select id from admin_unit where level = 'COMMUNE' and valid_to is null order by id limit 1`);
  return unit?.id ?? expect.fail('no commune');
}

describe('a journal is blocked, and nothing of it undone', () => {
  it.each<{ name: string; bundle: Sql[]; since: Sql; reason: string; table: string }>([
    {
      name: 'when a row that it changed was changed since',
      bundle: [sql`update team set name = 'A' where id = ${uuid(31)}::uuid`],
      since: sql`update team set employer = 'X' where id = ${uuid(31)}::uuid`,
      ...{ reason: 'CHANGED', table: 'team' },
    },
    {
      name: 'when a row that it inserted was deleted since',
      bundle: [insertTeam(uuid(32), 'base')],
      since: sql`delete from team where id = ${uuid(32)}::uuid`,
      ...{ reason: 'CHANGED', table: 'team' },
    },
    {
      name: 'when a row that it deleted is there again',
      bundle: [sql`delete from team where id = ${uuid(31)}::uuid`],
      since: insertTeam(uuid(31), 'base'),
      ...{ reason: 'CHANGED', table: 'team' },
    },
    {
      name: 'when a new unit has a team since, which a foreign key would let go of it',
      bundle: [insertUnits('new', 'new:child')],
      since: insertTeam(uuid(33), 'new'),
      ...{ reason: 'REFERENCED', table: 'admin_unit' },
    },
    {
      name: 'when a new activity has an outcome since, which a foreign key would delete with it',
      bundle: [
        sql`insert into activity (id, team_id, kind, status, title, starts_at) values (${uuid(34)}::uuid, ${uuid(31)}::uuid, 'MEETING', 'DONE', 'Họp', '2026-01-01')`,
      ],
      since: sql`insert into activity_outcome (activity_id, topic) values (${uuid(34)}::uuid, 'E_ID')`,
      ...{ reason: 'REFERENCED', table: 'activity' },
    },
    {
      name: 'when a new source is cited by what takes no part in journals',
      bundle: [sql`insert into source_document (id, title) values ('new', 'Mới')`],
      since: sql`insert into training (code, unit_id, title, source_id) values ('TEST', 'base', 'Tập huấn', 'new')`,
      ...{ reason: 'REFERENCED', table: 'training' },
    },
    {
      name: 'when another team has the code of one that it deleted',
      bundle: [sql`delete from team where id = ${uuid(31)}::uuid`],
      since: insertTeam(uuid(35), 'base', `T-${uuid(31)}`),
      ...{ reason: 'TAKEN', table: 'team' },
    },
    {
      name: 'when what a deleted row referred to has gone',
      bundle: [sql`delete from team where id = ${uuid(31)}::uuid`],
      since: sql`delete from admin_unit where id = 'base'`,
      ...{ reason: 'MISSING', table: 'team' },
    },
  ])('$name', async ({ bundle, since, reason, table }) => {
    const own = await testDatabase('empty');
    const id = uuid(200);
    await inTransaction(
      own,
      run([
        sql`insert into source_document (id, title) values ('test', 'Thử')`,
        insertUnits('base', 'base:child'),
        insertUnits('other', 'other:child'),
        insertTeam(uuid(30), 'other'),
        insertTeam(uuid(31), 'base'),
        sql`update admin_unit set parent_id = null where id = 'base:child'`,
      ]),
    );
    await inTransaction(own, async (tx) => {
      await startJournal(tx, { id, kind: 'TEST' });
      // Something that could be undone, first and last.
      await tx.rows(sql`update team set name = 'B' where id = ${uuid(30)}::uuid`);
      await run(bundle)(tx);
      await tx.rows(sql`update admin_unit set name = 'C' where id = 'other'`);
    });
    await inTransaction(own, run([since]));
    const before = await contents(own);
    const undone = await inTransaction(own, (tx) => undoJournal(tx, id));
    expect(undone).toEqual({ blocked: [{ reason, table, key: expect.any(Object) }] });
    expect(await contents(own)).toEqual(before);
    const journal = await inTransaction(own, (tx) => findJournal(tx, id));
    expect(journal).toMatchObject({ undoneAt: null });
  });
});

describe('a journal', () => {
  const rowsOf = async (condition: Sql) => {
    const [row] = await database.rows<{ rows: number }>(sql`
      select count(*) as rows from journal_row where ${condition}`);
    return row?.rows;
  };

  it('keeps nothing of what happens without it, nor of its own undoing', async () => {
    const before = await rowsOf(sql`true`);
    const id = uuid(104);
    const team = await fullTeam(5003);
    const rename = sql`update team set name = name || '?' where id = ${team.id}::uuid`;
    // One connection, so that what a transaction sets would be there for the next.
    const client = await database.pool.connect();
    await client.query(rename);
    client.release();
    await journaled(id, (tx) => tx.rows(rename));
    await undo(id);
    await Promise.all(Array.from({ length: 10 }, () => database.pool.query(rename)));
    expect([await rowsOf(sql`journal_id = ${id}::uuid`), await rowsOf(sql`true`)]).toEqual([
      1,
      (before ?? 0) + 1,
    ]);
  });

  it.each<[string, Sql, string]>([
    [
      'empties a reference',
      sql`delete from founding_decision where id in (select decision_id from team)`,
      'team',
    ],
    [
      'deletes along',
      sql`delete from membership where id in (select membership_id from responsibility)`,
      'responsibility',
    ],
  ])(
    'refuses a delete after which a foreign key %s: that is to be done beforehand',
    async (_, statement, table) => {
      await expect(journaled(uuid(table.length + 200), (tx) => tx.rows(statement))).rejects.toThrow(
        `a row of ${table} refers to`,
      );
    },
  );

  it('keeps nothing of a change that changes nothing', async () => {
    const id = uuid(105);
    await journaled(id, (tx) => tx.rows(sql`update team set name = name`));
    expect(await rowsOf(sql`journal_id = ${id}::uuid`)).toBe(0);
  });

  it('is forgotten after thirty days', async () => {
    const id = uuid(106);
    await journaled(id, (tx) => tx.rows(sql`update team set name = name || '.'`));
    await database.pool.query(`update journal set created_at = '2026-10-01' where id = '${id}'`);
    expect(await expireJournals(database, new Date('2026-10-31T00:00:00Z'))).toBe(0);
    expect(await expireJournals(database, new Date('2026-11-01T00:00:00Z'))).toBe(1);
    expect(await rowsOf(sql`journal_id = ${id}::uuid`)).toBe(0);
  });
});
