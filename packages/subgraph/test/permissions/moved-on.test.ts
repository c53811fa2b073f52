import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Claims } from '../../src/auth/credential.ts';
import { type NewTeam, newTeam } from '../support/new-teams.ts';
import { officer, person } from '../support/people.ts';
import { sendWrites } from '../support/send-write.ts';
import { testSubgraph } from '../support/subgraph.ts';

const { run, database } = await testSubgraph('loaded');
const quangTri = officer('PROVINCIAL_OFFICER', '44');
const daNang = officer('PROVINCIAL_OFFICER', '48');
const update = sendWrites(run, { Member: 'version' })('updateMember');
const end = sendWrites(run, { Membership: 'id' })('endMembership');
const verify = sendWrites(run, { Activity: 'status' })('verifyActivity');

const membershipOf = async (team: NewTeam, memberId: string | undefined): Promise<string> =>
  (
    await database.pool.query('select id from membership where team_id = $1 and member_id = $2', [
      team.id,
      memberId,
    ])
  ).rows[0].id;

const leave = async (team: NewTeam, name: string, as = quangTri) =>
  end(as, {
    ...{ id: await membershipOf(team, team.people[name]), expectedVersion: 1, lastDay: '2026-10-31' },
    reason: 'Chuyển nơi ở',
  });

async function doneActivity(team: NewTeam): Promise<string> {
  const id = randomUUID();
  await database.pool.query(
    `insert into activity (id, team_id, kind, status, title, starts_at)
     values ($1, $2, 'MEETING', 'DONE', 'Họp', '2026-10-01T08:00:00+07')`,
    [id, team.id],
  );
  return id;
}

describe('a person who left a team', () => {
  it('is changed by the officers of where he or she is now, and no longer by those of before', async () => {
    const before = await newTeam(database, '19597', { an: {}, binh: {} });
    const id = before.people['an'] ?? '';
    await leave(before, 'an');
    const rename = (as: Claims, expectedVersion: number) =>
      update(as, { id, expectedVersion, displayName: `Nguyễn Văn An ${expectedVersion}` });
    // Nobody else could: the person is in no team.
    expect(await rename(quangTri, 1)).toMatchObject({ version: 2 });
    expect(await rename(daNang, 2)).toMatchObject({ code: 'MEMBER_NOT_FOUND' });
    await newTeam(database, '20275', { an: { id } });
    expect(await rename(quangTri, 2)).toMatchObject({ code: 'NOT_PERMITTED' });
    expect(await rename(daNang, 2)).toMatchObject({ version: 3 });
  });

  it('does not verify as an officer what the team has done', async () => {
    const team = await newTeam(database, '19597', { an: {}, binh: {} });
    const id = await doneActivity(team);
    const asOfficer = { ...person(team.people['an'] ?? ''), grants: quangTri.grants };
    await leave(team, 'an');
    expect(await verify(asOfficer, { id, expectedVersion: 1 })).toMatchObject({ code: 'VERIFY_OWN' });
    expect(await verify(quangTri, { id, expectedVersion: 1 })).toMatchObject({ status: 'VERIFIED' });
  });

  it('leaves a reason that the others of the team do not read', async () => {
    const team = await newTeam(database, '19597', { lan: { role: 'LEADER' }, an: {}, binh: {} });
    const told = async (name: string) => {
      const { data } = await run(
        '{ changes(first: 500) { changes { id reason } } }',
        {},
        { as: person(team.people[name] ?? '') },
      );
      const left = await membershipOf(team, team.people['an']);
      return data.changes.changes.find((change: { id: string }) => change.id === left);
    };
    await leave(team, 'an', person(team.people['lan'] ?? ''));
    expect(await told('lan')).toMatchObject({ reason: 'Chuyển nơi ở' });
    expect(await told('binh')).toMatchObject({ reason: null });
  });
});

it('an activity is not moved to a day on which its team had ended', async () => {
  const team = await newTeam(database, '19597', { an: {} });
  const id = await doneActivity(team);
  const dissolve = sendWrites(run, { Team: 'status' })('dissolveTeam');
  const ended = { id: team.id, expectedVersion: 1, lastDay: '2026-11-10', reason: 'Hết nhiệm vụ' };
  expect(await dissolve(quangTri, ended)).toMatchObject({ status: 'DISSOLVED' });
  const move = sendWrites(run, { Activity: 'startsAt' })('updateActivity');
  const to = (day: string) =>
    move(quangTri, { id, expectedVersion: 1, startsAt: `2026-11-${day}T08:00:00+07:00` });
  expect(await to('11')).toMatchObject({ code: 'TEAM_ENDED', field: 'startsAt' });
  expect(await to('10')).toMatchObject({ startsAt: expect.anything() });
});
