import type { Connection } from '../connection.ts';
import type { RequestOptions } from '../deliver.ts';
import {
  SignInWithZaloDocument,
  type SignInWithZaloInput,
  UnlinkZaloDocument,
  type UnlinkZaloInput,
  type ZaloLink,
  ZaloLinksDocument,
  type ZaloSession,
} from '../generated/operations.ts';
import { stated } from '../stated.ts';
import type { Keyed } from '../write.ts';

/** Sign-in by Zalo, and the accounts that sign in so. */
export interface Zalo {
  /**
   * Exchanges what `getAccessToken` of the mini app gave for a session here; the first time it takes what
   * `getPhoneNumber` gave as well. `zaloSession` does it whenever one is needed.
   *
   * @throws {CnscdError} `ZALO_NOT_LINKED` where a phone code is needed, `ZALO_PERSON_NOT_FOUND`, `ZALO_TOKEN_INVALID`,
   * `ZALO_CODE_INVALID`, `ZALO_ATTEMPTS_EXCEEDED`, `CONSENT_TEXT_NOT_FOUND`, `ZALO_REFUSED`, `ZALO_UNAVAILABLE`,
   * `ZALO_NOT_SET_UP`
   */
  signIn(proof: Keyed<SignInWithZaloInput>, options?: RequestOptions): Promise<ZaloSession>;
  /**
   * Accounts that sign in as a person, or did; none for who is neither the person nor handles him or her.
   *
   * @throws {CnscdError} `MEMBER_NOT_FOUND`
   */
  links(person: { memberId: string }, options?: RequestOptions): Promise<ZaloLink[]>;
  /**
   * Removes a link: the account is forgotten and its sessions end.
   *
   * @throws {CnscdConflict} when somebody was faster
   * @throws {CnscdError} `ZALO_LINK_NOT_FOUND`, `NOT_PERMITTED`
   */
  unlink(link: Keyed<UnlinkZaloInput>, options?: RequestOptions): Promise<ZaloLink>;
}

export function zaloOf({ query: send, write }: Connection): Zalo {
  return {
    signIn: (proof, options) => write(SignInWithZaloDocument, 'signInWithZalo', proof, options),
    links: async (person, options) =>
      stated((await send(ZaloLinksDocument, person, options)).member, 'member').zaloLinks,
    unlink: (link, options) => write(UnlinkZaloDocument, 'unlinkZalo', link, options),
  };
}
