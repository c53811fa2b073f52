import { beforeAll, describe, expect, it, vi } from 'vitest';
import { CnscdRateLimited, createClient, typedDocument } from '../src/index.ts';
import { type CaseServer, json, type Route, startCaseServer } from './support/case-server.ts';
import { failureOf } from './support/failure.ts';

const HELLO = typedDocument<{ hello: string }>('query Hello { hello }');
const DATA = { data: { hello: 'chào' } };

/** Refuses so many times with a status, then answers. */
const after =
  (refusals: number, status: number, headers: Record<string, string> = {}): Route =>
  ({ earlier }, response) =>
    earlier < refusals ? response.writeHead(status, headers).end() : json(response, DATA);

let server: CaseServer;

beforeAll(async () => {
  server = await startCaseServer({
    'twice-503': after(2, 503),
    'once-502': after(1, 502),
    'once-504': after(1, 504),
    'once-429-for-1-s': after(1, 429, { 'retry-after': '1' }),
    'once-503-with-date': (request, response) => {
      const date = new Date(Date.now() + 1500).toUTCString();
      after(1, 503, { 'retry-after': date })(request, response);
    },
    '503-with-graphql-errors': ({ earlier }, response) =>
      earlier === 0 ? json(response, { errors: [{ message: 'overloaded' }] }, 503) : json(response, DATA),
    'once-cut': ({ earlier }, response) => (earlier === 0 ? response.destroy() : json(response, DATA)),
    'always-503': after(Number.POSITIVE_INFINITY, 503),
    'always-429-for-60-s': after(Number.POSITIVE_INFINITY, 429, { 'retry-after': '60' }),
    'mutation-503': after(1, 503),
    '500': after(1, 500),
    silence: () => {},
    'slow-body': (_, response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      response.write('{"data":');
    },
  });
});

const clientOf = (route: string, options: { timeoutMs?: number; maxRetries?: number } = {}) =>
  createClient({ url: server.url(route), ...options });

describe('a read that could not be answered', () => {
  it.each([
    ['twice-503', 3],
    ['once-502', 2],
    ['once-504', 2],
    ['once-cut', 2],
    ['503-with-graphql-errors', 2],
  ])('is sent again: %s', async (route, count) => {
    expect(await clientOf(route).query(HELLO, {})).toEqual({ hello: 'chào' });
    expect(server.count(route)).toBe(count);
  });

  it.each(['once-429-for-1-s', 'once-503-with-date'])(
    'waits as long as the server asks: %s',
    async (route) => {
      const began = performance.now();
      await clientOf(route).query(HELLO, {});
      // A date has whole seconds: of 1.5 s at least half a second is left.
      expect(performance.now() - began).toBeGreaterThan(route === 'once-429-for-1-s' ? 990 : 400);
    },
  );

  it('is given up after maxRetries', async () => {
    const error = await failureOf(clientOf('always-503', { maxRetries: 1 }).query(HELLO, {}));
    expect(error).toMatchObject({ code: 'HTTP_STATUS', status: 503, retryable: true });
    expect(server.count('always-503')).toBe(2);
  });

  it('is given up at once where the server asks for more time than there is', async () => {
    const began = performance.now();
    const error = await failureOf(clientOf('always-429-for-60-s', { timeoutMs: 5000 }).query(HELLO, {}));
    expect(error).toBeInstanceOf(CnscdRateLimited);
    expect(error).toMatchObject({ code: 'RATE_LIMITED', status: 429, retryAfterMs: 60_000 });
    expect(performance.now() - began).toBeLessThan(1000);
    expect(server.count('always-429-for-60-s')).toBe(1);
  });

  it('spreads its retries over the whole wait: full jitter', async () => {
    const random = vi.spyOn(Math, 'random').mockReturnValue(0);
    try {
      const began = performance.now();
      await failureOf(clientOf('always-503', { maxRetries: 8 }).query(HELLO, {}));
      expect(performance.now() - began).toBeLessThan(1000);
    } finally {
      random.mockRestore();
    }
  });
});

describe('what is not sent again', () => {
  it('is a write: it may have been done', async () => {
    const write = typedDocument<{ done: boolean }>('mutation Write { done }');
    await failureOf(clientOf('mutation-503').query(write, {}));
    expect(server.count('mutation-503')).toBe(1);
  });

  it('is a request that the server failed over', async () => {
    await failureOf(clientOf('500').query(HELLO, {}));
    expect(server.count('500')).toBe(1);
  });
});

describe('the end of the time', () => {
  it.each(['silence', 'slow-body'])('is TIMEOUT: %s', async (route) => {
    const began = performance.now();
    const error = await failureOf(clientOf(route, { timeoutMs: 150 }).query(HELLO, {}));
    expect(error).toMatchObject({ code: 'TIMEOUT', retryable: true });
    expect(error.messages.vi).toContain('0,15 giây');
    expect(performance.now() - began).toBeLessThan(1000);
  });

  it('may be set for one call', async () => {
    const error = await failureOf(clientOf('silence').query(HELLO, {}, { timeoutMs: 100 }));
    expect(error.code).toBe('TIMEOUT');
  });
});

describe('an abort', () => {
  it('ends a call that waits for the server', async () => {
    const controller = new AbortController();
    const call = failureOf(clientOf('silence').query(HELLO, {}, { signal: controller.signal }));
    setTimeout(() => controller.abort('left the page'), 50);
    expect(await call).toMatchObject({ code: 'ABORTED', retryable: false, cause: 'left the page' });
  });

  it('ends a call that waits between two attempts', async () => {
    const controller = new AbortController();
    const client = clientOf('always-429-for-60-s', { timeoutMs: 100_000 });
    const call = failureOf(client.query(HELLO, {}, { signal: controller.signal }));
    setTimeout(() => controller.abort(), 200);
    expect((await call).code).toBe('ABORTED');
  });

  it('before the call keeps it from being sent', async () => {
    const before = server.count('always-503');
    const call = clientOf('always-503').query(HELLO, {}, { signal: AbortSignal.abort() });
    expect((await failureOf(call)).code).toBe('ABORTED');
    expect(server.count('always-503')).toBe(before);
  });
});
