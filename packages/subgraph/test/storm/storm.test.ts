import { expect, it } from 'vitest';
import { testDatabase } from '../support/database.ts';
import { runStorm } from './storm.ts';

const { url } = await testDatabase('loaded');

// In full by `npm run storm`.
it('a small storm loses, doubles and miscounts nothing', { timeout: 240_000 }, async () => {
  const report = await runStorm({ databaseUrl: url, keys: 80, replays: 5, kills: 3, edits: 80 });
  const { lost, doubled, divergent } = report.replay;
  expect({ lost, doubled, divergent, drift: report.drift, auditFaults: report.auditFaults }).toEqual({
    ...{ lost: 0, doubled: 0, divergent: 0, drift: 0, auditFaults: 0 },
  });
  expect(report.kills).toBe(3);
  expect(report.edit.done).toBeGreaterThanOrEqual(80);
});
