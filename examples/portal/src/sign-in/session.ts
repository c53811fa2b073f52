import type { Messages, ViewerRole } from '@cnscd/domain';
import type { GetToken } from '@cnscd/sdk';

/** An account of the demonstration, as the issuer offers it. Everybody in it is made up. */
export interface Account {
  id: string;
  role: ViewerRole;
  name: Messages;
  /** The unit of an officer, the team of somebody in one. */
  unit: Messages;
}

interface SignedIn {
  account: Account;
  token: string;
}

/** Who has signed in. */
export interface SessionState {
  account: Account | null;
  /** Whether somebody signed in or out since the page was opened: the focus then goes where the work goes on. */
  isChanged: boolean;
}

export interface Session {
  accounts(signal: AbortSignal): Promise<Account[]>;
  /** @throws {Error} when the issuer gives no token */
  signIn(account: Account): Promise<void>;
  signOut(): void;
  getToken: GetToken;
  read(): SessionState;
  subscribe(listener: () => void): () => void;
}

/** What is kept of one sign-in, drafts included; gone with the tab. */
export const STORED = 'cnscd.';
const SESSION = `${STORED}session`;

/** Signs in with the demonstration's issuer. The token is kept for this tab alone: sessionStorage, never a cookie. */
export function createSession(signInUrl: string): Session {
  let signedIn = readStored();
  let state: SessionState = { account: signedIn?.account ?? null, isChanged: false };
  const listeners = new Set<() => void>();
  const become = (next: SignedIn | null) => {
    signedIn = next;
    if (next === null) forgetAll();
    else sessionStorage.setItem(SESSION, JSON.stringify(next));
  };
  const tell = () => {
    state = { account: signedIn?.account ?? null, isChanged: true };
    for (const listener of listeners) listener();
  };
  return {
    async accounts(signal) {
      const response = await fetch(`${signInUrl}/accounts`, { signal });
      if (!response.ok) throw new Error(`the issuer answered ${response.status}`);
      return response.json();
    },
    async signIn(account) {
      become({ account, token: await askForToken(signInUrl, account) });
      tell();
    },
    signOut() {
      become(null);
      tell();
    },
    async getToken({ isRefresh }) {
      if (!isRefresh || signedIn === null) return signedIn?.token ?? null;
      const { account } = signedIn;
      // Without a new token the server's refusal is shown, which says to sign in again.
      const token = await askForToken(signInUrl, account).catch(() => null);
      if (token !== null) become({ account, token });
      return token;
    },
    read: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

async function askForToken(signInUrl: string, { id }: Account): Promise<string> {
  const response = await fetch(`${signInUrl}/token`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ account: id }),
  });
  if (!response.ok) throw new Error(`the issuer answered ${response.status}`);
  const { access_token: token } = (await response.json()) as { access_token: string }; // as OAuth has it
  return token;
}

function readStored(): SignedIn | null {
  const text = sessionStorage.getItem(SESSION);
  // Written by this page alone.
  return text === null ? null : (JSON.parse(text) as SignedIn);
}

function forgetAll(): void {
  for (const name of Object.keys(sessionStorage).filter((each) => each.startsWith(STORED)))
    sessionStorage.removeItem(name);
}
