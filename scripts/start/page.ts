import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import fastifyStatic from '@fastify/static';
import fastify, { type FastifyReply } from 'fastify';
import { buildElements, ELEMENTS_FOLDER } from './elements.ts';
import { isStale } from './freshness.ts';
import { passOnFiles } from './pass-on-files.ts';
import { HOST } from './ports.ts';
import { isPermissionFailure, notWritable, Refusal } from './refusal.ts';

const root = join(import.meta.dirname, '../..');
const source = join(root, 'examples/portal');
const built = join(source, 'dist');
const stamp = join(built, '.built');

/** Everything that ends up in the page. */
const SOURCES = [
  'examples/portal',
  'packages/elements',
  'packages/sdk',
  'packages/domain',
  'pnpm-lock.yaml',
].map((path) => join(root, path));

/**
 * Builds the portal page unless the build is newer than its sources.
 *
 * @returns whether it was built
 * @throws {Refusal} when the sources have a fault or the build cannot be written
 */
export async function buildPage(): Promise<boolean> {
  await buildElements();
  if (!isStale(stamp, SOURCES)) return false;
  const { NODE_ENV: before } = process.env;
  const { build } = await import('vite');
  try {
    // Whatever the process is for: anything else makes a page of twice the size, with React's checks in it.
    process.env['NODE_ENV'] = 'production';
    await build({ root: source, logLevel: 'silent' });
    writeFileSync(stamp, '');
  } catch (error) {
    if (isPermissionFailure(error)) throw notWritable(built, null, error);
    const reason = firstLines(error);
    const cause = { cause: error };
    throw new Refusal(
      `Không dựng được trang web: ${reason}`,
      `The portal page could not be built: ${reason}`,
      cause,
    );
  } finally {
    // In a process that says "production" the demo sign-in refuses to run.
    if (before === undefined) delete process.env['NODE_ENV'];
    else process.env['NODE_ENV'] = before;
  }
  return true;
}

/** The fault itself stands in the second line of what the bundler says; the rest draws the code around it. */
function firstLines(error: unknown): string {
  const text = stripVTControlCharacters(error instanceof Error ? error.message : String(error));
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .slice(0, 2)
    .join(' ');
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
  const headers = securityHeaders(Object.values(called));
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
    // The configuration of the frame's page names its parents by their origins.
    'referrer-policy': 'strict-origin-when-cross-origin',
  };
}

/** @param urls - what the page calls */
function securityHeaders(urls: readonly string[]): Record<string, string> {
  const policy = [
    `default-src 'self'`,
    `connect-src 'self' ${urls.map((url) => new URL(url).origin).join(' ')}`,
    `img-src 'self' data:`,
    `font-src 'self' data:`,
    `object-src 'none'`,
    `base-uri 'none'`,
    `form-action 'self'`,
    `frame-ancestors 'none'`,
  ];
  return {
    'content-security-policy': policy.join('; '),
    'cross-origin-opener-policy': 'same-origin',
    'permissions-policy': 'camera=(), geolocation=(), microphone=()',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
  };
}
