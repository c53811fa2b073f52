import { DomainError } from '@cnscd/domain';
import Fastify from 'fastify';
import { afterAll, beforeEach, expect, it } from 'vitest';
import { errorFormatter, type LogEntry } from '../../src/errors.ts';
import { addFileRoutes } from '../../src/http/file-routes.ts';
import { contextsOf } from '../../src/http/request-context.ts';
import { requireSignedIn } from '../../src/permissions/sign-in.ts';

const logged: LogEntry[] = [];
const authorizations: (string | undefined)[] = [];
const app = Fastify();
afterAll(() => app.close());
beforeEach(() => void logged.splice(0));

const contextOf = contextsOf({
  async contextOf({ authorization } = {}) {
    authorizations.push(authorization);
    return { db: null as never, now: new Date(), credential: { kind: 'NONE' }, phones: null, epoch: {} };
  },
});
await addFileRoutes(app, { contextOf, formatError: errorFormatter((entry) => logged.push(entry)) }, [
  (files) => {
    files.post('/echo', { bodyLimit: 1000 }, async ({ body }, reply) => reply.send(body));
    files.get('/mine', async (request) => requireSignedIn(await contextOf(request)));
    files.get('/missing', () => {
      throw new DomainError('TEAM_NOT_FOUND', { vi: 'Không có tổ.', en: 'No team.' }, { field: 'id' });
    });
    files.get('/broken', () => {
      throw new Error('password of the database');
    });
  },
]);

it('takes any body as bytes', async () => {
  const payload = Buffer.from([0, 255, 123]);
  for (const type of ['application/json', 'text/csv', 'application/octet-stream']) {
    const response = await app.inject({
      method: 'POST',
      url: '/files/echo',
      payload,
      headers: { 'content-type': type },
    });
    expect(response.rawPayload).toEqual(payload);
  }
});

it('stops reading a body at its limit', async () => {
  const response = await app.inject({ method: 'POST', url: '/files/echo', payload: Buffer.alloc(1001) });
  expect(response.statusCode).toBe(413);
  expect(response.json()).toMatchObject({ errors: [{ extensions: { code: 'BAD_REQUEST' } }] });
});

it('asks who it is by the header that GraphQL reads, and refuses in its words', async () => {
  const response = await app.inject({ url: '/files/mine', headers: { authorization: 'Bearer x' } });
  expect(authorizations).toEqual(['Bearer x']);
  expect(response.statusCode).toBe(401);
  expect(response.json()).toMatchObject({
    errors: [
      {
        message: expect.stringContaining('đăng nhập'),
        extensions: { code: 'SIGN_IN_REQUIRED', messages: { en: expect.stringContaining('sign in') } },
      },
    ],
  });
});

it('answers a refusal with its field, and a status that fits', async () => {
  const response = await app.inject({ url: '/files/missing' });
  expect(response.statusCode).toBe(404);
  expect(response.json()).toEqual({
    errors: [
      {
        message: 'Không có tổ.',
        extensions: {
          code: 'TEAM_NOT_FOUND',
          field: 'id',
          messages: { vi: 'Không có tổ.', en: 'No team.' },
        },
      },
    ],
  });
});

it('keeps what went wrong to itself and the log', async () => {
  const response = await app.inject({ url: '/files/broken' });
  expect(response.statusCode).toBe(500);
  expect(response.body).not.toContain('password');
  const [error] = response.json().errors;
  expect(logged).toMatchObject([{ errorId: error.extensions.errorId, message: 'password of the database' }]);
});
