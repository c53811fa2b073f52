import { randomUUID } from 'node:crypto';
import sql from 'sql-template-tag';
import { describe, expect, it } from 'vitest';
import type { Claims } from '../../../src/auth/credential.ts';
import { knownWrites } from '../../../src/operations/write-types.ts';
import { officer, staffedTeams, stranger } from '../../support/people.ts';
import { sendWrites } from '../../support/send-write.ts';
import { testSubgraph } from '../../support/subgraph.ts';

const { run, database, subgraph } = await testSubgraph('loaded');
const [team, other] = await staffedTeams(database, '468', 2);
if (team === undefined || other === undefined) throw new Error('no teams');
const provincial = officer('PROVINCIAL_OFFICER', '44');
const send = sendWrites(run, { Activity: 'id status version title' });

const REPLAY = `mutation ($input: ReplayOutboxInput!) { replayOutbox(input: $input) { __typename
  ... on Refusal { code field value: givenValue message messageEn retryable }
  ... on OutboxReport { outcomes { index field idempotencyKey status entityType id version
    refusal { code field value: givenValue retryable } conflict { currentVersion current { ... on Activity { id title } } } } } } }`;

type Item = Record<string, Record<string, unknown> | null>;

async function replay(as: Claims | undefined, items: Item[], stopOnRefusal?: boolean) {
  const input = { items, ...(stopOnRefusal === undefined ? {} : { stopOnRefusal }) };
  const { data, errors, statements } = await run(REPLAY, { input }, as === undefined ? {} : { as });
  expect(errors).toBeUndefined();
  return { ...data.replayOutbox, statements };
}

const record = (rest: Record<string, unknown> = {}): { recordActivity: Record<string, unknown> } => ({
  recordActivity: {
    ...{ idempotencyKey: randomUUID(), id: randomUUID(), teamId: team.id, kind: 'MEETING', title: 'Họp tổ' },
    ...{ startsAt: '2026-11-20T08:00:00+07:00' },
    ...rest,
  },
});
const update = (id: unknown, expectedVersion: number, rest: Record<string, unknown> = {}) => ({
  updateActivity: { idempotencyKey: randomUUID(), id, expectedVersion, title: 'Tên mới', ...rest },
});
const statuses = ({ outcomes }: { outcomes: { status: string }[] }) => outcomes.map(({ status }) => status);

