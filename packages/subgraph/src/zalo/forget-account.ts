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

/**
 * Does what an event asked for and no server did: it failed, or the server ended. Any number of workers may do so at once.
 * What fails waits, and what stands behind it is done.
 *
 * @throws Error for the first that failed, once all others are done
 */
export async function forgetAccountsLeft(db: Database, now: Date): Promise<void> {
  const failures: unknown[] = [];
  while (await forgetOneLeft(db, now, failures));
  if (failures.length === 0) return;
  const [first] = failures;
  const reason = first instanceof Error ? first.message : String(first);
  const told = `${failures.length} withdrawals of consent in Zalo failed and wait ${RETRY_AFTER_S} seconds`;
  throw new Error(`${told}: ${reason}`, { cause: first });
}

/** Zalo may still repeat the event for a day. */
const REMEMBERED_HOURS = 48;
/** What failed is seldom mended within seconds, and each try is a line in the log. */
const RETRY_AFTER_S = 60;

/** @returns false where nothing is left */
async function forgetOneLeft(db: Database, now: Date, failures: unknown[]): Promise<boolean> {
  let taken: string | undefined;
  try {
    await inTransaction(db, async (tx) => {
      // The worker's statements have no limit: a row that somebody holds would stop all else that it does.
      await tx.rows(sql`/* waitASecond */ set local lock_timeout = '1s'`);
      const event = await takeOneLeft(tx, now);
      taken = event?.id;
      if (event !== undefined) await forgetAccount(tx, event, now);
    });
  } catch (error) {
    if (taken === undefined) throw error;
    await postpone(db, taken, now);
    failures.push(error);
  }
  return taken !== undefined;
}

async function takeOneLeft(
  tx: Transaction,
  now: Date,
): Promise<(AccountToForget & { id: string }) | undefined> {
  const at = sql`${now.toISOString()}::timestamptz`;
  const [event] = await tx.rows<AccountToForget & { id: string }>(sql`
    /* eventLeft */
    with due as materialized (
      select id, app_id, account_digests from zalo_event where account_digests <> '{}' and forget_after <= ${at}
      order by forget_after, id limit 1 for update skip locked
    )
    update zalo_event e set forget_after = ${at} + make_interval(hours => ${REMEMBERED_HOURS}), app_id = null,
      account_digests = '{}'
    from due where e.id = due.id returning e.id, due.app_id as "appId", due.account_digests as digests`);
  return event;
}

/** Unless somebody else has it in hand by now, or did it. */
async function postpone(db: Database, id: string, now: Date): Promise<void> {
  const at = sql`${now.toISOString()}::timestamptz`;
  await db.rows(sql`
    /* postponeEvent */
    update zalo_event set forget_after = ${at} + make_interval(secs => ${RETRY_AFTER_S})
    where id = ${id} and account_digests <> '{}' and forget_after <= ${at}`);
}
