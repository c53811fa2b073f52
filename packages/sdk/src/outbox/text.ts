import { outboxError } from './errors.ts';
import type { Contents, Queue } from './queue.ts';
import type { OutboxRecord } from './record.ts';

interface Exported {
  format: 'cnscd-outbox/1';
  user: string;
  records: readonly OutboxRecord[];
  remains: Contents['remains'];
}

/** All that waits, as a text that another device takes in: under the same keys, so that each is still done once. */
export function exportedText(user: string, { records, remains }: Contents): string {
  const exported: Exported = { format: 'cnscd-outbox/1', user, records, remains };
  return JSON.stringify(exported);
}

/** @returns how many were not there yet */
export async function takeIn(queue: Queue, user: string, text: string): Promise<number> {
  const exported = parsed(text);
  if (exported.user !== user) throw outboxError('USER_CHANGED');
  const there = await queue.read();
  const known = new Set([...there.records, ...there.remains].map(({ id }) => id));
  const lastPlace = there.records.at(-1)?.place ?? 0;
  const records = exported.records.filter(({ id }) => !known.has(id));
  const remains = exported.remains.filter(({ id, text }) => !known.has(id) && text !== null);
  for (const [index, record] of records.entries())
    await queue.put({ ...record, place: lastPlace + 1 + index });
  for (const { text: damaged, ...place } of remains) await queue.putText(place, damaged ?? '');
  return records.length + remains.length;
}

function parsed(text: string): Exported {
  try {
    const exported = JSON.parse(text) as Exported | null;
    if (exported?.format === 'cnscd-outbox/1') return exported; // as it was exported
  } catch {
    // Told below: no export at all.
  }
  throw outboxError('OUTBOX_TEXT_INVALID');
}
