import type { Client } from '@cnscd/sdk';
import { useSyncExternalStore } from 'react';
import type { Session, SessionState } from '../sign-in/session.ts';
import { Page } from './page.tsx';

interface AppProps {
  client: Client;
  session: Session | null;
}

const NOBODY: SessionState = { account: null, isChanged: false };
const never = () => () => {};

/** A new page for each person: nothing that one may see is left on the screen of the next. */
export function App({ client, session }: AppProps) {
  const signedIn = useSyncExternalStore(session?.subscribe ?? never, session?.read ?? (() => NOBODY));
  return <Page key={signedIn.account?.id ?? ''} client={client} session={session} signedIn={signedIn} />;
}
