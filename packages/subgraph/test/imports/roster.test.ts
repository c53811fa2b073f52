import sql from 'sql-template-tag';
import { beforeEach, describe, expect, it } from 'vitest';
import { testDatabase } from '../support/database.ts';
import { importing, registerDigest } from './support.ts';

const db = await testDatabase('loaded');
const [quangTri] = await db.rows<{ id: string }>(sql`
  select id from admin_unit where code = '44' and valid_to is null`);
const jobs = importing(db, [quangTri?.id ?? '']);

const [commune] = await db.rows<{ id: string; code: string; fullName: string }>(sql`
  select u.id, u.code, u.full_name as "fullName" from admin_unit u join unit_scope s on s.unit_id = u.id
  where s.region_id = ${quangTri?.id} and u.level = 'COMMUNE' and u.valid_to is null order by u.code limit 1`);

const TEAM = { teamCode: 'T-1' };

beforeEach(async () => {
  await db.pool.query(`delete from responsibility; delete from membership; delete from activity_outcome; delete from activity;
    delete from team; delete from member`);
  await db.rows(sql`
    insert into team (id, code, name, kind, status, level, unit_id, search_text, no_decision_reason)
    values (gen_random_uuid(), 'T-1', 'Tổ công nghệ số cộng đồng thôn 1', 'COMMUNITY', 'ACTIVE', 'VILLAGE', ${commune?.id}, 'to', 'x'),
      (gen_random_uuid(), 'T-2', 'Tổ công nghệ số cộng đồng thôn 2', 'COMMUNITY', 'ACTIVE', 'VILLAGE', ${commune?.id}, 'to', 'x')`);
});

const members = () =>
  db.rows<{ name: string; team: string; role: string; from: string; to: string | null; phone: boolean }>(sql`
    select m.display_name as name, t.code as team, ms.role, ms.valid_from as "from", ms.valid_to as "to",
      m.phone_cipher is not null as phone
    from membership ms join member m on m.id = ms.member_id join team t on t.id = ms.team_id
    order by t.code, m.display_name, ms.valid_from`);

