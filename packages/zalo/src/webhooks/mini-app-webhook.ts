import { isSignedAs, miniAppDigest, valuesOf } from './signatures.ts';
import { type Json, nameIn, type Webhook, type WebhookOptions, webhookOf } from './webhook.ts';

/** Something that happened to a mini app. */
export interface MiniAppEvent {
  /** As Zalo calls it: `user.revoke.consent`, `versions.review.done` … */
  name: string;
  /** The Zalo app by which `userId` counts. */
  appId: string;
  /** Whom it is about; null where it is about nobody. */
  userId: string | null;
  sentAt: Date;
  /** The event as it came; whole numbers of 16 and more digits are text. */
  body: Json;
}

/** The person withdrew the consent by which the app knew him or her: the link to the account must go. */
export const CONSENT_REVOKED = 'user.revoke.consent';

export interface MiniAppWebhookOptions extends WebhookOptions<MiniAppEvent> {
  /** The Zalo app that the mini app belongs to. */
  appId: string;
  /** What events name as their `appId`, where the mini app has an id of its own. @defaultValue `appId` */
  miniAppId?: string | undefined;
  /** The key for open APIs of the mini app. */
  apiKey: string;
}

/**
 * Takes events of a mini app. Zalo signs their values alone, so that one signature holds for many bodies. Whichever of
 * them comes, only the first has an effect; and a withdrawal of consent has but one reading, the documented one.
 */
export function miniAppWebhook(options: MiniAppWebhookOptions): Webhook {
  const { appId, miniAppId = appId, apiKey } = options;
  return webhookOf(options, (body, _rawBody, { header }) => {
    const name = nameIn(body['event']);
    const signature = header('x-zevent-signature');
    const digest = miniAppDigest(body, apiKey);
    if (signature === null || !isSignedAs(signature, digest)) return { refused: 'UNSIGNED', name };
    if (String(body['appId']) !== miniAppId) return { refused: 'OTHER_APP', name };
    if (!isPlain(body, miniAppId)) return { refused: 'UNKNOWN_SHAPE', name };
    const { userId } = body;
    const event = {
      name: String(body['event'] ?? ''),
      appId,
      userId: userId === undefined || userId === null ? null : String(userId),
      sentAt: new Date(Number(body['timestamp'])),
      body,
    };
    const hasTime = Number.isFinite(event.sentAt.getTime());
    return { event, id: `mini-app:${digest}`, sentAt: hasTime ? event.sentAt : null };
  });
}

/**
 * Whether an event is none about consent, or the documented one. What was signed for a withdrawal, app, name, 13 digits
 * of time and the account, could otherwise be cut anew: into one of another account, or into something that is not about
 * consent and takes its place.
 */
function isPlain(body: Json, miniAppId: string): boolean {
  const signed = valuesOf(body);
  const start = miniAppId + CONSENT_REVOKED;
  const isAboutConsent =
    body['event'] === CONSENT_REVOKED ||
    (signed.startsWith(start) && /^\d*$/.test(signed.slice(start.length)));
  if (!isAboutConsent) return true;
  return (
    Object.keys(body).sort().join() === 'appId,event,timestamp,userId' &&
    body['event'] === CONSENT_REVOKED &&
    isDigits(body['timestamp'], 13, 13) &&
    isDigits(body['userId'], 1, 30)
  );
}

/** Whether a value is a text or a number of as many digits and nothing else. */
const isDigits = (value: unknown, fewest: number, most: number): boolean =>
  typeof value !== 'object' && new RegExp(`^\\d{${fewest},${most}}$`).test(String(value));
