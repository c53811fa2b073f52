import { createHash, randomUUID } from 'node:crypto';
import sql from 'sql-template-tag';
import { describe, expect, it } from 'vitest';
import { officer, staffedTeams, stranger } from '../../support/people.ts';
import { sendWrites } from '../../support/send-write.ts';
import { testSubgraph } from '../../support/subgraph.ts';

const { run, database } = await testSubgraph('loaded');
const [team, other] = await staffedTeams(database, '468', 2);
if (team === undefined || other === undefined) throw new Error('no teams');
const provincial = officer('PROVINCIAL_OFFICER', '44');
const administrator = officer('ADMINISTRATOR', 'VN');

const send = sendWrites(run, {
  ActivitySeries:
    'id version skippedMonths activities { id seriesId title status statusReason startsAt team { code } place version }',
});
const plan = send('planActivitySeries');
const cancel = send('cancelActivitySeries');
const write = sendWrites(run, { Activity: 'id status version' });

// Today is Sunday, 22 November 2026.
const WEEKENDS = {
  teamId: team.id,
  kind: 'CULTURE_HOUSE_SESSION',
  title: 'Hướng dẫn tại nhà văn hóa',
  place: 'Nhà văn hóa thôn',
  from: '2026-11-28',
  until: '2026-12-13',
  time: '19:30',
  weekdays: ['SATURDAY', 'SUNDAY'],
};
const MONTHLY = { ...WEEKENDS, weekdays: null, dayOfMonth: 31, from: '2026-12-01', until: '2027-05-31' };

const activities = async () =>
  (await database.rows<{ n: number }>(sql`select count(*) as n from activity`))[0]?.n ?? 0;

describe('a series', () => {
  it('becomes one planned activity a day, at its time in Việt Nam', async () => {
    const made = await plan(team.leader, WEEKENDS);
    expect(made).toMatchObject({ __typename: 'ActivitySeries', version: 6, skippedMonths: [] });
    expect(made.activities.map((each: { startsAt: string }) => each.startsAt)).toEqual([
      ...['2026-11-28T12:30:00.000Z', '2026-11-29T12:30:00.000Z', '2026-12-05T12:30:00.000Z'],
      ...['2026-12-06T12:30:00.000Z', '2026-12-12T12:30:00.000Z', '2026-12-13T12:30:00.000Z'],
    ]);
    for (const each of made.activities) {
      expect(each).toMatchObject({
        seriesId: made.id,
        status: 'PLANNED',
        version: 1,
        place: 'Nhà văn hóa thôn',
        team: { code: team.code },
      });
    }
    const audited = await database.rows(sql`
      select entity_id from audit_entry where entity_type = 'Activity' and field = 'planActivitySeries'
        and entity_id = any(${made.activities.map(({ id }: { id: string }) => id)}::text[])`);
    expect(audited).toHaveLength(6);
  });

  it('leaves out months without the day, and says which', async () => {
    const made = await plan(team.leader, MONTHLY);
    expect(made.skippedMonths).toEqual(['2027-02', '2027-04']);
    expect(made.activities).toHaveLength(4);
  });

  it('gives its activities ids that the client knows before', async () => {
    const id = randomUUID();
    const made = await plan(team.leader, { ...WEEKENDS, id: id.toUpperCase() });
    expect(made.id).toBe(id);
    // RFC 9562, worked out with digits instead of bytes.
    const digits = createHash('sha1')
      .update(Buffer.from(id.replaceAll('-', ''), 'hex'))
      .update('2026-11-28')
      .digest('hex');
    const variant = ((Number.parseInt(digits.charAt(16), 16) & 3) | 8).toString(16);
    const uuid = `${digits.slice(0, 8)}-${digits.slice(8, 12)}-5${digits.slice(13, 16)}-${variant}${digits.slice(17, 20)}-${digits.slice(20, 32)}`;
    expect(made.activities[0].id).toBe(uuid);
    expect(await plan(team.leader, { ...WEEKENDS, id })).toMatchObject({ code: 'ID_TAKEN', field: 'id' });
    expect(await plan(team.leader, { ...MONTHLY, id })).toMatchObject({ code: 'ID_TAKEN', field: 'id' });
  });

  it('is answered again under its key, and written once', async () => {
    const input = { ...WEEKENDS, idempotencyKey: randomUUID() };
    const made = await plan(team.leader, input);
    const before = await activities();
    expect((await plan(team.leader, input)).id).toBe(made.id);
    expect(await activities()).toBe(before);
  });

  it('is read by who sees its activities', async () => {
    const made = await plan(team.leader, WEEKENDS);
    const read = `query ($id: ID!) { activitySeries(id: $id) { id version activities { id } } }`;
    const seen = await run(read, { id: made.id }, { as: team.member });
    expect(seen.data.activitySeries).toMatchObject({ id: made.id, version: 6 });
    expect((await run(read, { id: made.id }, { as: other.leader })).data.activitySeries).toBeNull();
    expect((await run(read, { id: 'x' }, { as: team.member })).data.activitySeries).toBeNull();
    expect((await run(read, { id: made.id })).errors?.[0]?.extensions?.['code']).toBe('SIGN_IN_REQUIRED');
  });

  it('costs the same statements for 2 activities as for 40', async () => {
    const few = await plan(team.leader, { ...WEEKENDS, until: '2026-11-29' });
    const many = await plan(team.leader, { ...WEEKENDS, until: '2027-04-11' });
    expect([few.activities.length, many.activities.length]).toEqual([2, 40]);
    expect(many.statements).toEqual(few.statements);
    expect(few.statements).toEqual([
      ...[
        'scopeOf',
        'begin',
        'insertKey',
        'savepoint part',
        'teamForWrite',
        'insertActivitySeries',
        'appendAudits',
      ],
      ...['storeOutcome', 'commit', 'scopeOf', 'seriesSeen', 'teamById'],
    ]);
  });
});

