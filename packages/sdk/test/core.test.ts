import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { parse } from 'graphql';
import { describe, expect, expectTypeOf, it, vi } from 'vitest';
import { type CnscdError, connect, type Trace, teamsOf, typedDocument, userOf } from '../src/index.ts';
import { fakeClock, mockServer, refusedWith, status } from '../src/testing/index.ts';
import { failureOf } from './support/failure.ts';
import { personWith, tokenOf } from './support/token.ts';

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

/** A clock that does not keep anybody waiting. */
function ringing() {
  const clock = fakeClock();
  return {
    ...clock,
    setTimeout: (callback: () => void, delayMs: number) => setTimeout(callback, delayMs / 100),
  };
}

describe('a token that is about to end', () => {
  const sub = { iss: 'https://sign-in.example', sub: 'lan' };
  const endsIn = (clock: { now(): number }, ms: number) =>
    tokenOf({ ...sub, exp: Math.floor((clock.now() + ms) / 1000) });

  /** What was asked of a sign-in whose tokens live this long, over a few calls. */
  async function asked(lifeMs: number, fresh: (clock: { now(): number }) => string | null) {
    const clock = fakeClock();
    const server = mockServer({ Teams: { teams: { totalCount: 0, pageInfo: {}, nodes: [] } } });
    let token: string | null = endsIn(clock, lifeMs);
    let refreshes = 0;
    const getToken = ({ isRefresh }: { isRefresh: boolean }) => {
      if (!isRefresh) return token;
      refreshes += 1;
      token = fresh(clock) ?? token;
      return token;
    };
    const teams = teamsOf(connect({ url, fetch: server.fetch, clock, getToken }));
    await Promise.all([teams.list({}), teams.list({}), teams.list({})]);
    await teams.list({});
    const sent = server.requests.map(({ headers }) => headers.get('authorization'));
    return { refreshes, sent: new Set(sent).size, last: sent.at(-1), token };
  }

  it('is asked for anew before it is sent, once for all calls', async () => {
    const { refreshes, sent, last, token } = await asked(20_000, (clock) => endsIn(clock, 3_600_000));
    expect([refreshes, sent]).toEqual([1, 1]);
    expect(last).toBe(`Bearer ${token}`);
  });

  it('is left alone as long as it lasts', async () => {
    expect((await asked(60_000, () => null)).refreshes).toBe(0);
  });

  it('is sent all the same where there is no other, and is not asked for again and again', async () => {
    expect(await asked(-5000, () => null)).toMatchObject({ refreshes: 1, sent: 1 });
  });

  it('is not asked for with each call by a clock that is wrong', async () => {
    expect((await asked(-86_400_000, (clock) => endsIn(clock, -80_000_000))).refreshes).toBe(1);
  });

  it('is sent all the same where the refresh fails', async () => {
    const broken = () => {
      throw new Error('offline');
    };
    expect(await asked(20_000, broken)).toMatchObject({ refreshes: 1, sent: 1 });
  });
});

describe('a call for one person', () => {
  const [lan, minh] = [personWith('lan'), personWith('minh')];

  it('is not sent with a token of another one, nor without any', async () => {
    const server = mockServer({ Teams: { teams: { totalCount: 0, pageInfo: {}, nodes: [] } } });
    const before: string[] = [];
    const beforeSend = async () => void before.push('sent');
    for (const [token, code] of [
      [minh.token, 'USER_CHANGED'],
      ['opaque', 'USER_CHANGED'],
      [null, 'SIGN_IN_REQUIRED'],
    ] as const) {
      const teams = teamsOf(connect({ url, fetch: server.fetch, getToken: () => token }));
      expect((await failureOf(teams.list({}, { user: lan.user, beforeSend }))).code).toBe(code);
    }
    expect([server.requests.length, before]).toEqual([0, []]);
  });

  it('is sent with a token that is no JWT, where somebody says whose it is', async () => {
    const server = mockServer({ Teams: { teams: { totalCount: 0, pageInfo: {}, nodes: [] } } });
    const userOf = (token: string) => `sso#${token.split('-')[0]}`;
    const teams = teamsOf(connect({ url, fetch: server.fetch, getToken: () => 'lan-7f', userOf }));
    await teams.list({}, { user: 'sso#lan' });
    expect((await failureOf(teams.list({}, { user: 'sso#minh' }))).code).toBe('USER_CHANGED');
    expect(server.requests).toHaveLength(1);
  });

  it('tells before each attempt that it goes out, and goes when that is done', async () => {
    const server = mockServer({
      Teams: [status(503), { teams: { totalCount: 0, pageInfo: {}, nodes: [] } }],
    });
    const seen: number[] = [];
    const clock = fakeClock();
    const teams = teamsOf(connect({ url, fetch: server.fetch, clock }));
    const call = teams.list({}, { beforeSend: async () => void seen.push(server.requests.length) });
    await clock.advance(5_000);
    await call;
    expect(seen).toEqual([0, 1]);
    const stop = async () => {
      throw new Error('not now');
    };
    await expect(teams.list({}, { beforeSend: stop })).rejects.toThrow('not now');
    expect(server.requests).toHaveLength(2);
  });

  it('is not sent with a new token of another one either', async () => {
    const server = mockServer({ Teams: refusedWith('TOKEN_INVALID') });
    const getToken = ({ isRefresh }: { isRefresh: boolean }) => (isRefresh ? minh.token : lan.token);
    const teams = teamsOf(connect({ url, fetch: server.fetch, getToken }));
    expect((await failureOf(teams.list({}, { user: lan.user }))).code).toBe('USER_CHANGED');
    expect(server.requests).toHaveLength(1);
  });

  it('knows people by issuer and subject', () => {
    expect(userOf(lan.token)).toBe('https://sign-in.example#lan');
    expect(userOf(tokenOf({ iss: 'x', sub: 'Nguyễn Thị Lan' }))).toBe('x#Nguyễn Thị Lan');
    expect([userOf('opaque'), userOf(tokenOf({ sub: 'lan' })), userOf('a.!.c')]).toEqual([null, null, null]);
  });
});

