import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import fastify, { type FastifyReply } from 'fastify';
import { buildExample, builtFolder, type ExampleBuild } from './build-example.ts';
import { buildElements, ELEMENTS_FOLDER } from './elements.ts';
import { passOnFiles } from './pass-on-files.ts';
import { HOST } from './ports.ts';
import { securityHeaders } from './security-headers.ts';

const PORTAL: ExampleBuild = {
  names: { vi: 'trang web', en: 'portal page' },
  ...{ folder: 'portal', outDir: 'dist' },
};
const built = builtFolder(PORTAL);

/**
 * Builds the portal page unless the build is newer than its sources.
 *
 * @returns whether it was built
 * @throws {Refusal} when the sources have a fault or the build cannot be written
 */
export async function buildPage(): Promise<boolean> {
  await buildElements();
  return buildExample(PORTAL);
}

export interface PageOptions {
  port: number;
  /** End point of the gateway that the page calls. */
  graphqlUrl: string;
  /** Issuer of the demo accounts' tokens. Absent: nobody signs in. */
  signInUrl?: string;
  /** `/files` of the subgraph, passed on as the page's own. Absent: spreadsheets go neither in nor out. */
  filesUrl?: string;
  /** Origins of the pages that may show the elements in a frame. @defaultValue this page alone */
  embedParents?: readonly string[];
}

/** Serves the built page, `/files/…` of the subgraph, and `/config.json` which tells where the other servers are. */
export async function startPage(options: PageOptions): Promise<{ url: string; close(): Promise<void> }> {
  const http = fastify({ forceCloseConnections: true });
  const { port, filesUrl, embedParents = [], ...called } = options;
  const config = { ...called, ...(filesUrl !== undefined && { filesUrl: '/files' }) };
  const headers = securityHeaders({ calls: Object.values(called) });
  const framed = { ...headers, ...framing(headers, embedParents) };
  http.addHook('onSend', async ({ url }, reply) => {
    reply.headers(url.startsWith('/elements/embed/') ? framed : headers);
  });
  http.get('/elements/embed/embed-config.json', () => ({
    endpoint: called.graphqlUrl,
    parents: [`http://${HOST}:${port}`, `http://localhost:${port}`, ...embedParents],
  }));
  http.get('/config.json', (_request, reply) => {
    reply.header('cache-control', 'no-store');
    return config;
  });
  if (filesUrl !== undefined) passOnFiles(http, filesUrl);
  await http.register(fastifyStatic, {
    ...{ root: ELEMENTS_FOLDER, prefix: '/elements/', decorateReply: false, cacheControl: false },
    setHeaders: (reply) => reply.header('cache-control', 'no-cache'),
  });
  await http.register(fastifyStatic, { root: built, cacheControl: false, setHeaders: cacheByName });
  http.setNotFoundHandler((request, reply) => {
    // A path of the page's own, typed or reloaded; anything else that is missing is missing.
    const isPage = request.method === 'GET' && request.headers.accept?.includes('text/html');
    return isPage ? reply.sendFile('index.html') : reply.code(404).send({ error: 'Not Found' });
  });
  const origin = await http.listen({ host: HOST, port });
  return { url: `${origin}/`, close: () => http.close() };
}

/** Vite puts a hash into the names below assets/, so those never change; the page that names them does. */
function cacheByName(reply: FastifyReply, path: string): void {
  const isHashed = path.startsWith(join(built, 'assets'));
  reply.header('cache-control', isHashed ? 'public, max-age=31536000, immutable' : 'no-cache');
}

/** What lets the frame's page stand in those pages, and in no others. */
function framing(
  headers: Readonly<Record<string, string>>,
  parents: readonly string[],
): Record<string, string> {
  const policy = headers['content-security-policy'] ?? '';
  const ancestors = [`'self'`, ...parents].join(' ');
  return {
    'content-security-policy': policy.replace(`frame-ancestors 'none'`, `frame-ancestors ${ancestors}`),
  };
}
