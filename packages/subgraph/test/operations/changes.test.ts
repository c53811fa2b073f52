import sql from 'sql-template-tag';
import { describe, expect, it } from 'vitest';
import type { ClaimedGrant, Claims } from '../../src/auth/credential.ts';
import { connect } from '../../src/database/client.ts';
import { eraseAuditPersonal } from '../../src/operations/audit.ts';
import { inTransaction } from '../../src/operations/transaction.ts';
import { audit, auditAtOnce } from '../support/audited.ts';
import { makeCountry } from '../support/small-country.ts';
import { testSubgraph } from '../support/subgraph.ts';

const { run, database, logged } = await testSubgraph('empty');
const id = (number: number) => `019a0000-0000-7000-8000-${String(number).padStart(12, '0')}`;
const [NORTH, SOUTH, NOWHERE] = [id(1), id(2), id(3)];

await makeCountry(database, {
  units: [
    'vn NATION - ..',
    'north PROVINCE vn ..',
    'south PROVINCE vn ..',
    'old COMMUNE north ..2026-05-31',
    'new COMMUNE north 2026-06-01..',
    'far COMMUNE south ..',
  ],
  links: ['old -> new WHOLE 2026-06-01'],
});
await database.pool.query(`
  insert into team (id, code, name, kind, status, level, unit_id, search_text)
  select i::uuid, i, 'Tổ', 'COMMUNITY', 'ACTIVE', 'COMMUNE', u, 'to'
  from (values ('${NORTH}', 'old'), ('${SOUTH}', 'far'), ('${NOWHERE}', null)) t (i, u);
  insert into member (id, display_name, search_text) values ('${id(11)}', 'A', 'a'), ('${id(12)}', 'B', 'b');
  insert into membership (id, team_id, member_id, role, valid_from) values
    ('${id(11)}', '${NORTH}', '${id(11)}', 'LEADER', '2026-01-01'), ('${id(12)}', '${NORTH}', '${id(12)}', 'MEMBER', '2026-01-01')`);

const claims = (grants: ClaimedGrant[], memberId: string | null = null): Claims => ({
  ...{ issuer: 'i', subject: 's', name: null, memberId, grants },
});
const NATION = claims([{ role: 'ADMINISTRATOR', unit: 'vn' }]);
const OFFICER = claims([{ role: 'PROVINCIAL_OFFICER', unit: 'north' }]);
const SUCCESSOR = claims([{ role: 'COMMUNE_OFFICER', unit: 'new' }]);
const PREDECESSOR = claims([{ role: 'COMMUNE_OFFICER', unit: 'old' }]);
const STRANGER = claims([{ role: 'PROVINCIAL_OFFICER', unit: 'south' }]);
const LEADER = claims([], id(11));
const MEMBER = claims([], id(12));

const CHANGES = `query ($since: String, $first: Int) { changes(since: $since, first: $first) {
  cursor hasMore changes { entityType id version isDeleted at field reason } } }`;

async function pageOf(as: Claims, since: string | null, first = 100) {
  const { data, errors, statements } = await run(CHANGES, { since, first }, { as });
  expect(errors).toBeUndefined();
  return {
    ...data.changes,
    ids: data.changes.changes.map((change: { id: string }) => change.id),
    statements,
  };
}

/** The ids of all changes since a cursor that somebody sees. */
async function idsSince(as: Claims, since: string | null): Promise<string[]> {
  const { ids, hasMore, cursor } = await pageOf(as, since);
  return hasMore ? [...ids, ...(await idsSince(as, cursor))] : ids;
}

const startingNow = async () => (await pageOf(NATION, 'now')).cursor as string;

