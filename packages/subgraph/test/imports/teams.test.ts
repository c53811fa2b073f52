import sql from 'sql-template-tag';
import { beforeEach, expect, it } from 'vitest';
import { testDatabase } from '../support/database.ts';
import { importing, registerDigest } from './support.ts';

const db = await testDatabase('loaded');
const [quangTri] = await db.rows<{ id: string }>(sql`
  select id from admin_unit where code = '44' and valid_to is null`);
const jobs = importing(db, [quangTri?.id ?? '']);
const communes = await db.rows<{ id: string; code: string; fullName: string }>(sql`
  select u.id, u.code, u.full_name as "fullName" from admin_unit u join unit_scope s on s.unit_id = u.id
  where s.region_id = ${quangTri?.id} and u.level = 'COMMUNE' and u.valid_to is null order by u.code limit 2`);
const [one, two] = communes;

beforeEach(async () => {
  await db.pool.query(`delete from responsibility; delete from membership; delete from activity_outcome; delete from activity;
    delete from team; delete from member`);
});

const teams = () =>
  db.rows<Record<string, unknown>>(sql`
    select t.code, t.name, t.status, t.level, t.kind, d.number, t.no_decision_reason as reason, t.zalo_group_url as zalo
    from team t left join founding_decision d on d.id = t.decision_id order by t.code`);

it('founds teams with their decisions, changes what is said otherwise, and takes all of it back', async () => {
  const before = await registerDigest(db);
  const rows = [
    {
      unitCode: one?.code,
      teamName: 'Tổ công nghệ số cộng đồng thôn Một',
      village: 'Thôn Một',
      decisionNumber: '12/QĐ-UBND',
    },
    {
      commune: one?.fullName,
      teamName: 'Tổ CNSCĐ thôn Hai',
      village: 'Thôn Hai',
      decisionNumber: '12 /qđ-ubnd',
      foundedOn: '2024-02-01',
    },
    { commune: two?.fullName, teamName: 'Tổ CNSCĐ xã', noDecisionReason: 'đang trình' },
    {
      commune: two?.fullName,
      teamCode: 'MA-9',
      teamName: 'Tổ CNSCĐ thôn Chín',
      zaloGroupUrl: 'https://zalo.me/g/abcdef123',
    },
  ];
  const dry = await jobs.dryRun('TEAMS', rows);
  expect(dry).toMatchObject({ status: 'READY', newRows: 4, faultyRows: 0, warnings: 1 });
  expect(await jobs.findings(dry.id)).toEqual({ 4: ['TEAM_PLANNED'] });
  expect(await jobs.apply(dry.id)).toMatchObject({ status: 'APPLIED', failure: null });
  expect(await teams()).toEqual([
    {
      code: `${one?.code}-01`,
      name: rows[0]?.teamName,
      status: 'ACTIVE',
      level: 'VILLAGE',
      kind: 'COMMUNITY',
      number: '12/QĐ-UBND',
      reason: null,
      zalo: null,
    },
    {
      code: `${one?.code}-02`,
      name: rows[1]?.teamName,
      status: 'ACTIVE',
      level: 'VILLAGE',
      kind: 'COMMUNITY',
      number: '12/QĐ-UBND',
      reason: null,
      zalo: null,
    },
    {
      code: `${two?.code}-01`,
      name: rows[2]?.teamName,
      status: 'ACTIVE',
      level: 'COMMUNE',
      kind: 'COMMUNITY',
      number: null,
      reason: 'đang trình',
      zalo: null,
    },
    {
      code: 'MA-9',
      name: rows[3]?.teamName,
      status: 'PLANNED',
      level: 'COMMUNE',
      kind: 'COMMUNITY',
      number: null,
      reason: null,
      zalo: 'https://zalo.me/g/abcdef123',
    },
  ]);
  const again = await jobs.dryRun('TEAMS', rows);
  expect(await jobs.outcomes(again.id)).toEqual(['UNCHANGED', 'UNCHANGED', 'UNCHANGED', 'UNCHANGED']);
  const changing = await jobs.dryRun('TEAMS', [
    { teamCode: 'MA-9', teamName: 'Tổ CNSCĐ thôn Mười', kind: 'MERGED_DE_AN_06', foundedOn: '2025-01-02' },
    { commune: one?.fullName, teamName: 'Tổ CNSCĐ Một', village: 'Một', kind: null },
  ]);
  expect(await jobs.outcomes(changing.id)).toEqual(['CHANGED', 'UNCHANGED']);
  expect(await jobs.apply(changing.id)).toMatchObject({ status: 'APPLIED', failure: null });
  expect((await teams()).at(-1)).toMatchObject({ name: 'Tổ CNSCĐ thôn Mười', kind: 'MERGED_DE_AN_06' });
  const [found] = await db.rows(sql`select id from team where search_text like '%to cnscd thon muoi%'`);
  expect(found).toBeDefined();
  expect(await jobs.undo(dry.id)).toMatchObject({ status: 'APPLIED', failure: { code: 'UNDO_BLOCKED' } });
  await jobs.undo(changing.id);
  // The later one first: what it changed back has a new version, and is else as the first one left it.
  expect((await jobs.undo(dry.id)).failure).toBeNull();
  expect(await registerDigest(db)).toEqual(before);
});

