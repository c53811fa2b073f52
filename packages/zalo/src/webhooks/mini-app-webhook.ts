import { contentDigest, isSignedAs, miniAppDigest } from './signatures.ts';
import { type Json, type Webhook, type WebhookOptions, webhookOf } from './webhook.ts';

/** Something that happened to a mini app. */
export interface MiniAppEvent {
  /** As Zalo calls it: `user.revoke.consent`, `versions.review.done` … */
  name: string;
  /** The app by which `userId` counts. */
  appId: string;
  /** Whom it is about; null where it is about nobody. */
  userId: string | null;
  sentAt: Date;
  /** The event as it came. */
  body: Json;
}

/** The person withdrew the consent by which the app knew him or her: the link to the account must go. */
export const CONSENT_REVOKED = 'user.revoke.consent';

export interface MiniAppWebhookOptions extends WebhookOptions<MiniAppEvent> {
  appId: string;
  /** The key for open APIs of the mini app. */
  apiKey: string;
}

/** Takes events of a mini app. */
export function miniAppWebhook(options: MiniAppWebhookOptions): Webhook {
  const { appId, apiKey } = options;
  return webhookOf(options, (body, _rawBody, { header }) => {
    const signature = header('x-zevent-signature');
    const digest = miniAppDigest(body, apiKey);
    if (signature === null || !isSignedAs(signature, digest) || String(body['appId']) !== appId)
      return { refused: 'UNSIGNED' };
    const { userId } = body;
    const event = {
      name: String(body['event'] ?? ''),
      appId,
      userId: userId === undefined || userId === null ? null : String(userId),
      sentAt: new Date(Number(body['timestamp'])),
      body,
    };
    const hasTime = Number.isFinite(event.sentAt.getTime());
    return { event, id: `mini-app:${contentDigest(body)}`, sentAt: hasTime ? event.sentAt : null };
  });
}
