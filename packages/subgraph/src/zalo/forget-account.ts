import { today } from '@cnscd/domain';
import { CONSENT_REVOKED } from '@cnscd/zalo';
import sql from 'sql-template-tag';
import type { Database } from '../database/client.ts';
import { inTransaction, type Transaction } from '../operations/transaction.ts';
import type { Who } from '../operations/write.ts';
import { withdrawConsents } from '../rights/give-consents.ts';
import { linksOfAccount, removeLinks } from './links.ts';
import { sessionIssuer } from './session-issuer.ts';

/** An account whose person withdrew consent in Zalo. */
export interface AccountToForget {
  appId: string;
  /** One for each key. */
  digests: readonly Buffer[];
}

/**
 * Forgets whose account it was, ends its sessions, and withdraws what the person agreed to by Zalo. Done again it does
 * nothing, so that an event whose server died over it may come again. Also a link that is younger than the event goes:
 * clocks differ, and who still wants it is one tap away from it.
 */
export async function forgetAccount(
  tx: Transaction,
  { appId, digests }: AccountToForget,
  now: Date,
): Promise<void> {
  const who: Who = { tenant: sessionIssuer(appId), actor: 'zalo', field: CONSENT_REVOKED };
  const memberIds = await removeLinks(tx, who, { which: linksOfAccount(appId, digests), now });
  if (memberIds.length > 0)
    await withdrawConsents(tx, who, { memberIds, channel: 'ZALO', day: today(now), now });
}

/** Does what an event asked for and no server did: it failed, or the server ended. Any number of workers may do so at once. */
export async function forgetAccountsLeft(db: Database, now: Date): Promise<void> {
  while (await inTransaction(db, (tx) => forgetOneLeft(tx, now)));
}

/** Zalo may still repeat the event for a day. */
const REMEMBERED_HOURS = 48;

async function forgetOneLeft(tx: Transaction, now: Date): Promise<boolean> {
  const at = sql`${now.toISOString()}::timestamptz`;
  const [event] = await tx.rows<AccountToForget>(sql`
    /* eventLeft */
    with due as materialized (
      select id, app_id, account_digests from zalo_event where account_digests <> '{}' and forget_after <= ${at}
      order by forget_after, id limit 1 for update skip locked
    )
    update zalo_event e set forget_after = ${at} + make_interval(hours => ${REMEMBERED_HOURS}), app_id = null,
      account_digests = '{}'
    from due where e.id = due.id returning due.app_id as "appId", due.account_digests as digests`);
  if (event === undefined) return false;
  await forgetAccount(tx, event, now);
  return true;
}
