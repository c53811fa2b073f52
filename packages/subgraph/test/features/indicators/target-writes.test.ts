import { randomUUID } from 'node:crypto';
import sql from 'sql-template-tag';
import { describe, expect, it } from 'vitest';
import type { Claims } from '../../../src/auth/credential.ts';
import { officer, staffedTeams, stranger } from '../../support/people.ts';
import { afterCommit, untilCommit } from '../../support/statements.ts';
import { testSubgraph } from '../../support/subgraph.ts';

const { run, database } = await testSubgraph('loaded');
const [team, other] = await staffedTeams(database, '44', 2);
if (team === undefined || other === undefined) throw new Error('no teams');
const provincial = officer('PROVINCIAL_OFFICER', '44');

const SET = `mutation ($input: SetTargetInput!) { setTarget(input: $input) { __typename
  ... on Target { code version comparator value measureUnit period statement reason unit { code } team { id } indicator { code }
    source { id title } history { revision value comparator reason } }
  ... on Refusal { code field given: givenValue message retryable }
  ... on Conflict { expectedVersion currentVersion current { ... on Target { version value } } } } }`;

const set = async (as: Claims | undefined, input: Record<string, unknown>) => {
  const variables = { input: { idempotencyKey: randomUUID(), ...input } };
  const { data, errors, statements } = await run(SET, variables, as === undefined ? {} : { as });
  expect(errors).toBeUndefined();
  return { ...data.setTarget, statements };
};

/** The clock of these tests stands on 22 November 2026. */
const NEXT_YEAR = {
  ...{ unitCode: '44', indicatorCode: 'MEMBERS', period: '2027' },
  ...{ comparator: 'AT_LEAST', value: 5000 },
};
const THIS_YEAR = { ...NEXT_YEAR, period: '2026' };

describe('a target', () => {
  it('changes freely before its period begins', async () => {
    const made = await set(provincial, NEXT_YEAR);
    expect(made).toMatchObject({
      ...{ __typename: 'Target', version: 1, value: 5000, measureUnit: 'PERSON', reason: null, team: null },
      ...{ unit: { code: '44' }, statement: 'Số thành viên tổ công nghệ số cộng đồng: ít nhất 5.000 người' },
    });
    const changed = await set(provincial, { ...NEXT_YEAR, value: 5500, expectedVersion: 1 });
    expect(changed).toMatchObject({
      ...{ code: made.code, version: 2, value: 5500, reason: null },
      history: [
        { revision: 2, value: 5500 },
        { revision: 1, value: 5000 },
      ],
    });
  });

  it('changes with a reason once its period has begun', async () => {
    await set(provincial, THIS_YEAR);
    const higher = { ...THIS_YEAR, value: 6000, comparator: 'EXACTLY', expectedVersion: 1 };
    expect(await set(provincial, higher)).toMatchObject({ code: 'REASON_MISSING', field: 'reason' });
    expect(await set(provincial, { ...higher, expectedVersion: null })).toMatchObject({
      ...{ __typename: 'Conflict', expectedVersion: 0, currentVersion: 1, current: { value: 5000 } },
    });
    expect(await set(provincial, { ...higher, reason: 'Nghị quyết 12/2026' })).toMatchObject({
      ...{ version: 2, value: 6000, reason: 'Nghị quyết 12/2026' },
      history: [
        { reason: 'Nghị quyết 12/2026', comparator: 'EXACTLY' },
        { reason: null, comparator: 'AT_LEAST' },
      ],
    });
  });

  it('is set, and changed, once by two at the same time', async () => {
    const goal = { ...NEXT_YEAR, period: '2027-Q2' };
    const made = await Promise.all([set(provincial, goal), set(provincial, goal)]);
    expect(made.map((answer) => answer.__typename).sort()).toEqual(['Conflict', 'Target']);
    const change = (value: number) => set(provincial, { ...goal, value, expectedVersion: 1 });
    const changed = await Promise.all([change(5100), change(5200)]);
    expect(changed.map((answer) => answer.__typename).sort()).toEqual(['Conflict', 'Target']);
  });

  it('changes what an imported plan has set, under the code of the plan', async () => {
    const [imported] = await database.rows<{
      code: string;
      unitId: string;
      period: string;
      indicatorCode: string;
    }>(sql`
      select t.code, t.unit_id as "unitId", t.period, t.indicator_code as "indicatorCode" from target t
      where t.level is null and t.value is not null and t.unit_id = 'nation:VN' order by t.code limit 1`);
    const input = {
      ...{ unitId: imported?.unitId, period: imported?.period, indicatorCode: imported?.indicatorCode },
      ...{ comparator: 'AT_LEAST', value: 81 },
    };
    const national = officer('ADMINISTRATOR', 'VN');
    expect(await set(national, input)).toMatchObject({ __typename: 'Conflict', currentVersion: 1 });
    expect(await set(national, { ...input, expectedVersion: 1, reason: 'Điều chỉnh' })).toMatchObject({
      ...{ code: imported?.code, version: 2, value: 81 },
    });
  });

  it('of a unit stands on the board, and another unit has its own', async () => {
    const period = '2026-Q4';
    await set(provincial, { ...NEXT_YEAR, period, value: 4400 });
    await set(officer('PROVINCIAL_OFFICER', '48'), { ...NEXT_YEAR, unitCode: '48', period, value: 4800 });
    const board = `query ($code: String!) { kpiBoard(unitCode: $code, period: "2026-Q4", indicatorCodes: ["MEMBERS"]) {
      rows { total { target { value } } } } }`;
    for (const [code, value] of [
      ['44', 4400],
      ['48', 4800],
    ]) {
      const { data } = await run(board, { code });
      expect(data.kpiBoard.rows[0].total.target.value).toBe(value);
    }
    const { data } = await run(
      `{ adminUnit(code: "44") { targets(period: "2026-Q4") { value team { id } } } }`,
    );
    expect(data.adminUnit.targets).toEqual([{ value: 4400, team: null }]);
  });

  it('of a team is seen inside the team, and is no target of its unit', async () => {
    const goal = {
      indicatorCode: 'MEMBERS',
      period: '2026-12',
      comparator: 'AT_LEAST',
      value: 9,
      teamId: team.id,
    };
    const made = await set(provincial, goal);
    expect(made).toMatchObject({ team: { id: team.id }, value: 9 });
    const ask = `query ($id: ID!) { team(id: $id) { targets { value code } unit { targets(period: "2026-12") { code } } } }`;
    const inside = await run(ask, { id: team.id }, { as: team.member });
    expect(inside.data.team).toEqual({ targets: [{ value: 9, code: made.code }], unit: { targets: [] } });
    for (const [as, code] of [
      [stranger(), 'NOT_PERMITTED'],
      [other.leader, 'NOT_PERMITTED'],
      [undefined, 'SIGN_IN_REQUIRED'],
    ] as const) {
      const { errors } = await run(ask, { id: team.id }, as === undefined ? {} : { as });
      expect(errors?.[0]?.extensions).toMatchObject({ code });
    }
    const board = await run(
      `query ($code: String!) { kpiBoard(unitCode: $code, period: "2026-12", indicatorCodes: ["MEMBERS"]) {
      rows { total { target { code } } } } }`,
      { code: '44' },
    );
    expect(board.data.kpiBoard.rows[0].total.target).toBeNull();
  });
});

