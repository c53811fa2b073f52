export { type GatewayOptions, startGateway } from './gateway.ts';
export {
  type PortalSubgraphOptions,
  portalSdl,
  type RunningServer,
  startPortalSubgraph,
} from './portal/server.ts';
export { CompositionError, composeSupergraph, type Subgraph } from './supergraph.ts';
