import { CnscdError, type CnscdErrorCode, type GetToken, userOf } from '@cnscd/sdk';
import { type Store, storeOf } from '../store.ts';
import type { DeviceStorage } from '../zalo/zalo-bridge.ts';
import type { Exchange, PhoneProof } from './exchange.ts';

/** Who works on this phone, as the outbox and what is kept are named. */
export interface Person {
  user: string;
}

export interface Session extends Store<Person | null> {
  /** @throws {BridgeError | CnscdError} as the exchange says */
  signIn(phone: PhoneProof | null): Promise<void>;
  signOut(): void;
  getToken: GetToken;
}

const NAME = 'cnscd.person';

/**
 * Who works on this phone outlives the app: whoever opens it in a valley finds his or her team, and what waits to be
 * sent. The token does not: it stays in memory, and Zalo gives another one as soon as there is a network.
 */
export function startSession(storage: DeviceStorage, exchange: Exchange): Session {
  const person = storeOf<Person | null>(readPerson(storage));
  let token: string | null = null;
  let asking: Promise<string> | null = null;

  const ask = async (phone: PhoneProof | null): Promise<string> => {
    const fresh = await exchange(phone);
    const user = userOf(fresh);
    if (user === null) throw new Error('A token that names nobody.');
    token = fresh;
    if (user !== person.read()?.user) {
      remember(storage, { user });
      person.set({ user });
    }
    return fresh;
  };
  return {
    ...person,
    signIn: (phone) => ask(phone).then(() => {}),
    signOut() {
      token = null;
      storage.removeItem(NAME);
      person.set(null);
    },
    async getToken({ isRefresh }) {
      if (person.read() === null || (token !== null && !isRefresh)) return token;
      asking ??= ask(null)
        .catch((error) => {
          throw isAway(error) ? error : new Error('Somebody has to sign in again.', { cause: error });
        })
        .finally(() => {
          asking = null;
        });
      return asking;
    },
  };
}

/** Codes of a server that cannot be reached for now. */
const AWAY: readonly CnscdErrorCode[] = [
  'NETWORK',
  'TIMEOUT',
  'HTTP_STATUS',
  'BUSY',
  'RATE_LIMITED',
  'INTERNAL',
];

/**
 * Whether a session is not to be had for now only. What a call's token is refused with is what the call throws: a lost
 * network must not look like somebody who has to sign in, and a removed link must not look like a record at fault.
 */
const isAway = (error: unknown) => error instanceof CnscdError && AWAY.includes(error.code);

function remember(storage: DeviceStorage, person: Person): void {
  try {
    storage.setItem(NAME, JSON.stringify(person));
  } catch {
    // No room: it is known as long as the app is open.
  }
}

function readPerson(storage: DeviceStorage): Person | null {
  try {
    const text = storage.getItem(NAME);
    // Written by this app alone.
    return text === null || text === '' ? null : (JSON.parse(text) as Person);
  } catch {
    return null;
  }
}
