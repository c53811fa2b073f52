import { randomUUID } from 'node:crypto';
import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled';
import { ApolloServerPluginInlineTrace } from '@apollo/server/plugin/inlineTrace';
import type { GraphQLSchema } from 'graphql';
import type { AuthOptions } from './auth/auth-options.ts';
import { tokenVerifier } from './auth/verify-token.ts';
import type { Context } from './context.ts';
import { connect, type Database } from './database/client.ts';
import { errorFormatter, type LogEntry, logLine } from './errors.ts';
import { readPersonalDataKeys } from './personal-data/personal-data-keys.ts';
import { phoneCipher } from './personal-data/phone-cipher.ts';
import { costLimit } from './query-cost.ts';
import { buildSchema, printSchema } from './schema.ts';
import { NO_WEBHOOKS, type ZaloWebhooks, zaloWebhooks } from './zalo/zalo-events.ts';
import { type ZaloOptions, zaloSignIn } from './zalo/zalo-options.ts';

export interface SubgraphOptions {
  /** `postgresql://…`; or give `database`, which stays open when the subgraph closes. */
  databaseUrl?: string;
  database?: Database;
  /** @defaultValue the machine's clock */
  clock?: () => Date;
  /** Whose tokens are believed. @defaultValue nobody's: every token is invalid, and what is public still answers */
  auth?: AuthOptions;
  /**
   * What phone numbers are encrypted with: 32 random bytes in base64, or several such keys, `2027:…,2026:…`, of which
   * the first encrypts. @defaultValue none: phone numbers are refused
   */
  personalDataKey?: string;
  /** Sign-in by Zalo. @defaultValue nobody signs in so */
  zalo?: ZaloOptions;
  /** Told of each unexpected error, once, with the id that the caller was shown. @defaultValue one JSON line on stderr */
  log?: (entry: LogEntry) => void;
  /** @defaultValue true: a gateway's schema checks and people's tools ask for it */
  introspection?: boolean;
  plugins?: ApolloServerPlugin<Context>[];
}

/** What a host tells of a request. */
export interface RequestFacts {
  /** The header of that name. */
  authorization?: string | undefined;
}

/** The subgraph, ready to be put behind any HTTP host. */
export interface Subgraph {
  schema: GraphQLSchema;
  /** What `_service` answers. */
  sdl: string;
  apollo: ApolloServer<Context>;
  database: Database;
  /** Take events of Zalo: a host gives them the bytes of a request as they came. */
  zaloWebhooks: ZaloWebhooks;
  /** A fresh context; one for each request. A token that does not hold is told by its fields, never by throwing. */
  contextOf(request?: RequestFacts): Promise<Context>;
  /** Lets what is in hand finish, then ends. */
  close(): Promise<void>;
}

/** A document of this many tokens is no longer one that a person or a gateway wrote for us. */
const MAX_TOKENS = 15_000;

/**
 * @throws Error when neither `databaseUrl` nor `database` is given
 * @throws {Refusal} for sign-in options that would let in tokens that nobody can vouch for, and for what is no key
 */
export function createSubgraph(options: SubgraphOptions): Subgraph {
  const { databaseUrl, clock = () => new Date(), log = logLine } = options;
  const { personalDataKey = '' } = options;
  const keys = personalDataKey === '' ? null : readPersonalDataKeys(personalDataKey);
  const phones = keys === null ? null : phoneCipher(keys);
  const zalo = options.zalo === undefined ? null : zaloSignIn(options.zalo, keys, { log, clock });
  const verifyToken = tokenVerifier(options.auth, { clock, onOutage: (cause) => log(outageEntry(cause)) });
  const verify = zalo === null ? verifyToken : zalo.sessions.verifierBeside(verifyToken, clock);
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
  const webhooks =
    zalo === null || options.zalo === undefined
      ? NO_WEBHOOKS
      : zaloWebhooks(zalo, options.zalo, { db: database, clock, log });
  return {
    schema,
    sdl: printSchema(schema),
    apollo,
    database,
    zaloWebhooks: webhooks,
    async contextOf(request = {}) {
      const credential = await verify(request.authorization);
      return { db: database, now: clock(), credential, phones, zalo, epoch: {} };
    },
    async close() {
      await apollo.stop();
      await webhooks.idle();
      if (options.database === undefined) await database.close();
    },
  };
}

/** What a failed fetch says of its reason stands in its cause. */
function outageEntry(cause: unknown): LogEntry {
  const error = cause instanceof Error ? cause : new Error(String(cause));
  const reason = error.cause instanceof Error ? `${error.message}: ${error.cause.message}` : error.message;
  const message = `No token can be checked, for want of its issuer's keys: ${reason}`;
  return { level: 'error', errorId: randomUUID(), path: 'authorization', message, stack: error.stack };
}
