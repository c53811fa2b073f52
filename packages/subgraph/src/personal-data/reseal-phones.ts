import sql from 'sql-template-tag';
import type { Database } from '../database/client.ts';
import type { PhoneCipher } from './phone-cipher.ts';

const BATCH = 1000;

/**
 * Seals every phone number anew that an older key sealed: afterwards that key can be forgotten, and equal numbers have
 * equal digests again. May be ended at any time and run again; a number that somebody changes meanwhile is left to them.
 * A merger of records that were sealed anew since can no longer be undone: they are not as it left them.
 *
 * @returns how many numbers were sealed anew
 * @throws {DomainError} `PHONE_UNAVAILABLE` for a number that no key opens
 */
export async function resealPhones(db: Database, cipher: PhoneCipher): Promise<number> {
  let [after, count]: [string | null, number] = [null, 0];
  for (;;) {
    const rows: { id: string; cipher: Buffer }[] = await db.rows(sql`
      /* sealedPhones */
      select id, phone_cipher as cipher from member
      where phone_cipher is not null and (${after}::uuid is null or id > ${after}::uuid) order by id limit ${BATCH}`);
    count += await reseal(db, cipher, rows);
    after = rows.at(-1)?.id ?? null;
    if (rows.length < BATCH) return count;
  }
}

async function reseal(
  db: Database,
  phones: PhoneCipher,
  rows: readonly { id: string; cipher: Buffer }[],
): Promise<number> {
  const outdated = rows
    .filter(({ cipher }) => !phones.isCurrent(cipher))
    .map((row) => ({ ...row, fresh: phones.seal(phones.open(row.cipher)) }));
  if (outdated.length === 0) return 0;
  const sealed = await db.rows(sql`
    /* resealPhones */
    update member m set phone_cipher = fresh.cipher, phone_digest = fresh.digest
    from unnest(${outdated.map(({ id }) => id)}::uuid[], ${outdated.map(({ cipher }) => cipher)}::bytea[],
      ${outdated.map(({ fresh }) => fresh.cipher)}::bytea[], ${outdated.map(({ fresh }) => fresh.digest)}::bytea[])
      as fresh (id, was, cipher, digest)
    where m.id = fresh.id and m.phone_cipher = fresh.was returning m.id`);
  return sealed.length;
}
