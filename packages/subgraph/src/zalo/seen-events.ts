import type { SeenEvents } from '@cnscd/zalo';
import sql from 'sql-template-tag';
import type { Database } from '../database/client.ts';

/** Remembers events of Zalo for all servers of one database. */
export function seenEvents(db: Database, clock: () => Date): SeenEvents {
  return {
    async claim(id, until) {
      const taken = await db.rows(sql`
        /* claimEvent */
        insert into zalo_event as seen (id, forget_after) values (${id}, ${until.toISOString()}::timestamptz)
        on conflict (id) do update set forget_after = excluded.forget_after
        where seen.forget_after <= ${clock().toISOString()}::timestamptz returning id`);
      return taken.length === 1;
    },
    async settle(id, forgetAfter) {
      await db.rows(sql`
        /* settleEvent */
        update zalo_event set forget_after = ${forgetAfter.toISOString()}::timestamptz where id = ${id}`);
    },
    async release(id) {
      await db.rows(sql`/* releaseEvent */ delete from zalo_event where id = ${id}`);
    },
  };
}
