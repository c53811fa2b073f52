export type { Transport } from './ask-zalo.ts';
export {
  type AccountTokenPair,
  type AccountTokenStore,
  type AccountTokens,
  type AccountTokensOptions,
  accountTokens,
} from './notices/account-tokens.ts';
export {
  type ConsoleNotifierOptions,
  consoleNotifier,
  type Notice,
  type NoticeReceipt,
  type Notifier,
  type Switch,
} from './notices/notifier.ts';
export {
  type AccountNotifierOptions,
  accountNotifier,
  groupNotifier,
  type MiniAppNotifierOptions,
  miniAppNotifier,
  type TemplateNotifierOptions,
  templateNotifier,
} from './notices/zalo-notifiers.ts';
export { type AccountEvent, type AccountWebhookOptions, accountWebhook } from './webhooks/account-webhook.ts';
export {
  CONSENT_REVOKED,
  type MiniAppEvent,
  type MiniAppWebhookOptions,
  miniAppWebhook,
} from './webhooks/mini-app-webhook.ts';
export { memoryOfEvents, type SeenEvents } from './webhooks/seen-events.ts';
export type {
  Json,
  Webhook,
  WebhookOptions,
  WebhookOutcome,
  WebhookReply,
  WebhookRequest,
} from './webhooks/webhook.ts';
export {
  createZaloApp,
  type ZaloApp,
  type ZaloAppOptions,
  type ZaloLocation,
  type ZaloPerson,
} from './zalo-app.ts';
export { type Messages, ZaloError, type ZaloErrorCode, type ZaloErrorDetails } from './zalo-error.ts';
