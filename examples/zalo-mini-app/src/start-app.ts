import { type Client, connect, createClient, type Rights, rightsOf } from '@cnscd/sdk';
import { createOutbox, type Outbox } from '@cnscd/sdk/outbox';
import { type Connection, watchConnection } from './connection.ts';
import { type Memory, memoryIn } from './memory.ts';
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
  memory: Memory;
  connection: Connection;
  client: Client;
  /** What people are asked to agree to: before they have signed in, and when they cannot any more. */
  consentTexts: Rights['consentTexts'];
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
  const settings = { url: graphqlUrl, fetch: connection.fetch, timeoutMs: TIMEOUT_MS };
  const anonymous = connect(settings);
  const memory = memoryIn(bridge.storage);
  const session = startSession({
    ...exchangeOf({ bridge, anonymous, onLateToken: connection.tryAgain }),
    ...{ storage: bridge.storage, memory },
  });
  const client = createClient({ ...settings, getToken: session.getToken });
  return {
    ...{ bridge, demo, session, memory, connection, client },
    consentTexts: rightsOf(anonymous).consentTexts,
    openOutbox: (user) => createOutbox({ user, storage: bridge.outboxStorage, transport: client.outbox }),
  };
}
