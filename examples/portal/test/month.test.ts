import { type Client, CnscdConflict, createClient, type KpiValue } from '@cnscd/sdk';
import { connect } from '@cnscd/subgraph';
import { beforeAll, describe, expect, it } from 'vitest';
import { foldDeltas } from '../../../packages/subgraph/src/rollup/fold-deltas.ts';
import { runningGateway } from '../../gateway/test/support/running-gateway.ts';

// Today is 22 November 2026: the month under way is played from a new team to a figure that stands.
const { url, databaseUrl, tokenFor } = runningGateway();
const UNIT = '19597';
const MONTH = '2026-11';

const as = (account: string): Client =>
  createClient({ url: url(), getToken: () => tokenFor(account), timeoutMs: 20_000 });

let officer: Client;
let leader: Client;
let member: Client;
let teamId: string;
let activityId: string;

beforeAll(() => {
  officer = as('officer-cam-lo');
  leader = as('leader-cam-lo');
  member = as('member-cam-lo');
});

/** Lets the worker's step run, so that what was pending is folded into the rollup. */
async function fold(): Promise<void> {
  const database = connect(databaseUrl());
  try {
    await foldDeltas(database);
  } finally {
    await database.close();
  }
}

/** What the board says of an indicator; undefined where it has no line. */
async function line(code: string, period = MONTH, client = officer): Promise<KpiValue | undefined> {
  const { rows } = await client.indicators.board({ unitCode: UNIT, period, indicatorCodes: [code] });
  return rows[0]?.total;
}

const WORK = ['VERIFIED_ACTIVITIES', 'ACTIVE_TEAMS', 'REACHED', 'ASSISTED', 'SUCCEEDED', 'ASSISTED_E_ID'];

/** What activities come to, by indicator: before and after the worker's step it is the same. */
async function computed(period = MONTH): Promise<Record<string, number | null>> {
  const read = async () => {
    const { rows } = await officer.indicators.board({ unitCode: UNIT, period, indicatorCodes: WORK });
    return Object.fromEntries(rows.map(({ indicator, total }) => [indicator.code, total.computed]));
  };
  const pending = await read();
  await fold();
  expect(await read()).toEqual(pending);
  return pending;
}

const NOTHING = Object.fromEntries(WORK.map((code) => [code, 0]));
const done = (reached: number, assisted: number, succeeded: number) => ({
  ...{ VERIFIED_ACTIVITIES: 1, ACTIVE_TEAMS: 1 },
  ...{ REACHED: reached, ASSISTED: assisted, SUCCEEDED: succeeded, ASSISTED_E_ID: assisted },
});

async function myId(client: Client): Promise<string> {
  const viewer = await client.viewer();
  return viewer?.member?.id ?? expect.fail('a demo account of a team is a person of the register');
}

