import { describe, expect, it, vi } from 'vitest';
import { type CnscdError, connect, type Trace, teamsOf, typedDocument } from '../src/index.ts';
import { mockServer, status } from '../src/testing/index.ts';
import { ringing } from './support/ringing.ts';

const url = 'https://example.gov.vn/graphql';

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
    expect(await query(typedDocument<{ hello: string }>('query Hello { hello }'))).toEqual({ hello: 'x' });
    expect(logged).toHaveBeenCalledTimes(5);
    const reported = vi.fn();
    vi.stubGlobal('reportError', reported);
    await query(typedDocument<{ hello: string }>('query Hello { hello }'));
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