it('founds nothing that is elsewhere, twice in the file, or outside the region', async () => {
  const first = await jobs.dryRun('TEAMS', [
    { commune: one?.fullName, teamCode: 'MA-1', teamName: 'Tổ A', noDecisionReason: 'x' },
  ]);
  await jobs.apply(first.id);
  const dry = await jobs.dryRun('TEAMS', [
    { commune: two?.fullName, teamCode: 'MA-1', teamName: 'Tổ A' },
    { commune: two?.fullName, teamName: 'Tổ B', noDecisionReason: 'x' },
    { commune: two?.fullName, teamName: 'Tổ b', noDecisionReason: 'x' },
    { province: 'Thành phố Hà Nội', teamName: 'Tổ C' },
    { teamName: 'Tổ D' },
    { commune: 'Xã Không Có', teamName: 'Tổ E' },
    { commune: two?.fullName },
    { commune: two?.fullName, teamName: 'Tổ F', kind: 'ENTERPRISE' },
  ]);
  expect(await jobs.findings(dry.id)).toEqual({
    1: ['TEAM_ELSEWHERE'],
    3: ['ROW_REPEATED'],
    4: ['UNIT_OUTSIDE'],
    5: ['UNIT_MISSING'],
    6: ['UNIT_UNKNOWN'],
    7: ['TEAM_NAME_MISSING'],
    8: ['TEAM_EMPLOYER_MISSING'],
  });
});

it('tells decisions of one number apart by their days, and guesses none', async () => {
  const decided = (decisionIssuedOn: string | null, n: number) => ({
    ...{ commune: one?.fullName, teamCode: `QD-${n}`, teamName: `Tổ thôn ${n}` },
    ...{ decisionNumber: '12/QĐ-UBND', decisionIssuedOn },
  });
  const rows = [decided('2024-02-01', 1), decided('2025-02-01', 2), decided('2025-02-01', 3)];
  const dry = await jobs.dryRun('TEAMS', rows);
  await jobs.apply(dry.id);
  const days = () =>
    db.rows(sql`
      select t.code, d.issued_on as day from team t join founding_decision d on d.id = t.decision_id order by t.code`);
  expect(await days()).toEqual([
    { code: 'QD-1', day: '2024-02-01' },
    { code: 'QD-2', day: '2025-02-01' },
    { code: 'QD-3', day: '2025-02-01' },
  ]);
  const again = await jobs.dryRun('TEAMS', [...rows, decided(null, 4), decided('2026-01-01', 1)]);
  expect(await jobs.outcomes(again.id)).toEqual(['UNCHANGED', 'UNCHANGED', 'UNCHANGED', 'FAULTY', 'FAULTY']);
  expect(await jobs.findings(again.id)).toEqual({ 4: ['DECISION_AMBIGUOUS'], 5: ['ROW_REPEATED'] });
  // A team that has one of them needs no day to keep it.
  const kept = await jobs.dryRun('TEAMS', [decided(null, 1), decided('2026-01-01', 2)]);
  expect(await jobs.outcomes(kept.id)).toEqual(['UNCHANGED', 'CHANGED']);
  await jobs.undo(dry.id);
});

it('neither founds a team that has ended nor ends one, nor moves it to another level', async () => {
  const team = { commune: one?.fullName, noDecisionReason: 'x' };
  const dry = await jobs.dryRun('TEAMS', [
    { ...team, teamName: 'Tổ A', status: 'DISSOLVED' },
    { ...team, teamName: 'Tổ B', endedOn: '2026-01-01' },
    { ...team, teamName: 'Tổ C', level: 'PROVINCE' },
    { ...team, teamName: 'Tổ D', level: 'VILLAGE', teamCode: 'MA-D', status: 'PLANNED' },
    { ...team, teamName: 'Tổ E', employer: 'Bưu điện' },
    { ...team, teamName: 'Tổ F', kind: 'ENTERPRISE', employer: 'Bưu điện', teamCode: 'MA-F' },
  ]);
  expect(await jobs.findings(dry.id)).toEqual({
    1: ['TEAM_NEW_ENDED'],
    2: ['TEAM_NEW_ENDED'],
    3: ['TEAM_LEVEL_IMPOSSIBLE'],
    5: ['TEAM_EMPLOYER_NEEDLESS'],
  });
  await jobs.apply(dry.id);
  expect(await db.rows(sql`select code, status, level, employer from team order by code`)).toEqual([
    { code: 'MA-D', status: 'PLANNED', level: 'VILLAGE', employer: null },
    { code: 'MA-F', status: 'ACTIVE', level: 'COMMUNE', employer: 'Bưu điện' },
  ]);
  const said = await jobs.dryRun('TEAMS', [
    { teamCode: 'MA-D', status: 'MERGED', level: 'COMMUNE' },
    { teamCode: 'MA-F', kind: 'COMMUNITY' },
  ]);
  expect(await jobs.findings(said.id)).toEqual({ 1: ['TEAM_LEVEL_KEPT', 'TEAM_STATUS_KEPT'] });
  expect(await jobs.outcomes(said.id)).toEqual(['UNCHANGED', 'CHANGED']);
  await db.pool.query(`update team set status = 'DISSOLVED', ended_on = '2026-02-01' where code = 'MA-F'`);
  const ended = await jobs.dryRun('TEAMS', [
    { teamCode: 'MA-F', status: 'DISSOLVED', endedOn: '2026-02-01' },
    { teamCode: 'MA-F', zaloGroupUrl: 'https://zalo.me/g/abcdef123' },
  ]);
  expect(await jobs.outcomes(ended.id)).toEqual(['UNCHANGED', 'FAULTY']);
});
