import { CnscdError, newId } from '../../packages/sdk/src/index.ts';
import { exportOutbox, importOutbox } from '../../packages/sdk/src/outbox/index.ts';
import { bury, type Day, isDamaged, maybeKill, type Thing, tabOf, titleOf } from './day.ts';
import { STORAGE_KINDS } from './device-storage.ts';
import { newLedger, type Promised } from './ledger.ts';
import { FAULTS } from './network.ts';
import { makePhone, type OpenOutbox } from './phone.ts';
import { changed, discardOne, editOne, itemOf, unlessFull } from './schedule-changes.ts';
import type { World } from './world.ts';

/** One phone through a bad day, and what is wrong afterwards. */
export interface ScheduleReport {
  seed: number;
  /** In words; empty: every write took effect once, under its author, in its order. */
  faults: string[];
  writes: number;
  requests: number;
  kills: number;
  /** What happened, and how often: faults of the line, and steps of the day. */
  events: ReadonlyMap<string, number>;
}

export const STEPS = [
  ...['RECORD', 'RECORD', 'RECORD', 'CHANGE', 'CHANGE', 'FLUSH', 'FLUSH', 'FLUSH', 'WAIT'],
  ...['END_SESSION', 'NO_REFRESH', 'SWITCH_USER', 'KILL', 'DAMAGE', 'FILL', 'SET_CLOCK', 'SECOND_TAB'],
  ...['EDIT', 'EDIT', 'DISCARD', 'RETRY', 'BLOCK_ONE', 'MOVE'],
] as const;

/** Runs the schedule of a seed: the same seed, the same faults. */
export async function runSchedule(world: World, seed: number): Promise<ScheduleReport> {
  const storageKind = STORAGE_KINDS[seed % STORAGE_KINDS.length] ?? 'MEMORY';
  const phone = makePhone(world, { seed, hasLocks: seed % 2 === 0, storageKind });
  const { chance, network } = phone;
  const isAutomatic = seed % 4 === 1;
  const day: Day = {
    ...{ world, phone, seed, isAutomatic, ledger: newLedger(), things: [] },
    tabs: [phone.open({ isAutomatic })],
    ...{ damaged: new Map(), kills: 0, hasLease: true, events: new Map() },
  };
  network.faultRatio = chance.of([0, 0.3, 0.6, 0.9]);
  // Each fault has its turn, whatever chance makes of the rest.
  network.planned.push(...[seed, seed + 5].map((place) => FAULTS[place % FAULTS.length] ?? 'NONE'));
  const count = 12 + chance.below(16);
  for (let number = 0; number < count; number++) {
    const step = chance.of(STEPS);
    day.events.set(step, (day.events.get(step) ?? 0) + 1);
    await STEP[step](day);
  }
  const stuck = await recover(day);
  const faults = [...stuck, ...(await day.ledger.faults(world))];
  const isCrowded = phone.mostAtOnce > 1 && (seed % 2 === 0 || day.hasLease);
  return {
    seed,
    faults: isCrowded ? [...faults, `CROWDED: ${phone.mostAtOnce} requests of one queue at once`] : faults,
    writes: day.ledger.promises.length,
    requests: network.requests,
    kills: day.kills,
    events: new Map([...day.events, ...network.met]),
  };
}

