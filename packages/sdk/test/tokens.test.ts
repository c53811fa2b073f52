import { beforeAll, describe, expect, it } from 'vitest';
import { createClient, isTokenFailure, type TokenRequest, typedDocument } from '../src/index.ts';
import { fakeClock, mockServer, refusedWith } from '../src/testing/index.ts';
import { type CaseServer, json, type Route, startCaseServer } from './support/case-server.ts';
import { failureOf } from './support/failure.ts';

const HELLO = typedDocument<{ hello: string }>('query Hello { hello }');
const DATA = { data: { hello: 'chào' } };
const OWN_WRITE = typedDocument<{ done: boolean }>('mutation Own { done }');
const MESSAGES = { vi: 'Hãy đăng nhập lại.', en: 'Sign in again.' };

const refusal = (code: string) => ({
  data: { hello: null },
  errors: [{ message: MESSAGES.vi, extensions: { code, messages: MESSAGES } }],
});

/** Lets nobody in but who bears the token `new`. */
const onlyNew: Route = ({ headers }, response) => {
  const { authorization } = headers;
  if (authorization === 'Bearer new') return json(response, DATA);
  return json(response, refusal(authorization === undefined ? 'SIGN_IN_REQUIRED' : 'TOKEN_INVALID'));
};

let server: CaseServer;

beforeAll(async () => {
  server = await startCaseServer({
    'only-new': onlyNew,
    together: onlyNew,
    'one-by-one': onlyNew,
    nobody: (_, response) => json(response, refusal('TOKEN_INVALID')),
    'write-only-new': ({ headers }, response) => {
      const isNew = headers.authorization === 'Bearer new';
      const refused = {
        ...{
          __typename: 'Refusal',
          refusalCode: 'TOKEN_INVALID',
          message: MESSAGES.vi,
          messageEn: MESSAGES.en,
        },
        ...{ field: null, refusedValue: null, retryable: true },
      };
      json(response, { data: { verifyActivity: isNew ? { __typename: 'Activity', id: 'a-1' } : refused } });
    },
    'own-write-401': ({ headers }, response) =>
      headers.authorization === 'Bearer new'
        ? json(response, { data: { done: true } })
        : response.writeHead(401).end(),
    'own-write': (_, response) => json(response, refusal('TOKEN_INVALID')),
  });
});

/** A sign-in that gives `old` until it is asked for a new one. */
function signIn(fresh: string | null = 'new') {
  const asked: TokenRequest[] = [];
  let token: string | null = 'old';
  return {
    refreshes: () => asked.filter(({ isRefresh }) => isRefresh).length,
    async getToken(request: TokenRequest): Promise<string | null> {
      asked.push(request);
      if (!request.isRefresh) return token;
      await new Promise((resolve) => setTimeout(resolve, 50));
      token = fresh;
      return token;
    },
  };
}

const tokensSeen = (route: string) => server.seen(route).map(({ headers }) => headers.authorization);

describe('a token that the server refuses', () => {
  it('is asked for anew, and the call is sent again with it', async () => {
    const { getToken, refreshes } = signIn();
    expect(await createClient({ url: server.url('only-new'), getToken }).query(HELLO, {})).toEqual(DATA.data);
    expect(refreshes()).toBe(1);
    expect(tokensSeen('only-new')).toEqual(['Bearer old', 'Bearer new']);
  });

  it('is asked for once by all calls that wait', async () => {
    const { getToken, refreshes } = signIn();
    const client = createClient({ url: server.url('together'), getToken });
    const answers = await Promise.all(Array.from({ length: 8 }, () => client.query(HELLO, {})));
    expect(answers).toHaveLength(8);
    expect(refreshes()).toBe(1);
    expect(server.count('together')).toBe(16);
  });

  it('is not asked for again by a call that was on its way meanwhile', async () => {
    const { getToken, refreshes } = signIn();
    let isLate = false;
    const late = async (request: TokenRequest) => {
      // The first token of the second call is the old one although the refresh is over.
      if (!isLate || request.isRefresh) return getToken(request);
      isLate = false;
      return 'old';
    };
    const client = createClient({ url: server.url('one-by-one'), getToken: late });
    await client.query(HELLO, {});
    isLate = true;
    expect(await client.query(HELLO, {})).toEqual(DATA.data);
    expect(refreshes()).toBe(1);
  });

  it('mends a write likewise, which answers its refusal as data', async () => {
    const { getToken, refreshes } = signIn();
    const client = createClient({ url: server.url('write-only-new'), getToken });
    expect(await client.activities.verify({ id: 'a-1', expectedVersion: 1 })).toMatchObject({ id: 'a-1' });
    expect(refreshes()).toBe(1);
    const keys = server.seen('write-only-new').map(({ variables }) => JSON.stringify(variables));
    expect(new Set(keys).size).toBe(1);
  });

  it.each([
    ['there is none', null, 1],
    ['it is the same', 'old', 1],
    ['it is refused too', 'other', 2],
  ])('is the error when %s', async (_, fresh, count) => {
    const { getToken, refreshes } = signIn(fresh);
    const before = server.count('nobody');
    const error = await failureOf(createClient({ url: server.url('nobody'), getToken }).query(HELLO, {}));
    expect(error).toMatchObject({ code: 'TOKEN_INVALID', messages: MESSAGES });
    expect(refreshes()).toBe(1);
    expect(server.count('nobody') - before).toBe(count);
  });

  it('is the error where nobody can give a new one', async () => {
    const error = await failureOf(createClient({ url: server.url('only-new') }).query(HELLO, {}));
    expect(error.code).toBe('SIGN_IN_REQUIRED');
  });

  it('does not send a write of the caller’s own again, which may have been done in part', async () => {
    const { getToken, refreshes } = signIn();
    await failureOf(createClient({ url: server.url('own-write'), getToken }).query(OWN_WRITE));
    expect([server.count('own-write'), refreshes()]).toEqual([1, 0]);
  });

  it('sends it again where the status 401 says that nothing was done', async () => {
    const { getToken, refreshes } = signIn();
    const { query } = createClient({ url: server.url('own-write-401'), getToken });
    expect(await query(OWN_WRITE)).toEqual({ done: true });
    expect([server.count('own-write-401'), refreshes()]).toEqual([2, 1]);
  });

  it('comes through as what the refresh throws', async () => {
    const signedOut = new Error('signed out');
    const getToken = async ({ isRefresh }: TokenRequest) => {
      if (isRefresh) throw signedOut;
      return 'old';
    };
    const client = createClient({ url: server.url('only-new'), getToken });
    await expect(client.query(HELLO, {})).rejects.toBe(signedOut);
    expect(isTokenFailure(signedOut)).toBe(true);
    expect(
      isTokenFailure(await failureOf(createClient({ url: server.url('nobody') }).query(HELLO, {}))),
    ).toBe(false);
  });
});