describe('a trace', () => {
  it('has one trace for all attempts of a call, and tells of each', async () => {
    const server = mockServer({
      Teams: [status(503), { teams: { totalCount: 0, pageInfo: {}, nodes: [] } }],
    });
    const told: unknown[] = [];
    const trace: Trace = {
      onRequest: ({ operation, attempt, headers }) => {
        headers['x-own'] = 'a';
        told.push([operation, attempt]);
      },
      onAnswer: ({ attempt, error }) => told.push([attempt, (error as CnscdError | null)?.code ?? null]),
      onRetry: ({ attempt, error, delayMs }) => told.push([attempt, error.code, delayMs >= 0]),
    };
    const teams = teamsOf(connect({ url, fetch: server.fetch, trace, clock: ringing() }));
    await teams.list({});
    expect(told).toEqual([
      ['Teams', 1],
      [1, 'HTTP_STATUS'],
      [1, 'HTTP_STATUS', true],
      ['Teams', 2],
      [2, null],
    ]);
    const [first, second] = server.requests.map(({ headers }) => headers.get('traceparent')?.split('-'));
    expect(first?.[1]).toMatch(/^[0-9a-f]{32}$/);
    expect(second?.[1]).toBe(first?.[1]);
    expect(second?.[2]).not.toBe(first?.[2]);
    expect(server.requests[0]?.headers.get('x-own')).toBe('a');
  });

  it('fails no call by what its hooks throw, which is reported', async () => {
    const bug = () => {
      throw new Error('a bug of the tracer');
    };
    const server = mockServer({ Hello: [status(503), { hello: 'x' }] });
    const trace: Trace = { onRequest: bug, onAnswer: bug, onRetry: bug };
    const { query } = connect({ url, fetch: server.fetch, trace, clock: ringing() });
    const logged = vi.spyOn(console, 'error').mockImplementation(() => {});
    expect(await query(typedDocument<Hello>('query Hello { hello }'))).toEqual({ hello: 'x' });
    expect(logged).toHaveBeenCalledTimes(5);
    const reported = vi.fn();
    vi.stubGlobal('reportError', reported);
    await query(typedDocument<Hello>('query Hello { hello }'));
    vi.unstubAllGlobals();
    expect([logged.mock.calls.length, reported.mock.calls.length]).toEqual([5, 2]);
    logged.mockRestore();
  });

  it('adds no header where nobody listens', async () => {
    const server = mockServer({ Teams: { teams: { totalCount: 0, pageInfo: {}, nodes: [] } } });
    await teamsOf(connect({ url, fetch: server.fetch })).list({});
    expect(server.requests[0]?.headers.has('traceparent')).toBe(false);
  });
});

describe('toArray', () => {
  const seven = (sizes: number[] = []) =>
    mockServer({
      Teams: ({ variables }) => {
        const [start, first] = [Number(variables['after'] ?? 0), Number(variables['first'])];
        sizes.push(first);
        const end = Math.min(7, start + first);
        const nodes = Array.from({ length: end - start }, (_, index) => ({ code: `T${start + index + 1}` }));
        return {
          teams: { totalCount: 7, pageInfo: { hasNextPage: end < 7, endCursor: String(end) }, nodes },
        };
      },
    });

  it.each([
    [{}, 3, 3, [3]],
    [{ first: 2 }, 5, 5, [2, 2, 2]],
    [{}, 100, 7, [100]],
    [{}, 0, 0, []],
  ])('of %j takes the first %i at most: %i', async (filter, limit, count, pages) => {
    const sizes: number[] = [];
    const teams = teamsOf(connect({ url, fetch: seven(sizes).fetch }));
    expect(await teams.toArray(filter, { limit })).toHaveLength(count);
    expect(sizes).toEqual(pages);
  });
});
