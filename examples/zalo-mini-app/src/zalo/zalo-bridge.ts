import type { OutboxStorage } from '@cnscd/sdk/outbox';

/** Why Zalo did not give what it was asked for. */
export type BridgeFailure =
  /** The person said no, now or before. */
  | 'DECLINED'
  /** No answer came in time. One that comes later is not lost. */
  | 'NO_ANSWER'
  /** This place has no Zalo, or one that is too old. */
  | 'UNSUPPORTED'
  | 'FAILED';

/** What a call to Zalo is rejected with, whatever the SDK rejected it with. */
export class BridgeError extends Error {
  override readonly name = 'BridgeError';
  readonly failure: BridgeFailure;

  constructor(failure: BridgeFailure, cause?: unknown) {
    super(`Zalo: ${failure}`, { cause });
    this.failure = failure;
  }
}

/** Where texts are kept on the device. */
export interface DeviceStorage {
  getItem(name: string): string | null;
  /** @throws when there is no room */
  setItem(name: string, text: string): void;
  removeItem(name: string): void;
}

/**
 * All that this app wants of Zalo. Calls may take as long as somebody reads a question of Zalo's, or for ever: callers
 * wait with `answerOf`, which does not.
 */
export interface ZaloBridge {
  /** Token of the person who opened the app, for the server to look at; it says who, and asks nobody. */
  accessToken(): Promise<string>;
  /** A code by which the server, and only it, learns the phone number. Zalo asks the person. */
  phoneCode(): Promise<string>;
  /** Opens Zalo's list of people and groups to send a text to. */
  shareText(text: string): Promise<void>;
  /** Tells when the network comes or goes, as far as Zalo knows. There is no way to end it. */
  onNetworkChange(listener: () => void): void;
  /** For what can be loaded again. */
  storage: DeviceStorage;
  /** For what cannot: activities that wait to be sent. */
  outboxStorage: OutboxStorage;
}

/** Zalo's numbers for "no": of the person now, of the person before, of a dialog that was closed. */
const DECLINED: readonly number[] = [-201, -1401, -2002, -2003];
const UNSUPPORTED = -1404;

/** What the SDK rejects with has a number; its class cannot be relied on. */
export function bridgeError(cause: unknown): BridgeError {
  if (cause instanceof BridgeError) return cause;
  const code =
    typeof cause === 'object' && cause !== null && 'code' in cause ? Number(cause.code) : Number.NaN;
  if (DECLINED.includes(code)) return new BridgeError('DECLINED', cause);
  return new BridgeError(code === UNSUPPORTED ? 'UNSUPPORTED' : 'FAILED', cause);
}