describe('behind a router that keeps back what its subgraphs say', () => {
  const kept = { data: { hello: null }, errors: [{ message: 'Subgraph errors redacted', path: ['hello'] }] };
  const url = 'https://example.gov.vn/graphql';

  /** A client whose server answers who bears `good`, and what it was asked for. */
  function behindRouter(fresh: () => string, answers: (token: string | null) => unknown) {
    const clock = fakeClock();
    const server = mockServer({
      Hello: ({ headers }) => Response.json(answers(headers.get('authorization'))),
      Own: () => Response.json(kept),
    });
    const asked = { refreshes: 0, token: 'old' };
    const getToken = ({ isRefresh }: TokenRequest) => {
      if (!isRefresh) return asked.token;
      asked.refreshes += 1;
      asked.token = fresh();
      return asked.token;
    };
    return { clock, server, asked, client: createClient({ url, fetch: server.fetch, clock, getToken }) };
  }

  it('a read that fails without a code goes again with another token', async () => {
    const { client, server, asked } = behindRouter(
      () => 'good',
      (token) => (token === 'Bearer good' ? DATA : kept),
    );
    expect(await Promise.all([client.query(HELLO), client.query(HELLO)])).toEqual([DATA.data, DATA.data]);
    expect([asked.refreshes, server.requests.length]).toEqual([1, 4]);
  });

  it('no token is asked for again and again for what is not its fault', async () => {
    let count = 0;
    const { client, asked, clock } = behindRouter(
      () => `fresh-${++count}`,
      () => kept,
    );
    for (let call = 0; call < 5; call++) expect((await failureOf(client.query(HELLO))).code).toBe('GRAPHQL');
    expect(asked.refreshes).toBe(1);
    await clock.advance(60_000);
    await failureOf(client.query(HELLO));
    expect(asked.refreshes).toBe(2);
  });

  it('neither a write of the caller’s own nor a call without a token goes again', async () => {
    const { client, server, asked } = behindRouter(
      () => 'good',
      () => kept,
    );
    await failureOf(client.query(OWN_WRITE));
    await failureOf(createClient({ url, fetch: server.fetch }).query(HELLO));
    expect([asked.refreshes, server.requests.length]).toEqual([0, 2]);
  });
});

describe('a refresh that never ends', () => {
  it('is given up after the time of a call, and the next call asks anew', async () => {
    const clock = fakeClock();
    let refreshes = 0;
    const getToken = ({ isRefresh }: TokenRequest): string | Promise<string> => {
      if (!isRefresh) return 'old';
      refreshes += 1;
      return refreshes === 1 ? new Promise(() => {}) : 'new';
    };
    const mock = mockServer({
      Hello: ({ headers }) =>
        headers.get('authorization') === 'Bearer new' ? DATA.data : refusedWith('TOKEN_INVALID'),
    });
    const client = createClient({
      url: 'https://example.gov.vn/graphql',
      fetch: mock.fetch,
      clock,
      getToken,
      maxRetries: 0,
    });
    const first = failureOf(client.query(HELLO));
    await clock.advance(4_000);
    const second = failureOf(client.query(HELLO));
    await clock.advance(7_000);
    expect([(await first).code, (await second).code]).toEqual(['TIMEOUT', 'TIMEOUT']);
    expect(isTokenFailure(await second)).toBe(true);
    expect(await client.query(HELLO)).toEqual(DATA.data);
    expect(refreshes).toBe(2);
  });
});
