import { CnscdError } from '@cnscd/sdk';
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
  /** It is worth trying again, as somebody knows who is no network. */
  tryAgain(): void;
  /** Something failed for now only: also where everything else gets through, there is hope before long. */
  tryAgainSoon(): void;
}

const SLOW_MS = 3_000;
/** While the server is away, or something failed for now, it is asked this often. */
const TRY_AGAIN_MS = 10_000;

/** Neither the browser nor Zalo knows whether the server can be reached: what counts is what a request met. */
export function watchConnection(bridge: Pick<ZaloBridge, 'onNetworkChange'>): Connection {
  const state = storeOf<ConnectionState>({ way: navigator.onLine ? 'OPEN' : 'OFFLINE', isSlow: false });
  const listeners = new Set<() => void>();
  let isOwed = false;
  const hope = () => {
    isOwed = false;
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
    if ((isOwed || state.read().way !== 'OPEN') && !document.hidden) hope();
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
        if (response.status < 500 && isJson(response)) become('OPEN');
        else lost();
        return response;
      } catch (error) {
        if (!wasCalledOff(init?.signal)) lost();
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
    tryAgain: hope,
    tryAgainSoon() {
      isOwed = true;
    },
  };
}

/** The page by which a Wi-Fi asks for a sign-in has the status 200 as well, and comes from no server of ours. */
const isJson = ({ headers }: Response) => headers.get('content-type')?.includes('json') === true;

/** Whether it ended because nobody wanted it any more. One whose time was up is another matter: nobody answered. */
function wasCalledOff(signal: AbortSignal | null | undefined): boolean {
  const reason: unknown = signal?.reason;
  return reason instanceof CnscdError && reason.code === 'ABORTED';
}