describe('what a target may hold', () => {
  it.each([
    ['COUNT_INVALID', 'value', { value: -1 }],
    ['COUNT_INVALID', 'value', { value: 0.5 }],
    ['NUMBER_INVALID', 'value', { indicatorCode: 'ONLINE_DOSSIER_RATE', value: 1e7 }],
    ['INDICATOR_NOT_FOUND', 'indicatorCode', { indicatorCode: 'NOTHING' }],
    ['PERIOD_INVALID', 'period', { period: '2027-13' }],
    ['PERIOD_INVALID', 'period', { period: '2027-02-30' }],
    ['UNIT_NOT_FOUND', 'unitCode', { unitCode: '99' }],
    ['INPUT_INVALID', 'unitCode', { unitCode: null }],
    ['UNIT_NOT_FOUND', 'unitId', { unitCode: null, unitId: 'x\0' }],
    ['INPUT_INVALID', 'unitCode', { teamId: team.id }],
    ['TEAM_NOT_FOUND', 'teamId', { unitCode: null, teamId: randomUUID() }],
    ['TEAM_NOT_FOUND', 'teamId', { unitCode: null, teamId: 'nobody' }],
    ['TARGET_NOT_FOUND', 'code', { code: 'NOWHERE' }],
    ['TEXT_INVALID', 'code', { code: 'a\0b' }],
    ['TARGET_NOT_FOUND', 'expectedVersion', { expectedVersion: 3 }],
    ['TEXT_INVALID', 'statement', { statement: 'x\ud800' }],
    ['TEXT_INVALID', 'statement', { statement: 'x'.repeat(1_000_000) }],
    ['TEXT_SENSITIVE', 'reason', { reason: 'Ông An, CCCD 045201000123' }],
    ['SOURCE_NOT_FOUND', 'source.id', { source: { id: 'nowhere' } }],
  ])('gets %s for %s', async (code, field, fault) => {
    const count = () =>
      database.rows(sql`
      select (select count(*) from target) as targets, (select count(*) from source_document) as sources,
        (select count(*) from audit_entry) as audited`);
    const before = await count();
    const refused = await set(provincial, { ...NEXT_YEAR, period: '2028', ...fault });
    expect(refused).toMatchObject({ __typename: 'Refusal', code, field });
    expect(refused.message.length).toBeLessThan(400);
    expect(await count()).toEqual(before);
  });
});

describe('who may set a target', () => {
  it.each([
    ['the public', undefined, 'SIGN_IN_REQUIRED'],
    ['a stranger', stranger(), 'NOT_PERMITTED'],
    ['the leader of a team there', team.leader, 'NOT_PERMITTED'],
    ['an officer of another province', officer('PROVINCIAL_OFFICER', '48'), 'NOT_PERMITTED'],
  ])('not %s', async (_, as, code) => {
    expect(await set(as, { ...NEXT_YEAR, period: '2029' })).toMatchObject({ code, retryable: true });
  });

  it('not the leader for the own team, nor an officer of another province', async () => {
    const goal = {
      indicatorCode: 'MEMBERS',
      period: '2029',
      comparator: 'AT_LEAST',
      value: 9,
      teamId: team.id,
    };
    expect(await set(team.leader, goal)).toMatchObject({ code: 'NOT_PERMITTED', field: 'teamId' });
    expect(await set(officer('PROVINCIAL_OFFICER', '48'), goal)).toMatchObject({ code: 'TEAM_NOT_FOUND' });
  });

  it('costs the same statements for every target', async () => {
    const { statements } = await set(provincial, { ...NEXT_YEAR, period: '2030' });
    expect(untilCommit(statements)).toEqual([
      ...[
        'scopeOf',
        'begin',
        'insertKey',
        'savepoint part',
        'unitForWrite',
        'indicatorForWrite',
        'targetForWrite',
      ],
      ...['citeSource', 'insertTarget', 'appendAudits', 'storeOutcome', 'commit'],
    ]);
    expect(afterCommit(statements)).toEqual([
      'indicatorByCode',
      'sourceById',
      'targetByCode',
      'targetRevisionsOf',
      'unitById',
    ]);
  });
});
