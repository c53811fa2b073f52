import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll } from 'vitest';

/** What a route sees of one request. */
export interface SeenRequest {
  headers: IncomingMessage['headers'];
  query: string;
  variables: Record<string, unknown>;
  /** How often the route was asked before. */
  earlier: number;
}

export type Route = (request: SeenRequest, response: ServerResponse) => void;

export interface CaseServer {
  url(route: string): string;
  /** How often a route was asked. */
  count(route: string): number;
  /** The requests of a route, in order. */
  seen(route: string): SeenRequest[];
}

/** A real HTTP server whose routes are named after the cases; closed after the test file. */
export async function startCaseServer(routes: Readonly<Record<string, Route>>): Promise<CaseServer> {
  const seen = new Map<string, SeenRequest[]>();
  const requestsOf = (name: string): SeenRequest[] => seen.get(name) ?? [];
  const server = createServer(async (request, response) => {
    const name = (request.url ?? '/').slice(1);
    const body = JSON.parse(await textOf(request)) as Pick<SeenRequest, 'query' | 'variables'>; // the SDK's own body
    const earlier = requestsOf(name);
    const now = { headers: request.headers, ...body, earlier: earlier.length };
    seen.set(name, [...earlier, now]);
    routes[name]?.(now, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo; // a TCP server, never a pipe
  return {
    url: (route) => `http://127.0.0.1:${port}/${route}`,
    count: (route) => requestsOf(route).length,
    seen: requestsOf,
  };
}

export function json(
  response: ServerResponse,
  body: unknown,
  status = 200,
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
}

async function textOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request) text += chunk;
  return text;
}
