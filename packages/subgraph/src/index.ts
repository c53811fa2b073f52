export { connect, type Database } from './database/client.ts';
export { type EmbeddedOptions, type EmbeddedServer, startEmbedded } from './database/embedded.ts';
export { migrate } from './database/migrate.ts';
export type { LogEntry } from './errors.ts';
export { type LoadOptions, loadDefaults } from './load-defaults.ts';
export { buildSchema, printSchema } from './schema.ts';
export { type RunningServer, type ServerOptions, startServer } from './server.ts';
export { createSubgraph, type Subgraph, type SubgraphOptions } from './subgraph.ts';
