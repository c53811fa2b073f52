import sql from 'sql-template-tag';
import type { Database } from '../database/client.ts';

/** Longer than a phone in the hills stays without a signal. */
export const KEY_RETENTION_DAYS = 30;

/**
 * Forgets the outcomes of keys that are past their retention. The keys themselves stay, a hundred bytes each: a replay
 * that comes after all is told so and is never run again.
 *
 * @returns how many outcomes were forgotten
 */
export async function expireKeys(db: Database, now: Date): Promise<number> {
  const rows = await db.rows(sql`
    /* expireKeys */
    update idempotency_key set outcome = null
    where outcome is not null and created_at < ${now.toISOString()}::timestamptz - make_interval(days => ${KEY_RETENTION_DAYS})
    returning key`);
  return rows.length;
}
