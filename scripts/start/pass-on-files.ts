import { type IncomingMessage, request as sendRequest } from 'node:http';
import type { FastifyInstance, FastifyRequest } from 'fastify';

/** Of one connection alone (RFC 9110, 7.6.1), so never passed on. */
const HOP_BY_HOP: ReadonlySet<string> = new Set([
  ...['connection', 'keep-alive', 'proxy-authenticate', 'proxy-authorization', 'proxy-connection'],
  ...['te', 'trailer', 'transfer-encoding', 'upgrade'],
]);

/**
 * Hands on whatever comes for `/files/…`, as a province's proxy in front of the page would: as it streams, with its
 * token, without a limit of its own. How large a file may be is the subgraph's to say.
 *
 * @param filesUrl - `/files` of the subgraph
 */
export function passOnFiles(http: FastifyInstance, filesUrl: string): void {
  const subgraph = new URL(filesUrl);
  http.register(async (files) => {
    files.removeAllContentTypeParsers();
    files.addContentTypeParser('*', (_request, payload, done) => done(null, payload));
    files.all('/files/*', async (request, reply) => {
      const answer = await ask(subgraph, request).catch(() => null);
      if (answer === null) return reply.code(502).send({ error: 'Bad Gateway' });
      for (const [name, values = []] of Object.entries(answer.headersDistinct)) {
        if (!HOP_BY_HOP.has(name)) reply.header(name, values.length === 1 ? values[0] : values);
      }
      return reply.code(answer.statusCode ?? 502).send(answer);
    });
  });
}

function ask(subgraph: URL, { raw, url }: FastifyRequest): Promise<IncomingMessage> {
  const { hostname, port } = subgraph;
  return new Promise((resolve, reject) => {
    // The path as it is: read as an address, "/files/../graphql" would lead elsewhere.
    const target = { hostname, port, path: url, method: raw.method ?? 'GET', headers: passedOn(raw) };
    const outgoing = sendRequest(target);
    // A refusal may come before the whole file is sent: the rest is let in and dropped, or no browser reads the answer.
    const dropRest = () => {
      raw.unpipe(outgoing);
      raw.resume();
    };
    outgoing.on('response', (answer) => {
      if (!raw.readableEnded) dropRest();
      resolve(answer);
    });
    outgoing.on('error', (error) => {
      dropRest();
      reject(error);
    });
    raw.once('close', () => raw.complete || outgoing.destroy());
    raw.pipe(outgoing);
  });
}

/** As they came, twice where they came twice: of two tokens the subgraph takes neither. */
function passedOn({ rawHeaders }: IncomingMessage): string[] {
  const pairs = rawHeaders.flatMap((name, index) =>
    index % 2 === 0 ? [[name, rawHeaders[index + 1] ?? ''] as const] : [],
  );
  return pairs.filter(([name]) => !HOP_BY_HOP.has(name.toLowerCase())).flat();
}
