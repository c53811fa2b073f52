import { randomUUID } from 'node:crypto';
import sql from 'sql-template-tag';
import { describe, expect, it } from 'vitest';
import type { Claims } from '../../../src/auth/credential.ts';
import { officer, staffedTeams, stranger } from '../../support/people.ts';
import { testSubgraph } from '../../support/subgraph.ts';

const { run, database } = await testSubgraph('loaded');
const [team, other] = await staffedTeams(database, '468', 2);
const [foreign] = await staffedTeams(database, '48');
if (team === undefined || other === undefined || foreign === undefined) throw new Error('no teams');
const provincial = officer('PROVINCIAL_OFFICER', '44');

const RESULT = `__typename
  ... on Activity { id status title version startsAt note statusReason outcomes { topic reached assisted succeeded } team { code } }
  ... on Refusal { code field value: givenValue message messageEn retryable }
  ... on Conflict { code expectedVersion currentVersion current { __typename ... on Activity { id title version } } }`;

const write = (field: string) => async (as: Claims | undefined, input: Record<string, unknown>) => {
  const type = `${field[0]?.toUpperCase()}${field.slice(1)}Input`;
  const { data, errors, statements } = await run(
    `mutation ($input: ${type}!) { ${field}(input: $input) { ${RESULT} } }`,
    { input: { idempotencyKey: randomUUID(), ...input } },
    as === undefined ? {} : { as },
  );
  expect(errors).toBeUndefined();
  return { ...data[field], statements };
};
const record = write('recordActivity');
const update = write('updateActivity');
const verify = write('verifyActivity');
const giveBack = write('returnActivity');
const cancel = write('cancelActivity');

const DRAFT = {
  teamId: team.id,
  kind: 'HOUSEHOLD_VISIT',
  title: 'Hướng dẫn cài VNeID tại nhà',
  startsAt: '2026-11-20T08:00:00+07:00',
  outcomes: [{ topic: 'E_ID', reached: 12, assisted: 8, succeeded: 7 }],
};

describe('an activity', () => {
  it('is recorded, verified by an officer, returned, mended and verified again', async () => {
    const made = await record(team.member, DRAFT);
    expect(made).toMatchObject({
      __typename: 'Activity',
      status: 'DONE',
      version: 1,
      outcomes: DRAFT.outcomes,
    });
    const verified = await verify(provincial, { id: made.id, expectedVersion: 1 });
    expect(verified).toMatchObject({ status: 'VERIFIED', version: 2 });
    const returned = await giveBack(provincial, {
      id: made.id,
      expectedVersion: 2,
      reason: 'Thiếu số người',
    });
    expect(returned).toMatchObject({ status: 'RETURNED', version: 3, statusReason: 'Thiếu số người' });
    const mended = await update(team.member, {
      ...{ id: made.id, expectedVersion: 3 },
      outcomes: [{ topic: 'QR_PAYMENT', reached: 3, assisted: null }],
    });
    expect(mended).toMatchObject({
      ...{ status: 'DONE', version: 4, statusReason: null },
      outcomes: [{ topic: 'QR_PAYMENT', reached: 3, assisted: null, succeeded: null }],
    });
    expect(await verify(provincial, { id: made.id, expectedVersion: 4 })).toMatchObject({
      status: 'VERIFIED',
    });
    const history = await database.rows(sql`
      select field, actor, version from audit_entry where entity_id = ${made.id} order by id`);
    expect(history).toHaveLength(5);
  });

  it('is not verified by who recorded it, nor by who is in the team', async () => {
    const made = await record(provincial, DRAFT);
    expect(await verify(provincial, { id: made.id, expectedVersion: 1 })).toMatchObject({
      code: 'VERIFY_OWN',
    });
    const alsoInTeam: Claims = { ...team.leader, grants: provincial.grants };
    expect(await verify(alsoInTeam, { id: made.id, expectedVersion: 1 })).toMatchObject({
      code: 'VERIFY_OWN',
    });
    expect(await verify(team.leader, { id: made.id, expectedVersion: 1 })).toMatchObject({
      code: 'NOT_PERMITTED',
    });
  });

  it('is cancelled by the leader with a reason, and then stays so', async () => {
    const made = await record(team.member, { ...DRAFT, startsAt: '2026-12-20T08:00:00+07:00' });
    expect(made.status).toBe('PLANNED');
    expect(await cancel(team.member, { id: made.id, expectedVersion: 1, reason: 'mưa lũ' })).toMatchObject({
      code: 'NOT_PERMITTED',
    });
    const cancelled = await cancel(team.leader, { id: made.id, expectedVersion: 1, reason: 'mưa lũ' });
    expect(cancelled).toMatchObject({ status: 'CANCELLED', statusReason: 'mưa lũ' });
    expect(await update(team.leader, { id: made.id, expectedVersion: 2, title: 'x' })).toMatchObject({
      code: 'ACTIVITY_STATE',
    });
  });

  it('shows what there is to who saw another version', async () => {
    const made = await record(team.member, DRAFT);
    await update(team.member, { id: made.id, expectedVersion: 1, title: 'Tên mới' });
    expect(await update(team.leader, { id: made.id, expectedVersion: 1, title: 'Tên khác' })).toMatchObject({
      __typename: 'Conflict',
      ...{ expectedVersion: 1, currentVersion: 2, current: { id: made.id, title: 'Tên mới', version: 2 } },
    });
  });

  it('takes the client’s id once', async () => {
    const id = randomUUID();
    expect(await record(team.member, { ...DRAFT, id })).toMatchObject({ id });
    expect(await record(team.member, { ...DRAFT, id })).toMatchObject({ code: 'ID_TAKEN', field: 'id' });
  });
});

