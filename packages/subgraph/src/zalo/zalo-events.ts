import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import {
  accountWebhook,
  CONSENT_REVOKED,
  type MiniAppEvent,
  miniAppWebhook,
  type Webhook,
} from '@cnscd/zalo';
import type { Database } from '../database/client.ts';
import type { LogEntry } from '../errors.ts';
import { despiteOthers } from '../operations/collisions.ts';
import { inTransaction } from '../operations/transaction.ts';
import { type AccountToForget, forgetAccount } from './forget-account.ts';
import { digestsOf } from './links.ts';
import { sparingly } from './log-sparingly.ts';
import { seenEvents } from './seen-events.ts';
import type { ZaloOptions, ZaloSignIn } from './zalo-options.ts';

/** What takes events of Zalo; null where its key was not given. */
export interface ZaloWebhooks {
  miniApp: Webhook | null;
  account: Webhook | null;
  /** Returns once what goes on after Zalo had its answer is done, or ten seconds have passed. */
  idle(): Promise<void>;
}

export const NO_WEBHOOKS: ZaloWebhooks = { miniApp: null, account: null, idle: async () => {} };

interface Hearing {
  db: Database;
  clock: () => Date;
  log: (entry: LogEntry) => void;
}

/** Takes what Zalo tells, once for all servers of the database. */
export function zaloWebhooks(zalo: ZaloSignIn, options: ZaloOptions, hearing: Hearing): ZaloWebhooks {
  const { db, clock, log } = hearing;
  const { appId, miniAppApiKey = '', accountSecret = '', onAccountEvent = () => {} } = options;
  const { waitUntil, idle } = underWay();
  const common = { appId, clock, waitUntil, onFailure: (error: unknown) => log(failureEntry(error)) };
  const toForget = (event: MiniAppEvent) => accountToForget(zalo, event);
  const telling = tellRefusals(sparingly(log, clock));
  const miniApp = () =>
    miniAppWebhook({
      ...{ ...common, apiKey: miniAppApiKey, miniAppId: options.miniAppId },
      seen: seenEvents(db, clock, toForget),
      onEvent: (event) => hear(hearing, toForget(event)),
    });
  const account = () =>
    accountWebhook({
      ...{ ...common, secretKey: accountSecret, onEvent: onAccountEvent },
      // What people write to the account is not kept: who must not lose an event takes it over at once.
      seen: seenEvents(db, clock, () => null),
    });
  return {
    miniApp: miniAppApiKey === '' ? null : telling('mini-app', miniApp()),
    account: accountSecret === '' ? null : telling('official-account', account()),
    idle,
  };
}

/** Of what mini apps tell, only the withdrawal of consent is about the register. */
function accountToForget(
  { appId, digests }: ZaloSignIn,
  { name, userId }: MiniAppEvent,
): AccountToForget | null {
  if (name !== CONSENT_REVOKED || userId === null) return null;
  return { appId, digests: digestsOf({ appId, digests: digests(appId, userId) }) };
}

async function hear({ db, clock }: Hearing, account: AccountToForget | null): Promise<void> {
  if (account === null) return;
  await despiteOthers(() => inTransaction(db, (tx) => forgetAccount(tx, account, clock())));
}

/** Longer than what is not stuck takes; what must not be lost stands in the database by then. */
const LONGEST_WAIT_MS = 10_000;

function underWay() {
  const going = new Set<Promise<unknown>>();
  return {
    waitUntil(work: Promise<unknown>): void {
      going.add(work);
      const end = () => void going.delete(work);
      work.then(end, end);
    },
    async idle(): Promise<void> {
      await Promise.race([Promise.allSettled(going), pause(LONGEST_WAIT_MS, undefined, { ref: false })]);
    },
  };
}

/** Who set up a wrong key, or meets a Zalo that does otherwise than its pages say, would see nothing but silence. */
function tellRefusals(log: (key: string, entry: LogEntry) => void) {
  return (path: string, webhook: Webhook): Webhook =>
    async (request) => {
      const reply = await webhook(request);
      const { status, outcome, name } = reply;
      if (status >= 400 && outcome !== 'FAILED')
        log(`${path} ${outcome} ${name === CONSENT_REVOKED}`, {
          ...{ level: 'warning', errorId: randomUUID(), path: `zalo/webhook/${path}`, stack: undefined },
          message: `${outcome}: event ${name ?? 'without a name'} refused; further ones of this minute are not told`,
        });
      return reply;
    };
}

function failureEntry(cause: unknown): LogEntry {
  const { message, stack } = cause instanceof Error ? cause : new Error(String(cause));
  return { level: 'error', errorId: randomUUID(), path: 'zalo/webhook', message, stack };
}
