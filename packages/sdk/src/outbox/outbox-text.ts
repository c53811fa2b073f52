import type { Messages } from '@cnscd/domain';
import { CnscdError } from '@cnscd/sdk';
import { withOwnErrors } from './errors.ts';
import { type Contents, openQueue } from './queue.ts';
import type { OutboxRecord } from './record.ts';
import type { OutboxStorage } from './storage/outbox-storage.ts';

/** Whose records, and where they are kept: as `createOutbox` has it. */
export interface OutboxPlace {
  user: string;
  storage: OutboxStorage;
}

interface Exported {
  format: 'cnscd-outbox/1';
  user: string;
  records: readonly OutboxRecord[];
  remains: Contents['remains'];
}

const queueOf = ({ user, storage }: OutboxPlace) => openQueue(withOwnErrors(storage), user);

/**
 * All that waits, also what was set aside or damaged, as a text that another device takes in: under the same keys, so
 * that each write is still done once, as long as nobody changes it on the device that it came from. It holds what people
 * wrote: treat it as such.
 */
export async function exportOutbox(place: OutboxPlace): Promise<string> {
  const { records, remains } = await queueOf(place).read();
  const exported: Exported = { format: 'cnscd-outbox/1', user: place.user, records, remains };
  return JSON.stringify(exported);
}

/**
 * Takes an export in, all of it or nothing: what is there already stays. `flush` of the outbox sends it.
 *
 * @throws {CnscdError} `USER_CHANGED` for the export of somebody else, `OUTBOX_TEXT_INVALID`, `OUTBOX_FULL`
 * @returns how many were new
 */
export async function importOutbox(place: OutboxPlace, text: string): Promise<number> {
  const queue = queueOf(place);
  const exported = parsed(text);
  if (exported.user !== place.user) throw textError('USER_CHANGED');
  const there = await queue.read();
  const known = new Set([...there.records, ...there.remains].map(({ id }) => id));
  const lastPlace = there.records.at(-1)?.place ?? 0;
  const records = exported.records.filter(({ id }) => !known.has(id));
  const remains = exported.remains.filter(({ id, text }) => !known.has(id) && text !== null);
  try {
    // What the other device did with them since then, nobody here knows.
    for (const [index, record] of records.entries())
      await queue.put({ ...record, isSent: true, place: lastPlace + 1 + index });
    for (const { text: damaged, ...each } of remains) await queue.putText(each, damaged ?? '');
  } catch (error) {
    for (const each of [...records, ...remains]) await queue.remove(each);
    throw error;
  }
  return records.length + remains.length;
}

function parsed(text: string): Exported {
  try {
    const exported = JSON.parse(text) as Exported; // what is used of it is looked at below
    const areRight = exported.records.every(({ id, field, input }) => id && field && input);
    if (exported.format === 'cnscd-outbox/1' && areRight && Array.isArray(exported.remains)) return exported;
  } catch {
    // Told below: no export at all.
  }
  throw textError('OUTBOX_TEXT_INVALID');
}

const MESSAGES: Readonly<Record<'OUTBOX_TEXT_INVALID' | 'USER_CHANGED', Messages>> = {
  OUTBOX_TEXT_INVALID: {
    vi: 'Đây không phải là bản xuất của danh sách chờ gửi.',
    en: 'This text is no export of an outbox.',
  },
  USER_CHANGED: {
    vi: 'Bản xuất này là của người khác.',
    en: 'This export is of somebody else.',
  },
};

const textError = (code: keyof typeof MESSAGES) => new CnscdError(code, MESSAGES[code]);
