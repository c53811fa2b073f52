import { type GetToken, userOf } from '@cnscd/sdk';
import { type Store, storeOf } from '../store.ts';
import type { DeviceStorage } from '../zalo/zalo-bridge.ts';
import type { Identity, SignInWith } from './identity.ts';

/** Who works on this phone, as the outbox and what is kept are named. */
export interface Person {
  user: string;
  /** Whom of the demonstration; null: whoever holds the phone. */
  accountId: string | null;
}

export interface Session extends Store<Person | null> {
  /** @throws {BridgeError | CnscdError} as the identity says */
  signIn(given: SignInWith): Promise<void>;
  signOut(): void;
  getToken: GetToken;
}

const NAME = 'cnscd.person';

/**
 * Who works on this phone outlives the app: whoever opens it in a valley finds his or her team, and what waits to be
 * sent. The token does not: it stays in memory, and Zalo gives another one as soon as there is a network.
 */
export function startSession(storage: DeviceStorage, identity: Identity): Session {
  const person = storeOf<Person | null>(readPerson(storage));
  let token: string | null = null;
  let asking: Promise<string> | null = null;

  const ask = async (given: SignInWith): Promise<string> => {
    const fresh = await identity.token(given);
    const user = userOf(fresh);
    if (user === null) throw new Error('A token that names nobody.');
    token = fresh;
    if (user !== person.read()?.user) {
      const next = { user, accountId: given.accountId };
      remember(storage, next);
      person.set(next);
    }
    return fresh;
  };
  return {
    ...person,
    signIn: (given) => ask(given).then(() => {}),
    signOut() {
      token = null;
      storage.removeItem(NAME);
      person.set(null);
    },
    async getToken({ isRefresh }) {
      const known = person.read();
      if (known === null || (token !== null && !isRefresh)) return token;
      // What it throws is what the call throws: a lost network is one here too, and no reason to sign in again.
      asking ??= ask({ accountId: known.accountId, phoneCode: null }).finally(() => {
        asking = null;
      });
      return asking;
    },
  };
}

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
