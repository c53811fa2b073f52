import type { SignedEvent } from '../src/testing/signed-events.ts';
import type { WebhookRequest } from '../src/webhooks/webhook.ts';

export const appId = '3368637342326461234';

/** An event as the host of a server has it. */
export const request = ({ headers, rawBody }: SignedEvent): WebhookRequest => ({
  rawBody,
  header: (name) => headers[name.toLowerCase()] ?? null,
});