describe('an outbox', () => {
  it('is replayed in its order, each item a write of its own', async () => {
    const made = record();
    const { id } = made.recordActivity;
    const report = await replay(team.leader, [
      ...[made, update(id, 1), update(id, 1, { title: 'Cũ' })],
      { cancelActivity: { idempotencyKey: randomUUID(), id, expectedVersion: 2, reason: '' } },
      record({ id, title: 'Trùng' }),
      { cancelActivity: { idempotencyKey: randomUUID(), id, expectedVersion: 2, reason: 'Mưa lũ' } },
    ]);
    expect(report.__typename).toBe('OutboxReport');
    const nothing = { entityType: null, id: null, version: null };
    expect(report.outcomes).toMatchObject([
      {
        index: 0,
        field: 'recordActivity',
        idempotencyKey: made.recordActivity['idempotencyKey'],
        status: 'DONE',
        entityType: 'Activity',
        id,
        version: 1,
        refusal: null,
        conflict: null,
      },
      { index: 1, field: 'updateActivity', status: 'DONE', id, version: 2 },
      {
        index: 2,
        status: 'CONFLICT',
        ...nothing,
        refusal: null,
        conflict: { currentVersion: 3, current: { id, title: 'Tên mới' } },
      },
      {
        index: 3,
        status: 'REFUSED',
        ...nothing,
        refusal: { code: 'TEXT_INVALID', field: 'reason', retryable: false },
      },
      { index: 4, status: 'REFUSED', refusal: { code: 'ID_TAKEN' } },
      { index: 5, field: 'cancelActivity', status: 'DONE', id, version: 3 },
    ]);
  });

  it('is the same writes as when they are sent alone', async () => {
    const made = record();
    const alone = await send('recordActivity')(team.member, made.recordActivity);
    const changed = update(alone.id, 1);
    const before = await replay(team.member, [made, changed]);
    expect(before.outcomes).toMatchObject([
      { status: 'DONE', id: alone.id, version: 1 },
      { status: 'DONE', version: 2 },
    ]);
    expect(await send('updateActivity')(team.member, changed.updateActivity)).toMatchObject({
      id: alone.id,
      version: 2,
    });
    const again = await replay(team.member, [made, changed]);
    expect(again.outcomes).toEqual(before.outcomes);
    const entries = await database.rows(sql`select version from audit_entry where entity_id = ${alone.id}`);
    expect(entries).toHaveLength(2);
    const other = await replay(team.member, [{ recordActivity: { ...made.recordActivity, title: 'Khác' } }]);
    expect(other.outcomes).toMatchObject([{ status: 'REFUSED', refusal: { code: 'KEY_REUSED' } }]);
  });

  it('whose items are out of order comes right at the next try', async () => {
    const made = record();
    const items = [update(made.recordActivity['id'], 1), made];
    const first = await replay(team.member, items);
    expect(first.outcomes).toMatchObject([
      { status: 'REFUSED', refusal: { code: 'ACTIVITY_NOT_FOUND', retryable: true } },
      { status: 'DONE', version: 1 },
    ]);
    expect((await replay(team.member, items)).outcomes).toMatchObject([
      { status: 'DONE', version: 2 },
      { status: 'DONE', version: 1 },
    ]);
  });

  it('stops where it is told to, and goes on from there', async () => {
    const [one, two, three] = [record(), record({ title: '' }), record()];
    const stopped = await replay(team.member, [one, two, three], true);
    expect(statuses(stopped)).toEqual(['DONE', 'REFUSED', 'SKIPPED']);
    expect(stopped.outcomes[2]).toMatchObject({
      index: 2,
      field: 'recordActivity',
      id: null,
      refusal: null,
      conflict: null,
    });
    const skipped = await database.rows(
      sql`select id from activity where id = ${three.recordActivity['id']}::uuid`,
    );
    expect(skipped).toEqual([]);
    expect(statuses(await replay(team.member, [one, two, three], false))).toEqual([
      'DONE',
      'REFUSED',
      'DONE',
    ]);
    expect(statuses(await replay(team.member, [one, two, three]))).toEqual(['DONE', 'REFUSED', 'DONE']);
    const conflict = [update(one.recordActivity['id'], 7), update(one.recordActivity['id'], 1)];
    expect(statuses(await replay(team.member, conflict, true))).toEqual(['CONFLICT', 'SKIPPED']);
  });

  it('takes every mutation of those who have signed in', async () => {
    const type = subgraph.schema.getType('OutboxItem');
    const fields = type !== undefined && 'getFields' in type ? Object.keys(type.getFields()) : [];
    const mutations = Object.keys(subgraph.schema.getMutationType()?.getFields() ?? {});
    expect(fields.sort()).toEqual(
      mutations.filter((name) => !['replayOutbox', 'signInWithZalo'].includes(name)).sort(),
    );
    expect(fields.sort()).toEqual(
      knownWrites()
        .map(({ field }) => field)
        .sort(),
    );
  });

  it('makes a series and works on its activities in one go', async () => {
    const id = randomUUID();
    const plan = {
      ...{
        idempotencyKey: randomUUID(),
        id,
        teamId: team.id,
        kind: 'MEETING',
        title: 'Họp tổ hằng tháng',
        dayOfMonth: 5,
      },
      ...{ from: '2026-12-01', until: '2027-02-28', time: '08:00' },
    };
    const report = await replay(team.leader, [
      { planActivitySeries: plan },
      {
        cancelActivitySeries: {
          idempotencyKey: randomUUID(),
          id,
          expectedVersion: 3,
          from: '2027-01-01',
          reason: 'Nghỉ Tết',
        },
      },
    ]);
    expect(report.outcomes).toMatchObject([
      { status: 'DONE', entityType: 'ActivitySeries', id, version: 3 },
      { status: 'DONE', entityType: 'ActivitySeries', id, version: 5 },
    ]);
  });
});

