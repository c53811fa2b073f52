import sql from 'sql-template-tag';
import type { Transaction } from './transaction.ts';

/** A row by its table and primary key. */
export interface JournaledRow {
  table: string;
  key: Readonly<Record<string, string>>;
}

/**
 * Why a journal cannot be undone.
 *
 * - CHANGED: the row is no longer as the journal left it, whatever its version
 * - REFERENCED: the row was new, and others have come to refer to it
 * - TAKEN: what made a row unique has been given to another
 * - MISSING: what a row referred to has gone
 */
export interface BlockedRow extends JournaledRow {
  reason: 'CHANGED' | 'REFERENCED' | 'TAKEN' | 'MISSING';
}

/** The rows that are again as they were, or what stands in the way: then nothing was undone. */
export type Undone = { restored: JournaledRow[] } | { blocked: BlockedRow[] };

/**
 * Undoes a bundle of changes, all of it or nothing: rows that it inserted go, rows that it deleted come back, rows that
 * it changed are as before. Only a `version` goes on, so that nobody mistakes the restored row for the undone one.
 * What is undone is not journaled itself.
 *
 * @throws Error where there is no such journal, or it is undone already: {@link findJournal} tells
 */
export async function undoJournal(tx: Transaction, id: string): Promise<Undone> {
  // One statement for all, however much it is: the limit of requests is not meant for it.
  await tx.rows(sql`set local statement_timeout = 0`);
  const rows = await tx.rows<JournaledRow & { reason: BlockedRow['reason'] | null }>(sql`
    /* undoJournal */
    select reason, table_name as "table", key from journal_undo(${id}::uuid)`);
  const blocked = rows.flatMap(({ reason, ...row }) => (reason === null ? [] : [{ ...row, reason }]));
  return blocked.length > 0 ? { blocked } : { restored: rows.map(({ table, key }) => ({ table, key })) };
}

/** How many rows are again as they were; or some of those that stand in the way, and how many there are. */
export type UndoneCount = { restored: number } | { blocked: BlockedRow[]; count: number };

const MOST_TOLD = 20;

/** The same for a bundle of any size: only counted. */
export async function undoLargeJournal(tx: Transaction, id: string): Promise<UndoneCount> {
  await tx.rows(sql`set local statement_timeout = 0`);
  const [row] = await tx.rows<{ restored: number; count: number; blocked: BlockedRow[] }>(sql`
    /* undoLargeJournal */
    with undone as materialized (select u.*, row_number() over () as n from journal_undo(${id}::uuid) u)
    select count(*) filter (where reason is null) as restored, count(reason) as count,
      coalesce(jsonb_agg(jsonb_build_object('reason', reason, 'table', table_name, 'key', key) order by n)
        filter (where reason is not null and n <= ${MOST_TOLD}), '[]') as blocked
    from undone`);
  if (row === undefined) throw new Error('a count without a row');
  return row.count > 0 ? { blocked: row.blocked, count: row.count } : { restored: row.restored };
}
