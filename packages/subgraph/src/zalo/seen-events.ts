import type { SeenEvents } from '@cnscd/zalo';
import sql from 'sql-template-tag';
import type { Database } from '../database/client.ts';
import type { AccountToForget } from './forget-account.ts';

/**
 * Remembers events of Zalo for all servers of one database, and with each whose account it asks to forget until that is
 * done: Zalo may have been told that it is, and does not say it twice.
 *
 * @param toForget - null for an event that asks for nothing of the kind
 */
export function seenEvents<Event>(
  db: Database,
  clock: () => Date,
  toForget: (event: Event) => AccountToForget | null,
): SeenEvents<Event> {
  return {
    async claim(id, until, event) {
      const { appId, digests } = toForget(event) ?? { appId: null, digests: [] };
      const taken = await db.rows(sql`
        /* claimEvent */
        insert into zalo_event as seen (id, forget_after, app_id, account_digests)
        values (${id}, ${until.toISOString()}::timestamptz, ${appId}, ${digests}::bytea[])
        on conflict (id) do update set forget_after = excluded.forget_after, app_id = excluded.app_id,
          account_digests = excluded.account_digests
        where seen.forget_after <= ${clock().toISOString()}::timestamptz returning id`);
      return taken.length === 1;
    },
    async settle(id, forgetAfter) {
      await db.rows(sql`
        /* settleEvent */
        update zalo_event set forget_after = ${forgetAfter.toISOString()}::timestamptz, app_id = null, account_digests = '{}'
        where id = ${id}`);
    },
    async release(id) {
      await db.rows(sql`
        /* releaseEvent */
        update zalo_event set forget_after = ${clock().toISOString()}::timestamptz where id = ${id}`);
    },
  };
}