const STEP: Readonly<Record<(typeof STEPS)[number], (day: Day) => Promise<void>>> = {
  async RECORD(day) {
    const { person } = tabOf(day);
    const thing: Thing = { id: newId(), person, version: 1 };
    const title = titleOf(day);
    const input = {
      id: thing.id,
      teamId: person.teamId,
      kind: 'MEETING',
      title,
      startsAt: STARTS_AT,
    } as const;
    const word = await enqueue(day, thing, { field: 'recordActivity', title }, (outbox) =>
      outbox.enqueue('recordActivity', input),
    );
    if (word === 'KEPT') day.things.push(thing);
  },
  async CHANGE(day) {
    const { person } = tabOf(day);
    const own = day.things.filter((thing) => thing.person === person && !isDamaged(day, thing.id));
    if (own.length === 0) return;
    const thing = day.phone.chance.of(own);
    const title = titleOf(day);
    const input = { id: thing.id, expectedVersion: thing.version, title };
    const word = await enqueue(day, thing, { field: 'updateActivity', title }, (outbox) =>
      outbox.enqueue('updateActivity', input),
    );
    if (word === 'KEPT') thing.version += 1;
    // Nobody knows which version it has now.
    if (word === 'UNKNOWN') day.things = day.things.filter((each) => each !== thing);
  },
  async FLUSH(day) {
    const { chance } = day.phone;
    const tab = tabOf(day);
    maybeKill(day, tab);
    // Another tab may want to send at the same moment.
    const flushes = chance.is(0.3) ? day.tabs : [tab];
    const ends = flushes.map(({ outbox, tab: { death } }) => Promise.race([outbox.flush(), death]));
    await day.phone.drive(Promise.all(ends));
    await bury(day);
  },
  WAIT: ({ phone }) => phone.wait(phone.chance.below(600_000)),
  async END_SESSION({ phone }) {
    phone.session.isOver = true;
  },
  async NO_REFRESH({ phone }) {
    phone.session.isOver = true;
    phone.session.noRefreshBeforeMs = phone.clock.now() + 3_600_000;
  },
  async SWITCH_USER(day) {
    const { phone, world, tabs } = day;
    const other = world.people.find((person) => person !== phone.session.person) ?? world.people[0];
    // The old page may stay open, and go on trying.
    if (phone.chance.is(0.5)) for (const { outbox } of tabs) outbox.close();
    phone.session.person = other;
    day.tabs = [phone.open(day), ...(phone.chance.is(0.3) ? tabs.slice(0, 1) : [])];
  },
  async KILL(day) {
    const { tab } = tabOf(day);
    tab.kill();
    day.kills += 1;
    await bury(day);
  },
  async DAMAGE({ phone, damaged }) {
    const records = [...phone.texts].filter(([name]) => name.includes('/item/'));
    if (records.length === 0 || phone.chance.is(0.5)) return;
    const [name, text] = phone.chance.of(records);
    const entity = /"id":"([0-9a-f-]{36})"/.exec(text.slice(text.indexOf('"input"')))?.[1];
    damaged.set(name, entity ?? damaged.get(name) ?? '');
    phone.texts.set(name, text.slice(0, text.length - 1 - phone.chance.below(text.length - 1)));
  },
  async FILL(day) {
    const { phone } = day;
    const used = [...phone.texts].reduce((sum, [name, text]) => sum + name.length + text.length, 0);
    const isFull = phone.chance.is(0.5);
    phone.room.characters = isFull ? used + phone.chance.below(900) : 200_000;
    if (isFull) day.hasLease = false;
  },
  async SET_CLOCK(day) {
    const { phone } = day;
    day.hasLease = false;
    phone.clock.set(phone.clock.now() + phone.chance.of([-86_400_000, 86_400_000, -3_600_000]));
  },
  EDIT: (day) => editOne(day),
  DISCARD: (day) => discardOne(day),
  async RETRY(day) {
    const opened = tabOf(day);
    const item = await itemOf(day, opened, ({ state }) => state === 'SET_ASIDE');
    if (item !== undefined) await changed(day, opened, opened.outbox.retry(item.id));
  },
  async BLOCK_ONE({ phone, ledger }) {
    const { blocked } = phone.network;
    const promised = ledger.promises.at(-1);
    if (blocked.size > 0 || promised === undefined) blocked.clear();
    else blocked.add(promised.title);
  },
  /** To another phone and back, while the first one sends. */
  async MOVE(day) {
    const { tab, person, outbox, storage } = tabOf(day);
    const place = { user: person.user, storage };
    const move = async () => {
      const text = await exportOutbox(place);
      await outbox.flush();
      await importOutbox(place, text).catch(unlessFull);
    };
    await day.phone.drive(Promise.race([move(), tab.death]));
    await bury(day);
  },
  async SECOND_TAB(day) {
    if (day.tabs.length < 3) day.tabs.push(day.phone.open(day));
  },
};

