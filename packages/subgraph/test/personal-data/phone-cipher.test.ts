import { randomBytes, randomUUID } from 'node:crypto';
import { phoneNumber } from '@cnscd/domain';
import sql from 'sql-template-tag';
import { describe, expect, it } from 'vitest';
import { readPersonalDataKeys } from '../../src/personal-data/personal-data-keys.ts';
import { phoneCipher } from '../../src/personal-data/phone-cipher.ts';
import { resealPhones } from '../../src/personal-data/reseal-phones.ts';
import { testDatabase } from '../support/database.ts';

const secret = () => randomBytes(32).toString('base64');
const cipherOf = (setting: string) => phoneCipher(readPersonalDataKeys(setting));
const PHONE = phoneNumber('0912 345 678');
const UNAVAILABLE = expect.objectContaining({ code: 'PHONE_UNAVAILABLE' });

describe('the setting', () => {
  it('is one key, or several with names, the newest first', () => {
    const [one, two] = [secret(), secret()];
    expect(readPersonalDataKeys(one).map(({ id }) => id)).toEqual(['default']);
    expect(readPersonalDataKeys(`2027:${two}, default:${one}`).map(({ id }) => id)).toEqual([
      '2027',
      'default',
    ]);
  });

  it.each([
    '',
    'hunter2',
    randomBytes(31).toString('base64'),
    randomBytes(33).toString('base64'),
    randomBytes(32).toString('hex'),
    `a b:${secret()}`,
    `a:${secret()},`,
    `a:${secret()},a:${secret()}`,
  ])('is refused in both languages and not repeated: case %#', (setting) => {
    try {
      expect.fail(JSON.stringify(readPersonalDataKeys(setting)));
    } catch (error) {
      const { messages } = error as { messages: { vi: string; en: string } };
      expect(messages.vi).toContain('CNSCD_PERSONAL_DATA_KEY');
      if (setting !== '') expect(JSON.stringify(messages)).not.toContain(setting);
    }
  });
});

describe('phoneCipher', () => {
  it('opens what it sealed, and seals no two alike', () => {
    const cipher = cipherOf(secret());
    const [one, two] = [cipher.seal(PHONE), cipher.seal(PHONE)];
    expect(cipher.open(one.cipher)).toBe(PHONE);
    expect(one.cipher.equals(two.cipher)).toBe(false);
    expect(one.digest.equals(two.digest)).toBe(true);
    expect(cipher.seal(phoneNumber('0912 345 679')).digest.equals(one.digest)).toBe(false);
  });

  it('opens nothing that another key sealed or that somebody altered', () => {
    const cipher = cipherOf(secret());
    const { cipher: sealed } = cipher.seal(PHONE);
    expect(() => cipherOf(secret()).open(sealed)).toThrow(UNAVAILABLE);
    expect(() => cipherOf(`other:${secret()}`).open(sealed)).toThrow(UNAVAILABLE);
    for (let at = 0; at < sealed.length; at++) {
      const altered = Buffer.from(sealed);
      altered[at] = (altered[at] ?? 0) ^ 1;
      expect(() => cipher.open(altered)).toThrow(UNAVAILABLE);
      expect(() => cipher.open(sealed.subarray(0, at))).toThrow(UNAVAILABLE);
    }
  });

  it('opens with an older key that stands behind the newest', () => {
    const old = secret();
    const { cipher } = cipherOf(old).seal(PHONE);
    const rotated = cipherOf(`new:${secret()},default:${old}`);
    expect(rotated.open(cipher)).toBe(PHONE);
    expect(rotated.isCurrent(cipher)).toBe(false);
    expect(rotated.isCurrent(rotated.seal(PHONE).cipher)).toBe(true);
  });
});

it('resealPhones lets an older key go, and may be run again', async () => {
  const db = await testDatabase('empty');
  const [old, fresh] = [secret(), secret()];
  const before = cipherOf(old);
  const people = Array.from({ length: 1500 }, (_, index) => ({
    id: randomUUID(),
    ...before.seal(phoneNumber(`09${String(index % 1000).padStart(8, '0')}`)),
  }));
  await db.rows(sql`
    insert into member (id, display_name, search_text, phone_cipher, phone_digest)
    select id, 'Người', 'nguoi', cipher, digest from unnest(${people.map(({ id }) => id)}::uuid[],
      ${people.map(({ cipher }) => cipher)}::bytea[], ${people.map(({ digest }) => digest)}::bytea[]) as p (id, cipher, digest)`);
  const rotated = cipherOf(`new:${fresh},default:${old}`);
  expect(await resealPhones(db, rotated)).toBe(1500);
  expect(await resealPhones(db, rotated)).toBe(0);
  const alone = cipherOf(`new:${fresh}`);
  const rows = await db.rows<{ cipher: Buffer; digest: Buffer }>(sql`
    select phone_cipher as cipher, phone_digest as digest from member`);
  expect(rows.every(({ cipher, digest }) => alone.seal(alone.open(cipher)).digest.equals(digest))).toBe(true);
  expect(new Set(rows.map(({ digest }) => digest.toString('hex'))).size).toBe(1000);
});
