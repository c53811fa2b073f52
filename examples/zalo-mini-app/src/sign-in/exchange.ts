import { connect, type SignInWithZaloInput, zaloOf } from '@cnscd/sdk';
import { answerOf } from '../zalo/answer-of.ts';
import type { ZaloBridge } from '../zalo/zalo-bridge.ts';

/** What somebody gave, so that the server finds him or her in the register: needed once. */
export interface PhoneProof {
  phoneCode: string;
  /** The wordings that were shown and agreed to. */
  consents: NonNullable<SignInWithZaloInput['consents']>;
}

/**
 * Gives a token of our server for one of Zalo's; the first time it takes a code for the phone number as well.
 *
 * @throws {BridgeError} when Zalo gives nothing to ask for one with
 * @throws {CnscdError} when the server gives none: `ZALO_NOT_LINKED`, `ZALO_PERSON_NOT_FOUND`, …
 */
export type Exchange = (phone: PhoneProof | null) => Promise<string>;

export interface ExchangeOptions {
  bridge: Pick<ZaloBridge, 'accessToken'>;
  graphqlUrl: string;
  fetch: typeof fetch;
}

/** Sessions by Zalo: its token is shown to our server once, which asks Zalo whose it is and keeps nothing of it. */
export function exchangeOf({ bridge, graphqlUrl, fetch }: ExchangeOptions): Exchange {
  const { signIn } = zaloOf(connect({ url: graphqlUrl, fetch }));
  return async (phone) => {
    const accessToken = await answerOf(bridge.accessToken);
    const { token } = await signIn({ accessToken, ...phone });
    return token;
  };
}
