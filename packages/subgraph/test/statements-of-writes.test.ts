import { expect, it } from 'vitest';
import { fixturesOf } from './permissions/fixtures.ts';
import { sampleInput } from './permissions/samples.ts';
import { zaloAfresh } from './permissions/zalo-fixtures.ts';
import { administrator } from './support/people.ts';
import { testSubgraph } from './support/subgraph.ts';

const setting = await testSubgraph('loaded', undefined, administrator());
const { run, database, subgraph } = setting;
const { schema } = subgraph;

/**
 * What each write costs by its smallest input, from `begin` to `commit`: the gate's six, with the savepoint and the
 * audit, and its own. That more rows cost no more statements is tested beside each feature.
 */
const STATEMENTS: Readonly<Record<string, number>> = {
  ...{ recordActivity: 8, updateActivity: 8, verifyActivity: 8, returnActivity: 8, cancelActivity: 8 },
  ...{ planActivitySeries: 8, cancelActivitySeries: 8, attachEvidence: 10, removeEvidence: 10 },
  ...{ addMember: 11, updateMember: 8, changeMembership: 10, endMembership: 8, mergeMembers: 16 },
  ...{ establishTeam: 10, updateTeam: 9, linkZaloGroup: 8, dissolveTeam: 11, mergeTeams: 19, splitTeam: 21 },
  ...{ establishVillage: 10, mergeUnits: 22, undoMerger: 12 },
  ...{
    openReport: 18,
    refreshReport: 16,
    correctReportValue: 10,
    submitReport: 13,
    approveReport: 14,
    returnReport: 10,
  },
  ...{ lockReport: 10, reopenReport: 12, waiveReport: 10, revokeWaiver: 9, discardReport: 11 },
  ...{ applyImport: 8, undoImport: 9, mapImportColumns: 9, discardImport: 9 },
  ...{ recordConsent: 9, withdrawConsent: 9, receiveSubjectRequest: 10 },
  ...{
    acknowledgeSubjectRequest: 9,
    extendSubjectRequest: 11,
    completeSubjectRequest: 9,
    refuseSubjectRequest: 9,
  },
  ...{ restrictMember: 8, liftRestriction: 9, eraseMember: 47 },
  ...{ signInWithZalo: 10, unlinkZalo: 9 },
  ...{ recordMeasurement: 11, setTarget: 11, defineIndicator: 8, defineIndicatorVersion: 10 },
};

/** What is undone or cancelled must have been done before: the write that does it, and what its answer names. */
const AFTER: Readonly<Record<string, string>> = {
  undoMerger: 'mergeTeams',
  cancelActivitySeries: 'planActivitySeries',
  extendSubjectRequest: 'acknowledgeSubjectRequest',
};

const KEPT: Readonly<Record<string, string>> = {
  mergeTeams: '... on Merger { id version }',
  acknowledgeSubjectRequest: '... on SubjectRequest { id version }',
  planActivitySeries: '... on ActivitySeries { id version }',
};

const fields = Object.keys(schema.getMutationType()?.getFields() ?? {}).filter(
  (name) => name !== 'replayOutbox',
);

async function write(field: string, values: Record<string, unknown>) {
  const type = `${field.charAt(0).toUpperCase()}${field.slice(1)}Input`;
  const { data, errors, statements } = await run(
    `mutation ($input: ${type}!) { ${field}(input: $input) { __typename ... on Refusal { code field message }
      ${KEPT[field] ?? ''} } }`,
    { input: sampleInput(schema, field, values) },
  );
  expect(errors).toBeUndefined();
  expect(data[field]).not.toMatchObject({ __typename: expect.stringMatching(/Refusal|Conflict/) });
  return { answer: data[field], statements };
}

it.each(fields.map((field, turn) => [field, turn] as const))(
  '%s costs what the table says',
  async (field, turn) => {
    const fixtures = await fixturesOf(database, turn);
    let values: Record<string, unknown> = {
      ...(await fixtures.values()),
      ...(await zaloAfresh(setting)),
      expectedVersion: 1,
    };
    const before = AFTER[field];
    if (before !== undefined) {
      const { answer } = await write(before, values);
      values = { ...values, [`${field}.id`]: answer.id, expectedVersion: answer.version };
    }
    const { statements } = await write(field, values);
    const end = statements.findIndex((name) => name === 'commit' || name === 'rollback');
    const within = statements.slice(statements.indexOf('begin'), end + 1);
    expect({ field, count: within.length, within }).toEqual({ field, count: STATEMENTS[field], within });
  },
);

it('the table has every write', () => {
  expect(Object.keys(STATEMENTS).sort()).toEqual(fields.sort());
});
