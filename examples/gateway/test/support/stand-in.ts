import { ApolloServer } from '@apollo/server';
import { ApolloServerPluginInlineTraceDisabled } from '@apollo/server/plugin/disabled';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import fastify, { type FastifyRequest } from 'fastify';
import { parse } from 'graphql';
import type { Subgraph } from '../../src/index.ts';

const SDL = `
  extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])
  type Query { receivedHeader(name: String!): String  villages: [AdminUnit!]! }
  type AdminUnit @key(fields: "id") @key(fields: "code") { id: ID!  code: String  name: String! }
`;

// The context is what the handler below passes.
const resolvers = {
  Query: {
    receivedHeader: (_: unknown, { name }: { name: string }, context: unknown) =>
      (context as { request: FastifyRequest }).request.headers[name] ?? null,
    villages: () => [{ id: 'tà-lang', code: null, name: 'Tà Lang' }],
  },
  AdminUnit: {
    __resolveReference: ({ code }: { code: string }) => ({ id: `unit-${code}`, code, name: `Unit ${code}` }),
  },
};

/** A second subgraph that needs no database: it tells which headers reached it and names whatever unit it is asked for. */
export async function startStandIn(): Promise<Subgraph & { close(): Promise<void> }> {
  const apollo = new ApolloServer({
    schema: buildSubgraphSchema({ typeDefs: parse(SDL), resolvers }),
    plugins: [ApolloServerPluginInlineTraceDisabled()],
    stopOnTerminationSignals: false,
  });
  await apollo.start();
  const http = fastify({ forceCloseConnections: true });
  const handler = fastifyApolloHandler(apollo, { context: async (request) => ({ request }) });
  http.route({ url: '/graphql', method: ['GET', 'POST', 'OPTIONS'], handler });
  const origin = await http.listen({ host: '127.0.0.1', port: 0 });
  return {
    name: 'stand-in',
    url: `${origin}/graphql`,
    sdl: SDL,
    async close() {
      await http.close();
      await apollo.stop();
    },
  };
}
