import { createClient } from '../../packages/sdk/src/index.ts';
import {
  createOutbox,
  type Outbox,
  type OutboxStorage,
  type OutboxTransport,
} from '../../packages/sdk/src/outbox/index.ts';
import { type FakeClock, fakeClock } from '../../packages/sdk/src/testing/index.ts';
import { type Chance, chanceFrom } from './chance.ts';
import { deviceStorage, type Room, type StorageKind } from './device-storage.ts';
import { faultyNetwork, type Network } from './network.ts';
import { deviceLocks, openTab, type Tab } from './tab.ts';
import type { Person, World } from './world.ts';

/** Who holds the phone, and what his or her session is worth. */
export interface Session {
  person: Person;
  /** The token that is kept is not taken any more; the next refresh gives one that is. */
  isOver: boolean;
  /** Until then asking for a new token fails. */
  noRefreshBeforeMs: number;
}

export interface OpenOutbox {
  tab: Tab;
  person: Person;
  outbox: Outbox;
  /** As the tab has it: what is done through it ends with the tab. */
  storage: OutboxStorage;
}

/** One device: its storage, its clock, its line, and the tabs that are open on it. */
export interface Phone {
  chance: Chance;
  clock: FakeClock;
  network: Network;
  texts: Map<string, string>;
  session: Session;
  room: Room;
  open(options?: { isAutomatic?: boolean }): OpenOutbox;
  /** Turns the clock while this waits for nothing but time, and lets the server work while it does. Ends with the tab. */
  drive<Value>(work: Promise<Value>, tab?: Tab): Promise<Value | 'KILLED'>;
  /** Lets this time go by. */
  wait(forMs: number): Promise<void>;
  /** The most requests of one user's queue that were on their way at once from tabs that live. */
  readonly mostAtOnce: number;
}

export interface PhoneOptions {
  seed: number;
  /** Whether its tabs have Web Locks; otherwise a lease keeps them apart. */
  hasLocks: boolean;
  /** @defaultValue `MEMORY` */
  storageKind?: StorageKind;
}

const ROOM = 200_000;

const untilKilled = (tab: Tab | undefined): Promise<'KILLED'> =>
  (tab?.death ?? new Promise<never>(() => {})).then(() => 'KILLED');

export function makePhone(world: World, options: PhoneOptions): Phone {
  const { seed, hasLocks, storageKind = 'MEMORY' } = options;
  const chance = chanceFrom(seed);
  const clock = fakeClock({ nowMs: Date.now(), seed });
  const network = faultyNetwork(world.url, chance);
  const locks = deviceLocks();
  const texts = new Map<string, string>();
  const room: Room = { characters: ROOM };
  const [person] = world.people;
  const session: Session = { person, isOver: false, noRefreshBeforeMs: 0 };
  const getToken = ({ isRefresh }: { isRefresh: boolean }) => {
    if (isRefresh) {
      if (clock.now() < session.noRefreshBeforeMs) throw new Error('the sign-in cannot be reached');
      session.isOver = false;
    }
    // A signature that is not right is what the end of a session looks like to the server.
    return session.isOver ? `${session.person.token.slice(0, -6)}AAAAAA` : session.person.token;
  };
  const onTheWay = new Map<string, Set<Tab>>();
  let mostAtOnce = 0;
  const watched = (transport: OutboxTransport, tab: Tab): OutboxTransport => ({
    async replay(input, options) {
      const tabs = (onTheWay.get(options.user) ?? new Set()).add(tab);
      onTheWay.set(options.user, tabs);
      mostAtOnce = Math.max(mostAtOnce, [...tabs].filter(({ isDead }) => !isDead).length);
      return transport.replay(input, options).finally(() => tabs.delete(tab));
    },
  });
  const phone: Phone = {
    ...{ chance, clock, network, texts, session, room },
    get mostAtOnce() {
      return mostAtOnce;
    },
    open({ isAutomatic = false } = {}) {
      const tab = openTab();
      const own = tab.clock(clock);
      const storage = tab.storage(deviceStorage(storageKind, texts, room));
      const client = createClient({ url: world.url, getToken, fetch: tab.fetch(network.fetch), clock: own });
      const outbox = createOutbox({
        ...{ user: session.person.user, storage, clock: own, isAutomatic },
        ...{ transport: watched(client.outbox, tab), locks: hasLocks ? tab.locks(locks) : null },
      });
      return { tab, person: session.person, outbox, storage };
    },
    async wait(forMs) {
      await phone.drive(new Promise<void>((resolve) => clock.setTimeout(resolve, forMs)));
    },
    async drive(work, tab) {
      const end = Promise.race([work, untilKilled(tab)]).then(
        (value) => ({ value }),
        (error: unknown) => ({ error }),
      );
      let ended: Awaited<typeof end> | null = null;
      void end.then((each) => {
        ended = each;
      });
      for (let turns = 0; ; turns++) {
        await clock.advance(0);
        if (ended !== null) break;
        if (network.atWork > 0) await network.nextEnd();
        else if (!(await clock.ringNext())) throw new Error('the phone waits for something that never comes');
        if (turns > 20_000) throw new Error('the phone does not come to an end');
      }
      const { value, error } = (await end) as { value?: never; error?: unknown };
      if (error !== undefined) throw error;
      return value as never;
    },
  };
  return phone;
}
