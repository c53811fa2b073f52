import { beforeAll, describe, expect, it } from 'vitest';
import { officer, staffedTeams, stranger } from '../../support/people.ts';
import { sendWrites } from '../../support/send-write.ts';
import { testSubgraph } from '../../support/subgraph.ts';

// The clock of these tests stands on 22 November 2026.
const { run, database } = await testSubgraph('loaded');
const [team, other] = await staffedTeams(database, '44', 2);
if (team === undefined || other === undefined) throw new Error('no teams');
const provincial = officer('PROVINCIAL_OFFICER', '44');
const write = sendWrites(run, { Activity: 'id version' });
const writeTarget = sendWrites(run, { Target: 'code' });

const ASK = `query ($id: ID!, $period: Period!) { team(id: $id) { kpis(period: $period) {
  indicator { code } period value qualifier attainment target { value } } } }`;

type Kpi = { indicator: { code: string }; value: number | null; qualifier: string };

async function kpisOf(period: string, id = team?.id, as = team?.leader) {
  const { data, errors, statements } = await run(ASK, { id, period }, as === undefined ? {} : { as });
  expect(errors).toBeUndefined();
  const kpis: Kpi[] = data.team.kpis;
  return { kpis, statements, of: (code: string) => kpis.find(({ indicator }) => indicator.code === code) };
}

async function verified(startsAt: string, outcomes: object[]): Promise<void> {
  const made = await write('recordActivity')(team?.leader, {
    ...{ teamId: team?.id, kind: 'HOUSEHOLD_VISIT', title: 'Đi từng nhà', startsAt, outcomes },
  });
  const judged = await write('verifyActivity')(provincial, { id: made.id, expectedVersion: 1 });
  expect(judged).toMatchObject({ __typename: 'Activity', version: 2 });
}

beforeAll(async () => {
  await verified('2026-10-01T00:30:00+07:00', [
    { topic: 'E_ID', reached: 20, assisted: 10, succeeded: 9 },
    { topic: 'E_HEALTH', reached: 5, assisted: 4, succeeded: null },
  ]);
  await verified('2026-10-31T23:30:00+07:00', [{ topic: 'E_ID', reached: null, assisted: 6, succeeded: 3 }]);
  // In UTC it is still October.
  await verified('2026-11-01T00:30:00+07:00', [{ topic: 'E_ID', reached: 1, assisted: 1, succeeded: 1 }]);
  await write('recordActivity')(team.leader, {
    ...{ teamId: team.id, kind: 'MEETING', title: 'Chưa ai xác nhận', startsAt: '2026-10-05T08:00:00+07:00' },
  });
});

describe('the indicators of a team', () => {
  it('are what its verified activities of the period give, by days of Việt Nam', async () => {
    const { of } = await kpisOf('2026-10');
    expect(of('VERIFIED_ACTIVITIES')).toMatchObject({ value: 2, qualifier: 'EXACT', period: '2026-10' });
    expect(of('REACHED')).toMatchObject({ value: 25, qualifier: 'AT_LEAST' });
    expect(of('ASSISTED')).toMatchObject({ value: 20, qualifier: 'EXACT' });
    expect((await kpisOf('2026-11')).of('VERIFIED_ACTIVITIES')?.value).toBe(1);
    expect((await kpisOf('2026-Q4')).of('VERIFIED_ACTIVITIES')?.value).toBe(3);
  });

  it('rate only what was counted on both sides', async () => {
    const { of } = await kpisOf('2026-10');
    expect(of('SUCCESS_RATE')?.value).toBeCloseTo((12 / 16) * 100);
  });

  it('leave out what teams and members are counted for', async () => {
    const codes = (await kpisOf('2026-10')).kpis.map(({ indicator }) => indicator.code);
    expect(codes).not.toContain('TEAMS');
    expect(codes).not.toContain('MEMBERS');
    expect(codes.filter((code) => code.includes('ACTIVE'))).toEqual([]);
  });

  it('stand against the target of the team in that very period', async () => {
    const set = (period: string, value: number) =>
      writeTarget('setTarget')(provincial, {
        ...{ teamId: team.id, indicatorCode: 'ASSISTED', period, comparator: 'AT_LEAST', value },
        reason: 'Giao bổ sung',
      });
    await set('2026-10', 40);
    await set('2026-Q4', 100);
    expect((await kpisOf('2026-10')).of('ASSISTED')).toMatchObject({
      ...{ target: { value: 40 }, attainment: 0.5 },
    });
    expect((await kpisOf('2026-11')).of('ASSISTED')).toMatchObject({ target: null, attainment: null });
  });

  it('are 0 where nothing was done, and null before the period begins', async () => {
    const { of } = await kpisOf('2026-10', other.id, other.leader);
    expect(of('VERIFIED_ACTIVITIES')?.value).toBe(0);
    expect((await kpisOf('2027')).of('VERIFIED_ACTIVITIES')?.value).toBeNull();
  });

  it('are for who sees inside the team', async () => {
    for (const as of [stranger(), other.leader]) {
      const { errors } = await run(ASK, { id: team.id, period: '2026-10' }, { as });
      expect(errors?.[0]?.extensions?.['code']).toBe('NOT_PERMITTED');
    }
    const { errors } = await run(ASK, { id: team.id, period: '2026-99' }, { as: team.leader });
    expect(errors?.[0]?.extensions?.['code']).toBe('PERIOD_INVALID');
  });

  it('of many teams cost as many statements as those of one', async () => {
    const list = `query ($first: Int!) { teams(unitCode: "44", first: $first) { nodes { kpis(period: "2026-10") { value target { value } } } } }`;
    const [one, many] = [
      await run(list, { first: 1 }, { as: provincial }),
      await run(list, { first: 20 }, { as: provincial }),
    ];
    expect(many.errors).toBeUndefined();
    expect(many.statements.filter((name) => name === 'computedOfTeams')).toHaveLength(1);
    expect(many.statements.sort()).toEqual(one.statements.sort());
  });
});
