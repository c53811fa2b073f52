import sql, { type Sql } from 'sql-template-tag';
import type { Readable } from '../database/client.ts';
import { appendAudits } from '../operations/audit.ts';
import type { Transaction } from '../operations/transaction.ts';
import type { Who } from '../operations/write.ts';
import type { AccountDigest } from '../personal-data/account-digests.ts';

/** A Zalo account as it is kept. */
export interface ZaloAccount {
  appId: string;
  /** One for each key, that of the newest first. */
  digests: readonly [AccountDigest, ...AccountDigest[]];
}

/** A link that stands. */
export interface StandingLink {
  id: string;
  memberId: string;
}

/** What the account is found by. */
export const digestsOf = ({ digests }: ZaloAccount): Buffer[] => digests.map(({ digest }) => digest);

/**
 * The link of an account to somebody who was not erased. One that an older key hid is hidden by the newest from now on,
 * unless a withdrawal waits for it: that may know the account by its older digest only.
 */
export async function linkOfAccount({ db }: Readable, account: ZaloAccount): Promise<StandingLink | null> {
  const [row] = await db.rows<StandingLink & { keyId: string }>(sql`
    /* linkOfAccount */
    select l.id, l.member_id as "memberId", l.key_id as "keyId" from zalo_link l
    join member m on m.id = l.member_id and m.erased_at is null
    where ${linksOfAccount(account.appId, digestsOf(account))}`);
  if (row === undefined) return null;
  const { keyId, ...link } = row;
  const [{ keyId: newest, digest }] = account.digests;
  if (keyId !== newest)
    await db.rows(sql`
      /* redigestAccount */
      update zalo_link set account_digest = ${digest}, key_id = ${newest}
      where id = ${link.id}::uuid and removed_at is null and key_id = ${keyId} and not exists (
        select from zalo_event e where e.app_id = ${account.appId} and e.account_digests && ${digestsOf(account)}::bytea[])`);
  return link;
}

/** People who have the phone number: records that went into another one are that one. At most two: one is enough to know. */
export async function peopleWithPhone({ db }: Readable, digests: readonly string[]): Promise<string[]> {
  const rows = await db.rows<{ id: string }>(sql`
    /* peopleWithPhone */
    select distinct coalesce(m.merged_into_id, m.id) as id from member m
    where m.phone_digest = any(array(select decode(hex, 'hex') from unnest(${digests}::text[]) hex)) and m.erased_at is null
    order by id limit 2`);
  return rows.map(({ id }) => id);
}

/**
 * Links an account to a person.
 *
 * @returns null where the person cannot be linked to it: erased, gone into another record, or with another account
 */
export async function linkAccount(
  tx: Transaction,
  account: ZaloAccount,
  { id, memberId, now, knownKeys }: StandingLink & { now: Date; knownKeys: readonly string[] },
): Promise<StandingLink | null> {
  const [{ keyId, digest }] = account.digests;
  // The digest of a key that was given up can never be found again: such a link would bar the person for ever.
  const [person] = await tx.rows<{ hasLost: boolean }>(sql`
    /* personToLink */
    select exists (select from zalo_link l where l.member_id = m.id and l.app_id = ${account.appId} and l.removed_at is null
      and l.key_id <> all(${knownKeys}::text[])) as "hasLost"
    from member m where m.id = ${memberId}::uuid and m.erased_at is null and m.merged_into_id is null for no key update of m`);
  if (person === undefined) return null;
  if (person.hasLost)
    await tx.rows(sql`
      /* forgetLostLink */
      update zalo_link set account_digest = null, removed_at = ${now.toISOString()}::timestamptz, version = version + 1
      where member_id = ${memberId}::uuid and app_id = ${account.appId} and removed_at is null`);
  const [link] = await tx.rows<StandingLink>(sql`
    /* linkAccount */
    with made as (
      insert into zalo_link (id, app_id, member_id, account_digest, key_id, linked_at)
      select ${id}::uuid, ${account.appId}, ${memberId}::uuid, ${digest}, ${keyId}, ${now.toISOString()}::timestamptz
      where not exists (select from zalo_link l join member m on m.id = l.member_id where l.app_id = ${account.appId}
        and l.removed_at is null and coalesce(m.merged_into_id, m.id) = ${memberId}::uuid)
      on conflict do nothing returning id, member_id
    ), tried as (delete from zalo_attempt where app_id = ${account.appId} and account_digest = ${digest}
      and exists (select from made))
    select id, member_id as "memberId" from made`);
  return link ?? null;
}

/**
 * Removes links and forgets whose accounts they were: sessions that stand on them are worth nothing from now on.
 *
 * @param which - of zalo_link under the alias l
 * @returns whose links were removed
 */
export async function removeLinks(
  tx: Transaction,
  who: Who,
  { which, now, unitId = null }: { which: Sql; now: Date; unitId?: string | null },
): Promise<string[]> {
  const removed = await tx.rows<StandingLink & { appId: string; version: number }>(sql`
    /* removeLinks */
    update zalo_link l set account_digest = null, removed_at = ${now.toISOString()}::timestamptz, version = version + 1
    where l.removed_at is null and ${which} returning l.id, l.member_id as "memberId", l.app_id as "appId", l.version`);
  if (removed.length === 0) return [];
  const changes = removed.map(({ id, memberId, appId, version }) => ({
    ...{ entityType: 'ZaloLink', entityId: id, version, unitId, reason: null },
    ...{ before: { memberId, appId, isRemoved: false }, after: { memberId, appId, isRemoved: true } },
  }));
  await appendAudits(tx, who, changes);
  return removed.map(({ memberId }) => memberId);
}

/** Links of an account by its digests, for {@link removeLinks}. */
export const linksOfAccount = (appId: string, digests: readonly Buffer[]): Sql =>
  sql`l.app_id = ${appId} and l.account_digest = any(${digests}::bytea[])`;

/** Links of people, whichever of their records they were made with, for {@link removeLinks}. */
export const linksOfPerson = (memberId: string): Sql => sql`l.member_id in (
  select m.id from member m where m.id = ${memberId}::uuid or m.merged_into_id = ${memberId}::uuid)`;

/** How many links that stand are hidden by another key than the newest: only who signs in can tell whose they are. */
export async function linksUnderOlderKeys({ db }: Readable, newest: string): Promise<number> {
  const [row] = await db.rows<{ links: number }>(sql`
    /* linksUnderOlderKeys */
    select count(*) as links from zalo_link where removed_at is null and key_id <> ${newest}`);
  return row?.links ?? 0;
}
