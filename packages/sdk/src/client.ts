import { type Activities, activitiesOf } from './features/activities.ts';
import { type Indicators, indicatorsOf } from './features/indicators.ts';
import { type Members, membersOf } from './features/members.ts';
import { type Overviews, overviewsOf } from './features/overviews.ts';
import { type Programmes, programmesOf } from './features/programmes.ts';
import { type Teams, teamsOf } from './features/teams.ts';
import { type Units, unitsOf } from './features/units.ts';
import { type Send, sender } from './send.ts';

export interface ClientOptions {
  /** End point of the gateway or of the subgraph. In a page it may be relative: `/graphql`. */
  url: string;
  /** Asked before each attempt; null sends no token. What it throws is what the call throws. */
  getToken?: () => string | null | Promise<string | null>;
  /** @defaultValue the global `fetch` */
  fetch?: typeof globalThis.fetch;
  /** Milliseconds for one call, its retries and the pauses between them included. @defaultValue `10_000` - 10 seconds */
  timeoutMs?: number;
  /** How often a read is sent again when it could not be answered. @defaultValue `2` */
  maxRetries?: number;
  /** Sent with each request. */
  headers?: Readonly<Record<string, string>>;
}

/** A typed, read-only client. Every method throws {@link CnscdError}, for a refusal as for a lost connection. */
export interface Client {
  units: Units;
  overviews: Overviews;
  teams: Teams;
  members: Members;
  activities: Activities;
  indicators: Indicators;
  programmes: Programmes;
  /**
   * Sends an operation of your own, about anything that the graph behind `url` holds.
   *
   * An answer with any error in it is thrown, also where it has data; what it has is in `error.partialData`.
   */
  query: Send;
}

/**
 * A client of one end point. It keeps no state: make as many as you like.
 *
 * @example
 * const client = createClient({ url: 'https://example.gov.vn/graphql' });
 * const { reported } = (await client.overviews.get({ unitCode: '45', asOf: '2023-09-30' })).teams;
 */
export function createClient(options: ClientOptions): Client {
  const send = sender({
    url: options.url,
    getToken: options.getToken,
    fetch: options.fetch ?? globalThis.fetch,
    timeoutMs: options.timeoutMs ?? 10_000,
    maxRetries: options.maxRetries ?? 2,
    headers: options.headers ?? {},
  });
  return {
    units: unitsOf(send),
    overviews: overviewsOf(send),
    teams: teamsOf(send),
    members: membersOf(send),
    activities: activitiesOf(send),
    indicators: indicatorsOf(send),
    programmes: programmesOf(send),
    query: send,
  };
}
