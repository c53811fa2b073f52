import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled';
import { ApolloServerPluginInlineTrace } from '@apollo/server/plugin/inlineTrace';
import type { GraphQLSchema } from 'graphql';
import type { Context } from './context.ts';
import { connect, type Database } from './database/client.ts';
import { errorFormatter, type LogEntry } from './errors.ts';
import { costLimit } from './query-cost.ts';
import { buildSchema, printSchema } from './schema.ts';

export interface SubgraphOptions {
  /** `postgresql://…`; or give `database`, which stays open when the subgraph closes. */
  databaseUrl?: string;
  database?: Database;
  /** @defaultValue the machine's clock */
  clock?: () => Date;
  /** Told of each unexpected error, once, with the id that the caller was shown. @defaultValue one JSON line on stderr */
  log?: (entry: LogEntry) => void;
  /** @defaultValue true: a gateway's schema checks and people's tools ask for it */
  introspection?: boolean;
  plugins?: ApolloServerPlugin<Context>[];
}

/** The subgraph, ready to be put behind any HTTP host. */
export interface Subgraph {
  schema: GraphQLSchema;
  /** What `_service` answers. */
  sdl: string;
  apollo: ApolloServer<Context>;
  database: Database;
  /** A fresh context; one for each request. */
  contextOf(): Context;
  close(): Promise<void>;
}

/** A document of this many tokens is no longer one that a person or a gateway wrote for us. */
const MAX_TOKENS = 15_000;

/** @throws Error when neither `databaseUrl` nor `database` is given */
export function createSubgraph(options: SubgraphOptions): Subgraph {
  const { databaseUrl, clock = () => new Date(), log = logLine } = options;
  const database = options.database ?? (databaseUrl === undefined ? null : connect(databaseUrl));
  if (database === null) throw new Error('Give databaseUrl or database.');
  const schema = buildSchema();
  const apollo = new ApolloServer<Context>({
    schema,
    introspection: options.introspection ?? true,
    formatError: errorFormatter(log),
    includeStacktraceInErrorResponses: false,
    parseOptions: { maxTokens: MAX_TOKENS },
    stopOnTerminationSignals: false,
    plugins: [
      costLimit(),
      // It hooks every field and costs a fifth of the time; answers are private until a field says otherwise.
      ApolloServerPluginCacheControlDisabled(),
      // For a gateway that asks for it by header; error messages stay out of traces.
      ApolloServerPluginInlineTrace({ includeErrors: { masked: true } }),
      // It would load a page from elsewhere.
      ApolloServerPluginLandingPageDisabled(),
      ...(options.plugins ?? []),
    ],
  });
  return {
    schema,
    sdl: printSchema(schema),
    apollo,
    database,
    contextOf: () => ({ db: database, now: clock() }),
    async close() {
      await apollo.stop();
      if (options.database === undefined) await database.close();
    },
  };
}

function logLine(entry: LogEntry): void {
  process.stderr.write(`${JSON.stringify(entry)}\n`);
}