describe('the rest of a series', () => {
  it('is cancelled from a day on; what was done stays', async () => {
    const made = await plan(team.leader, { ...WEEKENDS, from: '2026-11-21' });
    const [first] = made.activities;
    await write('updateActivity')(team.member, { id: first.id, expectedVersion: 1, status: 'DONE' });
    const cancelled = await cancel(team.leader, {
      id: made.id,
      expectedVersion: 9,
      from: '2026-12-05',
      reason: 'Mưa lũ',
    });
    expect(cancelled.version).toBe(13);
    expect(cancelled.activities.map(({ status }: { status: string }) => status)).toEqual([
      ...['DONE', 'PLANNED', 'PLANNED', 'PLANNED', 'CANCELLED', 'CANCELLED', 'CANCELLED', 'CANCELLED'],
    ]);
    expect(cancelled.activities.at(-1)).toMatchObject({ statusReason: 'Mưa lũ', version: 2 });
    const again = await cancel(team.leader, {
      id: made.id,
      expectedVersion: 13,
      from: '2026-12-05',
      reason: 'Mưa lũ',
    });
    expect(again).toMatchObject({ code: 'ACTIVITY_STATE', field: 'from', retryable: false });
    const fromToday = await cancel(provincial, { id: made.id, expectedVersion: 13, reason: 'Mưa lũ' });
    expect(fromToday.activities.map(({ status }: { status: string }) => status).slice(0, 4)).toEqual([
      ...['DONE', 'CANCELLED', 'CANCELLED', 'CANCELLED'],
    ]);
  });

  it('is not cancelled over what somebody else changed', async () => {
    const made = await plan(team.leader, WEEKENDS);
    await write('updateActivity')(team.member, {
      id: made.activities[2].id,
      expectedVersion: 1,
      title: 'Đổi tên',
    });
    expect(await cancel(team.leader, { id: made.id, expectedVersion: 6, reason: 'x' })).toMatchObject({
      ...{ __typename: 'Conflict', expectedVersion: 6, currentVersion: 7 },
    });
  });

  it.each([
    ['the public', undefined, 'SIGN_IN_REQUIRED'],
    ['a stranger', stranger(), 'ACTIVITY_NOT_FOUND'],
    ['the leader of another team', other.leader, 'ACTIVITY_NOT_FOUND'],
    ['an officer of another province', officer('PROVINCIAL_OFFICER', '48'), 'ACTIVITY_NOT_FOUND'],
    ['a member', team.member, 'NOT_PERMITTED'],
  ])('is not cancelled by %s', async (_, as, code) => {
    const made = await plan(team.leader, WEEKENDS);
    expect(await cancel(as, { id: made.id, expectedVersion: 6, reason: 'x' })).toMatchObject({
      code,
      retryable: true,
    });
  });

  it.each([
    [{ id: 'x\0' }, 'ID_INVALID', 'id'],
    [{ id: 'x'.repeat(1_000_000) }, 'ID_INVALID', 'id'],
    [{ id: randomUUID() }, 'ACTIVITY_NOT_FOUND', 'id'],
    [{ reason: ' ' }, 'TEXT_INVALID', 'reason'],
    [{ reason: 'CCCD 045201000123' }, 'TEXT_SENSITIVE', 'reason'],
    [{ from: '2026-02-30' }, 'DATE_INVALID', 'from'],
  ])('is not cancelled with %j', async (fault, code, field) => {
    const made = await plan(team.leader, WEEKENDS);
    expect(
      await cancel(team.leader, { id: made.id, expectedVersion: 6, reason: 'x', ...fault }),
    ).toMatchObject({ code, field });
  });
});

