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
    return {
      db: null as never,
      now: new Date(),
      credential: { kind: 'NONE' },
      phones: null,
      zalo: null,
      epoch: {},
    };
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
const address = await app.listen({ host: '127.0.0.1', port: 0 });
const ask = async (path: string, request: RequestInit = {}) => {
  const response = await fetch(`${address}/files${path}`, request);
  const body = Buffer.from(await response.arrayBuffer());
  // Tests look into answers of any shape.
  return { status: response.status, body, json: () => JSON.parse(body.toString()) };
};

it('takes any body as bytes', async () => {
  const body = Buffer.from([0, 255, 123]);
  for (const type of ['application/json', 'text/csv', 'application/octet-stream']) {
    const answer = await ask('/echo', { method: 'POST', body, headers: { 'content-type': type } });
    expect(answer.body).toEqual(body);
  }
});

it('stops reading a body at its limit', async () => {
  const { status, json } = await ask('/echo', { method: 'POST', body: Buffer.alloc(1001) });
  expect(status).toBe(413);
  expect(json()).toMatchObject({ errors: [{ extensions: { code: 'FILE_TOO_LARGE' } }] });
});

it('asks who it is by the header that GraphQL reads, and refuses in its words', async () => {
  const { status, json } = await ask('/mine', { headers: { authorization: 'Bearer x' } });
  expect(authorizations).toEqual(['Bearer x']);
  expect(status).toBe(401);
  expect(json()).toMatchObject({
    errors: [
      {
        message: expect.stringContaining('đăng nhập'),
        extensions: { code: 'SIGN_IN_REQUIRED', messages: { en: expect.stringContaining('sign in') } },
      },
    ],
  });
});

it('answers a refusal with its field, and a status that fits', async () => {
  const { status, json } = await ask('/missing');
  expect(status).toBe(404);
  expect(json()).toEqual({
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
  const { status, body, json } = await ask('/broken');
  expect(status).toBe(500);
  expect(body.toString()).not.toContain('password');
  const { errorId } = json().errors[0].extensions;
  expect(logged).toMatchObject([{ errorId, message: 'password of the database' }]);
});
