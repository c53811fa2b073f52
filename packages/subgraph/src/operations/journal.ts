import sql from 'sql-template-tag';
import type { Database } from '../database/client.ts';
import type { Transaction } from './transaction.ts';

/** How long a bundle of changes can be undone. Afterwards its rows are forgotten, and with them whom they named. */
export const JOURNAL_RETENTION_DAYS = 30;

const DAY_MS = 86_400_000;

/** Until when a bundle of changes can be undone. */
export const undoableUntil = (appliedAt: Date): Date =>
  new Date(appliedAt.getTime() + JOURNAL_RETENTION_DAYS * DAY_MS);

/** A bundle of changes that can be undone as one, and whether it was. */
export interface Journal {
  id: string;
  kind: string;
  createdAt: Date;
  undoneAt: Date | null;
}

/**
 * From here to the end of the transaction, every change of the register is written down under this id, by triggers and
 * whatever makes it, so that all of them can be undone as one. Tables with a trigger named "journal" take part.
 */
export async function startJournal(
  tx: Transaction,
  { id, kind }: Pick<Journal, 'id' | 'kind'>,
): Promise<void> {
  await tx.rows(sql`
    /* startJournal */
    with journal as (insert into journal (id, kind) values (${id}::uuid, ${kind}) returning id)
    select set_config('cnscd.journal', id::text, true) from journal`);
}

/** A journal as it stands; null where there is none, or no more. */
export async function findJournal(tx: Transaction, id: string): Promise<Journal | null> {
  const [row] = await tx.rows<Journal>(sql`
    /* findJournal */
    select id, kind, created_at as "createdAt", undone_at as "undoneAt" from journal where id = ${id}::uuid`);
  return row ?? null;
}

/**
 * Forgets the journals that are past their retention, undone or not.
 *
 * @returns how many
 */
export async function expireJournals(db: Database, now: Date): Promise<number> {
  const rows = await db.rows(sql`
    /* expireJournals */
    with expired as (
      delete from journal
      where created_at < ${now.toISOString()}::timestamptz - make_interval(days => ${JOURNAL_RETENTION_DAYS})
      returning id
    ), forgotten as (
      delete from journal_row r using expired where r.journal_id = expired.id
    )
    select id from expired`);
  return rows.length;
}