describe('changes', () => {
  it('come once each to a reader who follows the cursor while others write', async () => {
    let since = await startingNow();
    const writers = connect(database.url, { maxConnections: 8 });
    let isOver = false;
    const writing = auditAtOnce(writers, { writers: 8, entriesEach: 100 }).then(() => {
      isOver = true;
    });
    const [seen, pages]: [string[], number[]] = [[], []];
    for (let isLast = false; !isLast; ) {
      isLast = isOver;
      const page = await pageOf(NATION, since, 7);
      since = page.cursor;
      seen.push(...page.ids);
      pages.push(page.ids.length);
      isLast &&= !page.hasMore;
    }
    await writing;
    await writers.close();
    const all = Array.from({ length: 8 }, (_, writer) =>
      Array.from({ length: 100 }, (_, entry) => `${writer}-${entry}`),
    );
    expect(seen.toSorted()).toEqual(all.flat().toSorted());
    expect(new Set(pages).size).toBeGreaterThan(1);
  });

  it('tell what, which version, when, how and why, and what has gone', async () => {
    const since = await startingNow();
    await audit(database, { entityId: 'x', unitId: 'new' });
    await audit(database, { entityId: 'x', version: 3, after: null, reason: null, unitId: 'new' });
    const told = { entityType: 'Team', id: 'x', at: expect.any(String), field: 'updateTeam' };
    expect((await pageOf(SUCCESSOR, since)).changes).toEqual([
      { ...told, version: 2, isDeleted: false, reason: 'đổi tên' },
      { ...told, version: 3, isDeleted: true, reason: null },
    ]);
  });

  it('are shown to those who see where they were made', async () => {
    const since = await startingNow();
    await audit(database, { entityId: 'team in the north', teamId: NORTH, unitId: 'old' });
    await audit(database, { entityId: 'unit in the north', unitId: 'old' });
    await audit(database, { entityId: 'team in the south', teamId: SOUTH, unitId: 'far' });
    await audit(database, { entityId: 'team of no unit', teamId: NOWHERE });
    await audit(database, { entityId: 'nation' });
    await audit(database, { entityType: 'Member', entityId: id(12), teamId: SOUTH });
    const north = ['team in the north', 'unit in the north'];
    expect({
      NATION: await idsSince(NATION, since),
      OFFICER: await idsSince(OFFICER, since),
      SUCCESSOR: await idsSince(SUCCESSOR, since),
      PREDECESSOR: await idsSince(PREDECESSOR, since),
      STRANGER: await idsSince(STRANGER, since),
      LEADER: await idsSince(LEADER, since),
      MEMBER: await idsSince(MEMBER, since),
      NOBODY: await idsSince(claims([]), since),
    }).toEqual({
      NATION: [...north, 'team in the south', 'team of no unit', 'nation', id(12)],
      OFFICER: north,
      SUCCESSOR: north,
      PREDECESSOR: [],
      STRANGER: ['team in the south', id(12)],
      LEADER: ['team in the north'],
      MEMBER: ['team in the north', id(12)],
      NOBODY: [],
    });
  });

  it('are read in bounded steps, however much others change', async () => {
    const since = await startingNow();
    await database.pool.query(`
      insert into audit_entry (tenant, actor, field, entity_type, entity_id, version, unit_id)
      select 't', 'a', 'f', 'Team', 'far away', 1, 'far' from generate_series(1, 12000)`);
    await audit(database, { entityId: 'near', unitId: 'new' });
    const first = await pageOf(OFFICER, since);
    expect([first.ids, first.hasMore]).toEqual([[], true]);
    const second = await pageOf(OFFICER, first.cursor);
    expect([second.ids, second.hasMore]).toEqual([['near'], false]);
    expect(second.statements).toEqual(['scopeOf', 'changesSince']);
    expect((await pageOf(OFFICER, second.cursor)).ids).toEqual([]);
  });

  it('do not come before those of a transaction that began earlier and ends later', async () => {
    const since = await startingNow();
    const early = await inTransaction(database, async (tx) => {
      await tx.rows(sql`select pg_current_xact_id()`);
      await audit(database, { entityId: 'later' });
      return pageOf(NATION, since);
    });
    expect([early.ids, early.hasMore]).toEqual([[], false]);
    expect((await pageOf(NATION, early.cursor)).ids).toEqual(['later']);
  });

  it.each([
    ['abc', 'CURSOR_INVALID', 'since'],
    [cursor(['changes', '1', 'x']), 'CURSOR_INVALID', 'since'],
    [cursor(['changes', '1 1 1', '']), 'CURSOR_INVALID', 'since'],
    [cursor(['changes', `${'9'.repeat(19)} 1`, '']), 'CURSOR_INVALID', 'since'],
    [cursor(['history', '1 1', '']), 'CURSOR_INVALID', 'since'],
  ])('refuse the cursor %s', async (since, code, field) => {
    const { errors } = await run(CHANGES, { since }, { as: NATION });
    expect(errors?.map(({ extensions }) => extensions)).toMatchObject([{ code, field }]);
    expect(logged).toEqual([]);
  });

  it.each([0, -1, 501])('refuse a page of %i', async (first) => {
    const { errors } = await run(CHANGES, { first }, { as: NATION });
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'PAGE_SIZE_INVALID', field: 'first' });
  });

  it('are not for the public', async () => {
    const { data, errors } = await run(CHANGES);
    expect([data, errors?.[0]?.extensions?.['code']]).toEqual([null, 'SIGN_IN_REQUIRED']);
  });
});

