import { connect, typedDocument } from '@cnscd/sdk';
import { answerOf } from '../zalo/answer-of.ts';
import type { ZaloBridge } from '../zalo/zalo-bridge.ts';
import type { Identity } from './identity.ts';

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

export interface ZaloIdentityOptions {
  bridge: Pick<ZaloBridge, 'accessToken'>;
  graphqlUrl: string;
  fetch: typeof fetch;
}

/** Sessions by Zalo: its token is shown to our server once, which asks Zalo whose it is and keeps nothing of it. */
export function zaloIdentity({ bridge, graphqlUrl, fetch }: ZaloIdentityOptions): Identity {
  const { write } = connect({ url: graphqlUrl, fetch });
  return {
    accounts: null,
    async token({ phoneCode }) {
      const accessToken = await answerOf(bridge.accessToken);
      const { token } = await write(SIGN_IN, 'signInWithZalo', { accessToken, phoneCode });
      return token;
    },
  };
}
