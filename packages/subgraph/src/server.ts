import type { AddressInfo } from 'node:net';
import fastifyApollo, { fastifyApolloDrainPlugin } from '@as-integrations/fastify';
import Fastify, { type FastifyError, type FastifyInstance } from 'fastify';
import type { Context } from './context.ts';
import { connect } from './database/client.ts';
import { pendingMigrations } from './database/migrate.ts';
import { errorFormatter, logLine } from './errors.ts';
import { addFileRoutes } from './http/file-routes.ts';
import { contextsOf } from './http/request-context.ts';
import { addZaloRoutes } from './http/zalo-routes.ts';
import { createSubgraph, type SubgraphOptions } from './subgraph.ts';
import { requireKeyBeyondMachine } from './zalo/session-keys.ts';

export interface ServerOptions extends Omit<SubgraphOptions, 'database' | 'plugins'> {
  databaseUrl: string;
  /** @defaultValue `127.0.0.1` */
  host?: string;
  /** 0: a free one. @defaultValue 4001 */
  port?: number;
}

export interface RunningServer {
  /** Address of the GraphQL endpoint. */
  url: string;
  /** Lets requests in flight finish, then ends. */
  close(): Promise<void>;
}

const GRAPHQL_PATH = '/graphql';
/** Room for 5,000 entity references; a gateway's own limit is about the same. */
const MAX_BODY_BYTES = 2 * 1024 * 1024;
/** Longer than the idle time of a gateway's connection pool, so that it never meets a closing connection. */
const KEEP_ALIVE_MS = 72_000;

/**
 * Serves the subgraph: `/graphql`, `/files/…`, `/zalo/webhook/…` where Zalo is set up, `/live` and `/ready`. Refuses in JSON only.
 *
 * @throws {Refusal} as `createSubgraph`, and for a key of sessions that it would make up where it listens to other machines
 */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { host = '127.0.0.1', port = 4001, zalo } = options;
  if (zalo !== undefined) requireKeyBeyondMachine(zalo.sessionKey ?? '', host);
  const app = Fastify({
    bodyLimit: MAX_BODY_BYTES,
    keepAliveTimeout: KEEP_ALIVE_MS,
    forceCloseConnections: 'idle',
  });
  // Before the plugin is registered: a handler that comes later does not hold for it.
  answerJsonOnly(app);
  const database = connect(options.databaseUrl);
  const subgraph = createSubgraph({ ...options, database, plugins: [fastifyApolloDrainPlugin(app)] });
  const close = async () => {
    await subgraph.close();
    await app.close();
    await database.close();
  };
  await subgraph.apollo.start();
  const contextOf = contextsOf(subgraph);
  await app.register(fastifyApollo<Context>(subgraph.apollo), {
    path: GRAPHQL_PATH,
    method: ['GET', 'POST'],
    context: contextOf,
  });
  await addFileRoutes(app, { contextOf, formatError: errorFormatter(options.log ?? logLine) });
  await addZaloRoutes(app, subgraph.zaloWebhooks);
  addHealth(app, async () => (await pendingMigrations(database.pool)).length === 0);
  try {
    await app.listen({ host, port });
  } catch (error) {
    await close();
    throw error;
  }
  const at = app.server.address() as AddressInfo; // a TCP server, never a pipe
  return {
    url: `http://${at.address.includes(':') ? `[${at.address}]` : at.address}:${at.port}${GRAPHQL_PATH}`,
    close,
  };
}

/** `/live`: the process answers. `/ready`: the database answers too and has every migration. */
function addHealth(app: FastifyInstance, isReady: () => Promise<boolean>): void {
  app.get('/live', async () => ({ status: 'live' }));
  app.get('/ready', async (_, reply) => {
    const ready = await isReady().catch(() => false);
    return reply.code(ready ? 200 : 503).send({ status: ready ? 'ready' : 'not ready' });
  });
}

function answerJsonOnly(app: FastifyInstance): void {
  app.setNotFoundHandler(({ method, url }, reply) => {
    if (url.split('?')[0] === GRAPHQL_PATH) {
      const message = `${GRAPHQL_PATH} does not take ${method}; send GET or POST.`;
      return reply.code(405).header('allow', 'GET, POST').send(refusal('METHOD_NOT_ALLOWED', message));
    }
    const message = `There is nothing at ${url.slice(0, 100)}; GraphQL is at ${GRAPHQL_PATH}.`;
    return reply.code(404).send(refusal('NOT_FOUND', message));
  });
  app.setErrorHandler((error: FastifyError, _, reply) => {
    const status = error.statusCode ?? 500;
    const message = status < 500 ? error.message : 'Internal error.';
    return reply.code(status).send(refusal(status < 500 ? 'BAD_REQUEST' : 'INTERNAL', message));
  });
}

const refusal = (code: string, message: string) => ({ errors: [{ message, extensions: { code } }] });