describe('a replay', () => {
  it('answers what there is now, and writes nothing', async () => {
    const input = { ...DRAFT, idempotencyKey: randomUUID() };
    const made = await record(team.member, input);
    await update(team.member, { id: made.id, expectedVersion: 1, title: 'Tên mới' });
    expect(await record(team.member, input)).toMatchObject({ id: made.id, title: 'Tên mới', version: 2 });
  });

  it('of what could not be done yet does it when it can be done', async () => {
    const input = { ...DRAFT, idempotencyKey: randomUUID(), teamId: randomUUID() };
    expect(await record(team.member, input)).toMatchObject({ code: 'TEAM_NOT_FOUND', retryable: true });
    await database.pool.query(
      `insert into team (id, code, name, kind, status, level, unit_id, search_text)
      select $1::uuid, $1::text, name, kind, status, level, unit_id, search_text from team where id = $2`,
      [input.teamId, team.id],
    );
    await database.pool.query(
      `insert into membership (id, team_id, member_id, role, valid_from)
      values (gen_random_uuid(), $1::uuid, $2::uuid, 'MEMBER', '2026-01-01')`,
      [input.teamId, team.member.memberId],
    );
    expect(await record(team.member, input)).toMatchObject({ __typename: 'Activity', version: 1 });
  });

  it('with another input is refused', async () => {
    const idempotencyKey = randomUUID();
    await record(team.member, { ...DRAFT, idempotencyKey });
    expect(await record(team.member, { ...DRAFT, idempotencyKey, title: 'Khác' })).toMatchObject({
      code: 'KEY_REUSED',
    });
  });
});

