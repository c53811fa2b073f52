import { type Client, createClient } from '@cnscd/sdk';
import { createOutbox, type Outbox } from '@cnscd/sdk/outbox';
import { type Connection, watchConnection } from './connection.ts';
import type { Settings } from './settings.ts';
import { demoIdentity } from './sign-in/demo-identity.ts';
import type { Identity } from './sign-in/identity.ts';
import { type Session, startSession } from './sign-in/session.ts';
import { zaloIdentity } from './sign-in/zalo-identity.ts';
import type { ZaloBridge } from './zalo/zalo-bridge.ts';

/** What lives as long as the app does. */
export interface MiniApp {
  bridge: ZaloBridge;
  identity: Identity;
  session: Session;
  connection: Connection;
  client: Client;
  /** The outbox of whoever has signed in: what waits is sent under nobody else's name. */
  openOutbox(user: string): Outbox;
}

export interface StartOptions {
  bridge: ZaloBridge;
  settings: Settings & { graphqlUrl: string };
}

/** One village line carries everything: a request may take its time, and is then sent again. */
const TIMEOUT_MS = 20_000;

export function startApp({ bridge, settings: { graphqlUrl, signInUrl } }: StartOptions): MiniApp {
  const connection = watchConnection(bridge);
  const { fetch } = connection;
  const identity =
    signInUrl === null ? zaloIdentity({ bridge, graphqlUrl, fetch }) : demoIdentity(signInUrl, fetch);
  const session = startSession(bridge.storage, identity);
  const client = createClient({
    url: graphqlUrl,
    fetch,
    getToken: session.getToken,
    timeoutMs: TIMEOUT_MS,
  });
  return {
    ...{ bridge, identity, session, connection, client },
    openOutbox: (user) => createOutbox({ user, storage: bridge.outboxStorage, transport: client.outbox }),
  };
}
