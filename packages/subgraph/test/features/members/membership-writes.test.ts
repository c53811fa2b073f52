import { randomUUID } from 'node:crypto';
import sql from 'sql-template-tag';
import { describe, expect, it } from 'vitest';
import { officer, person, stranger } from '../../support/people.ts';
import { teamsToWorkIn } from './writing.ts';

const { run, database, team, other, third, provincial, add, change, end, newcomer, registerSize } =
  await teamsToWorkIn();

describe('changeMembership', () => {
  it('ends what was and begins what is, from a day on', async () => {
    const made = await add(
      team.leader,
      newcomer({ responsibilities: [{ kind: 'SCHOOL', name: 'Trường A' }] }),
    );
    const newId = randomUUID();
    const next = await change(team.leader, {
      ...{
        id: made.id,
        expectedVersion: 1,
        from: '2026-11-01',
        newId,
        role: 'DEPUTY',
        affiliations: ['WOMEN_UNION'],
      },
    });
    expect(next).toMatchObject({
      ...{
        id: newId,
        version: 1,
        role: 'DEPUTY',
        from: '2026-11-01',
        to: null,
        affiliations: ['WOMEN_UNION'],
      },
      responsibilities: [{ kind: 'SCHOOL', name: 'Trường A' }],
    });
    const { data } = await run(
      '{ member(id: "$id") { memberships { id version role from to responsibilities { name } } } }'.replace(
        '$id',
        made.member.id,
      ),
      {},
      { as: team.leader },
    );
    expect(data.member.memberships).toEqual([
      {
        id: newId,
        version: 1,
        role: 'DEPUTY',
        from: '2026-11-01',
        to: null,
        responsibilities: [{ name: 'Trường A' }],
      },
      {
        id: made.id,
        version: 2,
        role: 'MEMBER',
        from: '2026-10-01',
        to: '2026-10-31',
        responsibilities: [{ name: 'Trường A' }],
      },
    ]);
  });

  it('is corrected in place from its own first day', async () => {
    const made = await add(
      team.leader,
      newcomer({ responsibilities: [{ kind: 'SCHOOL', name: 'Trường A' }] }),
    );
    const mended = await change(provincial, {
      ...{ id: made.id, expectedVersion: 1, from: '2026-10-01', isCore: true },
      responsibilities: [{ kind: 'ONE_STOP_DESK', name: 'Bộ phận một cửa' }],
    });
    expect(mended).toMatchObject({
      ...{ id: made.id, version: 2, isCore: true, from: '2026-10-01', to: null },
      responsibilities: [{ kind: 'ONE_STOP_DESK', name: 'Bộ phận một cửa' }],
    });
  });

  it('hands leadership over on a day, one after the other', async () => {
    const [was] = await database.rows<{ id: string; version: number }>(sql`
      select id, version from membership where team_id = ${third.id}::uuid and role = 'LEADER'`);
    const made = await add(provincial, newcomer({ teamId: third.id }));
    const lead = { id: made.id, expectedVersion: 1, from: '2026-11-10', role: 'LEADER' };
    expect(await change(provincial, lead)).toMatchObject({ code: 'TEAM_HAS_LEADER', field: 'role' });
    await change(provincial, {
      id: was?.id,
      expectedVersion: was?.version,
      from: '2026-11-10',
      role: 'MEMBER',
    });
    expect(await change(provincial, lead)).toMatchObject({ role: 'LEADER', from: '2026-11-10' });
    const { data } = await run(`{ team(id: "${third.id}") { leader { id } } }`, {}, { as: provincial });
    expect(data.team.leader.id).toBe(made.member.id);
  });

  it.each([
    ['DATE_INVALID', 'from', { from: '2026-09-30', isCore: true }],
    ['INPUT_INVALID', 'role', { from: '2026-12-01' }],
    ['INPUT_INVALID', 'role', { from: '2026-12-01', role: 'MEMBER', isCore: false }],
    ['DATE_INVALID', 'from', { from: '2026-02-30', isCore: true }],
    ['DATE_INVALID', 'from', { from: '2028-01-01', isCore: true }],
    ['ID_INVALID', 'newId', { from: '2026-12-01', isCore: true, newId: 'x' }],
    [
      'TEXT_INVALID',
      'responsibilities[0].name',
      { from: '2026-12-01', responsibilities: [{ kind: 'SCHOOL', name: 'a\0b' }] },
    ],
  ])('%s of %s: case %#', async (code, field, fault) => {
    const made = await add(team.leader, newcomer());
    const before = await registerSize();
    const refused = await change(team.leader, { id: made.id, expectedVersion: 1, ...fault });
    expect(refused).toMatchObject({ __typename: 'Refusal', code, field });
    expect(await registerSize()).toEqual(before);
  });

  it('is a conflict for who saw another version, and absent for who may not see it', async () => {
    const made = await add(team.leader, newcomer());
    const input = { id: made.id, expectedVersion: 1, from: '2026-11-01', isCore: true };
    await change(team.leader, input);
    expect(await change(team.leader, input)).toMatchObject({ __typename: 'Conflict', currentVersion: 2 });
    expect(await change(team.member, { ...input, expectedVersion: 2 })).toMatchObject({
      code: 'NOT_PERMITTED',
    });
    expect(await change(person(made.member.id), { ...input, expectedVersion: 2 })).toMatchObject({
      code: 'NOT_PERMITTED',
    });
    for (const as of [other.leader, stranger(), officer('PROVINCIAL_OFFICER', '48')])
      expect(await change(as, { ...input, expectedVersion: 2 })).toMatchObject({
        code: 'MEMBERSHIP_NOT_FOUND',
        retryable: true,
      });
    for (const id of ['x', 'a\0b', randomUUID(), 'x'.repeat(1_000_000)]) {
      const refused = await change(team.leader, { ...input, id });
      expect(refused).toMatchObject({ code: 'MEMBERSHIP_NOT_FOUND', field: 'id' });
      expect(JSON.stringify(refused).length).toBeLessThan(1500);
    }
  });
});

