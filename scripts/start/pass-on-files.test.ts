import { once } from 'node:events';
import { createServer, type RequestListener, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import fastify from 'fastify';
import { afterEach, expect, it } from 'vitest';
import { passOnFiles } from './pass-on-files.ts';

const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

/** A page in front of a subgraph that answers like this. */
async function pageBefore(answer: RequestListener): Promise<string> {
  const subgraph = createServer(answer);
  subgraph.listen(0, '127.0.0.1');
  await once(subgraph, 'listening');
  const { port } = subgraph.address() as AddressInfo; // a TCP server, never a pipe
  const page = fastify({ forceCloseConnections: true });
  passOnFiles(page, `http://127.0.0.1:${port}/files`);
  closing.push(
    () => page.close(),
    () => {
      subgraph.closeAllConnections();
      subgraph.close();
    },
  );
  return page.listen({ host: '127.0.0.1', port: 0 });
}

it('hands on address, token and bytes, and brings back status, name and bytes', async () => {
  const bytes = Buffer.alloc(3_000_000, 7);
  const page = await pageBefore(async (incoming, response) => {
    const seen: Buffer[] = [];
    for await (const chunk of incoming) seen.push(chunk);
    const { authorization, 'content-type': type } = incoming.headers;
    response.writeHead(202, {
      ...{ 'content-disposition': 'attachment; filename="x.xlsx"', 'content-type': 'text/x-seen' },
      'x-seen': `${incoming.method} ${incoming.url} ${authorization} ${type}`,
    });
    response.end(Buffer.concat(seen));
  });
  const answer = await fetch(`${page}/files/imports?kind=ROSTER`, {
    ...{ method: 'POST', body: bytes },
    headers: { authorization: 'Bearer a', 'content-type': 'application/octet-stream' },
  });
  expect(answer.status).toBe(202);
  expect(answer.headers.get('x-seen')).toBe(
    'POST /files/imports?kind=ROSTER Bearer a application/octet-stream',
  );
  expect(answer.headers.get('content-disposition')).toBe('attachment; filename="x.xlsx"');
  expect(Buffer.from(await answer.arrayBuffer()).equals(bytes)).toBe(true);
});

it('brings a part of a file before the next part is there', async () => {
  let goOn = () => {};
  const page = await pageBefore((_, response) => {
    response.write('first');
    goOn = () => response.end(' second');
  });
  const { body } = await fetch(`${page}/files/exports/teams.csv`);
  const reader = body?.pipeThrough(new TextDecoderStream()).getReader();
  expect(await reader?.read()).toEqual({ done: false, value: 'first' });
  goOn();
  expect(await reader?.read()).toEqual({ done: false, value: ' second' });
});

it('brings a refusal that comes before the file has been taken', async () => {
  const page = await pageBefore((_, response) => response.writeHead(413).end('too large'));
  const answer = await fetch(`${page}/files/imports`, { method: 'POST', body: Buffer.alloc(30_000_000) });
  expect([answer.status, await answer.text()]).toEqual([413, 'too large']);
});

it('leads nowhere but to files, and says so when nobody is behind it', async () => {
  const seen: string[] = [];
  const page = await pageBefore((incoming, response) => {
    seen.push(incoming.url ?? '');
    response.writeHead(404).end();
  });
  const { hostname, port } = new URL(page);
  const outgoing = request({ hostname, port, path: '/files/../graphql' }).end();
  await once(outgoing, 'response');
  outgoing.destroy();
  expect(seen).toEqual(['/files/../graphql']);

  const lonely = fastify();
  closing.push(() => lonely.close());
  passOnFiles(lonely, 'http://127.0.0.1:9/files');
  const address = await lonely.listen({ host: '127.0.0.1', port: 0 });
  expect((await fetch(`${address}/files/exports/teams.csv`)).status).toBe(502);
});

it('lets go of the subgraph when the browser goes away', async () => {
  let isGone = () => {};
  const gone = new Promise<void>((resolve) => {
    isGone = resolve;
  });
  const page = await pageBefore((incoming, response) => {
    response.on('close', isGone);
    incoming.resume();
    response.write('first');
  });
  const browser = new AbortController();
  const answer = await fetch(`${page}/files/exports/teams.csv`, { signal: browser.signal });
  await answer.body?.getReader().read();
  browser.abort();
  await gone;
});
