import { DomainError } from '@cnscd/domain';
import sql from 'sql-template-tag';
import type { Database, Readable } from '../database/client.ts';
import type { ZaloAccount } from './links.ts';

const MOST_ATTEMPTS = 5;
const WITHIN_HOURS = 1;
const KEPT_HOURS = 24;

/**
 * Counts that an account which is linked to nobody asks to be, before Zalo is asked for its number.
 *
 * @throws {DomainError} `ZALO_ATTEMPTS_EXCEEDED` for the sixth time within an hour
 */
export async function countAttempt({ db }: Readable, account: ZaloAccount, now: Date): Promise<void> {
  const [{ digest }] = account.digests;
  const at = sql`${now.toISOString()}::timestamptz`;
  const isOver = sql`tried.since < ${at} - make_interval(hours => ${WITHIN_HOURS})`;
  const [row] = await db.rows<{ attempts: number }>(sql`
    /* countAttempt */
    insert into zalo_attempt as tried (app_id, account_digest, attempts, since) values (${account.appId}, ${digest}, 1, ${at})
    on conflict (app_id, account_digest) do update set attempts = case when ${isOver} then 1 else tried.attempts + 1 end,
      since = case when ${isOver} then ${at} else tried.since end
    returning attempts`);
  if ((row?.attempts ?? 0) > MOST_ATTEMPTS) throw attemptsExceeded();
}

/** Forgets attempts and events of Zalo that are past their time; what an event asks for is done first. */
export async function forgetZaloTraces(db: Database, now: Date): Promise<void> {
  await db.rows(sql`
    /* forgetAttempts */
    delete from zalo_attempt where since < ${now.toISOString()}::timestamptz - make_interval(hours => ${KEPT_HOURS})`);
  await db.rows(sql`
    /* forgetEvents */
    delete from zalo_event where forget_after < ${now.toISOString()}::timestamptz and account_digests = '{}'`);
}

const attemptsExceeded = () =>
  new DomainError('ZALO_ATTEMPTS_EXCEEDED', {
    vi: `Tài khoản Zalo này đã thử gắn với sổ quá ${MOST_ATTEMPTS} lần trong ${WITHIN_HOURS} giờ; hãy chờ rồi thử lại, hoặc nhờ tổ trưởng, cán bộ xã kiểm tra số điện thoại trong sổ.`,
    en: `This Zalo account has asked to be linked more than ${MOST_ATTEMPTS} times in ${WITHIN_HOURS} hour; wait and try again, or have the team leader or the commune officer check the phone number in the register.`,
  });
