import { composeServices } from '@apollo/composition';
import { parse } from 'graphql';

/** One service of the supergraph: what it is called, where it answers and the SDL that it published. */
export interface Subgraph {
  name: string;
  url: string;
  sdl: string;
}

/** What keeps subgraphs from becoming one graph, a line for each reason. */
export class CompositionError extends Error {
  readonly reasons: string[];

  constructor(reasons: string[]) {
    super(`The subgraphs do not compose:\n${reasons.map((reason) => `  - ${reason}`).join('\n')}`);
    this.name = 'CompositionError';
    this.reasons = reasons;
  }
}

/**
 * The supergraph SDL of these subgraphs, by Apollo's composer.
 *
 * @throws {CompositionError} when they contradict one another
 */
export function composeSupergraph(subgraphs: readonly Subgraph[]): string {
  const { supergraphSdl, errors } = composeServices(
    subgraphs.map(({ name, url, sdl }) => ({ name, url, typeDefs: parse(sdl) })),
  );
  if (supergraphSdl !== undefined) return supergraphSdl;
  const reasons = (errors ?? []).map((error) => `${error.extensions['code'] ?? 'UNKNOWN'}: ${error.message}`);
  throw new CompositionError(reasons);
}
