import { readFileSync } from 'node:fs';
import { nameKey } from '@cnscd/domain';
import sql from 'sql-template-tag';
import { describe, expect, it } from 'vitest';
import { packageFolder } from '../../../src/database/package-folder.ts';
import { officer, person, stranger } from '../../support/people.ts';
import { teamsToWorkIn } from './writing.ts';

const { database, team, other, foreign, provincial, villageOf, add, update, change, end, newcomer } =
  await teamsToWorkIn();

describe('updateMember', () => {
  it('is for the person, the leader and officers', async () => {
    const { member } = await add(team.leader, newcomer());
    const [own, strange] = [person(member.id), officer('COMMUNE_OFFICER', '20275')];
    const rename = (as: Parameters<typeof update>[0], version: number) =>
      update(as, { id: member.id, expectedVersion: version, displayName: `Nguyễn Thị Hoà ${version}` });
    expect(await rename(own, 1)).toMatchObject({
      __typename: 'Member',
      displayName: 'Nguyễn Thị Hoà 1',
      version: 2,
    });
    expect(await rename(team.leader, 2)).toMatchObject({ version: 3 });
    expect(await rename(provincial, 3)).toMatchObject({ version: 4 });
    expect(await rename(team.member, 4)).toMatchObject({ code: 'NOT_PERMITTED' });
    for (const as of [other.leader, stranger(), strange, foreign.leader])
      expect(await rename(as, 4)).toMatchObject({ code: 'MEMBER_NOT_FOUND' });
    expect(await rename(team.leader, 1)).toMatchObject({
      __typename: 'Conflict',
      expectedVersion: 1,
      currentVersion: 4,
    });
  });

  it('is no longer for the leader of a team that the person has left', async () => {
    const made = await add(team.leader, newcomer());
    await end(team.leader, {
      id: made.id,
      expectedVersion: 1,
      lastDay: '2026-10-31',
      reason: 'Chuyển nơi ở',
    });
    const input = { id: made.member.id, expectedVersion: 1, displayName: 'Tên khác' };
    expect(await update(team.leader, input)).toMatchObject({ code: 'NOT_PERMITTED' });
    expect(await update(provincial, input)).toMatchObject({ version: 2 });
  });

  it('keeps the names apart from the audit, so that they can be erased', async () => {
    const { member } = await add(team.leader, newcomer());
    await update(team.leader, { id: member.id, expectedVersion: 1, displayName: 'Vi Thị Tên Riêng' });
    const entries = await database.rows<{ entry: string; states: unknown }>(sql`
      select e.*::text as entry, p.states from audit_entry e left join audit_personal p on p.entry_id = e.id
      where e.entity_type = 'Member' and e.entity_id = ${member.id} order by e.id`);
    expect(entries).toHaveLength(2);
    for (const { entry } of entries) expect(entry).not.toMatch(/Tên Riêng|Lò Văn/);
    expect(entries[1]?.states).toEqual([
      { displayName: member.displayName },
      { displayName: 'Vi Thị Tên Riêng' },
    ]);
  });
});

describe('statements', () => {
  const GATE = ['scopeOf', 'begin', 'insertKey', 'savepoint part'];
  const END = ['appendAudits', 'storeOutcome', 'commit', 'scopeOf'];
  const READ = ['membershipSeen', 'teamById', 'memberById', 'responsibilitiesOf', 'phonesOf'];

  it('of addMember are as many for somebody new', async () => {
    const { statements } = await add(team.leader, newcomer());
    expect(statements).toEqual([
      ...GATE,
      'teamForWrite',
      'insertMember',
      'termsOfTeam',
      'insertMembership',
      ...END,
      ...READ,
    ]);
  });

  it('of addMember are as many for somebody known, with duties', async () => {
    const { member } = await add(team.leader, newcomer({ from: '2026-10-02' }));
    const responsibilities = [
      { kind: 'VILLAGE', unitId: await villageOf(other.unitId) },
      { kind: 'SCHOOL', name: 'Trường B' },
    ];
    const { statements } = await add(provincial, {
      teamId: other.id,
      memberId: member.id,
      from: '2026-10-03',
      responsibilities,
    });
    const written = [
      ...GATE,
      'recordAsked',
      'knownMember',
      'teamForWrite',
      'termsOfTeam',
      'dutyUnits',
      'insertMembership',
      ...END,
    ];
    expect(statements.slice(0, written.length)).toEqual(written);
    expect(statements.slice(written.length).sort()).toEqual([...READ, 'unitById'].sort());
  });

  it('of the others are few', async () => {
    const made = await add(team.leader, newcomer());
    const changed = await change(team.leader, {
      id: made.id,
      expectedVersion: 1,
      from: '2026-11-01',
      isCore: true,
    });
    expect(changed.statements).toEqual([
      ...GATE,
      'membershipForWrite',
      'termsOfTeam',
      'updateMembership',
      'insertMembership',
      ...END,
      ...READ,
    ]);
    const ended = await end(team.leader, {
      id: changed.id,
      expectedVersion: 1,
      lastDay: '2026-11-20',
      reason: 'Nghỉ',
    });
    expect(ended.statements).toEqual([...GATE, 'membershipForWrite', 'updateMembership', ...END, ...READ]);
    const renamed = await update(provincial, {
      id: made.member.id,
      expectedVersion: 1,
      displayName: 'Tên khác',
    });
    expect(renamed.statements).toEqual([
      ...GATE,
      'memberForWrite',
      'updateMember',
      ...END,
      'memberSeen',
      'phonesOf',
      'membershipsOf',
    ]);
  });
});

it('every made-up member has the key of the name, as the domain and the migration make it', async () => {
  const keys = () =>
    database.rows<{ name: string; key: string }>(sql`
      select display_name as name, name_key as key from member where is_synthetic order by id`);
  const rows = await keys();
  expect(rows.length).toBeGreaterThan(1000);
  expect(rows.filter(({ name, key }) => nameKey(name) !== key)).toEqual([]);
  const migration = `${packageFolder()}/prisma/migrations/20261123110000_register_writes/migration.sql`;
  const [backfill = ''] =
    /^UPDATE "member" SET "name_key"[^;]+;/m.exec(readFileSync(migration, 'utf8')) ?? [];
  await database.pool.query(`update member set name_key = ''; ${backfill}`);
  expect(await keys()).toEqual(rows);
});
