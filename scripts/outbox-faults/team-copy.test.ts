import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  type Client,
  createClient,
  newId,
  type OutboxItem,
  teamCopiesOf,
} from '../../packages/sdk/src/index.ts';
import { testDatabase } from '../../packages/subgraph/test/support/database.ts';
import { type Person, startWorld, type World } from './world.ts';

let world: World;
let bytes = 0;

beforeAll(async () => {
  world = await startWorld((await testDatabase('loaded')).url);
});
afterAll(() => world.close());

const clientOf = ({ token }: Person) =>
  createClient({
    ...{ url: world.url, getToken: () => token },
    async fetch(url, init) {
      const text = await (await fetch(url, init)).text();
      bytes += Buffer.byteLength(text) + Buffer.byteLength(String(init?.body));
      return new Response(text);
    },
  });

/** Writes so many at once, each of which must be done. */
async function replayAll(client: Client, items: OutboxItem[]): Promise<void> {
  for (let start = 0; start < items.length; start += 25) {
    const { outcomes } = await client.outbox.replay({ items: items.slice(start, start + 25) });
    expect(outcomes.filter(({ status }) => status !== 'DONE')).toEqual([]);
  }
}

it('a team is loaded in under 200 kB, and followed by what changed alone', async () => {
  const [member] = world.people;
  const { teamId } = member;
  const client = clientOf(member);
  const draft = { teamId, kind: 'MEETING', startsAt: '2026-11-20T08:00:00+07:00' } as const;
  const note = 'Hướng dẫn bà con cài ứng dụng, tra cứu hồ sơ và thanh toán không dùng tiền mặt. '.repeat(3);
  for (let batch = 0; batch < 3; batch++) {
    const items = Array.from({ length: 40 }, () => ({
      recordActivity: {
        ...draft,
        idempotencyKey: newId(),
        id: newId(),
        title: 'Hướng dẫn tại nhà văn hóa',
        note,
      },
    }));
    await client.outbox.replay({ items });
  }

  bytes = 0;
  const copies = teamCopiesOf(client);
  const copy = await copies.load({ teamId });
  expect(copy.activities).toHaveLength(100);
  expect(copy.members.length).toBeGreaterThan(2);
  expect(copy.unread).toEqual({ members: null, activities: null });
  expect(bytes).toBeLessThan(200_000);

  bytes = 0;
  const same = await copies.follow(copy);
  expect(same.activities).toBe(copy.activities);
  expect(same.team).toBe(copy.team);
  expect(bytes).toBeLessThan(1_000);

  const made = await client.activities.record({
    ...draft,
    title: 'Mới',
    startsAt: '2026-11-28T08:00:00+07:00',
  });
  const [first] = copy.activities;
  await client.activities.update({ id: first?.id ?? '', expectedVersion: 1, title: 'Đã sửa' });
  bytes = 0;
  const newer = await copies.follow(same);
  expect(newer.activities).toHaveLength(101);
  expect(newer.activities[0]).toMatchObject({ id: made.id, title: 'Mới' });
  expect(newer.activities.find(({ id }) => id === first?.id)).toMatchObject({ title: 'Đã sửa', version: 2 });
  expect(bytes).toBeLessThan(10_000);
});

it('a team of 200 people that writes long notes is loaded in under 200 kB too, and the rest by following', async () => {
  const [, leader] = world.people;
  const { teamId } = leader;
  const client = clientOf(leader);
  const people = Array.from(
    { length: 200 },
    (_, index): OutboxItem => ({
      addMember: {
        ...{ teamId, idempotencyKey: newId(), id: newId(), from: '2026-11-01' },
        affiliations: ['YOUTH_UNION'],
        person: { id: newId(), displayName: `Nguyễn Thị Phương Thảo ${nameOf(index)}` },
        responsibilities: [{ kind: 'SCHOOL', name: `Trường Tiểu học số ${index + 1} Cam Lộ` }],
      },
    }),
  );
  await replayAll(client, people);
  const visits = Array.from(
    { length: 100 },
    (_, index): OutboxItem => ({
      recordActivity: {
        ...{ teamId, idempotencyKey: newId(), id: newId(), kind: 'HOUSEHOLD_VISIT', title: 'Đi từng ngõ' },
        startsAt: `2026-11-20T08:00:${String(index % 60).padStart(2, '0')}+07:00`,
        // The most that a note may have, of letters of three bytes.
        note: 'ệ'.repeat(2_000),
        outcomes: [{ topic: 'E_ID', reached: 12, assisted: 8, succeeded: 7 }],
      },
    }),
  );
  await replayAll(client, visits);

  const copies = teamCopiesOf(client);
  bytes = 0;
  let copy = await copies.load({ teamId });
  expect(bytes).toBeLessThan(200_000);
  expect(copy.members.length).toBeGreaterThan(100);
  expect(copy.activities.length).toBeGreaterThan(5);
  const known = copy.activities[0];

  for (let steps = 0; copy.unread.activities !== null && steps < 20; steps++) {
    bytes = 0;
    const next = await copies.follow(copy);
    expect(bytes).toBeLessThan(200_000);
    expect(next.activities.length).toBeGreaterThan(copy.activities.length);
    copy = next;
  }
  expect(copy.unread).toEqual({ members: null, activities: null });
  expect(copy.members).toHaveLength(200);
  expect(new Set(copy.activities.map(({ id }) => id)).size).toBe(100);
  expect(copy.activities[0]).toEqual(known);
});

const nameOf = (index: number) => String.fromCharCode(65 + (index % 26), 97 + Math.floor(index / 26));
