import { beforeAll, describe, expect, it, vi } from 'vitest';
import {
  CnscdConflict,
  CnscdError,
  CnscdRateLimited,
  createClient,
  DOMAIN_CODES,
  dataOf,
  typedDocument,
} from '../src/index.ts';
import { mockServer, refusedWith } from '../src/testing/index.ts';
import { type CaseServer, json, startCaseServer } from './support/case-server.ts';
import { failureOf } from './support/failure.ts';

const HELLO = typedDocument<{ hello: string }>('query Hello { hello }');
const MESSAGES = { vi: 'asOf là "x"; hãy viết YYYY-MM-DD', en: 'asOf is "x"; write YYYY-MM-DD' };

let server: CaseServer;

beforeAll(async () => {
  server = await startCaseServer({
    ok: (_, response) => json(response, { data: { hello: 'chào' } }),
    refusal: (_, response) => {
      const extensions = { code: 'DATE_INVALID', messages: MESSAGES, field: 'asOf', value: 'x' };
      json(response, {
        data: { hello: null },
        errors: [{ message: MESSAGES.vi, path: ['hello'], extensions }],
      });
    },
    internal: (_, response) =>
      json(response, {
        errors: [
          {
            message: 'Lỗi',
            extensions: { code: 'INTERNAL', errorId: 'a-1', messages: { vi: 'Lỗi', en: 'Error' } },
          },
        ],
      }),
    busy: ({ earlier }, response) => {
      const errors = [{ message: 'Bận', path: ['hello'], extensions: { code: 'BUSY', messages: MESSAGES } }];
      json(response, earlier < 2 ? { data: { hello: null }, errors } : { data: { hello: 'chào' } });
    },
    'unknown-code': (_, response) =>
      json(response, { errors: [{ message: 'too deep', extensions: { code: 'QUERY_TOO_DEEP' } }] }),
    'validation-400': (_, response) =>
      json(response, { errors: [{ message: 'Cannot query field "hello"' }] }, 400),
    'html-200': (_, response) =>
      response.writeHead(200, { 'content-type': 'text/html' }).end('<h1>Wi-Fi</h1>'),
    'json-null': (_, response) => json(response, null),
    'odd-error': (_, response) => json(response, { errors: ['text alone'] }),
    '401': (_, response) => response.writeHead(401).end(),
    unauthenticated: (_, response) =>
      json(response, { errors: [{ message: 'no', extensions: { code: 'UNAUTHENTICATED' } }] }),
    '403': (_, response) => response.writeHead(403).end('no'),
    'cut-short': (_, response) => {
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': '100' });
      response.write('{"data":');
      setTimeout(() => response.destroy(), 10);
    },
  });
});

const ask = (route: string) => createClient({ url: server.url(route), maxRetries: 0 }).query(HELLO, {});

describe('an answer', () => {
  it.each(['refusal', 'unknown-code', 'internal', '401', 'html-200'])(
    'that a page reads by itself is the error that a client throws: %s',
    async (route) => {
      const read = async () =>
        dataOf(await fetch(server.url(route), { method: 'POST', body: '{}' }), DOMAIN_CODES);
      const { code, messages, retryable } = await failureOf(ask(route));
      expect(await failureOf(read())).toMatchObject({ code, messages, retryable });
    },
  );

  it('is the data of the operation', async () => {
    expect(await ask('ok')).toEqual({ hello: 'chào' });
  });

  it('with a refusal is thrown with its code, both languages, field, value and what data there is', async () => {
    const error = await failureOf(ask('refusal'));
    expect(error).toMatchObject({
      name: 'CnscdError',
      code: 'DATE_INVALID',
      message: MESSAGES.vi,
      messages: MESSAGES,
      field: 'asOf',
      value: 'x',
      status: 200,
      retryable: false,
      partialData: { hello: null },
    });
    expect(error.errors[0]?.path).toEqual(['hello']);
  });

  it('of a server that failed has the id under which its log tells more', async () => {
    expect(await failureOf(ask('internal'))).toMatchObject({ code: 'INTERNAL', value: 'a-1' });
  });

  it('with a code that this version does not know is GRAPHQL, with that error inside', async () => {
    const error = await failureOf(ask('unknown-code'));
    expect(error.code).toBe('GRAPHQL');
    expect(error.messages.en).toContain('too deep');
    expect(error.errors[0]?.extensions).toEqual({ code: 'QUERY_TOO_DEEP' });
  });

  it.each([
    ['validation-400', 'GRAPHQL', 400],
    ['odd-error', 'GRAPHQL', 200],
    ['403', 'HTTP_STATUS', 403],
  ])('%s is %s', async (route, code, status) => {
    expect(await failureOf(ask(route))).toMatchObject({ code, status, retryable: false });
  });

  it.each(['html-200', 'json-null'])(
    'that is none of GraphQL may be another one later: %s',
    async (route) => {
      expect(await failureOf(ask(route))).toMatchObject({
        code: 'HTTP_STATUS',
        status: 200,
        retryable: true,
      });
    },
  );

  it.each(['401', 'unauthenticated'])('that lets nobody in is SIGN_IN_REQUIRED: %s', async (route) => {
    expect(await failureOf(ask(route))).toMatchObject({ code: 'SIGN_IN_REQUIRED', retryable: true });
  });

  it('of a server that is busy is asked for again, whatever its status', async () => {
    expect(await failureOf(ask('busy'))).toMatchObject({ code: 'BUSY', retryable: true });
    const client = createClient({ url: server.url('busy'), maxRetries: 1 });
    expect(await client.query(HELLO)).toEqual({ hello: 'chào' });
  });

  it.each(['UNIT_NOT_FOUND', 'NOT_PERMITTED'])(
    'that found nothing is not asked for again: %s',
    async (code) => {
      const server = mockServer({ Hello: refusedWith(code) });
      const client = createClient({ url: 'https://example.gov.vn/graphql', fetch: server.fetch });
      expect(await failureOf(client.query(HELLO))).toMatchObject({ code, retryable: false });
    },
  );

  it('that breaks off is NETWORK, with the cause', async () => {
    const error = await failureOf(ask('cut-short'));
    expect(error).toMatchObject({ code: 'NETWORK', retryable: true });
    expect(error.cause).toBeInstanceOf(Error);
  });

  it('that never comes is NETWORK, in words for people', async () => {
    const nobody = createClient({ url: 'http://127.0.0.1:1/graphql', maxRetries: 0 });
    const error = await failureOf(nobody.query(HELLO, {}));
    expect(error.code).toBe('NETWORK');
    expect(error.messages.vi).toMatch(/Không kết nối được/);
  });
});