describe('endMembership', () => {
  it('ends on a day that stays its last, with the reason in the history', async () => {
    const made = await add(team.leader, newcomer());
    const input = { id: made.id, lastDay: '2026-11-15', reason: 'Đi học xa' };
    expect(await end(team.leader, { ...input, expectedVersion: 1 })).toMatchObject({
      to: '2026-11-15',
      version: 2,
    });
    expect(await end(team.leader, { ...input, expectedVersion: 2 })).toMatchObject({
      code: 'MEMBERSHIP_ENDED',
      field: 'lastDay',
    });
    expect(await end(team.leader, { ...input, expectedVersion: 2, lastDay: '2026-11-14' })).toMatchObject({
      to: '2026-11-14',
    });
    const { data } = await run(
      `{ history(entityType: "Membership", id: "${made.id}") { nodes { reason values { name before after } } } }`,
      {},
      { as: team.leader },
    );
    expect(data.history.nodes[1]).toEqual({
      reason: 'Đi học xa',
      values: [{ name: 'to', before: null, after: '2026-11-15' }],
    });
    expect(
      await change(team.leader, { id: made.id, expectedVersion: 3, from: '2026-11-15', isCore: true }),
    ).toMatchObject({ code: 'MEMBERSHIP_ENDED' });
    const back = { teamId: team.id, memberId: made.member.id };
    expect(await add(team.leader, { ...back, from: '2026-11-14' })).toMatchObject({
      code: 'MEMBER_ALREADY_IN_TEAM',
    });
    expect(await add(team.leader, { ...back, from: '2026-11-15' })).toMatchObject({
      __typename: 'Membership',
    });
  });

  it.each([
    ['DATE_INVALID', 'lastDay', { lastDay: '2026-09-30' }],
    ['DATE_INVALID', 'lastDay', { lastDay: '30/09/2026' }],
    ['TEXT_INVALID', 'reason', { reason: ' ' }],
    ['TEXT_INVALID', 'reason', { reason: 'x\ud800' }],
    ['TEXT_INVALID', 'reason', { reason: 'x'.repeat(1_000_000) }],
    ['TEXT_SENSITIVE', 'reason', { reason: 'CCCD 045201000123' }],
  ])('%s of %s: case %#', async (code, field, fault) => {
    const made = await add(team.leader, newcomer());
    const before = await registerSize();
    const input = { id: made.id, expectedVersion: 1, lastDay: '2026-11-15', reason: 'Đi học xa', ...fault };
    expect(await end(team.leader, input)).toMatchObject({ __typename: 'Refusal', code, field });
    expect(await registerSize()).toEqual(before);
  });
});
