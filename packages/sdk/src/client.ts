import { type Activities, activitiesOf } from './features/activities.ts';
import { type Changes, changesOf } from './features/changes.ts';
import { type Exports, exportsOf } from './features/exports.ts';
import { type Imports, importsOf } from './features/imports.ts';
import { type Indicators, indicatorsOf } from './features/indicators.ts';
import { type Members, membersOf } from './features/members.ts';
import { type Mergers, mergersOf } from './features/mergers.ts';
import { type Outbox, outboxOf } from './features/outbox.ts';
import { type Overviews, overviewsOf } from './features/overviews.ts';
import { type Programmes, programmesOf } from './features/programmes.ts';
import { type Reports, reportsOf } from './features/reports.ts';
import { type Rights, rightsOf } from './features/rights.ts';
import { type Teams, teamsOf } from './features/teams.ts';
import { type Units, unitsOf } from './features/units.ts';
import { type Zalo, zaloOf } from './features/zalo.ts';
import { type Files, filesOf } from './files.ts';
import { type Viewer, ViewerDocument } from './generated/operations.ts';
import { type RequestOptions, type Send, type SendSettings, sender } from './send.ts';
import { type GetToken, tokensOf } from './tokens.ts';
import { allWriter, writer } from './write.ts';

export interface ClientOptions {
  /** End point of the gateway or of the subgraph. In a page it may be relative: `/graphql`. */
  url: string;
  /**
   * Where files are sent and taken: `/files` of the subgraph, which a gateway does not pass on by itself.
   *
   * @defaultValue `files` beside `url`
   */
  filesUrl?: string;
  /**
   * Asked before each attempt; null sends no token. What it throws is what the call throws.
   *
   * After `TOKEN_INVALID` or `SIGN_IN_REQUIRED` it is asked once more with `isRefresh`, once for all calls that wait:
   * another token than the refused one sends the call again.
   */
  getToken?: GetToken;
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
  /** Sent with each request. */
  headers?: Readonly<Record<string, string>>;
}

/** A typed client. Every method throws {@link CnscdError}, for a refusal as for a lost connection. */
export interface Client {
  units: Units;
  overviews: Overviews;
  teams: Teams;
  members: Members;
  activities: Activities;
  indicators: Indicators;
  programmes: Programmes;
  mergers: Mergers;
  rights: Rights;
  reports: Reports;
  imports: Imports;
  outbox: Outbox;
  changes: Changes;
  exports: Exports;
  zalo: Zalo;
  /**
   * Who has signed in, and as what, where; null for the public.
   *
   * @throws {CnscdError} `TOKEN_INVALID`, `IDENTITY_UNAVAILABLE`
   */
  viewer(options?: RequestOptions): Promise<Viewer | null>;
  /**
   * Sends an operation of your own, about anything that the graph behind `url` holds.
   *
   * An answer with any error in it is thrown, also where it has data; what it has is in `error.partialData`. A mutation
   * of your own is sent once: nobody here knows whether it may be done twice.
   */
  query: Send;
  /** Sends and takes files, for what the methods of a feature do not cover. */
  files: Files;
}

/**
 * A client of one end point. It keeps nothing but a refresh of the token that is under way: make as many as you like.
 *
 * @example
 * const client = createClient({ url: 'https://example.gov.vn/graphql' });
 * const { reported } = (await client.overviews.get({ unitCode: '45', asOf: '2023-09-30' })).teams;
 */
export function createClient(options: ClientOptions): Client {
  const settings: SendSettings = {
    url: options.url,
    tokens: tokensOf(options.getToken),
    fetch: options.fetch ?? globalThis.fetch,
    timeoutMs: options.timeoutMs ?? 10_000,
    maxRetries: options.maxRetries ?? 2,
    headers: options.headers ?? {},
  };
  const files = filesOf({ ...settings, filesUrl: options.filesUrl ?? besides(options.url) });
  const send = sender(settings);
  const write = writer(settings);
  return {
    units: unitsOf(send, write),
    overviews: overviewsOf(send),
    teams: teamsOf(send, write),
    members: membersOf(send, write),
    activities: activitiesOf(send, write),
    indicators: indicatorsOf(send, write),
    programmes: programmesOf(send),
    mergers: mergersOf(send, write),
    rights: rightsOf(send, write),
    imports: importsOf(send, write, files),
    reports: reportsOf(send, write, files),
    outbox: outboxOf(allWriter(settings)),
    changes: changesOf(send),
    exports: exportsOf(files),
    zalo: zaloOf(send, write),
    viewer: async (options) => (await send(ViewerDocument, {}, options)).viewer,
    query: send,
    files,
  };
}

/** `/files` where `/graphql` is. */
const besides = (url: string) => url.replace(/[?#].*$/, '').replace(/[^/]*$/, 'files');
