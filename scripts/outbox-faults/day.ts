import type { Ledger } from './ledger.ts';
import type { OpenOutbox, Phone } from './phone.ts';
import type { Person, World } from './world.ts';

/** A thing that somebody recorded, to be changed later. */
export interface Thing {
  id: string;
  person: Person;
  version: number;
}

export interface Day {
  world: World;
  phone: Phone;
  ledger: Ledger;
  seed: number;
  things: Thing[];
  /** Whether its outboxes send by themselves. */
  isAutomatic: boolean;
  /** Tabs of whoever holds the phone; one or two. */
  tabs: OpenOutbox[];
  /** Entities of records that were damaged on purpose, by the names of the records. */
  damaged: Map<string, string>;
  kills: number;
  /** A lease goes by the clock, and needs room: two tabs may send at once then, under the same keys. */
  hasLease: boolean;
  events: Map<string, number>;
}

export const isDamaged = ({ damaged }: Day, entityId: string) => [...damaged.values()].includes(entityId);

export const tabOf = ({ tabs, phone }: Day): OpenOutbox => phone.chance.of(tabs);

export const titleOf = ({ seed, ledger }: Day): string => `Lịch ${seed} việc ${ledger.promises.length + 1}`;

export function maybeKill(day: Day, { tab }: OpenOutbox): void {
  const { chance } = day.phone;
  if (chance.is(0.1)) tab.killAt({ atStep: 1 + chance.below(12), when: chance.of(['BEFORE', 'AFTER']) });
}

/** Opens another page where one was killed. */
export async function bury(day: Day): Promise<void> {
  const dead = day.tabs.filter(({ tab }) => tab.isDead);
  for (const { outbox } of dead) outbox.close();
  day.kills += dead.length;
  day.tabs = day.tabs.filter(({ tab }) => !tab.isDead);
  if (day.tabs.length === 0) day.tabs.push(day.phone.open(day));
}
