import {
  CnscdConflict,
  CnscdError,
  connect,
  createClient,
  type GetToken,
  teamCopiesOf,
  teamsOf,
  userOf,
} from '../../src/index.ts';
import { createOutbox, type OutboxStatus, type OutboxStorage } from '../../src/outbox/index.ts';
import { mockServer, status } from '../../src/testing/index.ts';

// packages/sdk/README.md shows parts of this file; examples/gateway/test/docs.test.ts holds the two together and runs
// them against a gateway.

export interface Found {
  reported: number | null;
  warnings: string[];
  names: string[];
}

export async function readTeams(url: string): Promise<Found> {
  const client = createClient({ url, timeoutMs: 10_000, maxRetries: 2 });
  const { teams, warnings } = await client.overviews.get({ unitCode: '45', asOf: '2023-09-30' });
  const reported = teams.reported?.value ?? null; // null: no source states it, never 0

  const names: string[] = [];
  for await (const team of client.teams.all({ unitCode: '468', asOf: '2023-09-30', level: 'COMMUNE' })) {
    names.push(team.name);
  }
  return { reported, warnings: warnings.map((warning) => warning.code), names };
}

/** @returns the Vietnamese sentence of the refusal that is expected */
export async function readRefusal(url: string): Promise<string | null> {
  const client = createClient({ url });
  try {
    await client.units.get({ code: '45', asOf: '2025-07-01' });
  } catch (error) {
    if (error instanceof CnscdError && error.code === 'UNIT_NOT_FOUND') return error.messages.vi;
    throw error;
  }
  return null;
}

/** Who has signed in, and a team that he or she is in. */
interface Author {
  url: string;
  getToken: GetToken;
  teamId: string;
}

/** What is shown to somebody who was slower. */
interface Clash {
  message: string;
  newest: unknown;
  newestVersion: number;
}

/** @returns what a change of a version that is no longer there comes to */
export async function recordVisit({ url, getToken, teamId }: Author): Promise<Clash | null> {
  const client = createClient({ url, getToken });
  const visit = await client.activities.record({
    teamId,
    kind: 'HOUSEHOLD_VISIT',
    title: 'Hướng dẫn cài VNeID tại nhà',
    startsAt: '2026-11-20T08:00:00+07:00',
    outcomes: [{ topic: 'E_ID', reached: 12, assisted: 8, succeeded: null }], // null: not known, never 0
  });
  await client.activities.update({ id: visit.id, expectedVersion: visit.version, place: 'Thôn An Mỹ' });
  try {
    await client.activities.update({ id: visit.id, expectedVersion: visit.version, title: 'Tên khác' });
  } catch (error) {
    if (!(error instanceof CnscdConflict)) throw error;
    return { message: error.messages.vi, newest: error.current, newestVersion: error.currentVersion };
  }
  return null;
}

/** @returns names of teams, by a page that has nothing else of the client */
export async function searchTeams(url: string): Promise<string[]> {
  const teams = teamsOf(connect({ url }));
  const found = await teams.toArray({ search: 'cam lo' }, { limit: 20 });
  return found.map((team) => team.name);
}

/** @returns the queue before and after there was a connection */
export async function keepVisit(
  { url, getToken, teamId }: Author,
  storage: OutboxStorage,
): Promise<OutboxStatus[]> {
  const client = createClient({ url, getToken });
  const user = userOf((await getToken({ isRefresh: false })) ?? '');
  if (user === null) throw new Error('nobody has signed in');
  const outbox = createOutbox({ user, storage, transport: client.outbox, isAutomatic: false });
  const statuses: OutboxStatus[] = [];
  outbox.subscribe((status) => statuses.push(status));

  await outbox.enqueue('recordActivity', {
    teamId,
    kind: 'HOUSEHOLD_VISIT',
    title: 'Hướng dẫn cài VNeID tại nhà',
    startsAt: '2026-11-20T08:00:00+07:00',
  });
  const { pendingCount, stuckCount, pause, lastSyncAt } = await outbox.flush();
  const text =
    pendingCount === 0 && lastSyncAt !== null
      ? `Đã đồng bộ lúc ${lastSyncAt.toLocaleTimeString('vi-VN')}`
      : `${pendingCount} hoạt động chờ đồng bộ`;
  return stuckCount === 0 && pause === null && text.startsWith('Đã') ? statuses : [];
}

/** @returns how many times the server was asked */
export async function testOwnPage(): Promise<number> {
  const page = { totalCount: 0, pageInfo: { hasNextPage: false, endCursor: null }, nodes: [] };
  const server = mockServer({ Teams: [status(503), { teams: page }] });
  const client = createClient({ url: 'https://example.gov.vn/graphql', fetch: server.fetch });
  await client.teams.list({ search: 'cam lo' });
  return server.requests.length;
}

/** @returns whether nothing changed meanwhile */
export async function copyTeam({ url, getToken, teamId }: Author): Promise<boolean> {
  const client = createClient({ url, getToken });
  const copies = teamCopiesOf(client);
  const copy = await copies.load({ teamId });
  const newer = await copies.follow(copy); // the same team and lists in it where nothing of them changed
  return newer.activities === copy.activities;
}
