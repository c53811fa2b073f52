import { CnscdError, type GetToken, userOf, zaloSession } from '@cnscd/sdk';
import { loadedNamesOf, type Memory, namesOf } from '../memory.ts';
import { type Store, storeOf } from '../store.ts';
import type { DeviceStorage } from '../zalo/zalo-bridge.ts';
import type { Exchange, PhoneProof } from './exchange.ts';
import { isUnlinked } from './failures.ts';

export interface SessionState {
  /** Who works on this phone, as the outbox and what is kept are named. Null: nobody has signed in. */
  user: string | null;
  /** Why no session was to be had the last time. Null: there was one, or none was asked for. */
  failure: unknown;
}

export interface Session extends Store<SessionState> {
  /**
   * Signs in whoever holds the phone; whoever has signed in before stays so until it succeeds.
   *
   * @throws {BridgeError} when Zalo gives nothing to sign in with
   * @throws {CnscdError} when the server does not: `ZALO_NOT_LINKED`, `ZALO_PERSON_NOT_FOUND`, …
   */
  signIn(phone: PhoneProof | null): Promise<void>;
  /** Forgets the person and all that is kept of him or her, except what waits in the outbox. */
  signOut(): void;
  getToken: GetToken;
}

export interface SessionOptions extends Exchange {
  storage: DeviceStorage;
  memory: Memory;
}

const USER = 'cnscd.user';

/**
 * Who works on this phone outlives the app: whoever opens it in a valley finds his or her team, and what waits to be
 * sent. The token does not: it stays in memory, and Zalo gives another one as soon as there is a network.
 */
export function startSession({ storage, memory, signIn, ...exchange }: SessionOptions): Session {
  const state = storeOf<SessionState>({ user: storage.getItem(USER) || null, failure: null });
  let generation = 0;
  let tokens = begin(null);
  let signingIn: Promise<void> | null = null;

  /** The sessions from here on. Those that were asked for before sign nobody in any more, however late they come. */
  function begin(phone: PhoneProof | null): GetToken {
    generation += 1;
    const mine = generation;
    let proof = phone;
    return zaloSession({
      ...exchange,
      async signIn(given) {
        const once = proof;
        proof = null;
        const session = await signIn({ ...given, ...once });
        // Here, where it fails the sign-in: what a listener throws is told to nobody who waits.
        if (userOf(session.token) === null) throw namesNobody();
        return session;
      },
      onSession({ token }) {
        const user = userOf(token);
        if (mine !== generation || user === null) return;
        remember(storage, user);
        state.set({ user, failure: null });
      },
    });
  }

  async function asked(of: GetToken, isRefresh: boolean): Promise<string | null> {
    const mine = generation;
    try {
      return await of({ isRefresh });
    } catch (failure) {
      const { user } = state.read();
      if (mine === generation) state.set({ user, failure });
      // The link is gone, and with it the right to what it showed.
      if (mine === generation && user !== null && isUnlinked(failure)) memory.forgetAll(loadedNamesOf(user));
      throw failure;
    }
  }

  return {
    ...state,
    signIn(phone) {
      signingIn ??= Promise.resolve()
        .then(() => {
          tokens = begin(phone);
          return asked(tokens, false);
        })
        .then(() => {})
        .finally(() => {
          signingIn = null;
        });
      return signingIn;
    },
    signOut() {
      const { user } = state.read();
      tokens = begin(null);
      storage.removeItem(USER);
      if (user !== null) memory.forgetAll(namesOf(user));
      state.set({ user: null, failure: null });
    },
    async getToken({ isRefresh }) {
      const { user } = state.read();
      if (user === null) return null;
      const token = await asked(tokens, isRefresh);
      if (state.read().user !== user) throw userChanged();
      return token;
    },
  };
}

function remember(storage: DeviceStorage, user: string): void {
  try {
    storage.setItem(USER, user);
  } catch {
    // No room: it is known as long as the app is open.
  }
}

/** A server that is set up wrongly: whose records these were, nobody could say. */
const namesNobody = () =>
  new CnscdError('INTERNAL', {
    vi: 'Máy chủ cho đăng nhập mà không nói là ai: token không có tên người (iss, sub).',
    en: 'The server signed somebody in and did not say whom: the token has no iss and sub.',
  });

/** The call was somebody's who does not work here any more. */
const userChanged = () =>
  new CnscdError('USER_CHANGED', {
    vi: 'Trên máy này vừa có người khác đăng nhập, hoặc đã đăng xuất.',
    en: 'Somebody else has signed in on this phone, or nobody is signed in any more.',
  });