describe('what an activity may hold', () => {
  it.each([
    [{ title: '' }, 'TEXT_INVALID', 'title'],
    [{ title: 'a\0b' }, 'TEXT_INVALID', 'title'],
    [{ title: 'x\ud800' }, 'TEXT_INVALID', 'title'],
    [{ note: 'x'.repeat(1_000_000) }, 'TEXT_INVALID', 'note'],
    [{ note: 'Ông An, CCCD 045201000123' }, 'TEXT_SENSITIVE', 'note'],
    [{ startsAt: '2026-02-30T08:00:00+07:00' }, 'INSTANT_INVALID', 'startsAt'],
    [{ startsAt: '2026-11-20' }, 'INSTANT_INVALID', 'startsAt'],
    [{ startsAt: '2026-12-20T08:00:00+07:00', status: 'DONE' }, 'ACTIVITY_IN_FUTURE', 'startsAt'],
    [{ durationMinutes: 0 }, 'COUNT_INVALID', 'durationMinutes'],
    [{ outcomes: [{ topic: 'E_ID', reached: -1 }] }, 'COUNT_INVALID', 'outcomes[0].reached'],
    [{ outcomes: [{ topic: 'E_ID', reached: 2, assisted: 3 }] }, 'COUNTS_CONTRADICT', 'outcomes[0].assisted'],
    [{ outcomes: [{ topic: 'E_ID' }, { topic: 'E_ID' }] }, 'INPUT_INVALID', 'outcomes[1].topic'],
    [{ id: 'not a uuid' }, 'ID_INVALID', 'id'],
    [{ unitCode: '99999' }, 'UNIT_NOT_FOUND', 'unitCode'],
    [{ status: 'VERIFIED' }, 'ACTIVITY_STATE', 'status'],
  ])('is not %j', async (fault, code, field) => {
    const count = () => database.rows(sql`select count(*) as n from activity`);
    const before = await count();
    const refused = await record(team.member, { ...DRAFT, ...fault });
    expect(refused).toMatchObject({ __typename: 'Refusal', code, field });
    expect(refused.message.length).toBeLessThan(400);
    expect(await count()).toEqual(before);
  });
});

describe('who may record', () => {
  it.each([
    ['the public', undefined, 'SIGN_IN_REQUIRED'],
    ['a stranger', stranger(), 'TEAM_NOT_FOUND'],
    ['the leader of another team', other.leader, 'TEAM_NOT_FOUND'],
    ['an officer of another province', officer('PROVINCIAL_OFFICER', '48'), 'TEAM_NOT_FOUND'],
    ['the officer of a unit that ended', officer('PROVINCIAL_OFFICER', '45@2025-01-01'), 'TEAM_NOT_FOUND'],
  ])('not %s', async (_, as, code) => {
    expect(await record(as, DRAFT)).toMatchObject({ code, retryable: true });
  });

  it('only the nation’s administrators for a team without a territory, and then they verify too', async () => {
    const { rows } = await database.pool.query<{ id: string }>(`
      insert into team (id, code, name, kind, status, level, search_text) values (gen_random_uuid(), 'VN-TEST',
        'Tổ của doanh nghiệp', 'ENTERPRISE', 'ACTIVE', 'NATION', 'to cua doanh nghiep') returning id`);
    const draft = { ...DRAFT, teamId: rows[0]?.id };
    expect(await record(provincial, draft)).toMatchObject({ code: 'TEAM_NOT_FOUND' });
    const made = await record(officer('ADMINISTRATOR', 'VN'), draft);
    expect(await verify(provincial, { id: made.id, expectedVersion: 1 })).toMatchObject({
      code: 'ACTIVITY_NOT_FOUND',
    });
    const verified = await verify(officer('ADMINISTRATOR', 'VN'), { id: made.id, expectedVersion: 1 });
    expect(verified).toMatchObject({ status: 'VERIFIED', version: 2 });
  });

  it('costs the same statements for every activity', async () => {
    const { statements } = await record(team.member, DRAFT);
    expect(statements).toEqual([
      ...[
        'scopeOf',
        'begin',
        'insertKey',
        'savepoint part',
        'teamForWrite',
        'insertActivity',
        'writeOutcomes',
      ],
      ...['appendAudits', 'storeOutcome', 'commit', 'scopeOf', 'activitySeen', 'outcomesOf', 'teamById'],
    ]);
  });
});
