import { randomInt, randomUUID } from 'node:crypto';
import { type PhoneNumber, phoneNumber } from '@cnscd/domain';
import type { FakePerson } from '@cnscd/zalo/testing';
import sql from 'sql-template-tag';
import type { Answer } from '../../support/subgraph.ts';
import { teamWithRights } from '../rights/writing.ts';

const SESSION = 'token expiresAt memberId';
const REFUSED = '... on Refusal { code field message messageEn retryable }';
const SIGN_IN = `mutation ($input: SignInWithZaloInput!) { signInWithZalo(input: $input) {
  __typename ... on ZaloSession { ${SESSION} } ${REFUSED} } }`;

let numbers = randomInt(1_000_000);

/** A phone number that nobody has yet. */
export const newPhone = (): PhoneNumber => {
  numbers += 1;
  return phoneNumber(`09${String(10_000_000 + numbers).slice(-8)}`);
};

/** The register of Cam Lộ, a Zalo beside it, and people who are in both. */
export async function peopleOfZalo(now?: string | (() => string)) {
  const setting = await teamWithRights(now as string);
  const { run, database, subgraph, zalo, somebody } = setting;
  const { phones } = await subgraph.contextOf();

  async function givePhone(memberId: string, phone: PhoneNumber): Promise<void> {
    const sealed = phones?.seal(phone);
    await database.rows(sql`
      update member set phone_cipher = ${sealed?.cipher}, phone_digest = ${sealed?.digest} where id = ${memberId}::uuid`);
  }

  return {
    ...setting,
    givePhone,
    /** Somebody of the team with a phone number, and the same person in Zalo. */
    async newPerson(): Promise<{ id: string; account: FakePerson; phone: PhoneNumber }> {
      const { id } = await somebody();
      const phone = newPhone();
      await givePhone(id, phone);
      return { id, phone, account: accountWith(phone) };
    },
    /** What the mini app sends: a token of the account, and a code for its number unless told otherwise. */
    async signIn(account: FakePerson, more: Record<string, unknown> = {}): Promise<Written> {
      const accessToken = zalo.signIn(account);
      const phoneCode = zalo.phoneCode(accessToken);
      const input = { idempotencyKey: randomUUID(), accessToken, phoneCode, ...more };
      const { data, errors, statements } = await run(SIGN_IN, { input });
      if (errors !== undefined) throw new Error(errors[0]?.message);
      return { ...data.signInWithZalo, statements };
    },
    /** Who the session is, for the subgraph. */
    viewer: (token: string) => run('{ viewer { role member { id } } }', {}, { token }),
    links: () =>
      database.rows<{ memberId: string; isStanding: boolean; hasDigest: boolean }>(sql`
        select member_id as "memberId", removed_at is null as "isStanding", account_digest is not null as "hasDigest"
        from zalo_link order by linked_at, id`),
  };
}

export type Written = Answer['data'] & { statements: string[] };

/** A Zalo account with this number. */
export const accountWith = (phone: PhoneNumber): FakePerson => ({
  id: `8${randomInt(10 ** 12)}`,
  name: 'Người Dùng Zalo',
  phone: phone.slice(1),
});
