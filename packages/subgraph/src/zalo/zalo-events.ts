import { randomUUID } from 'node:crypto';
import { today } from '@cnscd/domain';
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
import type { Who } from '../operations/write.ts';
import { withdrawConsents } from '../rights/give-consents.ts';
import { linksOfAccount, removeLinks } from './links.ts';
import { seenEvents } from './seen-events.ts';
import type { ZaloOptions, ZaloSignIn } from './zalo-options.ts';

/** What takes events of Zalo; null where its key was not given. */
export interface ZaloWebhooks {
  miniApp: Webhook | null;
  account: Webhook | null;
}

interface Hearing {
  db: Database;
  clock: () => Date;
  log: (entry: LogEntry) => void;
}

/** Takes what Zalo tells, once for all servers of the database. */
export function zaloWebhooks(zalo: ZaloSignIn, options: ZaloOptions, hearing: Hearing): ZaloWebhooks {
  const { db, clock, log } = hearing;
  const { appId, miniAppApiKey = '', accountSecret = '', onAccountEvent = async () => {} } = options;
  const common = {
    ...{ appId, clock, seen: seenEvents(db, clock) },
    onFailure: (error: unknown) => log(failureEntry(error)),
  };
  return {
    miniApp:
      miniAppApiKey === ''
        ? null
        : miniAppWebhook({
            ...common,
            apiKey: miniAppApiKey,
            onEvent: (event) => hear(zalo, hearing, event),
          }),
    account:
      accountSecret === ''
        ? null
        : accountWebhook({ ...common, secretKey: accountSecret, onEvent: onAccountEvent }),
  };
}

/** Of what mini apps tell, only the withdrawal of consent is about the register. */
async function hear(zalo: ZaloSignIn, hearing: Hearing, { name, userId }: MiniAppEvent): Promise<void> {
  if (name === CONSENT_REVOKED && userId !== null) await forgetAccount(zalo, hearing, userId);
}

/**
 * Forgets whose account it was, ends its sessions, and withdraws what the person agreed to by Zalo. Done again it does
 * nothing, so that an event whose server died over it may come again. Also a link that is younger than the event goes:
 * clocks differ, and who still wants it is one tap away from it.
 */
async function forgetAccount(zalo: ZaloSignIn, { db, clock }: Hearing, accountId: string): Promise<void> {
  const who: Who = { tenant: zalo.sessions.issuer, actor: 'zalo', field: CONSENT_REVOKED };
  const account = { appId: zalo.appId, digests: zalo.digests(zalo.appId, accountId) };
  await despiteOthers(() =>
    inTransaction(db, async (tx) => {
      const now = clock();
      const memberIds = await removeLinks(tx, who, { which: linksOfAccount(account), now });
      if (memberIds.length > 0)
        await withdrawConsents(tx, who, { memberIds, channel: 'ZALO', day: today(now), now });
    }),
  );
}

function failureEntry(cause: unknown): LogEntry {
  const { message, stack } = cause instanceof Error ? cause : new Error(String(cause));
  return { level: 'error', errorId: randomUUID(), path: 'zalo/webhook', message, stack };
}
