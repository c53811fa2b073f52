import { type Client, createClient } from '@cnscd/sdk';
import { createOutbox, type Outbox } from '@cnscd/sdk/outbox';
import { type Connection, watchConnection } from './connection.ts';
import type { Settings } from './settings.ts';
import { exchangeOf } from './sign-in/exchange.ts';
import { type Session, startSession } from './sign-in/session.ts';
import { type DemoZalo, demoZalo } from './zalo/demo-zalo.ts';
import type { ZaloBridge } from './zalo/zalo-bridge.ts';

/** What lives as long as the app does. */
export interface MiniApp {
  bridge: ZaloBridge;
  /** Beside `npm start`: people to sign in as. Null: whoever holds the phone signs in. */
  demo: DemoZalo | null;
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

export function startApp({ bridge: phone, settings: { graphqlUrl, zaloUrl } }: StartOptions): MiniApp {
  const demo = zaloUrl === null ? null : demoZalo(zaloUrl, phone.storage);
  const bridge = { ...phone, ...demo };
  const connection = watchConnection(bridge);
  const { fetch } = connection;
  const session = startSession(bridge.storage, exchangeOf({ bridge, graphqlUrl, fetch }));
  const client = createClient({
    url: graphqlUrl,
    fetch,
    getToken: session.getToken,
    timeoutMs: TIMEOUT_MS,
  });
  return {
    ...{ bridge, demo, session, connection, client },
    openOutbox: (user) => createOutbox({ user, storage: bridge.outboxStorage, transport: client.outbox }),
  };
}
