import { today } from '@cnscd/domain';
import { CnscdError, createClient, newId } from '@cnscd/sdk';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Stack, startStack } from './support/stack.ts';

let stack: Stack;

beforeAll(async () => {
  stack = await startStack();
});
afterAll(() => stack.close());

const client = () => createClient({ url: stack.gatewayUrl });
/** The client of somebody who has signed in. */
const as = (accountId: string) =>
  createClient({ url: stack.gatewayUrl, getToken: () => stack.tokenFor(accountId) });
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

  it('reads a team as anybody may see it, and nothing that it has inside', async () => {
    const team = await client().teams.get({ code: 'BTR-DDI-X' });
    expect(team).toMatchObject({ code: 'BTR-DDI-X', level: 'COMMUNE', unit: { fullName: 'Xã Đại Điền' } });
    await expect(client().teams.inside({ id: team.id })).rejects.toMatchObject({ code: 'SIGN_IN_REQUIRED' });
    const elsewhere = as('officer-cam-lo').teams.inside({ id: team.id });
    await expect(elsewhere).rejects.toMatchObject({ code: 'NOT_PERMITTED' });
  });

  it('reads what a team has inside, its people and activities, and each of them', async () => {
    const officer = as('administrator');
    const team = await officer.teams.inside({ code: 'BTR-DDI-X', asOf: '2022-12-31' });
    expect(team.members.totalCount).toBe(12);
    expect(team.leader?.displayName).toContain('(giả lập)');
    const [first] = team.members.nodes;
    if (first === undefined) expect.fail('a team of 12 has a first member');
    const member = await officer.members.get({ id: first.id });
    expect(member.memberships.map((membership) => membership.team.code)).toContain('BTR-DDI-X');
    const page = await officer.teams.members.list({ code: 'BTR-DDI-X', asOf: '2022-12-31', first: 5 });
    expect(page).toMatchObject({ totalCount: 12, hasNextPage: true });
  });

  it('reads activities, one and many', async () => {
    const officer = as('officer-quang-tri');
    const { items, totalCount } = await officer.activities.list({ unitCode: '44', first: 3 });
    expect(totalCount).toBeGreaterThan(3);
    const [first] = items;
    if (first === undefined) expect.fail('a page of activities is not empty');
    expect(await officer.activities.get({ id: first.id })).toMatchObject({
      id: first.id,
      title: first.title,
    });
  });

  it('knows who has signed in, and as what', async () => {
    expect(await client().viewer()).toBeNull();
    expect(await as('officer-cam-lo').viewer()).toMatchObject({
      role: 'COMMUNE_OFFICER',
      roles: [{ role: 'COMMUNE_OFFICER', unit: { code: '19597' } }],
      can: { verifyActivities: true, mergeUnits: false },
    });
  });

  it('sends what waited on a device, each write once', async () => {
    const leader = as('leader-cam-lo');
    const [role] = (await leader.viewer())?.roles ?? [];
    const visit = {
      ...{
        idempotencyKey: newId(),
        id: newId(),
        teamId: role?.team?.id ?? '',
        kind: 'MARKET_VISIT' as const,
      },
      ...{ title: 'Hướng dẫn ở chợ phiên', startsAt: new Date(Date.now() - 3_600_000).toISOString() },
    };
    const update = { idempotencyKey: newId(), id: visit.id, expectedVersion: 1, place: 'Chợ phiên Cam Lộ' };
    const late = { ...update, idempotencyKey: newId(), place: 'Chợ khác' };
    const wrong = { ...visit, idempotencyKey: newId(), id: newId(), title: '' };
    const items = [{ recordActivity: visit }, { updateActivity: update }];
    await leader.outbox.replay({ items });
    const { outcomes } = await leader.outbox.replay({
      items: [...items, { updateActivity: late }, { recordActivity: wrong }],
    });
    expect(outcomes).toMatchObject([
      { field: 'recordActivity', status: 'DONE', id: visit.id },
      { field: 'updateActivity', status: 'DONE', id: visit.id },
      { field: 'updateActivity', status: 'CONFLICT', conflict: { expectedVersion: 1, currentVersion: 2 } },
      {
        field: 'recordActivity',
        status: 'REFUSED',
        refusal: { code: 'TEXT_INVALID', field: 'title' },
      },
    ]);
    expect(await leader.activities.get({ id: visit.id })).toMatchObject({
      place: 'Chợ phiên Cam Lộ',
      version: 2,
    });
    await expect(leader.outbox.replay({ items: [] })).rejects.toMatchObject({ code: 'INPUT_INVALID' });
  });

  it('shows what a merger of teams would do, does it, and takes it back', async () => {
    const officer = as('officer-cam-lo');
    const { items } = await officer.teams.list({ unitCode: '19597', level: 'VILLAGE', first: 2 });
    const [from, into] = items;
    if (from === undefined || into === undefined) expect.fail('the commune has two village teams');
    const { version } = await officer.teams.get({ id: into.id });
    const teams = {
      ...{ teamIds: [from.id], intoTeamId: into.id, expectedVersion: version },
      ...{ effectiveOn: today(new Date()), reason: 'Sáp nhập thôn' },
    };
    const plan = await officer.teams.merge({ ...teams, dryRun: true });
    expect(plan).toMatchObject({ kind: 'TEAM_MERGE', isDryRun: true });
    expect(await officer.teams.get({ id: from.id })).toMatchObject({ status: 'ACTIVE', successors: [] });
    const merger = await officer.teams.merge(teams);
    expect(await officer.teams.get({ id: from.id })).toMatchObject({
      ...{ status: 'MERGED', successors: [{ to: { id: into.id } }] },
    });
    const undone = await officer.mergers.undo({
      ...{ id: merger.id, expectedVersion: merger.version, reason: 'Nhầm thôn' },
    });
    expect(undone).toMatchObject({ status: 'UNDONE' });
    expect(await officer.teams.get({ id: from.id })).toMatchObject({ status: 'ACTIVE', successors: [] });
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

  it('reports for a quarter: opens, corrects, meets a conflict, submits, is approved, waived', async () => {
    const [commune, province] = [as('officer-an-hai').reports, as('officer-da-nang').reports];
    const templates = await client().reports.templates();
    expect(templates.map(({ code }) => code)).toContain('TEAM_ACTIVITY');
    const about = { templateCode: 'TEAM_ACTIVITY', period: '2026-Q3' };
    const opened = await commune.open({ ...about, unitCode: '20275' });
    expect(opened).toMatchObject({
      status: 'DRAFT',
      dueOn: '2026-10-05',
      actions: ['SUBMIT'],
      isEditable: true,
    });
    const again = commune.open({ ...about, unitCode: '20275' });
    await expect(again).rejects.toMatchObject({ code: 'REPORT_EXISTS', value: opened.id });
    const corrected = await commune.correct({
      ...{ id: opened.id, code: 'ASSISTED', value: 12, reason: 'Theo sổ giấy', expectedVersion: 1 },
    });
    const line = corrected.tables.flatMap(({ values }) => values).find(({ code }) => code === 'ASSISTED');
    expect(line).toMatchObject({ value: 12, origin: 'CORRECTED', correction: { reason: 'Theo sổ giấy' } });
    const late = commune.refresh({ id: opened.id, expectedVersion: 1 });
    await expect(late).rejects.toMatchObject({ code: 'VERSION_CONFLICT', currentVersion: 2 });
    const sent = await commune.submit({ id: opened.id, expectedVersion: 2, reason: 'Chưa đủ số' });
    const returned = await province.return({ id: sent.id, expectedVersion: sent.version, reason: 'Xem lại' });
    const mended = await commune.refresh({ id: sent.id, expectedVersion: returned.version });
    const resent = await commune.submit({
      id: sent.id,
      expectedVersion: mended.version,
      reason: 'Chưa đủ số',
    });
    const approved = await province.approve({ id: resent.id, expectedVersion: resent.version });
    const waiver = await province.waive({ ...about, unitCode: '20194', reason: 'Chưa triển khai' });
    const progress = await province.progress({ ...about, unitCode: '48' });
    expect(progress).toMatchObject({ expected: 94, approved: 1, waived: 1, missing: 92 });
    expect(progress.children.find(({ unit }) => unit.code === '20275')).toMatchObject({
      ...{ standing: 'APPROVED', report: { id: approved.id } },
    });
    expect(await province.revokeWaiver({ id: waiver.id, expectedVersion: 1, reason: 'Nhầm' })).toMatchObject({
      version: 2,
    });
    const locked = await province.lock({ id: approved.id, expectedVersion: approved.version });
    const reopened = await province.reopen({
      id: locked.id,
      expectedVersion: locked.version,
      reason: 'Sai số',
    });
    expect(await province.editions({ id: reopened.id })).toMatchObject([
      { number: 2, lockedAt: null },
      { number: 1, digest: expect.stringMatching(/^[0-9a-f]{64}$/), tables: [{ code: 'I' }, {}, {}, {}] },
    ]);
    expect(await commune.get({ id: reopened.id })).toMatchObject({ edition: 2, status: 'DRAFT' });
    expect((await commune.list({ status: 'DRAFT' })).items.map(({ id }) => id)).toEqual([reopened.id]);
    const draft = await commune.open({ ...about, period: '2026-Q2', unitCode: '20275' });
    expect(draft.isDiscardable).toBe(true);
    expect(await commune.discard({ id: draft.id, expectedVersion: 1 })).toMatchObject({ code: '20275' });
    await expect(commune.get({ id: draft.id })).rejects.toMatchObject({ code: 'REPORT_NOT_FOUND' });
    const { days } = await client().reports.workCalendar({ year: 2026 });
    expect(days[0]).toMatchObject({ day: '2026-01-01', kind: 'HOLIDAY' });
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
