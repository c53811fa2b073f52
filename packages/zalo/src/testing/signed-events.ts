import { accountDigest, miniAppDigest } from '../webhooks/signatures.ts';
import type { Json } from '../webhooks/webhook.ts';

/** An event as Zalo would send it: post the body as it is, with these headers. */
export interface SignedEvent {
  headers: Readonly<Record<string, string>>;
  rawBody: Uint8Array;
}

export interface AccountEventKeys {
  appId: string;
  /** The secret of the official account. */
  secretKey: string;
  /** @defaultValue now */
  sentAt?: Date;
}

export interface MiniAppEventKeys {
  apiKey: string;
}

/** An event of an official account, signed. */
export function signedAccountEvent(body: Json, keys: AccountEventKeys): SignedEvent {
  const { appId, secretKey, sentAt = new Date() } = keys;
  const rawBody = JSON.stringify(body);
  const timestamp = String(sentAt.getTime());
  const mac = accountDigest({ appId, rawBody, timestamp, secretKey });
  return event(rawBody, { 'x-zevent-signature': `mac=${mac}`, 'x-zevent-timestamp': timestamp });
}

/** An event of a mini app, signed. */
export const signedMiniAppEvent = (body: Json, { apiKey }: MiniAppEventKeys): SignedEvent =>
  event(JSON.stringify(body), { 'x-zevent-signature': miniAppDigest(body, apiKey) });

/** The unsigned `{}` by which Zalo looks whether an address answers, when it is registered. */
export const probe = (): SignedEvent => event('{}', {});

const event = (rawBody: string, headers: Readonly<Record<string, string>>): SignedEvent => ({
  headers: { 'content-type': 'application/json', ...headers },
  rawBody: new TextEncoder().encode(rawBody),
});
