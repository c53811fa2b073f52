import { describe, expect, it } from 'vitest';
import { connect, type TeamCopy, teamCopiesOf } from '../src/index.ts';
import { type MockRequest, mockServer, refusedWith } from '../src/testing/index.ts';

const TEAM_ID = 't-1';
const STATE = { id: TEAM_ID, name: 'Tổ 1', version: 1, ruleViolations: [] };

interface Row {
  id: string;
  title: string;
  note: string;
  startsAt: string;
  team: { id: string };
}

const activity = (minutesAgo: number, more: Partial<Row> = {}): Row => ({
  ...{ id: `a-${minutesAgo}`, title: `Việc ${minutesAgo}`, note: '', team: { id: TEAM_ID } },
  startsAt: new Date(Date.UTC(2026, 0, 1) - minutesAgo * 60_000).toISOString(),
  ...more,
});

/** Activities that a server has, the newest first. */
const activities = (count: number, note = ''): Row[] =>
  Array.from({ length: count }, (_, index) => activity(index, { note }));

/** One page of a list, as a connection cuts it. */
function pageOf<Item>(items: readonly Item[], { variables }: MockRequest) {
  const start = Number(variables['after'] ?? 0);
  const end = Math.min(items.length, start + Number(variables['first']));
  const pageInfo = { hasNextPage: end < items.length, endCursor: String(end) };
  return { totalCount: items.length, pageInfo, nodes: items.slice(start, end) };
}

type Changes = (request: MockRequest) => Record<string, unknown> | Response;

/** A server with one team, and the copies that go by it. */
function setting(rows: Row[], changes: Changes) {
  const members = [{ id: 'm-1', displayName: 'Lan' }];
  const server = mockServer({
    Changes: (request) => {
      if (request.variables['since'] !== 'now') return changes(request);
      return { changes: { changes: [], cursor: 'begun', hasMore: false } };
    },
    TeamState: { team: STATE },
    TeamMembers: (request) => ({ team: { members: pageOf(members, request) } }),
    Activities: (request) => ({ activities: pageOf(rows, request) }),
    Activity: ({ variables }) => {
      const found = rows.find(({ id }) => id === variables['id']);
      return found === undefined ? refusedWith('ACTIVITY_NOT_FOUND') : { activity: found };
    },
  });
  const url = 'https://example.gov.vn/graphql';
  const count = (name: string) => server.requests.filter(({ operation }) => operation === name).length;
  return { copies: teamCopiesOf(connect({ url, fetch: server.fetch })), server, count };
}

const changed = (entityType: string, ids: readonly string[], more = {}) => ({
  changes: { changes: ids.map((id) => ({ entityType, id })), cursor: 'later', hasMore: false, ...more },
});

const titlesOf = (copy: TeamCopy) => copy.activities.map(({ title }) => title);

describe('the first load of a team', () => {
  it('asks for nothing twice', async () => {
    const { copies, server } = setting(activities(30), () => changed('Team', []));
    const copy = await copies.load({ teamId: TEAM_ID });
    expect(copy).toMatchObject({ team: STATE, unread: { members: null, activities: null }, cursor: 'begun' });
    expect([copy.members.length, copy.activities.length]).toEqual([1, 30]);
    const state = server.requests.find(({ operation }) => operation === 'TeamState');
    expect(state?.query).not.toMatch(/members|activities/);
  });

  it('stays below 200 kB, and following brings the rest', async () => {
    const note = 'ệ'.repeat(2_000);
    const { copies } = setting(activities(120, note), () => changed('Team', []));
    const sizes: number[] = [];
    let copy = await copies.load({ teamId: TEAM_ID });
    while (copy.unread.activities !== null && sizes.length < 9) {
      sizes.push(copy.activities.length);
      const before = Buffer.byteLength(JSON.stringify(copy.activities));
      copy = await copies.follow(copy);
      expect(Buffer.byteLength(JSON.stringify(copy.activities)) - before).toBeLessThan(200_000);
    }
    expect(sizes[0]).toBeGreaterThan(10);
    expect(sizes[0]).toBeLessThan(30);
    expect(titlesOf(copy)).toEqual(
      activities(120)
        .slice(0, 100)
        .map(({ title }) => title),
    );
  });
});

describe('following a team', () => {
  it.each([
    ['that stay where they are', () => changed('Team', [], { cursor: 'same', hasMore: true }), 20],
    ['of a whole province', () => changed('Activity', Array(200).fill('elsewhere'), { hasMore: true }), 2],
  ] as const)('through changes %s ends, and loads it anew', async (_, changes, pages) => {
    const { copies, count } = setting(activities(3), changes);
    const copy = await copies.load({ teamId: TEAM_ID });
    const newer = await copies.follow(copy);
    expect(newer).toEqual(copy);
    expect([count('Changes'), count('Activity')]).toEqual([1 + pages + 1, 0]);
  });

  it('changes nothing where nothing of it changed', async () => {
    const { copies, server } = setting(activities(3), () => changed('Report', ['r-1']));
    const copy = await copies.load({ teamId: TEAM_ID });
    const before = server.requests.length;
    const same = await copies.follow(copy);
    expect([same.activities, same.members, same.team]).toEqual([copy.activities, copy.members, copy.team]);
    expect(same.activities).toBe(copy.activities);
    expect(same.members).toBe(copy.members);
    expect(same.team).toBe(copy.team);
    expect([same.cursor, server.requests.length - before]).toEqual(['later', 1]);
  });

  it('loads a copy anew that a version before has kept, which does not say what it lacks', async () => {
    const { copies, count } = setting(activities(3), () => changed('Report', []));
    const { unread: _, ...kept } = await copies.load({ teamId: TEAM_ID });
    // The cast: what a device has kept is of the version that kept it.
    const newer = await copies.follow(kept as TeamCopy);
    expect(newer.unread).toEqual({ members: null, activities: null });
    expect([count('TeamState'), newer.cursor]).toEqual([2, 'begun']);
  });

  it('takes what changed, what came and what went, one by one', async () => {
    const rows = activities(3);
    const { copies } = setting(rows, () => changed('Activity', ['a-0', 'a-1', 'new']));
    const copy = await copies.load({ teamId: TEAM_ID });
    rows.splice(0, 2, activity(0, { title: 'Đã sửa' }), activity(0.5, { id: 'new', title: 'Mới' }));
    expect(titlesOf(await copies.follow(copy))).toEqual(['Đã sửa', 'Mới', 'Việc 2']);
  });

  it('keeps what did not change while a long list is read anew', async () => {
    const note = 'ệ'.repeat(2_000);
    const rows = activities(60, note);
    const first = rows.slice(0, 11).map(({ id }) => id);
    const { copies } = setting(rows, ({ variables }) =>
      changed('Activity', variables['since'] === 'before' ? first : []),
    );
    let copy = await copies.load({ teamId: TEAM_ID });
    for (let steps = 0; copy.unread.activities !== null && steps < 9; steps++)
      copy = await copies.follow(copy);
    expect(copy.activities).toHaveLength(60);
    for (const row of rows.slice(0, 11)) row.title = 'Đã sửa';
    const next = await copies.follow({ ...copy, cursor: 'before' });
    expect(next.activities).toHaveLength(60);
    expect(titlesOf(next).filter((title) => title === 'Đã sửa')).toHaveLength(11);
    expect(next.unread.activities).not.toBeNull();
  });
});
