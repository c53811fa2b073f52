import type { Client } from '@cnscd/sdk';
import { useSyncExternalStore } from 'react';
import type { Session, SessionState } from '../sign-in/session.ts';
import { Page } from './page.tsx';

interface AppProps {
  client: Client;
  session: Session | null;
  hasFiles: boolean;
  graphqlUrl: string;
}

const NOBODY: SessionState = { account: null, isChanged: false };
const never = () => () => {};

/** A new page for each person: nothing that one may see is left on the screen of the next. */
export function App(props: AppProps) {
  const { session } = props;
  const signedIn = useSyncExternalStore(session?.subscribe ?? never, session?.read ?? (() => NOBODY));
  const key = signedIn.account?.id ?? '';
  return <Page key={key} {...props} signedIn={signedIn} />;
}
