import { readFileSync } from 'node:fs';
import { ApolloServer } from '@apollo/server';
import { ApolloServerPluginInlineTraceDisabled } from '@apollo/server/plugin/disabled';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import fastify from 'fastify';
import { parse } from 'graphql';
import { resolvers } from './resolvers.ts';

const BODY_LIMIT_BYTES = 1024 * 1024;

/** The SDL with which the portal's subgraph joins a supergraph. */
export const portalSdl = readFileSync(new URL('./schema.graphql', import.meta.url), 'utf8');

export interface PortalSubgraphOptions {
  /** 0 takes any free port. */
  port: number;
  /** @defaultValue `127.0.0.1` */
  host?: string;
}

export interface RunningServer {
  /** The GraphQL end point. */
  url: string;
  close(): Promise<void>;
}

/** Serves the subgraph of a made-up portal at `/graphql`, with `/health` beside it. */
export async function startPortalSubgraph(options: PortalSubgraphOptions): Promise<RunningServer> {
  const apollo = new ApolloServer({
    schema: buildSubgraphSchema({ typeDefs: parse(portalSdl), resolvers }),
    introspection: true,
    includeStacktraceInErrorResponses: false,
    plugins: [ApolloServerPluginInlineTraceDisabled()],
    stopOnTerminationSignals: false,
  });
  await apollo.start();
  const http = fastify({ bodyLimit: BODY_LIMIT_BYTES, forceCloseConnections: true });
  http.route({ url: '/graphql', method: ['GET', 'POST', 'OPTIONS'], handler: fastifyApolloHandler(apollo) });
  http.get('/health', () => ({ status: 'ok' }));
  const origin = await http.listen({ host: options.host ?? '127.0.0.1', port: options.port });
  return {
    url: `${origin}/graphql`,
    async close() {
      await http.close();
      await apollo.stop();
    },
  };
}
