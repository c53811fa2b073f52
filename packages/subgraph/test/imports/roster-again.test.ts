import sql from 'sql-template-tag';
import { beforeEach, expect, it } from 'vitest';
import { testDatabase } from '../support/database.ts';
import { importing, registerDigest } from './support.ts';

const db = await testDatabase('loaded');
const units = await db.rows<{ id: string; code: string }>(sql`
  select id, code from admin_unit where code in ('44', '01', '19597') and valid_to is null order by code`);
const [haNoi, commune, quangTri] = units.map(({ id }) => id);
const jobs = importing(db, [quangTri ?? '']);
const TEAM = { teamCode: 'T-1', fullName: 'Nguyễn Văn An' };

beforeEach(async () => {
  await db.pool.query(`delete from responsibility; delete from membership; delete from activity_outcome; delete from activity;
    delete from team; delete from member; delete from unit_scope where unit_id = 'v1'; delete from admin_unit where id = 'v1'`);
  await db.rows(sql`
    insert into team (id, code, name, kind, status, level, unit_id, search_text, no_decision_reason)
    values (gen_random_uuid(), 'T-1', 'Tổ một', 'COMMUNITY', 'ACTIVE', 'COMMUNE', ${commune}, 'to', 'x'),
      (gen_random_uuid(), 'A-0', 'Tổ xa', 'COMMUNITY', 'ACTIVE', 'PROVINCE', ${haNoi}, 'to', 'x')`);
});

const apply = async (row: Record<string, unknown>): Promise<string> => {
  const { id } = await jobs.dryRun('ROSTER', [row]);
  expect(await jobs.apply(id)).toMatchObject({ status: 'APPLIED', failure: null });
  return id;
};
const duties = () =>
  db.rows<{ from: string; to: string | null; duties: string[] }>(sql`
    select ms.valid_from as "from", ms.valid_to as "to", array(
      select concat_ws(' ', d.kind, d.name, d.unit_id) from responsibility d where d.membership_id = ms.id order by d.kind, d.name) as duties
    from membership ms order by ms.valid_from`);

it('what somebody looks after is taken in by kind, changed from a day on, and taken back', async () => {
  await db.rows(sql`
    insert into admin_unit (id, name, full_name, kind, level, parent_id, search_text, source_id)
    values ('v1', 'Một', 'Thôn Một', 'THON', 'VILLAGE', ${commune}, 'thon mot', (select min(id) from source_document))`);
  await db.rows(sql`
    insert into unit_scope (region_id, unit_id, reason, containment)
    select region_id, 'v1', reason, containment from unit_scope where unit_id = ${commune}`);
  const before = await registerDigest(db);
  const first = {
    ...TEAM,
    from: '2026-01-01',
    villageDuties: ['thôn một', 'Thôn Hai'],
    schoolDuties: ['Trường A'],
  };
  const one = await apply(first);
  expect(await duties()).toEqual([
    { from: '2026-01-01', to: null, duties: ['VILLAGE Thôn Hai', 'VILLAGE thôn một v1', 'SCHOOL Trường A'] },
  ]);
  expect(await jobs.outcomes((await jobs.dryRun('ROSTER', [first])).id)).toEqual(['UNCHANGED']);
  // A kind that the row does not speak of stays, also with the new membership.
  const other = await jobs.dryRun('ROSTER', [{ ...TEAM, villageDuties: ['Thôn Hai', 'Thôn Ba'] }]);
  const [verdict] = await db.rows<{ changes: unknown }>(sql`
    select changes from import_verdict where import_id = ${other.id}::uuid`);
  expect(verdict?.changes).toEqual([
    { field: 'villageDuties', before: ['Thôn Hai', 'thôn một'], after: ['Thôn Ba', 'Thôn Hai'] },
  ]);
  await jobs.apply(other.id);
  expect(await duties()).toEqual([
    {
      from: '2026-01-01',
      to: '2026-11-21',
      duties: ['VILLAGE Thôn Hai', 'VILLAGE thôn một v1', 'SCHOOL Trường A'],
    },
    { from: '2026-11-22', to: null, duties: ['VILLAGE Thôn Ba', 'VILLAGE Thôn Hai', 'SCHOOL Trường A'] },
  ]);
  expect((await jobs.undo(other.id)).failure).toBeNull();
  // The same first day: all of it is mended.
  const mended = await apply({
    ...first,
    villageDuties: null,
    schoolDuties: ['Trường B'],
    deskDuties: ['Một cửa'],
  });
  expect(await duties()).toEqual([
    {
      ...{ from: '2026-01-01', to: null },
      duties: ['VILLAGE Thôn Hai', 'VILLAGE thôn một v1', 'SCHOOL Trường B', 'ONE_STOP_DESK Một cửa'],
    },
  ]);
  const [audit] = await db.rows<{ before: unknown; after: unknown }>(sql`
    select before -> 'duties' as before, after -> 'duties' as after from audit_entry
    where entity_type = 'Membership' and field = 'applyImport' order by id desc limit 1`);
  expect(JSON.stringify(audit?.before)).toContain('Trường A');
  expect(JSON.stringify(audit?.after)).toContain('Trường B');
  expect((await jobs.undo(mended)).failure).toBeNull();
  expect((await jobs.undo(one)).failure).toBeNull();
  expect(await registerDigest(db)).toEqual(before);
});

it('three imports of the same person are taken back one after the other, the last one first', async () => {
  const before = await registerDigest(db);
  const ids = [
    await apply({ ...TEAM, role: 'MEMBER', from: '2026-01-01' }),
    await apply({ ...TEAM, role: 'DEPUTY', from: '2026-01-01', phones: ['+84912345678'] }),
    await apply({ ...TEAM, role: 'LEADER', from: '2026-01-01', phones: ['+84912345679'] }),
  ];
  const [first = '', second = '', third = ''] = ids;
  expect((await jobs.undo(first)).failure).toMatchObject({ code: 'UNDO_BLOCKED' });
  for (const id of [third, second, first]) expect((await jobs.undo(id)).failure).toBeNull();
  expect(await registerDigest(db)).toEqual(before);
});

it('whoever is in the way of an undo is named by a team of the region, not by one of elsewhere', async () => {
  const id = await apply(TEAM);
  await db.rows(sql`
    insert into membership (id, team_id, member_id, role, is_core, affiliations, valid_from)
    select gen_random_uuid(), t.id, m.id, 'MEMBER', false, '{}', '2026-11-23' from team t, member m where t.code = 'A-0'`);
  const { failure } = await jobs.undo(id);
  expect(failure?.code).toBe('UNDO_BLOCKED');
  expect(failure?.messages.en).toContain('T-1');
  expect(JSON.stringify(failure)).not.toContain('A-0');
});