/** An edit that may have come after the deed: the server says that it knows the thing already, and a person decides. */
const isOfEither = ({ ledger }: Day, input: Readonly<Record<string, unknown>>) =>
  ledger.eitherOf.some(([{ entityId }]) => entityId === input['id']);

const STARTS_AT = '2026-11-20T08:00:00+07:00';

/** Makes a write and puts down what its author was told. */
async function enqueue(
  day: Day,
  thing: Thing,
  { field, title }: Pick<Promised, 'field' | 'title'>,
  write: (outbox: OpenOutbox['outbox']) => Promise<unknown>,
): Promise<Promised['word']> {
  const candidates = day.tabs.filter(({ person }) => person === thing.person);
  if (candidates.length === 0) return 'REFUSED';
  const tab = day.phone.chance.of(candidates);
  const promised: Promised = {
    ...{ entityId: thing.id, field, title, subject: thing.person.subject, word: 'UNKNOWN' },
  };
  day.ledger.promises.push(promised);
  maybeKill(day, tab);
  try {
    const end = await day.phone.drive(write(tab.outbox), tab.tab);
    promised.word = end === 'KILLED' ? 'UNKNOWN' : 'KEPT';
  } catch (error) {
    if (!(error instanceof CnscdError) || error.code !== 'OUTBOX_FULL') throw error;
    promised.word = 'REFUSED';
  }
  await bury(day);
  return promised.word;
}

/**
 * The line holds, there is room, and everybody who wrote something signs in once more.
 *
 * @returns what does not get through all the same, and was not damaged
 */
async function recover(day: Day): Promise<string[]> {
  const stuck: string[] = [];
  const { phone, world, ledger, damaged } = day;
  phone.network.faultRatio = 0;
  phone.network.blocked.clear();
  phone.room.characters = Number.POSITIVE_INFINITY;
  phone.session.noRefreshBeforeMs = 0;
  for (const { outbox, tab } of day.tabs) {
    outbox.close();
    tab.kill();
  }
  await phone.network.settle();
  for (const person of world.people) {
    phone.session.person = person;
    const { outbox, tab } = phone.open(day);
    const { items: left } = await phone.drive(outbox.refresh(), tab).then(alive);
    // A person looks at what was left to people, and has it sent again.
    for (const { id, state } of left)
      if (state === 'SET_ASIDE') await phone.drive(outbox.retry(id), tab).then(alive);
    for (let round = 0; round < 20; round++) {
      // What sends by itself has nobody to help it.
      const next = day.isAutomatic ? outbox.refresh() : outbox.flush();
      const { pendingCount } = await phone.drive(next, tab).then(alive);
      if (pendingCount === 0) break;
      await phone.wait(1_000_000);
    }
    const { items } = outbox.status;
    const unreadable = items.filter(({ state }) => state === 'UNREADABLE');
    if (unreadable.length > damaged.size) stuck.push('UNREADABLE: a record that nobody damaged');
    for (const { state, field, input, problem } of items)
      if (input !== null && !isDamaged(day, String(input['id'])) && !isOfEither(day, input))
        stuck.push(`STUCK: ${state} ${field} ${input['title']}: ${problem?.code}`);
    outbox.close();
  }
  await phone.network.settle();
  const intact = ledger.eitherOf.filter(([{ entityId }]) => !isDamaged(day, entityId));
  ledger.eitherOf.splice(0, ledger.eitherOf.length, ...intact);
  for (const promised of ledger.promises)
    if (isDamaged(day, promised.entityId) && promised.word === 'KEPT') promised.word = 'UNKNOWN';
  return stuck;
}

function alive<Value>(value: Value | 'KILLED'): Value {
  if (value === 'KILLED') throw new Error('a tab was killed that nobody meant to');
  return value;
}