describe('a month', { timeout: 60_000 }, () => {
  it('begins with a team that an officer establishes', async () => {
    const team = await officer.teams.establish({
      ...{ name: 'Tổ công nghệ số cộng đồng xã Cam Lộ', kind: 'COMMUNITY', level: 'COMMUNE' },
      ...{ unitCode: UNIT, foundedOn: '2026-10-01' },
      decision: { number: '12/QĐ-UBND', title: 'Thành lập tổ', issuer: 'Chủ tịch UBND xã Cam Lộ' },
    });
    teamId = team.id;
    expect(team).toMatchObject({ status: 'ACTIVE', version: 1, unit: { fullName: 'Xã Cam Lộ' } });
    expect(await line('TEAMS')).toMatchObject({ registered: 1, basis: 'REGISTERED' });
    expect(await computed()).toEqual(NOTHING);
  });

  it('goes on with people who join it', async () => {
    const join = { teamId, from: '2026-10-01' };
    await officer.members.add({ ...join, memberId: await myId(leader), role: 'LEADER' });
    await leader.members.add({ ...join, memberId: await myId(member), isCore: true });
    const added = await leader.members.add({
      ...{ ...join, person: { displayName: 'Trần Thị Mận (giả lập)' } },
      ...{ affiliations: ['WOMEN_UNION'], responsibilities: [{ kind: 'SCHOOL', name: 'Trường mầm non' }] },
    });
    expect(added).toMatchObject({ role: 'MEMBER', member: { displayName: 'Trần Thị Mận (giả lập)' } });
    const inside = await member.teams.inside({ id: teamId });
    expect(inside).toMatchObject({ members: { totalCount: 3 }, viewerRole: 'MEMBER' });
    expect(await line('MEMBERS')).toMatchObject({ registered: 3 });
  });

  it('is planned: every Monday at half past seven', async () => {
    const series = await leader.activities.planSeries({
      ...{ teamId, kind: 'ONE_STOP_DESK_DUTY', title: 'Trực hướng dẫn tại bộ phận một cửa' },
      ...{ from: '2026-11-16', until: '2026-11-30', time: '07:30', weekdays: ['MONDAY'] },
    });
    expect(series.activities.map(({ startsAt, status }) => [startsAt.slice(0, 16), status])).toEqual([
      ['2026-11-16T00:30', 'PLANNED'],
      ['2026-11-23T00:30', 'PLANNED'],
      ['2026-11-30T00:30', 'PLANNED'],
    ]);
    activityId = series.activities[0]?.id ?? '';
    expect(await computed()).toEqual(NOTHING);
  });

  it('sees the first one done by a member, which counts for nothing yet', async () => {
    const outcomes = [{ topic: 'E_ID' as const, reached: 30, assisted: 20, succeeded: 15 }];
    const { version } = await member.activities.get({ id: activityId });
    const input = { id: activityId, expectedVersion: version, status: 'DONE' as const, outcomes };
    expect(await member.activities.update(input)).toMatchObject({ status: 'DONE', version: version + 1 });
    expect(await computed()).toEqual(NOTHING);
    await expect(leader.activities.verify({ id: activityId, expectedVersion: 2 })).rejects.toMatchObject({
      code: 'NOT_PERMITTED',
    });
  });

  it('counts what the officer verifies, once', async () => {
    const key = { id: activityId, expectedVersion: 2, idempotencyKey: 'verify-of-the-16th' };
    expect(await officer.activities.verify(key)).toMatchObject({ status: 'VERIFIED', version: 3 });
    expect(await officer.activities.verify(key)).toMatchObject({ status: 'VERIFIED', version: 3 });
    expect(await computed()).toEqual(done(30, 20, 15));
    expect(await line('SUCCESS_RATE')).toMatchObject({
      ...{ computed: 75, computedNumerator: 15, computedDenominator: 20 },
    });
    expect(await line('ACTIVE_TEAM_RATE')).toMatchObject({ computed: 100, completeness: 1 });
    expect(await computed('2026-Q4')).toEqual(done(30, 20, 15));
    expect(await computed('2026-W47')).toEqual(done(30, 20, 15));
  });

  it('keeps it from other provinces and from the public', async () => {
    const publicly = createClient({ url: url() });
    expect((await line('REACHED', MONTH, publicly))?.computed ?? null).toBeNull();
    expect((await line('REACHED', MONTH, as('officer-da-nang')))?.computed ?? null).toBeNull();
    const elsewhere = as('leader-da-nang').activities.get({ id: activityId });
    await expect(elsewhere).rejects.toMatchObject({ code: 'ACTIVITY_NOT_FOUND' });
    await expect(publicly.activities.list({ teamId })).rejects.toMatchObject({ code: 'SIGN_IN_REQUIRED' });
  });

  it('takes back what the leader corrects, until it is verified anew', async () => {
    const outcomes = [{ topic: 'E_ID' as const, reached: 33, assisted: 21, succeeded: 14 }];
    const corrected = await leader.activities.update({ id: activityId, expectedVersion: 3, outcomes });
    expect(corrected).toMatchObject({ status: 'DONE', version: 4 });
    expect(await computed()).toEqual(NOTHING);
    await officer.activities.verify({ id: activityId, expectedVersion: 4 });
    expect(await computed()).toEqual(done(33, 21, 14));
  });

  it('shows what there is to who was slower', async () => {
    const late = officer.activities.return({ id: activityId, expectedVersion: 4, reason: 'Sai ngày' });
    const error: unknown = await late.catch((error: unknown) => error);
    expect(error).toBeInstanceOf(CnscdConflict);
    expect(error).toMatchObject({ expectedVersion: 4, currentVersion: 5, current: { status: 'VERIFIED' } });
    expect(await computed()).toEqual(done(33, 21, 14));
  });

  it('loses what is returned, and finds it in the month in which it was after all', async () => {
    const returned = await officer.activities.return({
      ...{ id: activityId, expectedVersion: 5, reason: 'Buổi này diễn ra ngày 26/10' },
    });
    expect(returned).toMatchObject({ status: 'RETURNED', statusReason: 'Buổi này diễn ra ngày 26/10' });
    expect(await computed()).toEqual(NOTHING);
    const startsAt = '2026-10-26T07:30:00+07:00';
    await leader.activities.update({ id: activityId, expectedVersion: 6, startsAt });
    await officer.activities.verify({ id: activityId, expectedVersion: 7 });
    expect(await computed()).toEqual(NOTHING);
    expect(await computed('2026-10')).toEqual(done(33, 21, 14));
    expect(await computed('2026-Q4')).toEqual(done(33, 21, 14));
    expect(await computed('2026-W47')).toEqual(NOTHING);
  });

  it('is held against a target, whose change needs a reason now', async () => {
    const goal = {
      unitCode: UNIT,
      indicatorCode: 'REACHED',
      period: '2026-10',
      comparator: 'AT_LEAST',
    } as const;
    const target = await officer.indicators.setTarget({ ...goal, value: 66 });
    expect(await line('REACHED', '2026-10')).toMatchObject({
      ...{ computed: 33, value: 33, basis: 'COMPUTED', attainment: 0.5, target: { value: 66 } },
    });
    const change = { ...goal, value: 30, expectedVersion: target.version };
    await expect(officer.indicators.setTarget(change)).rejects.toMatchObject({
      ...{ code: 'REASON_MISSING', field: 'reason' },
    });
    const changed = await officer.indicators.setTarget({ ...change, reason: 'Mưa lũ trong tháng 10' });
    expect(changed).toMatchObject({ version: 2, value: 30, reason: 'Mưa lũ trong tháng 10' });
    expect((await line('REACHED', '2026-10'))?.attainment).toBeCloseTo(1.1, 10);
  });

  it('stands beside what the commune reported', async () => {
    await officer.indicators.recordMeasurement({
      ...{ unitCode: UNIT, indicatorCode: 'REACHED', asOf: '2026-10-31', period: '2026-10' },
      ...{ value: 40, qualifier: 'EXACT' },
      source: { title: 'Báo cáo tháng 10', publisher: 'UBND xã Cam Lộ', publishedOn: '2026-11-02' },
    });
    expect(await line('REACHED', '2026-10')).toMatchObject({
      ...{ reported: 40, computed: 33, value: 40, basis: 'REPORTED', variance: -7 },
    });
  });

  it('can be told from the beginning, by who did what', async () => {
    const { items } = await officer.changes.history.list({ entityType: 'Activity', id: activityId });
    expect(items.map(({ field }) => field)).toEqual([
      ...['verifyActivity', 'updateActivity', 'returnActivity', 'verifyActivity', 'updateActivity'],
      ...['verifyActivity', 'updateActivity', 'planActivitySeries'],
    ]);
  });
});
