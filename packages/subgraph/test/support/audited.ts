import { setTimeout as sleep } from 'node:timers/promises';
import type { Database } from '../../src/database/client.ts';
import { appendAudit, type Change } from '../../src/operations/audit.ts';
import { sealAudit } from '../../src/operations/seal-audit.ts';
import { inTransaction } from '../../src/operations/transaction.ts';

export const WHO = { tenant: 't', actor: 'leader', field: 'updateTeam' };

/** A change of a team, with what a test says of it. */
export const changeOf = (change: Partial<Change> = {}): Change => ({
  ...{ entityType: 'Team', entityId: '1', version: 2, reason: 'đổi tên' },
  ...{ before: { name: 'Tổ 1' }, after: { name: 'Tổ số 1' } },
  ...change,
});

/** Appends a change in a transaction of its own. */
export const audit = (db: Database, change: Partial<Change> = {}): Promise<void> =>
  inTransaction(db, (tx) => appendAudit(tx, WHO, changeOf(change)));

/**
 * Writers at work: each writes its entries one after the other, some in transactions that stay open for a while after
 * the first of two entries, so that ids are given out in another order than transactions begin and end.
 */
export async function auditAtOnce(
  db: Database,
  { writers, entriesEach }: { writers: number; entriesEach: number },
): Promise<void> {
  const write = async (writer: number) => {
    for (let entry = 0; entry < entriesEach; entry += 2) {
      await inTransaction(db, async (tx) => {
        await appendAudit(tx, WHO, changeOf({ entityId: `${writer}-${entry}` }));
        if (Math.random() < 0.1) await sleep(Math.random() * 30);
        await appendAudit(tx, WHO, changeOf({ entityId: `${writer}-${entry + 1}` }));
      });
    }
  };
  await Promise.all(Array.from({ length: writers }, (_, writer) => write(writer)));
}

/**
 * Seals so many entries at once. A short transaction of somebody else on the same server, the autovacuum's for one, may
 * hide some of them for a moment: what was sealed without them is undone.
 */
export async function sealTogether(database: Database, entries: number): Promise<void> {
  const inPart = new Error('sealed in part');
  for (let isWhole = false; !isWhole; ) {
    isWhole = await inTransaction(database, async (tx) => {
      if ((await sealAudit(tx)) < entries) throw inPart;
      return true;
    }).catch((error: unknown) => {
      if (error !== inPart) throw error;
      return false;
    });
  }
}
