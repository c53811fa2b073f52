import { connect, typedDocument } from '@cnscd/sdk';
import { answerOf } from '../zalo/answer-of.ts';
import type { ZaloBridge } from '../zalo/zalo-bridge.ts';

interface SignInWithZaloInput {
  idempotencyKey: string;
  accessToken: string;
  phoneCode: string | null;
}

interface SignInWithZalo {
  signInWithZalo:
    | { __typename: 'ZaloSession'; token: string }
    | { __typename: 'Refusal'; refusalCode: string; message: string; messageEn: string };
}

const SIGN_IN = typedDocument<SignInWithZalo, { input: SignInWithZaloInput }>(
  `mutation SignInWithZalo($input: SignInWithZaloInput!) {
    signInWithZalo(input: $input) {
      __typename
      ... on ZaloSession { token }
      ... on Refusal { refusalCode: code message messageEn field refusedValue: givenValue retryable }
    }
  }`,
);

/**
 * Gives a token of our server for one of Zalo's; the first time it takes a code for the phone number as well.
 *
 * @throws {BridgeError} when Zalo gives nothing to ask for one with
 * @throws {CnscdError} when the server gives none: `ZALO_NOT_LINKED`, `ZALO_PERSON_NOT_FOUND`, …
 */
export type Exchange = (phoneCode: string | null) => Promise<string>;

export interface ExchangeOptions {
  bridge: Pick<ZaloBridge, 'accessToken'>;
  graphqlUrl: string;
  fetch: typeof fetch;
}

/** Sessions by Zalo: its token is shown to our server once, which asks Zalo whose it is and keeps nothing of it. */
export function exchangeOf({ bridge, graphqlUrl, fetch }: ExchangeOptions): Exchange {
  const { write } = connect({ url: graphqlUrl, fetch });
  return async (phoneCode) => {
    const accessToken = await answerOf(bridge.accessToken);
    const { token } = await write(SIGN_IN, 'signInWithZalo', { accessToken, phoneCode });
    return token;
  };
}
