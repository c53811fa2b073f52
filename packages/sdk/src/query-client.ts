import { type Send, sender } from './send.ts';
import { type GetToken, tokensOf } from './tokens.ts';

/** Options of {@link createQuery}; as those of a client, without what only files need. */
export interface QueryOptions {
  url: string;
  getToken?: GetToken;
  /** @defaultValue the global `fetch` */
  fetch?: typeof globalThis.fetch;
  /** @defaultValue `10_000` - 10 seconds */
  timeoutMs?: number;
  /** @defaultValue `2` */
  maxRetries?: number;
  headers?: Readonly<Record<string, string>>;
}

/**
 * `client.query` without a client: tokens, retries, time-outs and errors of the SDK for operations of your own, and
 * none of the operations that a client knows. For pages that count kilobytes.
 */
export function createQuery(options: QueryOptions): Send {
  return sender({
    url: options.url,
    tokens: tokensOf(options.getToken),
    fetch: options.fetch ?? globalThis.fetch,
    timeoutMs: options.timeoutMs ?? 10_000,
    maxRetries: options.maxRetries ?? 2,
    headers: options.headers ?? {},
  });
}
