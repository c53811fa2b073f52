import { randomUUID } from 'node:crypto';
import { afterAll, expect, it } from 'vitest';
import { connect } from '../../src/database/client.ts';
import { createSubgraph } from '../../src/subgraph.ts';
import { testDatabase } from '../support/database.ts';
import { officer, staffedTeams } from '../support/people.ts';

const { url, ...database } = await testDatabase('loaded');
// Room for every writer, so that they meet in the tables and not before the pool.
const wide = connect(url, { maxConnections: 20 });
const subgraph = createSubgraph({ database: wide });
afterAll(async () => {
  await subgraph.close();
  await wide.close();
});
const teams = await staffedTeams(database, '44', 20);
const recorder = officer('PROVINCIAL_OFFICER', '44');
const verifier = officer('ADMINISTRATOR', 'VN');

const RECORD = `mutation ($input: RecordActivityInput!) { recordActivity(input: $input) { __typename ... on Activity { id } } }`;
const VERIFY = `mutation ($input: VerifyActivityInput!) { verifyActivity(input: $input) { __typename } }`;

async function ask(query: string, input: object, claims: typeof recorder) {
  const contextValue = await subgraph.contextOf();
  contextValue.credential = { kind: 'VERIFIED', claims };
  const variables = { input: { idempotencyKey: randomUUID(), ...input } };
  const { body } = await subgraph.apollo.executeOperation({ query, variables }, { contextValue });
  if (body.kind !== 'single' || body.singleResult.errors !== undefined) throw new Error(JSON.stringify(body));
  return Object.values(body.singleResult.data ?? {})[0] as { __typename: string; id: string };
}

/** Records and verifies activities of a few teams, so that writers meet, and says how long they took together. */
async function millisecondsOf(writers: number, activities: number): Promise<number> {
  let next = 0;
  const work = async () => {
    for (let index = next++; index < activities; index = next++) {
      const { id } = await ask(
        RECORD,
        {
          ...{ teamId: teams[index % teams.length]?.id, kind: 'MEETING', title: 'Họp tổ' },
          ...{ startsAt: '2026-11-02T08:00:00+07:00', outcomes: [{ topic: 'E_ID', reached: 3 }] },
        },
        recorder,
      );
      expect(await ask(VERIFY, { id, expectedVersion: 1 }, verifier)).toEqual({ __typename: 'Activity' });
    }
  };
  const began = performance.now();
  await Promise.all(Array.from({ length: writers }, work));
  return performance.now() - began;
}

it('sixteen writers take no longer together than four', { timeout: 120_000 }, async () => {
  await millisecondsOf(16, 60);
  const ratios: number[] = [];
  for (let round = 0; round < 7; round++) {
    // In turns, in one run: what else the machine does meets both.
    const four = await millisecondsOf(4, 80);
    ratios.push((await millisecondsOf(16, 80)) / four);
  }
  const median = ratios.sort((a, b) => a - b)[3] ?? Number.NaN;
  console.log(
    `16 writers against 4: median ${median.toFixed(2)} of ${ratios.map((each) => each.toFixed(2)).join(' ')}`,
  );
  expect(median).toBeLessThanOrEqual(1.1);
});
