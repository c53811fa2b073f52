import { type Clock, systemClock } from './clock.ts';
import type { SendSettings } from './deliver.ts';
import { type Files, filesOf } from './files.ts';
import { type Send, sender } from './send.ts';
import { userOf } from './token-claims.ts';
import { type GetToken, tokensOf } from './tokens.ts';
import type { Trace } from './trace.ts';
import { allWriter, type Write, type WriteAll, writer } from './write.ts';

export interface ConnectionOptions {
  /** End point of the gateway or of the subgraph. In a page it may be relative: `/graphql`. */
  url: string;
  /**
   * Where files are sent and taken: `/files` of the subgraph, which a gateway does not pass on by itself.
   *
   * @defaultValue `files` beside `url`
   */
  filesUrl?: string;
  /**
   * Asked before each attempt; null sends no token. What it throws is what the call throws: see `isTokenFailure`.
   *
   * After `TOKEN_INVALID` or `SIGN_IN_REQUIRED` it is asked once more with `isRefresh`, once for all calls that wait:
   * another token than the refused one sends the call again. So it is, at most once a minute, after a read that failed
   * without a code, as behind a router that keeps back what its subgraphs say. A JWT that ends within 30 seconds is asked
   * for anew before it is sent. A refresh that does not end within `timeoutMs` is given up.
   */
  getToken?: GetToken;
  /** Whose token it is, for calls with a `user`. @defaultValue `userOf`, which reads a JWT: an issuer whose tokens are none needs its own */
  userOf?: (token: string) => string | null;
  /** @defaultValue the global `fetch` */
  fetch?: typeof globalThis.fetch;
  /**
   * Milliseconds for one call, its retries and the pauses between them included; an attempt of a write has half of it.
   *
   * @defaultValue `10_000` - 10 seconds
   */
  timeoutMs?: number;
  /** How often a read or a write is sent again when it could not be answered, a write under its key. @defaultValue `2` */
  maxRetries?: number;
  /**
   * Whether cookies go along, as `fetch` has it: a gateway on another origin that knows people by a cookie needs
   * `include`.
   *
   * @defaultValue as `fetch` has it, `same-origin`
   */
  credentials?: 'omit' | 'same-origin' | 'include';
  /** Sent with each request. */
  headers?: Readonly<Record<string, string>>;
  /** Told of every attempt; each of them then carries a `traceparent`. @defaultValue nobody is told */
  trace?: Trace;
  /** @defaultValue that of the machine */
  clock?: Clock;
}

/**
 * What every feature of a client goes by. With it alone a page downloads only the features that it uses:
 * `teamsOf(connect({ url }))` is `createClient({ url }).teams`.
 */
export interface Connection {
  /**
   * Sends an operation of your own, about anything that the graph behind `url` holds.
   *
   * An answer with any error in it is thrown, also where it has data; what it has is in `error.partialData`. A mutation
   * of your own is sent once: nobody here knows whether it may be done twice. See `write`.
   */
  query: Send;
  /**
   * Sends a mutation that takes one `input` with an `idempotencyKey`, as all of this graph do, in a document of your
   * own: under one key until it is answered. The document asks for `__typename`, without which nobody could tell
   * what was done from what was refused, and for what it wants to know of a `Refusal` or a `Conflict`.
   */
  write: Write;
  /** Likewise a mutation whose input holds keys of its own. */
  writeAll: WriteAll;
  /** Sends and takes files, for what the methods of a feature do not cover. */
  files: Files;
  /** What waiting goes by, where a feature asks again and again. */
  clock: Clock;
}

/** Whatever is left out of the options is as `createClient` has it. */
export function connect(options: ConnectionOptions): Connection {
  const clock = options.clock ?? systemClock;
  const timeoutMs = options.timeoutMs ?? 10_000;
  const settings: SendSettings = {
    url: options.url,
    tokens: tokensOf({ getToken: options.getToken, clock, timeoutMs }),
    userOf: options.userOf ?? userOf,
    fetch: options.fetch ?? globalThis.fetch,
    clock,
    trace: options.trace,
    timeoutMs,
    credentials: options.credentials,
    maxRetries: options.maxRetries ?? 2,
    headers: options.headers ?? {},
  };
  return {
    query: sender(settings),
    write: writer(settings),
    writeAll: allWriter(settings),
    files: filesOf({ ...settings, filesUrl: options.filesUrl ?? besides(options.url) }),
    clock,
  };
}

/** `/files` where `/graphql` is. The host stays what it is, also where no path follows it. */
function besides(url: string): string {
  const [, origin = '', path = ''] = /^((?:[a-z][a-z\d+.-]*:)?\/\/[^/?#]*)?([^?#]*)/i.exec(url) ?? [];
  return `${origin}${path === '' && origin !== '' ? '/' : path.replace(/[^/]*$/, '')}files`;
}