describe('what a series may be', () => {
  it.each([
    [{ title: 'a\0b' }, 'TEXT_INVALID', 'title'],
    [{ title: 'x\ud800' }, 'TEXT_INVALID', 'title'],
    [{ note: 'x'.repeat(1_000_000) }, 'TEXT_INVALID', 'note'],
    [{ place: 'CCCD 045201000123' }, 'TEXT_SENSITIVE', 'place'],
    [{ from: '2026-02-30' }, 'DATE_INVALID', 'from'],
    [{ until: '2028-01-01' }, 'ACTIVITY_IN_FUTURE', 'until'],
    [{ until: '2026-11-27' }, 'INPUT_INVALID', 'until'],
    [{ time: '25:00' }, 'INSTANT_INVALID', 'time'],
    [{ time: '1'.repeat(1_000_000) }, 'INSTANT_INVALID', 'time'],
    [{ weekdays: [] }, 'INPUT_INVALID', 'weekdays'],
    [{ dayOfMonth: 3 }, 'INPUT_INVALID', 'weekdays'],
    [{ weekdays: null, dayOfMonth: -1 }, 'COUNT_INVALID', 'dayOfMonth'],
    [{ durationMinutes: -30 }, 'COUNT_INVALID', 'durationMinutes'],
    [{ unitCode: '99999' }, 'UNIT_NOT_FOUND', 'unitCode'],
    [{ unitCode: '12\0' }, 'UNIT_CODE_INVALID', 'unitCode'],
    [{ id: '1' }, 'ID_INVALID', 'id'],
  ])('is not %j', async (fault, code, field) => {
    const before = await activities();
    const refused = await plan(team.leader, { ...WEEKENDS, ...fault });
    expect(refused).toMatchObject({ __typename: 'Refusal', code, field });
    expect(refused.message.length).toBeLessThan(400);
    expect(await activities()).toBe(before);
  });

  it.each([
    ['the public', undefined, 'SIGN_IN_REQUIRED'],
    ['a member', team.member, 'NOT_PERMITTED'],
    ['the leader of another team', other.leader, 'TEAM_NOT_FOUND'],
    ['an officer of another province', officer('PROVINCIAL_OFFICER', '48'), 'TEAM_NOT_FOUND'],
  ])('is not planned by %s', async (_, as, code) => {
    expect(await plan(as, WEEKENDS)).toMatchObject({ code, retryable: true });
  });
});

describe('activitiesByWeekday', () => {
  const report = `query ($unit: String!, $period: Period!) { activitiesByWeekday(unitCode: $unit, period: $period) { weekday dayPart activities } }`;

  it('counts verified activities by weekday and part of the day in Việt Nam', async () => {
    const record = write('recordActivity');
    const before = await run(report, { unit: '44', period: '2026-W40' }, { as: provincial });
    expect(before.data.activitiesByWeekday).toHaveLength(21);
    // Monday 11:59, noon and 18:00 in Việt Nam; and the last minute of Sunday, which is still Sunday in UTC.
    for (const startsAt of [
      '2026-09-28T04:59:00Z',
      '2026-09-28T05:00:00Z',
      '2026-09-28T11:00:00Z',
      '2026-10-04T16:59:00Z',
    ]) {
      const made = await record(team.member, { teamId: team.id, kind: 'MEETING', title: 'Họp tổ', startsAt });
      await write('verifyActivity')(provincial, { id: made.id, expectedVersion: 1 });
    }
    // The next minute is Monday; and nobody has verified the other one.
    await record(team.member, {
      teamId: team.id,
      kind: 'MEETING',
      title: 'Họp tổ',
      startsAt: '2026-10-04T17:00:00Z',
    });
    await record(team.member, {
      teamId: team.id,
      kind: 'MEETING',
      title: 'Họp tổ',
      startsAt: '2026-09-28T04:00:00Z',
    });
    const after = await run(report, { unit: '44', period: '2026-W40' }, { as: provincial });
    const risen = after.data.activitiesByWeekday.filter(
      (cell: { activities: number }, index: number) =>
        cell.activities !== before.data.activitiesByWeekday[index].activities,
    );
    const cell = (weekday: string, dayPart: string) => ({ weekday, dayPart, activities: expect.any(Number) });
    expect(risen).toEqual([
      ...[
        cell('MONDAY', 'MORNING'),
        cell('MONDAY', 'AFTERNOON'),
        cell('MONDAY', 'EVENING'),
        cell('SUNDAY', 'EVENING'),
      ],
    ]);
    expect(after.statements.sort()).toEqual(['activitiesByWeekday', 'scopeOf', 'unitByCodeOnDay']);
  });

  it('has every verified activity of the unit in one of its cells', async () => {
    const { data } = await run(report, { unit: 'VN', period: '2023' }, { as: administrator });
    const sum = data.activitiesByWeekday.reduce(
      (all: number, cell: { activities: number }) => all + cell.activities,
      0,
    );
    const list = await run(
      `{ activities(unitCode: "VN", period: "2023", status: VERIFIED) { totalCount } }`,
      {},
      { as: administrator },
    );
    expect(list.data.activities.totalCount).toBeGreaterThan(5);
    expect(sum).toBe(list.data.activities.totalCount);
  });

  it.each([
    ['the public', undefined, '44', 'SIGN_IN_REQUIRED'],
    ['a leader', team.leader, '44', 'NOT_PERMITTED'],
    ['an officer of another province', officer('PROVINCIAL_OFFICER', '48'), '44', 'NOT_PERMITTED'],
    ['an officer, of a code that is none', provincial, 'x', 'UNIT_CODE_INVALID'],
  ])('is not for %s', async (_, as, unit, code) => {
    const { data, errors } = await run(report, { unit, period: '2026' }, as === undefined ? {} : { as });
    expect([data, errors?.[0]?.extensions?.['code']]).toEqual([null, code]);
  });
});
