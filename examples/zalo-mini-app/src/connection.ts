import { type Store, storeOf } from './store.ts';
import type { ZaloBridge } from './zalo/zalo-bridge.ts';

/** How it stands between this phone and the server, by what happened last. */
export interface ConnectionState {
  way: 'OPEN' | 'OFFLINE' | 'SERVER_AWAY';
  /** Whether somebody has waited for an answer for more than three seconds. */
  isSlow: boolean;
}

export interface Connection extends Store<ConnectionState> {
  /** `fetch` that watches what becomes of each request. */
  fetch: typeof fetch;
  /** Tells when it is worth trying again: the network came back, the app was opened again, or some time has passed. */
  onHope(listener: () => void): () => void;
}

const SLOW_MS = 3_000;
/** While the server is away somebody asks it this often. */
const TRY_AGAIN_MS = 10_000;

/** Neither the browser nor Zalo knows whether the server can be reached: what counts is what a request met. */
export function watchConnection(bridge: Pick<ZaloBridge, 'onNetworkChange'>): Connection {
  const state = storeOf<ConnectionState>({ way: navigator.onLine ? 'OPEN' : 'OFFLINE', isSlow: false });
  const listeners = new Set<() => void>();
  const hope = () => {
    for (const listener of listeners) listener();
  };
  const become = (way: ConnectionState['way']) => state.set({ ...state.read(), way });
  const lost = () => become(navigator.onLine ? 'SERVER_AWAY' : 'OFFLINE');
  let slow = 0;
  const countSlow = (difference: 1 | -1) => {
    slow += difference;
    state.set({ ...state.read(), isSlow: slow > 0 });
  };

  window.addEventListener('offline', () => become('OFFLINE'));
  window.addEventListener('online', hope);
  bridge.onNetworkChange(hope);
  document.addEventListener('visibilitychange', () => {
    if (!document.hidden) hope();
  });
  setInterval(() => {
    if (state.read().way !== 'OPEN' && !document.hidden) hope();
  }, TRY_AGAIN_MS);

  return {
    ...state,
    async fetch(input, init) {
      let isCounted = false;
      const timer = setTimeout(() => {
        isCounted = true;
        countSlow(1);
      }, SLOW_MS);
      try {
        const response = await window.fetch(input, init);
        if (response.status >= 500) lost();
        else become('OPEN');
        return response;
      } catch (error) {
        lost();
        throw error;
      } finally {
        clearTimeout(timer);
        if (isCounted) countSlow(-1);
      }
    },
    onHope(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
