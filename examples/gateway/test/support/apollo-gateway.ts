import {
  ApolloGateway,
  type GraphQLDataSourceProcessOptions,
  RemoteGraphQLDataSource,
} from '@apollo/gateway';
import { ApolloServer } from '@apollo/server';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import fastify from 'fastify';
import { composeSupergraph, type RunningServer, type Subgraph } from '../../src/index.ts';

const FORWARDED_HEADERS = ['authorization', 'accept-language', 'traceparent', 'tracestate', 'x-request-id'];

/** What the server's context function gives for each request. */
interface GatewayContext {
  headers?: Record<string, string | undefined>;
}

class ForwardingDataSource extends RemoteGraphQLDataSource<GatewayContext> {
  override willSendRequest({ request, context }: GraphQLDataSourceProcessOptions<GatewayContext>): void {
    for (const name of FORWARDED_HEADERS) {
      // Empty while the gateway itself asks for schemas: no client is behind that.
      const value = context.headers?.[name];
      if (value !== undefined) request.http?.headers.set(name, value);
    }
  }
}

/** The supergraph behind @apollo/gateway instead of Hive Gateway, as docs/federation.md describes it. */
export async function startApolloGateway(subgraphs: readonly Subgraph[]): Promise<RunningServer> {
  const apollo = new ApolloServer<GatewayContext>({
    gateway: new ApolloGateway({
      supergraphSdl: composeSupergraph(subgraphs),
      buildService: ({ url }) => new ForwardingDataSource({ url: url ?? '' }),
    }),
    stopOnTerminationSignals: false,
  });
  await apollo.start();
  const http = fastify({ forceCloseConnections: true });
  const context = async ({ headers }: { headers: Record<string, string | string[] | undefined> }) => ({
    headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, value?.toString()])),
  });
  http.route({
    url: '/graphql',
    method: ['GET', 'POST'],
    handler: fastifyApolloHandler(apollo, { context }),
  });
  const origin = await http.listen({ host: '127.0.0.1', port: 0 });
  return {
    url: `${origin}/graphql`,
    async close() {
      await http.close();
      await apollo.stop();
    },
  };
}
