import { accountDigest, isSignedAs } from './signatures.ts';
import { type Json, nameIn, type Webhook, type WebhookOptions, webhookOf } from './webhook.ts';

/** Something that happened to an official account: a message, somebody who follows or no longer does. */
export interface AccountEvent {
  /** As Zalo calls it: `user_send_text`, `follow`, `unfollow` … */
  name: string;
  sentAt: Date;
  /** The event as it came; whole numbers of 16 and more digits are text. */
  body: Json;
}

export interface AccountWebhookOptions extends WebhookOptions<AccountEvent> {
  appId: string;
  /** The secret of the official account, which is not that of the app. */
  secretKey: string;
}

/** Takes events of an official account [Zalo Official Account]. */
export function accountWebhook(options: AccountWebhookOptions): Webhook {
  const { appId, secretKey } = options;
  return webhookOf(options, (body, rawBody, { header }) => {
    const signature = header('x-zevent-signature');
    // Zalo's own examples take the time from the header, others from the body: whichever signs the event is it.
    const signed = [header('x-zevent-timestamp'), body['timestamp']]
      .map(String)
      .map((timestamp) => ({
        timestamp,
        digest: accountDigest({ appId, rawBody, timestamp, secretKey }),
      }))
      .find(({ digest }) => signature !== null && isSignedAs(signature, digest));
    const sentAt = Number(signed?.timestamp);
    if (signed === undefined || !Number.isFinite(sentAt))
      return { refused: 'UNSIGNED', name: nameIn(body['event_name']) };
    const event = { name: String(body['event_name'] ?? ''), sentAt: new Date(sentAt), body };
    return { event, id: `account:${messageOf(event) ?? signed.digest}`, sentAt: event.sentAt };
  });
}

/** What tells a message that is sent again from another one, whatever the time of its envelope. */
function messageOf({ name, body }: AccountEvent): string | null {
  const id = (body['message'] as { msg_id?: unknown } | null | undefined)?.msg_id;
  return typeof id === 'string' ? `${name}:${id}` : null;
}
