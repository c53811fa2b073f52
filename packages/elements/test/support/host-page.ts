import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import { join } from 'node:path';
import { buildElements, ELEMENTS_FOLDER } from '../../../../scripts/start/elements.ts';

/** The strictest policy that a portal may have; what needs less works everywhere. */
export const STRICT_POLICY: string = [
  `default-src 'none'`,
  `script-src 'self'`,
  `style-src 'self'`,
  `connect-src 'self'`,
  `img-src 'self' data:`,
  `require-trusted-types-for 'script'`,
].join('; ');

/** A request for data as it came from a page. */
export interface Asked {
  authorization: string | null;
  body: string;
  url: string;
}

export interface Answered {
  status: number;
  body: string;
  headers?: Record<string, string>;
}

export interface HostPage {
  url: string;
  /** What was asked for data since it was last emptied. */
  asked: Asked[];
  /** Serves this text at the path: by its ending a page, a style or a script. */
  put(path: string, text: string, headers?: Record<string, string>): void;
  /** Answers instead of the subgraph, until null is set; null leaves the answer to it. */
  answer: ((asked: Asked) => Answered | null | Promise<Answered | null>) | null;
  /** The subgraph's own answer, with its data changed: what it would say of figures that nobody has loaded. */
  altered<Data>(asked: Asked, change: (data: Data) => void): Promise<Answered>;
  close(): Promise<void>;
}

const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  js: 'text/javascript',
  json: 'application/json',
};

/** A portal of somebody else: its pages and scripts, and the graph on the same origin at `/graphql`. */
export async function startHostPage(graphqlUrl: string): Promise<HostPage> {
  await buildElements();
  const files = new Map<string, { text: string; headers: Record<string, string> }>();
  const asked: Asked[] = [];
  const server = createServer(async (request, response) => {
    const path = new URL(request.url ?? '/', 'http://host').pathname;
    if (path.startsWith('/graphql')) {
      const one = {
        authorization: request.headers.authorization ?? null,
        body: await bodyOf(request),
        url: path,
      };
      asked.push(one);
      const { status, body, headers } = (await page.answer?.(one)) ?? (await pass(one, graphqlUrl));
      response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(body);
      return;
    }
    const file = files.get(path) ?? builtFile(path);
    if (file === null) {
      // Browsers ask for an icon that no page here has.
      response.writeHead(path === '/favicon.ico' ? 204 : 404).end();
      return;
    }
    const type = TYPES[path.slice(path.lastIndexOf('.') + 1)] ?? 'text/plain';
    response
      .writeHead(200, { 'content-type': type, 'content-security-policy': STRICT_POLICY, ...file.headers })
      .end(file.text);
  });
  const page: HostPage = {
    url: await listen(server),
    asked,
    put: (path, text, headers = {}) => void files.set(path, { text, headers }),
    answer: null,
    async altered(asked, change) {
      const answered = await pass(asked, graphqlUrl);
      const { data } = JSON.parse(answered.body);
      change(data);
      return { ...answered, body: JSON.stringify({ data }) };
    },
    close: () =>
      new Promise((done) => {
        server.closeAllConnections();
        server.close(() => done());
      }),
  };
  return page;
}

function builtFile(path: string): { text: string; headers: Record<string, string> } | null {
  try {
    return { text: readFileSync(join(ELEMENTS_FOLDER, path), 'utf8'), headers: {} };
  } catch {
    return null;
  }
}

async function pass({ authorization, body }: Asked, graphqlUrl: string): Promise<Answered> {
  const headers = { 'content-type': 'application/json', ...(authorization !== null && { authorization }) };
  const answer = await fetch(graphqlUrl, { method: 'POST', headers, body });
  return { status: answer.status, body: await answer.text() };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

function listen(server: Server): Promise<string> {
  return new Promise((done) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      if (address === null || typeof address === 'string') throw new Error('a TCP server has a port');
      done(`http://127.0.0.1:${address.port}`);
    });
  });
}
