import { describe, expect, it } from 'vitest';
import { administrator } from './support/people.ts';
import { testSubgraph } from './support/subgraph.ts';

const { run, database, logged } = await testSubgraph('loaded', undefined, administrator());

const ENTITIES = `query ($representations: [_Any!]!) {
  _entities(representations: $representations) {
    __typename
    ... on AdminUnit { id fullName }
    ... on Team { id }
    ... on Member { id }
    ... on Activity { id }
    ... on Indicator { code }
  }
}`;

async function firstId(table: string): Promise<string> {
  const { rows } = await database.pool.query<{ id: string }>(`select id from ${table} order by id limit 1`);
  return rows[0]?.id ?? expect.fail(table);
}

describe('_entities', () => {
  it.each([
    ['an unknown type', { __typename: 'Nothing', id: '1' }, 'Nothing'],
    ['no type', { id: '1' }, undefined],
    ['a type that is a number', { __typename: 5, id: '1' }, undefined],
    ['a type that is no entity', { __typename: 'Query' }, 'Query'],
    ['a list', [], undefined],
    ['a text', 'AdminUnit', undefined],
  ])('refuses %s before any statement, and does not log it', async (_, wrong, value) => {
    const representations = [{ __typename: 'AdminUnit', code: '44' }, wrong];
    const { data, errors, statements } = await run(ENTITIES, { representations });
    expect(data).toBeNull();
    expect(errors).toHaveLength(1);
    expect(errors?.[0]?.extensions).toMatchObject({
      code: 'REPRESENTATION_INVALID',
      field: 'representations[1].__typename',
    });
    expect(errors?.[0]?.extensions?.['value']).toBe(value);
    expect(statements).toEqual([]);
    expect(logged).toEqual([]);
  });

  it.each(['a\u0000', '\ud800'])('answers null for the key %j and finds the others', async (key) => {
    const team = await firstId('team');
    const { data, errors } = await run(ENTITIES, {
      representations: [
        { __typename: 'AdminUnit', code: key },
        { __typename: 'AdminUnit', code: '44' },
        { __typename: 'AdminUnit', id: key },
        { __typename: 'Team', code: key },
        { __typename: 'Team', id: key },
        { __typename: 'Team', id: team },
        { __typename: 'Indicator', code: key },
        { __typename: 'Indicator', code: 'TEAMS' },
        { __typename: 'Member', id: key },
        { __typename: 'Activity', id: key },
      ],
    });
    expect(errors).toBeUndefined();
    expect(data._entities.map((entity: object | null) => entity !== null)).toEqual(
      [0, 1, 0, 0, 0, 1, 0, 1, 0, 0].map(Boolean),
    );
    expect(logged).toEqual([]);
  });

  it('takes an id that is null for one that is not there', async () => {
    const { rows } = await database.pool.query<{ code: string; id: string }>(
      'select code, id from team order by id limit 1',
    );
    const { data } = await run(ENTITIES, {
      representations: [
        { __typename: 'AdminUnit', id: null, code: '44' },
        { __typename: 'Team', id: null, code: rows[0]?.code },
      ],
    });
    expect(data._entities).toMatchObject([{ fullName: 'Tỉnh Quảng Trị' }, { id: rows[0]?.id }]);
  });

  it('asks nothing for a reference without a key', async () => {
    const representations = ['AdminUnit', 'Team', 'Member', 'Activity', 'Indicator'].map((__typename) => ({
      __typename,
      code: { $gt: '' },
    }));
    const { data, statements } = await run(ENTITIES, { representations });
    expect(data._entities).toEqual([null, null, null, null, null]);
    expect(statements).toEqual([]);
  });
});

describe('a UUID in capitals', () => {
  it('names the same entity', async () => {
    const ids = await Promise.all(['team', 'member', 'activity'].map(firstId));
    const representations = ['Team', 'Member', 'Activity'].map((__typename, index) => ({
      __typename,
      id: ids[index]?.toUpperCase(),
    }));
    const { data } = await run(ENTITIES, { representations });
    expect(data._entities.map((entity: { id: string } | null) => entity?.id)).toEqual(ids);
  });

  it('names the same team, member and activity in queries', async () => {
    const [member = '', activity = ''] = await Promise.all(['member', 'activity'].map(firstId));
    const { rows } = await database.pool.query<{ id: string }>(
      'select team_id as id from activity order by team_id limit 1',
    );
    const team = rows[0]?.id ?? '';
    const { data, errors } = await run(
      `query ($team: ID!, $member: ID!, $activity: ID!) {
        team(id: $team) { id activities { totalCount } }
        member(id: $member) { id }
        activity(id: $activity) { id }
        activities(teamId: $team) { totalCount }
      }`,
      { team: team.toUpperCase(), member: member.toUpperCase(), activity: activity.toUpperCase() },
    );
    expect(errors).toBeUndefined();
    expect(data).toMatchObject({ team: { id: team }, member: { id: member }, activity: { id: activity } });
    expect(data.activities).toEqual(data.team.activities);
    expect(data.activities.totalCount).toBeGreaterThan(0);
  });
});
