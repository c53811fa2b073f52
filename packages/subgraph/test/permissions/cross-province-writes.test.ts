import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { officer, staffedTeams, stranger } from '../support/people.ts';
import { testSubgraph } from '../support/subgraph.ts';
import { MUTATIONS } from './expectations.ts';
import { fixturesOf } from './fixtures.ts';
import { sampleInput } from './samples.ts';

const { run, database, subgraph } = await testSubgraph('loaded');
const fixtures = await fixturesOf(database);
const [daNang] = await staffedTeams(database, '48');
if (daNang === undefined) throw new Error('no team in Đà Nẵng');

/** Everybody who is somebody, but not in Quảng Trị. */
const STRANGERS = {
  'somebody without a role': stranger(),
  'the officer of another province': officer('PROVINCIAL_OFFICER', '48'),
  'the administrator of another province': officer('ADMINISTRATOR', '48'),
  'an officer of a commune elsewhere': officer('COMMUNE_OFFICER', '20275'),
  'a leader elsewhere': daNang.leader,
};

/** What everybody may do is refused to nobody. */
const mutations = Object.keys(MUTATIONS).filter((field) => MUTATIONS[field] !== 'PUBLIC');
const UUID = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/gi;

describe.each(Object.entries(STRANGERS))('%s', (_, as) => {
  it.each(mutations)('is told by %s the same of what is there as of what is not', async (field) => {
    const input = sampleInput(subgraph.schema, field, {
      ...(await fixtures.values()),
      expectedVersion: 1,
    });
    const others = new Map<string, string>();
    const elsewhere = JSON.stringify(input).replace(UUID, (id) => {
      others.set(id, others.get(id) ?? randomUUID());
      return others.get(id) ?? id;
    });
    const told = await answerTo(field, input);
    expect(told).toMatch(
      /"(TEAM|ACTIVITY|IMPORT|MEMBER|MEMBERSHIP|MERGER|REPORT|WAIVER|CONSENT|REQUEST|RESTRICTION|ERASURE|ZALO_LINK)_NOT_FOUND"|"NOT_PERMITTED"/,
    );
    expect(told).toBe(await answerTo(field, JSON.parse(elsewhere)));
  });

  /** Without the ids, in which two questions differ. */
  async function answerTo(field: string, input: Record<string, unknown>): Promise<string> {
    const type = `${field[0]?.toUpperCase()}${field.slice(1)}Input`;
    const failure = `... on Refusal { code message messageEn field givenValue retryable }`;
    const outcome =
      field === 'replayOutbox'
        ? `... on OutboxReport { outcomes { status id version refusal { ${failure} } conflict { currentVersion } } }`
        : '... on Conflict { currentVersion current { __typename } }';
    const { data, errors } = await run(
      `mutation ($input: ${type}!) { ${field}(input: $input) { __typename ${failure} ${outcome} } }`,
      { input: 'idempotencyKey' in input ? { ...input, idempotencyKey: randomUUID() } : input },
      { as },
    );
    expect(errors).toBeUndefined();
    return JSON.stringify(data).replace(UUID, 'ID');
  }
});