describe('a history', () => {
  const HISTORY = `query ($type: String!, $id: ID!, $first: Int, $after: String) {
    history(entityType: $type, id: $id, first: $first, after: $after) { totalCount pageInfo { hasNextPage endCursor }
      nodes { at by field version reason isPersonalErased values { name before after } } } }`;
  const entity = { entityType: 'Team', entityId: NORTH, teamId: NORTH, unitId: 'old' };

  async function historyOf(as: Claims, variables: Record<string, unknown> = {}) {
    const { data, errors } = await run(HISTORY, { type: 'Team', id: NORTH, ...variables }, { as });
    expect(errors).toBeUndefined();
    return data.history;
  }

  it('tells who changed what, newest first', async () => {
    await audit(database, {
      ...{ ...entity, version: 1, before: null, after: { name: 'Tổ 1', size: 3 }, reason: null },
    });
    await audit(database, {
      ...{ ...entity, version: 2, before: { name: 'Tổ 1', size: 3 }, after: { name: 'Tổ 1', size: null } },
      personal: { before: { leader: 'Nguyễn Văn A' }, after: { leader: 'Trần Thị B' } },
    });
    const told = { at: expect.any(String), by: 'leader', field: 'updateTeam', isPersonalErased: false };
    expect((await historyOf(OFFICER)).nodes).toEqual([
      {
        ...{ ...told, version: 2, reason: 'đổi tên' },
        values: [
          { name: 'leader', before: 'Nguyễn Văn A', after: 'Trần Thị B' },
          { name: 'size', before: '3', after: null },
        ],
      },
      {
        ...{ ...told, version: 1, reason: null },
        values: [
          { name: 'name', before: null, after: 'Tổ 1' },
          { name: 'size', before: null, after: '3' },
        ],
      },
    ]);
  });

  it('is for officers of the place and leaders of the team, and empty for all others', async () => {
    const counts = [];
    for (const who of [NATION, OFFICER, SUCCESSOR, LEADER, PREDECESSOR, STRANGER, MEMBER, claims([])]) {
      const { totalCount, nodes } = await historyOf(who);
      counts.push([totalCount, nodes.length]);
    }
    expect(counts).toEqual([
      [2, 2],
      [2, 2],
      [2, 2],
      [2, 2],
      [0, 0],
      [0, 0],
      [0, 0],
      [0, 0],
    ]);
  });

  it('is paged', async () => {
    const first = await historyOf(OFFICER, { first: 1, id: NORTH.toUpperCase() });
    expect([first.nodes[0].version, first.pageInfo.hasNextPage]).toEqual([2, true]);
    const second = await historyOf(OFFICER, { first: 1, after: first.pageInfo.endCursor });
    expect([second.nodes[0].version, second.pageInfo.hasNextPage]).toEqual([1, false]);
  });

  it('shows that personal values were erased, and no longer what they were', async () => {
    await inTransaction(database, (tx) => eraseAuditPersonal(tx, entity));
    const [entry] = (await historyOf(OFFICER)).nodes;
    expect(entry).toMatchObject({ isPersonalErased: true, values: [{ name: 'size' }] });
  });

  it.each(['\0', '\ud800', 'nothing', ''])('is empty for what is called %j', async (name) => {
    expect((await historyOf(NATION, { id: name })).nodes).toEqual([]);
    expect((await historyOf(NATION, { type: name })).nodes).toEqual([]);
  });

  it('is not for the public', async () => {
    const { errors } = await run(HISTORY, { type: 'Team', id: NORTH });
    expect(errors?.[0]?.extensions?.['code']).toBe('SIGN_IN_REQUIRED');
  });
});

function cursor(parts: unknown[]): string {
  return Buffer.from(JSON.stringify(parts)).toString('base64url');
}
