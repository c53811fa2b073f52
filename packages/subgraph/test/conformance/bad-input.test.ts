import { randomUUID } from 'node:crypto';
import { getNamedType, isInputObjectType } from 'graphql';
import { describe, expect, it } from 'vitest';
import { fixturesOf } from '../permissions/fixtures.ts';
import { sampleInput, sampleObject } from '../permissions/samples.ts';
import { zaloAfresh } from '../permissions/zalo-fixtures.ts';
import { administrator } from '../support/people.ts';
import { testSubgraph } from '../support/subgraph.ts';
import { BAD_VALUES, type Leaf, leavesOf, withValue } from './bad-values.ts';

const setting = await testSubgraph('loaded', undefined, administrator());
const { run, database, subgraph, logged } = setting;
const { schema } = subgraph;
const fixtures = await fixturesOf(database);
// Rows are at their first version: what is refused is refused for its input, not for having been late.
const values = {
  ...(await fixtures.values()),
  ...(await zaloAfresh(setting)),
  ...{
    expectedVersion: 1,
    source: { title: 'Báo cáo thử' },
    responsibilities: { kind: 'SCHOOL', name: 'Trường Cam Lộ' },
  },
  person: { displayName: 'Người Thử' },
  decision: { number: '12/QĐ-UBND', title: 'Quyết định thành lập tổ', issuer: 'UBND xã Cam Lộ' },
};

const mutations = Object.values(schema.getMutationType()?.getFields() ?? {}).filter(
  ({ name }) => name !== 'replayOutbox',
);

/** Writes without versions. */
const UNVERSIONED = new Set(['signInWithZalo']);

/** How many rows every table has, but for the keys, which remember refusals. */
async function rowCounts(): Promise<unknown> {
  const { rows: tables } = await database.pool.query<{ name: string }>(
    `select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace
     and relname <> 'idempotency_key' order by 1`,
  );
  const counts = tables
    .map(({ name }) => `select '${name}' as name, count(*) from "${name}"`)
    .join(' union all ');
  return (await database.pool.query(`${counts} order by 1`)).rows;
}

describe.each(mutations.map((field) => [field.name, field] as const))('%s', (name, field) => {
  const type = getNamedType(field.args[0]?.type ?? field.type);
  if (!isInputObjectType(type)) throw new Error(`${name} has no input`);
  const document = `mutation ($input: ${type.name}!) { ${name}(input: $input) {
    __typename ... on Refusal { code field message messageEn } ${UNVERSIONED.has(name) ? '' : '... on Conflict { code }'} } }`;

  it('refuses what cannot be stored, names the field, and stores nothing', async () => {
    const before = await rowCounts();
    const strange: unknown[] = [];
    for (const leaf of leavesOf(type)) {
      for (const [what, value] of BAD_VALUES[leaf.scalar] ?? []) {
        const base = without(sampleInput(schema, name, values), INSTEAD_OF[String(leaf.path[0])]);
        const input = withValue(base, leaf, value, (path) => sampleObject(type, path, name, values));
        const { data, errors } = await run(document, { input: { ...input, idempotencyKey: randomUUID() } });
        const answer: Answer | undefined = data?.[name];
        if (!isRightRefusal(answer, leaf))
          strange.push([leaf.path.join('.'), what, answer ?? errors?.[0]?.message]);
      }
    }
    expect(strange).toEqual([]);
    expect(await rowCounts()).toEqual(before);
  });
});

interface Answer {
  __typename: string;
  field?: string | null;
  message?: string;
  messageEn?: string;
}

/** A refusal that names the field, in both languages and in few words. A version of the far future is only a conflict. */
function isRightRefusal(answer: Answer | undefined, { path }: Leaf): boolean {
  const name = String(path.findLast((step) => typeof step === 'string'));
  if (name === 'expectedVersion' && answer?.__typename === 'Conflict') return true;
  const { field, message = '', messageEn = '' } = answer ?? {};
  const names = [name, ...(TOGETHER[name] ?? [])];
  const isNamed = names.some((each) => field?.includes(each) || message.includes(each));
  return (
    answer?.__typename === 'Refusal' && isNamed && messageEn !== '' && `${message}${messageEn}`.length < 1000
  );
}

/** Fields that go only together: a refusal may ask for the other one. */
const TOGETHER: Readonly<Record<string, readonly string[]>> = {
  numerator: ['denominator'],
  denominator: ['numerator'],
};

/** Fields of the sample that stand for the same and would be refused beside it. */
const INSTEAD_OF: Readonly<Record<string, string>> = {
  ...{ person: 'memberId', decision: 'noDecisionReason', decisionId: 'noDecisionReason' },
};

function without(input: Record<string, unknown>, name: string | undefined): Record<string, unknown> {
  return Object.fromEntries(Object.entries(input).filter(([key]) => key !== name));
}

it('nothing of it was unexpected', () => {
  expect(logged).toEqual([]);
});
