import { afterAll, beforeAll, expect, it } from 'vitest';
import { testDatabase } from '../../packages/subgraph/test/support/database.ts';
import { FAULTS } from './network.ts';
import { runFaults } from './run-faults.ts';
import { STEPS } from './schedule.ts';
import { startWorld, type World } from './world.ts';

// A few of what `npm run outbox-faults` runs by the hundred.

let world: World;

beforeAll(async () => {
  world = await startWorld((await testDatabase('loaded')).url);
});
afterAll(() => world.close());

it('every write on a phone that is killed, cut off, full, damaged and passed on takes effect exactly once', async () => {
  const report = await runFaults(world, { schedules: 32, firstSeed: 1, killEvery: 4 });
  expect(report.faults).toEqual([]);
  // Nothing that may go wrong was left out by chance.
  for (const event of [...FAULTS, ...STEPS]) expect(report.events.get(event), event).toBeGreaterThan(0);
  expect(report.kills).toBeGreaterThan(20);
  expect(report.killPoints).toBeGreaterThan(12);
}, 120_000);
