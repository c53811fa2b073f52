import { ApolloServer } from '@apollo/server';
import { DomainError } from '@cnscd/domain';
import { GraphQLError, GraphQLInt, GraphQLObjectType, GraphQLSchema, GraphQLString } from 'graphql';
import { afterEach, describe, expect, it } from 'vitest';
import { errorFormatter, type LogEntry } from '../src/errors.ts';

const SECRET = 'password of the database';
const fails = (error: Error) => ({
  type: GraphQLString,
  resolve: () => {
    throw error;
  },
});

/** A schema whose fields go wrong in every way that there is. */
const Query: GraphQLObjectType = new GraphQLObjectType({
  name: 'Query',
  fields: () => ({
    tooLarge: { type: GraphQLInt, resolve: () => 2 ** 31 },
    itself: { type: Query, resolve: () => ({}) },
    graphqlError: fails(new GraphQLError(SECRET)),
    coded: fails(new GraphQLError(SECRET, { extensions: { code: 'TEAPOT' } })),
    error: fails(new Error(SECRET)),
    refusal: fails(new DomainError('INPUT_INVALID', { vi: 'không', en: 'no' })),
    echo: {
      type: GraphQLString,
      args: { text: { type: GraphQLString }, count: { type: GraphQLInt, defaultValue: 1 } },
      resolve: (_, { text }) => text,
    },
  }),
});

const logged: LogEntry[] = [];
afterEach(() => {
  logged.length = 0;
});
const server = new ApolloServer({
  schema: new GraphQLSchema({ query: Query }),
  formatError: errorFormatter((entry) => logged.push(entry)),
  includeStacktraceInErrorResponses: false,
  stopOnTerminationSignals: false,
});

async function errorOf(request: Parameters<typeof server.executeOperation>[0]) {
  const { body } = await server.executeOperation(request);
  if (body.kind !== 'single') throw new Error('an incremental answer was not asked for');
  return body.singleResult.errors?.[0] ?? expect.fail('no error');
}

describe('what goes wrong in a field', () => {
  it.each(['tooLarge', 'graphqlError', 'coded', 'error'])(
    '%s is shown by an id and logged once',
    async (field) => {
      const error = await errorOf({ query: `{ itself { ${field} } }` });
      const { code, errorId } = error.extensions ?? {};
      expect(code).toBe('INTERNAL');
      expect(error.path).toEqual(['itself', field]);
      expect(error.message).toContain(errorId);
      expect(JSON.stringify(error)).not.toMatch(/password|cannot represent/);
      expect(logged).toMatchObject([{ errorId, path: `itself.${field}` }]);
      expect(logged[0]?.message).toMatch(/password|cannot represent/);
    },
  );

  it('a refusal is shown as it is and not logged', async () => {
    const error = await errorOf({ query: '{ refusal }' });
    expect(error).toMatchObject({ message: 'không', extensions: { code: 'INPUT_INVALID' } });
    expect(logged).toEqual([]);
  });
});

describe("what is the caller's fault", () => {
  it.each([
    ['no GraphQL', { query: '{' }, 'GRAPHQL_PARSE_FAILED'],
    ['an unknown field', { query: '{ nothing }' }, 'GRAPHQL_VALIDATION_FAILED'],
    [
      'a variable of another type',
      { query: 'query ($count: Int) { echo(count: $count) }', variables: { count: 'x' } },
      'BAD_USER_INPUT',
    ],
    [
      'null for a condition with a default',
      {
        query: 'query ($if: Boolean = true) { echo(text: "a") @include(if: $if) }',
        variables: { if: null },
      },
      'BAD_USER_INPUT',
    ],
    [
      'the same further down',
      {
        query: 'query ($if: Boolean = true) { itself { echo(text: "a") @include(if: $if) } }',
        variables: { if: null },
      },
      'BAD_USER_INPUT',
    ],
    [
      'no such operation',
      { query: 'query A { echo } query B { echo }', operationName: 'C' },
      'OPERATION_RESOLUTION_FAILURE',
    ],
    [
      'the hash of another query',
      { query: '{ echo }', extensions: { persistedQuery: { version: 1, sha256Hash: 'abc' } } },
      'BAD_REQUEST',
    ],
  ])('%s is explained and not logged', async (_, request, code) => {
    const error = await errorOf(request as Parameters<typeof errorOf>[0]);
    expect(error.extensions?.['code']).toBe(code);
    expect(error.message).not.toContain('Lỗi hệ thống');
    expect(logged).toEqual([]);
  });
});
