import { CnscdError } from '../../packages/sdk/src/index.ts';
import type { QueuedWrite } from '../../packages/sdk/src/outbox/index.ts';
import { bury, type Day, isDamaged, maybeKill, tabOf, titleOf } from './day.ts';
import type { Promised } from './ledger.ts';
import type { OpenOutbox } from './phone.ts';

// What people do to writes that wait. The queue may say no at any time: what was sent meanwhile is not changed.

/** One of what waits in a tab, if it is still open after the look. */
export async function itemOf(
  day: Day,
  { outbox, tab }: OpenOutbox,
  isWanted: (item: QueuedWrite) => boolean,
): Promise<QueuedWrite | undefined> {
  const status = await day.phone.drive(outbox.refresh(), tab);
  await bury(day);
  const found = status === 'KILLED' ? [] : status.items.filter(isWanted);
  return found.length === 0 ? undefined : day.phone.chance.of(found);
}

/** Waits for a change. @returns whether it was made; null where nobody knows, because the tab is gone */
export async function changed(
  day: Day,
  { tab }: OpenOutbox,
  change: Promise<unknown>,
): Promise<boolean | null> {
  try {
    const end = await day.phone.drive(change, tab);
    await bury(day);
    return end === 'KILLED' ? null : true;
  } catch (error) {
    const codes = ['OUTBOX_ITEM_SENT', 'OUTBOX_ITEM_NOT_FOUND', 'OUTBOX_FULL', 'TIMEOUT'];
    if (!(error instanceof CnscdError) || !codes.includes(error.code)) throw error;
    await bury(day);
    return false;
  }
}

export function unlessFull(error: unknown): void {
  if (!(error instanceof CnscdError) || error.code !== 'OUTBOX_FULL') throw error;
}

const promisedOf = ({ ledger }: Day, item: QueuedWrite): Promised | undefined =>
  ledger.promises.find(
    ({ entityId, title }) => entityId === item.input?.['id'] && title === item.input?.['title'],
  );

/** Whether it is a record that nothing else was promised about. */
const isAlone = (day: Day, { field, input }: QueuedWrite): boolean =>
  field === 'recordActivity' &&
  !isDamaged(day, String(input?.['id'])) &&
  day.ledger.promises.filter(({ entityId, word }) => entityId === input?.['id'] && word !== 'REFUSED')
    .length === 1;

/** Another title for a write that waits: the old one must not take effect any more, unless it may have been sent. */
export async function editOne(day: Day): Promise<void> {
  const opened = tabOf(day);
  const item = await itemOf(day, opened, (each) => ['WAITING', 'SET_ASIDE'].includes(each.state));
  const promised = item && promisedOf(day, item);
  if (item === undefined || promised === undefined || opened.tab.isDead) return;
  const { promises } = day.ledger;
  const before: Promised = { ...promised, word: 'REFUSED' };
  promised.title = titleOf(day);
  promises.splice(promises.indexOf(promised), 0, before);
  maybeKill(day, opened);
  const edit = opened.outbox.edit(item.id, { ...item.input, title: promised.title });
  const isChanged = await changed(day, opened, edit);
  if (isChanged === false) {
    promised.title = before.title;
    promises.splice(promises.indexOf(before), 1);
  } else if (isChanged === null || !isSurelyUnsent(day, item)) {
    // One of the two must be there: what was kept is not lost by an edit that was cut short.
    if (promised.word === 'KEPT') day.ledger.eitherOf.push([before, promised]);
    before.word = 'UNKNOWN';
    promised.word = 'UNKNOWN';
  }
}

/**
 * What a look found unsent is sent meanwhile only where an outbox sends by itself. Of what was refused for now an earlier
 * request may still be on its way.
 */
const isSurelyUnsent = ({ isAutomatic }: Day, { state, problem }: QueuedWrite): boolean =>
  state === 'WAITING' && problem === null && !isAutomatic;

/** Gives a write up: it must not take effect any more, unless it may have been sent. */
export async function discardOne(day: Day): Promise<void> {
  const opened = tabOf(day);
  const item = await itemOf(day, opened, (each) => each.input !== null && isAlone(day, each));
  const promised = item && promisedOf(day, item);
  if (item === undefined || promised === undefined || opened.tab.isDead) return;
  maybeKill(day, opened);
  const isGone = await changed(day, opened, opened.outbox.discard(item.id, { evenIfSent: true }));
  if (isGone === false) return;
  promised.word = isGone === true && isSurelyUnsent(day, item) ? 'REFUSED' : 'UNKNOWN';
  day.things = day.things.filter(({ id }) => id !== promised.entityId);
}
