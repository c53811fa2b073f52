import { memoryStorage } from '@cnscd/sdk/outbox';
import { bridgeError, type ZaloBridge } from '../../src/zalo/zalo-bridge.ts';

/** How the fake answers a call: as Zalo does when all is well, with the person's no, or never. */
export type FakeBehaviour = 'ANSWER' | 'DENY' | 'HANG';

type FakeCall = 'accessToken' | 'phoneCode' | 'shareText';

/** A Zalo for tests of what is built on the bridge: it does as it is told, and keeps everything in memory. */
export interface FakeZaloBridge extends ZaloBridge {
  behave(call: FakeCall, behaviour: FakeBehaviour): void;
  /** Texts that were handed to the list of people and groups, oldest first. */
  readonly shared: readonly string[];
  /** The network came or went, as far as Zalo knows. */
  changeNetwork(): void;
}

export interface FakeBridgeOptions {
  accessToken?: string;
  phoneCode?: string;
}

export function fakeBridge(options: FakeBridgeOptions = {}): FakeZaloBridge {
  const { accessToken = 'access-token', phoneCode = 'phone-code' } = options;
  const behaviours: Partial<Record<FakeCall, FakeBehaviour>> = {};
  const shared: string[] = [];
  const texts = new Map<string, string>();
  const listeners: (() => void)[] = [];
  const as = async <Answer>(call: FakeCall, answer: () => Answer): Promise<Answer> => {
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
    accessToken: () => as('accessToken', () => accessToken),
    phoneCode: () => as('phoneCode', () => phoneCode),
    shareText: (text) => as('shareText', () => void shared.push(text)),
    onNetworkChange: (listener) => void listeners.push(listener),
    storage: {
      getItem: (name) => texts.get(name) ?? null,
      setItem: (name, text) => void texts.set(name, text),
      removeItem: (name) => void texts.delete(name),
    },
    outboxStorage: memoryStorage(),
    behave(call, behaviour) {
      behaviours[call] = behaviour;
    },
    shared,
    changeNetwork() {
      for (const listener of listeners) listener();
    },
  };
}
