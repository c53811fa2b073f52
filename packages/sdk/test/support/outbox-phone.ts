import { createClient } from '../../src/index.ts';
import {
  createOutbox,
  memoryStorage,
  type Outbox,
  type OutboxOptions,
  type OutboxPlace,
} from '../../src/outbox/index.ts';
import { type FakeClock, fakeClock, type MockServer, mockServer } from '../../src/testing/index.ts';
import { deviceLocks } from './locks.ts';
import { replaying, writesIn } from './outbox-server.ts';
import { personWith } from './token.ts';

interface Person {
  user: string;
  token: string;
}

export const LAN: Person = personWith('lan');
export const MINH: Person = personWith('minh');
export const VISIT = {
  teamId: 't-1',
  kind: 'HOUSEHOLD_VISIT',
  title: 'Đi từng ngõ',
  startsAt: '2026-11-20T08:00:00+07:00',
} as const;

interface Phone {
  clock: FakeClock;
  /** What its storage holds. */
  texts: Map<string, string>;
  server: MockServer;
  signedIn: { token: string | null };
  place: OutboxPlace;
  /** Another tab. */
  open(more?: Partial<OutboxOptions>): Outbox;
  outbox: Outbox;
}

/** A phone in somebody's hands, and the network that it has. */
export function phone(
  answers: Parameters<typeof mockServer>[0]['x'],
  options: Partial<OutboxOptions> = {},
): Phone {
  const clock = fakeClock();
  const locks = deviceLocks();
  const texts = new Map<string, string>();
  const signedIn = { token: LAN.token as string | null };
  const server = mockServer({ ReplayOutbox: answers ?? replaying() });
  const client = createClient({
    ...{ url: 'https://example.gov.vn/graphql', fetch: server.fetch, clock, maxRetries: 0 },
    getToken: () => signedIn.token,
  });
  const open = (more: Partial<OutboxOptions> = {}): Outbox =>
    createOutbox({
      ...{ user: LAN.user, storage: memoryStorage({ texts }), transport: client.outbox, clock },
      ...{ isAutomatic: false, locks, ...options, ...more },
    });
  const place = { user: LAN.user, storage: memoryStorage({ texts }) };
  return { clock, texts, server, open, signedIn, place, outbox: open() };
}

export const sentTitles = (server: MockServer): unknown[][] =>
  server.requests.map((request) => writesIn(request).map(({ input }) => input['title']));
