import type { FastifyRequest } from 'fastify';
import type { Context } from '../context.ts';
import type { Subgraph } from '../subgraph.ts';

/** Who asks and what for, by the same header as GraphQL: a token is believed in both places or in neither. */
export type ContextOf = (request: Pick<FastifyRequest, 'raw'>) => Promise<Context>;

export const contextsOf =
  (subgraph: Pick<Subgraph, 'contextOf'>): ContextOf =>
  ({ raw }) =>
    // All headers of that name: of two tokens Node would keep the first, and a proxy perhaps the second.
    subgraph.contextOf({ authorization: raw.headersDistinct['authorization']?.join(', ') });
