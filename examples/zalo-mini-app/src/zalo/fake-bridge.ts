import { BridgeError, bridgeError, type ZaloBridge } from './zalo-bridge.ts';
import type { Storages } from './zmp-bridge.ts';

/** How the fake answers a call: as Zalo does when all is well, with the person's no, or never. */
export type FakeBehaviour = 'ANSWER' | 'DENY' | 'HANG';

export type FakeCall = 'accessToken' | 'phoneCode' | 'shareText';

/** A Zalo for a browser: to look at the app without a phone, and to see what it does when Zalo does not answer. */
export interface FakeZaloBridge extends ZaloBridge {
  behave(call: FakeCall, behaviour: FakeBehaviour): void;
  /** Texts that were handed to the list of people and groups, oldest first. */
  readonly shared: readonly string[];
}

export interface FakeBridgeOptions {
  storages: Storages;
  /** Where the tokens come from: a fake Zalo's server. */
  accessToken(): Promise<string>;
  phoneCode(): Promise<string>;
  behaviours?: Partial<Record<FakeCall, FakeBehaviour>>;
}

/** A bridge that behaves as it is told. */
export function fakeBridge(options: FakeBridgeOptions): FakeZaloBridge {
  const behaviours = { ...options.behaviours };
  const shared: string[] = [];
  const as = async <Answer>(call: FakeCall, answer: () => Promise<Answer>): Promise<Answer> => {
    switch (behaviours[call]) {
      case 'DENY':
        // As the SDK does: a plain object with a number.
        throw bridgeError({ code: -201, message: 'User denied' });
      case 'HANG':
        return new Promise(() => {});
      default:
        return answer();
    }
  };
  return {
    accessToken: () => as('accessToken', options.accessToken),
    phoneCode: () => as('phoneCode', options.phoneCode),
    shareText: (text) =>
      as('shareText', async () => {
        shared.push(text);
      }),
    onNetworkChange() {},
    ...options.storages,
    behave(call, behaviour) {
      behaviours[call] = behaviour;
    },
    shared,
  };
}
