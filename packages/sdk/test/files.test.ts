import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { createClient, type FileProgress } from '../src/index.ts';
import { failureOf } from './support/failure.ts';

const MESSAGES = { vi: 'Tệp lớn hơn 20 MB.', en: 'The file is larger than 20 MB.' };
const refusal = (code: string) =>
  JSON.stringify({
    errors: [{ message: MESSAGES.vi, extensions: { code, messages: MESSAGES, field: 'file' } }],
  });

interface Seen {
  method: string | undefined;
  url: string | undefined;
  authorization: string | undefined;
  body: Buffer;
}

const seen: Seen[] = [];
let answer: (request: Seen, response: ServerResponse) => void;
let origin: string;
const server = createServer(async (request: IncomingMessage, response) => {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part);
  const { method, url, headers } = request;
  const now = { method, url, authorization: headers.authorization, body: Buffer.concat(parts) };
  seen.push(now);
  answer(now, response);
});
beforeAll(async () => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`; // a TCP server, never a pipe
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
beforeEach(() => void seen.splice(0));

const client = (options: Partial<Parameters<typeof createClient>[0]> = {}) =>
  createClient({ url: `${origin}/graphql?x=1`, getToken: () => 'mine', ...options });

describe('files', () => {
  it('go beside GraphQL with the token, and bring what is answered', async () => {
    answer = (_, response) => response.writeHead(202).end(JSON.stringify({ id: 'i-1' }));
    const told: FileProgress[] = [];
    const file = new Uint8Array([0, 255, 1]);
    const query = { kind: 'ROSTER', fileName: 'tổ.xlsx', mapping: null };
    const done = await client().files.upload('imports', file, query, { onProgress: (now) => told.push(now) });
    expect(done).toEqual({ id: 'i-1' });
    expect(told).toEqual([{ doneBytes: 3, totalBytes: 3 }]);
    expect(seen).toEqual([
      {
        ...{ method: 'POST', url: '/files/imports?kind=ROSTER&fileName=t%E1%BB%95.xlsx' },
        ...{ authorization: 'Bearer mine', body: Buffer.from(file) },
      },
    ]);
  });

  it('come with their name, a part after the other', async () => {
    answer = (_, response) => {
      response.writeHead(200, {
        ...{ 'content-type': 'text/csv', 'content-length': 6 },
        'content-disposition': `attachment; filename="to.csv"; filename*=UTF-8''t%E1%BB%95.csv`,
      });
      response.write('abc');
      setTimeout(() => response.end('def'), 50);
    };
    const told: FileProgress[] = [];
    const onProgress = (now: FileProgress) => told.push(now);
    const { name, content } = await client().files.download('exports/teams.csv', {}, { onProgress });
    expect([name, await content.text(), content.type]).toEqual(['tổ.csv', 'abcdef', 'text/csv']);
    expect(told[0]).toEqual({ doneBytes: 3, totalBytes: 6 });
    expect(told.at(-1)).toEqual({ doneBytes: 6, totalBytes: 6 });
  });

  it('are called as their address where the server gives no name, or one that cannot be read', async () => {
    for (const header of [`attachment; filename*=UTF-8''%zz`, 'attachment']) {
      answer = (_, response) => response.writeHead(200, { 'content-disposition': header }).end('x');
      expect((await client().files.download('exports/teams.csv', {})).name).toBe('teams.csv');
    }
    answer = (_, response) =>
      response.writeHead(200, { 'content-disposition': 'attachment; filename="a \\"b\\".csv"' }).end('x');
    expect((await client().files.download('exports/teams.csv', {})).name).toBe('a "b".csv');
  });

  it.each([
    ['the page of a captive portal', { 'content-type': 'text/html' }],
    ['an answer without a name', {}],
    ['a page under the name of a file', { 'content-type': 'text/html', 'content-disposition': 'attachment' }],
  ])('are never %s', async (_, headers) => {
    answer = (_request, response) => response.writeHead(200, headers).end('<h1>Wi-Fi</h1>');
    const error = await failureOf(client({ maxRetries: 1 }).files.download('exports/roster.xlsx', {}));
    expect(error).toMatchObject({ code: 'HTTP_STATUS', status: 200, retryable: true });
    expect(seen).toHaveLength(2);
  });

  it('may be pages where a page is what was asked for', async () => {
    const headers = { 'content-type': 'text/html', 'content-disposition': 'inline; filename="b.html"' };
    answer = (_, response) => response.writeHead(200, headers).end('<p>');
    expect((await client().files.download('b', {})).name).toBe('b.html');
  });

  it('that were sent are not taken for arrived by the page of a captive portal', async () => {
    answer = (_, response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<h1>Wi-Fi</h1>');
    const error = await failureOf(client().files.upload('imports', new Uint8Array(), {}));
    expect(error).toMatchObject({ code: 'HTTP_STATUS', status: 200, retryable: true });
  });

  it('come and go whatever is thrown by who is told of them', async () => {
    answer = (_, response) =>
      response.writeHead(200, { 'content-disposition': 'attachment; filename="a.csv"' }).end('{"id":"a"}');
    const reported = vi.spyOn(console, 'error').mockImplementation(() => {});
    const onProgress = () => {
      throw new Error('a bug of the page');
    };
    const { content } = await client().files.download('a.csv', {}, { onProgress });
    expect(await content.text()).toBe('{"id":"a"}');
    expect(await client().files.upload('a', new Uint8Array(), {}, { onProgress })).toEqual({ id: 'a' });
    expect(reported).toHaveBeenCalledWith(new Error('a bug of the page'));
    reported.mockRestore();
  });

  it.each([
    ['https://api.example.vn', 'https://api.example.vn/files/a.csv'],
    ['https://api.example.vn?x=/1', 'https://api.example.vn/files/a.csv'],
    ['https://api.example.vn/', 'https://api.example.vn/files/a.csv'],
    ['https://api.example.vn/v1/graphql#top', 'https://api.example.vn/v1/files/a.csv'],
    ['//api.example.vn', '//api.example.vn/files/a.csv'],
    ['/graphql', '/files/a.csv'],
    ['graphql', 'files/a.csv'],
  ])('lie beside %s, on the same host', async (url, expected) => {
    const asked: string[] = [];
    const fetch = async (address: unknown) => {
      asked.push(String(address));
      return new Response('x', { headers: { 'content-disposition': 'attachment' } });
    };
    await createClient({ url, fetch, getToken: () => 'mine' }).files.download('a.csv', {});
    expect(asked).toEqual([expected]);
  });

  it('are refused in the words of the server', async () => {
    answer = (_, response) => response.writeHead(413).end(refusal('FILE_TOO_LARGE'));
    const files = client({ filesUrl: `${origin}/other` }).files;
    for (const call of [files.upload('imports', new Uint8Array(), {}), files.download('exports/x.csv', {})]) {
      expect(await failureOf(call)).toMatchObject({
        ...{ code: 'FILE_TOO_LARGE', messages: MESSAGES, field: 'file', status: 413 },
      });
    }
    expect(seen.map(({ url }) => url)).toEqual(['/other/imports', '/other/exports/x.csv']);
  });

  it('go again with a new token, which the old one let nothing through of', async () => {
    answer = ({ authorization }, response) =>
      authorization === 'Bearer new'
        ? response.end('{"id":"i-1"}')
        : response.writeHead(401).end(refusal('TOKEN_INVALID'));
    const getToken = ({ isRefresh }: { isRefresh: boolean }) => (isRefresh ? 'new' : 'old');
    const file = new Blob(['a,b']);
    expect(await client({ getToken }).files.upload('imports', file, {})).toEqual({ id: 'i-1' });
    expect(seen.map(({ body }) => body.toString())).toEqual(['a,b', 'a,b']);
  });

  it('are sent once where nobody knows what became of them, and taken again', async () => {
    answer = (_, response) => response.writeHead(503).end('busy');
    const { files } = client();
    const failed = { code: 'HTTP_STATUS', status: 503 };
    expect(await failureOf(files.upload('imports', new Uint8Array(), {}))).toMatchObject(failed);
    expect(seen).toHaveLength(1);
    expect(await failureOf(files.download('exports/teams.csv', {}))).toMatchObject(failed);
    expect(seen).toHaveLength(4);
  });
});
