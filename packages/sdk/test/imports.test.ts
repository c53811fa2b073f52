import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { createClient, type Import } from '../src/index.ts';
import { fakeClock, mockServer } from '../src/testing/index.ts';
import { failureOf } from './support/failure.ts';

const record = (status: string, done = 0) => ({
  ...{ __typename: 'Import', id: 'i-1', kind: 'ROSTER', status, version: 3 },
  progress: { phase: 'READING', label: 'đang đọc tệp', done, total: 100 },
});
/** What an import is, each time that it is asked for. */
const states = [record('WAITING'), record('READING', 10), record('READING', 90), record('READY')];
const asked: { url: string | undefined; body: string }[] = [];

const server = createServer(async (request, response) => {
  let body = '';
  for await (const part of request) body += part;
  asked.push({ url: request.url, body });
  const answer = (data: unknown, status = 200) => response.writeHead(status).end(JSON.stringify(data));
  if (request.url?.startsWith('/files/imports?')) answer({ id: 'i-1' }, 202);
  else if (request.url?.startsWith('/files/'))
    response.writeHead(200, { 'content-disposition': 'attachment; filename="b.xlsx"' }).end('a copy');
  else if (body.includes('applyImport')) answer({ data: { applyImport: record('APPLYING') } });
  else if (body.includes('ImportRows')) answer({ data: { import: null } });
  else answer({ data: { import: states.shift() ?? record('READY') } });
});
let client: ReturnType<typeof createClient>;
beforeAll(async () => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo; // a TCP server, never a pipe
  client = createClient({ url: `http://127.0.0.1:${port}/graphql` });
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

it('sends a file, waits until it was read, and asks for it to be applied', async () => {
  const file = new TextEncoder().encode('Họ tên');
  const { id } = await client.imports.upload({ kind: 'ROSTER', fileName: 'tổ 1.xlsx', file });
  expect(asked.at(-1)).toEqual({
    url: '/files/imports?kind=ROSTER&fileName=t%E1%BB%95+1.xlsx',
    body: 'Họ tên',
  });
  const told: Import[] = [];
  const dryRun = await client.imports.settled(
    { id },
    { intervalMs: 5, onProgress: (found) => told.push(found) },
  );
  expect(told.map(({ status, progress }) => [status, progress.done])).toEqual([
    ['WAITING', 0],
    ['READING', 10],
    ['READING', 90],
    ['READY', 0],
  ]);
  const applying = await client.imports.apply({ id, expectedVersion: dryRun.version, skipFaultyRows: true });
  expect(applying.status).toBe('APPLYING');
  const { variables } = JSON.parse(asked.at(-1)?.body ?? '');
  expect(variables.input).toMatchObject({ id: 'i-1', expectedVersion: 3, skipFaultyRows: true });
});

it('stops waiting where the caller does', async () => {
  states.push(...Array.from({ length: 50 }, () => record('READING')));
  const controller = new AbortController();
  const waiting = client.imports.settled(
    { id: 'i-1' },
    { intervalMs: 60_000, signal: controller.signal, onProgress: () => controller.abort() },
  );
  expect(await failureOf(waiting)).toMatchObject({ code: 'ABORTED' });
});

it('waits no longer than it is told to, by the clock of the client, and asks at a pace that does no harm', async () => {
  const clock = fakeClock();
  const import_ = { id: 'i-1', status: 'READING' };
  const server = mockServer({ Import: { import: import_ } });
  const { imports } = createClient({ url: 'https://example.gov.vn/graphql', fetch: server.fetch, clock });
  const told = vi.spyOn(console, 'error').mockImplementation(() => {});
  const onProgress = () => {
    throw new Error('a bug of the page');
  };
  const waiting = failureOf(imports.settled({ id: 'i-1' }, { intervalMs: 0, maxWaitMs: 5_000, onProgress }));
  await clock.advance(6_000);
  const error = await waiting;
  expect(error).toMatchObject({ code: 'TIMEOUT', retryable: true });
  expect(error.messages.vi).toContain('5 giây');
  expect(server.requests).toHaveLength(50);
  expect(told).toHaveBeenCalledTimes(50);
  told.mockRestore();
});

it.each([60_000, Number.NaN])(
  'waits ten minutes where nobody says otherwise, every %i ms',
  async (intervalMs) => {
    const clock = fakeClock();
    const server = mockServer({ Import: { import: { id: 'i-1', status: 'APPLYING' } } });
    const { imports } = createClient({ url: 'https://example.gov.vn/graphql', fetch: server.fetch, clock });
    const began = clock.now();
    const waiting = failureOf(imports.settled({ id: 'i-1' }, { intervalMs })).then((error) => [
      error.code,
      clock.now() - began,
    ]);
    await clock.advance(3_600_000);
    expect(await waiting).toEqual(['TIMEOUT', 600_000]);
    expect(server.requests.length).toBeLessThanOrEqual(6_000);
  },
);

it('takes the marked copy under the address of the import', async () => {
  const { content } = await client.imports.annotated({ id: 'i/1' });
  expect(await content.text()).toBe('a copy');
  expect(asked.at(-1)?.url).toBe('/files/imports/i%2F1/annotated');
});
