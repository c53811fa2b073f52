import { afterAll, beforeAll, expect, it } from 'vitest';
import { createClient, newId, teamCopiesOf } from '../../packages/sdk/src/index.ts';
import { testDatabase } from '../../packages/subgraph/test/support/database.ts';
import { startWorld, type World } from './world.ts';

let world: World;
let bytes = 0;

beforeAll(async () => {
  world = await startWorld((await testDatabase('loaded')).url);
});
afterAll(() => world.close());

const clientOf = () => {
  const [{ token }] = world.people;
  return createClient({
    ...{ url: world.url, getToken: () => token },
    async fetch(url, init) {
      const text = await (await fetch(url, init)).text();
      bytes += Buffer.byteLength(text) + Buffer.byteLength(String(init?.body));
      return new Response(text);
    },
  });
};

it('a team is loaded in under 200 kB, and followed by what changed alone', async () => {
  const client = clientOf();
  const [{ teamId }] = world.people;
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
