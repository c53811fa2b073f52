import { phoneNumber, today } from '@cnscd/domain';
import { beginEpoch, type Context } from '../../context.ts';
import { appendAudit } from '../../operations/audit.ts';
import { throughGate } from '../../operations/gate.ts';
import { newId } from '../../operations/new-id.ts';
import type { Transaction } from '../../operations/transaction.ts';
import { done, type Who } from '../../operations/write.ts';
import { phoneUnavailable } from '../../personal-data/phone-cipher.ts';
import { giveConsents } from '../../rights/give-consents.ts';
import { countAttempt } from '../../zalo/attempts.ts';
import {
  linkAccount,
  linkOfAccount,
  peopleWithPhone,
  type StandingLink,
  type ZaloAccount,
} from '../../zalo/links.ts';
import { answerOfZalo, zaloNotLinked, zaloPersonNotFound } from '../../zalo/refusals.ts';
import type { ZaloSignIn } from '../../zalo/zalo-options.ts';
import type { AskedSignIn } from './sign-in-input.ts';

interface Linking extends AskedSignIn {
  idempotencyKey: string;
  account: ZaloAccount;
  /** Null: the account is linked to nobody yet. */
  link: StandingLink | null;
}

/**
 * Links the account to the person who has its phone number, where it is linked to nobody, and records what the person
 * agreed to. What opens an account, token and code, is no part of what the key stands for: a replay brings others.
 *
 * @throws {DomainError} `ZALO_NOT_LINKED`, `ZALO_PERSON_NOT_FOUND`, `ZALO_CODE_INVALID`, `ZALO_ATTEMPTS_EXCEEDED`,
 * `CONSENT_TEXT_NOT_FOUND`, and those of the gate
 */
export async function linkPerson(ctx: Context, zalo: ZaloSignIn, linking: Linking): Promise<void> {
  const { account, link, consents, idempotencyKey } = linking;
  const memberId = link?.memberId ?? (await findPerson(ctx, zalo, linking));
  // The person signs in by this very write: later ones of the session are theirs as well.
  const who: Who = { tenant: zalo.sessions.issuer, actor: memberId, field: 'signInWithZalo' };
  try {
    await throughGate(ctx.db, { ...who, input: { idempotencyKey, consents } }, async (tx) => {
      const standing = link ?? (await makeLink(ctx, { tx, who, account, memberId }));
      await giveConsents(tx, who, { memberId, channel: 'ZALO', day: today(ctx.now), now: ctx.now, consents });
      return done('ZaloLink', standing.id, 1);
    });
  } finally {
    beginEpoch(ctx);
  }
}

/** The one person who has the phone number of the account. The number is in no statement and in no message. */
async function findPerson(
  ctx: Context,
  zalo: ZaloSignIn,
  { account, accessToken, phoneCode }: Linking,
): Promise<string> {
  const { phones } = ctx;
  if (phoneCode === null) throw zaloNotLinked();
  if (phones === null) throw phoneUnavailable('phoneCode');
  await countAttempt(ctx, account, ctx.now);
  const phone = phoneNumber(await answerOfZalo(zalo, zalo.app.phoneOf(accessToken, phoneCode)), 'phoneCode');
  const [personId, other] = await peopleWithPhone(
    ctx,
    phones.digests.map((digest) => digest(phone)),
  );
  if (personId === undefined || other !== undefined) throw zaloPersonNotFound();
  return personId;
}

async function makeLink(
  { now }: Context,
  { tx, who, account, memberId }: { tx: Transaction; who: Who; account: ZaloAccount; memberId: string },
): Promise<StandingLink> {
  const knownKeys = account.digests.map(({ keyId }) => keyId);
  const link = await linkAccount(tx, account, { id: newId(null), memberId, now, knownKeys });
  if (link === null) {
    // Somebody who tapped twice has linked it a moment ago.
    const standing = await linkOfAccount({ db: tx }, account);
    if (standing?.memberId !== memberId) throw zaloPersonNotFound();
    return standing;
  }
  await appendAudit(tx, who, {
    ...{ entityType: 'ZaloLink', entityId: link.id, version: 1, before: null, reason: null },
    after: { memberId, appId: account.appId, isRemoved: false },
  });
  return link;
}
