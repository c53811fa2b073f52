import { describe, expect, it } from 'vitest';
import { administrator } from './support/people.ts';
import { testSubgraph } from './support/subgraph.ts';

const { run, database } = await testSubgraph('loaded', undefined, administrator());

const ENTITIES = `query ($representations: [_Any!]!) {
  _entities(representations: $representations) {
    ... on AdminUnit { __typename id unitCode: code fullName }
    ... on Team { __typename id code name unit { id fullName } }
    ... on Member { __typename id displayName }
    ... on Activity { __typename id title }
    ... on Indicator { __typename code name }
  }
}`;

async function column(query: string): Promise<string[]> {
  const { rows } = await database.pool.query<{ value: string }>(query);
  return rows.map((row) => row.value);
}

/** Puts a reference to nothing after every tenth, and turns the order round. */
function withGaps<Reference extends object>(references: Reference[], nothing: Reference): Reference[] {
  return references
    .flatMap((reference, index) => (index % 10 === 9 ? [reference, nothing] : [reference]))
    .reverse();
}

describe('_entities', () => {
  it('answers 500 AdminUnit and 500 Team references in order, with nulls for what is missing, in at most 2 statements a type', async () => {
    const unitIds = await column(
      `select id as value from admin_unit where level = 'COMMUNE' order by md5(id) limit 500`,
    );
    const teamIds = await column(`select id as value from team order by md5(id::text) limit 500`);
    expect(unitIds).toHaveLength(500);
    const repeated = Array.from({ length: 500 }, (_, index) => teamIds[index % teamIds.length] ?? '');
    const representations = [
      ...withGaps(
        unitIds.map((id) => ({ __typename: 'AdminUnit', id })),
        { __typename: 'AdminUnit', id: 'nothing' },
      ),
      ...withGaps(
        repeated.map((id) => ({ __typename: 'Team', id })),
        { __typename: 'Team', id: 'no uuid' },
      ),
    ];
    const { data, errors, statements } = await run(ENTITIES, { representations });
    expect(errors).toBeUndefined();
    expect(data._entities.map((entity: { id: string } | null) => entity?.id ?? null)).toEqual(
      representations.map(({ id }) => (id === 'nothing' || id === 'no uuid' ? null : id)),
    );
    // Units by id, teams by id, and the units of the teams: the same number for 5 as for 500.
    expect(statements.sort()).toEqual(['teamById', 'unitById', 'unitById']);
    const few = await run(ENTITIES, {
      representations: representations.filter((_, index) => index % 100 === 0),
    });
    expect(few.statements.sort()).toEqual(statements.sort());
  });

  it('takes a code for the latest version that bears it', async () => {
    const { data, statements } = await run(ENTITIES, {
      representations: ['44', '45', '29194', '99999'].map((code) => ({ __typename: 'AdminUnit', code })),
    });
    expect(data._entities.map((unit: { fullName: string } | null) => unit?.fullName ?? null)).toEqual([
      'Tỉnh Quảng Trị',
      'Tỉnh Quảng Trị',
      'Xã Đại Điền',
      null,
    ]);
    expect(data._entities[0].id).not.toBe(data._entities[1].id);
    expect(statements).toEqual(['unitByLatestCode']);
  });

  it('finds a team by id and by code alike', async () => {
    const [code] = await column('select code as value from team order by code limit 1');
    const byCode = await run(ENTITIES, { representations: [{ __typename: 'Team', code }] });
    const id = byCode.data._entities[0].id;
    const byId = await run(ENTITIES, { representations: [{ __typename: 'Team', id }] });
    expect(byId.data).toEqual(byCode.data);
  });

  it('resolves members, activities and indicators too', async () => {
    const [member] = await column('select id as value from member order by id limit 1');
    const [activity] = await column('select id as value from activity order by id limit 1');
    const { data, errors } = await run(ENTITIES, {
      representations: [
        { __typename: 'Member', id: member },
        { __typename: 'Activity', id: activity },
        { __typename: 'Indicator', code: 'TEAMS' },
      ],
    });
    expect(errors).toBeUndefined();
    expect(data._entities).toMatchObject([{ id: member }, { id: activity }, { code: 'TEAMS' }]);
  });

  it('refuses more than 5,000 references before any statement', async () => {
    const representations = Array.from({ length: 5001 }, () => ({ __typename: 'AdminUnit', id: 'x' }));
    const { errors, statements } = await run(ENTITIES, { representations });
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'TOO_MANY_REPRESENTATIONS', value: '5001' });
    expect(statements).toEqual([]);
  });

  it.each([
    [{ __typename: 'Nothing', id: '1' }],
    [{ id: '1' }],
    [{ __typename: 'AdminUnit' }],
    [{ __typename: 'Team', id: { $gt: '' } }],
  ])('answers %j with an error or null, never with a row', async (representation) => {
    const { data } = await run(ENTITIES, { representations: [representation] });
    expect(data?._entities?.[0] ?? null).toBeNull();
  });
});
