import { type Connection, type ConnectionOptions, connect } from './connection.ts';
import type { RequestOptions } from './deliver.ts';
import { type Activities, activitiesOf } from './features/activities.ts';
import { type Changes, changesOf } from './features/changes.ts';
import { type Exports, exportsOf } from './features/exports.ts';
import { type Imports, importsOf } from './features/imports.ts';
import { type Indicators, indicatorsOf } from './features/indicators.ts';
import { type Members, membersOf } from './features/members.ts';
import { type Mergers, mergersOf } from './features/mergers.ts';
import { type OutboxReplay, outboxOf } from './features/outbox.ts';
import { type Overviews, overviewsOf } from './features/overviews.ts';
import { type Programmes, programmesOf } from './features/programmes.ts';
import { type Reports, reportsOf } from './features/reports.ts';
import { type Rights, rightsOf } from './features/rights.ts';
import { type Teams, teamsOf } from './features/teams.ts';
import { type Units, unitsOf } from './features/units.ts';
import { type Zalo, zaloOf } from './features/zalo.ts';
import { type Viewer, ViewerDocument } from './generated/operations.ts';

/** A typed client. Every method throws {@link CnscdError}, for a refusal as for a lost connection. */
export interface Client extends Connection {
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
  outbox: OutboxReplay;
  changes: Changes;
  exports: Exports;
  zalo: Zalo;
  /**
   * Who has signed in, and as what, where; null for the public.
   *
   * @throws {CnscdError} `TOKEN_INVALID`, `IDENTITY_UNAVAILABLE`
   */
  viewer(options?: RequestOptions): Promise<Viewer | null>;
}

/**
 * A client of one end point. It keeps nothing but a refresh of the token that is under way: make as many as you like.
 *
 * @example
 * const client = createClient({ url: 'https://example.gov.vn/graphql' });
 * const { reported } = (await client.overviews.get({ unitCode: '45', asOf: '2023-09-30' })).teams;
 */
export function createClient(options: ConnectionOptions): Client {
  const connection = connect(options);
  return {
    ...connection,
    units: unitsOf(connection),
    overviews: overviewsOf(connection),
    teams: teamsOf(connection),
    members: membersOf(connection),
    activities: activitiesOf(connection),
    indicators: indicatorsOf(connection),
    programmes: programmesOf(connection),
    mergers: mergersOf(connection),
    rights: rightsOf(connection),
    imports: importsOf(connection),
    reports: reportsOf(connection),
    outbox: outboxOf(connection),
    changes: changesOf(connection),
    exports: exportsOf(connection),
    zalo: zaloOf(connection),
    viewer: async (options) => (await connection.query(ViewerDocument, {}, options)).viewer,
  };
}