describe('an item', () => {
  it.each([
    ['nothing', {}],
    ['two writes', { ...record(), ...update(randomUUID(), 1) }],
    ['a write that is null', { recordActivity: null }],
  ] as [string, Item][])('with %s is refused, and the others are not', async (_, item) => {
    const report = await replay(team.member, [item, record()]);
    expect(report.outcomes).toMatchObject([
      {
        field: null,
        idempotencyKey: null,
        status: 'REFUSED',
        refusal: { code: 'INPUT_INVALID', retryable: false },
      },
      { status: 'DONE' },
    ]);
  });

  it.each([
    [{ title: 'a\0b' }, 'TEXT_INVALID', 'title'],
    [{ title: 'x\ud800' }, 'TEXT_INVALID', 'title'],
    [{ note: 'x'.repeat(1_000_000) }, 'TEXT_INVALID', 'note'],
    [{ note: 'CCCD 045201000123' }, 'TEXT_SENSITIVE', 'note'],
    [{ idempotencyKey: 'a\0' }, 'KEY_INVALID', 'idempotencyKey'],
    [{ idempotencyKey: '' }, 'KEY_INVALID', 'idempotencyKey'],
    [{ teamId: other.id }, 'TEAM_NOT_FOUND', 'teamId'],
  ])('with %# is refused as if it were sent alone', async (fault, code, field) => {
    const item = record(fault);
    const report = await replay(team.member, [item, record()]);
    expect(report.outcomes).toMatchObject([
      { status: 'REFUSED', refusal: { code, field } },
      { status: 'DONE' },
    ]);
    expect(await send('recordActivity')(team.member, item.recordActivity)).toMatchObject({ code, field });
  });
});

describe('who may not', () => {
  it.each([['the public', undefined, 'SIGN_IN_REQUIRED']])('replay anything: %s', async (_, as, code) => {
    const refused = await replay(as, [record()]);
    expect(refused).toMatchObject({ __typename: 'Refusal', code, retryable: true, statements: [] });
  });

  it('is told so item by item, as if each were sent alone', async () => {
    const made = record();
    await replay(team.member, [made]);
    for (const as of [stranger(), other.leader, officer('PROVINCIAL_OFFICER', '48')]) {
      const report = await replay(as, [record(), update(made.recordActivity['id'], 1), made]);
      expect(report.outcomes).toMatchObject([
        { status: 'REFUSED', refusal: { code: 'TEAM_NOT_FOUND', retryable: true } },
        { status: 'REFUSED', refusal: { code: 'ACTIVITY_NOT_FOUND', retryable: true } },
        { status: 'REFUSED', refusal: { code: 'TEAM_NOT_FOUND', retryable: true } },
      ]);
    }
  });

  it('no longer sees what an earlier try of the same person wrote', async () => {
    const made = record();
    const leaver: Claims = { ...provincial, subject: 'leaver' };
    expect((await replay(leaver, [made])).outcomes).toMatchObject([{ status: 'DONE' }]);
    const elsewhere: Claims = { ...leaver, grants: [{ role: 'PROVINCIAL_OFFICER', unit: '48' }] };
    expect((await replay(elsewhere, [made])).outcomes).toMatchObject([
      { status: 'REFUSED', id: null, refusal: { code: 'ACTIVITY_NOT_FOUND' } },
    ]);
  });
});

describe('the size of an outbox', () => {
  const many = (count: number) => Array.from({ length: count }, () => record());

  it('is fifty at most, and none is looked at beyond', async () => {
    const full = await replay(team.member, many(50));
    expect(full.outcomes.filter(({ status }: { status: string }) => status === 'DONE')).toHaveLength(50);
    for (const count of [0, 51, 500]) {
      const refused = await replay(team.member, many(count));
      expect(refused).toMatchObject({
        ...{
          __typename: 'Refusal',
          code: 'INPUT_INVALID',
          field: 'items',
          value: String(count),
          statements: [],
        },
      });
    }
  });

  it('costs so many statements an item, and the same ones beside them', async () => {
    const two = (await replay(team.member, many(2))).statements;
    const four = (await replay(team.member, many(4))).statements;
    const item = [
      ...['begin', 'insertKey', 'savepoint part', 'teamForWrite', 'insertActivity'],
      ...['appendAudits', 'storeOutcome', 'commit'],
    ];
    expect(two).toEqual(['scopeOf', ...item, ...item, 'scopeOf', 'activitySeen']);
    expect(four).toEqual(['scopeOf', ...item, ...item, ...item, ...item, 'scopeOf', 'activitySeen']);
  });
});