describe('a request', () => {
  it('carries token, own headers, the text of the operation and its variables', async () => {
    const client = createClient({
      url: server.url('ok'),
      headers: { 'accept-language': 'vi', 'content-type': 'text/plain' },
      getToken: async () => 'made-up',
    });
    const document = typedDocument<{ hello: string }, { name: string }>(
      'query Hello($name: String) { hello }',
    );
    await client.query(document, { name: 'Quảng Trị' });
    const request = server.seen('ok').at(-1);
    expect(request).toMatchObject({ query: document.toString(), variables: { name: 'Quảng Trị' } });
    expect(request?.headers).toMatchObject({
      authorization: 'Bearer made-up',
      'accept-language': 'vi',
      'content-type': 'application/json',
    });
  });

  it('carries no authorization where there is no token', async () => {
    await createClient({ url: server.url('ok'), getToken: () => null }).query(HELLO, {});
    expect(server.seen('ok').at(-1)?.headers).not.toHaveProperty('authorization');
  });

  it('is not sent when the token cannot be had: what getToken throws comes through', async () => {
    const before = server.count('ok');
    const signedOut = new Error('signed out');
    const client = createClient({ url: server.url('ok'), getToken: () => Promise.reject(signedOut) });
    await expect(client.query(HELLO, {})).rejects.toBe(signedOut);
    expect(server.count('ok')).toBe(before);
  });
});

describe('errors of another copy of this package', () => {
  it('are told by instanceof all the same, and those of others are not', async () => {
    vi.resetModules();
    const copy = await import('../src/index.ts');
    const messages = { vi: 'a', en: 'b' };
    const plain = new copy.CnscdError('NETWORK', messages);
    const limited: unknown = new copy.CnscdRateLimited(messages, { retryAfterMs: 5 });
    const conflict: unknown = new copy.CnscdConflict({
      ...{ message: 'a', messageEn: 'b', expectedVersion: 1, currentVersion: 2, current: { name: 'Tổ 1' } },
    });
    expect(Object.getPrototypeOf(plain)).not.toBe(CnscdError.prototype);
    for (const error of [plain, limited, conflict]) expect(error).toBeInstanceOf(CnscdError);
    expect(limited instanceof CnscdRateLimited && limited.retryAfterMs).toBe(5);
    expect(conflict instanceof CnscdConflict && conflict.currentVersion).toBe(2);
    const others = [plain, conflict, new Error('x'), { name: 'CnscdError' }, null, undefined];
    expect(others.map((error) => error instanceof CnscdRateLimited)).toEqual(others.map(() => false));
    expect(others.slice(2).map((error) => error instanceof CnscdError)).toEqual([false, false, false, false]);
  });

  it('are not taken for those of a class below', () => {
    class OfMyPortal extends CnscdError {}
    const messages = { vi: 'a', en: 'b' };
    expect(new CnscdError('NETWORK', messages)).not.toBeInstanceOf(OfMyPortal);
    expect(new OfMyPortal('NETWORK', messages)).toBeInstanceOf(OfMyPortal);
  });
});
