import { CnscdError, createClient } from '@cnscd/sdk';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Stack, startStack } from './support/stack.ts';

let stack: Stack;

beforeAll(async () => {
  stack = await startStack();
});
afterAll(() => stack.close());

const client = () => createClient({ url: stack.gatewayUrl });
const quangTri = { unitCode: '45', asOf: '2023-09-30' };

describe('the SDK behind the real gateway', () => {
  it('reads units with where they came from and went to', async () => {
    const unit = await client().units.get({ code: '44', asOf: '2025-07-01' });
    expect(unit.fullName).toBe('Tỉnh Quảng Trị');
    expect(unit.predecessors.map((link) => link.from.fullName).sort()).toEqual([
      'Tỉnh Quảng Bình',
      'Tỉnh Quảng Trị',
    ]);
  });

  it('reads an overview to the digit', async () => {
    const overview = await client().overviews.get(quangTri);
    expect(overview.members.reported).toMatchObject({ value: 4327, qualifier: 'EXACT', unit: 'PERSON' });
    expect(overview.warnings).toContainEqual(expect.objectContaining({ code: 'CHILD_SUM', shortfall: 45 }));
  });

  it('goes through all teams of a province, each once', async () => {
    const codes = new Set<string>();
    for await (const team of client().teams.all({ ...quangTri, first: 50 })) codes.add(team.code);
    const { totalCount } = await client().teams.list({ ...quangTri, first: 1 });
    expect(codes.size).toBe(totalCount);
    expect(totalCount).toBe(175);
  });

  it('reads a team with its people and activities, and each of them', async () => {
    const team = await client().teams.get({ code: 'BTR-DDI-X', asOf: '2022-12-31' });
    expect(team.members.totalCount).toBe(12);
    const [first] = team.members.nodes;
    if (first === undefined) expect.fail('a team of 12 has a first member');
    const member = await client().members.get({ id: first.id });
    expect(member.memberships.map((membership) => membership.team.code)).toContain('BTR-DDI-X');
    const page = await client().teams.members.list({ code: 'BTR-DDI-X', asOf: '2022-12-31', first: 5 });
    expect(page).toMatchObject({ totalCount: 12, hasNextPage: true });
  });

  it('reads activities, one and many', async () => {
    const { items, totalCount } = await client().activities.list({ unitCode: '44', first: 3 });
    expect(totalCount).toBeGreaterThan(3);
    const [first] = items;
    if (first === undefined) expect.fail('a page of activities is not empty');
    expect(await client().activities.get({ id: first.id })).toMatchObject({
      id: first.id,
      title: first.title,
    });
  });

  it('reads indicators, a board and the figures behind it', async () => {
    const [indicators, board, figures] = await Promise.all([
      client().indicators.list({ search: 'to cong nghe so' }),
      client().indicators.board({ unitCode: '48', period: '2024', indicatorCodes: ['ONLINE_DOSSIER_RATE'] }),
      client().indicators.figures({ code: '45', asOf: '2023-09-30', indicatorCodes: ['DTI_RANK'] }),
    ]);
    expect(indicators.map((indicator) => indicator.code)).toEqual(
      expect.arrayContaining(['MEMBERS', 'TEAMS']),
    );
    expect(board.rows[0]?.total).toMatchObject({ value: 94, target: { value: 60 } });
    expect(figures).toMatchObject([{ value: 55, statedChange: 2 }]);
  });

  it('reads what supports the teams', async () => {
    const { programmes } = client();
    const quangNinh = { unitCode: '22', asOf: '2022-08-16' };
    expect(await programmes.materials(quangNinh)).toHaveLength(8);
    expect((await programmes.benefits(quangNinh)).map((benefit) => benefit.minSlots)).toContain(2946);
    expect(await programmes.operatingModels({ unitCode: '48', asOf: '2024-11-27' })).toHaveLength(3);
    const [training] = await programmes.trainings({ unitCode: '02', asOf: '2022-10-14' });
    expect(training?.partners).toHaveLength(5);
    const rules = await programmes.fundingRules({ unitCode: '48', asOf: '2026-01-01' });
    expect(rules.map((rule) => rule.amountPerTeamYearVnd)).toContain(3_600_000);
  });

  it.each([
    ['UNIT_NOT_FOUND', () => client().units.get({ code: '45', asOf: '2026-01-01' }), 'code'],
    ['DATE_INVALID', () => client().overviews.get({ unitCode: '45', asOf: '2023-02-30' }), 'asOf'],
    ['AS_OF_BEFORE_DATA', () => client().overviews.get({ unitCode: '45', asOf: '1950-01-01' }), 'asOf'],
    ['PAGE_SIZE_INVALID', () => client().teams.list({ first: 1_000_000 }), 'first'],
    ['PERIOD_INVALID', () => client().indicators.board({ unitCode: '45', period: 'last year' }), 'period'],
  ] as const)('throws %s with both languages and the argument at fault', async (code, call, field) => {
    const error: unknown = await (call() as Promise<unknown>).catch((error: unknown) => error);
    expect(error).toBeInstanceOf(CnscdError);
    expect(error).toMatchObject({ code, field, retryable: false });
    const { messages } = error as CnscdError; // looked at above
    expect(messages.vi).not.toBe(messages.en);
  });
});
