import { type GetToken, userOf } from '@cnscd/sdk';
import { type Store, storeOf } from '../store.ts';
import type { DeviceStorage } from '../zalo/zalo-bridge.ts';
import type { Identity } from './identity.ts';

interface SignedIn {
  token: string;
  accountId: string | null;
}

/** Who has signed in on this phone, as the outbox and what is kept are named; null: nobody. */
export type SessionState = { user: string } | null;

export interface Session extends Store<SessionState> {
  /** @throws {BridgeError | CnscdError} as the identity says */
  signIn(accountId: string | null): Promise<void>;
  signOut(): void;
  getToken: GetToken;
}

const NAME = 'cnscd.session';

/**
 * The session of this phone. It outlives the app, as whoever opens it in a valley must find his or her team and what
 * waits to be sent; it is a short one of our own, and ends by itself at the server.
 */
export function startSession(storage: DeviceStorage, identity: Identity): Session {
  let signedIn = readStored(storage);
  const state = storeOf<SessionState>(stateOf(signedIn));
  const become = (next: SignedIn | null) => {
    signedIn = next;
    if (next === null) storage.removeItem(NAME);
    else store(storage, next);
    const nextState = stateOf(next);
    if (nextState?.user !== state.read()?.user) state.set(nextState);
  };
  const ask = async (accountId: string | null) => {
    const token = await identity.token(accountId);
    become({ token, accountId });
    return token;
  };
  return {
    read: state.read,
    subscribe: state.subscribe,
    async signIn(accountId) {
      await ask(accountId);
    },
    signOut: () => become(null),
    async getToken({ isRefresh }) {
      if (!isRefresh || signedIn === null) return signedIn?.token ?? null;
      // Without a new one the server's refusal is what counts: the outbox waits for somebody to sign in.
      return ask(signedIn.accountId).catch(() => null);
    },
  };
}

function stateOf(signedIn: SignedIn | null): SessionState {
  const user = signedIn === null ? null : userOf(signedIn.token);
  return user === null ? null : { user };
}

function store(storage: DeviceStorage, signedIn: SignedIn): void {
  try {
    storage.setItem(NAME, JSON.stringify(signedIn));
  } catch {
    // No room: the session lasts as long as the app is open.
  }
}

function readStored(storage: DeviceStorage): SignedIn | null {
  try {
    const text = storage.getItem(NAME);
    // Written by this app alone.
    return text === null ? null : (JSON.parse(text) as SignedIn);
  } catch {
    return null;
  }
}
