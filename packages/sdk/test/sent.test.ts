import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { parse } from 'graphql';
import { describe, expect, expectTypeOf, it } from 'vitest';
import { connect, typedDocument } from '../src/index.ts';
import { mockServer, status } from '../src/testing/index.ts';
import { failureOf } from './support/failure.ts';
import { ringing } from './support/ringing.ts';

const url = 'https://example.gov.vn/graphql';

/** As @graphql-codegen's client preset writes it with `documentMode: 'string'`. */
class CodegenString<Result, Variables> extends String {
  __apiType?: (variables: Variables) => Result;
}

interface Hello {
  hello: string;
}

describe('a document of one’s own', () => {
  const source = 'query Hello($name: String!) {\n  hello(name: $name)\n}';
  const node: TypedDocumentNode<Hello, { name: string }> = parse(source);
  const text = new CodegenString<Hello, { name: string }>(source);

  it.each([
    ['a TypedDocumentNode', node],
    ['a TypedDocumentString', text],
  ])('may be %s', async (_, document) => {
    const server = mockServer({ Hello: { hello: 'chào' } });
    const answer = await connect({ url, fetch: server.fetch }).query(document, { name: 'Lan' });
    expectTypeOf(answer).toEqualTypeOf<Hello>();
    expect(answer).toEqual({ hello: 'chào' });
    expect(server.requests[0]?.query.trim()).toBe(source);
  });

  it('that writes is sent again under its key, and its refusal is thrown', async () => {
    const refusal = { __typename: 'Refusal', refusalCode: 'TEAM_ENDED', message: 'a', messageEn: 'b' };
    const server = mockServer({ Own: [status(503), { updateTeam: refusal }] });
    const { write } = connect({ url, fetch: server.fetch, clock: ringing() });
    const own = parse('mutation Own($input: UpdateTeamInput!) { updateTeam(input: $input) { __typename } }');
    const document: TypedDocumentNode<
      { updateTeam: { __typename: 'Team' } | { __typename: 'Refusal' } },
      { input: { id: string; idempotencyKey: string } }
    > = own;
    const error = await failureOf(write(document, 'updateTeam', { id: 't-1' }));
    expect(error.code).toBe('TEAM_ENDED');
    const [first, second] = server.requests.map(({ variables }) => JSON.stringify(variables));
    expect(first).toBe(second);
    expect(first).toContain('idempotencyKey');
  });
});

describe('what an operation is', () => {
  const sent = async (document: string) => {
    const bodies: Record<string, unknown>[] = [];
    const fetch = async (_url: unknown, init?: RequestInit) => {
      bodies.push(JSON.parse(String(init?.body)));
      return new Response(null, { status: 503 });
    };
    await failureOf(connect({ url, fetch, clock: ringing() }).query(document));
    return { times: bodies.length, operationName: bodies[0]?.['operationName'] };
  };

  it.each([
    ['query Own { a }', 'Own', 3],
    ['{ a }', undefined, 3],
    ['fragment F on Team { query mutation } query Own($x: In = { a: 1 }) { a(x: $x) { ...F } }', 'Own', 3],
    ['{ a(text: "query Other { x } mutation") { query name } }', undefined, 3],
    ['# mutation Old\n"""mutation Old"""\nquery Own { a }', 'Own', 3],
    ['mutation Own { a }', 'Own', 1],
    ['fragment F on Team { a } mutation { a { ...F } }', undefined, 1],
  ])('%s: is told by its head alone', async (document, operationName, times) => {
    expect(await sent(document)).toEqual({ operationName, times });
  });
});

describe('a call that cannot be made', () => {
  it('is INPUT_INVALID at once where JSON cannot hold its variables', async () => {
    const server = mockServer({ Hello: { hello: 'x' }, Own: { updateTeam: null } });
    const { query, write } = connect({ url, fetch: server.fetch });
    const hello = typedDocument<Hello, { n: bigint }>('query Hello($n: Int) { hello(n: $n) }');
    const error = await failureOf(query(hello, { n: 1n }));
    expect(error).toMatchObject({ code: 'INPUT_INVALID', field: 'variables', retryable: false });
    expect(error.messages.en).toContain('BigInt');
    const own = typedDocument<{ updateTeam: null }, { input: { n: bigint; idempotencyKey: string } }>(
      'mutation Own($input: I!) { updateTeam(input: $input) { __typename } }',
    );
    expect((await failureOf(write(own, 'updateTeam', { n: 1n }))).code).toBe('INPUT_INVALID');
    expect(server.requests).toHaveLength(0);
  });
});

describe('a write of one’s own', () => {
  const OWN = typedDocument<
    { updateTeam: { __typename: 'Team' } },
    { input: { id: string; idempotencyKey: string } }
  >('mutation Own($input: UpdateTeamInput!) { updateTeam(input: $input) { ... on Refusal { message } } }');

  it.each([
    ['is null', null, 'null for updateTeam'],
    ['does not say what it is', { message: 'Tổ đã kết thúc' }, '__typename'],
  ])('whose answer %s was neither done nor refused, and is not sent again', async (_, answer, text) => {
    const server = mockServer({ Own: { updateTeam: answer } });
    const { write } = connect({ url, fetch: server.fetch });
    const error = await failureOf(write(OWN, 'updateTeam', { id: 't' }));
    expect(error).toMatchObject({ code: 'GRAPHQL', retryable: false });
    expect(error.messages.en).toContain(text);
    expect(server.requests).toHaveLength(1);
  });
});

describe('what goes along with a call', () => {
  it('are headers of its own, in place of those of the client, never of the token', async () => {
    const server = mockServer({ Hello: { hello: 'x' } });
    const headers = { 'X-Trace': 'client', 'X-Kept': 'client' };
    const client = connect({ url, fetch: server.fetch, headers, getToken: () => 'mine' });
    const own = { 'x-trace': 'call', Authorization: 'Bearer other' };
    await client.query(typedDocument<Hello>('query Hello { hello }'), {}, { headers: own });
    const sent = server.requests[0]?.headers;
    expect([sent?.get('x-trace'), sent?.get('x-kept')]).toEqual(['call', 'client']);
    expect(sent?.get('authorization')).toBe('Bearer mine');
  });

  it.each([undefined, 'include'] as const)('are cookies where it is told so: %s', async (credentials) => {
    const inits: RequestInit[] = [];
    const fetch = async (_url: unknown, init: RequestInit = {}) => {
      inits.push(init);
      const headers = { 'content-disposition': 'attachment' };
      return new Response('{"data":{"hello":"x"}}', { headers });
    };
    const { query, files } = connect({ url, fetch, ...(credentials === undefined ? {} : { credentials }) });
    await query(typedDocument<Hello>('query Hello { hello }'));
    await files.download('a.csv', {});
    await files.upload('imports', new Uint8Array(), {});
    expect(inits.map((init) => init.credentials)).toEqual([credentials, credentials, credentials]);
    const isNamed = credentials !== undefined;
    expect(inits.map((init) => 'credentials' in init)).toEqual([isNamed, isNamed, isNamed]);
  });
});
