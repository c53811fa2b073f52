import { randomUUID } from 'node:crypto';
import sql from 'sql-template-tag';
import { describe, expect, it } from 'vitest';
import type { Claims } from '../../src/auth/credential.ts';
import { officer, type StaffedTeam, staffedTeams, stranger } from '../support/people.ts';
import { testSubgraph } from '../support/subgraph.ts';

const { run, database } = await testSubgraph('loaded');
const teams = await staffedTeams(database, '44', 30);
const [daNang] = await staffedTeams(database, '48');
if (daNang === undefined) throw new Error('no team in Đà Nẵng');
const own = officer('PROVINCIAL_OFFICER', '44');

const STRANGERS: Readonly<Record<string, Claims | undefined>> = {
  'the public': undefined,
  'somebody without a role': stranger(),
  'an officer of another province': officer('PROVINCIAL_OFFICER', '48'),
  'an officer of a commune elsewhere': officer('COMMUNE_OFFICER', '20275'),
  'a leader elsewhere': daNang.leader,
  'the officer of the province as it was': officer('PROVINCIAL_OFFICER', '45@2025-06-30'),
  'an officer whose grant is no unit': officer('ADMINISTRATOR', 'nowhere'),
};

interface Target extends StaffedTeam {
  activityId: string;
  memberId: string;
}

const targets: Target[] = await Promise.all(
  teams.map(async (team) => {
    const activityId = randomUUID();
    await database.rows(sql`
      insert into activity (id, team_id, kind, status, title, starts_at)
      values (${activityId}::uuid, ${team.id}::uuid, 'MARKET_VISIT', 'DONE', 'Chuyện riêng của tổ', '2026-11-01T01:00:00Z')`);
    return { ...team, activityId, memberId: team.member.memberId ?? '' };
  }),
);

/** A question about one thing, with its id in the place of `$id`. */
interface Probe {
  document: string;
  variables: (id: string) => Record<string, unknown>;
  id: (target: Target) => string;
}

const RESULT =
  '{ __typename ... on Refusal { code message field value: givenValue } ... on Conflict { current { __typename } } }';
const UPDATE = { expectedVersion: 1, title: 'Sửa trộm' };
const RECORD = { kind: 'MEETING', title: 'Họp', startsAt: '2026-11-20T08:00:00+07:00' };
const key = () => ({ idempotencyKey: randomUUID() });

const BY_ID: Readonly<Record<string, Probe>> = {
  member: {
    document: 'query ($id: ID!) { member(id: $id) { displayName phone memberships { team { code } } } }',
    variables: (id) => ({ id }),
    id: (target) => target.memberId,
  },
  activity: {
    document: 'query ($id: ID!) { activity(id: $id) { title } }',
    variables: (id) => ({ id }),
    id: (target) => target.activityId,
  },
  'activities of a team': {
    document: 'query ($id: ID!) { activities(teamId: $id) { totalCount nodes { title } } }',
    variables: (id) => ({ id }),
    id: (target) => target.id,
  },
  '_entities of a member': {
    document: 'query ($r: [_Any!]!) { _entities(representations: $r) { ... on Member { displayName } } }',
    variables: (id) => ({ r: [{ __typename: 'Member', id }] }),
    id: (target) => target.memberId,
  },
  '_entities of an activity': {
    document:
      'query ($r: [_Any!]!) { _entities(representations: $r) { ... on Activity { title team { name } } } }',
    variables: (id) => ({ r: [{ __typename: 'Activity', id }] }),
    id: (target) => target.activityId,
  },
  'history of an activity': {
    document: 'query ($id: ID!) { history(entityType: "Activity", id: $id) { nodes { field } } }',
    variables: (id) => ({ id }),
    id: (target) => target.activityId,
  },
  updateActivity: {
    document: `mutation ($i: UpdateActivityInput!) { updateActivity(input: $i) ${RESULT} }`,
    variables: (id) => ({ i: { ...key(), id, ...UPDATE } }),
    id: (target) => target.activityId,
  },
  verifyActivity: {
    document: `mutation ($i: VerifyActivityInput!) { verifyActivity(input: $i) ${RESULT} }`,
    variables: (id) => ({ i: { ...key(), id, expectedVersion: 1 } }),
    id: (target) => target.activityId,
  },
  recordActivity: {
    document: `mutation ($i: RecordActivityInput!) { recordActivity(input: $i) ${RESULT} }`,
    variables: (id) => ({ i: { ...key(), teamId: id, ...RECORD } }),
    id: (target) => target.id,
  },
};

