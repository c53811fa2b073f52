import { createGatewayRuntime } from '@graphql-hive/gateway-runtime';
import httpTransport from '@graphql-mesh/transport-http';
import { renderGraphiQL } from '@graphql-yoga/render-graphiql';
import fastify, { type FastifyInstance } from 'fastify';
import type { RunningServer } from './portal/server.ts';
import { composeSupergraph, type Subgraph } from './supergraph.ts';

const BODY_LIMIT_BYTES = 1024 * 1024;
const SUBGRAPH_TIMEOUT_MS = 10_000;

/** Gateways forward no header unless told to: without these nobody is signed in, and a trace ends at the gateway. */
const FORWARDED_HEADERS = ['authorization', 'accept-language', 'traceparent', 'tracestate', 'x-request-id'];

export interface GatewayOptions {
  /** 0 takes any free port. */
  port: number;
  /** @defaultValue `127.0.0.1` */
  host?: string;
  subgraphs: readonly Subgraph[];
  /** Origins of the pages that may call the gateway from a browser, such as `http://127.0.0.1:4100`. */
  corsOrigins?: readonly string[];
}

/**
 * Composes the subgraphs and serves them as one graph at `/graphql`, with GraphiQL for browsers and `/health`.
 *
 * @throws {CompositionError} when the subgraphs contradict one another
 */
export async function startGateway(options: GatewayOptions): Promise<RunningServer> {
  const runtime = createGatewayRuntime({
    supergraph: composeSupergraph(options.subgraphs),
    transports: { http: httpTransport },
    graphqlEndpoint: '/graphql',
    healthCheckEndpoint: '/health',
    landingPage: false,
    logging: 'error',
    // The page with its scripts inside: the usual one loads them from a host that a data centre may not reach.
    renderGraphiQL,
    cors: { origin: [...(options.corsOrigins ?? [])], credentials: false, maxAge: 3600 },
    upstreamTimeout: SUBGRAPH_TIMEOUT_MS,
    propagateHeaders: { fromClientToSubgraphs: ({ request }) => forwardedHeaders(request.headers) },
  });
  const http = hostFor(runtime);
  const origin = await http.listen({ host: options.host ?? '127.0.0.1', port: options.port });
  return {
    url: `${origin}/graphql`,
    async close() {
      await http.close();
      await runtime.dispose();
    },
  };
}

/** Fastify in front of the runtime, for what the runtime leaves open: a limit on bodies, and errors that are JSON. */
function hostFor(runtime: ReturnType<typeof createGatewayRuntime>): FastifyInstance {
  const http = fastify({ bodyLimit: BODY_LIMIT_BYTES, forceCloseConnections: true });
  http.removeAllContentTypeParsers();
  http.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
  http.route({
    url: '/*',
    method: ['GET', 'POST', 'OPTIONS', 'HEAD'],
    handler: (request, reply) => runtime.handleNodeRequestAndResponse(request, reply),
  });
  return http;
}

function forwardedHeaders(headers: Headers): Record<string, string> {
  return Object.fromEntries(
    FORWARDED_HEADERS.flatMap((name) => {
      const value = headers.get(name);
      return value === null ? [] : [[name, value]];
    }),
  );
}
