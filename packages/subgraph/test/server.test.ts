import { createServer } from 'node:net';
import { ApolloServer } from '@apollo/server';
import pg from 'pg';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { connect } from '../src/database/client.ts';
import { startServer } from '../src/server.ts';
import { testDatabase } from './support/database.ts';

const { url: databaseUrl } = await testDatabase('empty');
const server = await startServer({ databaseUrl, port: 0 });
afterAll(() => server.close());

describe('the HTTP host', () => {
  it.each(['PUT', 'DELETE', 'PATCH'])(
    'answers %s /graphql with the methods that it takes',
    async (method) => {
      const response = await fetch(`${server.url}?query={__typename}`, { method });
      expect(response.status).toBe(405);
      expect(response.headers.get('allow')).toBe('GET, POST');
      const { errors } = (await response.json()) as { errors: { message: string; extensions: object }[] };
      expect(errors[0]?.message).toContain('GET or POST');
      expect(errors[0]?.extensions).toEqual({ code: 'METHOD_NOT_ALLOWED' });
    },
  );

  it.each([
    ['an unknown address', '/nothing', {}, 404, 'NOT_FOUND'],
    ['an address that only begins alike', '/graphqls', { method: 'PUT' }, 404, 'NOT_FOUND'],
    ['a body that is no JSON', '/graphql', post('{'), 400, 'BAD_REQUEST'],
    ['too large a body', '/graphql', post(`"${'a'.repeat(2 ** 21)}"`), 413, 'BAD_REQUEST'],
    ['a body without a query', '/graphql', post('{}'), 400, 'BAD_REQUEST'],
  ])('answers %s in JSON', async (_, path, request, status, code) => {
    const response = await fetch(new URL(path, server.url), request);
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code } }] });
  });

  it('leaves nothing open where its port is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => other.once('listening', resolve));
    const end = vi.spyOn(pg.Pool.prototype, 'end');
    const stop = vi.spyOn(ApolloServer.prototype, 'stop');
    const { port } = other.address() as { port: number }; // listens on TCP
    await expect(startServer({ databaseUrl, port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
    expect(end).toHaveBeenCalledOnce();
    expect(stop).toHaveBeenCalledOnce();
    other.close();
  });
});

it('waiting for a connection ends, so that a busy pool is no silence', async () => {
  const database = connect(databaseUrl, { maxConnections: 1 });
  const busy = await database.pool.connect();
  await expect(database.pool.query('select 1')).rejects.toThrow(/timeout/);
  busy.release();
  await database.close();
});

function post(body: string): RequestInit {
  return { method: 'POST', headers: { 'content-type': 'application/json' }, body };
}
