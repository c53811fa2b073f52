import { randomUUID } from 'node:crypto';
import { phoneNumber } from '@cnscd/domain';
import sql from 'sql-template-tag';
import type { testSubgraph } from '../support/subgraph.ts';
import type { SampleValues } from './samples.ts';

type Setting = Pick<Awaited<ReturnType<typeof testSubgraph>>, 'database' | 'subgraph' | 'zalo'>;

let people = 0;

/** Somebody in the register and in Zalo, who has not signed in yet: what a sign-in can be done with once. */
export async function zaloAfresh({ database, subgraph, zalo }: Setting): Promise<SampleValues> {
  people += 1;
  const phone = phoneNumber(`0935${String(100_000 + people)}`);
  const { phones } = await subgraph.contextOf();
  const sealed = phones?.seal(phone);
  await database.rows(sql`
    insert into member (id, display_name, search_text, phone_cipher, phone_digest)
    values (${randomUUID()}::uuid, 'Người Thử', 'nguoi thu', ${sealed?.cipher}, ${sealed?.digest})`);
  const accessToken = zalo.signIn({ id: `77${people}`, name: 'Người Thử', phone: phone.slice(1) });
  return {
    'signInWithZalo.accessToken': accessToken,
    'signInWithZalo.textVersion': '2026-01',
    'signInWithZalo.*': {
      phoneCode: zalo.phoneCode(accessToken),
      consents: [{ purpose: 'ZALO_SIGN_IN', textVersion: '2026-01' }],
    },
  };
}