describe('a roster', () => {
  it('takes people in, changes nothing the second time, and is undone to the byte', async () => {
    const before = await registerDigest(db);
    const rows = [
      {
        ...TEAM,
        fullName: 'Nguyễn Văn An',
        phones: ['+84912345678'],
        role: 'LEADER',
        affiliations: ['YOUTH_UNION'],
        from: '2026-01-01',
      },
      { ...TEAM, fullName: 'Lê Thị Bình', phones: null, role: null, isCore: true },
      { commune: commune?.fullName, teamName: 'Tổ CNSCĐ thôn 2', fullName: 'Trần Cường', to: null },
      { commune: commune?.fullName, village: 'Thôn 2', fullName: 'Nguyễn Văn An', phones: ['+84912345678'] },
    ];
    const dry = await jobs.dryRun('ROSTER', rows);
    expect(dry).toMatchObject({ status: 'READY', rows: 4, newRows: 4, faultyRows: 0, warnings: 0 });
    expect(await registerDigest(db)).toEqual(before);
    const applied = await jobs.apply(dry.id);
    expect(applied).toMatchObject({ status: 'APPLIED', failure: null });
    expect(await members()).toEqual([
      { name: 'Lê Thị Bình', team: 'T-1', role: 'MEMBER', from: '2026-11-22', to: null, phone: false },
      { name: 'Nguyễn Văn An', team: 'T-1', role: 'LEADER', from: '2026-01-01', to: null, phone: true },
      { name: 'Nguyễn Văn An', team: 'T-2', role: 'MEMBER', from: '2026-11-22', to: null, phone: true },
      { name: 'Trần Cường', team: 'T-2', role: 'MEMBER', from: '2026-11-22', to: null, phone: false },
    ]);
    const people = await db.rows(sql`select id from member`);
    expect(people).toHaveLength(3);
    const again = await jobs.dryRun('ROSTER', rows);
    expect(again).toMatchObject({
      status: 'READY',
      rows: 4,
      newRows: 0,
      changedRows: 0,
      unchangedRows: 4,
      warnings: 0,
    });
    const undone = await jobs.undo(dry.id);
    expect(undone).toMatchObject({ status: 'UNDONE', failure: null });
    expect(await registerDigest(db)).toEqual(before);
  });

  it('leaves the audit that single writes would have left, names apart', async () => {
    const dry = await jobs.dryRun('ROSTER', [
      { ...TEAM, fullName: 'Nguyễn Văn An', phones: ['+84912345678'] },
    ]);
    await jobs.apply(dry.id);
    const entries = await db.rows<{
      type: string;
      after: object;
      states: unknown;
      field: string;
      actor: string;
    }>(sql`
      select e.entity_type as type, e.after, p.states, e.field, e.actor from audit_entry e
      left join audit_personal p on p.entry_id = e.id order by e.id desc limit 3`);
    expect(entries.map(({ type }) => type)).toEqual(['Import', 'Membership', 'Member']);
    expect(entries[2]).toMatchObject({
      after: { phone: 'PRESENT' },
      states: [null, { displayName: 'Nguyễn Văn An' }],
      field: 'applyImport',
      actor: 'officer',
    });
    expect(entries[1]?.after).toMatchObject({
      role: 'MEMBER',
      isCore: false,
      from: '2026-11-22',
      to: null,
      duties: [],
    });
    expect(JSON.stringify(entries[1])).not.toContain('An');
  });

  it('changes what the row says otherwise from the day of the import on, and only that', async () => {
    const first = await jobs.dryRun('ROSTER', [
      { ...TEAM, fullName: 'Nguyễn Văn An', role: 'MEMBER', isCore: true, from: '2026-01-01' },
      { ...TEAM, fullName: 'Lê Bình', from: '2026-01-01' },
    ]);
    await jobs.apply(first.id);
    const before = await registerDigest(db);
    const dry = await jobs.dryRun('ROSTER', [
      { ...TEAM, fullName: 'Nguyễn Văn An', role: 'DEPUTY', phones: ['+84912345678'] },
      { ...TEAM, fullName: 'Lê Bình', role: null, to: '2026-10-31' },
    ]);
    expect(await jobs.outcomes(dry.id)).toEqual(['CHANGED', 'CHANGED']);
    const [row] = await db.rows<{ changes: unknown }>(sql`
      select changes from import_verdict where import_id = ${dry.id}::uuid and n = 1`);
    expect(row?.changes).toEqual([
      { field: 'role', before: 'MEMBER', after: 'DEPUTY' },
      { field: 'phones', before: 'ABSENT', after: 'PRESENT' },
    ]);
    await jobs.apply(dry.id);
    expect(await members()).toMatchObject([
      { name: 'Lê Bình', from: '2026-01-01', to: '2026-10-31' },
      { name: 'Nguyễn Văn An', role: 'MEMBER', from: '2026-01-01', to: '2026-11-21' },
      { name: 'Nguyễn Văn An', role: 'DEPUTY', from: '2026-11-22', to: null, phone: true },
    ]);
    const again = await jobs.dryRun('ROSTER', [
      { ...TEAM, fullName: 'Nguyễn Văn An', role: 'DEPUTY', phones: ['+84912345678'] },
      { ...TEAM, fullName: 'Lê Bình', role: null, to: '2026-10-31' },
    ]);
    expect(await jobs.outcomes(again.id)).toEqual(['UNCHANGED', 'UNCHANGED']);
    await jobs.undo(dry.id);
    const versions = await db.rows(sql`select version from membership where version > 1`);
    expect(versions).toHaveLength(2);
    await db.pool.query('update membership set version = 1; update member set version = 1');
    expect(await registerDigest(db)).toEqual(before);
  });

  it('shows contradictions and repairs none', async () => {
    const first = await jobs.dryRun('ROSTER', [
      { ...TEAM, fullName: 'Nguyễn Văn Hùng', phones: ['+84912345678'], role: 'LEADER', from: '2026-01-01' },
      { ...TEAM, fullName: 'Lê Bình', from: '2026-01-01' },
      { ...TEAM, fullName: 'Lê Bình', phones: ['+84987654321'], from: '2026-01-01' },
    ]);
    await jobs.apply(first.id);
    const dry = await jobs.dryRun('ROSTER', [
      { ...TEAM, fullName: 'Nguyễn Văn Hưng', phones: ['+84912345678'] },
      { ...TEAM, fullName: 'Đỗ Chi', role: 'LEADER' },
      { ...TEAM, fullName: 'Lê Bình' },
      { ...TEAM, fullName: 'Phạm Dung' },
      { ...TEAM, fullName: 'Phạm Dung' },
      { teamCode: 'T-2', fullName: 'Người Khác', phones: ['+84912345678'] },
      { ...TEAM, fullName: 'Vũ Em', from: '2026-05-01', to: '2026-04-01' },
      { ...TEAM, fullName: 'Vũ Phi', to: '2026-04-01' },
      { teamCode: 'T-9', fullName: 'Vũ Giang' },
      { ...TEAM, fullName: 'Nguyen Van Hung', phones: ['+84912345678'] },
    ]);
    expect(await jobs.findings(dry.id)).toEqual({
      1: ['PHONE_OF_ANOTHER'],
      2: ['TEAM_HAS_LEADER'],
      3: ['MEMBER_AMBIGUOUS'],
      5: ['ROW_REPEATED'],
      6: ['PHONE_SHARED'],
      7: ['DAYS_REVERSED'],
      8: ['FROM_MISSING'],
      9: ['TEAM_UNKNOWN'],
      10: ['NAME_SPELLED'],
    });
  });

  it('is judged anew where the register has changed since, and says so', async () => {
    const dry = await jobs.dryRun('ROSTER', [{ ...TEAM, fullName: 'Nguyễn Văn An' }]);
    const other = await jobs.dryRun('ROSTER', [{ ...TEAM, fullName: 'Nguyễn Văn An' }]);
    await jobs.apply(other.id);
    const stale = await jobs.apply(dry.id);
    expect(stale).toMatchObject({
      status: 'READY',
      newRows: 0,
      unchangedRows: 1,
      failure: { code: 'IMPORT_STALE' },
    });
    expect(await members()).toHaveLength(1);
  });

  it('cannot be undone once somebody went on working with it', async () => {
    const dry = await jobs.dryRun('ROSTER', [{ ...TEAM, fullName: 'Nguyễn Văn An' }]);
    await jobs.apply(dry.id);
    await db.pool.query(`update membership set role = 'DEPUTY', version = 2`);
    const blocked = await jobs.undo(dry.id);
    expect(blocked).toMatchObject({ status: 'APPLIED', failure: { code: 'UNDO_BLOCKED' } });
    expect(blocked.failure?.messages.en).toContain('membership in team T-1 (changed)');
    expect(blocked.failure?.messages.vi).toContain('tham gia tổ T-1 (đã đổi)');
    expect(await members()).toHaveLength(1);
  });
});
