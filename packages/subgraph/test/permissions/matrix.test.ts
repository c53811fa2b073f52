import { VIEWER_ROLES, type ViewerRole } from '@cnscd/domain';
import { isObjectType } from 'graphql';
import { describe, expect, it } from 'vitest';
import type { Claims } from '../../src/auth/credential.ts';
import { ruleOf } from '../../src/permissions/access.ts';
import { officer } from '../support/people.ts';
import { testSubgraph } from '../support/subgraph.ts';
import { INSIDE_DOCUMENTS, QUERY_DOCUMENTS } from './documents.ts';
import { INSIDE, MUTATIONS, QUERIES } from './expectations.ts';
import { fixturesOf } from './fixtures.ts';
import { sampleInput } from './samples.ts';
import { zaloAfresh } from './zalo-fixtures.ts';

const setting = await testSubgraph('loaded');
const { run, database, subgraph } = setting;
const { schema } = subgraph;
const fixtures = await fixturesOf(database);

const PEOPLE: Readonly<Record<ViewerRole, Claims | undefined>> = {
  PUBLIC: undefined,
  MEMBER: fixtures.team.member,
  LEADER: fixtures.team.leader,
  COMMUNE_OFFICER: officer('COMMUNE_OFFICER', fixtures.communeCode),
  PROVINCIAL_OFFICER: officer('PROVINCIAL_OFFICER', '44'),
  ADMINISTRATOR: officer('ADMINISTRATOR', 'VN'),
};

const fieldsOf = (type: 'Query' | 'Mutation') =>
  Object.keys(
    schema.getType(type) === undefined ? {} : (schema.getType(type) as { getFields(): object }).getFields(),
  );

const isAllowed = (role: ViewerRole, least: ViewerRole) =>
  VIEWER_ROLES.indexOf(role) >= VIEWER_ROLES.indexOf(least);

/** What is said to who may not: as if it were not there, or that it takes another role. */
const REFUSALS = /^(SIGN_IN_REQUIRED|TOKEN_INVALID|NOT_PERMITTED|\w+_NOT_FOUND)$/;

describe('the table', () => {
  it('has a row for every query and every mutation, and for no other', () => {
    expect(Object.keys(QUERIES).sort()).toEqual(
      fieldsOf('Query')
        .filter((name) => !name.startsWith('_'))
        .sort(),
    );
    expect(Object.keys(MUTATIONS).sort()).toEqual(fieldsOf('Mutation').sort());
  });

  it('has a row for every guarded field of what is public', () => {
    const guarded = Object.values(schema.getTypeMap())
      .filter(isObjectType)
      .filter((type) => type !== schema.getQueryType() && type !== schema.getMutationType())
      .flatMap((type) =>
        Object.values(type.getFields())
          .filter((field) => ruleOf(field)?.access === 'SCOPED')
          .map((field) => `${type.name}.${field.name}`),
      );
    expect(Object.keys(INSIDE).sort()).toEqual(guarded.sort());
  });
});

describe.each(VIEWER_ROLES)('%s', (role) => {
  const as = PEOPLE[role];

  it.each(Object.entries(QUERIES))('query %s, from %s', async (field, least) => {
    const document = QUERY_DOCUMENTS[field];
    if (document === undefined) throw new Error(`no document asks for ${field}: add one`);
    const { errors, data } = await run(document, fixtures.variables, as === undefined ? {} : { as });
    const codes = (errors ?? []).map((error) => error.extensions?.['code']);
    if (isAllowed(role, least)) {
      expect(codes).toEqual([]);
      expect(Object.values(data)[0]).not.toBeNull();
      return;
    }
    // What is only about the caller is nothing for nobody.
    if (field === 'viewer') expect(data).toEqual({ viewer: null });
    else expect(codes).toEqual([expect.stringMatching(REFUSALS)]);
  });

  it.each(Object.entries(INSIDE))('field %s, from %s', async (field, least) => {
    const document = INSIDE_DOCUMENTS[field];
    if (document === undefined) throw new Error(`no document asks for ${field}: add one`);
    const { errors, data } = await run(document, fixtures.variables, as === undefined ? {} : { as });
    const shown = JSON.stringify(data);
    // A field that may be null is null; one that may not says why.
    const isRefused =
      errors?.some((error) => REFUSALS.test(String(error.extensions?.['code']))) || /:null/.test(shown);
    expect({ field, isRefused: Boolean(isRefused) }).toEqual({ field, isRefused: !isAllowed(role, least) });
  });

  it.each(Object.entries(MUTATIONS))('mutation %s, from %s', async (field, least) => {
    const input = sampleInput(schema, field, {
      ...(await fixtures.values()),
      ...(await zaloAfresh(setting)),
    });
    const type = `${field.charAt(0).toUpperCase()}${field.slice(1)}Input`;
    const document = `mutation ($input: ${type}!) { ${field}(input: $input) { __typename ... on Refusal { code field message } } }`;
    const { errors, data } = await run(document, { input }, as === undefined ? {} : { as });
    expect(errors).toBeUndefined();
    const { __typename, code = '', ...refusal } = data[field];
    const isRefused = __typename === 'Refusal' && REFUSALS.test(code);
    expect({ field, isRefused, code, ...refusal }).toEqual({
      field,
      isRefused: !isAllowed(role, least),
      code,
      ...refusal,
    });
  });
});