describe.each(Object.entries(STRANGERS))('to %s', (_, as) => {
  const ask = async (document: string, variables: Record<string, unknown>) => {
    const { data, errors } = await run(document, variables, as === undefined ? {} : { as });
    return { data, errors };
  };

  it.each(Object.entries(BY_ID))('%s of Quảng Trị looks as if it were not there', async (_, probe) => {
    const nobody = randomUUID();
    const absent = await ask(probe.document, probe.variables(nobody));
    for (const target of targets) {
      const id = probe.id(target);
      const answer = await ask(probe.document, probe.variables(id));
      expect(JSON.stringify(answer).replaceAll(id, 'ID')).toBe(
        JSON.stringify(absent).replaceAll(nobody, 'ID'),
      );
    }
  });

  it.each(['members { totalCount }', 'activities { totalCount }', 'ruleViolations { message }'])(
    'a team of Quảng Trị does not show %s',
    async (selection) => {
      for (const { id } of targets) {
        const { data, errors } = await ask(`query ($id: ID!) { team(id: $id) { name ${selection} } }`, {
          id,
        });
        expect(data).toEqual({ team: null });
        expect(errors?.map((error) => error.extensions?.['code'])).toEqual([
          expect.stringMatching(/^(SIGN_IN_REQUIRED|NOT_PERMITTED)$/),
        ]);
      }
    },
  );

  it.each(['leader { displayName }', 'zaloGroup { url }'])('a list of teams has no %s', async (selection) => {
    const { data, errors } = await ask(
      `{ adminUnit(code: "44") { teams(first: 200) { nodes { name ${selection} } } } teams(unitCode: "44", first: 200) { nodes { name ${selection} } } }`,
      {},
    );
    expect(errors).toBeUndefined();
    const [name = ''] = selection.split(' ');
    const listed = [...data.adminUnit.teams.nodes, ...data.teams.nodes];
    expect(listed.length).toBeGreaterThan(200);
    expect(listed.filter((team) => team[name] !== null)).toEqual([]);
  });
});

describe.each(Object.entries(STRANGERS).filter(([, as]) => as !== undefined))('lists of %s', (_, as) => {
  it.each(['', 'unitCode: "44"', 'period: "2026"', 'status: DONE', 'unitCode: "44", period: "2026-11"'])(
    'hold and count nothing of Quảng Trị with the filter (%s)',
    async (filter) => {
      const { data } = await run(
        `{ activities(first: 200${filter === '' ? '' : `, ${filter}`}) { totalCount nodes { id title } } }`,
        {},
        { as },
      );
      const seen = data.activities.nodes.map((node: { id: string }) => node.id);
      expect(targets.filter(({ activityId }) => seen.includes(activityId))).toEqual([]);
      if (filter.includes('44')) expect(data.activities.totalCount).toBe(0);
    },
  );

  it('go on nowhere from a cursor of the province', async () => {
    const document = '{ activities(unitCode: "44", first: 1) { pageInfo { endCursor } } }';
    const { endCursor } = (await run(document, {}, { as: own })).data.activities.pageInfo;
    const { data } = await run(
      'query ($after: String!) { activities(unitCode: "44", first: 200, after: $after) { totalCount nodes { id } } }',
      { after: endCursor },
      { as },
    );
    expect(data.activities).toEqual({ totalCount: 0, nodes: [] });
  });
});

it('to the officer of today’s province all of it is there', async () => {
  for (const target of targets) {
    const { data, errors } = await run(
      'query ($m: ID!, $a: ID!) { member(id: $m) { displayName } activity(id: $a) { title } }',
      { m: target.memberId, a: target.activityId },
      { as: own },
    );
    expect(errors).toBeUndefined();
    expect(data.activity.title).toBe('Chuyện riêng của tổ');
  }
});
