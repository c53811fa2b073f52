import { type Connection, type SignInWithZaloInput, type ZaloSessionOptions, zaloOf } from '@cnscd/sdk';
import { answerOf } from '../zalo/answer-of.ts';
import type { ZaloBridge } from '../zalo/zalo-bridge.ts';

/** What somebody gave, so that the server finds him or her in the register: needed once. */
export interface PhoneProof {
  phoneCode: string;
  /** The wordings that were shown and agreed to. */
  consents: NonNullable<SignInWithZaloInput['consents']>;
}

/** How a token of Zalo's is had, and how the server gives one of its own for it. */
export type Exchange = Pick<ZaloSessionOptions, 'accessToken' | 'signIn' | 'timeoutMs'>;

export interface ExchangeOptions {
  bridge: Pick<ZaloBridge, 'accessToken'>;
  /** Without a token: one that waited for a session would wait for itself. */
  anonymous: Connection;
  /** How long Zalo is waited for. @defaultValue `15_000` - 15 seconds: the screens can be used meanwhile */
  patienceMs?: number;
  /** Told when Zalo answered after nobody waited any more: it is worth trying again. */
  onLateToken: () => void;
}

/** Sessions by Zalo: its token is shown to our server once, which asks Zalo whose it is and keeps nothing of it. */
export function exchangeOf({ bridge, anonymous, ...waiting }: ExchangeOptions): Exchange {
  const { patienceMs = 15_000, onLateToken } = waiting;
  let late: string | null = null;
  return {
    signIn: zaloOf(anonymous).signIn,
    // Beyond the patience: what is told is that Zalo has not answered.
    timeoutMs: 2 * patienceMs,
    async accessToken() {
      const kept = late;
      late = null;
      if (kept !== null) return kept;
      return answerOf(bridge.accessToken, {
        patienceMs,
        onLate(token) {
          late = token;
          onLateToken();
        },
      });
    },
  };
}
